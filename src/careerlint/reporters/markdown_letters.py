"""Markdown letters: words of a document that stay what they are in Markdown, wherever it is shown: no markup, links, mentions or emoji."""

from __future__ import annotations

import re
import unicodedata

from careerlint.expression import Expression
from careerlint.reporters.clean_text import on_one_line

_HELD = "\N{WORD JOINER}"
# An underscore inside a word and an ampersand that names no letter are what they are, and many a name has them.
_SPECIAL = Expression(r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#|\w+;)")
_AT_START = Expression(r"^(?:(?=[-+=:#>])|(\d{1,9})(?=[.)]))")
# Hosts look for these in the text that they have rendered, where an escape is seen no more.
_ALIVE = Expression(r"[@#](?=\w)|:(?=//|[\w+-]+:|\w+@)|(?<=\bwww)\.|(?<=\w)\.(?=\w+/)|\bGH-(?=\d)|(?<=\w)/(?=[\w.-]+\\#)", re.IGNORECASE)


def escaped(text: str, longest: int = 1000) -> str:
    """The text on one line, written for Markdown, at most so many letters of it.

    A word joiner, which nobody sees, keeps mentions, references, names of emoji and bare addresses from coming alive.
    """
    line = on_one_line(text)
    return escaped_line(line if len(line) <= longest else f"{line[: longest - 3]}...")


def escaped_line(line: str) -> str:
    """Like `escaped` for a piece of a line that is clean; blanks around it stay."""
    safe = _SPECIAL.sub(lambda match: f"\\{match[0]}", line)
    safe = _AT_START.sub(lambda match: f"{match[1] or ''}\\", safe)
    # Hosts find formulas before they look at escapes, so a dollar is written as a reference.
    return _ALIVE.sub(lambda match: match[0] + _HELD, safe).replace("$", "&#36;")


def strong(before: str, words: str, after: str) -> str:
    """Pieces of a line, written for Markdown, with the words in bold.

    Asterisks beside punctuation and Korean letters do not always open or close; a tag always does.
    """
    held = words.strip()
    if not held:
        return escaped_line(before) + escaped_line(words) + escaped_line(after)
    start = words.index(held)
    before, after = before + words[:start], words[start + len(held) :] + after
    opens, closes = (("**", "**") if _holds(before, held, after) else ("<b>", "</b>"))
    return f"{escaped_line(before)}{opens}{escaped_line(held)}{closes}{escaped_line(after)}"


def _holds(before: str, words: str, after: str) -> bool:
    """Whether asterisks around the words make them bold: CommonMark asks what stands on both sides of them."""
    left = not _is_punctuation(words[:1]) or _is_loose(before[-1:])
    right = not _is_punctuation(words[-1:]) or _is_loose(after[:1])
    return left and right


def _is_loose(letter: str) -> bool:
    return not letter or letter.isspace() or _is_punctuation(letter)


def _is_punctuation(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS" if letter else False
