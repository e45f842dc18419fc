"""Folders of documents for the tests of batches: a small class, and everything bad that a real folder may hold."""

from __future__ import annotations

import io
import os
import socket
import struct
import unicodedata
import zipfile
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

ENGLISH = "# Harbour maps\n\n## Project\n\n### Crane timetable, 2023\n\n- A larger net did not work.\n- Responsible for cleaning {number}\n"
KOREAN = "# 항구 지도\n\n## 프로젝트\n\n### 크레인 시간표, 2023\n\n- 큰 모델은 잘 안되더라구요.\n- 전처리 {number}건을 담당했습니다.\n"
LOOP = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj\n2 0 R\nendobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF\n"
"""A page tree that is itself: it hangs pdfminer."""


def write_text(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def pdf_of(*lines: str, password: str = "") -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(password) if password else None, invariant=True)
    for number, line in enumerate(lines):
        canvas.drawString(60, 760 - 20 * number, line)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def docx_of(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return zip_of({
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>',
    })  # fmt: skip


def zip_of(entries: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as file:
        for name, content in entries.items():
            file.writestr(zipfile.ZipInfo(name), content, compress_type=compression)
    return buffer.getvalue()


def make_class(folder: Path, people: int = 6) -> Path:
    """A folder for each person with a text in either language; no two are the same."""
    for number in range(people):
        write_text(folder / f"person{number:03}" / "resume.md", ENGLISH.format(number=number + 1000))
        write_text(folder / f"person{number:03}" / "포트폴리오.md", KOREAN.format(number=number + 1000))
    return folder


def make_bad(folder: Path) -> dict[str, str]:
    """Put everything bad into the folder of one person, with one good document; the paths that get a row, with its error."""
    folder.mkdir(parents=True)
    here = {
        "good.md": (ENGLISH.format(number=1).encode(), ""),
        "good.docx": (docx_of("Harbour maps", "A larger net did not work."), ""),
        "good.pdf": (pdf_of("Harbour maps", "A larger net did not work."), ""),
        "empty.txt": (b"", "empty"),
        "loop.pdf": (LOOP, "broken"),
        "encrypted.pdf": (pdf_of("secret", password="x"), "encrypted"),
        "truncated.pdf": (pdf_of("Harbour maps")[:300], "broken"),
        "truncated.docx": (docx_of("Harbour maps")[:-200], "broken"),
        "bomb.docx": (zip_of({"[Content_Types].xml": "<x/>", "word/document.xml": b" " * 300_000_000}), "too-large"),
        "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted"),
        "picture.md": (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40, "broken"),
        "letter.hwp": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unknown-type"),
        "letter.pages": (b"PK\x03\x04 bundle", "unknown-type"),
        "slides.key": (b"PK\x03\x04 bundle", "unknown-type"),
        "endless.zip": (_endless_zip(), "too-large"),
        "broken.zip": (b"PK\x03\x04 no archive", "broken"),
        "=HYPERLINK(1).md": (ENGLISH.format(number=2).encode(), ""),
        "a\nb\x1b[31m.md": (ENGLISH.format(number=3).encode(), ""),
        unicodedata.normalize("NFD", "자기소개서.md"): (KOREAN.format(number=4).encode(), ""),
        "x" * 240 + ".md": (ENGLISH.format(number=5).encode(), ""),
        os.fsdecode(b"\xff\xfe.md"): (ENGLISH.format(number=6).encode(), ""),
        # No rows: these are nobody's documents.
        "~$resume.docx": (b"lock", None),
        "._resume.pdf": (b"resource", None),
        ".hidden.md": (b"# hidden", None),
        "resume.careerlint.docx": (b"ours", None),
    }  # fmt: skip
    for name, (content, _) in here.items():
        (folder / name).write_bytes(content)
    os.mkfifo(folder / "pipe.pdf")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(folder / "socket.pdf"))
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "outside.md").symlink_to("/etc/passwd")
    (folder / "self.md").symlink_to("self.md")
    (folder / "nothing.md").symlink_to("missing.md")
    (folder / "around").symlink_to(folder.parent)
    (folder / "folder.pdf").mkdir()
    with (folder / "sparse.txt").open("wb") as file:
        file.truncate(10_000_000_000)
    shown = {name: error for name, (_, error) in here.items() if error is not None} | {"sparse.txt": "too-large"}
    return {_as_shown(name): error for name, error in shown.items()}


def _as_shown(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "backslashreplace").replace("\n", "\N{REPLACEMENT CHARACTER}").replace("\x1b", "\N{REPLACEMENT CHARACTER}")


def _endless_zip() -> bytes:
    """An archive whose end says that it has a directory of gigabytes."""
    return zip_of({"a.md": "# a"})[:-22] + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 60_000, 60_000, 4_000_000_000, 0, 0)
