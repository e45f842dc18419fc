"""Annotated PDFs: every highlight gives its words back to other programs, wherever and however the page lies."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdf
import pytest
from pdf_pages import (
    BROKEN,
    FINDINGS,
    KOREAN_WORDS,
    TITLE,
    WRAPPED,
    bare,
    columns,
    picture,
    pixels_of,
    report_on,
    resume,
    shown,
    spots_of,
    turned,
    with_entries,
)

from careerlint.annotations import Annotated
from careerlint.annotations.pdf import annotate_pdf
from careerlint.annotations.pdf_look import FILLS, TONES
from careerlint.model.finding import Level
from careerlint.readers.pdf import read_pdf

CROP = {"/CropBox": [30, 40, 560, 820]}
TURNED_CROP = {"/CropBox": [90, 80, 880, 600], "/UserUnit": 2}

PAGES: dict[str, Callable[[], bytes]] = {
    "plain": resume,
    "rotate 90": lambda: turned(resume(), 1),
    "rotate 180": lambda: turned(resume(), 2),
    "rotate 270": lambda: turned(resume(), 3),
    "rotate 90 with text that lies on its side": lambda: with_entries(resume(), {"/Rotate": 90}),
    "shifted": lambda: turned(resume(), 0, shift=(-120.0, 75.0)),
    "cropped": lambda: turned(resume(), 0, CROP),
    "user unit": lambda: turned(resume(), 0, {"/UserUnit": 2}),
    "all together": lambda: turned(resume(), 1, TURNED_CROP, shift=(60.0, 30.0)),
}


def annotated(data: bytes, findings: dict[str, Level] | None = None, language: str = "en") -> Annotated:
    return annotate_pdf(data, report_on(data, FINDINGS if findings is None else findings, language))


@pytest.mark.parametrize("name", PAGES)
def test_highlights_give_back_their_words(name: str) -> None:
    data = PAGES[name]()
    made = annotated(data)
    assert made.remarks == 4
    assert made.told == ()
    highlights = shown(made.content, "Highlight")
    assert [bare(one.letters) for one in highlights] == [bare(WRAPPED), bare(KOREAN_WORDS), bare(BROKEN[:26]), bare(BROKEN[26:])]
    assert [(one.page, len(one.boxes)) for one in highlights] == [(0, 2), (0, 2), (0, 1), (1, 1)]
    assert [one.text[:9] for one in highlights] == ["[Error] S", "[Warning]", "[Note] Sa", "[Note] Sa"]


@pytest.mark.parametrize("name", PAGES)
def test_highlights_are_seen_on_their_words_and_nowhere_else(name: str) -> None:
    data = PAGES[name]()
    copy = annotated(data).content
    for one in shown(copy, "Highlight"):
        before, after = picture(data, one.page), picture(copy, one.page)
        fill = FILLS["error" if "[Error]" in one.text else "warning" if "[Warning]" in one.text else "note"]
        paper = tuple(round(255 * part) for part in fill)
        for box in one.boxes:
            left, upper, right, lower = pixels_of(copy, one.page, box)
            colours = after.crop((left + 2, upper + 2, right - 2, lower - 3)).getcolors(100_000)
            assert max(colours)[1] == pytest.approx(paper, abs=2)
            # Letters stay as dark as they were.
            assert min(sum(colour) for _, colour in colours) <= min(sum(colour) for _, colour in before.crop((left, upper, right, lower)).getcolors(100_000)) + 30
        white = (255, 255, 255)
        assert max(before.getcolors(1_000_000))[1] == max(after.getcolors(1_000_000))[1] == white


@pytest.mark.parametrize("name", PAGES)
def test_an_icon_stands_upright_beside_the_title_inside_the_page(name: str) -> None:
    data = PAGES[name]()
    copy = annotated(data, {TITLE: "note"}).content
    (icon,) = shown(copy)
    assert icon.kind == "Text"
    after = picture(copy, 0, 4.0)
    tone = tuple(round(255 * part) for part in TONES["note"])
    spots = spots_of(after, tone)
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    upper, lower = min(y for _, y in spots), max(y for _, y in spots)
    assert left > 0 and right < after.width and upper > 0 and lower < after.height
    assert right - left == pytest.approx(4 * 13, abs=3)
    # The tail of the bubble hangs below its left half, whichever way the page is turned.
    tail = [x for x, y in spots if y > upper + 0.9 * (lower - upper)]
    assert tail and max(tail) < (left + right) / 2
    document = read_pdf(data, "resume.pdf")
    (title,) = (place for place in document.places(report_on(data, {TITLE: "note"}).findings[0].span))
    words = pixels_of(data, 0, title.boxes[0], 4.0)  # type: ignore[union-attr]
    assert right < words[0] or left > words[2] or upper > words[3] or lower < words[1]
    assert min(abs(right - words[0]), abs(left - words[2]), abs(upper - words[3])) < 40


def test_quads_run_along_the_text() -> None:
    """Upper left, upper right, lower left, lower right, as Acrobat writes and reads them."""
    for name, axes in (("plain", (0, 1)), ("rotate 90", (1, 0))):
        (one,) = shown(annotated(PAGES[name](), {"Afterwards": "note"}).content)
        points = [float(value) for value in one.values["/QuadPoints"]]
        corners = [(points[index], points[index + 1]) for index in range(0, 8, 2)]
        along, up = axes
        assert corners[1][along] > corners[0][along] and corners[1][up] == corners[0][up]
        assert corners[2][along] == corners[0][along]
        assert (corners[2][up] < corners[0][up]) == (name == "plain")
        assert corners[3] == (corners[1][0], corners[2][1]) if name == "plain" else (corners[2][0], corners[1][1])


def test_words_in_a_column_are_highlighted_there_only() -> None:
    words = "because the old spreadsheet took a whole afternoon"
    (one,) = shown(annotated(columns(), {words: "warning"}).content)
    assert bare(one.letters) == bare(words)
    assert all(box[0] > 225 for box in one.boxes)


def test_popups_say_the_remark_in_korean_and_do_not_lie_on_each_other() -> None:
    data = resume()
    made = annotate_pdf(data, report_on(data, FINDINGS, "ko", "원인을 한 문장으로 적어 주세요."))
    reader = pypdf.PdfReader(io.BytesIO(made.content))
    popups = []
    for one in shown(made.content):
        assert "원인을 한 문장으로 적어 주세요.\r" in one.text and "Because 〈reason〉." in one.text
        popup = one.values["/Popup"].get_object()
        assert popup["/Parent"].get_object()["/NM"] == one.values["/NM"]
        left, bottom, right, top = (float(value) for value in popup["/Rect"])
        assert 0 <= left < right <= 596 and 0 <= bottom < top <= 842
        popups.append((one.page, left, top))
    assert len(set(popups)) == len(popups)
    assert len(list(reader.pages[0]["/Annots"])) == 8  # type: ignore[call-overload]


def test_several_remarks_on_the_same_words_keep_them_readable() -> None:
    data = resume()
    findings: dict[str, Level] = {"Rebuilt the nightly import of all shipments": "note", "the nightly import": "error", "nightly import of": "warning"}
    copy = annotated(data, findings).content
    highlights = shown(copy, "Highlight")
    assert {bare(one.letters) for one in highlights} == {bare(words) for words in findings}
    error = next(one for one in highlights if "[Error]" in one.text)
    left, upper, right, lower = pixels_of(copy, 0, error.boxes[0])
    colour = max(picture(copy, 0).crop((left + 2, upper + 2, right - 2, lower - 3)).getcolors(100_000))[1]
    assert colour == pytest.approx([255 * part for part in FILLS["error"]], abs=2)


def test_names_of_remarks_differ_and_stay() -> None:
    data = resume()
    first, second = annotated(data), annotated(data)
    assert first == second
    names = [str(one.values["/NM"]) for one in shown(first.content)]
    assert len(set(names)) == len(names)
    again = annotate_pdf(first.content, report_on(first.content, FINDINGS))
    assert [str(one.values["/NM"]) for one in shown(again.content)] == names


def test_a_report_without_findings_leaves_the_file_as_it_is() -> None:
    data = resume()
    assert annotated(data, {}) == Annotated(data, 0)


def test_our_remarks_are_no_text_of_the_document() -> None:
    data = resume()
    assert read_pdf(annotated(data).content, "resume.pdf") == read_pdf(data, "resume.pdf")
