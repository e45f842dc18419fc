"""Workers: processes that do one task after the other within limits, and are replaced where a task has ended them."""

from __future__ import annotations

import ctypes
import errno
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, TimeoutError, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.context import SpawnContext, SpawnProcess
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import Any, Generic, Literal, TypeVar

from pebble import ProcessExpired, ProcessPool

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 3
"""Tasks for each worker that are on their way, so that none waits for the next one."""
_ATTEMPTS = 3
_OUT_OF_MEMORY = 86
_MEMORY_ENDED = frozenset((_OUT_OF_MEMORY, -getattr(signal, "SIGKILL", _OUT_OF_MEMORY)))
"""How a process ends whose memory is over: it says so itself, or the system kills it, where its machine or container has no more. Nothing of ours kills a process whose task goes on."""
_OWN_MEMORY = Path("/proc/self/statm")
_MAIN = threading.Lock()
"""The pool starts processes in threads of its own, and each of them takes the name from the program's script for that moment."""
_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of Linux."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task has no result: its time was over, its memory, or it ended its process."""

    kind: Literal["timeout", "memory", "crashed"]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Done(Generic[Task, Result]):
    """A task and what came of it."""

    task: Task
    result: Result | Failure


class Workers:
    """So many processes; they are started with the first task and ended by `close`, or when this process ends in whatever way.

    `prepare` is called in each before its first task, and its time is nobody's.
    """

    def __init__(self, count: int, prepare: Callable[[], object] | None = None) -> None:
        self._count = count
        self._prepare = prepare
        self._pool: ProcessPool | None = None

    def run(
        self, function: Callable[[Task], Result], tasks: Iterable[Task], seconds_of: Callable[[Task], float], memory_of: Callable[[Task], int] | None = None
    ) -> Iterator[Done[Task, Result]]:
        """What comes of each task, as it is done; tasks are taken from the iterable only as fast as they are worked on.

        `function` stands in a module that a new process can import. Raises OSError where the system starts no process. A task may take `seconds_of` it, and so many bytes as `memory_of` it
        beyond what its process has before, where the system can hold it to that.
        """
        waiting: dict[Future[Result], tuple[Task, int]] = {}
        source = iter(tasks)
        again: list[tuple[Task, int]] = []
        try:
            while True:
                while len(waiting) < self._count * _AHEAD:
                    task, attempt = again.pop() if again else (next(source, None), 1)
                    if task is None:
                        break
                    memory = memory_of(task) if memory_of is not None else None
                    waiting[self._schedule(function, task, seconds_of(task), memory)] = (task, attempt)
                if not waiting:
                    return
                for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                    task, attempt = waiting.pop(future)
                    result = _result_of(future)
                    if result is None:
                        # Workers that die while they wait break the whole pool, and no document is to blame.
                        self._stop()
                        if attempt < _ATTEMPTS:
                            again.append((task, attempt + 1))
                        else:
                            yield Done(task, Failure("crashed", "the worker processes ended"))
                    else:
                        yield Done(task, result)
        except BaseException:
            self._stop()
            raise

    def close(self) -> None:
        """End all processes."""
        self._stop()

    def _schedule(self, function: Callable[[Task], Result], task: Task, seconds: float, memory: int | None) -> Future[Result]:
        for attempt in range(_ATTEMPTS):
            if self._pool is None:
                self._pool = ProcessPool(max_workers=self._count, initializer=_begin, initargs=(self._prepare,), context=_Spawned())
            try:
                with _spared_from_interruption():
                    return self._pool.schedule(_perform, args=(function, task, memory), timeout=seconds)
            except RuntimeError as error:
                self._stop()
                if attempt == _ATTEMPTS - 1:
                    refusal = _refusal_of_system(error)
                    if refusal is None:
                        raise
                    raise refusal from None
        raise RuntimeError("no worker process can be started")

    def _stop(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()


def _refusal_of_system(error: RuntimeError) -> OSError | None:
    """What the system said where it starts no worker: the pool hides it, and for a thread Python says it as an error of its own. None where the error is another."""
    if isinstance(error.__cause__, OSError):
        return error.__cause__
    return OSError(errno.EAGAIN, str(error)) if "start new thread" in str(error) else None


class _Process(SpawnProcess):
    """A process that does not run the script of the program again: nothing of it is needed, and one without `if __name__ == "__main__":`
    would start workers of its own for ever."""

    @staticmethod
    def _Popen(process_obj: BaseProcess) -> Any:  # noqa: N802 - the name is multiprocessing's
        with _MAIN, _unnamed(sys.modules["__main__"]):
            return SpawnProcess._Popen(process_obj)


class _Spawned(SpawnContext):
    """Processes are spawned: a forked one would share locks with threads that it does not have."""

    Process = _Process


@contextmanager
def _unnamed(module: ModuleType) -> Iterator[None]:
    """Meanwhile a module tells neither its name nor its file, by which a spawned process would import it."""
    known: dict[str, Any] = {name: module.__dict__[name] for name in ("__spec__", "__file__") if name in module.__dict__}
    module.__dict__.update(dict.fromkeys(known))
    try:
        yield
    finally:
        module.__dict__.update(known)


@contextmanager
def _spared_from_interruption() -> Iterator[None]:
    """Processes and threads that begin meanwhile never get Ctrl-C: the program does, ends them, and says so once.

    A process that were to ignore it by itself would have to be through with its imports first.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Its own start would lift the mask.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _result_of(future: Future[Result]) -> Result | Failure | None:
    """The result, or why there is none; None where all workers have ended at once."""
    try:
        return future.result()
    except TimeoutError:
        return Failure("timeout")
    except ProcessExpired as expired:
        return Failure("memory") if expired.exitcode in _MEMORY_ENDED else Failure("crashed", _ended_by(expired.exitcode))
    except MemoryError:
        return Failure("memory")
    except (BrokenProcessPool, CancelledError):
        return None
    except Exception as error:
        return Failure("crashed", f"{type(error).__name__}: {error}")


def _ended_by(code: int | None) -> str:
    if code is not None and code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code}"


def _begin(prepare: Callable[[], object] | None) -> None:
    """What a worker does first: it must not outlive the program, even where that is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)
    if not hasattr(signal, "pthread_sigmask"):
        # Windows, where no process begins spared from Ctrl-C: each would tell of it with a traceback.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), name="careerlint-parent", daemon=True).start()
    if prepare is not None:
        # What is loaded stays as long as the process: nobody need look through it for cycles while documents are linted.
        gc.disable()
        prepare()
        gc.freeze()
        gc.enable()


def _end_after(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _perform(function: Callable[[Task], Result], task: Task, memory: int | None) -> Result:
    """Do a task within its memory; what it came to is sent without that bound, for what no longer fits while it is packed would end the process unsaid."""
    try:
        with _bounded(memory):
            return function(task)
    except MemoryError:
        # What a library holds half-made now would spoil the documents that follow.
        os._exit(_OUT_OF_MEMORY)


@contextmanager
def _bounded(memory: int | None) -> Iterator[None]:
    """So many bytes more than the process has now, from the first moment of a task on; without a bound, or where the system knows none, all there is."""
    if memory is None or sys.platform != "linux":
        yield
        return
    import resource

    try:
        taken = int(_OWN_MEMORY.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except OSError:
        # Some containers and jails have no /proc.
        yield
        return
    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = taken + memory
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, hard))
