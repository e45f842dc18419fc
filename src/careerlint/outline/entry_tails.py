"""Entry tails: what stands behind the last work of a document and belongs to none: its author, a postscript."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from careerlint.model.outline import SectionKind
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import COUNTED, DraftEntry
from careerlint.outline.heads import before_colon, head_of
from careerlint.outline.posts_and_schools import seeks_work
from careerlint.outline.sections import first_line

_OF_THE_AUTHOR: frozenset[SectionKind] = frozenset(("skills", "personal", "summary", "education", "languages", "certificates", "experience"))
"""Sections about a person, of which several at the end of a work are of its author."""
_SEVERAL = 2


def without_author(draft: Draft, entry: DraftEntry) -> DraftEntry:
    """A work without what is told of its author in the last headings below it ("Skills", "Contact", "About me"), as a page ends."""
    section = draft.sections[entry.section]
    if entry.title is None or entry.title != section.title or entry.lines[1] != draft.ends[entry.section] or entry.rows is not None:
        return entry
    tail = list(takewhile(lambda child: draft.sections[child].kind in _OF_THE_AUTHOR, reversed(draft.children[entry.section])))
    if len(tail) < _SEVERAL or len({draft.sections[child].kind for child in tail}) < _SEVERAL:
        return entry
    return replace(entry, lines=(entry.lines[0], first_line(draft.sections[tail[-1]])))


def without_summary(draft: Draft, entry: DraftEntry) -> DraftEntry:
    """A degree without the summary of its holder that stands right behind it at the end of a page: "Methodical clerk seeking new challenges"."""
    if entry.kind != "course" or entry.rows is not None:
        return entry
    first, last = entry.lines
    end = next((place for place in range(first + 1, last) if draft.lines[place].kind == "text" and seeks_work(head_of(draft.document, draft.lines[place]))), last)
    return replace(entry, lines=(first, end))


def without_facts(draft: Draft, entry: DraftEntry) -> DraftEntry:
    """A work that a bullet or number names without the facts about its author that stand as high behind what is told below it: "* Skills: SQL, Python"."""
    first, last = entry.lines
    # A title at the end of a page has no line at all.
    if first + 1 >= last or entry.rows is not None:
        return entry
    line = draft.lines[first]
    if line.kind != "item" or draft.lines[first + 1].depth <= line.depth:
        return entry
    beside = (place for place in range(first + 1, last) if draft.lines[place].kind == "item" and draft.lines[place].depth <= line.depth)
    end = next((place for place in beside if draft.vocabulary.kind_of(before_colon(head_of(draft.document, draft.lines[place]))) in _OF_THE_AUTHOR), last)
    return replace(entry, lines=(first, end))


def without_tail(draft: Draft, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """The entries without what stands behind numbered projects under a heading of the same level without a number ("Postscript")."""
    numbered: dict[tuple[int, int], list[int]] = {}
    for entry in entries:
        section = draft.sections[entry.section]
        if entry.title is not None and entry.title == section.title and COUNTED.match(draft.document.words(entry.title)):
            numbered.setdefault((section.parent, section.level), []).append(entry.lines[0])
    kept = []
    for entry in entries:
        section = draft.sections[entry.section]
        before = numbered.get((section.parent, section.level), [])
        tail = entry.title is not None and entry.title == section.title and len(before) >= _SEVERAL and entry.lines[0] > max(before)
        if not tail:
            kept.append(entry)
    return kept
