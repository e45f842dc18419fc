"""Evidence: everything that was found out about a document before any rule looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

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
            first, last = self.outline.entries[found.entry].statements
            return range(first, last)
        first = last = statement
        statements = self.outline.statements
        while first > 0 and statements[first - 1].entry < 0 and statements[first - 1].section == found.section:
            first -= 1
        while last + 1 < len(statements) and statements[last + 1].entry < 0 and statements[last + 1].section == found.section:
            last += 1
        return range(first, last + 1)


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
