"""Rows of a page that begin with a label at the left: periods of a time line, names of sections, and small third columns."""

from __future__ import annotations

import pytest
from pdf_samples import drawn, lines
from reportlab.pdfgen.canvas import Canvas
from test_pdf import blocks
from test_pdf_columns import in_order, main_column, read, side_column

JOBS = [
    ("2021.03 - 2023.05", "Analyst, Northbridge Rail", ["Rebuilt the delay report because two feeds counted trains twice", "Taught two colleagues"]),
    ("2019.06 - 2021.02", "Intern, Oak Foods", ["Tried an LSTM but it did not beat the baseline"]),
    ("2018", "Clerk, Elm Bank", ["Sorted the letters of a year", "Wrote labels for them"]),
]


def time_line(canvas: Canvas, lower: float = 0.0, glyphs: bool = False, y: float = 740.0) -> float:
    """Jobs beside their periods, titles `lower` than these; bullets are discs or, with `glyphs`, letters apart from their text."""
    for date, title, texts in JOBS:
        lines(canvas, 60, y, [date])
        y = lines(canvas, 220, y - lower, [title], "Helvetica-Bold", 10, 15)
        for text in texts:
            if glyphs:
                canvas.drawString(220, y, "\u2022")
            else:
                canvas.circle(240, y + 3.4, 1.7, stroke=0, fill=1)
            y = lines(canvas, 238 if glyphs else 250, y, [text], pitch=14)
        y -= 12
    return y


@pytest.mark.parametrize("glyphs", [False, True])
@pytest.mark.parametrize("lower", [0.0, 9.0])
def test_a_time_line_is_read_row_by_row(lower: float, glyphs: bool) -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 790, ["Mara Feldt"], "Helvetica-Bold", 20)
        lines(canvas, 60, 762, ["Experience"], "Helvetica-Bold", 13)
        time_line(canvas, lower, glyphs)

    document = read(drawn(draw))
    assert in_order(document.text, "Mara Feldt", "Experience", *(word for date, title, texts in JOBS for word in (date, title, *texts)))
    assert [f"{date}\t{title}" for date, title, _ in JOBS] == [words for words in blocks(document, "paragraph") if "\t" in words]
    assert blocks(document, "item") == [text for _, _, texts in JOBS for text in texts]


def test_sections_of_one_column_below_a_time_line_are_no_column_at_its_left() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 770, ["Experience"], "Helvetica-Bold", 13)
        y = time_line(canvas)
        side_column(canvas, 60, y - 10, 15)

    text = read(drawn(draw)).text
    assert in_order(text, "Experience", "2021.03", "Analyst", "2018", "Clerk", "Wrote labels", "Skills", "Tableau", "Certificates", "Education")


def test_periods_of_rows_that_follow_each_other_closely_stay_with_their_rows() -> None:
    rows = [("2021.03 - 2022.01", "Northbridge Rail"), ("2020.05 - 2021.02", "Oak Foods"), ("2019.01 - 2020.04", "Elm Bank"), ("2018.01 - 2018.12", "Fir Press")]

    def draw(canvas: Canvas) -> None:
        for index, (date, name) in enumerate(rows):
            canvas.drawString(60, 780 - 16 * index, date)
            canvas.drawString(220, 780 - 16 * index, name)
            canvas.drawString(400, 780 - 16 * index, "analyst of trains")

    assert [words.split("\t")[:2] for words in blocks(read(drawn(draw)), "paragraph")] == [list(row) for row in rows]


def test_names_of_sections_stay_before_what_stands_beside_and_a_little_above_them() -> None:
    def draw(canvas: Canvas) -> None:
        y = 740.0
        for name, texts in {"Work": ["Analyst, Northbridge Rail", "Rebuilt the delay report"], "Skills": ["Python, SQL", "dbt, Airflow"], "Schools": ["BSc Statistics, Hull", "Grammar school, York"]}.items():
            lines(canvas, 60, y - 5, [name], "Helvetica-Bold", 15)
            y = lines(canvas, 220, y, texts, pitch=14) - 14

    assert in_order(read(drawn(draw)).text, "Work", "Analyst", "Rebuilt", "Skills", "Python", "dbt", "Schools", "BSc", "Grammar")


def test_a_third_column_of_a_few_lines_is_one() -> None:
    def draw(canvas: Canvas) -> None:
        side_column(canvas, 30)
        main_column(canvas, 160, 430)
        lines(canvas, 460, 791, ["Hobbies"], "Helvetica-Bold", 13)
        lines(canvas, 460, 772, ["Long distance rowing", "Chess"], pitch=19)

    text = read(drawn(draw)).text
    assert in_order(text, "Analyst", "Lowered the error from 12.0 to 9.5", "Hobbies", "Long distance rowing", "Chess")
