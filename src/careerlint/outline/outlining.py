"""Outlining: puts lines, sections, entries and statements together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careerlint.model.document import Document
from careerlint.model.outline import Entry, Kind, Language, Outline, Part, Section, SectionKind, Statement
from careerlint.model.span import Span
from careerlint.outline.announced import with_announced
from careerlint.outline.entries import draft_entries
from careerlint.outline.entry_drafts import DraftEntry
from careerlint.outline.kinds import detect_kind
from careerlint.outline.levels import with_levels
from careerlint.outline.lines import OutlineLine, read_lines
from careerlint.outline.parts import DraftPart, draft_parts
from careerlint.outline.sections import DraftSection, ancestors, draft_sections, first_line
from careerlint.outline.statements import DraftStatement, SplitKorean, draft_statements, language_of
from careerlint.outline.vocabulary import HeadingVocabulary

_IN_PROJECT: dict[SectionKind, SectionKind] = {"summary": "overview", "training": "method", "skills": "structure", "activities": "other"}
"""What headings of a résumé announce inside a project: its "Training" trains a model and its "Summary" sums it up."""
_LONGEST_NAME = 16
"""Of a bullet that only names what hangs under it, in characters."""
_KOREAN_SHARE = 4


def outline_document(document: Document, vocabulary: HeadingVocabulary, split_korean: SplitKorean, kind: Kind | None = None) -> Outline:
    """The outline of a document; `kind` overrides what would be detected, for every part."""
    lines = with_levels(document, read_lines(document, vocabulary), vocabulary)
    sections = with_announced(document, lines, draft_sections(document, lines, vocabulary))
    parts = draft_parts(document, lines, sections)
    kinds = [kind or part.kind or detect_kind(document, lines[part.lines[0] : part.lines[1]], _inside(sections, part)) for part in parts]
    entries: list[tuple[DraftEntry, int]] = []
    for number, part in enumerate(parts):
        entries += [(entry, number) for entry in _entries(document, lines, sections, part, kinds[number])]
    drafts = draft_statements(document, lines, split_korean)
    statements = _statements(document, drafts, lines, sections, [entry for entry, _ in entries])
    plain = [entry for entry, _ in entries]
    final_entries = _final_entries(plain, lines, statements)
    final_sections = _final_sections(sections, parts, plain, lines)
    final_parts = tuple(Part(found, _part_span(document, lines, part)) for part, found in zip(parts, kinds, strict=True))
    longest = max(final_parts, key=lambda part: len(part.span))
    return Outline(longest.kind, _language(statements), final_parts, final_sections, final_entries, tuple(statements))


def _inside(sections: Sequence[DraftSection], part: DraftPart) -> list[DraftSection]:
    """The sections of a part, their parents and lines counted from where the part starts."""
    first, last = part.sections
    line = part.lines[0]
    return [
        replace(
            section,
            parent=section.parent - first if section.parent >= first else -1,
            lines=(section.lines[0] - line, section.lines[1] - line),
        )
        for section in sections[first:last]
    ]


def _entries(document: Document, lines: Sequence[OutlineLine], sections: Sequence[DraftSection], part: DraftPart, kind: Kind) -> list[DraftEntry]:
    first, last = part.lines
    return [
        replace(entry, lines=(entry.lines[0] + first, entry.lines[1] + first), section=entry.section + part.sections[0])
        for entry in draft_entries(document, lines[first:last], _inside(sections, part), kind)
    ]


def _statements(
    document: Document, drafts: Sequence[DraftStatement], lines: Sequence[OutlineLine], sections: Sequence[DraftSection], entries: Sequence[DraftEntry]
) -> list[Statement]:
    section_of = _section_by_line(lines, sections)
    entry_of = _entry_by_line(lines, entries)
    row_of = {(entry.lines[0], row): index for index, entry in enumerate(entries) if entry.rows for row in range(*entry.rows)}
    statements: list[Statement] = []
    above: list[tuple[int, int]] = []
    labels: tuple[int, str] = (-1, "")
    for draft in drafts:
        index = len(statements)
        section = section_of[draft.line]
        if draft.depth == 0:
            above = []
        elif draft.form == "bullet":
            while above and above[-1][0] >= draft.depth and statements[above[-1][1]].block is not draft.block:
                above.pop()
        parent = next((place for depth, place in reversed(above) if depth < draft.depth), -1)
        context = tuple(
            words for words in (*_headings(sections, section), *draft.headers, labels[1] if labels[0] == section else "", _words_above(document, statements, parent)) if words
        )
        statement = Statement(
            draft.span, section, row_of.get((draft.line, draft.row), entry_of[draft.line]), language_of(document.words(draft.span)),
            draft.form,
            draft.block, parent, draft.depth, draft.label, context, draft.table, draft.row, draft.head,
        )
        statements.append(statement)
        if draft.form == "bullet" and (not above or above[-1][0] < draft.depth):
            above.append((draft.depth, index))
        labels = _label_line(document, draft, section, labels)
    return statements


def _entry_by_line(lines: Sequence[OutlineLine], entries: Sequence[DraftEntry]) -> list[int]:
    found = [-1] * len(lines)
    for index, entry in enumerate(entries):
        if entry.rows is None:
            for line in range(*entry.lines):
                found[line] = index
    return found


def _label_line(document: Document, draft: DraftStatement, section: int, before: tuple[int, str]) -> tuple[int, str]:
    """A short bold or colon-ended line is a label of what follows in its section."""
    words = document.words(draft.span)
    if draft.form in ("prose", "bullet") and len(words) <= 24 and (words.endswith((":", "：")) or draft.block.bold):
        return section, words.strip(" :：*")
    return before if draft.form == "bullet" else (-1, "")


def _words_above(document: Document, statements: Sequence[Statement], parent: int) -> str:
    """What a bullet hangs under, if that is no more than a name ("한계점", "Data")."""
    if parent < 0 or statements[parent].label:
        return ""
    words = document.words(statements[parent].span)
    return words.strip(" :：*") if len(words) <= _LONGEST_NAME and "\n" not in words else ""


def _headings(sections: Sequence[DraftSection], section: int) -> list[str]:
    return [sections[index].heading for index in reversed((section, *ancestors(sections, section)))]


def _section_by_line(lines: Sequence[OutlineLine], sections: Sequence[DraftSection]) -> list[int]:
    found = [0] * len(lines)
    for index, section in enumerate(sections):
        first, last = section.lines
        for line in range(max(first - 1, 0) if section.title is not None else first, last):
            found[line] = index
    return found


def _final_entries(entries: Sequence[DraftEntry], lines: Sequence[OutlineLine], statements: Sequence[Statement]) -> tuple[Entry, ...]:
    ranges: list[tuple[int, int]] = [(0, 0)] * len(entries)
    for position, statement in enumerate(statements):
        if statement.entry >= 0:
            first, last = ranges[statement.entry]
            ranges[statement.entry] = (first if last else position, position + 1)
    return tuple(
        Entry(entry.title, _entry_span(entry, lines), entry.section, own, entry.kind) for entry, own in zip(entries, ranges, strict=True)
    )


def _entry_span(entry: DraftEntry, lines: Sequence[OutlineLine]) -> Span:
    inside = lines[entry.lines[0] : entry.lines[1]]
    table = inside[0].table if inside else None
    if entry.rows is not None and table is not None:
        rows = [row for row in table.children if row.kind == "row"][entry.rows[0] : entry.rows[1]]
        return Span(rows[0].span.start, rows[-1].span.end)
    end = max((line.span.end for line in inside), default=entry.title.end if entry.title else 0)
    start = entry.title.start if entry.title else (inside[0].span.start if inside else 0)
    if inside and inside[0].span.start < start < inside[0].span.end:
        # Below its period stands what the entry is called.
        start = inside[0].span.start
    return Span(start, max(start, end))


def _final_sections(
    sections: Sequence[DraftSection], parts: Sequence[DraftPart], entries: Sequence[DraftEntry], lines: Sequence[OutlineLine]
) -> tuple[Section, ...]:
    """Sections with part and entry; inside an entry the last word of a heading tells its kind ("YOLO 학습 결과")."""
    entry_of = _entry_by_line(lines, entries)
    found = []
    for index, section in enumerate(sections):
        line = first_line(section)
        part = next((number for number, item in enumerate(parts) if item.lines[0] <= line < item.lines[1]), 0)
        entry = entry_of[line] if line < len(lines) else -1
        titles = entry >= 0 and entries[entry].section == index
        # "참가 목표" tells aims wherever it stands.
        inside = entry >= 0 or section.late == "goal"
        kind = section.late if inside and not titles and section.kind == "other" else section.kind
        if entry >= 0 and not titles and entries[entry].kind in ("project", "competition"):
            kind = _IN_PROJECT.get(kind, kind)
        found.append(Section(kind, section.title, section.heading, section.span, section.level, section.parent, part, entry))
    return tuple(found)


def _part_span(document: Document, lines: Sequence[OutlineLine], part: DraftPart) -> Span:
    inside = lines[part.lines[0] : part.lines[1]]
    return Span(inside[0].span.start, inside[-1].span.end) if inside else Span(0, len(document.text))


def _language(statements: Sequence[Statement]) -> Language:
    sizes: dict[Language, int] = {"ko": 0, "en": 0, "": 0}
    for statement in statements:
        # A Korean syllable says about what two and a half Latin letters say.
        sizes[statement.language] += len(statement.span) * (5 if statement.language == "ko" else 2)
    if not sizes["ko"] and not sizes["en"]:
        return ""
    # Whoever tells a quarter in Korean writes Korean, with terms, settings and titles in English around it.
    return "ko" if _KOREAN_SHARE * sizes["ko"] >= sizes["ko"] + sizes["en"] else "en"
