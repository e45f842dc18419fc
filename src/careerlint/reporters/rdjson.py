"""The rdjson report: findings in the Reviewdog Diagnostic Format, columns in bytes of UTF-8."""

from __future__ import annotations

from typing import Any

from careerlint.model.document import Document
from careerlint.model.finding import Finding, Level, Report, Run, Unreadable
from careerlint.model.place import SourceRange
from careerlint.model.span import Span
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.json_text import json_text
from careerlint.reporters.look import Look
from careerlint.reporters.paths import shown_path
from careerlint.reporters.places import placed_message, safe_fix, source_lines
from careerlint.reporters.remark_notices import Notice, notice_line, remark_notices

_SEVERITIES: dict[Level, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render_rdjson(run: Run, look: Look) -> str:
    """One DiagnosticResult in the order of the documents; lines and byte columns count from 1, ends are exclusive."""
    told: list[dict[str, Any]] = []
    for outcome in run.outcomes:
        if isinstance(outcome, Unreadable):
            told.append(_unread(outcome, look))
        else:
            told += [_finding(outcome, finding, look) for finding in outcome.findings]
            told += [_notice(outcome, notice, look) for notice in remark_notices(outcome)]
    return json_text({"source": {"name": "careerlint"}, "diagnostics": told})


def _finding(report: Report, finding: Finding, look: Look) -> dict[str, Any]:
    path = shown_path(report.document.path, look.root)
    told: dict[str, Any] = {
        "message": placed_message(report, finding),
        "location": _location(report.document, finding.stands, path),
        "severity": _SEVERITIES[finding.level],
        "code": {"value": finding.code},
    }
    fix = safe_fix(report.document, finding)
    if fix is not None:
        told["suggestions"] = [{"range": _range(report.document, finding.span), "text": fix}]
    if finding.related:
        told["related_locations"] = [
            {"message": on_one_line(report.shown(span)), "location": _location(report.document, span, path)} for span in finding.related
        ]
    return told


def _notice(report: Report, notice: Notice, look: Look) -> dict[str, Any]:
    """Without columns the range is the whole line."""
    path, line = shown_path(report.document.path, look.root), notice_line(report, notice)
    location = {"path": path, **({"range": {"start": {"line": line}}} if line is not None else {})}
    return {"message": notice.message, "location": location, "severity": "INFO", "code": {"value": notice.name}}


def _unread(outcome: Unreadable, look: Look) -> dict[str, Any]:
    message = outcome.message_ko if look.language == "ko" else outcome.message
    return {
        "message": on_one_line(message),
        "location": {"path": shown_path(outcome.path, look.root)},
        "severity": "ERROR",
        "code": {"value": outcome.kind},
    }


def _location(document: Document, stands: Span | SourceRange, path: str) -> dict[str, Any]:
    found = _range(document, stands)
    return {"path": path, "range": found} if found else {"path": path}


def _range(document: Document, stands: Span | SourceRange) -> dict[str, Any]:
    """Empty for documents without lines."""
    lines = source_lines(document, stands)
    if lines is None:
        return {}
    return {
        "start": {"line": lines.line, "column": document.byte_column(lines.line, lines.column)},
        "end": {"line": lines.end_line, "column": document.byte_column(lines.end_line, lines.end_column)},
    }
