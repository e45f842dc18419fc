"""One bad document costs one row: workers that end, hang or fill their memory are replaced, and leave nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import psutil
import pytest
from cohort_folders import ENGLISH, write_text
from cohort_orders import blocked_signals, large_result, memory_left, misbehave, no_more_memory, with_child

from careerlint.cohort import workers
from careerlint.cohort.linting import Order, load_languages, memory_of
from careerlint.cohort.recording import Record
from careerlint.cohort.workers import Failure, Workers
from careerlint.config import Config
from careerlint.readers.limits import Limits

CONFIG = Config(as_of=date(2026, 1, 1), select=("STO001",), limits=Limits(memory=400_000_000))
BAD = {"exit": "crashed", "crash": "crashed", "abort": "crashed", "sleep": "timeout", "spin": "timeout", "fill": "memory", "raise": "crashed"}


def test_a_document_that_ends_its_worker_costs_one_row(tmp_path: Path) -> None:
    names = [name for pair in zip(BAD, (f"good{number}" for number in range(len(BAD))), strict=True) for name in pair]
    orders = [Order(number, name, str(write_text(tmp_path / f"{name}.md", ENGLISH)), "", CONFIG) for number, name in enumerate(names)]
    pool = Workers(2, load_languages)
    try:
        done = {each.task.path: each.result for each in pool.run(misbehave, orders, lambda order: 3.0 if BAD.get(order.path) == "timeout" else 120.0, memory_of)}
    finally:
        pool.close()
    assert sorted(done) == sorted(names)
    assert {name: result.kind for name, result in done.items() if isinstance(result, Failure)} == BAD
    good = [result for name, result in done.items() if name.startswith("good")]
    assert all(isinstance(result, Record) and [finding.code for finding in result.findings] == ["STO001"] for result in good)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can bound the memory of a process")
def test_the_first_task_of_a_process_is_bounded_as_all_others() -> None:
    pool = Workers(1)
    left = [done.result for done in pool.run(memory_left, ["first", "second"], lambda _: 60.0, lambda _: 300_000_000)]
    pool.close()
    assert all(isinstance(each, int) and 250_000_000 < each <= 300_000_000 for each in left)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can bound the memory of a process")
def test_without_proc_a_task_is_done_without_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_OWN_MEMORY", tmp_path / "no proc")
    assert workers._perform(len, b"task", 1) == 4


def test_without_masks_of_signals_a_worker_lets_control_c_pass() -> None:
    call = "import signal; vars(signal).pop('pthread_sigmask', None); from careerlint.cohort import workers; workers._begin(None); print(signal.getsignal(signal.SIGINT) == signal.SIG_IGN)"
    assert subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, timeout=60, check=True).stdout == "True\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can bound the memory of a process")
def test_a_result_that_fits_into_memory_once_can_be_sent() -> None:
    pool = Workers(1)
    [done] = pool.run(large_result, [150_000_000], lambda _: 120.0, lambda _: 250_000_000)
    pool.close()
    assert isinstance(done.result, list) and len(done.result[0]) == 150_000_000


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no signals")
def test_a_process_that_the_system_killed_had_no_more_memory() -> None:
    pool = Workers(1)
    [done] = pool.run(no_more_memory, ["killed"], lambda _: 60.0)
    pool.close()
    assert done.result == Failure("memory")


def test_tasks_are_taken_as_they_are_worked_on() -> None:
    taken = 0

    def endless() -> object:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    pool = Workers(1)
    results = pool.run(abs, endless(), lambda _: 10.0)  # type: ignore[arg-type, var-annotated]
    assert next(results).result in (1, 2, 3)
    pool.close()
    assert taken < 10


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="Windows has no masks of signals")
def test_control_c_reaches_no_worker_from_its_first_moment_on() -> None:
    pool = Workers(1)
    [done] = pool.run(blocked_signals, ["mask"], lambda _: 10.0)
    pool.close()
    assert done.result is True
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@pytest.mark.parametrize("name", ["exit", "hang"])
def test_a_worker_that_ends_leaves_no_reader_behind(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    pool = Workers(1)
    try:
        [done] = pool.run(with_child, [str(file)], lambda _: 3.0)
        assert isinstance(done.result, Failure)
    finally:
        pool.close()
    _assert_gone(*map(int, file.read_text(encoding="ascii").split()))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a worker looks for its parent in a thread, which a hanging library can hold up")
def test_a_program_that_is_killed_leaves_no_worker_behind(tmp_path: Path) -> None:
    file = tmp_path / "hang"
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from cohort_orders import with_child\n"
        "from careerlint.cohort.workers import Workers\n"
        "if __name__ == '__main__':\n"
        "    list(Workers(1).run(with_child, [sys.argv[2]], lambda _: 600.0))\n"
    )
    program = subprocess.Popen([sys.executable, str(write_text(tmp_path / "program.py", script)), str(Path(__file__).parent), str(file)])
    while not file.exists() or not file.read_text(encoding="ascii"):
        assert program.poll() is None
        time.sleep(0.05)
    program.send_signal(signal.SIGKILL)
    program.wait()
    _assert_gone(*map(int, file.read_text(encoding="ascii").split()))


def _assert_gone(*processes: int) -> None:
    deadline = time.monotonic() + 20
    while any(psutil.pid_exists(each) and psutil.Process(each).status() != psutil.STATUS_ZOMBIE for each in processes):
        assert time.monotonic() < deadline, f"still there: {processes}, own {os.getpid()}"
        time.sleep(0.1)
