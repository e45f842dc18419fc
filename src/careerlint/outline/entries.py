"""Entries: which projects, jobs, courses, competitions and answers a document tells, and where each begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from careerlint.model.document import Document
from careerlint.model.outline import Kind, SectionKind
from careerlint.model.span import Span
from careerlint.outline.dates import has_date, has_date_range
from careerlint.outline.kinds import project_titles
from careerlint.outline.lines import OutlineLine
from careerlint.outline.sections import DraftSection, ancestors, children

EntryKind = Literal["project", "job", "course", "competition", "answer", "other"]

_LISTING: dict[SectionKind, EntryKind] = {
    "experience": "job", "projects": "project", "education": "course", "training": "course", "awards": "competition", "activities": "other",
    "publications": "other",
}
_COMPETITION = re.compile(r"대회|공모전|경진|해커톤|캐글|데이콘|kaggle|dacon|competition|hackathon|challenge", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """An entry as a half-open range of lines; `title` is None where the whole document is one without a title."""

    title: Span | None
    lines: tuple[int, int]
    section: int
    kind: EntryKind


def draft_entries(document: Document, lines: Sequence[OutlineLine], sections: Sequence[DraftSection], kind: Kind) -> list[DraftEntry]:
    """The entries of a document of this kind, in reading order, without overlap."""
    if kind == "project":
        return _whole(document, lines, sections)
    if kind == "cover-letter":
        return _answers(document, lines, sections)
    entries = _listed(document, lines, sections)
    if kind == "portfolio" and not any(entry.kind in ("project", "job", "competition") for entry in entries):
        entries += _projects(document, lines, sections)
        if not any(entry.kind == "project" for entry in entries):
            entries += _whole(document, lines, sections)
    return _without_overlap(sorted(entries, key=lambda entry: entry.lines))


def _whole(document: Document, lines: Sequence[OutlineLine], sections: Sequence[DraftSection]) -> list[DraftEntry]:
    titled = [section for section in sections if section.title is not None]
    title = titled[0].title if titled else None
    competition = title is not None and _COMPETITION.search(document.words(title)) is not None
    section = next((index for index, item in enumerate(sections) if item.title is not None), 0)
    return [DraftEntry(title, (0, len(lines)), section, "competition" if competition else "project")]


def _answers(document: Document, lines: Sequence[OutlineLine], sections: Sequence[DraftSection]) -> list[DraftEntry]:
    entries = [
        DraftEntry(section.title, section.lines, index, "answer")
        for index, section in enumerate(sections)
        if section.lines[0] < section.lines[1]
    ]
    return entries or [DraftEntry(None, (0, len(lines)), 0, "answer")]


def _projects(document: Document, lines: Sequence[OutlineLine], sections: Sequence[DraftSection]) -> list[DraftEntry]:
    return [
        DraftEntry(sections[index].title, (sections[index].lines[0], _end(sections, index)), index, "project")
        for index in project_titles(document, lines, sections)
    ]


def _listed(document: Document, lines: Sequence[OutlineLine], sections: Sequence[DraftSection]) -> list[DraftEntry]:
    """Entries of the sections that list them; the deepest titled block with statements of its own is the entry."""
    entries: list[DraftEntry] = []
    for index, section in enumerate(sections):
        listing = _listing_kind(sections, index)
        if listing is None:
            continue
        if section.kind in _LISTING:
            entries += _in_lines(document, lines, section, index, _LISTING[section.kind])
            continue
        inner = [child for child in children(sections, index) if sections[child].kind == "other"]
        own = section.lines[0] < section.lines[1]
        parts = [child for child in children(sections, index) if sections[child].kind != "other"]
        if inner and not parts:
            if own:
                entries.append(DraftEntry(section.title, section.lines, index, _entry_kind(document, section, listing)))
        elif (own or parts) and section.kind == "other" and not _inside_entry(sections, index):
            entries.append(DraftEntry(section.title, (section.lines[0], _end(sections, index)), index, _entry_kind(document, section, listing)))
    return entries


def _listing_kind(sections: Sequence[DraftSection], index: int) -> EntryKind | None:
    for around in (index, *ancestors(sections, index)):
        if sections[around].kind in _LISTING:
            return _LISTING[sections[around].kind]
        if sections[around].kind != "other":
            return None
    return None


def _inside_entry(sections: Sequence[DraftSection], index: int) -> bool:
    """Whether a section around it has parts of a project beside this one, so that it is a part with a name of its own."""
    for around in ancestors(sections, index):
        if sections[around].kind in _LISTING:
            return False
        if any(sections[child].kind != "other" for child in children(sections, around)):
            return True
    return False


def _entry_kind(document: Document, section: DraftSection, listing: EntryKind) -> EntryKind:
    if section.title is not None and listing == "project" and _COMPETITION.search(document.words(section.title)):
        return "competition"
    return listing


def _in_lines(document: Document, lines: Sequence[OutlineLine], section: DraftSection, index: int, kind: EntryKind) -> list[DraftEntry]:
    """Entries without headings: title lines with a period or bold words above bullets; table rows stay statements."""
    first, last = section.lines
    starts = [position for position in range(first, last) if _starts_entry(document, lines, position, first)]
    if not starts:
        return [DraftEntry(section.title, (first, last), index, kind)] if first < last and kind != "other" else []
    entries = []
    for start, end in zip(starts, [*starts[1:], last], strict=True):
        line = lines[start]
        text = document.words(line.span)
        own: EntryKind = "competition" if kind == "project" and _COMPETITION.search(text) else kind
        entries.append(DraftEntry(_first_line(document, line.span), (start, end), index, own))
    return entries


def _starts_entry(document: Document, lines: Sequence[OutlineLine], position: int, first: int) -> bool:
    line = lines[position]
    text = document.words(line.span).strip()
    before = lines[position - 1] if position > first else None
    after = lines[position + 1] if position + 1 < len(lines) else None
    head = text.split("\n")[0]
    if len(head) > 160:
        return False
    if line.kind == "text":
        if before is not None and before.kind == "text" and _is_title_like(document, before) and not has_date_range(document.words(before.span).split("\n")[0]):
            # A company line above a line with the period is one title.
            return False
        return _is_title_like(document, line) and (before is None or before.kind != "text" or has_date(head) or line.block.bold)
    if line.kind == "item" and line.depth == 1:
        nested = after is not None and after.kind == "item" and after.depth > 1
        bold = any(mark.kind == "strong" and mark.span.start <= line.span.start and mark.span.end - mark.span.start >= 2 for mark in document.marks if line.span.contains(mark.span))
        return nested and (bold or has_date(head))
    return False


def _is_title_like(document: Document, line: OutlineLine) -> bool:
    text = document.words(line.span).strip()
    head = text.split("\n")[0]
    if line.kind != "text" or len(head) > 160 or head.endswith(("다.", "요.", ".")):
        return False
    bold = line.block.bold or any(
        mark.kind == "strong" and mark.span.start == line.span.start and not head.rstrip("*").endswith(":") for mark in document.marks if line.span.contains(mark.span)
    )
    return bold or has_date(head) or (" | " in head and len(head) < 120)


def _first_line(document: Document, span: Span) -> Span:
    text = document.words(span)
    length = len(text.split("\n")[0].rstrip())
    return Span(span.start, span.start + length)


def _end(sections: Sequence[DraftSection], index: int) -> int:
    """The line at which the section with everything in it ends."""
    level = sections[index].level
    for section in sections[index + 1 :]:
        if section.level <= level:
            return section.lines[0] - 1
    return sections[-1].lines[1]


def _without_overlap(entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    kept: list[DraftEntry] = []
    for entry in entries:
        if not kept or entry.lines[0] >= kept[-1].lines[1]:
            kept.append(entry)
    return kept
