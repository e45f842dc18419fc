"""Calls of git that only read; nothing that the repository configures (hooks, filters, monitors) is run."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from careerlint.expression import Expression
from careerlint.standing import is_there

_SECONDS = 30
_MOST_BYTES = 200_000_000
_MODULE = b"160000 "
_OWNER_AND_NAME = Expression(r"[/:]([\w.~-]+/[\w.-]+?)(?:\.git)?/?$")
# What a repository's own configuration could otherwise start while git reads it.
_QUIET = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=", "-c", "protocol.allow=never", "-c", "core.quotePath=false", "--no-optional-locks", "--no-pager")


class GitError(Exception):
    """Why git could not answer, in words for the user."""


def repository_of(path: Path) -> Path | None:
    """The top folder of the working tree that a path stands in; None outside of one."""
    folder = Path(os.path.realpath(path))
    for parent in (folder, *folder.parents):
        if is_there(parent / ".git"):
            return parent
    return None


def revision_of(repository: Path, name: str) -> str:
    """The commit that a name (branch, tag, hash, HEAD~1) stands for; raises GitError. HEAD of a repository without a commit is a tree with nothing in it."""
    try:
        return _git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode("ascii").strip()
    except GitError as error:
        if str(error):
            raise
        if name == "HEAD" and not _git(repository, "rev-list", "-n", "1", "--all"):
            return _git(repository, "hash-object", "-t", "tree", os.devnull).decode("ascii").strip()
        shallow = is_there(_shallow_file(repository))
        hint = "; this clone is shallow, fetch more of it (git fetch --unshallow)" if shallow else "; 'git log' and 'git branch -a' list what is there"
        raise GitError(f"there is no revision '{name}' in {repository}{hint}") from None


def file_at(repository: Path, commit: str, path: Path, most: int) -> bytes | None:
    """The content of a file at a commit; None where the commit has no such file, or one of more bytes than `most`. `path` is inside the repository."""
    inside = Path(os.path.realpath(path)).relative_to(repository).as_posix()
    listed = _git(repository, "ls-tree", "-z", "--long", "--full-tree", commit, "--", f":(literal){inside}").split(b"\0")[0]
    if not listed:
        return None
    mode, kind, name, size = listed.split(b"\t")[0].split()[:4]
    # A link's content is a path and a submodule has none.
    if kind != b"blob" or mode == b"120000" or int(size) > most:
        return None
    return _git(repository, "cat-file", "blob", name.decode("ascii"))


def moves_since(repository: Path, commit: str) -> Mapping[str, str]:
    """The tracked files that were moved since a commit, as git sees it by their content: by where they stand now where they stood, from the top folder, with `/`.

    The index is compared and not the files themselves: to read those git would run the filters that the repository configures.
    """
    told = _git(repository, "diff", "--cached", "--no-ext-diff", "--no-textconv", "--ignore-submodules", "--find-renames", "--diff-filter=R", "--name-status", "-z", commit, "--").split(b"\0")
    return {os.fsdecode(now): os.fsdecode(before) for before, now in zip(told[1::3], told[2::3], strict=False)}


def tracked_files(repository: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Paths of the tracked files and of the submodules, from the top folder, with `/`, each ordered. Raises GitError."""
    files: set[str] = set()
    modules: set[str] = set()
    for line in _git(repository, "ls-files", "-z", "--cached", "--stage").split(b"\0"):
        told, _, name = line.partition(b"\t")
        if name:
            (modules if told.startswith(_MODULE) else files).add(os.fsdecode(name))
    return tuple(sorted(files)), tuple(sorted(modules))


def remote_names(repository: Path) -> tuple[str, ...]:
    """Owner and name of the repository on its remotes, in lower case, ordered; hosts, users and passwords of the addresses are left out."""
    try:
        told = _git(repository, "config", "--local", "-z", "--get-regexp", r"^remote\..*\.(url|pushurl)$").decode("utf-8", "replace")
    except GitError:
        return ()
    return tuple(sorted({found[1].lower() for line in told.split("\0") if (found := _OWNER_AND_NAME.search(line))}))


def ignored_files(repository: Path, paths: Iterable[str]) -> frozenset[str]:
    """Those of the paths that git is told to leave out and does not track."""
    given = b"\0".join(os.fsencode(path) for path in paths)
    try:
        return frozenset(os.fsdecode(name) for name in _git(repository, "check-ignore", "-z", "--stdin", given=given).split(b"\0") if name)
    except GitError:
        # It also fails where none of them is.
        return frozenset()


def _shallow_file(repository: Path) -> Path:
    try:
        return repository / os.fsdecode(_git(repository, "rev-parse", "--git-path", "shallow").strip())
    except GitError:
        return repository / ".git" / "shallow"


def _git(repository: Path, *arguments: str, given: bytes | None = None) -> bytes:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1"}
    try:
        done = subprocess.run(
            ["git", *_QUIET, *arguments], cwd=repository, env=environment, input=given or b"", capture_output=True, timeout=_SECONDS, check=False,
        )
    except FileNotFoundError:
        raise GitError("git is not installed; install it, or leave out what needs the repository") from None
    except subprocess.TimeoutExpired:
        raise GitError(f"git did not answer within {_SECONDS} seconds in {repository}") from None
    if done.returncode:
        raise GitError(_reason(done.stderr, repository))
    if len(done.stdout) > _MOST_BYTES:
        raise GitError(f"git's answer in {repository} is larger than {_MOST_BYTES // 1_000_000} MB")
    return done.stdout


def _reason(said: bytes, repository: Path) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    if not lines:
        return ""
    # A checkout of somebody else, as containers have it; git says the way out further down.
    hint = f"; if you trust it: git config --global --add safe.directory {shlex.quote(str(repository))}" if "dubious ownership" in lines[0] else ""
    return lines[0].removeprefix("fatal: ") + hint
