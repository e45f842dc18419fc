"""Tables of a PDF that nothing rules: rows of cells that begin where the words of their head begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from careerlint.expression import Expression
from careerlint.model.page_lines import Box
from careerlint.readers.pdf_layout import Chunk, rows_of
from careerlint.readers.pdf_tables import Cells

_COLUMNS, _ROWS = 3, 2
"""How many columns, and rows below the head, a table has at least. Two columns are one if the second holds values: label and text, or words and a date, make no table."""
_VALUE = Expression(r"[-+±~<>≈]?\s?(?!(?:19|20)\d\d\b)\d[\d.,]*\s?(?:[%‰](?:\s?[pP])?|[A-Za-zµ/]{1,5}|[가-힣]{1,3})?")
_NEAR = 2.5
"""Points by which the cells of a column begin apart from each other."""
_FURTHEST = 2.6
"""Line heights between two lines of a table."""
_APART = 0.08
"""How much wider, in line heights, the room between two rows is than that between the lines of a cell."""
_ROOMY = 0.3
"""The share of steps from line to line that lead to the next row, where every line has all cells."""
_LONGEST_HEAD = 30
_NUMBER = Expression(r"(?<![A-Za-z-])\d{2}")
"""What names no column: a year, a period, a figure ("F1" and "top-10" do)."""
_SIZES = 0.25
"""How much larger or smaller than the head, as a share, the letters of a cell are."""
_FULL, _WRAPPED = 0.6, 0.8
"""The share of cells that hold words, and the share of its column that a line of running text fills."""

_Line = list[Chunk | None]
"""What stands in each column, from the left, on one baseline."""


def aligned_cells(chunks: Sequence[Chunk]) -> Cells:
    """The tables among the chunks of a page, as rows of cells, from the top."""
    rows = [_joined(row) for row in rows_of(chunks)]
    tables: Cells = []
    place = 0
    while place < len(rows):
        lines = _lines_of(rows, place)
        if len(lines) <= _ROWS:
            place += 1
            continue
        cells = _cells(lines)
        tables += [cells] if cells else []
        place += len(lines)
    return tables


def _joined(row: Sequence[Chunk]) -> list[Chunk]:
    """The chunks of a line, those that overlap as one: a ligature takes the room of two letters and begins a chunk of its own."""
    found = list(row[:1])
    for chunk in row[1:]:
        last = found[-1]
        if chunk.left <= last.right:
            found[-1] = replace(last, right=max(last.right, chunk.right), glyphs=[*last.glyphs, *chunk.glyphs], letters=last.letters + chunk.letters)
        else:
            found.append(chunk)
    return found


def _lines_of(rows: Sequence[Sequence[Chunk]], place: int) -> list[_Line]:
    """The head at this place, and the lines below it whose words all begin where its words begin and end before the next column."""
    head = rows[place]
    if len(head) < 2 or any(chunk.letters > _LONGEST_HEAD or not chunk.glyphs[0][0].isalnum() or _NUMBER.search(_words(chunk)) for chunk in head):
        return []
    lines: list[_Line] = [list(head)]
    for above, row in pairwise(rows[place:]):
        line = _in_columns(row, head)
        if line is None or above[0].baseline - row[0].baseline > _FURTHEST * head[0].size:
            break
        lines.append(line)
    return _without_what_follows(lines)


def _in_columns(row: Sequence[Chunk], head: Sequence[Chunk]) -> _Line | None:
    line: _Line = [None] * len(head)
    for chunk in row:
        column = next((number for number, named in enumerate(head) if abs(named.left - chunk.left) < _NEAR), -1)
        crosses = 0 <= column < len(head) - 1 and chunk.right > head[column + 1].left - 1
        if column < 0 or crosses or abs(chunk.size - head[0].size) > _SIZES * head[0].size:
            return None
        line[column] = chunk
    return line


def _without_what_follows(lines: list[_Line]) -> list[_Line]:
    """The lines without those at the end that hold only a first cell: a heading or the first words of what follows."""
    while len(lines) > 1 and all(chunk is None for chunk in lines[-1][1:]):
        lines = lines[:-1]
    return lines


def _cells(lines: Sequence[_Line]) -> list[list[Box]]:
    rows = _rows(lines)
    body = [[any(line[column] for line in row) for column in range(len(lines[0]))] for row in rows[1:]]
    filled = sum(map(sum, body))
    if len(body) < _ROWS or not all(row[0] for row in body) or filled < _FULL * len(body) * len(lines[0]) or not all(map(any, zip(*body, strict=True))):
        return []
    if len(lines[0]) < _COLUMNS and not all(line[1] and _VALUE.fullmatch(_words(line[1])) for line in lines[1:]):
        return []
    if _are_lists(lines[1:]):
        return []
    # A cell is as wide as its longest line, which says where the others were wrapped.
    sides = [(min(chunk.left for chunk in column) - _NEAR / 2, max(chunk.right for chunk in column) + _NEAR / 2) for column in ([chunk for chunk in column if chunk] for column in zip(*lines, strict=True))]
    tops = [_baseline(row[0]) + _size(row[0]) for row in rows] + [_baseline(lines[-1]) - 0.4 * _size(lines[-1])]
    return [[(left, bottom, right, top) for left, right in sides] for top, bottom in pairwise(tops)]


def _are_lists(lines: Sequence[_Line]) -> bool:
    """Whether most cells of each column are single words, as in lists side by side below their headings, and none is a value."""
    columns = [[_words(chunk) for chunk in column if chunk] for column in zip(*lines, strict=True)]
    return all(2 * sum(" " in words for words in column) < len(column) and not any(map(_VALUE.fullmatch, column)) for column in columns)


def _rows(lines: Sequence[_Line]) -> list[list[_Line]]:
    """The lines of each row, the head first; none where the columns hold running text."""
    body = lines[1:]
    steps = [_baseline(above) - _baseline(below) for above, below in pairwise(body)]
    wide = min(steps) + _APART * _size(body[0])
    spaced = _parted(body, [step > wide for step in steps])
    # Little room here and there parts groups of rows, each of which is one line.
    grouped = len(spaced) - 1 < _ROOMY * len(steps) and any(len(row) > 1 and all(map(all, row)) for row in spaced)
    if len(spaced) > 1 and all(row[0][0] for row in spaced) and not grouped:
        return [[lines[0]], *spaced]
    column = lines[0][1].left - lines[0][0].left if lines[0][0] and lines[0][1] else 0.0
    wrapped = sum(line[0] is not None and line[0].right - line[0].left > _WRAPPED * column for line in body)
    if 2 * wrapped >= len(body):
        return []
    return [[lines[0]], *_parted(body, [line[0] is not None for line in body[1:]])]


def _parted(lines: Sequence[_Line], begins: Sequence[bool]) -> list[list[_Line]]:
    rows = [[lines[0]]]
    for line, new in zip(lines[1:], begins, strict=True):
        if new:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _words(chunk: Chunk) -> str:
    return "".join(glyph[0] for glyph in chunk.glyphs)


def _baseline(line: _Line) -> float:
    return next(chunk.baseline for chunk in line if chunk)


def _size(line: _Line) -> float:
    return max(chunk.size for chunk in line if chunk)
