"""Dispatch: chunks of documents on their way to the workers of a Dask cluster, and what is told where it fails."""

from __future__ import annotations

import asyncio
import concurrent.futures
import logging
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import uuid4

from careerlint.cohort.chunks import SoftwareError, Work
from careerlint.cohort.parts import PartError
from careerlint.cohort.storage import INSTALL

Item = TypeVar("Item")

_SECONDS_TO_CONNECT = 10
_SECONDS_WITHOUT_WORKERS = 60.0
_SECONDS_BETWEEN_LOOKS = 3.0
_SECONDS_TO_ANSWER = 60
_SECONDS_TO_FETCH = 5
_SECONDS_TO_LEAVE = 5
_RETRIES = 2
_TALKATIVE = ("distributed", "tornado", "asyncio")
_LOST = (asyncio.CancelledError, concurrent.futures.CancelledError, OSError, asyncio.TimeoutError)
"""What is raised where the scheduler is gone."""


class ClusterError(Exception):
    """Why the cluster cannot be used, in one line for the user."""


@contextmanager
def connected(address: str) -> Iterator[Any]:
    """A client of the scheduler at an address; raises ClusterError."""
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError(f"--engine dask needs Dask; install it with {INSTALL}") from None
    # What goes wrong is told in one line here; each of these loggers has a level of its own.
    for name in [name for name in logging.root.manager.loggerDict if name.partition(".")[0] in _TALKATIVE]:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            client = Client(address, timeout=_SECONDS_TO_CONNECT)  # type: ignore[no-untyped-call]
    except (TimeoutError, OSError):
        raise ClusterError(f"no Dask scheduler answers at {address}; start one ('dask scheduler'), or check --scheduler and the network") from None
    except Exception as error:
        raise ClusterError(f"{address} cannot be used as a Dask scheduler ({type(error).__name__}: {error}); --scheduler takes an address like tcp://10.0.0.5:8786") from None
    try:
        yield client
    finally:
        with suppress(Exception, asyncio.CancelledError):
            client.close(timeout=_SECONDS_TO_LEAVE)  # type: ignore[no-untyped-call]


def threads_of(client: Any) -> int:
    """How many threads the workers of the cluster have now; raises ClusterError."""
    try:
        return sum(client.sync(client.scheduler.ncores, workers=None, callback_timeout=_SECONDS_TO_ANSWER).values())
    except _LOST:
        raise _lost() from None


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came of a chunk: a value, or that every worker that had it has ended, or nothing yet."""

    value: Any = None
    is_killed: bool = False
    is_late: bool = False


class Dispatch(Generic[Item]):
    """Chunks on their way, a few for each thread of the cluster; `bare` gives what of a document travels."""

    def __init__(self, client: Any, function: Callable[[Work, Sequence[Item]], Any], bare: Callable[[Item], Item] = lambda item: item) -> None:
        self._client = client
        self._function = function
        self._bare = bare
        self._waiting: dict[Any, tuple[Work, tuple[Item, ...]]] = {}
        self._suspects: list[tuple[Work, Item]] = []
        self._alone = False
        # Everybody who looks at the cluster sees the names of tasks: they tell nothing, and no other call has them.
        self._session = uuid4().hex

    @property
    def is_full(self) -> bool:
        """Whether every thread has enough to do; raises ClusterError."""
        return len(self._waiting) > 2 * threads_of(self._client)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is on its way."""
        return not self._waiting and not self._suspects

    def send(self, work: Work, chunk: Sequence[Item]) -> None:
        """Give a chunk to the cluster."""
        key = f"careerlint-{self._session}-{uuid4().hex}"
        future = self._client.submit(self._function, work, tuple(map(self._bare, chunk)), key=key, pure=False, retries=_RETRIES)
        self._waiting[future] = (work, tuple(chunk))

    def collect(self) -> Iterator[tuple[tuple[Item, ...], Any]]:
        """Chunks that are done with what came of them, None for a lone document that ended every worker that had it. Raises ClusterError, PartError."""
        if not self._waiting and self._suspects:
            work, item = self._suspects.pop()
            self._alone = True
            self.send(work, (item,))
        for future in self._done():
            answer = _answer_of(future)
            if answer.is_late:
                continue
            work, chunk = self._waiting.pop(future)
            if not answer.is_killed or self._alone:
                yield chunk, answer.value
            elif len(chunk) > 1:
                # Only one of them may be to blame.
                for each in chunk:
                    self.send(work, (each,))
            else:
                # It may have stood beside another that ended the worker: it is done once more when nothing else is.
                self._suspects.append((work, chunk[0]))

    def _done(self) -> list[Any]:
        """Those that are done, at least one; raises ClusterError where nobody is there to do them."""
        from distributed import wait

        alone_since: float | None = None
        while True:
            try:
                done = wait(list(self._waiting), timeout=_SECONDS_BETWEEN_LOOKS, return_when="FIRST_COMPLETED").done  # type: ignore[no-untyped-call]
                return list(done)
            except TimeoutError:
                alone_since = None if threads_of(self._client) else alone_since or time.monotonic()
            except _LOST:
                raise _lost() from None
            if alone_since is not None and time.monotonic() - alone_since > _SECONDS_WITHOUT_WORKERS:
                raise ClusterError("the cluster has no workers; start some ('dask worker') and call the same command again to go on")


def _answer_of(future: Any) -> _Answer:
    """What a chunk came to; raises ClusterError, PartError."""
    from distributed import KilledWorker

    try:
        error = future.exception(timeout=_SECONDS_TO_FETCH)
        if error is None:
            return _Answer(future.result(timeout=_SECONDS_TO_FETCH))
    except TimeoutError:
        # The worker that had it has ended since, and another does it again.
        return _Answer(is_late=True)
    except _LOST:
        raise _lost() from None
    if isinstance(error, KilledWorker):
        return _Answer(is_killed=True)
    if isinstance(error, PartError):
        raise error
    if isinstance(error, SoftwareError):
        raise ClusterError(str(error))
    told = " ".join(str(error).split())[:200]
    raise ClusterError(
        f"the cluster could not do its part ({type(error).__name__}: {told}); the scheduler and every worker need the same careerlint as this machine ({INSTALL})"
    )


def _lost() -> ClusterError:
    return ClusterError("the Dask scheduler does not answer any more; what was linted is kept, call the same command again to go on")
