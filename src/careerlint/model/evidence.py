"""Evidence: everything that was found out about a document before any rule looks at it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from heapq import merge
from itertools import groupby
from typing import Any

from careerlint.expression import Expression
from careerlint.model.claim import Claim
from careerlint.model.document import Document
from careerlint.model.finding import Level
from careerlint.model.line_index import LineIndex
from careerlint.model.number import Measures
from careerlint.model.outline import Kind, Outline, index_or_none
from careerlint.model.place import SourceRange
from careerlint.model.private import Masking, PrivateValue
from careerlint.model.rule import Rule
from careerlint.model.signal import Signal
from careerlint.model.span import Span
from careerlint.model.stories import Stories
from careerlint.model.surroundings import Nowhere, Surroundings
from careerlint.model.term import Mention
from careerlint.model.today import Today
from careerlint.model.token import AnalysedWord
from careerlint.model.weight import Unweighed, Weighing

_PRINTED = Expression(r"^(?!.*(?:\b(?:import|def|return|for|while|lambda)\b|[{};]|\w\s*=\s*[\w\"'(\[]|--\w)).*\d[.,]\d|^[^=;{}]*\d\s?(?:%|ms|초|배|점|건)", re.MULTILINE)
"""A line of figures that no program code is."""
_ELEMENT_OF = {
    "obstacle": "obstacle", "hitch": "obstacle", "difficulty": "obstacle", "failure": "obstacle", "metric": "metric", "figure": "metric", "before-after": "metric",
    "reason": "reason", "alternative": "alternative",
}
"""The element of a story of which a signal is a sign."""
_LOWEST_HEADING = 6
_OF_A_PERSON = frozenset(("resume", "career", "portfolio"))
_ASSERTED = frozenset(("done", "goal", "general"))
"""How what is told of a story is said: no plan, wish or question."""
_SIZED = ("measured", "improvement", "before-after", "impact", "comparison", "achievement", "turnaround")
"""What tells a measured result without a number of it."""
_COUNTED = ("counted", "tally")
"""What counts in words too."""
_UNSIZED = ("hyper-parameter", "period", "date")
"""The value of a setting ("C = 0.2"), and how long the work took or when it was ("1.5개월"), are no size of what came of it."""


@dataclass(frozen=True)
class Evidence:
    """The document, its outline, and by statement (same index everywhere) its words, claim, signals and numbers.

    `today` is the day that counts as today; nothing else looks at the clock. `role` and `profile` are the choices of the
    call (empty where none was made). `vocabulary` holds the data of `rules/vocabulary/`, by file name without suffix.
    `mentions` are the named technologies, by statement; `elsewhere` those in headings, labels and code; `private` are the values
    that no output may repeat. `surroundings` are the files around the document. `weighing` says what the words of a
    statement, taken together, speak for. `read_stories` says what the entries tell, when the first rule asks.
    """

    document: Document
    outline: Outline
    words: Sequence[Sequence[AnalysedWord]]
    claims: Sequence[Claim]
    signals: Sequence[Sequence[Signal]]
    measures: Sequence[Measures]
    today: Today
    read_stories: Callable[[Evidence], Stories] = field(repr=False, compare=False)
    role: str = ""
    profile: str = ""
    vocabulary: Mapping[str, Any] = field(default_factory=dict)
    mentions: Sequence[Sequence[Mention]] = ()
    elsewhere: Sequence[Mention] = ()
    private: tuple[PrivateValue, ...] = ()
    surroundings: Surroundings = field(default_factory=Nowhere, compare=False)
    weighing: Weighing = field(default_factory=Unweighed, repr=False, compare=False)

    @cached_property
    def stories(self) -> Stories:
        """What the entries tell."""
        return self.read_stories(self)

    @cached_property
    def masking(self) -> Masking:
        """What hides the private values in everything that is shown or kept."""
        return Masking(self.document.text, self.private)

    def text(self, statement: int) -> str:
        """The words of a statement, on one line and in half width."""
        return self._lines[statement]

    def may_match(self, statement: int, expression: Expression) -> bool:
        """Whether an expression can match in the text of a statement, told without searching it."""
        return statement in self._index.may_match(expression.pattern)

    def match(self, expression: Expression, statement: int) -> re.Match[str] | None:
        """The first match of an expression in the text of a statement."""
        return expression.search(self._lines[statement]) if statement in self._index.may_match(expression.pattern) else None

    @cached_property
    def _index(self) -> LineIndex:
        return LineIndex(self._lines, self.document.parts)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each statement starts, in order."""
        return tuple(statement.span.start for statement in self.outline.statements)

    def section_at(self, offset: int) -> int:
        """The index of the section in which an offset stands: the last one that has begun."""
        return max(bisect_right(self._section_starts, offset) - 1, 0)

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.title.start if section.title is not None else section.span.start for section in self.outline.sections]

    @cached_property
    def _lines(self) -> list[str]:
        return [self.document.line(statement.span) for statement in self.outline.statements]

    def label_start(self, statement: int) -> int:
        """Where the statement's label starts ("정확도" of "정확도: 0.83"), else where its words do."""
        found = self.outline.statements[statement]
        line = self.document.text.rfind("\n", 0, found.span.start) + 1
        start = self.document.text.rfind(found.label, line, found.span.start) if found.label else -1
        return start if start >= 0 else found.span.start

    def has(self, statement: int, names: Sequence[str]) -> bool:
        """Whether the statement itself (not its label) carries one of the signals, strongly or weakly."""
        return not self._said[statement].isdisjoint(names)

    @cached_property
    def _said(self) -> list[frozenset[str]]:
        """By statement the names of the signals of its own words: rules ask for them dozens of times."""
        return [frozenset([signal.name for signal in signals if signal.strength != "label"]) for signals in self.signals]

    def entry_of(self, statement: int | None) -> int | None:
        """The entry in which a statement stands."""
        return index_or_none(self.outline.statements[statement].entry) if statement is not None else None

    def entry_statements(self, entry: int) -> range:
        """Indices of the statements of an entry."""
        return range(*self.outline.entries[entry].statements)

    def told_in_words(self, entry: int, element: str) -> int | None:
        """The first statement of an entry whose words tell an element (reason ...), whatever patterns know of it.

        An element told in other words than any pattern knows is told all the same: nobody lists all the ways to say it.
        """
        for index in self.entry_statements(entry):
            claim = self.claims[index]
            if claim.author in ("author", "team") and claim.modality in _ASSERTED and self.weighing.tells(element, index) and (element != "metric" or self._is_sized(index)):
                return index
        return None

    def _is_sized(self, statement: int) -> bool:
        """Whether a statement names a size in some way; without it nothing is measured, whatever the words weigh."""
        numbers = self.measures[statement].numbers
        return self.has(statement, _SIZED) or any(number.kind not in _UNSIZED for number in numbers) or (not numbers and self.has(statement, _COUNTED))

    def is_sign(self, signal: Signal, statement: int) -> bool:
        """Whether a signal is a sign of its element: what a label says is, what patterns see is not where all words of the statement deny it."""
        element = _ELEMENT_OF.get(signal.name, "")
        return signal.strength == "label" or not element or self.weighing.tells(element, statement) is not False

    def kind_of_entry(self, entry: int) -> Kind:
        """The kind of the part in which the entry stands."""
        first, last = self.outline.entries[entry].statements
        return self.outline.kind_of(self.outline.statements[first]) if first < last else self.outline.kind

    def title(self, entry: int | None = None) -> Span:
        """The title of an entry, else the document's first heading, else its first statement."""
        if entry is not None and (title := self.outline.entries[entry].title) is not None:
            return title
        heading = next((section.title for section in self.outline.sections if section.title is not None), None)
        if heading is not None and (entry is None or (heading.start >= self.outline.entries[entry].span.start and not self._is_unnamed(entry))):
            return heading
        statements = self.outline.statements
        if entry is not None and self.entry_statements(entry):
            return statements[self.entry_statements(entry)[0]].span
        return heading or (statements[0].span if statements else Span(0, 0))

    def _is_unnamed(self, entry: int) -> bool:
        """Whether the entry is all of a project whose first heading names nothing: a number, a day, a table of contents."""
        return self.outline.kind == "project" and self.outline.entries[entry].section == 0

    def neighbourhood(self, statement: int) -> range:
        """The statements of the same entry; outside entries those of the same section."""
        found = self.outline.statements[statement]
        if found.entry >= 0:
            return range(*self.outline.entries[found.entry].statements)
        return self._runs[statement]

    def is_preface(self, statement: int) -> bool:
        """Whether the statement stands above all headings inside its entry, or in a person's document below its title, where a reader is told what will follow."""
        found = self.outline.statements[statement]
        entry = found.entry
        if entry < 0:
            return self.outline.kind_of(found) in _OF_A_PERSON and found.section == self.outline.statements[0].section != self.outline.statements[-1].section
        own = self.entry_statements(entry)
        first = self.outline.statements[own.start].section
        return self.outline.statements[statement].section == first != self.outline.statements[own.stop - 1].section

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
        """For statements outside entries the neighbours of their section and of the labels in it ("**Fix**" over a list of its own)."""
        runs: list[range] = []
        for _, group in groupby(self.outline.statements, key=lambda item: (item.entry, self._labelled(item.section) if item.entry < 0 else -1)):
            count = sum(1 for _ in group)
            runs += [range(len(runs), len(runs) + count)] * count
        return runs

    def _labelled(self, section: int) -> int:
        """The section that a label stands in, which is lower than every heading; else the section itself."""
        sections = self.outline.sections
        while section >= 0 and sections[section].level > _LOWEST_HEADING and sections[section].parent >= 0:
            section = sections[section].parent
        return section

    @cached_property
    def outputs(self) -> tuple[Span, ...]:
        """Blocks of code that show figures, as printed by a program or written down in plain text, and captions with figures."""
        blocks = (block for block in self.document.walk() if block.kind in ("code", "caption"))
        return tuple(block.span for block in blocks if _PRINTED.search(self.document.words(block.span)))

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


BETWEEN = "', '"
"""What stands between the words of several places in a message that quotes them."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found: the words, whose statement or entry they are, and values for the blanks of the message.

    A value that differs by the language of messages is given for each: `kind.ko` and `kind.en` fill `{kind}`.
    A hit without statement is about the entry, without either about the document. `fix` is the text that may safely stand
    in place of the words, where there is one. `about` is what the hit speaks of beside its words, the address of a link, and `source`
    where that stands in the source of a text format when the words only stand near by; `quoted` is what stands there. `variant`
    names the text of the rule's `variants` that tells this sort of hit; it fills `{variant}`. For `wordings` it may name several sorts, with spaces between.
    """

    span: Span
    statement: int | None = None
    entry: int | None = None
    level: Level | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Span, ...] = ()
    fix: str | None = None
    about: str = ""
    source: SourceRange | None = None
    quoted: str = ""
    variant: str = ""

    def __post_init__(self) -> None:
        if -1 in (self.statement, self.entry):
            # The outline has -1 for none, and as an index it would be the last one.
            raise ValueError("a hit that is about no statement or entry says None")

    def with_others(self, others: Sequence[Hit]) -> Hit:
        """One hit for several of a kind: the others are related places, and its words name each once."""
        if not others:
            return self
        matches = dict.fromkeys(each.values["match"] for each in (self, *others))
        return replace(self, values={**self.values, "match": BETWEEN.join(matches)}, related=(*self.related, *(each.span for each in others)))


Check = Callable[[Evidence, Rule], Iterator[Hit]]
"""A rule that needs code: yields what it finds; claims and `unless` of the rule are still applied to each hit."""
