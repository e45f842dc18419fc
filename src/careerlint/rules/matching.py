"""Matching: finds the signals of analysed statements with spaCy's Matcher, asked only where a pattern can match."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

from careerlint.model.signal import Signal
from careerlint.model.span import Span
from careerlint.model.token import AnalysedWord
from careerlint.rules.courses import Course, course_of, window
from careerlint.rules.elements import ElementIndex
from careerlint.rules.mood import is_told_as_fact
from careerlint.rules.shorthand import SENTENCE_ENDS
from careerlint.rules.signal_files import SignalPattern
from careerlint.rules.spacy_patterns import compile_pattern

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan
    from spacy.vocab import Vocab

MakeDoc = Callable[[Sequence[tuple[Sequence[AnalysedWord], str]]], "Doc"]
"""Makes one Doc of several statements, each given with its text."""

_CLAUSE_BREAKS = frozenset(("seq", "contrast"))
_BREAK_WORDS = frozenset(("but", "although", "though", "whereas", ";"))
_LONGEST = 400
"""Words of one statement that are looked at: no sentence is longer, and overlaps are compared pair by pair."""
_TOGETHER = 512
"""Statements that share a Doc: making one costs as much as some fifty of its words, and its memory should stay small."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """A statement with its words; `offset` is where its text starts in the document."""

    statement: int
    text: str
    words: Sequence[AnalysedWord]
    offset: int


@dataclass(frozen=True)
class _Reading:
    """A statement as the matcher sees it: for each word the elements that it fits."""

    source: Analysed
    words: Sequence[AnalysedWord]
    fitting: Sequence[frozenset[int]]

    @cached_property
    def held(self) -> frozenset[int]:
        return frozenset().union(*self.fitting)

    @cached_property
    def breaks(self) -> list[int]:
        return [index for index, word in enumerate(self.words) if _breaks_gap(word) or word.text in SENTENCE_ENDS]

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        return {}

    def places(self, element: int) -> list[int]:
        """The words that fit an element."""
        found = self._places.get(element)
        if found is None:
            found = self._places[element] = [index for index, fitting in enumerate(self.fitting) if element in fitting]
        return found


class SignalMatcher:
    """All patterns of one language. A pattern is tried only on statements that hold its rarest element, and spaCy's
    Matcher is called only on the words that can be its match: one Matcher over every statement costs four to six times
    what the Korean analysis itself costs."""

    def __init__(self, patterns: Iterable[SignalPattern], language: str, vocab: Vocab, make_doc: MakeDoc) -> None:
        self._language = language
        self._vocab = vocab
        self._make_doc = make_doc
        self._index = ElementIndex(language)
        self._matchers: dict[int, Matcher] = {}
        self._patterns = [pattern for pattern in patterns if pattern.language == language]
        self._courses: list[Course] = []
        self._by_anchor: dict[int, list[tuple[int, frozenset[int]]]] = defaultdict(list)
        self._exceptions: dict[str, list[tuple[int, frozenset[int]]]] = defaultdict(list)
        self._raw: list[int] = []
        for number, pattern in enumerate(self._patterns):
            course = course_of(pattern.pattern.elements, self._index)
            self._courses.append(course)
            if pattern.strength == "except":
                self._exceptions[pattern.signal].append((number, course.needs))
            elif course.steps:
                self._by_anchor[min(course.needs, key=self._index.rarity)].append((number, course.needs))
            else:
                self._raw.append(number)
        self._anchors = frozenset(self._by_anchor)

    def find(self, statements: Sequence[Analysed]) -> list[list[Signal]]:
        """The signals of each statement, ordered by start."""
        found: list[list[Signal]] = [[] for _ in statements]
        hopeful: list[tuple[int, _Reading, list[tuple[int, int, int]]]] = []
        for position, statement in enumerate(statements):
            words = statement.words[:_LONGEST]
            reading = _Reading(statement, words, [self._index.fitting(word) for word in words])
            windows = list(self._windows(reading, self._candidates(reading.held)))
            if windows:
                hopeful.append((position, reading, windows))
        for first in range(0, len(hopeful), _TOGETHER):
            group = hopeful[first : first + _TOGETHER]
            doc = self._make_doc([(reading.words, reading.source.text) for _, reading, _ in group])
            start = 0
            for position, reading, windows in group:
                found[position] = self._signals(reading, windows, doc[start : start + len(reading.words)])
                start += len(reading.words)
        return found

    def _candidates(self, held: frozenset[int]) -> list[tuple[int, frozenset[int]]]:
        """The patterns of which every element is fitted by some word, in the order of the files."""
        near = [item for anchor in held & self._anchors for item in self._by_anchor[anchor] if item[1] <= held]
        return sorted([*near, *((number, frozenset()) for number in self._raw)], key=lambda item: item[0])

    def _windows(self, reading: _Reading, patterns: Iterable[tuple[int, frozenset[int]]]) -> Iterator[tuple[int, int, int]]:
        """The patterns whose elements stand in order and near enough, each with the words that hold all its matches."""
        for number, _ in patterns:
            course = self._courses[number]
            if not course.steps:
                yield number, 0, len(reading.words)
            elif (found := window(course, reading.places, reading.breaks)) is not None:
                yield number, found[0], min(found[1], len(reading.words))

    def _signals(self, reading: _Reading, windows: Iterable[tuple[int, int, int]], span: DocSpan) -> list[Signal]:
        words, source = reading.words, reading.source
        found: dict[str, list[tuple[int, int, int, SignalPattern]]] = defaultdict(list)
        for number, first, last in windows:
            pattern = self._patterns[number]
            for start, end, gap in self._spans(number, span[first:last], words, first):
                if not pattern.fact or is_told_as_fact(words, start, end, self._language):
                    found[pattern.signal].append((start, end, gap, pattern))
        signals = []
        for name, matches in found.items():
            best = _best(matches)
            cancelled = self._cancelled(name, reading, span, best)
            for start, end, _, pattern in best:
                if not any(start < stop and begin < end for begin, stop in cancelled):
                    place = Span(words[start].start + source.offset, words[end - 1].end + source.offset)
                    line = f"{pattern.pattern.line}: {pattern.pattern.text}"
                    signals.append(Signal(name, place, source.statement, pattern.strength, line))
        return sorted(signals, key=lambda signal: (signal.span, signal.name))

    def _cancelled(
        self, signal: str, reading: _Reading, span: DocSpan, matches: Sequence[tuple[int, int, int, SignalPattern]]
    ) -> list[tuple[int, int]]:
        near = [item for item in self._exceptions.get(signal, ()) if item[1] <= reading.held]
        spans: list[tuple[int, int]] = []
        for number, first, last in self._windows(reading, near):
            if any(start < last and first < end for start, end, _, _ in matches):
                spans += [(start, end) for start, end, _ in self._spans(number, span[first:last], reading.words, first)]
        return spans

    def _spans(self, number: int, part: DocSpan, words: Sequence[AnalysedWord], offset: int) -> list[tuple[int, int, int]]:
        """Word ranges of one pattern, each with its words in gaps: of overlapping readings the one with the fewest words in gaps, then the longest."""
        elements = self._patterns[number].pattern.elements
        matcher = self._matchers.get(number)
        if matcher is None:
            matcher = self._matchers[number] = compile_pattern(self._patterns[number], self._vocab)
        readings = []
        for _, start, end, alignments in cast(
            "list[tuple[int, int, int, list[int]]]", matcher(part, with_alignments=True, allow_missing=True)
        ):
            gap = 0
            broken = False
            if elements:
                for position, alignment in zip(range(start + offset, end + offset), alignments, strict=True):
                    if elements[alignment].gap:
                        gap += 1
                        broken = broken or _breaks_gap(words[position])
            if not broken:
                readings.append((gap, start - end, start + offset, end + offset))
        chosen: list[tuple[int, int, int]] = []
        for gap, _, start, end in sorted(readings):
            if not any(start < stop and begin < end for begin, stop, _ in chosen):
                chosen.append((start, end, gap))
        return chosen


def _breaks_gap(word: AnalysedWord) -> bool:
    return not _CLAUSE_BREAKS.isdisjoint(word.features) or word.lemma in _BREAK_WORDS


def _best(matches: list[tuple[int, int, int, SignalPattern]]) -> list[tuple[int, int, int, SignalPattern]]:
    """Of overlapping matches of one signal the strong before the weak, then the fewest words in gaps, the longest, the first."""
    chosen: list[tuple[int, int, int, SignalPattern]] = []
    for match in sorted(matches, key=lambda item: (item[3].strength != "strong", item[2], item[0] - item[1], item[0])):
        if not any(match[0] < end and start < match[1] for start, end, _, _ in chosen):
            chosen.append(match)
    return chosen
