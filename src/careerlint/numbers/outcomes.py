"""Which numbers measure an outcome: those that say so themselves, and both ends of a change."""

from __future__ import annotations

from careerlint.model.number import Number
from careerlint.model.span import Span
from careerlint.numbers.changes import changes
from careerlint.numbers.reading import read_numbers


def metrics(text: str) -> tuple[Number, ...]:
    """The numbers and number words that measure an outcome: a score, a change, a time or cost, a rank, a count of effect."""
    ends = {number.span for change in changes(text) for number in (change.before, change.after, change.size) if number is not None}
    return tuple(number for number in read_numbers(text) if number.outcome or number.span in ends)


def metric_spans(text: str) -> tuple[Span, ...]:
    """The spans of `metrics`."""
    return tuple(number.span for number in metrics(text))
