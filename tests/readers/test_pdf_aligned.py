"""Tables of PDF pages without rulings: words that begin at the same places are rows of cells, lists side by side are not."""

from __future__ import annotations

import pytest
from contract import check_contract
from pdf_samples import drawn
from reportlab.pdfgen.canvas import Canvas
from test_pdf import letters_at

from careerlint.readers.pdf import read_pdf

Cells = list[list[str]]
"""Rows of cells, the lines of a cell parted by "/"."""


def rows_of(cells: Cells, columns: tuple[float, ...] = (60, 200, 340), between: float = 4.0, above: str = "", below: str = "", shift: float = 0.0) -> list[list[str]]:
    """What the page with these cells, `between` points more between rows than between lines, holds in tables."""

    def draw(canvas: Canvas) -> None:
        y = 760.0
        canvas.setFont("Helvetica", 11)
        if above:
            canvas.drawString(columns[0], y, above)
            y -= 30
        for place, row in enumerate(cells):
            parts = [cell.split("/") for cell in row]
            for x, part in zip(columns, parts, strict=True):
                for number, line in enumerate(part):
                    canvas.drawString(x - (shift if place else 0), y - 13 * number, line)
            y -= 13 * max(map(len, parts)) + between
        if below:
            canvas.drawString(columns[0], y, below)

    data = drawn(draw)
    document = read_pdf(data, "page.pdf")
    check_contract(document, letters_at(data))
    return [[document.words(cell.span) for cell in row.children] for block in document.blocks if block.kind == "table" for row in block.children]


def joined(cells: Cells) -> list[list[str]]:
    return [[cell.replace("/", " ") for cell in row] for row in cells]


WRAPPED = [
    ["decision", "chosen", "reasoning"],
    ["translator", "NLLB-200", "heard good things about/it"],
    ["glossary", "410 dish names checked by/the cooks of the canteen", "a dumpling became/a mouth bag"],
    ["hosting", "one machine", "no student data leaves/the campus"],
]


@pytest.mark.parametrize("between", [0.0, 4.0])
def test_cells_that_go_on_below_are_cells(between: float) -> None:
    assert rows_of(WRAPPED, between=between, above="Six languages for a student canteen.", below="Edits by cooks: 64 in April, 9 in July, counted by hand.") == joined(WRAPPED)


def test_rows_are_parted_by_their_room_where_the_first_cell_goes_on_too() -> None:
    cells = [["where", "what I did", "what came of it"], ["Kauri Dairy,/2020-22", "Took the tanker/routes apart", "An hour earlier/each day"], ["Port,/2022-24", "Wrote the berth/forecast", "5 hours, 9 in the/year before"]]
    assert rows_of(cells) == joined(cells)


def test_cells_a_little_left_of_their_head_lose_no_letter() -> None:
    cells = [["part", "made of", "weight"], ["item one", "iron", "12 kg"], ["item two", "wood", "7 kg"]]
    assert rows_of(cells, shift=2.3) == cells


def test_a_cell_may_be_empty_and_what_follows_is_no_row() -> None:
    cells = [["run", "score", "note"], ["plain", "0.881", ""], ["with jamo", "0.911", "no effect"], ["with tags", "0.927", "kept"]]
    assert rows_of(cells, below="Limits") == cells


def test_two_columns_are_a_table_of_values() -> None:
    cells = [["change", "effect on IoU"], ["more shadow pictures", "+3.1 %p"], ["finer grid", "+2 %"]]
    assert rows_of(cells, columns=(60, 260)) == cells


@pytest.mark.parametrize(
    "cells",
    [
        [["Languages", "Frameworks", "Tools"], ["Python", "Django", "Docker"], ["Java", "Spring", "Git"], ["Kotlin", "Ktor", "GitHub Actions"]],
        [["Problem", "Approach", "Result"]] + [["the night batch took six", "we counted the reads and", "it takes an hour now and"]] * 4,
    ],
    ids=["lists of words", "running text"],
)
def test_columns_side_by_side_are_no_rows(cells: Cells) -> None:
    assert rows_of(cells, columns=(60, 195, 330), between=0.0) == []


@pytest.mark.parametrize("cells", [[["Hull College", "2016 - 2019"], ["Oak School", "2012 - 2016"], ["Rye School", "2008 - 2012"]], [["Languages", "German, Korean B1"], ["Tools", "dbt and Airflow"], ["Other", "3 years of choir"]]], ids=["dates", "labels"])
def test_words_and_dates_or_labels_and_words_are_no_table(cells: Cells) -> None:
    assert rows_of(cells, columns=(60, 260), between=0.0) == []
