"""Paths as a call names them; an empty one, as of a variable that is not set, would stand for the current folder."""

from __future__ import annotations

from pathlib import Path

from careerlint.cli.errors import fail
from careerlint.standing import stored


def path_of(given: str) -> Path:
    """The path that was named, as the disk spells it; an empty one ends the call."""
    if not given:
        fail("a path is empty (a variable that is not set?); name a file or a folder")
    return stored(Path(given))
