"""Passages: the words of several statements in one row, so that one look at a pattern serves all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from careerlint.model.token import AnalysedWord
from careerlint.rules.elements import BREAK, Form

_WORDS = 4096
"""Words of a passage: enough to share the cost of a look at every pattern, few enough for numbers of so many bits to be fast."""
_BETWEEN = frozenset((BREAK, BREAK - 1))
"""What stands in the empty place behind each statement, which no gap reaches across and no word fits."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement as patterns see it: a form for each word."""

    text: str
    words: Sequence[AnalysedWord]
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Statements in a row of places, an empty place behind each. A set of places is a number with a bit for each of them.

    `starts` are the places of first words by statement, `owners` the statements and `fits` the elements by place, `by_fits` the
    places whose words fit the same elements. `words` are all places of words, `free` those that a gap may hold, `firsts` those
    of first words.
    """

    starts: tuple[int, ...]
    owners: tuple[int, ...]
    fits: tuple[frozenset[int], ...]
    by_fits: Mapping[frozenset[int], int]
    words: int
    free: int
    firsts: int

    def held(self) -> frozenset[int]:
        """Every element that some word fits."""
        return frozenset().union(*self.by_fits)

    def places(self, elements: frozenset[int]) -> dict[int, int]:
        """The places of each of these elements: of the thousands that words fit, patterns ask for few."""
        found: dict[int, int] = {}
        for fits, places in self.by_fits.items():
            for element in fits & elements:
                found[element] = found.get(element, 0) | places
        return found


def passages(readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """Ranges of statements that make a passage each."""
    first, words = 0, 0
    for index, reading in enumerate(readings):
        words += len(reading.words)
        if words >= _WORDS:
            yield first, index + 1
            first, words = index + 1, 0
    if first < len(readings):
        yield first, len(readings)


def passage_of(readings: Sequence[Reading]) -> Passage:
    """The passage of some statements."""
    starts: list[int] = []
    owners: list[int] = []
    fits: list[frozenset[int]] = []
    for index, reading in enumerate(readings):
        starts.append(len(fits))
        fits += [form.fits for form in reading.forms]
        fits.append(_BETWEEN)
        owners += [index] * (len(reading.forms) + 1)
    by_fits: dict[frozenset[int], int] = {}
    for place, found in enumerate(fits):
        if found:
            by_fits[found] = by_fits.get(found, 0) | 1 << place
    firsts = sum(1 << start for start, reading in zip(starts, readings, strict=True) if reading.forms)
    breaks = sum(places for found, places in by_fits.items() if BREAK in found)
    words = (1 << len(fits)) - 1 ^ by_fits.get(_BETWEEN, 0)
    return Passage(tuple(starts), tuple(owners), tuple(fits), by_fits, words, words & ~breaks, firsts)
