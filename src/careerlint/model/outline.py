"""The outline of a document: parts, sections, entries and statements, as spans of its text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from careerlint.model.document import Block
from careerlint.model.span import Span

Kind = Literal["resume", "cover-letter", "career", "portfolio", "project"]
"""What a document is: `portfolio` tells several projects, `project` one (a README, a wrap-up report)."""

Language = Literal["ko", "en", ""]
"""The language a statement is analysed in; empty where it has no letters of either."""
LANGUAGES = ("ko", "en")
"""The languages of which there are patterns and messages."""

SectionKind = Literal[
    "summary", "experience", "projects", "education", "training", "skills", "certificates", "awards", "publications",
    "activities", "links", "languages", "personal", "letter",
    "overview", "goal", "task", "data", "method", "experiment", "result", "troubleshooting", "limits", "retrospective",
    "lesson", "plan", "role", "team", "usage", "structure", "references", "license", "prompt", "other",
]
"""What a heading announces.

The first two lines are sections of a résumé (`letter` is an answer of a cover letter, `prompt` a form's
question). The others are parts of one project: `overview` (개요, 소개), `goal` (목적, 배경, 필요성, 기대효과, 문제 정의: what
is wanted), `task` (a competition's or course's own description, rules, metric), `method` (model, approach,
architecture, implementation), `experiment` (experiments, ablation, comparison), `result`, `troubleshooting`
(트러블슈팅, 문제 해결, challenges), `limits` (한계, 아쉬운 점, limitations), `retrospective` (회고, 느낀 점, KPT), `lesson` (배운 점),
`plan` (향후 계획, future work, roadmap, TODO), `usage` (install, run, commands), `structure` (folders, files, stack).
"""

TOLD_IN_A_LINE: tuple[SectionKind, ...] = (
    "education", "training", "skills", "certificates", "awards", "publications", "links", "languages", "personal",
)
"""Sections whose entries nobody expects a story of."""

_CONTENTS = frozenset(("목차", "contents", "content", "table of contents", "toc", "index"))

EntryKind = Literal["project", "job", "course", "competition", "answer", "other"]

StatementForm = Literal["prose", "bullet", "row", "cell", "heading", "label"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, bullet or table row: what a rule looks at.

    `span` is trimmed of white space, bullets and trailing line ends. `section` and `entry` are indices into the
    outline (`entry` is -1 outside entries). `parent` is the index of the statement whose sub-bullet this is, or -1;
    `depth` counts bullets (0: prose, 1: outermost bullet). `label` is the leading label of the line without
    its colon ("원인", "Fix"), `context` the headings, labels and column headers above it, outermost first, down to the
    entry's title. `form` says where it stands. `block` is the leaf block that holds it; `table` numbers the table it
    stands in, `row` its row (header row 0), else -1; `head` marks a header row (never a claim). What the row of a job or
    project tells line by line is no table of figures: it counts as the bullets that it would be below a title.
    """

    span: Span
    section: int
    entry: int
    language: Language
    form: StatementForm
    block: Block
    parent: int = -1
    depth: int = 0
    label: str = ""
    context: tuple[str, ...] = ()
    table: int = -1
    row: int = -1
    head: bool = False

    @property
    def aside(self) -> bool:
        """Whether it is a fact beside what the row of a work tells, as its tools and the size of its team are."""
        return self.form == "cell" and self.table < 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One project, job, course, competition or answer: `statements` is a half-open range of statement indices.

    `section` is the section that lists it, or its own where a heading is its title (`Outline.listing` tells which lists it). `title` is None for a section that is one entry without a title of its own.
    """

    title: Span | None
    span: Span
    section: int
    statements: tuple[int, int]
    kind: EntryKind

    def is_headed_by(self, section: Section) -> bool:
        """Whether a section's heading is the title of the entry, whatever signs stand around its words: "📌 Project 2", "Tide map |"."""
        return self.title is not None and section.title is not None and section.title.overlaps(self.title)


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading (not under its sub-headings: those are sections with a higher `level` of their own).

    `parent` is the index of the section around it, or -1. `title` is the heading's span, `heading` its words without
    emoji, numbering and brackets. `entry` is the entry the section belongs to (a part of a project), or -1.
    """

    kind: SectionKind
    title: Span | None
    heading: str
    span: Span
    level: int
    parent: int
    part: int
    entry: int = -1


@dataclass(frozen=True, slots=True)
class Part:
    """A document inside the document: a merged PDF may hold a résumé, a letter and a portfolio."""

    kind: Kind
    span: Span


@dataclass(frozen=True)
class Outline:
    """Parts, sections, entries and statements, each ordered by start; `kind` is the kind of the longest part."""

    kind: Kind
    language: Language
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    statements: tuple[Statement, ...]

    def kind_of(self, statement: Statement) -> Kind:
        """The kind of the part in which the statement stands."""
        return self.parts[self.sections[statement.section].part].kind

    def section_kinds(self, statement: Statement) -> tuple[SectionKind, ...]:
        """Kinds of the statement's section and of those around it, innermost first.

        Under a form's question stands the author's answer: only the question itself is of the kind `prompt`.
        """
        return self._kinds[statement.form == "heading"][statement.section]

    @cached_property
    def _kinds(self) -> tuple[list[tuple[SectionKind, ...]], list[tuple[SectionKind, ...]]]:
        """The kinds around each section: as its own words see them, and as its question does."""
        return [self._kinds_around(index, False) for index in range(len(self.sections))], [self._kinds_around(index, True) for index in range(len(self.sections))]

    def _kinds_around(self, index: int, asks: bool) -> tuple[SectionKind, ...]:
        kinds: list[SectionKind] = []
        for place in self.above(index):
            section = self.sections[place]
            # A list of contents set higher than what follows it says nothing of that.
            kind: SectionKind = "other" if kinds and section.heading.strip().lower() in _CONTENTS else section.kind
            kinds.append("letter" if kind == "prompt" and not asks else kind)
        return tuple(kinds)

    def above(self, section: int) -> tuple[int, ...]:
        """The section and those around it, innermost first; none where there is no section (-1)."""
        return self._above[section] if section >= 0 else ()

    def headings_above(self, section: int) -> tuple[str, ...]:
        """The headings of the section and of those around it, innermost first."""
        return tuple(self.sections[place].heading for place in self.above(section))

    def listing(self, entry: int) -> int:
        """The section that an entry stands under, -1 where there is none: a heading that is its own title, or stands inside it, does not list it."""
        found = self.entries[entry]
        return next((place for place in self.above(found.section) if not self._stands_inside(place, found)), -1)

    def _stands_inside(self, section: int, entry: Entry) -> bool:
        title = self.sections[section].title
        return title is not None and (entry.is_headed_by(self.sections[section]) or entry.span.contains(title))

    @cached_property
    def _above(self) -> list[tuple[int, ...]]:
        """For each section the way up: a document has few sections, and checks ask for the way of every statement."""
        return [self._way_up(section) for section in range(len(self.sections))]

    def _way_up(self, section: int) -> tuple[int, ...]:
        found = []
        while section >= 0:
            found.append(section)
            section = self.sections[section].parent
        return tuple(found)


def index_or_none(index: int) -> int | None:
    """An index into the outline, which has -1 where there is none."""
    return index if index >= 0 else None
