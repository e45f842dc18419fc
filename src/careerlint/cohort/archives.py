"""Archives: the documents in a .zip file, read where they are within bounds, and nothing unpacked to disk."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import IO

from careerlint.cohort.storage import is_address, open_stored, state_of_stored
from careerlint.expression import Expression
from careerlint.readers.limits import Limits, UnreadableError
from careerlint.readers.zip_guard import BROKEN, bounded_content, unpacks_too_far

SUFFIX = ".zip"
_MOST_ENTRIES = 20_000
_LARGEST_DIRECTORY = 8_000_000
_MOST_BYTES = 2_000_000_000
_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_LONGEST_COMMENT = 65_535
_ENCRYPTED, _UTF8 = 0x1, 0x800
_DRIVE = Expression(r"[A-Za-z]:")
"""How a name begins that Windows takes for a drive; elsewhere a colon is a letter like any other."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: `entry` is its name in the archive's directory, `path` that name made readable; `failure` says why it is not read."""

    entry: str
    path: PurePosixPath
    failure: UnreadableError | None = None


def members_of(archive: Path | str, limits: Limits) -> Iterator[Member]:
    """The files of an archive in the order of their paths; raises UnreadableError for an archive that cannot be used as a whole."""
    found = {member.path: member for info in _opened(archive).infolist() if (member := _member_of(info, limits)) is not None}
    total = 0
    for path in sorted(found):
        member = found[path]
        total += _opened(archive).getinfo(member.entry).file_size if member.failure is None else 0
        if total > _MOST_BYTES:
            yield Member(member.entry, path, _too_much())
        else:
            yield member


def member_bytes(archive: Path | str, entry: str, limits: Limits) -> bytes:
    """The content of one file; raises UnreadableError."""
    file = _opened(archive)
    try:
        info = file.getinfo(entry)
    except KeyError:
        raise UnreadableError("missing") from None
    if info.file_size > limits.bytes:
        raise _too_large()
    data = bounded_content(file, info)
    if not data:
        raise UnreadableError("empty")
    return data


def leads_out(path: PurePosixPath) -> bool:
    """Whether the name of an entry leads out of the archive: from the root, by a step up, or to a drive."""
    return path.is_absolute() or ".." in path.parts or not path.parts or _DRIVE.match(path.parts[0]) is not None


def folders_of(path: PurePosixPath) -> tuple[str, ...]:
    """The folders of an entry that name one: steps out of the archive, its root and drives do not."""
    first, *others = path.parts[:-1] or ("",)
    return tuple(part for part in (_DRIVE.sub("", first, 1), *others) if part not in ("", "..", "/", "//"))


def _member_of(info: zipfile.ZipInfo, limits: Limits) -> Member | None:
    """The entry as a file; None for folders and links."""
    if info.is_dir() or stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
        return None
    path = PurePosixPath(_name_of(info).replace("\\", "/"))
    if leads_out(path):
        outside = UnreadableError(
            "broken", "The name of this entry leads out of the archive; it was not read.", "압축 파일 밖을 가리키는 이름이라 읽지 않았습니다."
        )
        return Member(info.filename, path, outside)
    if info.flag_bits & _ENCRYPTED:
        return Member(info.filename, path, UnreadableError("encrypted"))
    if info.file_size > limits.bytes or unpacks_too_far(info):
        return Member(info.filename, path, _too_large())
    return Member(info.filename, path)


def _name_of(info: zipfile.ZipInfo) -> str:
    """The name of an entry; archives without the flag for UTF-8 hold the letters of the system that made them, in Korea CP949."""
    if info.flag_bits & _UTF8:
        return info.filename
    raw = info.orig_filename.encode("cp437", "replace")
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _opened(archive: Path | str) -> zipfile.ZipFile:
    try:
        if is_address(str(archive)):
            return _open_stored(str(archive), state_of_stored(str(archive)))
        status = Path(archive).stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("not-a-file")
        return _open(os.fspath(archive), status.st_mtime_ns, status.st_size)
    except FileNotFoundError:
        raise UnreadableError("missing") from None
    except BROKEN:
        raise UnreadableError("broken") from None


@lru_cache(maxsize=1)
def _open(archive: str, changed: int, size: int) -> zipfile.ZipFile:
    """The archive, open for the next of its documents; another state of the file is another archive."""
    with Path(archive).open("rb") as file:
        _check_directory(file, size)
    return _checked(zipfile.ZipFile(archive))


@lru_cache(maxsize=1)
def _open_stored(archive: str, state: str) -> zipfile.ZipFile:
    """An archive of a storage: only its directory and the entries that are asked for are fetched."""
    file, size = open_stored(archive)
    _check_directory(file, size if size is not None else file.seek(0, os.SEEK_END))
    return _checked(zipfile.ZipFile(file))


def _check_directory(file: IO[bytes], size: int) -> None:
    """Raise UnreadableError for a directory that is missing or endless, before it is read."""
    file.seek(max(size - _END.size - _LONGEST_COMMENT, 0))
    tail = file.read()
    place = tail.rfind(_END_MARK)
    if place < 0:
        raise UnreadableError("broken")
    entries, directory = _END.unpack_from(tail, place)[4:6]
    if entries > _MOST_ENTRIES or directory > _LARGEST_DIRECTORY:
        raise _too_much()


def _checked(opened: zipfile.ZipFile) -> zipfile.ZipFile:
    if len(opened.infolist()) > _MOST_ENTRIES:
        raise _too_much()
    return opened


def _too_much() -> UnreadableError:
    return UnreadableError(
        "too-large",
        f"The archive holds more than {_MOST_ENTRIES} files or {_MOST_BYTES // 1_000_000_000} GB of documents; unpack it, or split it.",
        f"압축 파일에 파일이 {_MOST_ENTRIES}개 또는 문서가 {_MOST_BYTES // 1_000_000_000}GB를 넘습니다. 풀어서 주거나 나누세요.",
    )


def _too_large() -> UnreadableError:
    return UnreadableError(
        "too-large",
        "This file unpacks to far more than a résumé or portfolio holds; it was not read.",
        "압축을 풀면 이력서나 포트폴리오라고 보기 어려울 만큼 커서 읽지 않았습니다.",
    )
