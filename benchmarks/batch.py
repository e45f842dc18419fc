"""Speed and memory of `careerlint batch`: one worker against two, a hundred documents against many, linting against bare extraction.

`benchmarks/batch.py [MOST]` generates up to so many documents (default 1,000; the limit of memory is about 10,000).
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
from documents import pdf, readme
from docx import Document as WordDocument
from measuring import children

_SIZE = 3_000
_FEW = 100
_SECONDS = 0.2
_FORMATS = ("md", "txt", "docx", "pdf")


@dataclass(frozen=True, slots=True)
class Course:
    """How a call went: seconds on the wall, processor seconds of the program alone, of the program beside its workers, and of the workers; megabytes at the most."""

    seconds: float
    alone: float
    beside: float
    workers: float
    program: float
    worker: float

    def seconds_on(self, cores: int) -> float:
        """Seconds on the wall that its processor time would take on so many cores of its own, with as many workers."""
        return self.alone + (self.workers if cores == 1 else (self.workers + self.beside) / cores)


def write_class(folder: Path, count: int, formats: tuple[str, ...] = ("md",)) -> None:
    """So many documents, a folder for every four, half of them Korean; no two share a bullet."""
    for number in range(count):
        person = folder / f"person{number // 4:05}"
        person.mkdir(parents=True, exist_ok=True)
        format = formats[number % len(formats)]
        (person / f"{number:05}.{format}").write_bytes(content(format, number))


def content(format: str, number: int) -> bytes:
    """One document."""
    text = readme("ko" if number % 2 else "en", _SIZE, 1_000 * (number + 1))
    if format == "pdf":
        return pdf(1).replace(b"%%EOF", f"% {number}\n%%EOF".encode())
    if format == "docx":
        document = WordDocument()
        for line in text.splitlines():
            document.add_paragraph(line.lstrip("#- "))
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()
    return text.encode()


def batch(folder: Path, report: Path, jobs: int) -> Course:
    """One call, watched."""
    command = [sys.executable, "-m", "careerlint", "batch", str(folder), "--out", str(report), "--jobs", str(jobs), "--as-of", "2026-01-01", "--no-config", "--people", "never"]
    started, before = time.monotonic(), children()
    program = psutil.Popen(command, stdout=subprocess.DEVNULL, env=_environment())
    own, size, most = 0.0, 0.0, 0.0
    seen: list[float] = []
    while program.poll() is None:
        for process in _tree(program):
            try:
                memory, times, command_line = process.memory_info().rss / 1e6, process.cpu_times(), process.cmdline()
            except psutil.Error:
                continue
            if process.pid == program.pid:
                own, size = times.user + times.system, max(size, memory)
            elif any("spawn_main" in part for part in command_line):
                most = max(most, memory)
                seen.append(own)
        time.sleep(_SECONDS)
    beside = max(seen, default=0.0) - min(seen, default=0.0)
    return Course(time.monotonic() - started, own - beside, beside, children() - before - own, size, most)


_SECONDS_OF_ALL = (
    "import resource, sys, time\nfrom datetime import date\nfrom pathlib import Path\nimport psutil\nfrom careerlint.config import Config\n"
    "config = Config(as_of=date(2026, 1, 1))\nfiles = sorted(Path(sys.argv[1]).glob('*/*'))\n{ready}\n"
    "def used():\n    ended = resource.getrusage(resource.RUSAGE_CHILDREN)\n    living = sum(sum(child.cpu_times()[:2]) for child in psutil.Process().children())\n"
    "    return time.process_time() + ended.ru_utime + ended.ru_stime + living\n"
    "do(files[0]); do(files[1])\nstarted = used()\nfor path in files:\n    do(path)\nprint(used() - started)"
)
"""Files that could hurt are read in a process of its own, whose time counts."""
_BARE = (
    "from careerlint.readers import read\nfrom careerlint.engine import linter\nfrom careerlint.languages.statements import analyse_statements\nready = linter()\n"
    "def do(path):\n    document = read(path)\n    analyse_statements(document, ready.outline(document, config))"
)
_LINT = (
    "from careerlint.cohort.linting import Order, lint_order, load_libraries\nload_libraries()\n"
    "def do(path):\n    lint_order(Order(0, str(path), str(path), '', config))"
)


def bare_seconds(folder: Path) -> float:
    """Processor seconds of reading and tokenising documents."""
    return _seconds(_BARE, folder)


def lint_seconds(folder: Path) -> float:
    """Processor seconds of what a worker does with the same documents."""
    return _seconds(_LINT, folder)


def _seconds(ready: str, folder: Path) -> float:
    command = [sys.executable, "-c", _SECONDS_OF_ALL.format(ready=ready), str(folder)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True, env=_environment()).stdout)


def _environment() -> dict[str, str]:
    """An installed package has its bytecode: without it every process would compile all of ours."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def rows(most: int, root: Path) -> Iterator[tuple[str, str, str]]:
    """Each figure with its limit."""
    few, many = root / "few", root / "many"
    write_class(few, _FEW)
    write_class(many, most)
    one, two = batch(many, root / "one", 1), batch(many, root / "two", 2)
    yield f"two workers against one, {most} documents", f"{one.seconds / two.seconds:.2f}", "1.8"
    alike = f"{one.seconds_on(1) / two.seconds_on(2):.2f} ({one.seconds_on(1):.1f} s, {two.seconds_on(2):.1f} s, of which the program is alone for {two.alone:.1f} s)"
    yield f"the same by processor time, {most} documents", alike, "1.8"
    yield "documents a second with two workers", f"{most / two.seconds:.1f}", ""
    small = batch(few, root / "small", 2)
    yield f"memory of the program, {most} documents against {_FEW}", f"{two.program / small.program:.2f} ({small.program:.0f} MB, {two.program:.0f} MB)", "1.1"
    yield f"memory of a worker, {most} documents against {_FEW}", f"{two.worker / small.worker:.2f} ({small.worker:.0f} MB, {two.worker:.0f} MB)", "1.1"
    for format in _FORMATS:
        folder = root / format
        write_class(folder, _FEW, (format,))
        bare, linted = bare_seconds(folder), lint_seconds(folder)
        yield f"linting a {format} against reading and tokenising it", f"{linted / bare:.2f} ({1000 * linted / _FEW:.1f} ms, {1000 * bare / _FEW:.1f} ms)", "2.2"


def _tree(program: psutil.Popen) -> list[psutil.Process]:
    try:
        return [program, *program.children(recursive=True)]
    except psutil.Error:
        return []


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        print("| what | measured | limit |\n|---|---|---|")
        for what, measured, limit in rows(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000, Path(made)):
            print(f"| {what} | {measured} | {limit} |", flush=True)
