"""Measuring: time and peak memory of child processes, and of calls in this one."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence


def best(call: Callable[[], object], times: int = 5, clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds of the fastest of several calls: the one that was disturbed least."""
    durations = []
    for _ in range(times):
        start = clock()
        call()
        durations.append(clock() - start)
    return min(durations)


def best_of_both(
    first: Callable[[], object], second: Callable[[], object], times: int = 5, clock: Callable[[], float] = time.perf_counter
) -> tuple[float, float]:
    """Seconds of the fastest call of each, made in turns so that a busy moment of the machine does not favour one."""
    pairs = [(best(first, 1, clock), best(second, 1, clock)) for _ in range(times)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def process(arguments: Sequence[str], times: int = 5) -> float:
    """Processor seconds of the fastest of several runs of this Python with these arguments, start included."""
    # An installed package has its bytecode; without it every start would compile all of ours, and none of the libraries.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return best(lambda: subprocess.run([sys.executable, *arguments], capture_output=True, check=False, env=environment), times, children)


def children() -> float:
    """Processor seconds of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def peak_memory(arguments: Sequence[str]) -> float:
    """Megabytes that this Python needed at most with these arguments, by what the system counted for the child."""
    code = f"import resource, subprocess; subprocess.run({[sys.executable, *arguments]!r}, capture_output=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    # macOS counts bytes, Linux kilobytes.
    return float(done.stdout) / (1_000_000 if sys.platform == "darwin" else 1_000)
