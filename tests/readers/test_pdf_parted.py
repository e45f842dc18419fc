"""What the end of a line parts: compounds, hyphenated words, numbers in narrow cells, addresses."""

from __future__ import annotations

import pytest
from contract import check_contract
from pdf_samples import drawn, lines
from reportlab.pdfgen.canvas import Canvas
from test_pdf import blocks, letters_at

from careerlint.model.document import Document
from careerlint.readers.pdf import read_pdf
from careerlint.readers.pdf_parted import hyphen_of, is_parted
from careerlint.readers.pdf_wrap import Wrapping, joint

WORDS = frozenset(["shift", "length", "dataset", "risk", "flood", "well-known"])


def read(data: bytes) -> Document:
    document = read_pdf(data, "page.pdf")
    check_contract(document, letters_at(data))
    return document


@pytest.mark.parametrize(
    ("stem", "rest", "kept"),
    [
        ("detail", "oriented", True),
        ("circle", "based", True),
        ("flood", "risk", True),
        ("state-of-the", "art", True),
        ("cross", "functional", True),
        ("data", "set", False),
        ("undocu", "mented", False),
        ("inter", "related", False),
        ("with", "length", False),
        ("some", "shift", False),
    ],
)
def test_the_hyphen_of_a_compound_stays_and_that_of_the_typesetter_goes(stem: str, rest: str, kept: bool) -> None:
    assert hyphen_of(stem, rest, WORDS, hyphenates=True) is kept


@pytest.mark.parametrize(("stem", "rest", "kept"), [("award", "winning", True), ("under", "represented", True), ("data", "set", False), ("Data", "set", False)])
def test_a_browser_puts_in_no_hyphen(stem: str, rest: str, kept: bool) -> None:
    assert hyphen_of(stem, rest, WORDS, hyphenates=False) is kept


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2023.07~2023.1", "2"),
        ("2018.03-2024.0", "2"),
        ("2023.07~202", "3.12"),
        ("2023.07~2", "023.12 (6개월)"),
        ("2023-1", "2-01"),
        ("010-1234-56", "78"),
        ("1,2", "00만원"),
        ("mara.feldt", "@example.org"),
        ("mara@exam", "ple.org"),
        ("mara@example.", "org, Leeds"),
    ],
)
def test_a_number_or_address_that_fills_its_line_goes_on_in_the_next(first: str, second: str) -> None:
    assert is_parted(first, second)
    assert joint(first, second, False, False, Wrapping({}, False, True, frozenset())) == ("", False)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2023", "2024"),
        ("2023.10", "2024.01"),
        ("2023.07~2023.10", "2024.01~2024.05"),
        ("2023.1", "5"),
        ("95", "88"),
        ("Top", "5"),
        ("version 2023.1", "2 bugs"),
        ("1,200", "300"),
        ("mara@example.org", "Leeds"),
        ("@mara", "studio.org"),
        ("2", "023"),
    ],
)
def test_two_numbers_stay_two(first: str, second: str) -> None:
    assert not is_parted(first, second)


@pytest.mark.parametrize(("first", "second", "between"), [("Quay 2023.07~202", "3.12", ""), ("Quay 2019.03~2019", "12 berths were rebuilt", " "), ("2019.03~2019.1", "2019.12", " "), ("2019.03~2019", "3.5 berths", " ")])
def test_a_period_is_joined_only_to_what_makes_it_whole(first: str, second: str, between: str) -> None:
    assert joint(first, second, False, False, Wrapping({}, False, True, frozenset())) == (between, False)


def narrow(cells: tuple[list[str], list[str]]) -> bytes:
    """Two ruled rows whose first cell is just as wide as what stands in it."""

    def draw(canvas: Canvas) -> None:
        for y in (760, 720, 680):
            canvas.line(60, y, 400, y)
        for x in (60, 142, 400):
            canvas.line(x, 760, x, 680)
        for row, texts in enumerate(cells):
            lines(canvas, 64, 746 - 40 * row, texts, pitch=12)
            lines(canvas, 150, 746 - 40 * row, ["Northbridge Rail, analyst"])

    return drawn(draw)


def test_a_period_that_a_narrow_cell_parts_is_one() -> None:
    text = read(narrow((["2023.07~2023.1", "2"], ["2018.03~2024.0", "2"]))).text
    assert "2023.07~2023.12\t" in text and "2018.03~2024.02\t" in text


def test_a_compound_keeps_its_hyphen_where_the_line_breaks_behind_it() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, 60, 780, ["Rebuilt the nightly import for a team that is small, careful and above all very detail-", "oriented, and wrote the runbook for the undocu-", "mented feeds."])

    assert "detail-oriented, and" in blocks(read(drawn(draw)), "paragraph")[0]
