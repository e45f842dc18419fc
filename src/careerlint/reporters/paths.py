"""Paths: names of documents as the consumers of reports resolve them."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from urllib.parse import quote

from careerlint.reporters.clean_text import shown


def path_below(path: str, root: str) -> str:
    """The path from the root with forward slashes, links resolved; as it was given where it is not below the root."""
    if root:
        resolved = Path(os.path.realpath(path))
        if resolved.is_relative_to(os.path.realpath(root)):
            return resolved.relative_to(os.path.realpath(root)).as_posix()
    return PurePath(path).as_posix()


def shown_path(path: str, root: str) -> str:
    """`path_below` in letters that are safe in any output, on one line."""
    return shown(path_below(path, root)).replace("\n", "\N{REPLACEMENT CHARACTER}")


def uri_below(path: str, root: str) -> tuple[str, bool]:
    """The path as a percent-encoded URI, and whether it counts from the root; a path elsewhere is an absolute file URI."""
    below = path_below(path, root)
    if PurePath(below).is_absolute() or ".." in PurePath(below).parts:
        return Path(os.path.realpath(path)).as_uri(), False
    return quote(os.fsencode(below), safe="/"), True
