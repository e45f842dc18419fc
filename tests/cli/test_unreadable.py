"""Files that cannot be read: one line that names the file, exit code 2, and the others are still linted."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from calling import BARE_FAILURE, careerlint, check, in_child, write
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from careerlint import checking
from careerlint.config import Config
from careerlint.model.document import Document
from careerlint.model.finding import Report


def pdf(*pages: str, password: str = "") -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(password) if password else None)
    for text in pages:
        canvas.rect(50, 50, 200, 200, fill=1)
        canvas.drawString(60, 700, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, "no document")
    return buffer.getvalue()


UNREADABLE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.md", lambda: b"", "is empty"),
    "blank": ("a.md", lambda: b"  \n\n ", "is empty"),
    "unknown type": ("a.odt", lambda: b"text", "not supported"),
    "hangul": ("a.hwp", lambda: b"text", "Hangul documents cannot be read"),
    "broken pdf": ("a.pdf", lambda: b"%PDF-1.7\n" + b"\x93" * 300, "damaged"),
    "cut pdf": ("a.pdf", lambda: pdf("Lena Ferrer")[:400], ""),
    "encrypted pdf": ("a.pdf", lambda: pdf("Lena Ferrer", password="key"), "password"),
    "pdf without a text layer": ("a.pdf", lambda: pdf(""), "only pictures"),
    "broken docx": ("a.docx", lambda: b"PK\x03\x04" + b"\x00" * 200, "damaged"),
    "zip that is no docx": ("a.docx", lambda: archive("readme.txt"), "damaged"),
    "old or protected doc": ("a.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "password or an old .doc"),
    "binary under a text name": ("a.md", lambda: pdf("Lena Ferrer"), "its true extension"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_one_line_names_the_file_and_the_others_are_linted(tmp_path: Path, case: str) -> None:
    name, content, words = UNREADABLE[case]
    bad, good = write(tmp_path / name, content()), write(tmp_path / "good.md")
    outcome = check(bad, good)
    assert outcome.code == 2
    assert outcome.out.startswith(f"{good}:5:36: STO001")
    assert len(outcome.complaints) == 1
    assert outcome.err.startswith(f"careerlint: {bad}: ")
    assert words in outcome.err
    assert "Traceback" not in outcome.err


def test_a_missing_file(tmp_path: Path) -> None:
    outcome = check(tmp_path / "gone.docx", write(tmp_path / "good.md"))
    assert outcome.code == 2
    assert outcome.complaints == [f"careerlint: {tmp_path / 'gone.docx'}: The file does not exist; check the path."]


@pytest.mark.parametrize(
    ("option", "value", "name", "words"),
    [
        ("--max-bytes", "40", "a.md", "larger than"),
        ("--max-characters", "40", "a.md", "more text than is read"),
        ("--max-pages", "1", "a.pdf", "pages"),
    ],
)
def test_limits_are_options(tmp_path: Path, option: str, value: str, name: str, words: str) -> None:
    path = write(tmp_path / name, pdf("Lena Ferrer", "Experience") if name == "a.pdf" else BARE_FAILURE)
    assert check(path).code != 2
    outcome = check(path, option, value)
    assert outcome.code == 2
    assert len(outcome.complaints) == 1 and words in outcome.err


def test_a_small_file_takes_little_memory_however_large_one_may_be(tmp_path: Path) -> None:
    assert check(write(tmp_path / "a.md"), "--max-bytes", str(10**15)).code == 1


def test_memory_that_is_over_is_one_line_and_the_others_are_linted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lint = checking.check_document

    def failing(document: Document, config: Config) -> Report:
        if document.path.endswith("large.md"):
            raise MemoryError
        return lint(document, config)

    monkeypatch.setattr(checking, "check_document", failing)
    outcome = check(write(tmp_path / "large.md"), write(tmp_path / "good.md"), "--no-cache")
    assert outcome.code == 2 and outcome.out.count("STO001") == 1
    assert len(outcome.complaints) == 1 and "large.md: Reading needed too much memory" in outcome.err


def test_a_line_in_the_language_of_the_messages(tmp_path: Path) -> None:
    assert "빈 파일입니다" in check(write(tmp_path / "a.md", b""), "--lang", "ko").err


def test_the_json_holds_the_error(tmp_path: Path) -> None:
    outcome = careerlint("check", write(tmp_path / "a.md", b""), write(tmp_path / "b.md"), "--format", "json")
    data = json.loads(outcome.out)
    assert [document["error"] and document["error"]["kind"] for document in data["documents"]] == ["empty", None]
    assert (data["summary"]["documents"], data["summary"]["unreadable"], data["summary"]["error"]) == (2, 1, 1)


def test_no_traceback_from_the_real_command(tmp_path: Path) -> None:
    done = in_child("check", write(tmp_path / "a.pdf", b"%PDF-1.4"), tmp_path / "gone.md", "--format", "concise")
    assert done.returncode == 2
    assert len(done.stderr.decode().splitlines()) == 2
    assert b"Traceback" not in done.stderr


def test_a_folder_tells_of_documents_that_nobody_reads(tmp_path: Path) -> None:
    (tmp_path / "resume.md").write_text("# Resume\n\n## Skills\n\nPython\n", encoding="utf-8")
    (tmp_path / "letter.hwp").write_bytes(b"HWP Document File")
    result = careerlint("check", str(tmp_path), "--no-config")
    assert result.code in (0, 1)
    assert any("letter.hwp: " in line and "PDF" in line for line in result.complaints)
