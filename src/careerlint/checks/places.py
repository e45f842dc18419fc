"""Places: which statement stands at a span, and where the span stands in the source of a text format."""

from __future__ import annotations

from bisect import bisect_right

from careerlint.model.document import Document
from careerlint.model.evidence import Evidence
from careerlint.model.place import SourceRange
from careerlint.model.span import Span


def statement_at(evidence: Evidence, span: Span) -> int | None:
    """The index of the first statement that shares a character with the span."""
    statements = evidence.outline.statements
    index = bisect_right(statements, span.start, key=lambda statement: statement.span.start)
    for candidate in range(max(index - 1, 0), min(index + 1, len(statements))):
        if statements[candidate].span.overlaps(span):
            return candidate
    return None


def source_range(document: Document, span: Span) -> SourceRange | None:
    """The stretch of the source from the first to the last letter of the span."""
    pieces = document.pieces
    found: list[SourceRange] = []
    for index in range(max(bisect_right(pieces, span.start, key=lambda piece: piece.span.start) - 1, 0), len(pieces)):
        piece = pieces[index]
        if piece.span.start >= max(span.end, span.start + 1):
            break
        if isinstance(piece.origin, SourceRange) and piece.span.end > span.start:
            found.append(piece.origin)
    return SourceRange(found[0].start, found[-1].end) if found else None
