"""Boxes around running text, and tables in the cells of tables, as Word's forms have them when they are printed to PDF."""

from __future__ import annotations

import io

from pdf_samples import KOREAN, drawn
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from careerlint.readers.pdf import read_pdf

_SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부"


def test_lines_in_a_box_run_up_to_its_side_and_not_to_a_signature_further_right() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([52, 543], [780, 760, 690])
        canvas.setFont(KOREAN, 10)
        canvas.drawString(58, 766, "1. 지원동기를 기술하시오. (500자 이내)")
        for place, count in enumerate((47, 47, 47, 20)):
            canvas.drawString(58, 745 - 14 * place, (_SYLLABLES * 2)[:count])
        canvas.drawRightString(558, 660, "지원자 : 이하람 (인)")
        canvas.drawRightString(558, 640, "주식회사 물결 귀하")

    document = read_pdf(drawn(draw), "boxes.pdf")
    words = [document.words(block.span) for block in document.walk() if not block.children]
    assert any(len(line) >= 160 for line in words), words


def test_rows_of_a_table_in_a_cell_follow_the_row_of_that_cell() -> None:
    style = ParagraphStyle("cell", fontName=KOREAN, fontSize=9, leading=12)
    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 8), ("BOTTOMPADDING", (0, 0), (-1, -1), 8)]

    def table(rows: list[list[object]], widths: list[int]) -> Table:
        return Table([[Paragraph(cell, style) if isinstance(cell, str) else cell for cell in row] for row in rows], style=grid, colWidths=widths)

    inner = [table([["기간", "회사"], ["2024.01", "마루데이터"]], [120, 200]), table([["기간", "학교"], ["2020.02", "물결대학교"]], [120, 200])]
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4).build([table([["경력", inner[0]], ["학력", inner[1]]], [100, 340])])
    document = read_pdf(buffer.getvalue(), "nested.pdf")
    (block,) = [block for block in document.blocks if block.kind == "table"]
    assert [[document.words(cell.span) for cell in row.children] for row in block.children] == [
        ["경력"], ["기간", "회사"], ["2024.01", "마루데이터"], ["학력"], ["기간", "학교"], ["2020.02", "물결대학교"],
    ]
