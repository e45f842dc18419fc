"""Tables of a .docx that only lay out the page: their cells are read one after the other, as a reader's eye does.

Templates put a sidebar and a main column, or periods and what was done in them, into the cells of a table without borders.
Its headings, lists and paragraphs are those of the document. A table of data, whose rows are to be compared, stays one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from careerlint.dates import is_when
from careerlint.readers.docx_nodes import Node, Paragraph, Stretch, Table

_SEVERAL = 3
"""So many paragraphs make a column of a page; a cell of data has rarely more than two."""
_LARGER = 1.15
"""From which size on, of that of the text, letters are those of a heading."""
_DEEPEST = 10

Cell = tuple[Node, ...]


def unfolded(nodes: Iterable[Node], depth: int = 0) -> Iterator[Node]:
    """The nodes, with what stands in the cells in the place of each table that only lays out the page."""
    for node in nodes:
        inner = _with_unfolded_cells(node, depth) if isinstance(node, Table) and depth < _DEEPEST else None
        if inner is not None and _is_layout(inner):
            for row in inner.rows:
                yield from _read_row([cell for cell in row if _is_written(cell)])
        else:
            yield node


def _with_unfolded_cells(table: Table, depth: int) -> Table:
    return replace(table, rows=tuple(tuple(tuple(unfolded(cell, depth + 1)) for cell in row) for row in table.rows))


def _is_layout(table: Table) -> bool:
    """Whether a table only lays out: one cell, columns of a page side by side, or periods beside what was done in them."""
    rows = [cells for row in table.rows if (cells := [cell for cell in row if _is_written(cell)])]
    if not rows or any(table.head) or _names_columns(rows):
        return False
    blocks = [sum(_is_block(cell) for cell in cells) for cells in rows]
    if all(len(cells) == 1 for cells in rows):
        return len(rows) == 1 or any(blocks)
    filled = sum(len(cells) > 1 and not count for cells, count in zip(rows, blocks, strict=True))
    if max(blocks) > 1 and filled <= 1 + sum(map(bool, blocks)):
        return True
    return any(blocks) and (any(_has_heading(cell) for cells in rows for cell in cells) or _is_time_line(rows) or _is_rail(rows))


def _read_row(cells: Sequence[Cell]) -> Iterator[Node]:
    """The cells one after the other; those of one line (a title and its period, a label and its value) as one line."""
    firsts = [_first(cell) for cell in cells]
    lines = [_is_line(cell) for cell in cells]
    if len(cells) == 2 and any(_is_when(cell) for cell in cells) and not all(lines):
        yield _joined(firsts)
        for cell, first in zip(cells, firsts, strict=True):
            yield from _behind(cell, first)
    elif len(cells) > 1 and all(lines) and (any(map(_is_when, cells)) or not any(map(_has_heading, cells))):
        yield _joined(firsts)
    else:
        for cell in cells:
            yield from cell


def _joined(paragraphs: Sequence[Paragraph]) -> Paragraph:
    """Paragraphs of one row as one, a tab between them, which is the heading that any of them is."""
    stretches: list[Stretch] = []
    for paragraph in paragraphs:
        if stretches:
            stretches.append(Stretch("\t", None, points=stretches[-1].points))
        stretches.extend(paragraph.stretches)
    heading = min((paragraph.heading for paragraph in paragraphs if paragraph.heading), default=0)
    return replace(paragraphs[0], stretches=tuple(stretches), heading=heading, marker=None)


def _behind(cell: Cell, first: Paragraph) -> Iterator[Node]:
    """What follows the first written paragraph of a cell."""
    found = False
    for node in cell:
        if found:
            yield node
        found = found or node is first


def _first(cell: Cell) -> Paragraph:
    """The first written paragraph; one without letters where a table stands first."""
    for node in cell:
        if isinstance(node, Table):
            break
        if node.text.strip():
            return node
    return Paragraph(())


def _written(cell: Cell) -> list[Paragraph]:
    return [node for node in cell if isinstance(node, Paragraph) and node.text.strip()]


def _is_written(cell: Cell) -> bool:
    """Whether a cell holds letters or a picture."""
    return any(_holds_text(node) if isinstance(node, Table) else node.has_picture or bool(node.text.strip()) for node in cell)


def _holds_text(table: Table) -> bool:
    return any(_is_written(cell) for row in table.rows for cell in row)


def _is_line(cell: Cell) -> bool:
    """Whether a cell holds one paragraph and nothing else."""
    return len(_written(cell)) == 1 and not any(isinstance(node, Table) for node in cell)


def _is_when(cell: Cell) -> bool:
    return _is_line(cell) and is_when(" ".join(_written(cell)[0].text.split()))


def _has_heading(cell: Cell) -> bool:
    return any(paragraph.heading for paragraph in _written(cell))


def _is_block(cell: Cell) -> bool:
    """Whether a cell is a column of a page: several paragraphs, or a heading and what it heads."""
    written = _written(cell)
    inner = sum(isinstance(node, Table) for node in cell)
    return len(written) + inner >= _SEVERAL or (_has_heading(cell) and len(written) + inner > 1)


def _names_columns(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first of several rows says what stands in each column: as many names as other rows have cells, and none is a heading."""
    first = rows[0]
    if len(rows) < 2 or len(first) < 2 or not all(map(_is_line, first)):
        return False
    usual = sum(len(cells) == len(first) for cells in rows[1:])
    named = not any(_has_heading(cell) or any(letter.isdigit() or letter == "@" for letter in _first(cell).text) for cell in first)
    return named and 2 * usual > len(rows) - 1 and not all(_is_block(cell) for cells in rows[1:] for cell in cells)


def _is_time_line(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether most rows are a period and what was done in it, told in several paragraphs."""
    dated = sum(len(cells) == 2 and any(map(_is_when, cells)) and any(len(_written(cell)) > 1 for cell in cells) for cells in rows)
    return 2 * dated > len(rows)


def _is_rail(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether most rows are a title, bold and larger than what stands beside it: the sections of a page with their names at the left.

    The labels of a form are as large as what is filled in.
    """
    titled = 0
    for cells in rows:
        title, largest = _first(cells[0]), max((paragraph.points or 0.0 for cell in cells[1:] for paragraph in _written(cell)), default=0.0)
        titled += len(cells) == 2 and _is_line(cells[0]) and title.bold and largest > 0 and (title.points or 0.0) >= _LARGER * largest
    return 2 * titled > len(rows)
