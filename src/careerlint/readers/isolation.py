"""Reading in a child process with memory and time limits, so that no file can stop, fill or kill the program."""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from careerlint.model.document import Document, Format
from careerlint.readers.channel import receive, send
from careerlint.readers.formats import FORMATS
from careerlint.readers.limits import Kind, Limits, UnreadableError

# A fresh worker now and then gives back what the libraries leak; a start costs about 0.1 s.
_READS_PER_WORKER = 200
# The address space can be bounded on Linux only (macOS takes RLIMIT_AS and does not hold it); elsewhere we look.
_POLLS_MEMORY = sys.platform != "linux"
_POLL_SECONDS = 0.05
_SECONDS_TO_END = 2.0
_FAILED = 1
"""The exit code of Python for an exception that nothing catches."""


def read_isolated(format: Format, path: str, data: bytes, limits: Limits) -> Document:
    """Read `data` as `format` in a worker process; `path` is only the document's name.

    Workers stay for the next document; threads may call this at the same time and get one each.
    Raises `UnreadableError`: what the reader says, else `broken` (the reader crashed), `timeout` or `memory`.
    """
    return call_isolated(FORMATS[format].reader, path, data, limits)


def call_isolated(function: str, path: str, data: bytes, limits: Limits) -> Document:
    """Like `read_isolated` for a reader named as `module:function`."""
    document: Document = work_isolated(function, path, data, limits)
    return document


def work_isolated(function: str, path: str, data: bytes, limits: Limits, *more: object) -> Any:
    """Call `module:function` with (data, path, limits, *more) in a worker process; raises `UnreadableError` like `read_isolated`.

    What goes in and comes back is a document or plain data in tuples.
    """
    try:
        worker = _take()
    except OSError:
        raise UnreadableError("crashed") from None
    try:
        result = worker.ask((function, path, data, limits, more), limits)
    except BaseException:
        worker.stop()
        raise
    if worker.reads < _READS_PER_WORKER and not (isinstance(result, UnreadableError) and result.kind == "memory"):
        _idle.append(worker)
    else:
        worker.stop()
    if isinstance(result, UnreadableError):
        raise result
    return result


def stop_workers() -> None:
    """End all workers that wait for a document."""
    while _idle:
        _idle.pop().stop()


class _Worker:
    """One child process and its two pipes."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.reads = 0
        # -P keeps the user's folder off the import path: a file named lxml.py beside a résumé must not be run.
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "careerlint.readers.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )

    def ask(self, request: object, limits: Limits) -> Any:
        """Send a request and wait for its answer; raises `UnreadableError` where none comes."""
        self.reads += 1
        try:
            watch = _Watch(self.process, limits)
        except RuntimeError:
            # The system gives no thread more.
            raise UnreadableError("crashed") from None
        try:
            send(_pipe(self.process.stdin), request)
            return receive(_pipe(self.process.stdout))
        except (EOFError, OSError, pickle.UnpicklingError):
            watch.finish()
            raise UnreadableError(watch.reason or ("crashed" if self._has_failed() else "broken")) from None
        finally:
            watch.finish()

    def _has_failed(self) -> bool:
        """Whether Python itself ended the process, as where the system gives it no memory, file or thread; a library that meets a bad file ends otherwise."""
        with suppress(subprocess.TimeoutExpired):
            return self.process.wait(_SECONDS_TO_END) == _FAILED
        return False

    def stop(self) -> None:
        """End the process, whatever it does."""
        if self.owner != os.getpid():
            return
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self.process.kill()
        self.process.wait()


class _Watch:
    """A thread that kills the process when its time is over or, where the system sets no bound, its memory."""

    def __init__(self, process: subprocess.Popen[bytes], limits: Limits) -> None:
        self.reason: Kind | None = None
        self._process = process
        self._limits = limits
        self._finished = threading.Event()
        self._thread = threading.Thread(target=self._run, name="careerlint-watch", daemon=True)
        self._thread.start()

    def finish(self) -> None:
        """Stop watching; afterwards `reason` says why the process was killed, if it was."""
        self._finished.set()
        self._thread.join()

    def _run(self) -> None:
        deadline = time.monotonic() + self._limits.seconds
        while (left := deadline - time.monotonic()) > 0:
            if self._finished.wait(min(left, _POLL_SECONDS) if _POLLS_MEMORY else left):
                return
            if _POLLS_MEMORY and _resident(self._process.pid) > self._limits.memory:
                self.reason = "memory"
                self._process.kill()
                return
        if not self._finished.is_set():
            self.reason = "timeout"
            self._process.kill()


_idle: list[_Worker] = []


def _take() -> _Worker:
    """A worker that waits, else a new one; those that died or belong to the process we were forked from are left."""
    while _idle:
        try:
            worker = _idle.pop()
        except IndexError:
            # Another thread took the last one.
            break
        if worker.owner == os.getpid() and worker.process.poll() is None:
            return worker
        worker.stop()
    return _Worker()


def _environment() -> dict[str, str]:
    """Our own environment, with the folder that this very package was imported from first on the child's path."""
    package = str(Path(__file__).resolve().parents[2])
    inherited = os.environ.get("PYTHONPATH")
    return os.environ | {"PYTHONPATH": os.pathsep.join([package, inherited] if inherited else [package])}


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise EOFError
    return pipe


def _resident(process_id: int) -> int:
    import psutil

    try:
        return int(psutil.Process(process_id).memory_info().rss)
    except psutil.Error:
        return 0


atexit.register(stop_workers)
