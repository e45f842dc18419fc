"""Measuring: wall time and peak memory of child processes, and of calls in this one."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence


def best(call: Callable[[], object], times: int = 5) -> float:
    """Seconds of the fastest of several calls: the one that was disturbed least."""
    durations = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        durations.append(time.perf_counter() - start)
    return min(durations)


def process(arguments: Sequence[str], times: int = 5) -> float:
    """Seconds of the fastest of several runs of this Python with these arguments, start included."""
    return best(lambda: subprocess.run([sys.executable, *arguments], capture_output=True, check=False), times)


def peak_memory(arguments: Sequence[str]) -> float:
    """Megabytes that this Python needed at most with these arguments, by what the system counted for the child."""
    code = f"import resource, subprocess; subprocess.run({[sys.executable, *arguments]!r}, capture_output=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    # macOS counts bytes, Linux kilobytes.
    return float(done.stdout) / (1_000_000 if sys.platform == "darwin" else 1_000)
