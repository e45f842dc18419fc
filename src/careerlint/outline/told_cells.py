"""Told cells: what the row of a job or project tells beside its name and period, line by line, as bullets below its title would."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from careerlint.dates import is_when
from careerlint.expression import Expression
from careerlint.model.document import Block, Document
from careerlint.model.span import Span
from careerlint.outline.columns import NAME_KEY, ColumnKind, column_kind, filled, squeezed
from careerlint.outline.lines import trimmed

_LONGEST_POST = 20
_FEWEST_LETTERS = 4
_PAIR = 2
_ADDRESS = Expression(r"(?:https?://|www\.)\S+(?:\s+(?:https?://|www\.)\S+)*")
"""A cell that only leads elsewhere."""
_HEADING = Expression(r"[\[【<](?P<name>[^\[\]【】<>\n]{1,20})[\]】>][:：]?")
"""A line of a cell that heads those below it: "[성과]"."""
_RESULT = Expression(r"(?:향상|개선|증가|감소|단축|절감|상승|하락|달성|축소|해결|최적화|고도화)(?:됨|함|시킴|되었음|하였음|했음|했습니다|하였습니다|됐습니다|되었습니다)?[.!]?$|\b(?:improved|increased|reduced|decreased|doubled|halved)\b", re.IGNORECASE)
"""What no post or place is called: a result, however short its cell."""
_YEAR = Expression(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = Expression(r"#|no\.?|nr\.?|번호|순번|연번", re.IGNORECASE)
"""The header of a column that counts the rows."""


@dataclass(frozen=True, slots=True)
class ToldCell:
    """Text of a cell that is told: `block` holds it, `label` goes with it as the label of a line does, `context` stands above it."""

    span: Span
    block: Block
    label: str = ""
    context: tuple[str, ...] = ()
    aside: bool = False
    """Whether it is a fact beside what a row of a list tells: tools, the size of the team, a figure."""


def told_cells(document: Document, row: Block, headers: Sequence[str], title: Span, form: bool) -> list[ToldCell]:
    """What a row tells of the work called `title`; nothing where a row of a list holds names, posts and dates alone. In a `form` labels stand at the left."""
    name = " ".join(document.words(title).split())
    found: list[ToldCell] = []
    for header, cell in _labelled(document, row.children) if form else _headed(row.children, headers):
        kind = _kind(document, cell, header)
        if form and header and kind in ("period", "post", "name") and not cell.span.contains(title):
            kind = "fact"
        if kind not in ("fact", "told", "name") or (kind == "name" and not cell.span.contains(title)):
            continue
        label, context = (header, (name,)) if kind == "fact" else ("", (name, header) if header else (name,))
        above: tuple[str, ...] = ()
        for span, block in _texts(document, cell, title):
            heading = _HEADING.fullmatch(document.words(span))
            if heading is not None:
                above = (heading["name"].strip(),)
            elif kind != "name" or _tells(document, span):
                found.append(ToldCell(span, block, label, (*context, *above), kind == "fact" and not form))
    told = sum(character.isalpha() for each in found if not each.label for character in document.words(each.span))
    return found if form or told >= _FEWEST_LETTERS else []


def is_form(document: Document, table: Block, title: Span) -> bool:
    """Whether a table has the title of a work beside its label ("프로젝트명"), or alone in a row above such labels."""
    row = table.children[bisect_right(table.children, title.start, key=lambda row: row.span.start) - 1]
    if not row.span.contains(title):
        return False
    return len(filled(document, row.children)) == 1 or (row.children[1].span.contains(title) and NAME_KEY.match(squeezed(document, row.children[0])) is not None)


def _headed(cells: Sequence[Block], headers: Sequence[str]) -> Iterator[tuple[str, Block]]:
    """The cells of a row with the names of their columns; of merged cells nobody knows below which they stand."""
    return zip(headers if len(headers) == len(cells) else ("",) * len(cells), cells, strict=True)


def _labelled(document: Document, cells: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """The cells of a form's row, each with the label at its left."""
    if len(cells) % _PAIR:
        yield from (("", cell) for cell in cells)
        return
    for label, cell in zip(cells[::_PAIR], cells[1::_PAIR], strict=True):
        yield " ".join(document.words(label.span).split()).strip(" :："), cell


def _kind(document: Document, cell: Block, header: str) -> ColumnKind | None:
    """What a cell holds; a column whose name is not known tells, if it is more than a post or a figure."""
    words = document.words(cell.span).strip()
    if not words or _ADDRESS.fullmatch(words) or _NUMBER.fullmatch(header):
        return None
    known = column_kind(header) if header else None
    if known == "period" or all(is_when(line) for line in words.split("\n") if line.strip()):
        return "period"
    if known == "post" and len(words) > _LONGEST_POST:
        return "told"
    if known is not None:
        return known
    if sum(character.isalpha() for character in words) < _FEWEST_LETTERS:
        return "fact" if header and any(character.isdigit() for character in words) else None
    short = not header and len(words) <= _LONGEST_POST and "\n" not in words
    return "post" if short and _RESULT.search(words) is None else "told"


def _tells(document: Document, span: Span) -> bool:
    """Whether a line below a name says more than a post, a place or a period."""
    words = document.words(span)
    return len(words) > _LONGEST_POST and _YEAR.search(words) is None


def _texts(document: Document, cell: Block, title: Span) -> Iterator[tuple[Span, Block]]:
    """The paragraphs and bullets of a cell, each line that was ended on purpose as a block of its own; without the row that is the title."""
    for block in cell.walk():
        if block.children or not len(block.span):
            continue
        start = block.span.start
        rows = [document.words(block.span)] if document.format == "pdf" else document.words(block.span).split("\n")
        for row in rows:
            span = trimmed(document, Span(start, start + len(row)))
            start += len(row) + 1
            if span.overlaps(title):
                span = trimmed(document, Span(min(max(title.end, span.start), span.end), span.end))
            if len(span):
                yield span, replace(block, span=span) if len(rows) > 1 else block
