"""What a worker may be asked to do that goes wrong, by the name of the document; a new process can import it."""

from __future__ import annotations

import ctypes
import hashlib
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from careerlint.cohort.linting import Order, lint_order
from careerlint.cohort.recording import FindingRecord, Record


def blocked_signals(_: str) -> bool:
    """Whether Ctrl-C is blocked in this process."""
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def memory_left(_: str) -> int:
    """How much more address space this process may take."""
    import resource

    bound, _hard = resource.getrlimit(resource.RLIMIT_AS)
    taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    return bound - taken if bound != resource.RLIM_INFINITY else sys.maxsize


def large_result(size: int) -> list[bytes]:
    """So many bytes."""
    return [bytes(size)]


def no_more_memory(_: str) -> None:
    """End as the system ends what takes the last memory of the machine."""
    os.kill(os.getpid(), signal.SIGKILL)


def misbehave(order: Order) -> Record:
    """End, hang or fill the process where the document's name says so; lint the others."""
    name = Path(order.path).stem
    if name == "exit":
        os._exit(3)
    if name == "crash":
        ctypes.string_at(0)
    if name == "abort":
        os.abort()
    if name == "sleep":
        time.sleep(600)
    if name == "spin":
        # The matcher of regular expressions holds the interpreter: no signal is answered.
        re.match(r"(a+)+$", "a" * 60 + "b")
    if name == "fill":
        kept = []
        while True:
            kept.append(bytearray(50_000_000))
    if name == "raise":
        raise LookupError("a fault")
    return lint_order(order)


def slowly(order: Order) -> Record:
    """Lint with a pause, so that a test can interrupt."""
    time.sleep(0.05)
    return lint_order(order)


def with_child(task: str) -> int:
    """Start a child that only ends with its parent as readers do, and then hang or end."""
    child = subprocess.Popen([sys.executable, "-P", "-m", "careerlint.readers.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    Path(task).write_text(f"{os.getpid()} {child.pid}", encoding="ascii")
    # The other end of the pipe stays open elsewhere: no end of file tells the child.
    os.dup2(child.stdin.fileno() if child.stdin else 0, 200)
    if Path(task).stem == "exit":
        os._exit(3)
    time.sleep(600)
    return 0


def pretend(order: Order) -> Record:
    """An outcome made of nothing but the bytes, after a moment: what a store keeps does not depend on what a linter says."""
    data = Path(order.file).read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    time.sleep(int(digest[:2], 16) / 10_000)
    findings = tuple(
        FindingRecord(place, place + 4, f"STO{place:03}", "name", "error", f"message {digest[place:]}", "wo,rds\n=1", digest[place : place + 20]) for place in range(int(digest[0], 16) % 5)
    )
    return Record(digest, "md", "project", "en", None, ("measure",), findings, (("Title", (True, False)),), ((0, 4, "words"),), report=b"report" if order.whole else b"")


def note(order: Order) -> Record:
    """Pretend, and note beside the folders of people that this one was linted."""
    file = Path(order.file)
    with (file.parent.parent / "linted.log").open("a", encoding="utf-8") as log:
        log.write(f"{file.parent.name}/{file.name}\n")
    return pretend(order)


def end_everything(order: Order) -> Record:
    """End the worker of the cluster itself where the document's name says so; misbehave otherwise."""
    if Path(order.path).stem == "parent":
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(600)
    return misbehave(order)


def seconds_by_name(order: Order) -> float:
    """Little time for those that hang, enough for the others on the busiest machine."""
    return 3.0 if Path(order.path).stem in ("sleep", "spin") else 300.0


def nothing(folders: tuple[Path, ...]) -> None:
    """A process needs no languages where the linter is pretended."""


def unprepared() -> None:
    """Workers need no languages here. It stands in no program: workers do not import the script of one."""
