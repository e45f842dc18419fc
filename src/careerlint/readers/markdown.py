"""The reader for Markdown: its text, its blocks, and where a page holds none."""

from __future__ import annotations

from dataclasses import replace

from careerlint.model.document import Document
from careerlint.model.place import SourceRange
from careerlint.readers.encoding import decode
from careerlint.readers.limits import Limits, UnreadableError
from careerlint.readers.markdown_fences import without_fence_around
from careerlint.readers.markdown_lenient import is_unmarked
from careerlint.readers.markdown_walk import Walk
from careerlint.readers.plain import plain_document


def read_markdown(data: bytes, path: str, limits: Limits) -> Document:
    """Read Markdown; raises `UnreadableError` for undecodable, too long or blank text, and where a comment hides all of it."""
    source = decode(data)
    if len(source) > limits.characters:
        raise UnreadableError("too-large")
    if not source.strip():
        raise UnreadableError("empty")
    if is_unmarked(source):
        return replace(plain_document(source, path), format="md")
    if fenced := without_fence_around(source):
        return replace(plain_document(fenced, path), format="md", source=source)
    document = Walk(source).document(path)
    if not document.text.strip() and (line := _open_comment(document)):
        raise UnreadableError(
            "no-text",
            f"The comment that opens in line {line} is never closed, so a reader sees an empty page; close it with -->.",
            f"{line}행에서 연 주석이 닫히지 않아 읽는 사람에게는 빈 화면만 보입니다. -->로 닫으세요.",
        )
    return document


def _open_comment(document: Document) -> int:
    """The line of a comment that does not end, 0 without one: HTML keeps it open to the end of the page, and so do sites that show Markdown."""
    for origin, _ in document.comments:
        if isinstance(origin, SourceRange):
            comment = document.source[origin.start : origin.end]
            if comment.startswith("<!--") and not comment.rstrip().endswith("-->"):
                return document.source.count("\n", 0, origin.start) + 1
    return 0
