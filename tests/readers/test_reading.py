"""Which files are read at all, by which reader, and in which encoding."""

from __future__ import annotations

import os
import pickle
import unicodedata
from pathlib import Path
from typing import get_args

import pytest

from careerlint.model.document import TEXT_FORMATS, Format
from careerlint.model.place import SourceRange
from careerlint.readers import UnreadableError, read, read_text
from careerlint.readers.encoding import decode
from careerlint.readers.formats import FORMATS, SUFFIXES
from careerlint.readers.limits import MESSAGES, Limits
from careerlint.readers.source_map import SourceMap

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def refused(path: Path, limits: Limits | None = None) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        read(path, limits)
    assert str(path) not in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.message_ko
    return caught.value


def test_every_format_has_a_row_and_endings_of_its_own() -> None:
    assert set(FORMATS) == set(get_args(Format))
    assert len(SUFFIXES) == sum(len(row.suffixes) for row in FORMATS.values())
    assert {format for format, row in FORMATS.items() if not row.isolated} == set(TEXT_FORMATS)


@pytest.mark.parametrize(("name", "format"), [("a.md", "md"), ("A.MARKDOWN", "md"), ("README", "md"), ("a.txt", "txt")])
def test_the_suffix_decides_between_text_formats(tmp_path: Path, name: str, format: str) -> None:
    path = tmp_path / name
    path.write_text("# 제목\n", "utf-8")
    document = read(path)
    assert document.format == format
    assert document.path == str(path)
    assert document.text == "제목" or format == "txt"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("empty.md", b"", "empty"),
        ("a.hwp", OLE, "unknown-type"),
        ("a.hwpx", b"PK\x03\x04", "unknown-type"),
        ("a.doc", OLE, "unknown-type"),
        ("noname", b"text", "unknown-type"),
        ("locked.docx", OLE, "encrypted"),
        ("fake.pdf", b"hello", "broken"),
        ("fake.docx", b"hello", "broken"),
        ("picture.md", b"%PDF-1.7\n" + bytes(50), "broken"),
        ("zip.txt", b"PK\x03\x04" + bytes(50), "broken"),
        ("noise.txt", bytes(range(256)) * 20, "broken"),
        ("latin.txt", "café déjà-vu \u00ff".encode("latin-1"), "encoding"),
    ],
)
def test_what_is_refused_and_why(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refused(path).kind == kind


def test_a_hangul_document_is_told_how_to_become_readable(tmp_path: Path) -> None:
    path = tmp_path / "이력서.hwp"
    path.write_bytes(OLE)
    error = refused(path)
    assert "PDF" in error.message
    assert "PDF" in error.message_ko


@pytest.mark.parametrize(("name", "program"), [("이력서.pages", "Pages"), ("발표.KEY", "Keynote")])
def test_a_document_of_an_apple_program_is_told_how_to_become_readable(tmp_path: Path, name: str, program: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04")
    error = refused(path)
    assert error.kind == "unknown-type"
    assert f"in {program} choose File > Export To > PDF" in error.message
    assert f"{program}에서 [파일 > 다음으로 내보내기 > PDF]" in error.message_ko


def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.md").kind == "missing"
    folder = tmp_path / "folder.md"
    folder.mkdir()
    assert refused(folder).kind == "not-a-file"
    loop = tmp_path / "loop.md"
    loop.symlink_to(loop)
    assert refused(loop).kind == "not-a-file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    assert refused(pipe).kind == "not-a-file"
    device = tmp_path / "zero.txt"
    device.symlink_to("/dev/zero")
    assert refused(device).kind == "not-a-file"


def test_a_sparse_giant_is_refused_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "giant.txt"
    with path.open("wb") as file:
        file.truncate(10_000_000_000)
    assert refused(path).kind == "too-large"
    path = tmp_path / "small.txt"
    path.write_bytes(b"a" * 101)
    assert refused(path, Limits(bytes=100)).kind == "too-large"


def test_the_error_survives_pickling() -> None:
    for kind, (message, message_ko) in MESSAGES.items():
        error = pickle.loads(pickle.dumps(UnreadableError(kind)))
        assert (error.kind, error.message, error.message_ko) == (kind, message, message_ko)


def test_standard_input_is_markdown_unless_named_otherwise() -> None:
    assert read_text("# 가").text == "가"
    assert read_text("# 가", "x.txt").format == "txt"
    assert read_text("가 \ud800 나").text == "가 \ufffd 나"


@pytest.mark.parametrize(
    ("data", "letters"),
    [
        ("가a".encode(), "가a"),
        (b"\xef\xbb\xbf" + "가a".encode(), "가a"),
        ("가a\n나b\n".encode("utf-16-le"), "가a\n나b\n"),
        ("가a\n나b\n".encode("utf-16-be"), "가a\n나b\n"),
        ("가a".encode("utf-16"), "가a"),
        ("가a".encode("utf-32"), "가a"),
        ("똠방각하 가a".encode("cp949"), "똠방각하 가a"),
        (b"a\x00b\x1b[31m \xef\x82\xb7", "a b [31m •"),
        (b"a\rb\r\nc", "a\nb\r\nc"),
    ],
)
def test_decoding(data: bytes, letters: str) -> None:
    assert decode(data) == letters


def test_an_undecodable_text_names_the_byte() -> None:
    with pytest.raises(UnreadableError) as caught:
        decode("가나다".encode() + b"\xff\xfe\xff")
    assert caught.value.kind == "encoding"
    assert "offset 9" in caught.value.message


def test_letters_that_meet_across_additions_are_composed() -> None:
    letters = SourceMap()
    letters.add_source("cafe", 0)
    letters.add_source("\u0301 ", 6)
    letters.add_source(unicodedata.normalize("NFD", "한글 ok"), 8)
    letters.insert("\n")
    letters.add_source("가", 90)
    letters.add_source("\u11a8다", 93)
    assert letters.text() == "café 한글 ok\n각다"
    origins = {letters.text()[piece.span.start : piece.span.end]: piece.origin for piece in letters.pieces()}
    assert origins["é"] == SourceRange(3, 7)
    assert origins["한"] == SourceRange(8, 11)
    assert origins["각"] == SourceRange(90, 94)
    assert origins["\n"] is None
