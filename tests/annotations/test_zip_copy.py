"""Copies of zip archives: what is not changed is taken over packed as it is, whatever wrote it."""

from __future__ import annotations

import io
import zipfile

import pytest

from careerlint.annotations.zip_copy import copy_archive


class Pipe(io.RawIOBase):
    """A stream that cannot go back, for which zip writes sizes behind each entry."""

    def __init__(self) -> None:
        self.written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.written += bytes(data)  # type: ignore[call-overload]
        return len(bytes(data))  # type: ignore[call-overload]


def streamed() -> bytes:
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("first.xml", "<a/>" * 500)
        file.writestr("이력/서.xml", "한글")
        file.writestr("empty/", "")
    return bytes(pipe.written)


def contents(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.testzip() is None
        return {info.filename: file.read(info) for info in file.infolist()}


def test_entries_of_a_stream_are_taken_over_with_their_sizes_before_them() -> None:
    source = streamed()
    copy = copy_archive(source, {"new.xml": b"<b/>" * 100})
    assert contents(copy) == {**contents(source), "new.xml": b"<b/>" * 100}
    with zipfile.ZipFile(io.BytesIO(copy)) as file:
        assert [info.flag_bits & 0x8 for info in file.infolist()] == [0, 0, 0, 0]
        assert file.getinfo("new.xml").compress_size < 100


def test_an_entry_is_changed_in_its_place() -> None:
    copy = copy_archive(streamed(), {"이력/서.xml": "다른 글".encode()})
    assert list(contents(copy)) == ["first.xml", "이력/서.xml", "empty/"]
    assert contents(copy)["이력/서.xml"].decode() == "다른 글"


def test_packed_bytes_are_the_same_bytes() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("a.xml", "letters " * 1000, zipfile.ZIP_DEFLATED, compresslevel=1)
        file.writestr("b.xml", "x")
    source = buffer.getvalue()
    copy = copy_archive(source, {"b.xml": b"y"})
    with zipfile.ZipFile(io.BytesIO(source)) as one, zipfile.ZipFile(io.BytesIO(copy)) as other:
        before, after = one.getinfo("a.xml"), other.getinfo("a.xml")
    assert (before.compress_size, before.CRC, before.date_time, before.external_attr) == (after.compress_size, after.CRC, after.date_time, after.external_attr)
    packed = source[before.header_offset + 35 : before.header_offset + 35 + before.compress_size]
    assert copy[after.header_offset + 35 : after.header_offset + 35 + after.compress_size] == packed


def test_what_stands_before_an_archive_is_left_out() -> None:
    source = streamed()
    assert contents(copy_archive(b"#!/bin/sh\n" + source, {"first.xml": b"1"})) == {**contents(source), "first.xml": b"1"}


def test_names_with_backslashes_are_known_by_forward_ones() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        info = zipfile.ZipInfo("word/document.xml")
        info.filename = "word\\document.xml"
        file.writestr(info, "old")
    copy = copy_archive(buffer.getvalue(), {"word/document.xml": b"new"})
    with zipfile.ZipFile(io.BytesIO(copy)) as file:
        assert [(info.orig_filename, file.read(info)) for info in file.infolist()] == [("word\\document.xml", b"new")]


@pytest.mark.parametrize("size", [0, 1, 70_000])
def test_any_size_can_be_put(size: int) -> None:
    assert contents(copy_archive(streamed(), {"first.xml": b"z" * size}))["first.xml"] == b"z" * size
