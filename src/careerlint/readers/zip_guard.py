"""What a zip-based document must keep to before one byte of it is unpacked, and bounded reading of its entries."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import NoReturn

from careerlint.readers.limits import UnreadableError

# Bounds from 463 real files, whose largest had 38 entries, 15.3 MB in all, one part of 12.6 MB and a ratio of 46.
_ENTRIES = 2_000
_TOTAL = 128_000_000
_ENTRY = 32_000_000
_RATIO = 200
_RATIO_FROM = 1_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENCRYPTED_FLAG = 0x1
_LOCAL_HEADER = 30
BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What reading an archive of a stranger raises where it is damaged."""


@dataclass(frozen=True)
class Archive:
    """A checked archive; names have forward slashes, whatever the program that wrote it used."""

    _file: zipfile.ZipFile
    _entries: dict[str, zipfile.ZipInfo]

    @property
    def names(self) -> tuple[str, ...]:
        """The entries in the order of the directory, folders left out."""
        return tuple(self._entries)

    def entry_name(self, name: str) -> str | None:
        """The entry's name as the archive itself writes it; None where there is none."""
        entry = self._entries.get(name)
        return entry.orig_filename if entry else None

    def read(self, name: str) -> bytes | None:
        """The content of an entry, None where there is none; raises `UnreadableError` (too-large, broken)."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        if entry.file_size > _ENTRY:
            _refuse_size()
        return bounded_content(self._file, entry)


def bounded_content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The content of an entry whose stated size was accepted; raises `UnreadableError` (broken) where it holds more or cannot be unpacked."""
    try:
        with archive.open(entry) as content:
            # The size in the directory may lie, so the reading has its own bound.
            data = content.read(entry.file_size + 1)
    except BROKEN:
        raise UnreadableError("broken") from None
    if len(data) > entry.file_size:
        raise UnreadableError("broken")
    return data


def open_archive(data: bytes) -> Archive:
    """Check a zip file as a whole.

    Raises `UnreadableError`: `encrypted` (a password, an old binary document), `too-large` (too many entries, too much
    content, packed too tightly) or `broken` (no archive, entries that share a name or overlap, odd methods).
    """
    if data.startswith(_OLE):
        raise UnreadableError(
            "encrypted",
            "This is a document with a password or an old .doc; save it as .docx without a password.",
            "암호가 걸린 문서이거나 옛 .doc 파일입니다. 암호 없이 .docx로 저장하세요.",
        )
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN:
        raise UnreadableError("broken") from None
    infos = file.infolist()
    if len(infos) > _ENTRIES or sum(info.file_size for info in infos) > _TOTAL:
        _refuse_size()
    entries: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.orig_filename.replace("\\", "/").lstrip("/")
        if name.endswith("/"):
            continue
        if name in entries or info.compress_type not in _METHODS:
            raise UnreadableError("broken")
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise UnreadableError("encrypted")
        if unpacks_too_far(info):
            _refuse_size()
        entries[name] = info
    if _overlap(infos):
        raise UnreadableError("broken")
    return Archive(file, entries)


def unpacks_too_far(info: zipfile.ZipInfo) -> bool:
    """Whether an entry would unpack to far more than it holds."""
    return info.file_size > _RATIO_FROM and info.file_size > _RATIO * max(info.compress_size, 1)


def _overlap(infos: list[zipfile.ZipInfo]) -> bool:
    """Whether two entries share bytes, as in archives that unpack to far more than they hold."""
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            return True
        end = info.header_offset + _LOCAL_HEADER + info.compress_size
    return False


def _refuse_size() -> NoReturn:
    raise UnreadableError(
        "too-large",
        "The document unpacks to far more than a résumé or portfolio holds; leave out pictures or save it anew.",
        "압축을 풀면 이력서나 포트폴리오라고 보기 어려울 만큼 큽니다. 그림을 빼거나 다시 저장하세요.",
    )
