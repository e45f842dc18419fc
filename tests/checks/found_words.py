"""What a check finds in a Markdown text: the words of each finding and of the places that belong to it."""

from __future__ import annotations

from datetime import date

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.finding import Finding, Report
from careerlint.readers import read_text


def report_of(text: str, code: str) -> Report:
    """The report of one rule on a text, with the first of January 2026 as today."""
    config = Config(select=(code,), preview=True, as_of=date(2026, 1, 1))
    return linter().lint(read_text(text.encode(), "text.md", config.limits), config)


def findings_of(text: str, code: str) -> list[Finding]:
    """The findings of one rule, in order."""
    return list(report_of(text, code).findings)


def words_of(text: str, code: str) -> list[str]:
    """The words of each finding, on one line."""
    report = report_of(text, code)
    return [" ".join(report.document.words(finding.span).split()) for finding in report.findings]


def related_of(text: str, code: str) -> list[str]:
    """The words of the places that belong to the findings, on one line each."""
    report = report_of(text, code)
    return [" ".join(report.document.words(span).split()) for finding in report.findings for span in finding.related]
