"""What stands around a document: the files of its folder and repository, as the rules may look at them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Dependency:
    """One thing that was looked at and the state it was in; `path` is absolute, `state` changes when the thing does. The day has no path."""

    kind: Literal["names", "tracked", "content", "day"]
    path: str
    state: tuple[int, ...] | None


def dependency_on_day(day: date) -> Dependency:
    """That the day was looked at."""
    return Dependency("day", "", (day.toordinal(),))


class Surroundings(Protocol):
    """The tree around a document. Nothing outside of `root` is looked at; without a repository `root` is the document's folder."""

    @property
    def root(self) -> Path:
        """The top of the repository, or the folder of the document; absolute, links resolved."""

    @property
    def in_repository(self) -> bool:
        """Whether the document stands in the working tree of a git repository."""

    def names(self, folder: Path) -> frozenset[str]:
        """The names in a folder, in NFC; none where it is no folder or stands outside."""

    def tracked(self) -> tuple[str, ...]:
        """The paths that git tracks, from `root`, with `/`, ordered; none outside of a repository."""

    def submodules(self) -> tuple[str, ...]:
        """The tracked folders that are repositories of their own, from `root`; nothing is known of what is in them."""

    def remotes(self) -> tuple[str, ...]:
        """Owner and name ("owner/name") of the repository on each host that it is fetched from or sent to, in lower case."""

    def ignored(self, paths: Iterable[str]) -> frozenset[str]:
        """Those of the paths, from `root`, that git is told to leave out and does not track."""

    def content(self, path: str, most: int) -> bytes | None:
        """The first `most` bytes of a regular file, by its path from `root`; None where there is none inside of `root`."""

    def dependencies(self) -> tuple[Dependency, ...]:
        """Everything that was looked at so far."""


@dataclass(frozen=True, slots=True)
class Nowhere:
    """The surroundings of a text that is no file."""

    root: Path = Path()
    in_repository: bool = False

    def names(self, folder: Path) -> frozenset[str]:
        """None."""
        return frozenset()

    def tracked(self) -> tuple[str, ...]:
        """None."""
        return ()

    def submodules(self) -> tuple[str, ...]:
        """None."""
        return ()

    def remotes(self) -> tuple[str, ...]:
        """None."""
        return ()

    def ignored(self, paths: Iterable[str]) -> frozenset[str]:
        """None."""
        return frozenset()

    def content(self, path: str, most: int) -> bytes | None:
        """None."""
        return None

    def dependencies(self) -> tuple[Dependency, ...]:
        """Nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class Imagined:
    """A repository that is only told of, as the examples of rules do: the text of each tracked file, by path."""

    files: Mapping[str, str]
    root: Path = Path("/repository")
    in_repository: bool = True
    _names: dict[Path, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def names(self, folder: Path) -> frozenset[str]:
        """The names in a folder."""
        if folder not in self._names:
            inside = [Path(self.root, path).relative_to(folder).parts for path in self.files if Path(self.root, path).is_relative_to(folder)]
            self._names[folder] = frozenset(parts[0] for parts in inside if parts)
        return self._names[folder]

    def tracked(self) -> tuple[str, ...]:
        """Every path."""
        return tuple(sorted(self.files))

    def submodules(self) -> tuple[str, ...]:
        """None."""
        return ()

    def remotes(self) -> tuple[str, ...]:
        """None."""
        return ()

    def ignored(self, paths: Iterable[str]) -> frozenset[str]:
        """None."""
        return frozenset()

    def content(self, path: str, most: int) -> bytes | None:
        """The beginning of a file."""
        text = self.files.get(path)
        return None if text is None else text.encode("utf-8")[:most]

    def dependencies(self) -> tuple[Dependency, ...]:
        """Nothing that could change."""
        return ()
