"""Discovery: which files of the given paths are linted."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

from careerlint.readers.formats import SUFFIXES
from careerlint.standing import is_file, is_folder, is_there

if TYPE_CHECKING:
    import pathspec

_VENDORED = frozenset(
    ["node_modules", "vendor", "vendors", "third_party", "third-party", "thirdparty", "site-packages", "bower_components", "venv", "env", "__pycache__", "dist", "build", "external"]
)
_NO_DOCUMENTS = (
    "changelog*", "changes*", "history*", "license*", "licence*", "copying*", "notice*", "requirements*.txt", "*.lock", "*-lock.*",
    "code_of_conduct*", "contributing*", "security*", "cmakelists.txt", "robots.txt", "constraints*.txt", "*.lock.txt", "~$*",
    "pull_request_template*", "issue_template*", "vocab*.txt", "classes.txt", "labels.txt",
    # Copies of documents with our own remarks, and reviews of texts.
    "*.careerlint.*",
)

UNREAD = frozenset((".hwp", ".hwpx", ".doc", ".odt", ".rtf", ".ppt", ".pptx", ".pages", ".key"))
"""Endings of documents that nobody here can read; their writers believe that they were handed in."""
_REPORTS = (frozenset(("store.sqlite", "findings.jsonl")), frozenset(("findings.jsonl", "documents.jsonl", "summary.md")), frozenset(("groups.csv", "rules.csv", "summary.md")))
"""Files that stand together in the folder of a report of `batch` and hardly anywhere else: a store of that name alone is anybody's."""


def find_files(paths: Sequence[Path], suffixes: Collection[str] = SUFFIXES) -> Iterator[Path]:
    """The files to lint, in the order of the paths and sorted inside a folder, each once.

    A file that is named is always taken. A folder gives its documents: no hidden, vendored or ignored ones (.gitignore),
    no change logs and licences, no pipes, no report of a batch, and nothing behind a link that leaves the folder. A folder that can't be opened is given itself.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _inside(path, suffixes) if is_folder(path) else (path,):
            # realpath, for Path.resolve() raises at a link that points at itself.
            real = os.path.realpath(found)
            if real not in seen:
                seen.add(real)
                yield found


def is_searched(folder: str) -> bool:
    """Whether a folder of this name may hold documents of its own."""
    return not folder.startswith(".") and folder.lower() not in _VENDORED


def is_document(name: str, suffixes: Collection[str] = SUFFIXES) -> bool:
    """Whether a file of this name is a document that a search takes."""
    lower = name.lower()
    if lower.startswith(".") or any(fnmatch(lower, pattern) for pattern in _NO_DOCUMENTS):
        return False
    return Path(lower).suffix in suffixes or lower == "readme"


def _inside(folder: Path, suffixes: Collection[str]) -> Iterator[Path]:
    root = Path(os.path.realpath(folder))
    ignores = _ignore_files_above(root)
    closed: list[Path] = []
    for parent, names, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename)), followlinks=False):
        # Rules are looked up by the real place of a folder, so that those of folders above the root count too.
        if _is_report(files):
            names.clear()
            continue
        here = root / Path(parent).relative_to(folder)
        spec = _ignore_file(here)
        if spec is not None:
            ignores[here] = spec
        names[:] = sorted(
            name for name in names
            if is_searched(name) and not _ignored(here / name, ignores, folder=True)
        )
        for name in sorted(files):
            path = Path(parent) / name
            if is_document(name, suffixes) and not _ignored(here / name, ignores) and _is_file_below(path, root):
                yield path
    # Nobody knows what lies in a folder that can't be opened: whoever reads it says so.
    yield from sorted(closed)


def _is_report(files: Collection[str]) -> bool:
    """Whether a folder is the report of a batch, whose summaries and copies are nobody's documents."""
    return any(sign.issubset(files) for sign in _REPORTS)


def _is_file_below(path: Path, root: Path) -> bool:
    """Whether it is a regular file that stands, links followed, in the folder; pipes and broken links are none."""
    return Path(os.path.realpath(path)).is_relative_to(root) and is_file(path)


def _ignore_file(folder: Path) -> pathspec.GitIgnoreSpec | None:
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    # Imported on use: most folders have no such file.
    import pathspec

    return pathspec.GitIgnoreSpec.from_lines(lines)


def _ignore_files_above(root: Path) -> dict[Path, pathspec.GitIgnoreSpec]:
    """The ignore files of the repository that the folder stands in, from the folders above it."""
    found: dict[Path, pathspec.GitIgnoreSpec] = {}
    if is_there(root / ".git"):
        return found
    for parent in root.parents:
        spec = _ignore_file(parent)
        if spec is not None:
            found[parent] = spec
        if is_there(parent / ".git"):
            return found
    return {}


def _ignored(path: Path, ignores: dict[Path, pathspec.GitIgnoreSpec], *, folder: bool = False) -> bool:
    """Whether the ignore files leave it out; the nearest one that speaks about it decides, as in git."""
    for parent in path.parents:
        spec = ignores.get(parent)
        if spec is None:
            continue
        result = spec.check_file(path.relative_to(parent).as_posix() + ("/" if folder else ""))
        if result.include is not None:
            return result.include
    return False
