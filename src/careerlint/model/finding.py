"""A finding: what an interviewer would hold against a statement, an entry or the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from careerlint.model.claim import Claim
from careerlint.model.document import Document
from careerlint.model.outline import Outline
from careerlint.model.place import SourceRange
from careerlint.model.private import Masking, PrivateValue
from careerlint.model.signal import Signal
from careerlint.model.span import Span
from careerlint.model.suppression import Suppression
from careerlint.model.surroundings import Dependency

Level = Literal["error", "warning", "note"]
LEVELS: tuple[Level, ...] = ("error", "warning", "note")
"""From the gravest to the mildest."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A span of the text and the rule that it meets.

    `statement` and `entry` are indices into the outline, None where the finding is not about one. The texts are already
    in the language of messages. `related` are other spans that belong to it (the second number of a mismatch).
    `gap` names the element of the story that is missing, where that is what the finding says, and `gap_told` says so in words of its own where this sort of finding has some; `fix` is text that may safely
    stand in place of the words. `fingerprint` is stable when lines move or the format changes, and holds no text of the document.
    `about` is what it speaks of beside its words: the address of a link. `source` is where that stands in the source of a text format
    when the words only stand near by, for a picture holds no letter; `quoted` is what stands there, private values masked.
    """

    code: str
    name: str
    level: Level
    scope: Literal["statement", "entry", "document"]
    span: Span
    message: str
    why: str
    rewrite: str
    question: str
    talk: tuple[str, ...]
    fingerprint: str
    statement: int | None = None
    entry: int | None = None
    related: tuple[Span, ...] = ()
    gap: str = ""
    gap_told: str = ""
    fix: str | None = None
    about: str = ""
    source: SourceRange | None = None
    quoted: str = ""

    @property
    def stands(self) -> Span | SourceRange:
        """Where people look for it: its words, or what stands beside them in the source."""
        return self.source or self.span


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file could not be linted: `kind` is a stable word ("encrypted", "no-text", "too-large" ...)."""

    path: str
    kind: str
    message: str
    message_ko: str


@dataclass(frozen=True)
class Report:
    """Everything known about one document: findings ordered by start, signals by statement, one claim for each statement.

    What is shown of the document comes from `shown` and `heading`, never from its text: they hide private values.
    """

    document: Document
    outline: Outline
    claims: tuple[Claim, ...]
    signals: Sequence[Signal]
    findings: tuple[Finding, ...]
    language: str
    """The language of the messages: "ko" or "en"."""
    private: tuple[PrivateValue, ...] = ()
    accepted: tuple[Finding, ...] = ()
    """Findings that a remark in the document suppresses, ordered like `findings`."""
    suppressions: tuple[Suppression, ...] = ()
    unused: tuple[Suppression, ...] = ()
    """Those that suppress nothing although every rule that they name ran."""
    dependencies: tuple[Dependency, ...] = ()
    """What was looked at around the document; the report is true while that stays as it was."""
    faulted: tuple[int, ...] = ()
    """The statements that any stable rule has something against, whichever rules were selected and whatever is accepted."""
    denied: tuple[tuple[str, int], ...] = ()
    """The elements of the story that rules deny, each with the statement that does not tell it, whatever signals stand there; of the same rules."""

    @property
    def path(self) -> str:
        """The path of the document, as it was given."""
        return self.document.path

    @cached_property
    def masking(self) -> Masking:
        """What hides the private values."""
        return Masking(self.document.text, self.private)

    @cached_property
    def titles(self) -> tuple[Span, ...]:
        """The titles of the sections, by where they begin."""
        return tuple(sorted(section.title for section in self.outline.sections if section.title is not None))

    def shown(self, span: Span) -> str:
        """The words of the span as they may be shown."""
        return self.masking.words(span)

    def words(self, finding: Finding) -> str:
        """What the finding stands at, as it may be shown: its words, or the address of a picture."""
        return finding.quoted or self.shown(finding.span)

    def heading(self, section: int) -> str:
        """The words of a section's heading as they may be shown; what goes on behind something folded has that of the section around it."""
        sections = self.outline.sections
        found = next((sections[place] for place in self.outline.above(section) if sections[place].title is not None), sections[section])
        return found.heading if found.title is None else self.masking.again(found.heading, found.title)


@dataclass(frozen=True, slots=True)
class Run:
    """One call over several files: outcomes in the order of the files; `ruleset` names the rules, `as_of` is its today."""

    outcomes: tuple[Report | Unreadable, ...]
    version: str
    ruleset: str
    as_of: date

    @property
    def reports(self) -> tuple[Report, ...]:
        """The documents that could be read."""
        return tuple(outcome for outcome in self.outcomes if isinstance(outcome, Report))

    @property
    def unreadable(self) -> tuple[Unreadable, ...]:
        """The files that could not."""
        return tuple(outcome for outcome in self.outcomes if isinstance(outcome, Unreadable))
