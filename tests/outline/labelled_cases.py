"""Labelled outlines: small documents with the kind, sections and entries a reader sees, written in four formats."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.shared import Pt
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FOLDER = Path(__file__).parent / "labelled"
KOREAN = "HYSMyeongJo-Medium"
SIZES = {1: 18.0, 2: 14.0, 3: 12.0, 4: 11.0}
ROW_WIDTH = 90

pdfmetrics.registerFont(UnicodeCIDFont(KOREAN))


@dataclass(frozen=True)
class Labelled:
    """What is expected of one document: its kind, the section kinds in order (`other` left out), the entries' titles.

    `parts` are the kinds of the documents inside it, empty for a single one.
    """

    name: str
    kind: str
    sections: tuple[str, ...]
    entries: tuple[str, ...]
    format: str
    body: str
    parts: tuple[str, ...] = ()

    def write(self, folder: Path) -> Path:
        """The document in its format, under a name that says nothing about its kind."""
        path = folder / f"document.{self.format}"
        path.write_bytes(WRITERS[self.format](self.body))
        return path


def labelled_cases() -> Iterator[Labelled]:
    """Every document in every format it is labelled for."""
    for path in sorted(FOLDER.glob("*.md")):
        head, body = path.read_text(encoding="utf-8").split("---\n", 1)
        fields = [line.split(": ", 1) if ": " in line else [line.rstrip(":"), ""] for line in head.splitlines()]
        single = {key: value for key, value in fields if key != "entry"}
        entries = tuple(value for key, value in fields if key == "entry")
        for name in single["formats"].split():
            yield Labelled(f"{path.stem}.{name}", single["kind"], tuple(single["sections"].split()), entries, name, body, tuple(single.get("parts", "").split()))


def _tables_as_markdown(body: str) -> str:
    rows: list[str] = []
    inside = False
    for line in body.split("\n"):
        rows.append(line)
        if line.startswith("|") and not inside:
            rows.append("|" + "---|" * (line.count("|") - 1))
        inside = line.startswith("|")
    return "\n".join(rows)


def _markdown(body: str) -> bytes:
    return _tables_as_markdown(body).encode()


def _plain(body: str) -> bytes:
    return re.sub(r"(?m)^#+ |\*\*", "", body).encode()


def _word(body: str) -> bytes:
    document = docx.Document()
    table: list[list[str]] = []
    for line in [*body.split("\n"), ""]:
        heading = re.match(r"(#+) (.*)", line)
        if line.startswith("|"):
            table.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if table:
            made = document.add_table(rows=0, cols=len(table[0]))
            for row in table:
                for cell, words in zip(made.add_row().cells, row, strict=True):
                    cell.text = words
            table = []
        if heading:
            document.add_heading(heading[2], level=len(heading[1]))
        elif line.startswith("- "):
            document.add_paragraph(line[2:], style="List Bullet")
        elif line.startswith("**"):
            run = document.add_paragraph().add_run(line.strip("*"))
            run.bold = True
            run.font.size = Pt(11)
        elif line.strip():
            document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _pdf(body: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    y = A4[1] - 60
    korean = re.search("[가-힣]", body) is not None
    for line in body.split("\n"):
        heading = re.match(r"(#+) (.*)", line)
        size = SIZES[len(heading[1])] if heading else 10.0
        words = heading[2] if heading else re.sub(r"\*\*", "", line)
        bullet = words.startswith("- ")
        font = KOREAN if korean else ("Helvetica-Bold" if heading else "Helvetica")
        canvas.setFont(font, size)
        y -= 8 if heading else 0
        width = ROW_WIDTH // 2 if korean else ROW_WIDTH
        for number, row in enumerate(_wrapped(words.removeprefix("- "), width)):
            if bullet and number == 0:
                # A font of the machine that stands in for the Korean one may lack the bullet.
                canvas.setFont("Helvetica", size)
                canvas.drawString(60, y, "•")
                canvas.setFont(font, size)
            canvas.drawString(72 if bullet else 60, y, row)
            y -= size * 1.4
        y -= 0 if words else 8
        if y < 80:
            canvas.showPage()
            y = A4[1] - 60
    canvas.save()
    return buffer.getvalue()


def _wrapped(words: str, width: int) -> list[str]:
    rows: list[str] = []
    row = ""
    for word in words.split(" "):
        if row and len(row) + len(word) > width:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}" if row else word
    return [*rows, row] if row else rows


WRITERS = {"md": _markdown, "txt": _plain, "docx": _word, "pdf": _pdf}
