"""Tables that go on at the top of the next page of a PDF: the same table for the eye, drawn once more on each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerlint.model.page_lines import Box
from careerlint.readers.pdf_letters import Letter, PageLetters
from careerlint.readers.pdf_tables import Cells, Grid, Row, Split, drawn_cells, split_tables

_NEAR = 2.0
"""Points by which the columns of one table may differ on two pages."""
_FEWEST_EDGES = 3
"""Of two columns; a box around a page has one."""


@dataclass(frozen=True, slots=True)
class _Page:
    page: PageLetters
    cells: Cells
    split: Split
    known: frozenset[int] = frozenset()

    def knowing(self, table: int) -> _Page:
        """The page with one more table that looks like none by itself."""
        known = self.known | {table}
        return _Page(self.page, self.cells, split_tables(self.page, self.cells, known), known)


def split_pages(pages: Sequence[PageLetters]) -> tuple[list[Split], frozenset[int]]:
    """What stands outside of tables and in them on each page, and the pages whose first table goes on with the last one of the page before."""
    drawn = [_Page(page, cells := drawn_cells(page), split_tables(page, cells)) for page in pages]
    continued: set[int] = set()
    for place in range(1, len(drawn)):
        before, after = drawn[place - 1], drawn[place]
        if after.page.number != before.page.number + 1 or not before.cells or not after.cells:
            continue
        last = min(range(len(before.cells)), key=lambda number: before.cells[number][-1][0][1])
        first = max(range(len(after.cells)), key=lambda number: after.cells[number][0][0][3])
        if not _share_columns(before.cells[last], after.cells[first]) or not _are_one(before, before.cells[last][-1][0][1], after, after.cells[first][0][0][3]):
            continue
        known = _lowest(before.split, before.cells[last]), _highest(after.split, after.cells[first])
        if known == (None, None):
            continue
        # A row or two at the edge of a page show no table by themselves.
        if known[0] is None:
            drawn[place - 1] = before = before.knowing(last)
        if known[1] is None:
            drawn[place] = after = after.knowing(first)
        upper, lower = _lowest(before.split, before.cells[last]), _highest(after.split, after.cells[first])
        if upper is not None and lower is not None and not _begins_anew(upper, lower):
            continued.add(place)
    return [one.split for one in drawn], frozenset(continued)


def rows_joined(above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether the first row of the lower half is the end of the last row of the upper one: nothing stands in its first cell."""
    return bool(above and below) and len(above[-1]) == len(below[0]) and not _words(below[0][0][1])


def lowest_of(split: Split) -> int:
    """Which table of a page stands lowest."""
    return min(range(len(split.grids)), key=lambda number: split.grids[number].box[1])


def highest_of(split: Split) -> int:
    """Which table of a page stands highest."""
    return max(range(len(split.grids)), key=lambda number: split.grids[number].box[3])


def _are_one(before: _Page, bottom: float, after: _Page, top: float) -> bool:
    """Whether nothing but numbers of pages and what every page has there stands between the foot of one table and the head of the next."""
    here = {_place(letter) for letter in after.page.letters}
    there = {_place(letter) for letter in before.page.letters}
    below = [letter for letter in before.page.letters if letter.box[3] < bottom + _NEAR and _place(letter) not in here]
    above = [letter for letter in after.page.letters if letter.box[1] > top - _NEAR and _place(letter) not in there]
    return not any(letter.text.isalpha() for letter in (*below, *above))


def _place(letter: Letter) -> tuple[str, int, int]:
    return letter.text, round(letter.box[0]), round(letter.box[1])


def _share_columns(above: Sequence[Sequence[Box]], below: Sequence[Sequence[Box]]) -> bool:
    upper, lower = ([*(cell[0] for cell in row), row[-1][2]] for row in (above[-1], below[0]))
    return len(upper) == len(lower) >= _FEWEST_EDGES and all(abs(one - other) < _NEAR for one, other in zip(upper, lower, strict=True))


def _lowest(split: Split, cells: Sequence[Sequence[Box]]) -> Grid | None:
    found = split.grids[lowest_of(split)] if split.grids else None
    return found if found is not None and abs(found.box[1] - cells[-1][0][1]) < _NEAR else None


def _highest(split: Split, cells: Sequence[Sequence[Box]]) -> Grid | None:
    found = split.grids[highest_of(split)] if split.grids else None
    return found if found is not None and abs(found.box[3] - cells[0][0][3]) < _NEAR else None


def _begins_anew(above: Grid, below: Grid) -> bool:
    """Whether the lower table has a label or a head that the upper one has: the form of the next work, or a table whose head is written on each page."""
    label = _words(below.rows[0][0][1])
    return bool(label) and any(_words(row[0][1]) == label for row in above.rows)


def _words(letters: Sequence[Letter]) -> str:
    return "".join(letter.text for letter in letters).strip()
