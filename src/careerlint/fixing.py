"""Fixing: writes the safe corrections of a report into the text file they belong to, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from careerlint.files import replace_document
from careerlint.model.document import TEXT_FORMATS, Document
from careerlint.model.finding import Report
from careerlint.model.place import SourceRange
from careerlint.model.span import Span
from careerlint.readers.encoding import decode_exactly
from careerlint.readers.source_map import clean


class FixError(Exception):
    """Why a file was left as it is, in both languages."""

    def __init__(self, message: str, message_ko: str) -> None:
        super().__init__(message)
        self.messages = {"en": message, "ko": message_ko}


@dataclass(frozen=True, slots=True)
class Correction:
    """Letters of a document that may safely be replaced."""

    span: Span
    text: str


def corrections(report: Report) -> tuple[Correction, ...]:
    """The safe corrections of a report, ordered by place without overlap; related places with the same letters share one."""
    document = report.document
    found: dict[Span, str] = {}
    for finding in report.findings:
        if finding.fix is not None:
            for span in (finding.span, *finding.related):
                if document.words(span) == document.words(finding.span):
                    found.setdefault(span, finding.fix)
    ordered: list[Correction] = []
    for span, text in sorted(found.items()):
        if not ordered or ordered[-1].span.end <= span.start:
            ordered.append(Correction(span, text))
    return tuple(ordered)


def fix_file(path: Path, report: Report) -> int:
    """Correct the file of a report and return how many corrections were made; raises FixError and then leaves it as it was."""
    wanted = corrections(report)
    if not wanted or report.document.format not in TEXT_FORMATS:
        return 0
    return edit_file(path, report.document, tuple(edits_of(report.document, wanted)))


@dataclass(frozen=True, slots=True)
class Edit:
    """Code points `start` to `end` of the source, and what is to stand in their place."""

    start: int
    end: int
    text: str


def edit_file(path: Path, document: Document, edits: Sequence[Edit]) -> int:
    """Make the edits, ordered by place without overlap, and return how many; raises FixError and then leaves the file as it was."""
    try:
        data = path.read_bytes()
    except OSError as failure:
        raise FixError(f"it cannot be read again ({failure.strerror})", f"다시 읽을 수 없습니다({failure.strerror})") from None
    edited, count = edited_bytes(data, document, edits)
    if count:
        _replace(path, edited)
    return count


def edited_bytes(data: bytes, document: Document, edits: Sequence[Edit]) -> tuple[bytes, int]:
    """The bytes of the file with the edits made, and how many there are; the other bytes are copied."""
    letters, encoding, skipped = decode_exactly(data)
    if clean(letters) != document.source:
        raise FixError("it has changed since it was read; run the command again", "읽은 뒤에 파일이 바뀌었습니다. 다시 실행하세요")
    parts: list[bytes] = []
    done = 0
    count = 0
    for start, end, text in ((edit.start, edit.end, edit.text) for edit in edits):
        first = skipped + len(letters[:start].encode(encoding))
        last = first + len(letters[start:end].encode(encoding))
        if data[first:last].decode(encoding, "replace") != letters[start:end]:
            raise FixError(
                "its encoding cannot be written back unchanged; save it as UTF-8", "그대로 되돌려 쓸 수 없는 인코딩입니다. UTF-8로 저장하세요"
            )
        parts += [data[done:first], text.encode(encoding)]
        done = last
        count += 1
    return b"".join((*parts, data[done:])), count


def edits_of(document: Document, wanted: tuple[Correction, ...]) -> Iterator[Edit]:
    """Corrections as ranges of the source; one whose letters do not stand together there is left out."""
    for correction in wanted:
        found = _source_of(document, correction.span)
        if found is not None and document.source[found.start : found.end] == document.words(correction.span):
            yield Edit(found.start, found.end, correction.text)


def _source_of(document: Document, span: Span) -> SourceRange | None:
    """Where the letters of a span stand in the source, if they stand in one stretch."""
    start = end = -1
    for piece in document.pieces_of(span):
        origin = piece.origin
        if not isinstance(origin, SourceRange) or origin.end - origin.start != len(piece.span):
            return None
        low = origin.start + max(span.start - piece.span.start, 0)
        if start >= 0 and low != end:
            return None
        start = low if start < 0 else start
        end = origin.start + min(span.end, piece.span.end) - piece.span.start
    return SourceRange(start, end) if start >= 0 else None


def _replace(path: Path, data: bytes) -> None:
    """Put the whole new content in place at once, under the permissions of the old one; a link keeps pointing at the file."""
    target = Path(os.path.realpath(path))
    try:
        if not os.access(target, os.W_OK):
            raise FixError("it is read-only; allow writing to it", "읽기 전용 파일입니다. 쓰기를 허용하세요")
        replace_document(target, data, target)
    except OSError as failure:
        raise FixError(f"it cannot be written ({failure.strerror})", f"파일을 쓸 수 없습니다({failure.strerror})") from None
