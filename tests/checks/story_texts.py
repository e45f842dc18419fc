"""Evidence of small Markdown texts, for the tests of the checks that look at whole entries."""

from __future__ import annotations

from datetime import date

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.evidence import Evidence
from careerlint.model.finding import Report
from careerlint.readers import read_text

DAY = date(2026, 1, 1)


def evidence_of(text: str) -> Evidence:
    """What the engine finds out about a text."""
    config = Config(as_of=DAY, preview=True)
    return linter().examine(read_text(text.encode(), "a.md", config.limits), config)


def report_on(text: str, *codes: str) -> Report:
    """The report of some rules on a text."""
    config = Config(as_of=DAY, preview=True, select=codes)
    return linter().lint(read_text(text.encode(), "a.md", config.limits), config)


def titles(text: str, code: str) -> list[str]:
    """The words at which one rule points."""
    report = report_on(text, code)
    return [report.document.words(finding.span) for finding in report.findings]
