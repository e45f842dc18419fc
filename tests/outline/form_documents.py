"""Forms as Word documents and as PDF: tables with merged cells, made of rows of words."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

KOREAN = "HYSMyeongJo-Medium"
pdfmetrics.registerFont(UnicodeCIDFont(KOREAN))

Rows = Sequence[Sequence[str | None]]
"""A row of one cell goes over the whole width; None continues the cell above it."""


def as_word(title: str, tables: Sequence[Rows]) -> bytes:
    """A page with a title and tables, in Word."""
    document = docx.Document()
    document.add_paragraph(title)
    for rows in tables:
        width = max(len(row) for row in rows)
        table = document.add_table(len(rows), width)
        for place, row in enumerate(rows):
            if len(row) == 1:
                table.cell(place, 0).merge(table.cell(place, width - 1)).text = row[0] or ""
                continue
            for column, words in enumerate(row):
                if words is None:
                    above = table.cell(place - 1, column)
                    kept = above.text
                    above.merge(table.cell(place, column)).text = kept
                else:
                    table.cell(place, column).text = words
        document.add_paragraph()
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_pdf(title: str, tables: Sequence[Rows]) -> bytes:
    """The same on the pages of a PDF, with lines around the cells."""
    korean = any("가" <= letter <= "힣" for rows in tables for row in rows for words in row for letter in words or "")
    style = ParagraphStyle("cell", fontName=KOREAN if korean else "Helvetica", fontSize=9, leading=12, wordWrap="CJK" if korean else None)
    flow: list[object] = [Paragraph(title, ParagraphStyle("title", parent=style, fontSize=16, leading=24))]
    for rows in tables:
        width = max(len(row) for row in rows)
        cells = [[Paragraph((words or "").replace("\n", "<br/>"), style) for words in (*row, *[""] * (width - len(row)))] for row in rows]
        looks: list[tuple[object, ...]] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        looks += [("SPAN", (0, place), (-1, place)) for place, row in enumerate(rows) if len(row) == 1]
        for column in range(width):
            first = 0
            for place, row in enumerate((*rows, ("",) * width)):
                if len(row) > column and row[column] is None:
                    continue
                if place - first > 1 and len(rows[first]) > 1:
                    looks.append(("SPAN", (column, first), (column, place - 1)))
                first = place
        broad = 500 * 3 / (width + 2)
        flow += [Table(cells, style=looks, colWidths=[*[(500 - broad) / (width - 1)] * (width - 1), broad]), Spacer(1, 12)]
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, leftMargin=40, rightMargin=40).build(flow)
    return buffer.getvalue()


def as_markdown(title: str, tables: Sequence[Rows]) -> bytes:
    """The same as tables of Markdown, where no cell can be merged: each cell that continues another is empty."""
    lines = [f"# {title}", ""]
    for rows in tables:
        width = max(len(row) for row in rows)
        for place, row in enumerate(rows):
            cells = [*((words or "").replace("\n", "<br>") for words in row), *[""] * (width - len(row))]
            lines.append("| " + " | ".join(cells) + " |")
            if not place:
                lines.append("|" + "---|" * width)
        lines.append("")
    return "\n".join(lines).encode()


WRITERS = {"md": as_markdown, "docx": as_word, "pdf": as_pdf}
