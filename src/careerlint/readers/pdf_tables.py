"""Ruled tables of a PDF: the grid of cells from ruling lines, with pdfplumber loaded only for pages that have some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerlint.model.page_lines import Box
from careerlint.readers.pdf_drawing import Edge
from careerlint.readers.pdf_layout import SPACE
from careerlint.readers.pdf_letters import Letter, PageLetters

_MOST_EDGES = 400
_MOST_POINTS = 1500
_MOST_CELLS = 2000


Row = tuple[tuple[Box, tuple[Letter, ...]], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells from the top, each with its box in page space and its letters; `box` is the whole table."""

    box: Box
    rows: tuple[Row, ...]


def split_tables(page: PageLetters) -> tuple[list[Letter], list[Grid]]:
    """The letters outside of tables, and the tables with their letters.

    The rulings come from PDFium; pdfplumber's own steps from edges to cells are used on them, so that its parser, which
    some broken files hang, never sees the file.
    """
    edges = page.drawing.edges
    upright = sum(edge.upright for edge in edges)
    if upright < 2 or len(edges) - upright < 2 or len(edges) < 5 or page.direction:
        return page.letters, []
    return _assign(page.letters, _cells(edges))


def _cells(edges: Sequence[Edge]) -> list[list[list[Box]]]:
    """Tables as rows of cells, from the top."""
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    merged = merge_edges([_edge(edge) for edge in edges], 3, 3, 3, 3)
    if len(merged) > _MOST_EDGES:
        return []
    points = edges_to_intersections(merged, 3, 3)
    if len(points) > _MOST_POINTS:
        return []
    tables = []
    for cells in cells_to_tables(intersections_to_cells(points)):
        rows: dict[float, list[Box]] = {}
        for x0, top, x1, bottom in sorted(cells, key=lambda cell: (cell[1], cell[0])):
            rows.setdefault(top, []).append((x0, -bottom, x1, -top))
        tables.append(_with_open_ends(list(rows.values())))
    return tables


def _with_open_ends(rows: list[list[Box]]) -> list[list[Box]]:
    """Rows that lack the last ruling of the widest row get a last cell up to it."""
    most = max(len(row) for row in rows)
    right = max(row[-1][2] for row in rows)
    for row in rows:
        last = row[-1]
        if len(row) < most and right - last[2] > 8:
            row.append((last[2], last[1], right, last[3]))
    return rows


def _edge(edge: Edge) -> dict[str, object]:
    """An edge in the shape of pdfplumber, whose y runs downwards."""
    if edge.upright:
        return {"orientation": "v", "x0": edge.position, "x1": edge.position, "top": -edge.high, "bottom": -edge.low, "width": 0.0, "height": edge.high - edge.low}
    return {"orientation": "h", "x0": edge.low, "x1": edge.high, "top": -edge.position, "bottom": -edge.position, "width": edge.high - edge.low, "height": 0.0}


def _assign(letters: list[Letter], tables: list[list[list[Box]]]) -> tuple[list[Letter], list[Grid]]:
    boxed: dict[int, list[Letter]] = {}
    cells: list[Box] = []
    owners: list[int] = []
    for number, rows in enumerate(tables):
        for row in rows:
            cells.extend(row)
            owners.extend([number] * len(row))
    if not cells or len(cells) > _MOST_CELLS:
        return letters, []
    outside: list[tuple[int, Letter]] = []
    inside: list[list[tuple[int, Letter]]] = [[] for _ in tables]
    last = 0
    for position, letter in enumerate(letters):
        left, bottom, right, top = letter.box
        x, y = (left + right) / 2, (bottom + top) / 2
        if not _holds(cells[last], x, y):
            last = next((index for index, cell in enumerate(cells) if _holds(cell, x, y)), -1)
        if last < 0:
            last = 0
            outside.append((position, letter))
            continue
        boxed.setdefault(last, []).append(letter)
        inside[owners[last]].append((position, letter))
    grids: list[Grid] = []
    index = 0
    for number, rows in enumerate(tables):
        filled = []
        for row in rows:
            members = []
            for cell in row:
                members.append((cell, tuple(boxed.get(index, ()))))
                index += 1
            filled.append(tuple(members))
        grid = _grid(tuple(filled))
        if grid is None:
            outside.extend(inside[number])
        else:
            grids.append(grid)
    outside.sort(key=lambda pair: pair[0])
    return [letter for _, letter in outside], grids


def _holds(cell: Box, x: float, y: float) -> bool:
    return cell[0] <= x < cell[2] and cell[1] <= y < cell[3]


def _grid(rows: tuple[Row, ...]) -> Grid | None:
    """The table, or None where ruled boxes only decorate running text."""
    written = [row for row in rows if any(letter.text != SPACE for _, letters in row for letter in letters)]
    boxes = [box for row in rows for box, _ in row]
    full = sum(any(letter.text != SPACE for letter in letters) for row in written for _, letters in row)
    wide = sum(sum(any(letter.text != SPACE for letter in letters) for _, letters in row) >= 2 for row in written)
    if len(boxes) < 4 or len(written) < 2 or full < 3 or wide < 2 or full < 0.4 * len(boxes):
        return None
    whole = (min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes))
    return Grid(whole, tuple(_without_padding(row, written) for row in written))


def _without_padding(row: Row, rows: Sequence[Row]) -> Row:
    """A row without the empty cells that doubled rulings make: those beyond the usual number of cells."""
    lengths = sorted(len(other) for other in rows)
    usual = lengths[len(lengths) // 2]
    filled = tuple(cell for cell in row if any(letter.text != SPACE for letter in cell[1]))
    return filled if len(row) > usual >= len(filled) else row
