"""Evidence: everything that was found out about a document before any rule looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from careerlint.model.claim import Claim
from careerlint.model.document import Document
from careerlint.model.finding import Level
from careerlint.model.number import Measures
from careerlint.model.outline import Kind, Outline, SectionKind
from careerlint.model.rule import Rule
from careerlint.model.signal import Signal
from careerlint.model.span import Span
from careerlint.model.term import Mention
from careerlint.model.token import AnalysedWord

TOLD_IN_A_LINE: tuple[SectionKind, ...] = (
    "education", "training", "skills", "certificates", "awards", "publications", "links", "languages", "personal",
)
"""Sections whose entries nobody expects a story of."""


@dataclass(frozen=True)
class Evidence:
    """The document, its outline, and by statement (same index everywhere) its words, claim, signals and numbers.

    `as_of` is the day that counts as today; nothing else looks at the clock. `role` and `profile` are the choices of the
    call (empty where none was made). `vocabulary` holds the data of `rules/vocabulary/`, by file name without suffix.
    `mentions` are the named technologies, by statement.
    """

    document: Document
    outline: Outline
    words: Sequence[Sequence[AnalysedWord]]
    claims: Sequence[Claim]
    signals: Sequence[Sequence[Signal]]
    measures: Sequence[Measures]
    as_of: date
    role: str = ""
    profile: str = ""
    vocabulary: Mapping[str, Any] = field(default_factory=dict)
    mentions: Sequence[Sequence[Mention]] = ()

    def text(self, statement: int) -> str:
        """The words of a statement."""
        return self.document.words(self.outline.statements[statement].span)

    def label_start(self, statement: int) -> int:
        """Where the statement's label starts ("정확도" of "정확도: 0.83"), else where its words do."""
        found = self.outline.statements[statement]
        line = self.document.text.rfind("\n", 0, found.span.start) + 1
        start = self.document.text.rfind(found.label, line, found.span.start) if found.label else -1
        return start if start >= 0 else found.span.start

    def has(self, statement: int, names: Sequence[str]) -> bool:
        """Whether the statement itself (not its label) carries one of the signals, strongly or weakly."""
        return any(signal.name in names and signal.strength != "label" for signal in self.signals[statement])

    @cached_property
    def told_entries(self) -> tuple[int, ...]:
        """Entries that tell a story: projects, jobs and competitions with statements, outside lists of degrees, prizes and papers."""
        found = []
        for index, entry in enumerate(self.outline.entries):
            listed = entry.section >= 0 and self.outline.sections[entry.section].kind in TOLD_IN_A_LINE
            if entry.kind in ("project", "job", "competition") and entry.statements[0] < entry.statements[1] and not listed:
                found.append(index)
        return tuple(found)

    def entry_statements(self, entry: int) -> range:
        """Indices of the statements of an entry."""
        return range(*self.outline.entries[entry].statements)

    def kind_of_entry(self, entry: int) -> Kind:
        """The kind of the part in which the entry stands."""
        first, last = self.outline.entries[entry].statements
        return self.outline.kind_of(self.outline.statements[first]) if first < last else self.outline.kind

    def title(self, entry: int = -1) -> Span:
        """The title of an entry, else the document's first heading, else its first statement."""
        if entry >= 0 and (title := self.outline.entries[entry].title) is not None:
            return title
        heading = next((section.title for section in self.outline.sections if section.title is not None), None)
        if heading is not None and (entry < 0 or heading.start >= self.outline.entries[entry].span.start):
            return heading
        statements = self.outline.statements
        if entry >= 0 and self.entry_statements(entry):
            return statements[self.entry_statements(entry)[0]].span
        return heading or (statements[0].span if statements else Span(0, 0))

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
    """What a rule found: the words, whose statement or entry they are, and values for the blanks of the message.

    A hit without statement is about the entry, without either about the document. `fix` is the text that may safely stand
    in place of the words, where there is one.
    """

    span: Span
    statement: int = -1
    entry: int = -1
    level: Level | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Span, ...] = ()
    fix: str | None = None


Check = Callable[[Evidence, Rule], Iterator[Hit]]
"""A rule that needs code: yields what it finds; claims and `unless` of the rule are still applied to each hit."""
