"""Matching: finds the signals of analysed statements by the patterns of all signals and their exceptions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from careerlint.model.signal import Signal
from careerlint.model.span import Span
from careerlint.model.token import AnalysedWord
from careerlint.rules.courses import Course, reach, spans
from careerlint.rules.elements import Forms
from careerlint.rules.mood import is_told_as_fact
from careerlint.rules.packed import unpack_rules
from careerlint.rules.passages import Passage, Reading, passage_of, passages
from careerlint.rules.pattern_table import PatternTable
from careerlint.rules.windows import Line, Match, Matchers, Taken, Window, apart

_LONGEST = 400
"""Words of one statement that are looked at: no sentence is longer, and overlaps are compared pair by pair."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """A statement with its words; `offset` is where its text starts in the document."""

    statement: int
    text: str
    words: Sequence[AnalysedWord]
    offset: int


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was found of one pattern in one statement, or the window in which spaCy's Matcher has to look."""

    statement: int
    line: Line
    matches: Sequence[Match]
    window: Window | None = None


class SignalMatcher:
    """All patterns of one language. A pattern is tried only where its rarest element stands, on many statements at once; spaCy's
    Matcher is asked only where there is more than one way to read it: one Matcher over every statement costs four to six times
    what the Korean analysis itself costs."""

    def __init__(self, table: PatternTable, language: str, make_matchers: Callable[[], Matchers]) -> None:
        self._language = language
        self._make_matchers = make_matchers
        self._forms = Forms(table.elements)
        self._table = table
        self._anchors = frozenset(table.by_anchor)
        self._lines: dict[int, Line] = {}

    @cached_property
    def matchers(self) -> Matchers:
        """spaCy's Matchers, made when first asked for: to import spaCy takes longer than linting, and four of five documents need none."""
        return self._make_matchers()

    def find(self, statements: Sequence[Analysed]) -> list[list[Signal]]:
        """The signals of each statement, ordered by start."""
        readings = [self._reading(statement) for statement in statements]
        found: list[list[Signal]] = []
        for first, last in passages(readings):
            found += self._signals_of(statements[first:last], readings[first:last])
        return found

    def _held(self, numbers: Iterable[int], held: frozenset[int]) -> list[Line]:
        """The patterns of these numbers whose needs are all held, in the order of the numbers; most are never unpacked."""
        needs = self._table.needs
        return [self._line(number) for number in sorted(numbers) if needs[number] <= held]

    def _line(self, number: int) -> Line:
        line = self._lines.get(number)
        if line is None:
            line = self._lines[number] = unpack_rules(self._table.lines[number])
        return line

    def _reading(self, statement: Analysed) -> Reading:
        words = statement.words[:_LONGEST]
        return Reading(statement.text, words, tuple([self._forms.form(word) for word in words]))

    def _signals_of(self, statements: Sequence[Analysed], readings: Sequence[Reading]) -> list[list[Signal]]:
        passage = passage_of(readings)
        held = passage.held()
        table = self._table
        near = self._held((number for anchor in held & self._anchors for number in table.by_anchor[anchor]), held)
        asked = [*_everywhere([self._line(number) for number in table.raw], readings), *_asked(near, passage, readings)]
        if table.raw:
            asked.sort(key=_place)
        # An exception is of use only beside a match of its signal.
        named: dict[str, set[int]] = defaultdict(set)
        for item in asked:
            named[item.line.pattern.signal].add(item.statement)
        exceptions = self._held((number for name in named for number in table.exceptions.get(name, ())), held)
        asked += [item for item in _asked(exceptions, passage, readings) if item.statement in named[item.line.pattern.signal]]
        by_statement: list[list[tuple[Line, Sequence[Match]]]] = [[] for _ in statements]
        for item, matches in zip(asked, self._answers(asked), strict=True):
            by_statement[item.statement].append((item.line, matches))
        return [self._signals(statement, answers) if answers else [] for statement, answers in zip(statements, by_statement, strict=True)]

    def _answers(self, asked: Sequence[_Asked]) -> Iterator[Sequence[Match]]:
        """The matches of each pattern in each statement."""
        windows = [item.window for item in asked if item.window is not None]
        answers = iter(self.matchers.matches(windows) if windows else ())
        for item in asked:
            yield item.matches if item.window is None else next(answers)

    def _signals(self, statement: Analysed, answers: Iterable[tuple[Line, Sequence[Match]]]) -> list[Signal]:
        words = statement.words[:_LONGEST]
        found: dict[str, list[tuple[Match, Line]]] = defaultdict(list)
        cancelled: dict[str, list[Match]] = defaultdict(list)
        for line, matches in answers:
            pattern = line.pattern
            if pattern.strength == "except":
                cancelled[pattern.signal] += matches
                continue
            for match in matches:
                if not pattern.fact or is_told_as_fact(words, match[0], match[1], self._language):
                    found[pattern.signal].append((match, line))
        signals = []
        for name, told in found.items():
            exceptions = cancelled.get(name, ())
            for (start, end, _), line in _best(told) if len(told) > 1 else told:
                if not exceptions or not any(start < stop and begin < end for begin, stop, _ in exceptions):
                    place = Span(words[start].start + statement.offset, words[end - 1].end + statement.offset)
                    signals.append(Signal(name, place, statement.statement, line.pattern.strength, line.told, line.pattern.sure))
        return sorted(signals, key=_order) if len(signals) > 1 else signals


def _everywhere(lines: Iterable[Line], readings: Sequence[Reading]) -> Iterator[_Asked]:
    """Raw patterns, of which nothing is known beforehand."""
    for line in lines:
        for index, reading in enumerate(readings):
            yield _Asked(index, line, (), Window(reading, line, 0, len(reading.words)))


def _asked(lines: Sequence[Line], passage: Passage, readings: Sequence[Reading]) -> Iterator[_Asked]:
    """The statements in which patterns match, in the order of the patterns."""
    places = passage.places(frozenset().union(*[line.elements for line in lines]))
    for line in lines:
        yield from _of_line(line, passage, places, readings)


def _of_line(line: Line, passage: Passage, places: Mapping[int, int], readings: Sequence[Reading]) -> Iterator[_Asked]:
    """The statements in which one pattern matches."""
    found: dict[int, list[Match]] = {}
    unsure: dict[int, tuple[int, int]] = {}
    for course in line.courses:
        reached = reach(course, passage, places)
        if not reached:
            continue
        ends = reached[-1]
        length = 0 if line.open else course.length
        while ends:
            last = ends.bit_length() - 1
            ends ^= 1 << last
            index = passage.owners[last]
            if index in unsure:
                continue
            start = passage.starts[index]
            if length:
                # Most patterns are words side by side, which can be read in one way.
                found.setdefault(index, []).append((last + 1 - start - length, last + 1 - start, 0))
                continue
            words = len(readings[index].words)
            if line.open:
                unsure[index] = _window(course, reached[0], start, last + 1 - start, words)
                continue
            matches = found.setdefault(index, [])
            for begin, only in spans(course, reached, last, passage):
                matches.append((begin - start, last + 1 - start, last + 1 - begin - len(course.steps)))
                if not only:
                    # Ends are met from the last to the first.
                    unsure[index] = _window(course, reached[0], start, matches[0][1], words)
    for index, (first, stop) in unsure.items():
        yield _Asked(index, line, (), Window(readings[index], line, first, stop))
    for index, matches in found.items():
        if index not in unsure:
            yield _Asked(index, line, apart(matches))


def _window(course: Course, begins: int, start: int, stop: int, length: int) -> tuple[int, int]:
    """The words of a statement, of so many, from the first that may begin a match up to `stop`, where the last match ends.

    `begins` are the places of the course's first step, `start` is that of the statement's first word.
    """
    inside = begins >> start
    first = (inside & -inside).bit_length() - 1
    return max(first - course.before, 0), min(stop + course.after, length)


def _place(item: _Asked) -> int:
    return item.line.number


def _order(signal: Signal) -> tuple[int, int, str]:
    return signal.span.start, signal.span.end, signal.name


def _best(matches: Sequence[tuple[Match, Line]]) -> list[tuple[Match, Line]]:
    """Of overlapping matches of one signal the strong before the weak, the sure before the others, then the fewest words in gaps, the longest, the first."""
    taken = Taken()
    return [match for match in sorted(matches, key=_worth) if taken.take(match[0][0], match[0][1])]


def _worth(match: tuple[Match, Line]) -> tuple[bool, bool, int, int, int]:
    (start, end, gap), line = match
    return line.pattern.strength != "strong", not line.pattern.sure, gap, start - end, start
