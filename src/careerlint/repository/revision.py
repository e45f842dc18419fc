"""A revision that the files of a run are compared with: what a file was then, under the name that it had."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from careerlint.repository.git import file_at, moves_since, revision_of


class Revision:
    """A revision by its name, in every repository of one run; what git tells of all files alike is asked once, for it may take as long as all else."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._commits: dict[Path, str] = {}
        self._moves: dict[Path, Mapping[str, str]] = {}

    def check(self, repository: Path) -> None:
        """Raise GitError where a repository has no such revision."""
        self._commit(repository)

    def content(self, repository: Path, path: Path, most: int) -> bytes | None:
        """What a file of a repository was at the revision, wherever it stood then; None where it is new since, or was larger than `most` bytes. Raises GitError."""
        commit = self._commit(repository)
        content = file_at(repository, commit, path, most)
        if content is None and (former := self._former(repository, path)) is not None:
            content = file_at(repository, commit, former, most)
        return content

    def _commit(self, repository: Path) -> str:
        if repository not in self._commits:
            self._commits[repository] = revision_of(repository, self._name)
        return self._commits[repository]

    def _former(self, repository: Path, path: Path) -> Path | None:
        if repository not in self._moves:
            self._moves[repository] = moves_since(repository, self._commit(repository))
        before = self._moves[repository].get(Path(os.path.realpath(path)).relative_to(repository).as_posix())
        return None if before is None else repository / before
