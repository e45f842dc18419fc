"""No file can stop, fill or kill the program: misbehaving readers and hostile documents."""

from __future__ import annotations

import io
import os
import pickle
import struct
import subprocess
import sys
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from docx_samples import HEAD, NAMESPACES, cell, docx, header, item, package, paragraph, parts_of, run, styled, table

from careerlint.model.document import Document
from careerlint.readers import isolation
from careerlint.readers.channel import receive, send
from careerlint.readers.docx import read_docx
from careerlint.readers.isolation import call_isolated, read_isolated, stop_workers, work_isolated
from careerlint.readers.limits import Limits, UnreadableError


@pytest.fixture(autouse=True)
def _workers_find_misbehaving_readers(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    stop_workers()
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    yield
    stop_workers()


def call(name: str, limits: Limits | None = None) -> Document:
    return call_isolated(f"misbehaving:{name}", "a.pdf", b"data", limits or Limits())


def test_a_document_comes_back_equal_and_the_worker_stays() -> None:
    first, second = call("well"), call("well")
    assert first == second
    assert first.text.isdigit()
    assert first.pages == 1
    assert len(first.places(first.blocks[0].span)) == 1


def test_plain_data_goes_in_and_comes_back() -> None:
    made = work_isolated("misbehaving:count", "a.pdf", b"data", Limits(), ((1, "둘"), (2.5,)), True)
    assert made == ("a.pdf", 4, ((1, "둘"), (2.5,)), True)
    assert call("well").text


@pytest.mark.parametrize(
    ("name", "kind"), [("abort", "broken"), ("fill", "memory"), ("recurse", "broken"), ("exit_quietly", "broken")]
)
def test_what_goes_wrong_is_one_error_and_the_next_read_is_fine(name: str, kind: str) -> None:
    before = call("well").text
    with pytest.raises(UnreadableError) as caught:
        call(name, Limits(memory=600_000_000))
    assert caught.value.kind == kind
    assert caught.value.message and caught.value.message_ko
    after = call("well").text
    assert (after == before) == (name == "recurse")


def test_a_hanging_reader_is_killed_in_time() -> None:
    with pytest.raises(UnreadableError) as caught:
        call("hang", Limits(seconds=0.5))
    assert caught.value.kind == "timeout"
    assert call("well").text


def test_a_readers_own_error_keeps_its_words_and_the_worker() -> None:
    before = call("well").text
    with pytest.raises(UnreadableError) as caught:
        call("refuse")
    assert (caught.value.kind, caught.value.message, caught.value.message_ko) == ("encrypted", "English words", "한국어 말")
    assert call("well").text == before


@pytest.mark.parametrize("name", ["fail_to_import", "end_in_python"])
def test_what_the_machine_lacks_is_no_fault_of_the_file(name: str) -> None:
    with pytest.raises(UnreadableError, match="no fault of the file") as caught:
        call(name)
    assert caught.value.kind == "crashed"
    assert call("well").text


def test_a_library_that_cannot_be_loaded_is_no_fault_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "unloadable.py").write_text("raise OSError('libpdfium.so: cannot open shared object file')\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(UnreadableError, match=r"cannot be loaded \(OSError: libpdfium.so: cannot open shared object file\)") as caught:
        call_isolated("unloadable:read", "a.pdf", b"data", Limits())
    assert caught.value.kind == "crashed"


@pytest.mark.parametrize("refused", ["subprocess.Popen", "threading.Thread.start"])
def test_a_machine_that_starts_no_more_is_one_error(monkeypatch: pytest.MonkeyPatch, refused: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable") if "Popen" in refused else RuntimeError("can't start new thread")

    with monkeypatch.context() as context:
        context.setattr(refused, refuse)
        with pytest.raises(UnreadableError, match="no fault of the file") as caught:
            call("well")
    assert caught.value.kind == "crashed"
    assert call("well").text


def test_noise_does_not_reach_the_channel() -> None:
    assert call("noise").text.isdigit()
    assert call("well").text.isdigit()


def test_threads_get_a_worker_each() -> None:
    with ThreadPoolExecutor(3) as pool:
        texts = [document.text for document in pool.map(lambda _: call("well"), range(12))]
    assert all(text.isdigit() for text in texts)
    assert len(isolation._idle) <= 3


def test_a_worker_ends_with_its_parent() -> None:
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "careerlint.readers.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=isolation._environment(),
    )
    process.communicate(timeout=10)
    assert process.returncode == 0


def test_a_worker_starts_without_the_language_libraries() -> None:
    code = "import sys, careerlint.readers.worker; print(sorted({'spacy', 'kiwipiepy', 'docx', 'yaml'} & set(sys.modules)))"
    output = subprocess.run([sys.executable, "-P", "-c", code], env=isolation._environment(), capture_output=True, check=True)
    assert output.stdout.strip() == b"[]"


def _lying_size() -> bytes:
    data = bytearray(docx(paragraph("x" * 5000)))
    name = b"word/document.xml"
    directory = data.rindex(name) - 46
    struct.pack_into("<I", data, directory + 24, 10)
    return bytes(data)


def _duplicates() -> bytes:
    parts = parts_of(paragraph("one"))
    return package({**parts, "word\\document.xml": parts["word/document.xml"]})


def _encrypted_entry() -> bytes:
    data = bytearray(docx(paragraph("secret")))
    directory = data.rindex(b"word/document.xml") - 46
    data[directory + 8] |= 1
    return bytes(data)


def _odd_method() -> bytes:
    data = bytearray(docx(paragraph("odd")))
    directory = data.rindex(b"word/document.xml") - 46
    struct.pack_into("<H", data, directory + 10, zipfile.ZIP_LZMA)
    return bytes(data)


def _doctype(inside: str) -> bytes:
    body = f"<w:body>{paragraph('<w:r><w:t>&x;</w:t></w:r>')}</w:body>"
    return package(
        parts_of("") | {"word/document.xml": f"{HEAD}<!DOCTYPE w:document {inside}><w:document {NAMESPACES}>{body}</w:document>"}
    )


def _laughs() -> str:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{index} "{f"&a{index - 1};" * 10}">' for index in range(1, 12))
    return f'[{entities}<!ENTITY x "&a11;">]'


def _nested(open_tag: str, close_tag: str, depth: int) -> str:
    return open_tag * depth + paragraph("deep") + close_tag * depth


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "encrypted OLE": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "encrypted"),
    "encrypted entry": (_encrypted_entry, "encrypted"),
    "not a zip": (lambda: b"PK\x03\x04 nothing", "broken"),
    "truncated": (lambda: docx(paragraph("half"))[:700], "broken"),
    "no body": (lambda: package({"word/document.xml": f"{HEAD}<w:document {NAMESPACES}/>"}), "broken"),
    "malformed": (lambda: docx("<w:p>"), "broken"),
    "zip bomb": (lambda: package(parts_of(paragraph("a" * 30_000_000))), "too-large"),
    "large picture": (lambda: package(parts_of(paragraph("a")) | {"word/media/a.png": bytes(40_000_000)}), "too-large"),
    "many entries": (lambda: package(parts_of(paragraph("a")) | {f"x{index}": "" for index in range(3000)}), "too-large"),
    "lying size": (_lying_size, "broken"),
    "duplicates": (_duplicates, "broken"),
    "odd method": (_odd_method, "broken"),
    "external entity": (lambda: _doctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]'), "broken"),
    "external type": (lambda: _doctype('SYSTEM "http://localhost/x.dtd"'), "broken"),
    "billion laughs": (lambda: _doctype(_laughs()), "broken"),
    "deep content controls": (lambda: docx(_nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 120)), "broken"),
    "deeper than XML may be": (lambda: docx(_nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 5000)), "broken"),
    "entity in styles": (
        lambda: package(parts_of(paragraph("a")) | {"word/styles.xml": f'{HEAD}<!DOCTYPE s [<!ENTITY x "y">]><w:styles {NAMESPACES}/>'}),
        "broken",
    ),
    "empty": (lambda: docx("<w:p/>"), "empty"),
}

READ: dict[str, tuple[Callable[[], bytes], str]] = {
    "wide span": (lambda: docx(table((cell("넓다", '<w:gridSpan w:val="100000000"/>'), "b"))), "넓다\tb"),
    "huge numbers": (
        lambda: docx(paragraph(run("big", f'<w:sz w:val="{"9" * 5000}"/>'), f'<w:outlineLvl w:val="-5"/><w:ind w:left="{"8" * 30}"/>')),
        "big",
    ),
    "style loop": (lambda: docx(styled("loop", "loop") + styled("self", "self")), "loop\n\nself"),
    "level out of range": (lambda: docx(item("deep", 2, 99999) + item("no list", 77)), "deep\n\nno list"),
    "dangling header": (lambda: docx(paragraph("a") + '<w:sectPr><w:headerReference r:id="nowhere"/></w:sectPr>'), "a"),
    "missing styles": (
        lambda: package({name: part for name, part in parts_of(styled("a", "1")).items() if "styles" not in name}),
        "a",
    ),
    "header is the document": (
        lambda: package(
            parts_of(paragraph("a") + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>', header1=header(paragraph("b")))
        ),
        "a\n\nb",
    ),
    "unclosed field": (
        lambda: docx(paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("a"))),
        "a",
    ),
    "20 tables deep": (lambda: docx("<w:tbl><w:tr><w:tc>" * 20 + paragraph("deep") + "<w:p/></w:tc></w:tr></w:tbl>" * 20), "deep"),
    "many runs": (lambda: docx(paragraph("".join(run(f"{index} ") for index in range(20_000)))), "0 1 2"),
    "many cells": (lambda: docx(table(*[tuple(f"{row}-{column}" for column in range(10)) for row in range(400)])), "0-0\t0-1"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_files_are_refused_with_one_error(name: str) -> None:
    build, kind = REFUSED[name]
    with pytest.raises(UnreadableError) as caught:
        read_isolated("docx", "hostile.docx", build(), Limits())
    assert caught.value.kind == kind
    assert "\n" not in caught.value.message


def test_a_real_document_travels_unchanged() -> None:
    data = docx(styled("경력", "1") + paragraph(unicodedata.normalize("NFD", "서버 응답")) + table(("a", "b")) + item("list"))
    assert read_isolated("docx", "a.docx", data, Limits()) == read_docx(data, "a.docx", Limits())


@pytest.mark.parametrize(
    "content",
    [
        struct.pack(">Q", 2**63),
        struct.pack(">Q", 10**13),
        *(struct.pack(">Q", len(each)) + each for each in (b"ccareerlint.model.span\nSpan\n(S'a'\ntR.", b"no pickle", b"(", pickle.dumps(Path()))),
    ],
)
def test_what_a_reader_that_was_taken_over_says_is_one_error(content: bytes) -> None:
    with pytest.raises(pickle.UnpicklingError):
        receive(io.BytesIO(content))


def test_messages_hold_only_our_own_types() -> None:
    channel = io.BytesIO()
    send(channel, os.system)
    channel.seek(0)
    with pytest.raises(pickle.UnpicklingError):
        receive(channel)


@pytest.mark.parametrize("name", READ)
def test_odd_files_are_read(name: str) -> None:
    build, text = READ[name]
    document = read_isolated("docx", "odd.docx", build(), Limits())
    assert document.text.startswith(text)
