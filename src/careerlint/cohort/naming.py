"""Naming: names of files and people as they may be shown, compared and used for folders."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata

from careerlint.expression import Expression
from careerlint.reporters.clean_text import on_one_line, shown

_LONGEST_PERSON = 80
_MARK = 8
"""Letters that tell a name that was cut from others that begin like it."""
_LONGEST_FOLDER = 100
"""In bytes: file systems allow 255, and a path with a report in it must still fit into the 260 letters of Windows."""
_FORBIDDEN = Expression(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = Expression(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$", re.IGNORECASE)
_NUMBERED = 6


def shown_path(path: str) -> str:
    """A path that can be written as UTF-8 and printed: bytes that are no UTF-8 become escapes, control characters a mark."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace").replace(os.sep, "/")
    return shown(text).replace("\n", "\N{REPLACEMENT CHARACTER}")


def person_name(name: str) -> str:
    """The name of a person as it is compared and shown: composed letters, one line, not endless; names that begin alike stay two."""
    text = unicodedata.normalize("NFC", on_one_line(shown_path(name))).strip() or "?"
    if len(text) <= _LONGEST_PERSON:
        return text
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK]
    return f"{text[: _LONGEST_PERSON - _MARK - 1].rstrip()} {mark}"


def folder_name(name: str, taken: set[str]) -> str:
    """A name for a folder that every system accepts and no other folder has; `taken` holds those in use and gets the new one."""
    text = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)).strip(" .") or "_"
    if _RESERVED.match(text):
        text = f"_{text}"
    text = _cut(text, _LONGEST_FOLDER - _NUMBERED)
    chosen, number = text, 1
    while chosen.casefold() in taken:
        number += 1
        chosen = f"{text} ({number})"
    taken.add(chosen.casefold())
    return chosen


def _cut(text: str, size: int) -> str:
    return text.encode("utf-8", "replace")[:size].decode("utf-8", "ignore").rstrip(" .")
