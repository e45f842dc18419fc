"""Tables of a PDF that go on at the top of the next page."""

from __future__ import annotations

import io

from pdf_samples import KOREAN, drawn
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, SimpleDocTemplate, Table

from careerlint.model.document import Document
from careerlint.readers.pdf import read_pdf

_FORM = [["프로젝트", "정산 배치"], ["기간", "2024.01 ~ 2024.06"], ["배경", "배치가 여섯 시간 걸림"], ["내용", "풀 스캔임을 찾음"]]


def tables(document: Document) -> list[list[list[str]]]:
    return [[[document.words(cell.span) for cell in row.children] for row in block.children] for block in document.blocks if block.kind == "table"]


def on_pages(*pages: list[list[str]], widths: tuple[float, ...] = (120, 320)) -> Document:
    """A document with a table on each page, without anything else."""
    buffer = io.BytesIO()
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), KOREAN, 10)]
    parts: list[object] = []
    for rows in pages:
        parts += [Table(rows, widths, style=style), PageBreak()]
    SimpleDocTemplate(buffer, pagesize=A4).build(parts[:-1])
    return read_pdf(buffer.getvalue(), "tables.pdf")


def test_rows_at_the_top_of_the_next_page_are_of_the_same_table() -> None:
    (rows,) = tables(on_pages(_FORM, [["성과", "여섯 시간 → 48분"], ["비고", "다른 팀도 도입"]]))
    assert [row[0] for row in rows] == ["프로젝트", "기간", "배경", "내용", "성과", "비고"]


def test_one_row_at_the_top_of_the_next_page_is_no_text_outside() -> None:
    document = on_pages(_FORM, [["성과", "여섯 시간 → 48분"]])
    assert [block.kind for block in document.blocks] == ["table"]
    assert tables(document)[0][-1] == ["성과", "여섯 시간 → 48분"]


def test_a_row_that_the_page_breaks_is_one_row() -> None:
    (rows,) = tables(on_pages(_FORM, [["", "월 파티션으로 나눔"], ["성과", "여섯 시간 → 48분"]]))
    assert rows[3:] == [["내용", "풀 스캔임을 찾음\n월 파티션으로 나눔"], ["성과", "여섯 시간 → 48분"]]


def test_a_head_alone_at_the_foot_of_a_page_heads_the_rows_on_the_next() -> None:
    head, *rows = [["구분", "기술", "수준"], ["언어", "Java", "상"], ["저장", "MySQL", "중"], ["인프라", "Docker", "중"]]
    (found,) = tables(on_pages([head], rows, widths=(100, 100, 100)))
    assert found == [head, *rows]


def test_a_table_over_three_pages_is_one() -> None:
    (rows,) = tables(on_pages(_FORM, [["과정", "첫째"], ["둘째", "나눔"]], [["성과", "48분"], ["비고", "도입"]]))
    assert [row[0] for row in rows][4:] == ["과정", "둘째", "성과", "비고"]


def test_the_form_of_the_next_work_is_a_table_of_its_own() -> None:
    assert len(tables(on_pages(_FORM, [["프로젝트", "쿠폰 분리"], ["기간", "2024.09 ~ 2025.03"], ["내용", "도메인을 나눔"]]))) == 2


def test_a_table_of_other_columns_is_one_of_its_own() -> None:
    buffer = io.BytesIO()
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), KOREAN, 10)]
    SimpleDocTemplate(buffer, pagesize=A4).build([Table(_FORM, (120, 320), style=style), PageBreak(), Table([["언어", "Java"], ["저장", "MySQL"]], (220, 220), style=style)])
    assert len(tables(read_pdf(buffer.getvalue(), "tables.pdf"))) == 2


def test_words_between_two_tables_part_them() -> None:
    def draw(canvas: Canvas) -> None:
        for page, rows in enumerate((_FORM, [["성과", "여섯 시간"], ["비고", "도입"]])):
            top = 300 if page == 0 else 700
            canvas.setFont(KOREAN, 10)
            if page:
                canvas.drawString(62, 760, "다음에 한 일")
            canvas.grid([60, 180, 500], [top - 20 * place for place in range(len(rows) + 1)])
            for place, row in enumerate(rows):
                for column, words in zip((66, 186), row, strict=True):
                    canvas.drawString(column, top - 14 - 20 * place, words)
            canvas.showPage()

    assert len(tables(read_pdf(drawn(draw), "tables.pdf"))) == 2
