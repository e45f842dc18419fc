"""Titled cells: a table that only lays a page out, each row with the heading of what it tells in one of its cells."""

from __future__ import annotations

from collections.abc import Sequence

from careerlint.model.document import Block, Document

_FEWEST_WORDS = 5
"""Fewer words beside a heading are the value of what it labels."""


def titled_cells(document: Document, table: Block) -> Sequence[Block]:
    """The cells of such a table in reading order; none where a row has no heading, or nothing is told beside it."""
    rows = [row for row in table.children if row.kind == "row"]
    if not rows or not all(_is_titled(document, row) for row in rows):
        return ()
    return [cell for row in rows for cell in row.children if len(cell.span)]


def _is_titled(document: Document, row: Block) -> bool:
    """Whether the first words of a row are a real heading and what stands behind it tells of it."""
    cells = [cell for cell in row.children if document.words(cell.span).strip()]
    if not cells or not _begins_with_heading(cells[0]):
        return False
    told = [part for cell in cells for part in (cell.children or (cell,)) if part.kind not in ("heading", "table")]
    headings = sum(part.kind == "heading" for cell in cells for part in cell.children)
    return sum(len(document.words(part.span).split()) for part in told) >= _FEWEST_WORDS * headings


def _begins_with_heading(cell: Block) -> bool:
    return bool(cell.children) and cell.children[0].kind == "heading" and cell.children[0].level > 0
