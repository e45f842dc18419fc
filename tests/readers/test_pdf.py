"""The PDF reader on small files of every layout, on broken ones, and against PDFium itself."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import pdf_samples as samples
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from contract import check_contract
from reportlab.pdfgen.canvas import Canvas

from careerlint.model.document import Block, Document
from careerlint.model.place import PagePlace, Place
from careerlint.readers.limits import Limits, UnreadableError
from careerlint.readers.pdf import read_pdf
from careerlint.readers.pdf_wrap import Wrapping, joint

DEFAULT = Limits()


def read(data: bytes, limits: Limits = DEFAULT) -> Document:
    return read_pdf(data, "sample.pdf", limits)


def blocks(document: Document, kind: str) -> list[str]:
    return [document.words(block.span) for block in document.walk() if block.kind == kind]


def letters_at(data: bytes) -> Callable[[Place], str]:
    """Asks PDFium anew: the letters whose centre lies in the boxes of a place, in the order of the page."""
    pages: dict[int, list[tuple[float, float, str]]] = {}
    with pypdfium2.PdfDocument(data) as pdf:
        for index in range(len(pdf)):
            page = pdf[index].get_textpage()
            box = pdfium.FS_RECTF()
            found = []
            for position in range(page.count_chars()):
                if not pdfium.FPDFText_IsGenerated(page, position):
                    pdfium.FPDFText_GetLooseCharBox(page, position, ctypes.byref(box))
                    letter = chr(pdfium.FPDFText_GetUnicode(page, position))
                    found.append(((box.left + box.right) / 2, (box.bottom + box.top) / 2, letter))
            pages[index + 1] = found

    def letters(place: Place) -> str:
        assert isinstance(place, PagePlace)
        text = ""
        for left, bottom, right, top in place.boxes:
            inside = [letter for letter in pages[place.page] if left - 0.01 <= letter[0] <= right + 0.01 and bottom <= letter[1] <= top]
            text += "".join(letter for _, _, letter in inside)
        return text.replace("\ufffe", "-").replace("\x02", "-")

    return letters


@pytest.mark.parametrize("name", [name for name in samples.SAMPLES if name not in ("odd", "rail")])
def test_places_give_the_same_letters_back(name: str) -> None:
    data = samples.SAMPLES[name]()
    check_contract(read(data), letters_at(data))


@pytest.mark.parametrize("name", ["odd", "rail"])
def test_letters_that_were_changed_on_purpose_keep_the_shape(name: str) -> None:
    check_contract(read(samples.SAMPLES[name]()))


def test_wrapped_bullets_become_whole_sentences() -> None:
    document = read(samples.english_resume())
    assert blocks(document, "item") == [
        "Rebuilt the nightly shipment import because two vendors sent the same container twice, which cut duplicate rows from 4.1% "
        "to 0.2% in six weeks and let the finance team close the month a day earlier.",
        "Replaced hand-written checks by a contract test for each of the eleven feeds after an undocumented change of a date format "
        "broke the forecast for three days.",
    ]
    assert [block.marker for block in document.walk() if block.kind == "item"] == ["\u2022", "\u2022"]


def test_headings_by_size_and_rank() -> None:
    document = read(samples.english_resume())
    headings = [(document.words(block.span), block.level, block.bold) for block in document.walk() if block.kind == "heading"]
    assert headings == [("Dana Whitfield", 1, True), ("Experience", 2, True), ("Education", 2, True)]


def test_a_flush_right_date_stays_on_the_line_of_its_title() -> None:
    paragraphs = blocks(read(samples.english_resume()), "paragraph")
    assert "Data Engineer, Harbour Freight Analytics\tMar 2021 - Present" in paragraphs
    assert "BSc Statistics, University of Hull\t2016 - 2019" in paragraphs


def test_an_address_in_the_text_is_a_link() -> None:
    document = read(samples.english_resume())
    assert [mark.target for mark in document.marks if mark.kind == "link"] == ["https://dana.example.org/cv"]


def test_korean_prose_is_joined_with_spaces_and_headings_keep_their_numbers() -> None:
    document = read(samples.korean_report())
    assert blocks(document, "heading") == ["물류 수요 예측 프로젝트 보고서", "1. 문제 정의", "2. 실험"]
    assert blocks(document, "paragraph")[0] == (
        "지역 창고의 재고가 주말마다 모자라는 일이 반복되어 요일별 수요를 따로 예측하는 모형이 필요하다고 판단하였다. "
        "기존 방식은 지난 네 주의 평균만 보았기 때문에 행사 기간의 급증을 놓쳤다."
    )


def test_korean_items_nest_by_indentation() -> None:
    document = read(samples.korean_report())
    outer = [block for block in document.blocks if block.kind == "list"]
    assert len(outer) == 1
    first, second = outer[0].children
    assert (first.level, second.level) == (1, 1)
    inner = first.children[1].children[0]
    assert (inner.level, inner.marker, document.words(inner.span)) == (2, "-", "공휴일 변수만 빼면 오차가 14.9%로 다시 늘었다.")
    assert document.words(first.children[0].span).endswith("이는 행사 변수를 넣은 덕분이다.")


def test_columns_are_read_one_after_the_other() -> None:
    text = read(samples.two_columns()).text
    assert text.index("Long distance rowing") < text.index("Wrote a scheduler")
    assert "forty nurses in under a minute, because the old spreadsheet took a whole afternoon" in text


def test_a_ruled_table_has_rows_cells_and_a_head() -> None:
    document = read(samples.ruled_table())
    table = next(block for block in document.blocks if block.kind == "table")
    rows = [[document.words(cell.span) for cell in row.children] for row in table.children]
    assert rows == [["Model", "F1", "Remark"], ["Baseline", "0.61", "majority class"], ["Boosted trees", "0.78", "with the calendar and weather columns"]]
    assert [row.head for row in table.children] == [True, False, False]
    assert [block.kind for block in document.blocks] == ["paragraph", "table", "paragraph"]
    assert document.words(table.children[1].span) == "Baseline\t0.61\tmajority class"


def test_a_shifted_page_keeps_its_table() -> None:
    assert read(samples.shifted()).text == read(samples.ruled_table()).text


def test_page_furniture_is_kept_once_and_sentences_run_over_the_break() -> None:
    document = read(samples.furniture())
    assert document.pages == 3
    assert blocks(document, "header") == ["Portfolio of Min Okafor"]
    assert blocks(document, "footer") == ["1 / 3"]
    assert document.blocks[0].kind == "paragraph"
    assert "take the cache out of the request path altogether." in document.text
    joined = next(place for place in document.places(document.blocks[0].span) if isinstance(place, PagePlace) and place.page == 2)
    assert joined.boxes


def test_rotated_pages_are_read_along_their_lines() -> None:
    document = read(samples.rotated())
    assert document.text == "Sideways pages are read in the order of the eye, so that a sentence that is wrapped at the edge stays whole."


def test_a_line_of_turned_text_is_one_box() -> None:
    document = read(samples.rotated())
    assert document.turn(1) == 1
    (place,) = document.places(document.blocks[0].span)
    assert isinstance(place, PagePlace)
    first, second = place.boxes
    assert first[3] - first[1] > 300 and first[2] - first[0] < 14
    assert second[0] > first[2] - 2 and second[1] == pytest.approx(first[1], abs=1)


def test_hidden_words_are_marked_and_visible_ones_are_not() -> None:
    document = read(samples.hidden())
    hidden = " ".join(document.words(mark.span) for mark in document.marks if mark.kind == "hidden")
    assert hidden.split() == ["whiteword", "kubernetes", "tinyword", "terraform", "ghostword", "ansible"]


def test_drawn_discs_are_bullets_and_annotations_are_links() -> None:
    document = read(samples.drawn_bullets())
    assert blocks(document, "item") == ["Halved the build time by caching layers", "Wrote the runbook for the outage drill"]
    link = next(mark for mark in document.marks if mark.kind == "link")
    assert (document.words(link.span), link.target) == ("Code on the project page", "https://code.example.org/drill")


def test_labels_at_the_left_stay_with_their_rows() -> None:
    document = read(samples.label_rail())
    assert document.words(document.blocks[0].span) == "NORA FINCH"
    assert blocks(document, "heading") == ["NORA FINCH", "Profile"]
    assert blocks(document, "paragraph") == [
        "Backend developer who likes slow queries, because each of them hides a decision that somebody took in a hurry.",
        "2021\tSplit the export job after it had blocked the database for an hour and halved the time that support spent on late invoices.",
        "2018\tMaintained the booking form and removed nine unused fields, which raised the share of finished bookings by a tenth.",
    ]


@pytest.mark.parametrize(
    ("first", "second", "between"),
    [
        ("결정 사항을 표로 정리했습니", "다. 다만", ""),
        ("결정 사항을 표로 정리했습", "니다. 다만", ""),
        ("결정 사항을 표로 정리했", "습니다. 다만", ""),
        ("정확도를 높", "였다. 그리고", ""),
        ("이유를 알 수 없", "었고 다시", ""),
        ("모델을 학습", "데이터로 다시", " "),
        ("데이터를 모두", "다 모았다.", " "),
        ("어머니", "께서", " "),
        ("회의록은", "다음 기수에", " "),
    ],
)
def test_a_line_that_ends_inside_a_korean_ending_is_joined(first: str, second: str, between: str) -> None:
    assert joint(first, second, False, False, Wrapping({}, False, True, frozenset())) == (between, False)


def test_a_space_drawn_far_away_parts_no_word_from_its_full_stop() -> None:
    assert read(samples.scattered_spaces()).text.strip() == "다다 다다 다다다."


def test_bold_headings_of_a_short_page_outnumber_no_text() -> None:
    document = read(samples.short_page())
    headings = [(block.level, document.words(block.span)) for block in document.blocks if block.kind == "heading"]
    assert headings == [(1, "Career"), (2, "Gaon Trading (2019.01 - 2021.12)"), (2, "Volunteering (2019.01 - 2021.12)"), (2, "Rent prices of flats and rooms in the town (contest, Nov 2023)")]


def test_korean_lines_broken_anywhere_make_one_paragraph() -> None:
    document = read(samples.broken_anywhere())
    assert blocks(document, "paragraph") == [samples.BROKEN_PROSE]


def printed(texts: list[str], producer: str, width: float = 469.0) -> bytes:
    """Lines of Korean at 10 points whose first one ends `width` points behind the margin of 60 points."""

    def draw(canvas: Canvas) -> None:
        canvas.setProducer(producer)
        stretch = (width - canvas.stringWidth(texts[0].rstrip(), samples.KOREAN, 10)) / (len(texts[0].rstrip()) - 1)
        for position, text in enumerate(texts):
            row = canvas.beginText(60, 760 - 15 * position)
            row.setFont(samples.KOREAN, 10)
            row.setCharSpace(0 if position else stretch)
            row.textOut(text)
            canvas.drawText(row)

    return samples.drawn(draw)


def test_a_coloured_line_in_the_size_of_the_text_heads_what_follows_and_a_link_does_not() -> None:
    def draw(canvas: Canvas) -> None:
        samples.lines(canvas, 60, 780, ["Work"], "Helvetica-Bold", 16)
        samples.lines(canvas, 60, 740, ["Vell Granary (2019 - 2023)"], "Helvetica-Bold", 13)
        canvas.setFillColorRGB(0.1, 0.3, 0.7)
        samples.lines(canvas, 60, 725, ["March 2019 - July 2023"])
        samples.lines(canvas, 60, 700, ["A program that adds up what ships carry"])
        canvas.setFillColorRGB(0, 0, 0)
        samples.lines(canvas, 60, 682, ["Forty ships a week are weighed with it, and it was written in one winter by me alone."])
        canvas.setFillColorRGB(0.1, 0.3, 0.7)
        samples.lines(canvas, 60, 655, ["See how it works"])
        canvas.linkURL("https://tern.example/ships", (60, 650, 160, 668))
        canvas.setFillColorRGB(0, 0, 0)
        samples.lines(canvas, 60, 630, ["The scales were read by hand before, and the sums were sent by post to the harbour office."])

    document = read(samples.drawn(draw))
    assert blocks(document, "heading") == ["Work", "Vell Granary (2019 - 2023)", "A program that adds up what ships carry"]


def test_a_second_bullet_is_known_by_its_font() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(60, 780, "• Granary")
        canvas.setFont("Courier", 11)
        canvas.drawString(90, 765, "o")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(101, 765, "Weighed forty ships a week")

    document = read(samples.drawn(draw))
    assert [block.level for block in document.walk() if block.kind == "item"] == [1, 2]
    assert document.text == "Granary\nWeighed forty ships a week"


def test_a_period_in_brackets_that_found_no_room_belongs_to_its_title() -> None:
    title = "Keeper of the scales and of all the books of the whole granary of Vell at the river (May 2019"

    def draw(canvas: Canvas) -> None:
        samples.lines(canvas, 60, 780, [title, "- July 2022)"], "Helvetica-Bold", 11)
        samples.lines(canvas, 60, 740, ["Weighed forty ships a week and wrote the program that adds up what they carry."] * 3)

    assert read(samples.drawn(draw)).text.startswith(f"{title} - July 2022)")


LONG_LINE = "창고의 재고를 매일 아침 새로 세고 모자란 물건을 미리 주문하는 절차를 세운 업계 처음의 물류"


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        (f"{LONG_LINE} 담", "당자로서 일했습니다.", f"{LONG_LINE} 담당자로서 일했습니다."),
        (f"{LONG_LINE} 담당 ", "직원으로 일했습니다.", f"{LONG_LINE} 담당 직원으로 일했습니다."),
        (f"{LONG_LINE} 창고 7", "개를 맡았습니다.", f"{LONG_LINE} 창고 7개를 맡았습니다."),
        (f"{LONG_LINE} 일을 했다.", "다음에는 창고를 옮겼다.", f"{LONG_LINE} 일을 했다. 다음에는 창고를 옮겼다."),
    ],
    ids=["inside a word", "at a space", "behind a number", "behind a sentence"],
)
def test_libreoffice_breaks_inside_a_word_where_a_space_would_have_fitted(first: str, second: str, whole: str) -> None:
    assert blocks(read(printed([first, second], "LibreOffice 7.4")), "paragraph") == [whole]


def test_a_line_without_room_for_a_space_or_of_another_program_is_not_proof_of_a_broken_word() -> None:
    lines = [f"{LONG_LINE} 담당", "직원으로 일했습니다."]
    for data in (printed(lines, "LibreOffice 7.4", 475.0), printed(lines, "Skia/PDF m137")):
        assert blocks(read(data), "paragraph") == [" ".join(lines)]


@pytest.mark.parametrize(("gap", "text"), [(2.1, "AUC가 올랐다"), (2.9, "AUC 가장 높다")])
def test_libreoffice_leaves_a_fifth_of_an_em_between_scripts_and_more_is_a_space(gap: float, text: str) -> None:
    latin, korean = text[:3], text[3:].strip()

    def draw(canvas: Canvas) -> None:
        canvas.setProducer("LibreOffice 7.4")
        for row in range(5):
            canvas.setFont("Helvetica", 10)
            canvas.drawString(60, 760 - 40 * row, latin)
            canvas.setFont(samples.KOREAN, 10)
            canvas.drawString(60 + canvas.stringWidth(latin, "Helvetica", 10) + gap, 760 - 40 * row, korean)

    assert set(blocks(read(samples.drawn(draw)), "paragraph")) == {text}


def test_odd_codes_become_plain_letters() -> None:
    document = read(samples.odd_letters())
    item = next(block for block in document.walk() if block.kind == "item")
    assert (item.marker, document.words(item.span).split()) == ("•", ["Refined", "his", "work", "가"])


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (samples.encrypted(), "encrypted"),
        (b"", "broken"),
        (b"%PDF-1.7\n", "broken"),
        (samples.english_resume()[:400], "broken"),
        (samples.SELF_REFERENCE, "broken"),
        (samples.picture_only(), "no-text"),
        (samples.outlines(), "no-text"),
        (samples.raw_page(b""), "no-text"),
    ],
    ids=["encrypted", "empty", "head only", "truncated", "self reference", "picture", "outlines", "blank"],
)
def test_unreadable_files_say_why(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read(data)
    assert raised.value.kind == kind
    assert raised.value.message_ko != raised.value.message


def test_limits_of_pages_characters_and_bytes() -> None:
    data = samples.furniture()
    for limits, kind in [(Limits(pages=2), "too-many-pages"), (Limits(characters=50), "too-large"), (Limits(bytes=100), "too-large")]:
        with pytest.raises(UnreadableError) as raised:
            read(data, limits)
        assert raised.value.kind == kind


def test_every_leaf_knows_its_page_and_size() -> None:
    document = read(samples.furniture())
    leaves: list[Block] = [block for block in document.walk() if not block.children]
    assert [block.page for block in leaves if block.kind == "paragraph"] == [1, 2, 3]
    assert all(block.size in (8.0, 10.0) for block in leaves)


def test_a_page_without_letters_that_a_picture_fills_is_named() -> None:
    document = read_pdf(samples.picture_among_text(), "a.pdf")
    assert (document.pages, document.picture_pages) == (3, (2,))
