"""Standing: what is on the disk; what may not be looked at is not there.

`Path.exists()` and its like raise where a folder is closed to the user, up to Python 3.13, and a search that meets one folder of
somebody else's ended there.
"""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether anything stands at the path, links followed."""
    return os.path.exists(path)  # noqa: PTH110


def is_file(path: Path) -> bool:
    """Whether a regular file stands at the path, links followed."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """Whether a folder stands at the path, links followed."""
    return os.path.isdir(path)  # noqa: PTH112


def stored(path: Path) -> Path:
    """The path as the disk spells it: a step that is not there is the one entry of its folder that composes to the same letters.

    A Mac keeps Hangul decomposed, and what was copied from one still does; a keyboard and a spreadsheet write it composed, and both look the same.
    """
    if os.path.lexists(path) or str(path).isascii():
        return path
    here = Path(path.anchor)
    for step in path.parts[1:] if path.anchor else path.parts:
        here = here / step if os.path.lexists(here / step) else here / _spelled_in(here, step)
    return here


def _spelled_in(folder: Path, name: str) -> str:
    composed = unicodedata.normalize("NFC", name)
    try:
        alike = [entry for entry in os.listdir(folder) if unicodedata.normalize("NFC", entry) == composed]  # noqa: PTH208
    except OSError:
        return name
    return alike[0] if len(alike) == 1 else name
