"""The SARIF report: findings in the Static Analysis Results Interchange Format 2.1.0, as GitHub code scanning takes it."""

from __future__ import annotations

from typing import Any

from careerlint.model.document import Document
from careerlint.model.finding import Finding, Report, Run, Unreadable
from careerlint.model.place import SourceRange
from careerlint.model.span import Span
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.json_text import json_text
from careerlint.reporters.look import Look
from careerlint.reporters.paths import uri_below
from careerlint.reporters.places import Lines, placed_message, safe_fix, source_lines, where
from careerlint.reporters.remark_notices import Notice, notice_line, remark_notices
from careerlint.reporters.sarif_rules import rule_descriptors

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
# GitHub keeps no more of one result.
_MOST_RELATED = 100


def render_sarif(run: Run, look: Look) -> str:
    """One log with one run; results in the order of the documents, columns from 1 in code points, ends exclusive."""
    rules = rule_descriptors(look.rules, look.language)
    indices = {rule["id"]: index for index, rule in enumerate(rules)}
    results = [_result(report, finding, indices, look) for report in run.reports for finding in report.findings]
    told = {
        "tool": {"driver": {"name": "careerlint", "version": run.version, "rules": rules}},
        "invocations": [_invocation(run, look)],
        # The folder itself is the consumer's; naming ours would tell whose machine it was.
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The top folder of the repository."}}},
        "artifacts": [{"location": _artifact(_path(outcome), look), "roles": ["analysisTarget"]} for outcome in run.outcomes],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": results,
        "properties": {"ruleset": run.ruleset, "asOf": run.as_of.isoformat()},
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [told]})


def plain_message(text: str) -> dict[str, str]:
    """A message without links or placeholders, whatever the words are: braces doubled, "](" parted."""
    return {"text": on_one_line(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _path(outcome: Report | Unreadable) -> str:
    return outcome.path if isinstance(outcome, Unreadable) else outcome.document.path


def _result(report: Report, finding: Finding, indices: dict[str, int], look: Look) -> dict[str, Any]:
    told: dict[str, Any] = {
        "ruleId": finding.code,
        **({"ruleIndex": indices[finding.code]} if finding.code in indices else {}),
        "level": finding.level,
        "message": plain_message(placed_message(report, finding)),
        "locations": [_location(report, finding.stands, look)],
        "partialFingerprints": {"careerlint/v1": finding.fingerprint, "primaryLocationLineHash": finding.fingerprint},
    }
    if finding.related:
        told["relatedLocations"] = [_related(report, span, look) for span in finding.related[:_MOST_RELATED]]
    fix = safe_fix(report.document, finding)
    if fix is not None:
        told["fixes"] = [_fix(report.document, finding.span, fix, look)]
    told["properties"] = {
        "text": on_one_line(report.words(finding)),
        "rewrite": on_one_line(finding.rewrite),
        "question": on_one_line(finding.question),
        "talk": list(finding.talk),
    }
    return told


def _location(report: Report, stands: Span | SourceRange, look: Look) -> dict[str, Any]:
    """The lines of a text; of a .docx or .pdf the file, and the paragraph or page as a place inside it."""
    physical: dict[str, Any] = {"artifactLocation": _artifact(report.document.path, look)}
    lines = source_lines(report.document, stands)
    if lines is not None:
        return {"physicalLocation": {**physical, "region": _region(lines)}}
    kind = "page" if report.document.format == "pdf" else "paragraph"
    return {"physicalLocation": physical, "logicalLocations": [{"name": where(report, stands), "kind": kind}]}


def _related(report: Report, span: Span, look: Look) -> dict[str, Any]:
    words = on_one_line(report.shown(span))
    location = _location(report, span, look)
    return {**location, "message": plain_message(words)} if words else location


def _region(lines: Lines) -> dict[str, int]:
    return {"startLine": lines.line, "startColumn": lines.column, "endLine": lines.end_line, "endColumn": lines.end_column}


def _fix(document: Document, span: Span, text: str, look: Look) -> dict[str, Any]:
    lines = source_lines(document, span)
    replacement = {"deletedRegion": _region(lines)} if lines is not None else {}
    return {
        "description": plain_message(text),
        "artifactChanges": [
            {"artifactLocation": _artifact(document.path, look), "replacements": [{**replacement, "insertedContent": {"text": text}}]}
        ],
    }


def _artifact(path: str, look: Look) -> dict[str, str]:
    uri, below = uri_below(path, look.root)
    return {"uri": uri, "uriBaseId": _ROOT} if below else {"uri": uri}


def _invocation(run: Run, look: Look) -> dict[str, Any]:
    """Whether every document was read, and the notifications about those that were not and about remarks that do nothing."""
    told = [
        {
            "descriptor": {"id": outcome.kind},
            "level": "error",
            "message": plain_message(outcome.message_ko if look.language == "ko" else outcome.message),
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(outcome.path, look)}}],
        }
        for outcome in run.unreadable
    ]
    remarks = [_notice(report, notice, look) for report in run.reports for notice in remark_notices(report)]
    return {
        "executionSuccessful": not run.unreadable,
        **({"toolExecutionNotifications": told} if told else {}),
        **({"toolConfigurationNotifications": remarks} if remarks else {}),
    }


def _notice(report: Report, notice: Notice, look: Look) -> dict[str, Any]:
    """A remark of the document is a setting of the tool, so that what is wrong with it is told among the settings."""
    line = notice_line(report, notice)
    physical: dict[str, Any] = {"artifactLocation": _artifact(report.document.path, look), **({"region": {"startLine": line}} if line is not None else {})}
    return {"descriptor": {"id": notice.name}, "level": "note", "message": plain_message(notice.message), "locations": [{"physicalLocation": physical}]}
