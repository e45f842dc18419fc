"""The tree around a document, looked at on demand; it remembers what it was asked, so that a kept report is used only while that holds."""

from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path

from careerlint.model.surroundings import Asked
from careerlint.repository.git import GitError, repository_of, tracked_files

_MOST_NAMES = 200_000


class Tree:
    """The files around one document. Links are followed only while they stay inside."""

    def __init__(self, folder: str) -> None:
        here = Path(os.path.realpath(folder))
        found = repository_of(here)
        self._root = found or here
        self._in_repository = found is not None
        self._names: dict[Path, frozenset[str]] = {}
        self._tracked: tuple[str, ...] | None = None
        self._content: dict[tuple[str, int], bytes | None] = {}
        self._asked: dict[tuple[str, str], Asked] = {}

    @property
    def root(self) -> Path:
        """The top of the repository, or the folder of the document."""
        return self._root

    @property
    def in_repository(self) -> bool:
        """Whether there is a repository."""
        return self._in_repository

    def names(self, folder: Path) -> frozenset[str]:
        """The names in a folder, in NFC."""
        if folder not in self._names:
            self._ask(Asked("names", str(folder), state_of("names", str(folder))))
            names: list[str] = []
            try:
                if self._is_inside(folder):
                    with os.scandir(folder) as entries:
                        names = [entry.name for entry, _ in zip(entries, range(_MOST_NAMES), strict=False)]
            except OSError:
                names = []
            self._names[folder] = frozenset(unicodedata.normalize("NFC", name) for name in names)
        return self._names[folder]

    def tracked(self) -> tuple[str, ...]:
        """The tracked paths; none where git cannot tell."""
        if self._tracked is None:
            self._ask(Asked("tracked", str(self._root), state_of("tracked", str(self._root))))
            try:
                self._tracked = tracked_files(self._root) if self._in_repository else ()
            except GitError:
                self._tracked = ()
        return self._tracked

    def content(self, path: str, most: int) -> bytes | None:
        """The first bytes of a regular file."""
        if (path, most) not in self._content:
            place = self._root / path
            self._ask(Asked("content", str(place), state_of("content", str(place))))
            self._content[path, most] = _bytes_of(place, most) if self._is_inside(place) else None
        return self._content[path, most]

    def asked(self) -> tuple[Asked, ...]:
        """Everything that was looked at, ordered."""
        return tuple(self._asked[key] for key in sorted(self._asked))

    def _ask(self, asked: Asked) -> None:
        self._asked.setdefault((asked.kind, asked.path), asked)

    def _is_inside(self, path: Path) -> bool:
        return Path(os.path.realpath(path)).is_relative_to(self._root)


def state_of(kind: str, path: str) -> tuple[int, ...] | None:
    """The state of something that was looked at: time of change and size; None where it is not there."""
    try:
        found = Path(_index_of(path) if kind == "tracked" else path).stat()
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns, found.st_size)


def still_holds(asked: tuple[Asked, ...]) -> bool:
    """Whether everything that was looked at is as it was."""
    return all(state_of(each.kind, each.path) == each.state for each in asked)


def _index_of(root: str) -> str:
    """Git's list of tracked files; in a linked working tree `.git` is a file that names the folder where it is."""
    marker = Path(root) / ".git"
    if marker.is_file():
        named = marker.read_text(encoding="utf-8", errors="replace").removeprefix("gitdir:").strip()
        return str(Path(root) / named / "index")
    return str(marker / "index")


def _bytes_of(path: Path, most: int) -> bytes | None:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            return file.read(most)
    except (OSError, ValueError):
        return None
