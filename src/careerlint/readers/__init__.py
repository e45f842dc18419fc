"""From a path to a Document: what a file is, which module reads it, and what is refused before it is opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from careerlint.model.document import Document, Format
from careerlint.readers.encoding import replaced_bytes
from careerlint.readers.formats import FORMATS, SUFFIXES
from careerlint.readers.limits import Limits, UnreadableError
from careerlint.readers.source_map import clean

__all__ = ["Limits", "UnreadableError", "bytes_of", "read", "read_bytes", "read_content", "read_text", "too_large", "unknown_type"]

Reader = Callable[[bytes, str, Limits], Document]

_MEGABYTE = 1_000_000
_PDF, _ZIP, _OLE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# PDF readers accept the header anywhere in the first kilobyte.
_PDF_HEADER_WITHIN = 1024
_HANGUL_SUFFIXES = frozenset({".hwp", ".hwpx", ".show", ".cell"})
_APPLE_PROGRAMS = {".pages": "Pages", ".key": "Keynote"}


def read(path: Path, limits: Limits | None = None) -> Document:
    """Read one file.

    Raises `UnreadableError` for everything that can be wrong with it: it is not there, not a regular file, too large,
    of an unknown type, protected, damaged, without text.
    """
    limits = limits or Limits()
    return read_content(bytes_of(path, limits), path, limits)


def read_content(data: bytes, path: Path, limits: Limits) -> Document:
    """Read what was loaded of a file; raises `UnreadableError`."""
    document = read_bytes(data, str(path), _format(path, data), limits)
    return replace(document, folder=str(path.absolute().parent), digest=sha256(data).hexdigest())


def read_bytes(data: bytes, name: str, format: Format, limits: Limits | None = None) -> Document:
    """Read the content of a file whose format is known; raises `UnreadableError`."""
    limits = limits or Limits()
    if len(data) > limits.bytes:
        raise too_large(limits)
    if FORMATS[format].isolated:
        from careerlint.readers.isolation import read_isolated

        return read_isolated(format, name, data, limits)
    document = reader(format)(data, name, limits)
    replaced = replaced_bytes(data, document.source)
    return replace(document, replaced=replaced) if replaced else document


def read_text(content: str | bytes, name: str = "stdin.md", limits: Limits | None = None) -> Document:
    """Read text that is no file (standard input, an editor's buffer): Markdown, or plain text where `name` ends in .txt.

    Raises `UnreadableError`.
    """
    data = clean(content).encode("utf-8") if isinstance(content, str) else content
    suffix = Path(name).suffix.lower()
    format: Format = "txt" if SUFFIXES.get(suffix) == "txt" else "md"
    if data.startswith((_PDF, _ZIP)):
        format = "pdf" if data.startswith(_PDF) else "docx"
    return read_bytes(data, name, format, limits)


def reader(format: Format) -> Reader:
    """The function that reads a format, imported now."""
    module, name = FORMATS[format].reader.split(":")
    function: Reader = getattr(import_module(module), name)
    return function


def bytes_of(path: Path, limits: Limits) -> bytes:
    """Load a regular file that is not too large; raises `UnreadableError`."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _closed_folder() if stat.S_ISDIR(status.st_mode) and not os.access(path, os.R_OK | os.X_OK) else UnreadableError("not-a-file")
        if status.st_size > limits.bytes:
            raise too_large(limits)
        with path.open("rb") as file:
            # Files below /proc say that they are empty and still have content, so the cap holds for the reading too; to ask for all
            # of it at once takes as much memory.
            data = file.read(status.st_size + 1)
            if len(data) > status.st_size:
                data += file.read(limits.bytes + 1 - len(data))
    except MemoryError:
        raise UnreadableError("memory") from None
    except FileNotFoundError:
        raise UnreadableError("missing") from None
    except (OSError, ValueError) as failure:
        reason = failure.strerror if isinstance(failure, OSError) and failure.strerror else "the name is not valid"
        raise UnreadableError(
            "not-a-file",
            f"The file cannot be opened ({reason}); check the path and the permissions.",
            f"파일을 열 수 없습니다({reason}). 경로와 권한을 확인하세요.",
        ) from None
    if len(data) > limits.bytes:
        raise too_large(limits)
    if not data:
        raise UnreadableError("empty")
    return data


def _closed_folder() -> UnreadableError:
    return UnreadableError(
        "not-a-file",
        "The folder cannot be opened, so what lies in it is not known; check its permissions.",
        "폴더를 열 수 없어 안에 무엇이 있는지 알 수 없습니다. 권한을 확인하세요.",
    )


def too_large(limits: Limits) -> UnreadableError:
    """What is said of a file that is larger than a document may be."""
    size = f"{limits.bytes / 1_000_000:g} MB" if limits.bytes >= _MEGABYTE else f"{limits.bytes:,} bytes"
    return UnreadableError(
        "too-large",
        f"The file is larger than {size}; leave out pictures, split it, or allow more with --max-bytes.",
        f"파일이 {size}보다 큽니다. 그림을 빼거나 나누어 저장하거나 --max-bytes로 더 허용하세요.",
    )


def _format(path: Path, data: bytes) -> Format:
    """The format by name, checked against the first bytes; the content wins between .pdf and .docx."""
    suffix = path.suffix.lower()
    format: Format | None = SUFFIXES.get(suffix)
    if not suffix and path.name.lower().startswith("readme"):
        format = "md"
    if format is None:
        raise unknown_type(suffix)
    is_pdf, is_zip = _PDF in data[:_PDF_HEADER_WITHIN], data.startswith(_ZIP)
    if FORMATS[format].isolated:
        return _binary_format(format, data, is_pdf, is_zip)
    if data.startswith((_PDF, _ZIP, _OLE)):
        raise UnreadableError(
            "broken",
            "The file is not text, although its name says so; give it its true extension (.pdf or .docx).",
            "확장자와 달리 글 파일이 아닙니다. 확장자를 원래대로(.pdf, .docx) 고치세요.",
        )
    return format


def _binary_format(format: Format, data: bytes, is_pdf: bool, is_zip: bool) -> Format:
    if data.startswith(_OLE):
        raise UnreadableError(
            "encrypted",
            "This is a document with a password or an old .doc; save it as .docx without a password.",
            "암호가 걸린 문서이거나 옛 .doc 파일입니다. 암호 없이 .docx로 저장하세요.",
        )
    if is_zip:
        # A renamed .docx is read as what it is; the zip guard refuses archives of another kind.
        return "docx"
    if is_pdf:
        return "pdf"
    raise UnreadableError("broken")


def unknown_type(suffix: str) -> UnreadableError:
    """What is said of a file whose ending is none of a format that is read."""
    if suffix in _HANGUL_SUFFIXES:
        return UnreadableError(
            "unknown-type",
            "Hangul documents cannot be read; in Hangul choose File > Save as PDF, or save as .docx.",
            "한글 문서는 읽을 수 없습니다. 한글에서 [파일 > PDF로 저장하기]로 저장하거나 .docx로 저장하세요.",
        )
    program = _APPLE_PROGRAMS.get(suffix)
    if program:
        return UnreadableError(
            "unknown-type",
            f"{program} documents cannot be read; in {program} choose File > Export To > PDF.",
            f"{program} 문서는 읽을 수 없습니다. {program}에서 [파일 > 다음으로 내보내기 > PDF]로 저장하세요.",
        )
    kind = f"Files of type {suffix} are" if suffix.isprintable() and 1 < len(suffix) <= 12 else "This file type is"
    return UnreadableError(
        "unknown-type",
        f"{kind} not supported; export the document as PDF or DOCX, or give Markdown or text.",
        "지원하지 않는 파일 형식입니다. PDF나 DOCX로 내보내거나 Markdown, 텍스트로 주세요.",
    )
