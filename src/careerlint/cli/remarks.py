"""What is told on standard error beside the report: files that could not be read, remarks that suppress nothing or name no rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerlint.model.finding import Run, Unreadable


def remark_lines(run: Run, language: str) -> Iterator[str]:
    """One line for each such remark, in the order of documents and lines."""
    from careerlint.reporters.clean_text import on_one_line
    from careerlint.reporters.remark_notices import remark_notices

    for report in run.reports:
        for notice in remark_notices(report, language):
            yield f"careerlint: {on_one_line(report.path)}:{notice.line}: {notice.message}"


def unreadable_line(outcome: Unreadable, language: str) -> str:
    """The line about a file that could not be read."""
    from careerlint.reporters.clean_text import on_one_line
    from careerlint.reporters.workflow_commands import without_commands

    message = outcome.message_ko if language == "ko" else outcome.message
    return without_commands(f"careerlint: {on_one_line(outcome.path)}: {on_one_line(message)}")
