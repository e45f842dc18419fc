"""Builds the examples: every Markdown source becomes .md, .txt, .docx and .pdf (needs LibreOffice and fonts for Hangul)."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

HERE = Path(__file__).parent
QUALITIES = ("good", "poor")
PEOPLE = ("ko-ml-junior", "ko-data-analyst", "en-new-graduate", "en-career-changer")
READMES = ("ko-project-readme", "ko-portfolio", "en-project-readme", "en-portfolio")
# A fixed day keeps the bytes the same from build to build.
BUILT = datetime(2025, 1, 1, tzinfo=UTC)
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_PRINTED = re.compile(rb"(?<=/CreationDate\(D:)\d{14}")
_IDENTITY = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")
_SEPARATOR = re.compile(r"\|(?:\s*:?-+:?\s*\|)+$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the source; level 1 is the person's name."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Bullet:
    """One item of a list."""

    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first row is the header."""

    rows: tuple[tuple[str, ...], ...]


Block = Heading | Bullet | Prose | Table


def parse(source: str) -> tuple[Block, ...]:
    """The blocks of a source, which uses headings, one level of bullets, paragraphs of one line and tables."""
    return tuple(_blocks(source.splitlines()))


def _blocks(lines: list[str]) -> Iterator[Block]:
    rows: list[tuple[str, ...]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            if not _SEPARATOR.match(line):
                rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
            continue
        if rows:
            yield Table(tuple(rows))
            rows = []
        if line.startswith("#"):
            marks, _, text = line.partition(" ")
            yield Heading(len(marks), text)
        elif line.startswith("- "):
            yield Bullet(line[2:])
        elif line:
            yield Prose(line)


def to_text(blocks: tuple[Block, ...]) -> str:
    """Plain text: a heading is a line of its own, a bullet starts with a dash, a row joins its cells with a bar."""
    lines: list[str] = []
    for index, block in enumerate(blocks):
        follows_bullet = isinstance(block, Bullet) and index > 0 and isinstance(blocks[index - 1], Bullet)
        if lines and not follows_bullet:
            lines.append("")
        if isinstance(block, Table):
            lines += [" | ".join(row) for row in block.rows]
        elif isinstance(block, Bullet):
            lines.append(f"- {_plain(block.text)}")
        else:
            lines.append(_plain(block.text))
    return "\n".join(lines) + "\n"


def to_word(blocks: tuple[Block, ...], title: str) -> WordDocument:
    """A Word document with heading styles, list styles, bold runs and tables."""
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, title, ""
    properties.created = properties.modified = BUILT
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    for margin in ("top_margin", "bottom_margin", "left_margin", "right_margin"):
        setattr(page, margin, Cm(2))
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        style = document.styles[name]
        style.font.name = "NanumGothic"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[attribute]
        for kind in ("w:ascii", "w:hAnsi", "w:eastAsia"):
            fonts.set(qn(kind), "NanumGothic")
    document.styles["Normal"].font.size = Pt(10)
    for block in blocks:
        _add(document, block)
    return document


def _add(document: WordDocument, block: Block) -> None:
    if isinstance(block, Heading):
        document.add_heading(block.text, block.level - 1)
    elif isinstance(block, Bullet):
        _write_runs(document.add_paragraph(style="List Bullet"), block.text)
    elif isinstance(block, Prose):
        _write_runs(document.add_paragraph(), block.text)
    else:
        table = document.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
        for number, row in enumerate(block.rows):
            for cell, text in zip(table.rows[number].cells, row, strict=True):
                cell.paragraphs[0].add_run(text).bold = number == 0


def _write_runs(paragraph: Paragraph, text: str) -> None:
    for index, part in enumerate(_BOLD.split(text)):
        if part:
            paragraph.add_run(part).bold = index % 2 == 1


def _plain(text: str) -> str:
    return _BOLD.sub(r"\1", text)


def save_word(document: WordDocument, path: Path) -> None:
    """Write the document; every member of the archive gets the same day."""
    with TemporaryDirectory() as folder:
        draft = Path(folder) / path.name
        document.save(str(draft))
        with zipfile.ZipFile(draft) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                member = zipfile.ZipInfo(name, BUILT.timetuple()[:6])
                member.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(member, source.read(name))


def print_pdfs(words: list[Path], folder: Path) -> None:
    """Print Word files into a folder with LibreOffice; raises CalledProcessError or FileNotFoundError."""
    with TemporaryDirectory() as profile:
        subprocess.run(
            [
                "soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "pdf",
                "--outdir", str(folder), *map(str, words),
            ],
            check=True, stdout=subprocess.DEVNULL,
        )
    for word in words:
        path = folder / f"{word.stem}.pdf"
        path.write_bytes(without_clock(path.read_bytes()))


def without_clock(pdf: bytes) -> bytes:
    """The PDF with the fixed day, and an identity made of its content; lengths stay, so its table of offsets holds."""
    dated = _PRINTED.sub(BUILT.strftime("%Y%m%d%H%M%S").encode(), pdf)
    content = _IDENTITY.sub(b"0" * 32, dated)
    return _IDENTITY.sub(hashlib.md5(content, usedforsecurity=False).hexdigest().upper().encode(), dated)


def build(quality: str) -> None:
    """Build all files of one quality, "good" or "poor"."""
    words = []
    for name in (*PEOPLE, *READMES):
        source = HERE / "sources" / quality / f"{name}.md"
        shutil.copyfile(source, HERE / quality / f"{name}.md")
        if name in READMES:
            continue
        blocks = parse(source.read_text(encoding="utf-8"))
        (HERE / quality / f"{name}.txt").write_text(to_text(blocks), encoding="utf-8", newline="\n")
        word = HERE / quality / f"{name}.docx"
        save_word(to_word(blocks, blocks[0].text if isinstance(blocks[0], Heading) else name), word)
        words.append(word)
    print_pdfs(words, HERE / quality)


def main() -> None:
    """Build everything, or only the qualities named on the command line."""
    for quality in sys.argv[1:] or QUALITIES:
        build(quality)
        print(f"built {quality}")


if __name__ == "__main__":
    main()
