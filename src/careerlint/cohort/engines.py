"""Engines: where the documents of a batch are looked at and linted, and what becomes of one that ends its worker."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import groupby, islice
from typing import Protocol

from careerlint.cohort.gathering import Found
from careerlint.cohort.linting import LINTING_SECONDS, Order, carry, content_of, digest_of, memory_of
from careerlint.cohort.recording import Record, record_failure
from careerlint.cohort.storage import is_address, is_only_here
from careerlint.cohort.workers import Failure, Workers
from careerlint.config import Config
from careerlint.model.finding import Unreadable
from careerlint.readers.limits import UnreadableError

DOCUMENTS_FOR_A_WORKER = 16
"""A worker loads rules and languages before its first document, which takes as long as linting about so many."""

_LOOKED_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Looked:
    """A document that was looked at: the name of its content, empty where it cannot be read and `found` says why."""

    found: Found
    config: Config | None
    content: str = ""


class Engine(Protocol):
    """Where documents are looked at and linted."""

    def look(self, documents: Iterable[Looked]) -> Iterator[Looked]:
        """Each document with its content."""

    def lint(self, orders: Iterable[Order], waiting: int) -> Iterator[tuple[Order, Record]]:
        """Each order with its outcome, as it is done; about so many are waiting."""

    def close(self) -> None:
        """End what was started."""


class WorkerEngine:
    """Worker processes of this machine: `prepare` and `task` are what one does first and with a document, `seconds_of` how long that may take."""

    def __init__(self, jobs: int, prepare: Callable[[], object], task: Callable[[Order], Record], seconds_of: Callable[[Order], float]) -> None:
        self._jobs = jobs
        self._prepare = prepare
        self._task = task
        self._seconds_of = seconds_of
        self._workers: Workers | None = None

    def look(self, documents: Iterable[Looked]) -> Iterator[Looked]:
        """Each document with its content: read here and now, and by address in a process of its own, for a storage may never answer."""
        with closing(Workers(1)) as workers:
            for is_fetched, some in groupby(documents, _is_fetched):
                if is_fetched:
                    while chunk := list(islice(some, _LOOKED_AT_ONCE)):
                        yield from look_in(workers, chunk)
                else:
                    yield from map(look_at, some)

    def lint(self, orders: Iterable[Order], waiting: int) -> Iterator[tuple[Order, Record]]:
        """Each order with its outcome; the processes are started with the first one."""
        if self._workers is None:
            self._workers = Workers(workers_for(waiting, self._jobs), self._prepare)
        return lint_in(self._workers, self._task, orders, self._seconds_of)

    def close(self) -> None:
        """End the processes."""
        if self._workers is not None:
            self._workers.close()


def look_at(document: Looked) -> Looked:
    """The document with its content, or with why it cannot be read."""
    found, config = document.found, document.config
    if found.failure is not None or config is None:
        return document
    try:
        return replace(document, content=digest_of(content_of(found.file, found.member, config.limits)))
    except UnreadableError as error:
        return replace(document, found=replace(found, failure=error))


def _is_fetched(document: Looked) -> bool:
    return is_address(document.found.file) and not is_only_here(document.found.file)


def look_in(workers: Workers, documents: Sequence[Looked]) -> list[Looked]:
    """The documents with their content, or with why it cannot be read, in their order; none takes longer than it may."""
    looked = list(documents)
    seconds = max((document.config.limits.seconds for document in documents if document.config), default=0.0) + LINTING_SECONDS
    for done in workers.run(_look_at_numbered, enumerate(documents), lambda _: seconds):
        number, document = done.task
        if isinstance(done.result, Failure):
            looked[number] = replace(document, found=replace(document.found, failure=_not_given(done.result, seconds)))
        else:
            looked[number] = done.result
    return looked


def _look_at_numbered(numbered: tuple[int, Looked]) -> Looked:
    return look_at(numbered[1])


def _not_given(failure: Failure, seconds: float) -> UnreadableError:
    if failure.kind == "timeout":
        return UnreadableError(
            "timeout", f"The storage took longer than {seconds:g} seconds to give the file; call again.", f"저장소가 {seconds:g}초 안에 파일을 주지 않았습니다. 다시 실행하세요."
        )
    return UnreadableError("memory")


def lint_in(
    workers: Workers, task: Callable[[Order], Record], orders: Iterable[Order], seconds_of: Callable[[Order], float]
) -> Iterator[tuple[Order, Record]]:
    """Each order with its outcome, as it is done; one that ends its worker has a reason."""
    for done in workers.run(task, map(carry, orders), seconds_of, memory_of):
        order, result = done.task, done.result
        yield order, record_failure(unreadable_of(order.path, result, seconds_of(order))) if isinstance(result, Failure) else result


def workers_for(documents: int, jobs: int) -> int:
    """How many workers are worth their start."""
    return max(1, min(jobs, documents // DOCUMENTS_FOR_A_WORKER))


def unreadable_of(path: str, failure: Failure, seconds: float) -> Unreadable:
    """What is told about a document that ended its worker."""
    if failure.kind == "timeout":
        return Unreadable(
            path, "timeout", f"Linting took longer than {seconds:g} seconds and was stopped; split the document, or raise the limit with --timeout.",
            f"검사가 {seconds:g}초를 넘어 중단했습니다. 문서를 나누거나 --timeout으로 제한 시간을 늘리세요.",
        )  # fmt: skip
    if failure.kind == "memory":
        return Unreadable(
            path, "memory", "Linting needed too much memory and was stopped; split the document.", "검사에 메모리가 너무 많이 필요해 중단했습니다. 문서를 나누세요."
        )
    return Unreadable(
        path, "crashed", f"careerlint ended on this document ({failure.detail}); please report it with the sentence that causes it.",
        f"careerlint가 이 문서에서 끝나 버렸습니다({failure.detail}). 원인이 되는 문장과 함께 알려 주세요.",
    )  # fmt: skip
