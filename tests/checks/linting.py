"""Linting of short texts in tests of single rules."""

from __future__ import annotations

from datetime import date

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.evidence import Evidence
from careerlint.model.finding import Finding
from careerlint.readers import read_text

AS_OF = date(2026, 1, 1)


def findings(code: str, text: str, role: str = "", name: str = "resume.md") -> tuple[Finding, ...]:
    """The findings of one rule."""
    return linter().lint(read_text(text, name), Config(select=(code,), as_of=AS_OF, role=role, language="en")).findings


def examined(text: str, role: str = "") -> Evidence:
    """What rules look at."""
    return linter().examine(read_text(text, "resume.md"), Config(as_of=AS_OF, role=role))
