"""Changes whose size is told twice, as difference and as share: 1%p(20%) 상승, up 1 point (20%)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from careerlint.checks.fitting import expected_sizes, size_fits
from careerlint.checks.mismatches import Mismatch
from careerlint.expression import Expression
from careerlint.model.number import Change, Number

_LEAD = Expression(
    r"(?:점)?(?:으?로)?[\s,(:]*(?:(?:which is|that is|i\.e\.|up|down|by|plus|minus|an?|(?:increase|rise|gain|improvement|drop|fall|decrease|reduction|jump|lift) of)\s|약\s){0,4}"
)
_OPENING = Expression(r"(?:\s?(?:percentage\s)?points?)?\s?\(\s?(?:(?:상대(?:적으로|값|비)?|비율로는?|즉|약|relative|relatively|or|about|i\.e\.)\s?)?")
_CLOSING = Expression(r"(?:\s(?:relative|relatively|상대|in relative terms|better|more|less|lower|higher))?\s?\)")

_NO_PERCENT = "value"
"""A unit of which a percentage can only be a share."""


def wrong_second_sizes(text: str, numbers: Sequence[Number], changes: Sequence[Change]) -> Iterator[Mismatch]:
    """Every difference in points, and every share in brackets behind one, that the two values before them do not give."""
    for change in changes:
        before, after = change.before, change.after
        if before is None or after is None or not before.value or before.unit != after.unit:
            continue
        end = max(before.span.end, after.span.end)
        behind = bisect_left(numbers, end, key=_start)
        if behind + 1 >= len(numbers):
            continue
        first, second = numbers[behind], numbers[behind + 1]
        pointed = first.unit in ("%p", "point") or first.text.endswith(("point", "points"))
        if not pointed or second.unit != "%" or not _LEAD.fullmatch(text[end : first.span.start]):
            continue
        if not _OPENING.fullmatch(text[first.span.end : second.span.start]) or not _CLOSING.match(text, second.span.end):
            continue
        values = (before.span, after.span)
        points = replace(first, unit="point" if first.unit != "%p" else "%p")
        if not size_fits(before, after, points, ""):
            yield Mismatch(first.span, values, expected_sizes(before, after, points)[:1])
        # Told beside the difference, the other size is no difference again.
        low, high = replace(before, unit=_NO_PERCENT), replace(after, unit=_NO_PERCENT)
        if not size_fits(low, high, second, text[second.span.end : second.span.end + 16]):
            yield Mismatch(second.span, values, expected_sizes(low, high, second))


def _start(number: Number) -> int:
    return number.span.start
