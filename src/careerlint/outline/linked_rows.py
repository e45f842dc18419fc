"""Linked rows: works that a résumé lists in a table under a heading of its own, each row a link that names one and what was done."""

from __future__ import annotations

from collections.abc import Collection

from careerlint.model.document import Block
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import DraftEntry, kind_of
from careerlint.outline.lines import trimmed
from careerlint.outline.sections import ancestors, first_line

_SEVERAL = 2
_SHORTEST_TOLD = 20


def linked_rows(draft: Draft, taken: Collection[int]) -> list[DraftEntry]:
    """The rows of tables outside of all lists, two or more, that each begin with a link and tell of it: "[Tide ledger](ledger.md) | Cut the error from 12 cm to 5 cm"."""
    links = {(mark.span.start, mark.span.end) for mark in draft.document.marks if mark.kind == "link"}
    found: list[DraftEntry] = []
    for index, section in enumerate(draft.sections):
        around = (index, *ancestors(draft.sections, index))
        if section.title is None or first_line(section) in taken or any(draft.sections[place].kind != "other" for place in around):
            continue
        for position in range(*section.lines):
            table = draft.lines[position].table
            if table is None or not table.children or not table.children[0].head:
                continue
            rows = [place for place, row in enumerate(table.children) if row.kind == "row" and not row.head]
            if len(rows) >= _SEVERAL and all(_is_told(draft, table.children[place], links) for place in rows):
                titles = [trimmed(draft.document, table.children[place].children[0].span) for place in rows]
                found += [DraftEntry(title, (position, position + 1), index, kind_of(draft, title, "project"), (place, place + 1)) for title, place in zip(titles, rows, strict=True)]
    return found


def _is_told(draft: Draft, row: Block, links: Collection[tuple[int, int]]) -> bool:
    """Whether the first cell of a row is one link, and another tells of it."""
    if not row.children:
        return False
    name = trimmed(draft.document, row.children[0].span)
    return (name.start, name.end) in links and any(len(draft.document.words(cell.span).strip()) >= _SHORTEST_TOLD for cell in row.children[1:])
