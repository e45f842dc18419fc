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

_BRANCHES = Expression(r"(?:main|master|dev|develop|gh-pages|release|staging|v?\d[\w.]*)", re.IGNORECASE)
_PROJECT = Expression(
    r"pyproject\.toml|setup\.(?:py|cfg)|requirements.*\.txt|environment\.ya?ml|pipfile|package\.json|pom\.xml|build\.gradle(?:\.kts)?|cargo\.toml|go\.mod|gemfile|composer\.json|pubspec\.yaml|"
    r"cmakelists\.txt|makefile|dockerfile|(?:docker-)?compose\.ya?ml|\.github|\.gitlab-ci\.yml|\.gitignore|\.gitattributes|src|tests|notebooks",
    re.IGNORECASE,
)
"""What stands beside the README of a project, but not beside a document that was saved alone or among others."""
_TO_REPOSITORY, _TO_OWNER, _TO_HOST = 2, 3, 4
"""So many steps up from the top of a repository a page of a code host is that of the repository, of its owner, and the host itself."""
_LARGEST = 1_000_000
_LONGEST = 1000
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
        """Whether the document may have been moved without its files: outside of a repository and of any project, and nothing of what it names is there."""
        return not self.in_repository and not any(self._seen.values()) and not any(_PROJECT.fullmatch(name) for name in self._listed(self.folder))

    def leaves(self, target: str, *, picture: bool) -> bool:
        """Whether a target leads out of the repository to no page of a code host.

        Seen from the top of a repository "../dev/a.md" is another branch there, "../../issues" a page, "../../../other" another repository: such links
        open. A picture is looked for among the files of the repository only.
        """
        words = _path_words(target)
        if not self.in_repository or not words or words.startswith("/"):
            return False
        steps = os.path.relpath(os.path.normpath(self.folder / words), self.root).replace(os.sep, "/").split("/")
        up, rest = steps.count(".."), [step for step in steps if step != ".."]
        if not up or picture:
            return bool(up)
        named = bool(rest) and "." in rest[-1][1:]
        if up < _TO_REPOSITORY:
            return bool(rest) and not _BRANCHES.fullmatch(rest[0])
        if up == _TO_REPOSITORY:
            return bool(rest) and not _HOST_PAGES.match("/".join(rest))
        return up > _TO_HOST or named

    def missing(self, target: str) -> Path | None:
        """The first step of the target's path that is not there; None where it is there or can't be told."""
        path = self._path(target)
        if path is None:
            return None
        missing = self._first_missing(path)
        # A folder that the target names, with something else missing in it, shows that the document stands where it belongs.
        self._seen[target] = missing is None or (missing.parent != self.folder and missing.parent.is_relative_to(self.folder))
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
        words = _path_words(target)
        if not words:
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


def _path_words(target: str) -> str:
    """The path that a target names; empty where it names none, or a page of a code host."""
    words = unquote(re.split(r"[?#]", target.strip(), maxsplit=1)[0]).replace("\\", "/")
    return "" if "\0" in words or len(words) > _LONGEST or _HOST_PAGES.match(words.lstrip("./")) else words


def _submodules(around: Surroundings) -> tuple[Path, ...]:
    text = (around.content(".gitmodules", _LARGEST) or b"").decode("utf-8", "replace") if around.in_repository else ""
    return tuple(around.root / found for found in re.findall(r"^\s*path\s*=\s*(\S+)\s*$", text, re.MULTILINE))
