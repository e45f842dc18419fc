"""Progress: how far a batch is, as a bar on a terminal or as lines of JSON for programs."""

from __future__ import annotations

import json
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Protocol

import typer

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from careerlint.cohort.recording import Record

_RATE_AFTER = 1.0
"""A rate from less than a second tells nothing."""


class BatchProgress(Protocol):
    """Shows a batch as it goes; used in a `with`."""

    def __enter__(self) -> BatchProgress:
        """Begin to show."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Leave nothing behind."""

    def begin(self, documents: int, waiting: int) -> None:
        """So many documents, so many of them to be linted."""

    def lint(self, path: str, record: Record) -> None:
        """One document more."""


class Quiet:
    """Shows nothing: somebody reads what is printed later, or not at all."""

    def __enter__(self) -> Quiet:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """There is nothing to end."""

    def begin(self, documents: int, waiting: int) -> None:
        """Nothing to show."""

    def lint(self, path: str, record: Record) -> None:
        """Nothing to show."""


class JsonLines(Quiet):
    """One JSON object in a line on standard output: `begin`, then `document` for each, as they are done."""

    def __enter__(self) -> JsonLines:
        return self

    def begin(self, documents: int, waiting: int) -> None:
        """Tell the numbers."""
        self.write(event="begin", documents=documents, waiting=waiting)

    def lint(self, path: str, record: Record) -> None:
        """Tell one outcome."""
        self.write(event="document", path=path, findings=len(record.findings), error=record.error)

    def write(self, **values: Any) -> None:
        """One line."""
        typer.echo(json.dumps(values, ensure_ascii=False))


class Bar:
    """A bar on standard error with rate, remaining time and failures."""

    def __init__(self, language: Literal["ko", "en"]) -> None:
        self._korean = language == "ko"
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._started = time.monotonic()
        self._done = self._failed = 0

    def __enter__(self) -> Bar:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn(), TextColumn("{task.fields[failed]}"))
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._progress.start()
        self._task = self._progress.add_task("문서를 찾는 중" if self._korean else "looking for documents", total=None, rate="", failed="")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._progress is not None:
            self._progress.stop()

    def begin(self, documents: int, waiting: int) -> None:
        """Count from now on; what is known already is done."""
        self._started = time.monotonic()
        self._update(description="검사하는 중" if self._korean else "linting", total=documents, completed=documents - waiting)

    def lint(self, path: str, record: Record) -> None:
        """One more."""
        self._done += 1
        self._failed += bool(record.error)
        seconds = time.monotonic() - self._started
        rate = f"{self._done / seconds:.1f}{'개/초' if self._korean else '/s'}" if seconds > _RATE_AFTER else ""
        failed = f"{'읽지 못함' if self._korean else 'unreadable'} {self._failed}" if self._failed else ""
        self._update(advance=1, rate=rate, failed=failed)

    def _update(self, **values: Any) -> None:
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, **values)


def progress_of(choice: str, language: Literal["ko", "en"]) -> BatchProgress:
    """What shows a batch: `auto` is a bar on a terminal and nothing in a pipe."""
    if choice == "jsonl":
        return JsonLines()
    return Bar(language) if choice == "auto" and sys.stderr.isatty() else Quiet()
