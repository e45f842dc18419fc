"""Windows: the few words of a statement in which a pattern can match, and what spaCy's Matcher finds there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from careerlint.model.token import AnalysedWord
from careerlint.rules.courses import Course, window
from careerlint.rules.elements import BREAK, Form
from careerlint.rules.signal_files import SignalPattern
from careerlint.rules.spacy_patterns import compile_pattern

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

MakeDoc = Callable[[Sequence[tuple[Sequence[AnalysedWord], str, bool]]], "Doc"]
"""Makes one Doc of several pieces of statements: words, the text they end with, whether they open their statement."""

_TOGETHER = 4096
"""Windows that share a Doc: making one costs as much as some fifty of its words, and its memory should stay small."""
_SHORT = 3
"""Words of a window whose answer is kept: of these two in three come back in other documents, of longer ones few."""
_REMEMBERED = 32_768


@dataclass(frozen=True, slots=True)
class Line:
    """A pattern made ready: `needs` are the elements that must be fitted (none is known of a raw spaCy pattern).

    `gaps` says which elements are gaps (empty where none is), `told` is what `why-not` shows.
    """

    number: int
    pattern: SignalPattern
    course: Course
    needs: frozenset[int]
    gaps: tuple[bool, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement as patterns see it: a form for each word, and the elements that they fit together."""

    text: str
    words: Sequence[AnalysedWord]
    forms: tuple[Form, ...]
    held: frozenset[int]
    known: dict[int, list[int]]

    def places(self, element: int) -> list[int]:
        """The words that fit an element."""
        found = self.known.get(element)
        if found is None:
            found = self.known[element] = [index for index, form in enumerate(self.forms) if element in form.fits]
        return found


Window = tuple[Line, int, int]
"""A pattern, and the range of words that holds all its matches."""
Match = tuple[int, int, int]
"""A range of words, counted from the window's first, and how many of them stand in gaps."""


def windows(reading: Reading, lines: Iterable[Line]) -> list[Window]:
    """The patterns whose elements stand in order and near enough, each with the words that hold all its matches."""
    found: list[Window] = []
    length = len(reading.words)
    for line in lines:
        if not line.needs:
            found.append((line, 0, length))
        elif (words := window(line.course, reading.places)) is not None:
            found.append((line, words[0], min(words[1], length)))
    return found


class Answers:
    """What spaCy's Matcher finds in windows; it is asked once for each short window of the same forms."""

    def __init__(self, vocab: Vocab, make_doc: MakeDoc) -> None:
        self._vocab = vocab
        self._make_doc = make_doc
        self._matchers: dict[int, Matcher] = {}
        self._known: dict[tuple[int, bool, tuple[Form, ...]], list[Match]] = {}

    def of(self, asked: Sequence[tuple[Reading, Sequence[Window]]]) -> list[list[list[Match]]]:
        """The matches in each window of each statement."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        answers: list[list[list[Match]]] = []
        open_windows: list[tuple[Reading, Window, list[Match]]] = []
        for reading, places in asked:
            answers.append([])
            for line, first, last in places:
                key = (line.number, first == 0, reading.forms[first:last])
                answer = self._known.get(key)
                if answer is None:
                    answer = []
                    open_windows.append((reading, (line, first, last), answer))
                    if line.needs and last - first <= _SHORT:
                        self._known[key] = answer
                answers[-1].append(answer)
        for start in range(0, len(open_windows), _TOGETHER):
            self._ask(open_windows[start : start + _TOGETHER])
        return answers

    def _ask(self, asked: Sequence[tuple[Reading, Window, list[Match]]]) -> None:
        doc = self._make_doc([_piece(reading, first, last) for reading, (_, first, last), _ in asked])
        start = 0
        for reading, (line, first, last), answer in asked:
            stop = start + last - first
            answer += self._matches(line, doc, start, stop, reading.forms[first:last])
            start = stop

    def _matches(self, line: Line, doc: Doc, start: int, stop: int, forms: Sequence[Form]) -> list[Match]:
        """Of overlapping readings the one with the fewest words in gaps, then the longest."""
        matcher = self._matchers.get(line.number)
        if matcher is None:
            matcher = self._matchers[line.number] = compile_pattern(line.pattern, self._vocab)
        # Only a gap asks which element a word stands for. What is missing in a Doc (all lemmas empty) matches nothing.
        found = matcher(doc[start:stop], with_alignments=bool(line.gaps), allow_missing=True)
        if not line.gaps:
            matches = [(begin, end, 0) for _, begin, end in found]
        else:
            matches = []
            for _, begin, end, alignments in cast("list[tuple[int, int, int, list[int]]]", found):
                inside = [place for place, element in zip(range(begin, end), alignments, strict=True) if line.gaps[element]]
                if not any(BREAK in forms[place].fits for place in inside):
                    matches.append((begin, end, len(inside)))
        if len(matches) < 2:
            return matches
        chosen: list[Match] = []
        for match in sorted(matches, key=lambda item: (item[2], item[0] - item[1], item[0])):
            if not any(match[0] < end and begin < match[1] for begin, end, _ in chosen):
                chosen.append(match)
        return chosen


def _piece(reading: Reading, first: int, last: int) -> tuple[Sequence[AnalysedWord], str, bool]:
    text = reading.text if last == len(reading.words) else reading.text[: reading.words[last].start]
    return reading.words[first:last], text, first == 0
