"""A Dask cluster of processes on this machine: a scheduler and two workers of one thread, reached by 127.0.0.1 only."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from careerlint.cohort.dispatch import connected

_SECONDS = 120
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster by the address of its scheduler, and the folder that `shared://` leads to."""

    address: str
    shared: Path
    scheduler: subprocess.Popen[bytes]

    def end_scheduler(self) -> None:
        """End the scheduler, as a machine that fails does."""
        self.scheduler.kill()
        self.scheduler.wait()

    def workers(self) -> dict[str, int]:
        """The workers by address, with the numbers of their processes."""
        with connected(self.address) as client:
            found: dict[str, int] = client.run(os.getpid)
        return found


@contextmanager
def dask_processes(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """The cluster while it runs; all of it is ended in the end."""
    shared = folder / "shared"
    shared.mkdir()
    # A task that has ended two workers is given up, so that no test waits for four.
    settings = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1", "SHARED_ROOT": str(shared), "PYTHONPATH": os.pathsep.join((*sys.path, str(_HERE)))}
    place = folder / "scheduler.json"
    commands = [["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(place)]]
    for number in range(workers):
        commands.append([
            "distributed.cli.dask_worker", "--scheduler-file", str(place), "--host", "127.0.0.1", "--nthreads", "1", "--memory-limit", "0", "--no-dashboard", "--name", f"worker{number}",
            "--local-directory", str(folder), "--preload", "cohort_storage",
        ])  # fmt: skip
    with (folder / "cluster.log").open("wb") as log:
        processes = [subprocess.Popen([sys.executable, "-m", *command], env=os.environ | settings, stdout=log, stderr=log) for command in commands]
        try:
            yield Cluster(_address(place, processes, workers), shared, processes[0])
        finally:
            # Whoever starts a worker ends it when it is told to; all others end with their parent.
            for process in reversed(processes):
                process.terminate()
            for process in processes:
                try:
                    process.wait(timeout=10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


def _address(place: Path, processes: list[subprocess.Popen[bytes]], workers: int) -> str:
    """The address of the scheduler, when its workers are there."""
    deadline = time.monotonic() + _SECONDS
    # The scheduler makes its file first and fills it afterwards.
    while not place.exists() or not place.read_text(encoding="utf-8").rstrip().endswith("}"):
        assert time.monotonic() < deadline
        assert all(process.poll() is None for process in processes), (place.parent / "cluster.log").read_text()
        time.sleep(0.1)
    told: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
    address = str(told["address"])
    if workers:
        with connected(address) as client:
            client.wait_for_workers(workers, timeout=_SECONDS)
    return address
