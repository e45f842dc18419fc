"""Files around a document: whether a relative reference points to one, looked for inside of its repository or folder only."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from careerlint.checks.anchors import anchors_in, spelled
from careerlint.expression import Expression
from careerlint.model.surroundings import Surroundings

# Pages of a code host that a README may name as if they were files.
_HOST_PAGES = Expression(r"(?:issues|pulls?|wiki|releases|actions|discussions|projects|milestones|blob|tree|raw|commits?|tags|stargazers|network|graphs|security|settings|packages|compare|archive|labels)(?:/|$)")


_LARGEST = 1_000_000
_LINES = Expression(r"L\d+(?:-L?\d+)?|top|:~:.*", re.IGNORECASE)


@dataclass
class Files:
    """The tree that a document may refer to; nothing outside is looked at."""

    folder: Path
    around: Surroundings
    submodules: tuple[Path, ...] = ()
    _seen: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: str, around: Surroundings) -> Files:
        """The files around a folder."""
        return cls(Path(os.path.realpath(folder)), around, _submodules(around))

    @property
    def root(self) -> Path:
        """The repository, or the folder itself."""
        return self.around.root

    @property
    def in_repository(self) -> bool:
        """Whether there is a repository."""
        return self.around.in_repository

    @property
    def stands_alone(self) -> bool:
        """Whether the document may have been moved without its files: outside of a repository, and not one of them is there."""
        return not self.in_repository and not any(self._seen.values())

    def missing(self, target: str) -> Path | None:
        """The first step of the target's path that is not there; None where it is there or can't be told."""
        path = self._path(target)
        if path is None:
            return None
        missing = self._first_missing(path)
        self._seen[target] = missing is None
        return missing

    def in_other_case(self, path: Path) -> str:
        """How a name that is not there is written in its folder, if only its case differs."""
        wanted = unicodedata.normalize("NFC", path.name).lower()
        return next((name for name in sorted(self._listed(path.parent)) if name.lower() == wanted), "")

    def ignored(self, targets: list[str]) -> frozenset[str]:
        """Those of the targets whose files git is told to leave out."""
        paths = {target: path.relative_to(self.root).as_posix() for target in targets if (path := self._path(target)) is not None and path != self.root}
        left_out = self.around.ignored(sorted(set(paths.values()))) if self.in_repository else frozenset()
        # A folder of which something is tracked is there for everybody.
        left_out = frozenset(path for path in left_out if not any(other.startswith(f"{path}/") for other in self.around.tracked()))
        return frozenset(target for target, path in paths.items() if path in left_out)

    def without_heading(self, target: str) -> str:
        """The Markdown file that a target names, where that has no such heading or anchor; else an empty text."""
        anchor = target.partition("#")[2]
        path = self._path(target)
        if not anchor or path is None or path.suffix.lower() not in (".md", ".markdown") or _LINES.fullmatch(anchor):
            return ""
        content = self.around.content(path.relative_to(self.root).as_posix(), _LARGEST)
        if content is None or len(content) == _LARGEST:
            return ""
        return "" if spelled(anchor) in anchors_in(content.decode("utf-8", "replace")) else self.shown(path)

    def shown(self, path: Path) -> str:
        """A path as the writer would name it."""
        return os.path.relpath(path, self.folder).replace(os.sep, "/")

    def _path(self, target: str) -> Path | None:
        words = unquote(re.split(r"[?#]", target.strip(), maxsplit=1)[0]).replace("\\", "/")
        if not words or "\0" in words or len(words) > 1000 or _HOST_PAGES.match(words.lstrip("./")):
            return None
        if words.startswith("/"):
            if not self.in_repository:
                return None
            path = Path(os.path.normpath(self.root / words.lstrip("/")))
        else:
            path = Path(os.path.normpath(self.folder / words))
        # A link in the tree may lead out of it, and "../.." may be a page of the code host.
        if not path.is_relative_to(self.root) or any(path.is_relative_to(module) for module in self.submodules):
            return None
        return path

    def _first_missing(self, path: Path) -> Path | None:
        here = self.root
        for step in path.relative_to(self.root).parts:
            if not Path(os.path.realpath(here)).is_relative_to(self.root):
                return None
            there = here / step
            if unicodedata.normalize("NFC", step) not in self._listed(here):
                if there.parent == path.parent and not there.suffix and any(f"{step}{suffix}" in self._listed(here) for suffix in (".md", ".html")):
                    return None
                return there
            here = there
        return None

    def _listed(self, folder: Path) -> frozenset[str]:
        return self.around.names(folder)


def _submodules(around: Surroundings) -> tuple[Path, ...]:
    text = (around.content(".gitmodules", _LARGEST) or b"").decode("utf-8", "replace") if around.in_repository else ""
    return tuple(around.root / found for found in re.findall(r"^\s*path\s*=\s*(\S+)\s*$", text, re.MULTILINE))
