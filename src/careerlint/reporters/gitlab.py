"""The GitLab report: findings as GitLab's Code Quality shows them in a merge request."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from careerlint.model.finding import Finding, Level, Report, Run, Unreadable
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.json_text import json_text
from careerlint.reporters.look import Look
from careerlint.reporters.paths import shown_path
from careerlint.reporters.phrases import PHRASES
from careerlint.reporters.places import placed_message, source_lines
from careerlint.reporters.remark_notices import Notice, notice_line, remark_notices

_SEVERITIES: dict[Level, str] = {"error": "critical", "warning": "major", "note": "info"}
# Shown where there is no line: GitLab asks for one.
_NO_LINE = 1


def render_gitlab(run: Run, look: Look) -> str:
    """A JSON array in the order of the documents; `[]` where nothing was found. Lines count from 1."""
    seen: Counter[str] = Counter()
    told: list[dict[str, Any]] = []
    for outcome in run.outcomes:
        if isinstance(outcome, Unreadable):
            told.append(_unread(outcome, look, seen))
        else:
            told += [_finding(outcome, finding, look, seen) for finding in outcome.findings]
            told += [_notice(outcome, notice, look, seen) for notice in remark_notices(outcome)]
    return json_text(told)


def _finding(report: Report, finding: Finding, look: Look, seen: Counter[str]) -> dict[str, Any]:
    path = shown_path(report.document.path, look.root)
    lines = source_lines(report.document, finding.stands)
    return {
        # GitLab does not show the name of the check.
        "description": f"{finding.code} {finding.name}: {placed_message(report, finding)}",
        "check_name": finding.code,
        "fingerprint": _fingerprint(path, finding.fingerprint, seen),
        "severity": _SEVERITIES[finding.level],
        "location": {
            "path": path,
            "lines": {"begin": lines.line, "end": lines.end_line} if lines is not None else {"begin": _NO_LINE, "end": _NO_LINE},
        },
    }


def _notice(report: Report, notice: Notice, look: Look, seen: Counter[str]) -> dict[str, Any]:
    path, line = shown_path(report.document.path, look.root), notice_line(report, notice) or _NO_LINE
    named = "\0".join((notice.name, notice.suppression.verb, *notice.suppression.names, *notice.suppression.unknown))
    return {
        "description": f"careerlint {notice.name}: {notice.message}",
        "check_name": notice.name,
        "fingerprint": _fingerprint(path, named, seen),
        "severity": "info",
        "location": {"path": path, "lines": {"begin": line, "end": line}},
    }


def _unread(outcome: Unreadable, look: Look, seen: Counter[str]) -> dict[str, Any]:
    path = shown_path(outcome.path, look.root)
    message = outcome.message_ko if look.language == "ko" else outcome.message
    return {
        "description": f"careerlint: {PHRASES[look.language]['unread']}: {on_one_line(message)}",
        "check_name": outcome.kind,
        "fingerprint": _fingerprint(path, outcome.kind, seen),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": _NO_LINE, "end": _NO_LINE}},
    }


def _fingerprint(path: str, name: str, seen: Counter[str]) -> str:
    """A name that no other finding of the run has: of two with the same one GitLab shows the first only."""
    key = f"{path}\0{name}"
    seen[key] += 1
    return hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest()[:32]
