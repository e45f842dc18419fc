"""Ruled tables of a PDF: the grid of cells from ruling lines, with pdfplumber loaded only for pages that have some."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from careerlint.model.page_lines import Box
from careerlint.readers.pdf_drawing import Edge
from careerlint.readers.pdf_layout import SPACE
from careerlint.readers.pdf_letters import Letter, PageLetters

_MOST_EDGES = 400
_MOST_POINTS = 1500
_MOST_CELLS = 2000
_OVERLAPPING = 1.01
"""Cells that do not overlap fill no more than this of what is around them."""
_TOUCHING = 2.0
"""Points between rulings that are one for the eye."""


Cells = list[list[list[Box]]]
"""Tables as rows of cells."""
Row = tuple[tuple[Box, tuple[Letter, ...]], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells from the top, each with its box in page space and its letters; `box` is the whole table."""

    box: Box
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """The letters outside of tables, the tables with their letters, and the ruled boxes around running text in page space."""

    letters: list[Letter]
    grids: list[Grid]
    boxes: tuple[Box, ...] = ()


def drawn_cells(page: PageLetters) -> Cells:
    """The tables that the rulings of a page draw, as rows of cells, from the top.

    The rulings come from PDFium; pdfplumber's own steps from edges to cells are used on them, so that its parser, which
    some broken files hang, never sees the file.
    """
    edges = page.drawing.edges
    upright = sum(edge.upright for edge in edges)
    if upright < 2 or len(edges) - upright < 2 or len(edges) < 5 or page.direction:
        return []
    return _cells(edges)


def split_tables(page: PageLetters, tables: Cells, known: Collection[int] = ()) -> Split:
    """The letters outside of tables, and the tables with their letters; those that are `known` need not look like tables by themselves."""
    return _assign(page.letters, tables, known)


def _cells(edges: Sequence[Edge]) -> Cells:
    """Tables as rows of cells, from the top."""
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    merged = merge_edges([_edge(edge) for edge in edges], 3, 3, 3, 3)
    if len(merged) > _MOST_EDGES:
        return []
    points = edges_to_intersections(merged, 3, 3)
    if len(points) > _MOST_POINTS:
        return []
    tables = []
    for found in cells_to_tables(intersections_to_cells(points)):
        cells: list[Box] = [(x0, -bottom, x1, -top) for x0, top, x1, bottom in sorted(found, key=lambda cell: (cell[1], cell[0]))]
        tables += [_with_open_ends(_as_rows(group)) for group in _apart(cells)]
    return tables


def _as_rows(cells: Sequence[Box]) -> list[list[Box]]:
    """Cells, sorted from the top and the left, by the height at which they begin."""
    rows: dict[float, list[Box]] = {}
    for cell in cells:
        rows.setdefault(cell[3], []).append(cell)
    return list(rows.values())


def _apart(cells: Sequence[Box]) -> list[list[Box]]:
    """The cells of a table, and apart from them those that stand in each of its cells: a table in a cell may share a ruling with it."""
    if len(cells) > _MOST_EDGES or sum(map(_area, cells)) <= _OVERLAPPING * _area(_whole(cells)):
        return [list(cells)]
    around = [min((other for other in cells if _is_around(other, cell)), key=_area, default=None) for cell in cells]
    groups: dict[Box | None, list[Box]] = {None: []}
    for cell, outer in zip(cells, around, strict=True):
        groups.setdefault(outer, []).append(cell)
    return list(groups.values())


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


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


def _assign(letters: list[Letter], tables: Cells, known: Collection[int]) -> Split:
    places = [(number, cell) for number, rows in enumerate(tables) for row in rows for cell in row]
    if not places or len(places) > _MOST_CELLS:
        return Split(letters, [])
    nested = _nested(tables)
    cells = [cell for _, cell in places]
    deeper = {place: [index for index, (number, _) in enumerate(places) if number in nested[cell]] for place, cell in enumerate(cells) if cell in nested}
    boxed: dict[Box, list[Letter]] = {}
    outside: list[tuple[int, Letter]] = []
    inside: list[list[tuple[int, Letter]]] = [[] for _ in tables]
    last = 0
    for position, letter in enumerate(letters):
        left, bottom, right, top = letter.box
        x, y = (left + right) / 2, (bottom + top) / 2
        if last in deeper or not _holds(cells[last], x, y):
            last = _innermost(cells, deeper, x, y)
        if last < 0:
            last = 0
            outside.append((position, letter))
            continue
        boxed.setdefault(cells[last], []).append(letter)
        inside[places[last][0]].append((position, letter))
    within = {number for numbers in nested.values() for number in numbers}
    grids: list[Grid] = []
    boxes: list[Box] = []
    for number in range(len(tables)):
        if number in within:
            continue
        filled = tuple(_rows(tables, number, nested, boxed))
        grid = _grid(filled, number in known)
        if grid is None:
            outside.extend(pair for other in (number, *_all_within(tables, number, nested)) for pair in inside[other])
            boxes.extend(cell for row in filled for cell, members in row if members)
        else:
            grids.append(grid)
    outside.sort(key=lambda pair: pair[0])
    return Split([letter for _, letter in outside], grids, tuple(boxes))


def _nested(tables: Sequence[Sequence[Sequence[Box]]]) -> dict[Box, tuple[int, ...]]:
    """The tables that stand in a cell of another one, from the top, by that cell: the innermost, where several are around one."""
    found: dict[Box, list[int]] = {}
    for number, rows in enumerate(tables):
        whole = _whole([cell for row in rows for cell in row])
        around = [cell for other, others in enumerate(tables) if other != number for row in others for cell in row if _is_around(cell, whole)]
        if around:
            found.setdefault(min(around, key=_area), []).append(number)
    return {cell: tuple(sorted(numbers, key=lambda number: -tables[number][0][0][3])) for cell, numbers in found.items()}


def _is_around(cell: Box, whole: Box) -> bool:
    """Whether a cell is around a table and has room beside it on one side at least."""
    room = (whole[0] - cell[0], whole[1] - cell[1], cell[2] - whole[2], cell[3] - whole[3])
    return min(room) >= -_TOUCHING and max(room) > _TOUCHING


def _all_within(tables: Sequence[Sequence[Sequence[Box]]], number: int, nested: dict[Box, tuple[int, ...]]) -> list[int]:
    """Every table in the cells of a table, and in theirs."""
    direct = [inner for row in tables[number] for cell in row for inner in nested.get(cell, ())]
    return [*direct, *(deeper for inner in direct for deeper in _all_within(tables, inner, nested))]


def _rows(tables: Sequence[Sequence[Sequence[Box]]], number: int, nested: dict[Box, tuple[int, ...]], boxed: dict[Box, list[Letter]]) -> list[Row]:
    """The rows of a table; those of a table in one of its cells follow the row of that cell, as they do for the eye."""
    found: list[Row] = []
    for row in tables[number]:
        found.append(tuple((cell, tuple(boxed.get(cell, ()))) for cell in row if cell not in nested or cell in boxed))
        found.extend(inner for cell in row for place in nested.get(cell, ()) for inner in _rows(tables, place, nested, boxed))
    return [row for row in found if row]


def _innermost(cells: Sequence[Box], deeper: Mapping[int, Sequence[int]], x: float, y: float) -> int:
    """The cell that holds a point, of a table in a cell where there is one; -1 for none."""
    found = next((index for index, cell in enumerate(cells) if _holds(cell, x, y)), -1)
    while (inner := next((index for index in deeper.get(found, ()) if _holds(cells[index], x, y)), -1)) >= 0:
        found = inner
    return found


def _whole(boxes: Sequence[Box]) -> Box:
    return min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes)


def _holds(cell: Box, x: float, y: float) -> bool:
    return cell[0] <= x < cell[2] and cell[1] <= y < cell[3]


def _grid(rows: tuple[Row, ...], known: bool) -> Grid | None:
    """The table, or None where ruled boxes only decorate running text."""
    written = [row for row in rows if any(letter.text != SPACE for _, letters in row for letter in letters)]
    boxes = [box for row in rows for box, _ in row]
    full = sum(any(letter.text != SPACE for letter in letters) for row in written for _, letters in row)
    wide = sum(sum(any(letter.text != SPACE for letter in letters) for _, letters in row) >= 2 for row in written)
    if not full or (not known and _only_decorates(len(boxes), len(written), full, wide)):
        return None
    return Grid(_whole(boxes), tuple(_without_padding(row, written) for row in written))


def _only_decorates(boxes: int, written: int, full: int, wide: int) -> bool:
    return boxes < 4 or written < 2 or full < 3 or wide < 2 or full < 0.4 * boxes


def _without_padding(row: Row, rows: Sequence[Row]) -> Row:
    """A row without the empty cells that doubled rulings make: those beyond the usual number of cells."""
    lengths = sorted(len(other) for other in rows)
    usual = lengths[len(lengths) // 2]
    filled = tuple(cell for cell in row if any(letter.text != SPACE for letter in cell[1]))
    return filled if len(row) > usual >= len(filled) else row
