"""The JSON report: the contract for machines, described by the schema beside it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from careerlint.model.document import Document
from careerlint.model.finding import LEVELS, Finding, Report, Run, Unreadable
from careerlint.model.place import PagePlace, Place, RunRange, SourcePlace, SourceRange
from careerlint.model.signal import STORY_SIGNALS
from careerlint.model.span import Span
from careerlint.reporters.json_text import json_text
from careerlint.reporters.remark_notices import remark_notices

VERSION = "1"
"""The version of the contract: fields may be added to it, none is removed or changes its meaning."""


def render_json(run: Run) -> str:
    """The whole run as one JSON object, with a line end."""
    data = {
        "version": VERSION,
        "tool": {"name": "careerlint", "version": run.version, "ruleset": run.ruleset, "as_of": run.as_of.isoformat()},
        "documents": [_document(outcome) for outcome in run.outcomes],
        "summary": _summary(run),
    }
    return json_text(data)


def _summary(run: Run) -> dict[str, int]:
    levels = Counter(finding.level for report in run.reports for finding in report.findings)
    return {
        "documents": len(run.outcomes),
        "unreadable": len(run.unreadable),
        **{level: levels[level] for level in LEVELS},
    }


def _document(outcome: Report | Unreadable) -> dict[str, Any]:
    if isinstance(outcome, Unreadable):
        return {
            "path": outcome.path, "format": None, "kind": None, "language": None, "pages": None, "statements": 0,
            "entries": [], "findings": [], "suppressed": 0, "suppressions": [], "error": {"kind": outcome.kind, "message": outcome.message},
        }
    document, outline = outcome.document, outcome.outline
    return {
        "path": document.path,
        "format": document.format,
        "kind": outline.kind,
        "language": outline.language or None,
        "pages": document.pages,
        "statements": len(outline.statements),
        "entries": [_entry(outcome, index) for index in range(len(outline.entries))],
        "findings": [_finding(outcome, finding) for finding in outcome.findings],
        "suppressed": len(outcome.accepted),
        "suppressions": _suppressions(outcome),
        "error": None,
    }


def _entry(report: Report, index: int) -> dict[str, Any]:
    entry, listing = report.outline.entries[index], report.outline.listing(index)
    counts = Counter(
        signal.name for signal in report.signals if entry.statements[0] <= signal.statement < entry.statements[1] and signal.name in STORY_SIGNALS
    )
    return {
        "title": " ".join(report.shown(entry.title).split()) if entry.title else None,
        "section": report.heading(listing) if listing >= 0 else None,
        **_range(report.document, entry.span),
        "signals": dict(sorted(counts.items())),
    }


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    document = report.document
    return {
        "code": finding.code,
        "name": finding.name,
        "level": finding.level,
        "message": finding.message,
        "why": finding.why,
        "rewrite": finding.rewrite,
        "question": finding.question,
        "talk": list(finding.talk),
        "text": report.words(finding),
        **_range(document, finding.stands),
        "places": [_place(place) for place in _places(document, finding.stands)],
        "related": [{"text": report.shown(span), **_range(document, span)} for span in finding.related],
        "fix": finding.fix,
        "fingerprint": finding.fingerprint,
    }


def _suppressions(report: Report) -> list[dict[str, Any]]:
    messages = {notice.suppression: notice.message for notice in remark_notices(report)}
    unused = frozenset(report.unused)
    return [
        {
            "line": each.line, "verb": each.verb, "rules": list(each.written),
            "unknown": list(each.unknown), "unused": each in unused, "message": messages.get(each),
        }
        for each in report.suppressions
    ]  # fmt: skip


def _places(document: Document, stands: Span | SourceRange) -> tuple[Place, ...]:
    if isinstance(stands, Span):
        return document.places(stands)
    first, last = document.lines_of(stands)
    return (SourcePlace(*first, *last),)


def _range(document: Document, stands: Span | SourceRange) -> dict[str, dict[str, int]]:
    if isinstance(stands, SourceRange):
        (line, column), (end_line, end_column) = document.lines_of(stands)
    else:
        line, column = document.line_column(stands.start)
        end_line, end_column = document.end_line_column(stands.end)
    return {"start": {"line": line, "column": column}, "end": {"line": end_line, "column": end_column}}


def _place(place: Place) -> dict[str, Any]:
    if isinstance(place, RunRange):
        return {
            "part": place.part, "paragraph": place.paragraph, "run": place.run, "start": place.start, "end": place.end,
        }
    if isinstance(place, PagePlace):
        return {"page": place.page, "boxes": [[round(value, 2) for value in box] for box in place.boxes]}
    return {
        "start": {"line": place.line, "column": place.column},
        "end": {"line": place.end_line, "column": place.end_column},
    }
