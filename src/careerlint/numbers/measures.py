"""Everything that the numbers of one text tell, read once."""

from __future__ import annotations

from careerlint.model.number import Change, Measures, Number
from careerlint.numbers.changes import changes
from careerlint.numbers.reading import read_numbers


def measure(text: str) -> Measures:
    """The numbers of a text, its changes, and which numbers measure an outcome."""
    numbers = read_numbers(text)
    found: tuple[Change, ...] = changes(text) if numbers else ()
    ends = {number.span for change in found for number in (change.before, change.after, change.size) if number is not None}
    outcomes: tuple[Number, ...] = tuple(number for number in numbers if number.outcome or number.span in ends)
    return Measures(numbers, found, outcomes)
