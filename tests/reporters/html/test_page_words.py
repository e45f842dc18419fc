"""Words on the page: each card's words are marked in the document, whole and nowhere else, and all of the document can be read."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pytest
from pages import EXAMPLES, run_on, text_file

from careerlint.model.document import Mark
from careerlint.model.finding import Report, Run
from careerlint.model.span import Span
from careerlint.reporters.clean_text import shown
from careerlint.reporters.html import render_html
from careerlint.reporters.html.anchors import Anchor, Anchors
from careerlint.reporters.html.cards import anchors_of, ordered_items
from careerlint.reporters.look import Look

FILES = sorted(path for folder in ("good", "poor") for ending in ("md", "txt", "docx") for path in (EXAMPLES / folder).glob(f"*.{ending}"))


def squeezed(text: str) -> str:
    return "".join(text.split())


def check_words(run: Run) -> int:
    """Look at every card of the run; returns how many have words."""
    tree: Any = lxml.html.fromstring(render_html(run, Look(language="en", notes="all")))
    report: Report = run.reports[0]
    items = ordered_items(report, "all")
    keys = [f"d1c{number}" for number in range(1, len(items) + 1)]
    counted = 0
    for key in keys:
        spans = sorted({anchor.span for anchor in anchors_of(report, items, keys) if anchor.key == key})
        parts = tree.xpath(f"//*[contains(concat(' ', @data-cards, ' '), ' {key} ')]")
        covered = sorted({offset for span in spans for offset in range(span.start, span.end)})
        expected = "".join(report.shown(Span(offset, offset + 1)) for offset in covered)
        assert squeezed("".join(part.text_content() for part in parts)) == squeezed(shown(expected))
        counted += 1
        card = tree.get_element_by_id(key)
        links = card.xpath(".//a[contains(@class, 'quote')]/@href")
        if links:
            assert key in tree.get_element_by_id(links[0][1:]).get("data-cards").split()
    return counted


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_words_of_every_card_are_marked(path: Path) -> None:
    assert check_words(run_on(path)) >= (3 if path.parent.name == "poor" else 0)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_word_of_the_document_is_there(path: Path) -> None:
    run = run_on(path)
    tree: Any = lxml.html.fromstring(render_html(run, Look()))
    (sheet,) = tree.xpath("//div[contains(@class, 'written')]")
    for extra in sheet.xpath(".//*[contains(@class, 'marker') or contains(@class, 'picture')]"):
        extra.drop_tree()
    report = run.reports[0]
    assert squeezed(sheet.text_content()) == squeezed(report.shown(Span(0, len(report.document.text))))


def test_overlapping_findings_across_bold_words(tmp_path: Path) -> None:
    text = "# Portfolio\n\n## Projects\n\n### Map\n\n- We **improved the** accuracy *significantly* but it ~~did not~~ work.\n- The `LSTM` [did not](javascript:alert(1)) work.\n"
    assert check_words(run_on(text_file(tmp_path, "a.md", text))) > 1


def test_line_ends_of_markdown_are_spaces_unless_they_are_asked_for(tmp_path: Path) -> None:
    run = run_on(text_file(tmp_path, "a.md", "# T\n\none\ntwo  \nthree\\\nfour<br>\nfive\n\n```\na\nb\n```\n"))
    page = render_html(run, Look())
    assert "one two&#10;three&#10;four" in page
    assert "<code>a&#10;b</code>" in page


def test_tabs_are_wide_spaces(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Harbour Library\tJun 2023")
    document.save(str(tmp_path / "a.docx"))
    page = render_html(run_on(tmp_path / "a.docx", text_file(tmp_path, "a.md", "# T\n\n```\na\tb\n```\n")), Look())
    assert "Harbour Library\u2003\u2003Jun 2023" in page
    assert "a\u2003\u2003b" in page
    assert "\ufffd" not in page


def test_cuts_cover_a_span_and_hold_what_stands_over_them() -> None:
    anchors = [Anchor(Span(2, 8), "words", "a", "note"), Anchor(Span(5, 12), "words", "b", "error"), Anchor(Span(0, 20), "told", "s1")]
    marks = [Mark("strong", Span(4, 6)), Mark("image", Span(10, 10), "x.png"), Mark("link", Span(11, 30))]
    cuts = list(Anchors(anchors, marks).cut(Span(1, 16)))
    whole = [cut for cut in cuts if len(cut.span)]
    assert whole[0].span.start == 1 and whole[-1].span.end == 16
    assert all(first.span.end == second.span.start for first, second in pairwise(whole))
    assert {cut.span: (cut.cards, cut.level) for cut in whole} == {
        Span(1, 2): ((), None), Span(2, 4): (("a",), "note"), Span(4, 5): (("a",), "note"), Span(5, 6): (("a", "b"), "error"),
        Span(6, 8): (("a", "b"), "error"), Span(8, 10): (("b",), "error"), Span(10, 11): (("b",), "error"), Span(11, 12): (("b",), "error"),
        Span(12, 16): ((), None),
    }  # fmt: skip
    assert [cut.span for cut in cuts if not len(cut.span)] == [Span(10, 10)]
    assert all(cut.told == ("s1",) for cut in whole)
    assert [mark.kind for cut in whole if cut.span == Span(4, 5) for mark in cut.marks] == ["strong"]


def test_a_page_to_send_tells_no_folder_of_the_machine(tmp_path: Path) -> None:
    path = text_file(tmp_path, "resume.md", "# Map\n\n- It did not work.\n")
    run = run_on(path, tmp_path / "gone.pdf")
    page = render_html(run, Look(root=str(tmp_path / "elsewhere")))
    assert str(tmp_path) not in page and tmp_path.name not in page
    assert "resume.md" in page and "gone.pdf" in page
    assert f"{tmp_path.name}/" in render_html(run, Look(root=str(tmp_path.parent)))
