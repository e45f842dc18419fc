"""Outlining: puts lines, sections, entries and statements together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.outline import (
    TOLD_IN_A_LINE,
    Entry,
    EntryKind,
    Kind,
    Language,
    Outline,
    Part,
    Section,
    SectionKind,
    Statement,
)
from careerlint.model.span import Span
from careerlint.outline.announced import with_announced
from careerlint.outline.draft import Draft
from careerlint.outline.entries import draft_entries
from careerlint.outline.entry_drafts import DraftEntry, without_bars, without_period_at_margin
from careerlint.outline.kinds import detect_kind
from careerlint.outline.levels import with_levels
from careerlint.outline.lines import OutlineLine, read_lines
from careerlint.outline.marked_headings import with_marked_headings
from careerlint.outline.parts import DraftPart, draft_parts
from careerlint.outline.sections import DraftSection, ancestors, draft_sections, first_line
from careerlint.outline.statements import DraftStatement, SplitKorean, draft_statements, language_of
from careerlint.outline.vocabulary import HeadingVocabulary

_IN_PROJECT: dict[SectionKind, SectionKind] = {"summary": "overview", "training": "method", "skills": "structure", "activities": "other"}
"""What headings of a résumé announce inside a project: its "Training" trains a model and its "Summary" sums it up."""
_TOOLS = Expression(r"(?:my )?(?:tech(?:nology)?(?: ?stacks?)?|stacks?|languages (?:and|&) tools)|사용\s?(?:가능\s?)?기술", re.IGNORECASE)
"""What is listed behind the works of a portfolio, as high as they and in none of them, is what its author knows."""
_TOLD: frozenset[EntryKind] = frozenset(("job", "project", "competition", "other"))
_LONGEST_NAME = 16
"""Of a bullet that only names what hangs under it, in characters."""
_KOREAN_SHARE = 4


def outline_document(document: Document, vocabulary: HeadingVocabulary, split_korean: SplitKorean, kind: Kind | None = None) -> Outline:
    """The outline of a document; `kind` overrides what would be detected, for every part."""
    document = with_marked_headings(document, vocabulary)
    lines = with_levels(document, read_lines(document, vocabulary), vocabulary)
    headed = Draft(document, lines, draft_sections(document, lines, vocabulary), vocabulary)
    draft = Draft(document, lines, with_announced(headed), vocabulary)
    parts = draft_parts(draft)
    inside = [_of_part(draft, part) for part in parts]
    kinds: list[Kind] = [kind or part.kind or detect_kind(own) for part, own in zip(parts, inside, strict=True)]
    entries = [entry for part, own, found in zip(parts, inside, kinds, strict=True) for entry in _entries(own, part, found)]
    statements = _statements(draft, draft_statements(document, lines, split_korean, _told_in_rows(draft, entries)), entries)
    final_parts = tuple(Part(found, _part_span(draft, part)) for part, found in zip(parts, kinds, strict=True))
    longest = max(final_parts, key=lambda part: len(part.span))
    return Outline(
        longest.kind, _language(statements), final_parts, _final_sections(draft, parts, kinds, entries), _final_entries(draft, entries, statements), tuple(statements)
    )


def _of_part(draft: Draft, part: DraftPart) -> Draft:
    """A part of a document, the parents and lines of its sections counted from where it starts."""
    first, last = part.sections
    line = part.lines[0]
    sections = [
        replace(
            section,
            parent=section.parent - first if section.parent >= first else -1,
            lines=(section.lines[0] - line, section.lines[1] - line),
        )
        for section in draft.sections[first:last]
    ]
    return Draft(draft.document, draft.lines[slice(*part.lines)], sections, draft.vocabulary)


def _entries(draft: Draft, part: DraftPart, kind: Kind) -> list[DraftEntry]:
    """The entries of a part, their lines and sections counted from where the document starts."""
    first = part.lines[0]
    return [
        replace(entry, lines=(entry.lines[0] + first, entry.lines[1] + first), section=entry.section + part.sections[0], index=tuple((line + first, row) for line, row in entry.index))
        for entry in draft_entries(draft, kind)
    ]


def _statements(draft: Draft, drafted: Sequence[DraftStatement], entries: Sequence[DraftEntry]) -> list[Statement]:
    document = draft.document
    section_of = draft.section_by_line
    entry_of = _entry_by_line(draft.lines, entries)
    row_of = {(entry.lines[0], row): index for index, entry in enumerate(entries) if entry.rows and not entry.column for row in range(*entry.rows)}
    row_of |= {place: index for index, entry in enumerate(entries) for place in entry.index}
    statements: list[Statement] = []
    above: list[tuple[int, int]] = []
    labels: tuple[int, str] = (-1, "")
    for one in drafted:
        index = len(statements)
        section = section_of[one.line]
        if one.depth == 0:
            above = []
        elif one.form == "bullet":
            while above and above[-1][0] >= one.depth and statements[above[-1][1]].block is not one.block:
                above.pop()
        parent = next((place for depth, place in reversed(above) if depth < one.depth), -1)
        context = tuple(
            words for words in (*_headings(draft.sections, section), *one.headers, labels[1] if labels[0] == section else "", _words_above(document, statements, parent)) if words
        )
        statement = Statement(
            one.span, section, row_of.get((one.line, one.row), entry_of[one.line]), language_of(document.words(one.span)),
            one.form,
            one.block, parent, one.depth, one.label, context, one.table, -1 if one.told else one.row, one.head,
        )
        statements.append(statement)
        if one.form == "bullet" and (not above or above[-1][0] < one.depth):
            above.append((one.depth, index))
        labels = _label_line(document, one, section, labels)
    return statements


def _told_in_rows(draft: Draft, entries: Sequence[DraftEntry]) -> dict[tuple[int, int], Span]:
    """The titles of the jobs and projects whose rows tell of them, by line and row; degrees and awards are told in a line."""
    found: dict[tuple[int, int], Span] = {}
    for entry in entries:
        first = entry.lines[0]
        table = draft.lines[first].table if first < len(draft.lines) else None
        if table is None or entry.title is None or entry.column or entry.kind not in _TOLD or draft.sections[entry.section].kind in TOLD_IN_A_LINE:
            continue
        if entry.rows is not None or table.span.contains(entry.title):
            found |= {(first, row): entry.title for row in range(*(entry.rows or (0, len(table.children))))}
    return found


def _entry_by_line(lines: Sequence[OutlineLine], entries: Sequence[DraftEntry]) -> list[int]:
    found = [-1] * len(lines)
    for index, entry in enumerate(entries):
        if entry.rows is None:
            for line in range(*entry.lines):
                found[line] = index
    return found


def _label_line(document: Document, one: DraftStatement, section: int, before: tuple[int, str]) -> tuple[int, str]:
    """A short bold or colon-ended line is a label of what follows in its section."""
    words = document.words(one.span)
    if one.form in ("prose", "bullet") and len(words) <= 24 and (words.endswith((":", "：")) or one.block.bold):
        return section, words.strip(" :：*")
    return before if one.form == "bullet" else (-1, "")


def _words_above(document: Document, statements: Sequence[Statement], parent: int) -> str:
    """What a bullet hangs under, if that is no more than a name ("한계점", "Data")."""
    if parent < 0 or statements[parent].label:
        return ""
    words = document.words(statements[parent].span)
    return words.strip(" :：*") if len(words) <= _LONGEST_NAME and "\n" not in words else ""


def _headings(sections: Sequence[DraftSection], section: int) -> list[str]:
    return [sections[index].heading for index in reversed((section, *ancestors(sections, section)))]


def _final_entries(draft: Draft, entries: Sequence[DraftEntry], statements: Sequence[Statement]) -> tuple[Entry, ...]:
    lines = draft.lines
    ranges: list[tuple[int, int]] = [(0, 0)] * len(entries)
    for position, statement in enumerate(statements):
        # A row of a table of contents tells of a work that is told further down.
        if statement.entry >= 0 and not (entries[statement.entry].index and statement.span.end <= lines[entries[statement.entry].lines[0]].span.start):
            first, last = ranges[statement.entry]
            ranges[statement.entry] = (first if last else position, position + 1)
    return tuple(
        Entry(_final_title(draft, entry), _entry_span(entry, lines), entry.section, own, entry.kind) for entry, own in zip(entries, ranges, strict=True)
    )


def _final_title(draft: Draft, entry: DraftEntry) -> Span | None:
    """The title as it is told; that of a line has its period no more that stands at the margin, a heading keeps all of its words."""
    if entry.title is None:
        return None
    headed = entry.title == draft.sections[entry.section].title
    return without_bars(draft.document, entry.title if headed else without_period_at_margin(draft.document, entry.title))


def _entry_span(entry: DraftEntry, lines: Sequence[OutlineLine]) -> Span:
    inside = lines[entry.lines[0] : entry.lines[1]]
    table = inside[0].table if inside else None
    if entry.column and entry.title is not None:
        return entry.title
    if entry.rows is not None and table is not None:
        rows = [row for row in table.children if row.kind == "row"][entry.rows[0] : entry.rows[1]]
        return Span(rows[0].span.start, rows[-1].span.end)
    end = max((line.span.end for line in inside), default=entry.title.end if entry.title else 0)
    start = entry.title.start if entry.title else (inside[0].span.start if inside else 0)
    if inside and inside[0].span.start < start < inside[0].span.end:
        # Below its period stands what the entry is called.
        start = inside[0].span.start
    return Span(start, max(start, end))


def _final_sections(draft: Draft, parts: Sequence[DraftPart], kinds: Sequence[Kind], entries: Sequence[DraftEntry]) -> tuple[Section, ...]:
    """Sections with part and entry; inside an entry the last word of a heading tells its kind ("YOLO 학습 결과")."""
    entry_of = _entry_by_line(draft.lines, entries)
    works = {(own.parent, own.level): entry.section for entry in entries if entry.kind in ("project", "competition") and (own := draft.sections[entry.section]).title == entry.title}
    found = []
    for index, section in enumerate(draft.sections):
        line = first_line(section)
        part = next((number for number, item in enumerate(parts) if item.lines[0] <= line < item.lines[1]), 0)
        entry = entry_of[line] if line < len(draft.lines) else -1
        titles = entry >= 0 and entries[entry].section == index
        # "참가 목표" tells aims wherever it stands.
        inside = entry >= 0 or section.late == "goal"
        kind = section.late if inside and not titles and section.kind == "other" else section.kind
        if entry >= 0 and not titles and entries[entry].kind in ("project", "competition"):
            kind = _IN_PROJECT.get(kind, kind)
        elif not inside and kind == "structure" and kinds[part] != "project" and works.get((section.parent, section.level), index) < index and _TOOLS.fullmatch(section.heading):
            kind = "skills"
        found.append(Section(kind, section.title, section.heading, section.span, section.level, section.parent, part, entry))
    return tuple(found)


def _part_span(draft: Draft, part: DraftPart) -> Span:
    inside = draft.lines[slice(*part.lines)]
    return Span(inside[0].span.start, inside[-1].span.end) if inside else Span(0, len(draft.document.text))


def _language(statements: Sequence[Statement]) -> Language:
    sizes: dict[Language, int] = {"ko": 0, "en": 0, "": 0}
    for statement in statements:
        # A Korean syllable says about what two and a half Latin letters say.
        sizes[statement.language] += len(statement.span) * (5 if statement.language == "ko" else 2)
    if not sizes["ko"] and not sizes["en"]:
        return ""
    # Whoever tells a quarter in Korean writes Korean, with terms, settings and titles in English around it.
    return "ko" if _KOREAN_SHARE * sizes["ko"] >= sizes["ko"] + sizes["en"] else "en"
