"""Cluster: the documents of a batch looked at and linted by the workers of a Dask cluster, which is there already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from careerlint.cohort.chunks import OwnRules, Work, lint_chunk, look_at_chunk, own_rules, software
from careerlint.cohort.dispatch import ClusterError, Dispatch, threads_of
from careerlint.cohort.engines import Looked, unreadable_of
from careerlint.cohort.gathering import Found
from careerlint.cohort.linting import Order, lint_order, load_libraries, seconds_of
from careerlint.cohort.parts import KnownParts, Parts
from careerlint.cohort.recording import Record, record_failure
from careerlint.cohort.storage import is_address, is_only_here, local_path
from careerlint.cohort.workers import Failure
from careerlint.config import Config
from careerlint.readers.limits import UnreadableError
from careerlint.rules.rule_set import rule_set_of

_LARGEST_CHUNK = 50
_CHUNKS_FOR_A_THREAD = 8
"""So many chunks for each thread leave none without work while another ends its last one."""
_MOST_RULES = 5_000_000


class ClusterEngine:
    """Lints on a cluster, and takes the outcomes from the parts that its workers write.

    `task` and `seconds_of` are what a worker does with a document and how long that may take, `prepare` what it does first.
    """

    def __init__(
        self, client: Any, parts: str, task: Callable[[Order], Record] = lint_order, seconds_of: Callable[[Order], float] = seconds_of,
        prepare: Callable[[tuple[Path, ...]], object] = load_libraries,
    ) -> None:  # fmt: skip
        self._client = client
        # Workers stand in other folders than this process.
        place = _file_for_others(local_path(parts))
        self._parts = Parts(place)
        self._parts.open()
        self._work = Work(software(), (), (), task, seconds_of, prepare, place)
        self._configs: dict[Config, Config] = {}
        self._rules: dict[Path, OwnRules] = {}
        self._known: KnownParts | None = None
        self._made: set[str] = set()

    def look(self, documents: Iterable[Looked]) -> Iterator[Looked]:
        """Each document with its content, which a worker has fetched. Raises ClusterError, PartError."""
        dispatch = Dispatch(self._client, look_at_chunk, _bare)
        chunk: list[Looked] = []
        for document in documents:
            if document.found.failure is not None or document.config is None:
                yield document
                continue
            if is_only_here(document.found.file):
                raise ClusterError("no worker of a cluster can fetch from memory://, which only this process can see; lint it without --engine dask")
            chunk.append(replace(document, config=self._same(document.config)))
            if len(chunk) >= _LARGEST_CHUNK:
                self._send_to_look(dispatch, chunk)
                chunk = []
                while dispatch.is_full:
                    yield from _looked(dispatch)
        if chunk:
            self._send_to_look(dispatch, chunk)
        while not dispatch.is_empty:
            yield from _looked(dispatch)

    def lint(self, orders: Iterable[Order], waiting: int) -> Iterator[tuple[Order, Record]]:
        """Each order with its outcome: from a part that is there, or from the workers. Raises ClusterError, PartError."""
        self._known = self._known or self._parts.known()
        size = max(1, min(_LARGEST_CHUNK, -(-waiting // (_CHUNKS_FOR_A_THREAD * max(1, threads_of(self._client))))))
        dispatch = Dispatch(self._client, lint_chunk)
        chunk: list[Order] = []
        for order in map(self._sent, orders):
            record = self._known.record(order)
            if record is not None:
                yield order, record
                continue
            chunk.append(order)
            if len(chunk) >= size:
                dispatch.send(self._work_for([each.config for each in chunk]), chunk)
                chunk = []
                while dispatch.is_full:
                    yield from self._linted(dispatch)
        if chunk:
            dispatch.send(self._work_for([each.config for each in chunk]), chunk)
        while not dispatch.is_empty:
            yield from self._linted(dispatch)

    def close(self) -> None:
        """Remove what killed workers left half-written; the cluster goes on."""
        self._parts.remove_drafts(self._made)

    def _linted(self, dispatch: Dispatch[Order]) -> Iterator[tuple[Order, Record]]:
        for chunk, part in dispatch.collect():
            if part is None:
                [order] = chunk
                ended = Failure("crashed", "it ended every worker of the cluster that had it")
                yield order, record_failure(unreadable_of(order.path, ended, self._work.seconds_of(order)))
            else:
                self._made.add(part)
                for order, record in zip(chunk, self._parts.read(part), strict=True):
                    _check_seen(order.file, record.error)
                    yield order, record

    def _send_to_look(self, dispatch: Dispatch[Looked], chunk: Sequence[Looked]) -> None:
        dispatch.send(self._work_for([document.config for document in chunk if document.config]), chunk)

    def _sent(self, order: Order) -> Order:
        return replace(order, file=_file_for_others(order.file), config=self._same(order.config))

    def _same(self, config: Config) -> Config:
        """One object for all configurations that are equal: it travels once for each chunk."""
        return self._configs.setdefault(config, config)

    def _work_for(self, configs: Sequence[Config]) -> Work:
        """The work with the rules that these documents are linted with."""
        folders = sorted({config.rule_folders for config in configs})
        for folder in {folder for each in folders for folder in each} - self._rules.keys():
            self._rules[folder] = own_rules(folder)
            if sum(len(content) for _, content in self._rules[folder].files) > _MOST_RULES:
                raise ClusterError(f"the folder of rules {folder} is too large to send to a cluster; leave out what is no rule")
        rules = tuple(self._rules[folder] for folder in sorted({folder for each in folders for folder in each}))
        return replace(self._work, rulesets=tuple((each, rule_set_of(each).identity) for each in folders), rules=rules)


def _looked(dispatch: Dispatch[Looked]) -> Iterator[Looked]:
    for chunk, answers in dispatch.collect():
        for document, (content, failure) in zip(chunk, answers or [("", UnreadableError("memory"))], strict=True):
            if failure is not None:
                _check_seen(document.found.file, failure.kind)
            yield replace(document, content=content, found=replace(document.found, failure=failure) if failure else document.found)


def _check_seen(file: str, error: str) -> None:
    """Raise ClusterError where a document is here and a worker finds nothing in its place."""
    if error == "missing" and not is_address(file) and Path(file).exists():
        raise ClusterError(f"a worker finds no {file}, which is here; put the documents where every machine finds them, or name an address (s3://bucket/folder)")


def _bare(document: Looked) -> Looked:
    """What a worker needs to fetch a document: nothing of whose it is."""
    found = document.found
    return replace(document, found=Found("", _file_for_others(found.file), "", member=found.member))


def _file_for_others(file: str) -> str:
    """The file as another machine finds it."""
    return file if is_address(file) else str(Path(file).absolute())
