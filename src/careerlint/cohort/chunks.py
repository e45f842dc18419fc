"""Chunks: what a worker of a cluster is asked to do with some documents, and the processes that it keeps for that."""

from __future__ import annotations

import hashlib
import multiprocessing
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath

from careerlint.cohort.engines import Looked, lint_in, look_in
from careerlint.cohort.linting import Order, load_libraries
from careerlint.cohort.parts import Parts
from careerlint.cohort.recording import Record
from careerlint.cohort.workers import Workers
from careerlint.readers.limits import UnreadableError
from careerlint.results import releases
from careerlint.rules.rule_set import rule_set_of

_IDLE_SECONDS = 60.0
"""So long the processes of a worker wait for the next chunk; a cluster has other guests."""
class SoftwareError(Exception):
    """Why a worker would not say the same as this machine, in one line for the user."""


@dataclass(frozen=True, slots=True)
class OwnRules:
    """A folder of rules of the user, with what stands in it: a worker does not have it."""

    folder: Path
    files: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Work:
    """How a worker does its chunks: with which software and rules, which functions, and where the parts go. `rulesets` are pairs of folders and identity."""

    software: tuple[str, ...]
    rulesets: tuple[tuple[tuple[Path, ...], str], ...]
    rules: tuple[OwnRules, ...]
    task: Callable[[Order], Record]
    seconds_of: Callable[[Order], float]
    prepare: Callable[[tuple[Path, ...]], object] = load_libraries
    parts: str = ""


def look_at_chunk(work: Work, documents: Sequence[Looked]) -> list[tuple[str, UnreadableError | None]]:
    """The content of each document, or why it cannot be read. Raises SoftwareError."""
    _check_software(work)
    own = _folders_of(work)
    folders = next((document.config.rule_folders for document in documents if document.config), ())
    with _workers(work, tuple(own.get(folder, folder) for folder in folders)) as workers:
        return [(looked.content, looked.found.failure) for looked in look_in(workers, documents)]


def lint_chunk(work: Work, orders: Sequence[Order]) -> str:
    """Lint some documents and write the part with their outcomes; its name. Raises SoftwareError, PartError."""
    _check_software(work)
    own = _folders_of(work)
    here = {order.number: _with_folders(order, own) for order in orders}
    for folders, identity in work.rulesets:
        if rule_set_of(tuple(own.get(folder, folder) for folder in folders)).identity != identity:
            raise SoftwareError("a worker has other rules than this machine; install the same careerlint on every machine")
    outcomes: dict[int, Record] = {}
    with _workers(work, here[orders[0].number].config.rule_folders) as workers:
        for order, record in lint_in(workers, work.task, here.values(), work.seconds_of):
            outcomes[order.number] = record
    return Parts(work.parts).write([(order, outcomes[order.number]) for order in orders])


@lru_cache(maxsize=1)
def software() -> tuple[str, ...]:
    """What decides about findings besides rules: releases, and the code itself, for a checkout changes without a new one."""
    digest = hashlib.sha256()
    package = Path(__file__).resolve().parent.parent
    for file in sorted(package.rglob("*.py")):
        digest.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return (f"Python {sys.version_info[0]}.{sys.version_info[1]}", *releases(), digest.hexdigest()[:16])


def own_rules(folder: Path) -> OwnRules:
    """What stands in a folder of rules."""
    files = ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in sorted(folder.rglob("*.yml")))
    return OwnRules(folder, tuple(files))


def _check_software(work: Work) -> None:
    if work.software != software():
        other = sorted(set(software()) - set(work.software))
        raise SoftwareError(f"a worker has other software ({', '.join(other)[:200]}) than this machine; install the same careerlint on every machine")


def _with_folders(order: Order, own: dict[Path, Path]) -> Order:
    config = order.config
    return replace(order, config=replace(config, rule_folders=tuple(own.get(folder, folder) for folder in config.rule_folders)))


def _folders_of(work: Work) -> dict[Path, Path]:
    """Where the rules of the user are on this machine."""
    return {rules.folder: _folder_of(rules) for rules in work.rules}


_made: list[tempfile.TemporaryDirectory[str]] = []
"""Folders that are removed when this process ends."""


@lru_cache(maxsize=32)
def _folder_of(rules: OwnRules) -> Path:
    """A folder of this machine with these rules, as long as this process lives."""
    made = tempfile.TemporaryDirectory(prefix="careerlint-rules-")
    _made.append(made)
    folder = Path(made.name)
    for name, content in rules.files:
        inside = PurePosixPath(name)
        if inside.is_absolute() or ".." in inside.parts:
            continue
        (folder / inside).parent.mkdir(parents=True, exist_ok=True)
        (folder / inside).write_bytes(content)
    return folder


Kind = tuple[Callable[[tuple[Path, ...]], object], tuple[Path, ...]]
_idle: list[tuple[float, Kind, Workers]] = []
_lock = threading.Lock()


@contextmanager
def _workers(work: Work, folders: tuple[Path, ...]) -> Iterator[Workers]:
    """One process with its languages loaded, taken from those that are idle; no two chunks use one at a time."""
    # A worker that its nanny has started is marked as one that may have no children; ours end with it.
    multiprocessing.current_process().daemon = False
    kind = (work.prepare, folders)
    with _lock:
        place = next((place for place, (_, other, _) in enumerate(_idle) if other == kind), None)
        workers = _idle.pop(place)[2] if place is not None else None
    workers = workers or Workers(1, partial(work.prepare, folders))
    try:
        yield workers
    except BaseException:
        workers.close()
        raise
    with _lock:
        _idle.append((time.monotonic(), kind, workers))
    timer = threading.Timer(_IDLE_SECONDS + 1, _close_idle)
    timer.daemon = True
    timer.start()


def _close_idle() -> None:
    with _lock:
        old = [each for each in _idle if time.monotonic() - each[0] >= _IDLE_SECONDS]
        _idle[:] = [each for each in _idle if each not in old]
    for _, _, workers in old:
        workers.close()
