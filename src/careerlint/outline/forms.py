"""Forms: tables in which the parts of a résumé stand one below the other, each below its title in a merged row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from careerlint.model.document import Block, Document
from careerlint.model.outline import SectionKind
from careerlint.model.span import Span
from careerlint.outline.columns import filled, is_column, names_columns
from careerlint.outline.vocabulary import HeadingVocabulary

_OF_A_LIFE: frozenset[SectionKind] = frozenset((
    "experience", "projects", "education", "training", "skills", "certificates", "awards", "publications", "activities", "languages", "personal", "summary", "letter", "links",
))
_LISTING: frozenset[SectionKind] = frozenset(("experience", "projects", "education", "training", "awards", "certificates", "activities", "personal"))
"""Where no cell is merged and no names of columns follow one of these says that the table is a form; a table of tools may be parted by "Languages" and "Skills"."""
_LONGEST_TITLE = 24
_NEAR = 3


@dataclass(frozen=True, slots=True)
class FormPart:
    """What stands between two titles of a form; `title` is the cell that names it, `table` its rows as a table of their own."""

    title: Block | None
    table: Block | None


def form_parts(document: Document, table: Block, vocabulary: HeadingVocabulary) -> list[FormPart]:
    """A table part by part, the row of column names of each marked as its header; one part without a title where it is no form."""
    rows = [row for row in table.children if row.kind == "row"]
    titles = _titles(document, rows, vocabulary)
    sure = any(len(rows[start].children) == 1 or names_columns(document, rows[start + 1].children) for start in titles)
    if not sure and not {kind for _, kind in titles.values()} & _LISTING:
        return [FormPart(None, _with_header(document, table, rows))]
    starts = sorted(titles)
    parts = [FormPart(None, _part(document, table, rows[: starts[0]], aside=False))] if starts[0] else []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        title, _ = titles[start]
        aside = len(filled(document, rows[start].children)) > 1
        parts.append(FormPart(title, _part(document, table, rows[start if aside else start + 1 : end], aside)))
    return parts


def _titles(document: Document, rows: Sequence[Block], vocabulary: HeadingVocabulary) -> dict[int, tuple[Block, SectionKind]]:
    """The cells that name a part, by the row in which they stand: alone in it, or at the left of a row of column names and of the rows below."""
    found: dict[int, tuple[Block, SectionKind]] = {}
    for place, row in enumerate(rows[:-1]):
        written = filled(document, row.children)
        cell = written[0] if written and written[0] is row.children[0] else None
        if cell is None or len(cell.span) > _LONGEST_TITLE or (len(written) > 1 and not _is_aside(document, row, rows[place + 1])):
            continue
        kind = vocabulary.kind_of(document.words(cell.span))
        if kind in _OF_A_LIFE and any(len(filled(document, below.children)) > 1 for below in rows[place + 1 : place + _NEAR]):
            found[place] = (cell, kind)
    return found


def _is_aside(document: Document, row: Block, following: Block) -> bool:
    """Whether the first cell of a row of column names goes on below it, so that it names the part and no column; a PDF has no cell there."""
    written = filled(document, row.children)
    empty = len(following.children) > 1 and not document.words(following.children[0].span).strip()
    absent = document.format == "pdf" and len(following.children) == len(row.children) - 1
    return (empty or absent) and len(written) > 2 and names_columns(document, written[1:])


def _part(document: Document, table: Block, rows: Sequence[Block], aside: bool) -> Block | None:
    """Rows as a table; `aside` leaves out the title's own column."""
    inside = [_without_first(document, row, first=not place) for place, row in enumerate(rows)] if aside else list(rows)
    inside = [row for row in inside if filled(document, row.children)]
    if not inside:
        return None
    return _with_header(document, replace(table, span=Span(inside[0].span.start, inside[-1].span.end), children=tuple(inside)), inside)


def _without_first(document: Document, row: Block, first: bool) -> Block:
    cells = row.children
    if len(cells) < 2 or not (first or not document.words(cells[0].span).strip()):
        return row
    return replace(row, span=Span(cells[1].span.start, row.span.end), children=cells[1:])


def _with_header(document: Document, table: Block, rows: Sequence[Block]) -> Block:
    """The table with its first row as header where that names columns; the title above it may have been marked as header in its stead."""
    if len(rows) < 2 or not names_columns(document, rows[0].children) or _is_labelled(document, rows):
        return table
    header, width = replace(rows[0], head=True), len(rows[0].children)
    below = [row if row.head else _filled_up(document, row, width) for row in rows[1:]]
    return replace(table, children=(header, *below))


def _filled_up(document: Document, row: Block, width: int) -> Block:
    """A row of a PDF with empty cells at its left in place of those above that go on there, of which the page shows no more."""
    missing = width - len(row.children)
    if document.format != "pdf" or missing < 1:
        return row
    empty = Block("cell", Span(row.span.start, row.span.start), page=row.page)
    return replace(row, children=(*(empty for _ in range(missing)), *row.children))


def _is_labelled(document: Document, rows: Sequence[Block]) -> bool:
    """Whether the cells at the left are all labels, as of a form without answers ("성명", "연락처")."""
    return all(len(row.children) > 1 and is_column(document, row.children[0]) for row in rows)
