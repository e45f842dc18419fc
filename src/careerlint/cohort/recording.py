"""Recording: what is kept of one document, made where it was linted, so that nothing large travels."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from careerlint.cohort.hiding import hide_private
from careerlint.model.finding import Finding, Level, Report, Unreadable
from careerlint.model.surroundings import Dependency
from careerlint.reporters.story import story_matrix, strengths
from careerlint.results import pack, unpack

_FASTEST = 1
_MOST_UNPACKED = 500_000_000


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """A finding without whose it is; fields as in `FindingRow`."""

    start: int
    end: int
    code: str
    name: str
    level: Level
    message: str
    text: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Record:
    """The outcome of one document: what is known of it, or `error` and `reason` in both languages.

    `content` is the SHA-256 of the bytes that were linted. `entries` are titles with their elements, `statements` start, end and
    words as they may be shown, `sketch` is what they are compared by. `dependencies` is what the report depends on besides the document; `report` is the packed report with
    private values masked, where it was asked for.
    """

    content: str
    format: str = ""
    kind: str = ""
    language: str = ""
    pages: int | None = None
    strengths: tuple[str, ...] = ()
    findings: tuple[FindingRecord, ...] = ()
    entries: tuple[tuple[str, tuple[bool, ...]], ...] = ()
    statements: tuple[tuple[int, int, str], ...] = ()
    sketch: bytes = b""
    dependencies: tuple[Dependency, ...] = ()
    report: bytes = b""
    error: str = ""
    reason: str = ""
    reason_ko: str = ""


def record_report(report: Report, content: str, *, whole: bool) -> Record:
    """What is kept of a report; `whole` keeps the report itself too, for pages that are made later."""
    # The program that starts the workers makes no record, and the library takes long to import.
    from careerlint.cohort.sketches import sketch_statements

    statements = tuple((statement.span.start, statement.span.end, report.shown(statement.span)) for statement in report.outline.statements)
    return Record(
        content,
        report.document.format,
        report.outline.kind,
        report.outline.language,
        report.document.pages,
        tuple(strength.name for strength in strengths(report)),
        tuple(_finding(report, finding) for finding in in_recorded_order(report)),
        tuple((row.title, tuple(cell is not None for cell in row.cells)) for row in story_matrix(report)),
        statements,
        sketch_statements(text for _, _, text in statements),
        report.dependencies,
        zlib.compress(pack(hide_private(report)), _FASTEST) if whole else b"",
    )


def in_recorded_order(report: Report) -> list[Finding]:
    """The findings of a report in the order that they are kept in, by which the store numbers them."""
    return sorted(report.findings, key=lambda finding: (finding.span.start, finding.code, finding.span.end))


def record_failure(failure: Unreadable, content: str = "") -> Record:
    """What is kept of a document that could not be linted."""
    return Record(content, error=failure.kind, reason=failure.message, reason_ko=failure.message_ko)


def report_of(kept: bytes) -> Report:
    """The report that was kept; raises ValueError for bytes that are none."""
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(kept, _MOST_UNPACKED)
        found = unpack(content)
    except Exception:
        raise ValueError("these bytes are no report") from None
    if not isinstance(found, Report):
        raise ValueError("these bytes are no report")
    return found


def _finding(report: Report, finding: Finding) -> FindingRecord:
    return FindingRecord(
        finding.span.start, finding.span.end, finding.code, finding.name, finding.level, finding.message, report.shown(finding.span), finding.fingerprint
    )
