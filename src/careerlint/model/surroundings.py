"""What stands around a document: the files of its folder and repository, as the rules may look at them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that was looked at and the state it was in; `path` is absolute, `state` changes when the thing does."""

    kind: Literal["names", "tracked", "content"]
    path: str
    state: tuple[int, ...] | None


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

    def content(self, path: str, most: int) -> bytes | None:
        """The first `most` bytes of a regular file, by its path from `root`; None where there is none inside of `root`."""

    def asked(self) -> tuple[Asked, ...]:
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

    def content(self, path: str, most: int) -> bytes | None:
        """None."""
        return None

    def asked(self) -> tuple[Asked, ...]:
        """Nothing."""
        return ()
