"""From bytes to letters: which encoding a text file has, decided by strict decoding and never by guessing."""

from __future__ import annotations

import codecs

from careerlint.readers.limits import UnreadableError
from careerlint.readers.source_map import clean

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PROBE = 4096


def decode(data: bytes) -> str:
    """The letters of a text file: byte order mark removed, line ends as they are, unclean letters replaced one to one.

    Raises `UnreadableError`: "encoding" with the byte offset where no known encoding fits, "broken" for binary content.
    """
    return clean(decode_exactly(data)[0])


def decode_exactly(data: bytes) -> tuple[str, str, int]:
    """The letters as they stand in the file, their encoding, and the length of the byte order mark; raises like `decode`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, len(mark)), encoding, len(mark)
    without_mark = _wide_without_mark(data)
    if without_mark:
        return _strict(data, without_mark, 0), without_mark, 0
    if _is_binary(data):
        raise UnreadableError(
            "broken",
            "The file holds binary data, not text; export the document again or give it its true extension.",
            "글이 아니라 이진 데이터입니다. 문서를 다시 내보내거나 확장자를 바로잡으세요.",
        )
    try:
        return data.decode("utf-8"), "utf-8", 0
    except UnicodeDecodeError as failure:
        offset = failure.start
    try:
        return data.decode("cp949"), "cp949", 0
    except UnicodeDecodeError:
        raise _wrong_encoding(offset) from None


def replaced_bytes(data: bytes, source: str) -> tuple[tuple[int, int], ...]:
    """Where `decode` replaced a letter by one of another length in UTF-8: its offset in the source, and how many bytes more it took."""
    letters = decode_exactly(data)[0]
    if letters == source:
        return ()
    pairs = ((offset, _size(old) - _size(new)) for offset, (old, new) in enumerate(zip(letters, source, strict=True)) if old != new)
    return tuple((offset, more) for offset, more in pairs if more)


def _size(letter: str) -> int:
    return len(letter.encode("utf-8", "surrogatepass"))


def _strict(data: bytes, encoding: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as failure:
        raise _wrong_encoding(failure.start + skipped) from None


def _wrong_encoding(offset: int) -> UnreadableError:
    return UnreadableError(
        "encoding",
        f"The text is neither UTF-8, UTF-16 nor CP949 (first wrong byte at offset {offset}); save it as UTF-8.",
        f"UTF-8, UTF-16, CP949 어느 것으로도 읽을 수 없습니다({offset}번째 바이트). UTF-8로 저장하세요.",
    )


def _wide_without_mark(data: bytes) -> str:
    """UTF-16 without a mark shows as NUL in every other byte wherever the text has ASCII letters or spaces."""
    probe = data[:_PROBE]
    if len(probe) < 4 or len(data) % 2 or b"\0" not in probe:
        return ""
    even, odd = probe[::2].count(0), probe[1::2].count(0)
    wanted = max(2, len(probe) // 20)
    # U+AC00, a frequent syllable, holds a NUL in the other byte.
    if odd >= wanted and odd > 3 * even:
        return "utf-16-le"
    if even >= wanted and even > 3 * odd:
        return "utf-16-be"
    return ""


def _is_binary(data: bytes) -> bool:
    """A file with many control bytes is no text; a stray NUL in a text is."""
    probe = data[:_PROBE]
    controls = sum(probe.count(byte) for byte in (*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
    return controls * 50 > len(probe) and controls > 4
