"""Everything that the numbers of one text tell, read once."""

from __future__ import annotations

from dataclasses import replace

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


def measure_labelled(label: str, text: str) -> Measures:
    """Like `measure`, for a text whose label names the quantity ("정확도" of "정확도: 0.83"); spans count from the text."""
    if not label or not any(character.isdigit() for character in text):
        return measure(text)
    found = measure(f"{label}: {text}")
    offset = len(label) + 2
    return Measures(
        tuple(_moved(number, offset) for number in found.numbers if number.span.start >= offset),
        tuple(_moved_change(change, offset) for change in found.changes if change.span.start >= offset),
        tuple(_moved(number, offset) for number in found.metrics if number.span.start >= offset),
    )


def _moved(number: Number, offset: int) -> Number:
    return replace(number, span=number.span.shifted(-offset))


def _moved_change(change: Change, offset: int) -> Change:
    before, after, size = (number and _moved(number, offset) for number in (change.before, change.after, change.size))
    return replace(change, span=change.span.shifted(-offset), before=before, after=after, size=size)
