"""Windows: the few words in which a pattern may match in more than one way, and what spaCy's Matcher reads in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from careerlint.model.token import AnalysedWord
from careerlint.rules.courses import Course
from careerlint.rules.elements import BREAK
from careerlint.rules.passages import Reading
from careerlint.rules.signal_patterns import SignalPattern
from careerlint.rules.spacy_patterns import compile_pattern

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

MakeDoc = Callable[[Sequence[tuple[Sequence[AnalysedWord], str, bool]]], "Doc"]
"""Makes one Doc of several pieces of statements: words, the text they end with, whether they open their statement."""

_TOGETHER = 4096
"""Windows that share a Doc: making one costs as much as some fifty of its words, and its memory should stay small."""


@dataclass(frozen=True, slots=True)
class Line:
    """A pattern made ready: `needs` are the elements that must be fitted (none is known of a raw spaCy pattern).

    `courses` are the ways to go through it and `elements` all of their elements. `open` says that words may be missing beside
    gaps, so that only spaCy's Matcher knows which reading counts. `gaps` says which elements are gaps (empty where none is),
    `told` is what `why-not` shows.
    """

    number: int
    pattern: SignalPattern
    courses: tuple[Course, ...]
    needs: frozenset[int]
    elements: frozenset[int]
    open: bool
    gaps: tuple[bool, ...]
    told: str


Match = tuple[int, int, int]
"""A range of words of a statement, and how many of them stand in gaps."""


@dataclass(frozen=True, slots=True)
class Window:
    """A pattern, and the range of a statement's words that holds all its matches."""

    reading: Reading
    line: Line
    first: int
    last: int


class Matchers:
    """spaCy's Matchers of patterns, each made when it is first asked."""

    def __init__(self, vocab: Vocab, make_doc: MakeDoc) -> None:
        self._vocab = vocab
        self._make_doc = make_doc
        self._matchers: dict[int, Matcher] = {}

    def matches(self, windows: Sequence[Window]) -> list[list[Match]]:
        """The matches in each window."""
        found: list[list[Match]] = []
        for start in range(0, len(windows), _TOGETHER):
            found += self._ask(windows[start : start + _TOGETHER])
        return found

    def _ask(self, windows: Sequence[Window]) -> list[list[Match]]:
        doc = self._make_doc([_piece(window) for window in windows])
        found: list[list[Match]] = []
        start = 0
        for window in windows:
            stop = start + window.last - window.first
            found.append(self._matches(window, doc, start, stop))
            start = stop
        return found

    def _matches(self, window: Window, doc: Doc, start: int, stop: int) -> list[Match]:
        line, first, forms = window.line, window.first, window.reading.forms
        matcher = self._matchers.get(line.number)
        if matcher is None:
            matcher = self._matchers[line.number] = compile_pattern(line.pattern, self._vocab)
        # Only a gap asks which element a word stands for. What is missing in a Doc (all lemmas empty) matches nothing.
        found = matcher(doc[start:stop], with_alignments=bool(line.gaps), allow_missing=True)
        if not line.gaps:
            return apart([(first + begin, first + end, 0) for _, begin, end in found])
        matches = []
        for _, begin, end, alignments in cast("list[tuple[int, int, int, list[int]]]", found):
            inside = [place for place, element in zip(range(first + begin, first + end), alignments, strict=True) if line.gaps[element]]
            if not any(BREAK in forms[place].fits for place in inside):
                matches.append((first + begin, first + end, len(inside)))
        return apart(matches)


def apart(matches: Sequence[Match]) -> list[Match]:
    """Of overlapping readings of one pattern the one with the fewest words in gaps, then the longest."""
    if len(matches) < 2:
        return list(matches)
    taken = Taken()
    return [match for match in sorted(matches, key=_worth) if taken.take(match[0], match[1])]


class Taken:
    """Ranges of words that are taken: a further one is compared with its two neighbours only, for a line may hold hundreds."""

    __slots__ = ("_ends", "_starts")

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, start: int, end: int) -> bool:
        """Take the words from `start` to before `end`; false where some of them are taken."""
        place = bisect_left(self._starts, start)
        if (place and self._ends[place - 1] > start) or (place < len(self._starts) and self._starts[place] < end):
            return False
        self._starts.insert(place, start)
        self._ends.insert(place, end)
        return True


def _worth(match: Match) -> tuple[int, int, int]:
    return match[2], match[0] - match[1], match[0]


def _piece(window: Window) -> tuple[Sequence[AnalysedWord], str, bool]:
    reading = window.reading
    text = reading.text if window.last == len(reading.words) else reading.text[: reading.words[window.last].start]
    return reading.words[window.first : window.last], text, window.first == 0
