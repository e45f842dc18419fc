"""Discovery: which files of the given paths are linted."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

import pathspec

SUFFIXES = frozenset((".md", ".markdown", ".mdown", ".txt", ".text", ".docx", ".docm", ".pdf"))
_VENDORED = frozenset(
    ["node_modules", "vendor", "vendors", "third_party", "third-party", "thirdparty", "site-packages", "bower_components", "venv", "env", "__pycache__", "dist", "build", "external"]
)
_NO_DOCUMENTS = (
    "changelog*", "changes*", "history*", "license*", "licence*", "copying*", "notice*", "requirements*.txt", "*.lock", "*-lock.*",
    "code_of_conduct*", "contributing*", "security*", "cmakelists.txt", "robots.txt", "constraints*.txt", "*.lock.txt", "~$*",
    "pull_request_template*", "issue_template*", "vocab*.txt", "classes.txt", "labels.txt",
)


def find_files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files to lint, in the order of the paths and sorted inside a folder, each once.

    A file that is named is always taken. A folder gives its documents: no hidden, vendored or ignored ones (.gitignore),
    no change logs and licences, and nothing behind a link that leaves the folder.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _inside(path) if path.is_dir() else (path,):
            real = found.resolve()
            if real not in seen:
                seen.add(real)
                yield found


def _inside(folder: Path) -> Iterator[Path]:
    root = folder.resolve()
    ignores: dict[Path, pathspec.GitIgnoreSpec] = {}
    for parent, names, files in os.walk(folder, followlinks=False):
        here = Path(parent)
        spec = _ignore_file(here)
        if spec is not None:
            ignores[here] = spec
        names[:] = sorted(
            name for name in names
            if not name.startswith(".") and name.lower() not in _VENDORED and not _ignored(here / name, ignores, folder=True)
        )
        for name in sorted(files):
            path = here / name
            if _is_document(name) and not _ignored(path, ignores) and path.resolve().is_relative_to(root):
                yield path


def _is_document(name: str) -> bool:
    lower = name.lower()
    if lower.startswith(".") or any(fnmatch(lower, pattern) for pattern in _NO_DOCUMENTS):
        return False
    return Path(lower).suffix in SUFFIXES or lower == "readme"


def _ignore_file(folder: Path) -> pathspec.GitIgnoreSpec | None:
    try:
        lines = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    return pathspec.GitIgnoreSpec.from_lines(lines)


def _ignored(path: Path, ignores: dict[Path, pathspec.GitIgnoreSpec], *, folder: bool = False) -> bool:
    for parent in path.parents:
        spec = ignores.get(parent)
        if spec is not None and spec.match_file(path.relative_to(parent).as_posix() + ("/" if folder else "")):
            return True
    return False
