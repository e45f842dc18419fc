"""Titles in a PDF that find no room on their line, as LibreOffice and Word break them in a narrow column."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pdf_samples import drawn
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from careerlint.readers.pdf import read_pdf

_BOLD, _PLAIN = "Helvetica-Bold", "Helvetica"
_LEFT, _RIGHT = 306.0, 556.0
_TOLD = ["\u2022 Rebuilt the weekly visit report in SQL and it is", "  read by the whole clinic on every Monday at six", "\u2022 Cared for up to five patients a shift on a unit"]


def paragraphs(title: Sequence[Sequence[tuple[float, str, str]]]) -> list[str]:
    """The words of the blocks of a narrow column with a title, its lines given by place, words and font, above what was done."""

    def draw(canvas: Canvas) -> None:
        y = 700.0
        for line in title:
            for x, words, font in line:
                canvas.setFont(font, 11)
                canvas.drawString(x, y, words)
            y -= 14.7
        y -= 10
        canvas.setFont(_PLAIN, 11)
        for words in _TOLD * 3:
            canvas.drawString(_LEFT, y, words)
            y -= 14.7

    document = read_pdf(drawn(draw), "titles.pdf")
    return [" ".join(document.words(block.span).split()) for block in document.walk() if not block.children]


@pytest.mark.parametrize(("first", "rest", "period"), [
    ("Data Analyst (contract), Cascade Home", "Health", "Mar 2025 - Present"), ("Registered Nurse, Saint Brigid Medical", "Center", "Jun 2017 - Feb 2025"),
])
def test_the_last_words_of_a_bold_title_before_its_period_belong_to_it(first: str, rest: str, period: str) -> None:
    found = paragraphs([[(_LEFT, first, _BOLD)], [(_LEFT, rest, _BOLD), (_LEFT + 90, period, _PLAIN)]])
    assert found[0] == f"{first} {rest} {period}"


@pytest.mark.parametrize(("since", "until"), [("Sep 2013 -", "May 2017"), ("2013.09 ~", "2017.05")])
def test_the_end_of_a_period_belongs_to_its_beginning(since: str, until: str) -> None:
    name = "Barista, Stumptown Corner Coffee"
    start = _LEFT + stringWidth(name + " ", _BOLD, 11)
    found = paragraphs([[(_LEFT, name, _BOLD), (start, since, _PLAIN)], [(_LEFT, until, _PLAIN)]])
    assert found[0] == f"{name} {since} {until}"


def test_a_bold_name_in_short_stays_apart_from_the_post_below_with_its_period() -> None:
    found = paragraphs([[(_LEFT, "Vell Works", _BOLD)], [(_LEFT, "Analyst", _BOLD), (_LEFT + 90, "Mar 2021 - May 2022", _PLAIN)]])
    assert found[0] == "Vell Works"
