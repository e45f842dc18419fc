"""Rows and cells of a table, as checks read them."""

from __future__ import annotations

from careerlint.model.document import Block
from careerlint.model.evidence import Evidence


def headed_rows(table: Block, fewest: int) -> tuple[Block, ...]:
    """The rows of a table that has a header and, with it, so many rows; none of another."""
    rows = tuple(row for row in table.children if row.kind == "row" and row.children)
    return rows if len(rows) >= fewest and rows[0].head else ()


def cell_words(evidence: Evidence, row: Block) -> list[str]:
    """The words of each cell of a row."""
    return [evidence.document.words(cell.span).strip() for cell in row.children]
