"""Places: where a stretch of the text stands in the file it comes from, as a reader notes it and as people are told."""

from __future__ import annotations

from dataclasses import dataclass

from careerlint.model.page_lines import Box
from careerlint.model.span import Span


@dataclass(frozen=True, slots=True)
class SourceRange:
    """Code points `start` to `end` (exclusive) of the decoded source of a text format (BOM removed, line ends as they are)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RunRange:
    """Characters `start` to `end` (exclusive) of one run of a .docx part.

    `part` is the zip entry ("word/document.xml"), `paragraph` counts every `w:p` of the part in document
    order from 0 (nested ones too), `run` every `w:r` inside that paragraph (not inside nested paragraphs) from 0;
    characters count the letters of the run's `w:t`, with one for each tab, break and no-break hyphen.
    """

    part: str
    paragraph: int
    run: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PageRange:
    """Letters on one page of a PDF: `page` from 1; one box for each character of the piece."""

    page: int
    boxes: tuple[Box, ...]


Origin = SourceRange | RunRange | PageRange


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that comes from one place.

    `origin` is None for what the reader put in itself (line ends between blocks, spaces that a PDF only implies).
    Where the origin counts as many characters as the span, they correspond one to one; where it does not
    (`&amp;`, decomposed Hangul) the piece is one unit and is reported whole.
    """

    span: Span
    origin: Origin | None


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """A range of the source of a text format; lines and columns from 1, in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A range on one page of a PDF; one box for each line of it."""

    page: int
    boxes: tuple[Box, ...]


Place = SourcePlace | RunRange | PagePlace
