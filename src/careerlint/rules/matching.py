"""Matching: finds the signals of analysed statements by the patterns of all signals and their exceptions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careerlint.model.signal import Signal
from careerlint.model.span import Span
from careerlint.model.token import AnalysedWord
from careerlint.rules.courses import course_of
from careerlint.rules.elements import ElementIndex
from careerlint.rules.mood import is_told_as_fact
from careerlint.rules.signal_files import SignalPattern
from careerlint.rules.windows import Answers, Line, MakeDoc, Match, Reading, Window, windows

if TYPE_CHECKING:
    from spacy.vocab import Vocab

_LONGEST = 400
"""Words of one statement that are looked at: no sentence is longer, and overlaps are compared pair by pair."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """A statement with its words; `offset` is where its text starts in the document."""

    statement: int
    text: str
    words: Sequence[AnalysedWord]
    offset: int


class SignalMatcher:
    """All patterns of one language. A pattern is tried only on statements that hold its rarest element, and spaCy's
    Matcher is called only on the words that can be its match: one Matcher over every statement costs four to six times
    what the Korean analysis itself costs."""

    def __init__(self, patterns: Iterable[SignalPattern], language: str, vocab: Vocab, make_doc: MakeDoc) -> None:
        self._language = language
        self._answers = Answers(vocab, make_doc)
        self._index = ElementIndex(language)
        self._by_anchor: dict[int, list[Line]] = defaultdict(list)
        self._exceptions: dict[str, list[Line]] = defaultdict(list)
        self._raw: list[Line] = []
        for number, pattern in enumerate(pattern for pattern in patterns if pattern.language == language):
            self._file(_line(number, pattern, self._index))
        self._anchors = frozenset(self._by_anchor)

    def find(self, statements: Sequence[Analysed]) -> list[list[Signal]]:
        """The signals of each statement, ordered by start."""
        readings = [self._reading(statement) for statement in statements]
        places = [self._windows(reading) for reading in readings]
        answers = self._answers.of(list(zip(readings, places, strict=True)))
        return [
            self._signals(statement, list(zip(asked, answer, strict=True))) if asked else []
            for statement, asked, answer in zip(statements, places, answers, strict=True)
        ]

    def _file(self, line: Line) -> None:
        if line.pattern.strength == "except":
            self._exceptions[line.pattern.signal].append(line)
        elif line.needs:
            self._by_anchor[min(line.needs, key=self._index.rarity)].append(line)
        else:
            self._raw.append(line)

    def _reading(self, statement: Analysed) -> Reading:
        words = statement.words[:_LONGEST]
        forms = tuple([self._index.form(word) for word in words])
        return Reading(statement.text, words, forms, frozenset().union(*[form.fits for form in forms]), {})

    def _windows(self, reading: Reading) -> list[Window]:
        """Where patterns can match, in the order of the files, and where exceptions can that would touch them."""
        held = reading.held
        near = [line for anchor in held & self._anchors for line in self._by_anchor[anchor] if line.needs <= held]
        found = windows(reading, sorted([*near, *self._raw], key=_number))
        for name in {line.pattern.signal for line, _, _ in found if line.pattern.signal in self._exceptions}:
            mine = [(first, last) for line, first, last in found if line.pattern.signal == name]
            exceptions = windows(reading, [line for line in self._exceptions[name] if line.needs <= held])
            found += [item for item in exceptions if any(first < item[2] and item[1] < last for first, last in mine)]
        return found

    def _signals(self, statement: Analysed, answers: Iterable[tuple[Window, list[Match]]]) -> list[Signal]:
        words = statement.words
        found: dict[str, list[tuple[Match, Line]]] = defaultdict(list)
        cancelled: dict[str, list[Match]] = defaultdict(list)
        for (line, first, _), matches in answers:
            pattern = line.pattern
            for begin, stop, gap in matches:
                start, end = first + begin, first + stop
                if pattern.strength == "except":
                    cancelled[pattern.signal].append((start, end, gap))
                elif not pattern.fact or is_told_as_fact(words[:_LONGEST], start, end, self._language):
                    found[pattern.signal].append(((start, end, gap), line))
        signals = []
        for name, told in found.items():
            exceptions = cancelled.get(name, ())
            for (start, end, _), line in _best(told) if len(told) > 1 else told:
                if not any(start < stop and begin < end for begin, stop, _ in exceptions):
                    place = Span(words[start].start + statement.offset, words[end - 1].end + statement.offset)
                    signals.append(Signal(name, place, statement.statement, line.pattern.strength, line.told))
        return sorted(signals, key=lambda signal: (signal.span, signal.name))


def _line(number: int, pattern: SignalPattern, index: ElementIndex) -> Line:
    elements = pattern.pattern.elements
    course = course_of(elements, index)
    gaps = tuple(element.gap > 0 for element in elements)
    told = f"{pattern.pattern.line}: {pattern.pattern.text}"
    return Line(number, pattern, course, course.needs, gaps if any(gaps) else (), told)


def _number(line: Line) -> int:
    return line.number


def _best(matches: Sequence[tuple[Match, Line]]) -> list[tuple[Match, Line]]:
    """Of overlapping matches of one signal the strong before the weak, then the fewest words in gaps, the longest, the first."""
    chosen: list[tuple[Match, Line]] = []
    for match in sorted(matches, key=_worth):
        start, end, _ = match[0]
        if not any(start < stop and begin < end for (begin, stop, _), _ in chosen):
            chosen.append(match)
    return chosen


def _worth(match: tuple[Match, Line]) -> tuple[bool, int, int, int]:
    (start, end, gap), line = match
    return line.pattern.strength != "strong", gap, start - end, start
