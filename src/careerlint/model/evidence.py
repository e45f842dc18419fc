"""Evidence: everything that was found out about a document before any rule looks at it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from heapq import merge
from itertools import groupby

from careerlint.model.claim import Claim
from careerlint.model.document import Document
from careerlint.model.finding import Level
from careerlint.model.number import Measures
from careerlint.model.outline import Outline
from careerlint.model.rule import Rule
from careerlint.model.signal import Signal
from careerlint.model.span import Span
from careerlint.model.token import AnalysedWord


@dataclass(frozen=True)
class Evidence:
    """The document, its outline, and by statement (same index everywhere) its words, claim, signals and numbers.

    `as_of` is the day that counts as today; nothing else looks at the clock.
    """

    document: Document
    outline: Outline
    words: Sequence[Sequence[AnalysedWord]]
    claims: Sequence[Claim]
    signals: Sequence[Sequence[Signal]]
    measures: Sequence[Measures]
    as_of: date
    nouns: dict[int, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    quotations: dict[Span, tuple[Span, ...]] = field(default_factory=dict, repr=False, compare=False)
    """These two hold what conditions have read of statements and blocks already."""

    def text(self, statement: int) -> str:
        """The words of a statement."""
        return self.document.words(self.outline.statements[statement].span)

    def has(self, statement: int, names: Sequence[str]) -> bool:
        """Whether the statement itself (not its label) carries one of the signals, strongly or weakly."""
        return any(signal.name in names and signal.strength != "label" for signal in self.signals[statement])

    def neighbourhood(self, statement: int) -> range:
        """The statements of the same entry; outside entries those of the same section."""
        found = self.outline.statements[statement]
        if found.entry >= 0:
            return range(*self.outline.entries[found.entry].statements)
        return self._runs[statement]

    def children(self, statement: int) -> Sequence[int]:
        """The statements that are bullets of this one."""
        return self._children.get(statement, ())

    def holding(self, names: Sequence[str], around: range) -> Iterator[int]:
        """The statements of a range that carry one of the signals, in order; mostly the first of them is enough."""
        places = [self._places.get(name, ()) for name in names]
        found = merge(*(_between(part, around) for part in places))
        return (statement for statement, _ in groupby(found))

    # A long document asks these of every match, so each is worked out once for all statements.
    @cached_property
    def _runs(self) -> list[range]:
        """For statements outside entries the neighbours of their section."""
        runs: list[range] = []
        for _, group in groupby(self.outline.statements, key=lambda item: (item.entry, item.section if item.entry < 0 else -1)):
            count = sum(1 for _ in group)
            runs += [range(len(runs), len(runs) + count)] * count
        return runs

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for index, statement in enumerate(self.outline.statements):
            found.setdefault(statement.parent, []).append(index)
        return found

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for index, signals in enumerate(self.signals):
            for name in {signal.name for signal in signals}:
                found.setdefault(name, []).append(index)
        return found


def _between(places: Sequence[int], around: range) -> Iterator[int]:
    for index in range(bisect_left(places, around.start), bisect_left(places, around.stop)):
        yield places[index]


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found: the words, whose statement or entry they are, and values for the blanks of the message."""

    span: Span
    statement: int = -1
    entry: int = -1
    level: Level | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Span, ...] = ()


Check = Callable[[Evidence, Rule], Iterator[Hit]]
"""A rule that needs code: yields what it finds; claims and `unless` of the rule are still applied to each hit."""
