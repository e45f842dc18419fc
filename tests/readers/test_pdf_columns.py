"""Columns of PDF pages: what stands in one is read before what stands in the other, and one column stays one."""

from __future__ import annotations

import pytest
from contract import check_contract
from pdf_samples import drawn, lines
from reportlab.pdfgen.canvas import Canvas
from test_pdf import blocks, letters_at

from careerlint.model.document import Document
from careerlint.readers.pdf import read_pdf

SIDE = [
    ("Skills", ["Python, SQL", "dbt, Airflow", "Tableau"]),
    ("Certificates", ["AWS Practitioner (2022)", "dbt Analytics (2023)"]),
    ("Languages", ["German, native", "Korean, B1"]),
    ("Education", ["BSc Statistics, Hull", "2016 - 2019"]),
]
WORK = [
    ("Analyst, Northbridge Rail", "2021 - 2024", ["Rebuilt the delay report because two feeds counted", "the same train twice", "Wrote the runbook for the outage drill"]),
    ("Intern, Oak Foods", "2019 - 2020", ["Replaced the weekly spreadsheet by a scheduled query", "Taught two colleagues to review migrations"]),
    ("Bike demand", "2018", ["Tried an LSTM but it did not beat the baseline", "Lowered the error from 12.0 to 9.5"]),
]


def read(data: bytes) -> Document:
    document = read_pdf(data, "page.pdf")
    check_contract(document, letters_at(data))
    return document


def side_column(canvas: Canvas, x: float, y: float = 780.0, pitch: float = 17.0) -> None:
    for title, texts in SIDE:
        lines(canvas, x, y, [title], "Helvetica-Bold", 13)
        y = lines(canvas, x, y - pitch, texts, pitch=pitch) - 6


def main_column(canvas: Canvas, x: float, right: float, dots: bool = True, dated: bool = True) -> None:
    """Headings at `x`, and bullets 30 points further in, as browsers indent them."""
    y = lines(canvas, x, 780, ["Experience"], "Helvetica-Bold", 13, 18)
    for title, date, texts in WORK:
        lines(canvas, x, y, [title], "Helvetica-Bold", 11)
        if dated:
            canvas.drawRightString(right, y, date)
        y -= 16
        for text in texts:
            if dots and not text.startswith("the same"):
                canvas.circle(x + 20, y + 3.4, 1.7, stroke=0, fill=1)
            y = lines(canvas, x + 30, y, [text], pitch=13.5)
        y -= 4


def in_order(text: str, *words: str) -> bool:
    places = [text.index(word) for word in words]
    return places == sorted(places)


@pytest.mark.parametrize("dots", [True, False])
@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("main_first", [True, False])
def test_a_main_column_with_indented_bullets_is_read_apart_from_the_sidebar_at_its_left(dots: bool, dated: bool, main_first: bool) -> None:
    def draw(canvas: Canvas) -> None:
        if main_first:
            main_column(canvas, 210, 565, dots, dated)
        side_column(canvas, 30)
        if not main_first:
            main_column(canvas, 210, 565, dots, dated)

    text = read(drawn(draw)).text
    assert in_order(text, "Skills", "Tableau", "Certificates", "Education", "2016 - 2019", "Experience", "Analyst", "Wrote the runbook", "Bike demand", "12.0 to 9.5")


def test_below_a_head_over_both_columns_and_in_three() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 30, 820, ["Mara Feldt, who has cleaned the data of railways and shops for nine years and writes it all down"], size=10)
        side_column(canvas, 30)
        main_column(canvas, 160, 445)
        side_column(canvas, 470, pitch=15)

    text = read(drawn(draw)).text
    assert in_order(text, "Mara Feldt", "Experience", "Analyst", "12.0 to 9.5")
    between = text[text.index("Experience") : text.index("12.0 to 9.5")]
    assert not any(word in between for word in ("Tableau", "German", "AWS", "Hull"))


def test_a_page_of_one_column_with_dates_at_its_edge_stays_one() -> None:
    document = read(drawn(lambda canvas: main_column(canvas, 60, 535)))
    assert "Analyst, Northbridge Rail\t2021 - 2024" in blocks(document, "paragraph")


def test_rows_of_three_cells_without_rulings_stay_rows() -> None:
    rows = [("2021.03 - 2022.01", "Northbridge Rail", "Analyst"), ("2020.05 - 2021.02", "Oak Foods", "Intern"), ("2019.01 - 2020.04", "Elm Bank", "Clerk"), ("2018.01 - 2018.12", "Fir Press", "Helper")]

    def draw(canvas: Canvas) -> None:
        for index, row in enumerate(rows):
            for x, text in zip((60, 220, 420), row, strict=True):
                canvas.drawString(x, 780 - 16 * index, text)
        for index in range(5):
            canvas.drawString(60, 680 - 14 * index, f"Point {index} of the long story that is told below the table and runs over the page to its edge")

    text = read(drawn(draw)).text
    assert all(in_order(text, *row) for row in rows)
    assert in_order(text, *(cell for row in rows for cell in row))


def test_bullets_of_a_column_are_told_from_dots_that_rate_a_skill() -> None:
    def draw(canvas: Canvas) -> None:
        side_column(canvas, 30)
        for index in range(3):
            canvas.circle(24, 766.4 - 17 * index, 1.7, stroke=0, fill=1)
        main_column(canvas, 210, 565)

    items = blocks(read(drawn(draw)), "item")
    assert items[:3] == ["Python, SQL", "dbt, Airflow", "Tableau"]
    assert "Rebuilt the delay report because two feeds counted the same train twice" in items

    def rated(canvas: Canvas) -> None:
        for index, skill in enumerate(("Python", "Kotlin", "Fortran")):
            lines(canvas, 60, 780 - 17 * index, [skill])
            for dot in range(5):
                canvas.circle(200 + 12 * dot, 783.4 - 17 * index, 1.7, stroke=0, fill=1)

    assert blocks(read(drawn(rated)), "item") == []


def test_cards_side_by_side_are_columns_although_their_lines_share_heights() -> None:
    def card(canvas: Canvas, x: float, y: float, title: str, date: str, texts: list[str]) -> None:
        lines(canvas, x, y, [title], "Helvetica-Bold", 12)
        lines(canvas, x, y - 18, [date])
        lines(canvas, x + 30, y - 36, texts, pitch=13)

    def draw(canvas: Canvas) -> None:
        card(canvas, 40, 760, *WORK[0])
        card(canvas, 330, 760, *WORK[1])
        card(canvas, 40, 640, *WORK[2])
        card(canvas, 330, 640, "Review tagging", "2017", ["Labelled 3,000 reviews with two friends", "Served it on a small page"])

    text = read(drawn(draw)).text
    assert in_order(text, "Analyst", "2021 - 2024", "Wrote the runbook", "Bike demand", "12.0 to 9.5", "Intern", "Replaced", "Review tagging", "Served it")


def test_dates_of_several_widths_at_the_right_edge_are_no_column() -> None:
    dates = ["2021 - 2024", "Mar 2019 - Present", "2017 - 2018", "Jun 2015 - May 2016", "2014 - 2015", "Jan 2012 - Oct 2013"]

    def draw(canvas: Canvas) -> None:
        for index, date in enumerate(dates):
            lines(canvas, 60, 780 - 40 * index, [f"Analyst of trains, line {index}"], "Helvetica-Bold", 11)
            canvas.setFont("Helvetica", 10)
            canvas.drawRightString(535, 780 - 40 * index, date)
            lines(canvas, 80, 764 - 40 * index, ["Taught two colleagues"])

    assert [f"Analyst of trains, line {index}\t{date}" for index, date in enumerate(dates)] == [words for words in blocks(read(drawn(draw)), "paragraph") if "\t" in words]
