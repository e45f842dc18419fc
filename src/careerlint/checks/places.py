"""Places: which statement stands at a span."""

from __future__ import annotations

from bisect import bisect_right

from careerlint.model.evidence import Evidence
from careerlint.model.span import Span


def statement_at(evidence: Evidence, span: Span) -> int:
    """The index of the first statement that shares a character with the span, or -1."""
    statements = evidence.outline.statements
    index = bisect_right(statements, span.start, key=lambda statement: statement.span.start)
    for candidate in range(max(index - 1, 0), min(index + 1, len(statements))):
        if statements[candidate].span.overlaps(span):
            return candidate
    return -1
