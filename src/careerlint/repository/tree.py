"""The tree around a document, looked at on demand; it remembers what it was asked, so that a kept report is used only while that holds."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable
from datetime import date
from pathlib import Path, PurePosixPath

from careerlint.model.surroundings import Dependency, dependency_on_day
from careerlint.repository.git import GitError, ignored_files, remote_names, repository_of, tracked_files
from careerlint.standing import is_file

_MOST_NAMES = 200_000


class Tree:
    """The files around one document. Links are followed only while they stay inside."""

    def __init__(self, folder: str) -> None:
        here = Path(os.path.realpath(folder))
        found = repository_of(here)
        self._root = found or here
        self._in_repository = found is not None
        self._names: dict[Path, frozenset[str]] = {}
        self._tracked: tuple[tuple[str, ...], tuple[str, ...]] | None = None
        self._remotes: tuple[str, ...] | None = None
        self._content: dict[tuple[str, int], bytes | None] = {}
        self._dependencies: dict[tuple[str, str], Dependency] = {}

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
            self._note(Dependency("names", str(folder), state_of("names", str(folder))))
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
        return self._listed()[0]

    def submodules(self) -> tuple[str, ...]:
        """The tracked folders that are repositories; none where git cannot tell."""
        return self._listed()[1]

    def _listed(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if self._tracked is None:
            self._note(Dependency("tracked", str(self._root), state_of("tracked", str(self._root))))
            try:
                self._tracked = tracked_files(self._root) if self._in_repository else ((), ())
            except GitError:
                self._tracked = ((), ())
        return self._tracked

    def remotes(self) -> tuple[str, ...]:
        """Owner and name on each remote."""
        if self._remotes is None:
            if self._in_repository:
                settings = str(_git_folder(str(self._root), shared=True) / "config")
                self._note(Dependency("content", settings, state_of("content", settings)))
            self._remotes = remote_names(self._root) if self._in_repository else ()
        return self._remotes

    def ignored(self, paths: Iterable[str]) -> frozenset[str]:
        """Those that git leaves out."""
        wanted = [path for path in paths if self._is_inside(self._root / path)]
        if not wanted or not self._in_repository:
            return frozenset()
        self._listed()
        folders = {parent for path in wanted for parent in PurePosixPath(path).parents}
        for file in (*(str(self._root / folder / ".gitignore") for folder in sorted(folders)), str(_git_folder(str(self._root), shared=True) / "info" / "exclude")):
            self._note(Dependency("content", file, state_of("content", file)))
        return ignored_files(self._root, wanted)

    def content(self, path: str, most: int) -> bytes | None:
        """The first bytes of a regular file."""
        if (path, most) not in self._content:
            place = self._root / path
            self._note(Dependency("content", str(place), state_of("content", str(place))))
            self._content[path, most] = _bytes_of(place, most) if self._is_inside(place) else None
        return self._content[path, most]

    def dependencies(self) -> tuple[Dependency, ...]:
        """Everything that was looked at, ordered."""
        return tuple(self._dependencies[key] for key in sorted(self._dependencies))

    def _note(self, dependency: Dependency) -> None:
        self._dependencies.setdefault((dependency.kind, dependency.path), dependency)

    def _is_inside(self, path: Path) -> bool:
        return Path(os.path.realpath(path)).is_relative_to(self._root)


def state_of(kind: str, path: str) -> tuple[int, ...] | None:
    """The state of something that was looked at: time of change and size; None where it is not there."""
    try:
        found = Path(_index_of(path) if kind == "tracked" else path).stat()
    except (OSError, ValueError):
        return None
    return (found.st_mtime_ns, found.st_size)


def still_holds(dependencies: tuple[Dependency, ...], today: date, states: dict[tuple[str, str], tuple[int, ...] | None] | None = None) -> bool:
    """Whether everything that was looked at is as it was, the day too; `states` keeps what was found out for the documents that follow in one run."""
    known = {} if states is None else states
    for each in dependencies:
        if each.kind == "day":
            if each != dependency_on_day(today):
                return False
            continue
        key = (each.kind, each.path)
        if key not in known:
            known[key] = state_of(*key)
        if known[key] != each.state:
            return False
    return True


def _index_of(root: str) -> str:
    """Git's list of tracked files."""
    return str(_git_folder(root) / "index")


def _git_folder(root: str, *, shared: bool = False) -> Path:
    """Git's own folder; in a linked working tree `.git` is a file that names it, and `commondir` in it names the one that all share."""
    folder = Path(root) / ".git"
    if is_file(folder):
        folder = Path(root) / folder.read_text(encoding="utf-8", errors="replace").removeprefix("gitdir:").strip()
        common = folder / "commondir"
        if shared and is_file(common):
            return folder / common.read_text(encoding="utf-8", errors="replace").strip()
    return folder


def _bytes_of(path: Path, most: int) -> bytes | None:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            return file.read(most)
    except (OSError, ValueError):
        return None
