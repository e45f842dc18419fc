"""The findings of one rule on a small text, for the tests of checks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.finding import Finding, Report
from careerlint.readers import read, read_text


def report_on(text: str | Path, code: str) -> Report:
    """The report of one rule on Markdown, or on a file."""
    document = read(text) if isinstance(text, Path) else read_text(text.encode(), "case.md")
    return linter().lint(document, Config(select=(code,), as_of=date(2026, 1, 1)))


def findings_on(text: str | Path, code: str) -> tuple[Finding, ...]:
    """Its findings."""
    return report_on(text, code).findings


def words_on(text: str | Path, code: str) -> list[str]:
    """The words of its findings."""
    report = report_on(text, code)
    return [report.document.words(finding.span) for finding in report.findings]
