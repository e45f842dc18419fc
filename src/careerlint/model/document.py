"""A document as a reader returns it: one text, its blocks, and where each character stands in the original."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import Literal

from careerlint.expression import Expression
from careerlint.model.letters import on_one_line
from careerlint.model.line_bound import bound_of
from careerlint.model.line_index import LineIndex
from careerlint.model.literals import parts_of
from careerlint.model.page_lines import Box, lines_of, turn_of
from careerlint.model.place import (
    Origin,
    PagePlace,
    PageRange,
    Piece,
    Place,
    RunRange,
    SourcePlace,
    SourceRange,
)
from careerlint.model.span import Span
from careerlint.model.text_lines import TextLines

_LINE_END = Expression(r"\r\n|\n|\r")

Format = Literal["md", "txt", "docx", "pdf"]
TEXT_FORMATS: tuple[Format, ...] = ("md", "txt")
"""Formats that can be corrected in place: what stands around a correction stays as it is, byte by byte."""

BlockKind = Literal[
    "heading", "paragraph", "list", "item", "table", "row", "cell", "code", "quote", "caption", "header", "footer", "note"
]
"""`list` holds items, `item` paragraphs and lists, `table` rows, `row` cells, `cell` and `quote` any block.

`code` is a fence, an indented code block or a file tree; `caption` the alternative text or title of a picture;
`header` and `footer` running page furniture; `note` a footnote. The others hold text themselves.
"""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the text with a layout of its own; children lie inside it, in reading order, without overlap.

    `level` is the level of a heading (1 is the highest; 0 where the format has no levels and only the look
    says heading) and the depth of an item (1 is outermost). `bold` says that the whole block is bold, `size` is
    its commonest font size in points where known, `marker` the bullet or number of an item as written.
    `head` marks a table's header row. `page` counts from 1, for PDF only. `info` is the language of a code fence.
    `gap` is the white space above it, in lines of its own height (PDF) or blank lines (text), where known.
    """

    kind: BlockKind
    span: Span
    children: tuple[Block, ...] = ()
    level: int = 0
    bold: bool = False
    size: float | None = None
    marker: str = ""
    head: bool = False
    page: int | None = None
    info: str = ""
    gap: float | None = None

    @property
    def own(self) -> Span:
        """The text of an item without its lists and later paragraphs; all of a block that holds no others."""
        if not self.children:
            return self.span
        first = self.children[0]
        return first.span if first.kind == "paragraph" else Span(self.span.start, max(self.span.start, first.span.start))

    def walk(self) -> Iterator[Block]:
        """This block and everything in it, in reading order, parents first."""
        yield self
        for child in self.children:
            yield from child.walk()


MarkKind = Literal["code", "link", "image", "strong", "emphasis", "struck", "hidden", "math"]


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline stretch with a meaning of its own; `target` is the address of a link or picture, as written.

    An `image` mark may be empty (start equals end): the picture stands there, its alternative text is not read as prose.
    `source` is where such a picture stands in the source of a text format: no piece of the text leads there.
    """

    kind: MarkKind
    span: Span
    target: str = ""
    source: SourceRange | None = None


@dataclass(frozen=True)
class Document:
    """One file: `text` is NFC with `\\n` line ends and no markup, `pieces` cover it without gap or overlap.

    `blocks` are the top-level blocks in reading order; between two blocks with text stands at least one `\\n`, so a
    block's text never runs into the next. `marks` are ordered by start. `comments` are hidden remarks of the source
    (HTML comments, remarks to careerlint in .txt and in comments of Word) with their place in the source; they are no text. `pages` is None where the format has none, `picture_pages` are those
    that a picture fills and no letter stands on.
    `source` is the decoded source of a text format, else empty. `folder` is the folder of the file, absolute; empty where the
    text is no file (standard input). `replaced` are offsets of letters of the source that the reader put in place of unclean ones,
    with the bytes of UTF-8 that the file has more there; only where the number differs. `digest` is the SHA-256 of the file's bytes, in
    hexadecimal digits: who opens the file again knows by it whether that is still the same; empty where the text is no file.
    `plain` says that its lines stand as the writer set them, whatever the format's name: a README without any Markdown is such a page too.
    `folds` are the stretches that a page unfolds when its reader asks (`<details>`), those that end first before those around them.
    """

    path: str
    format: Format
    text: str
    pieces: tuple[Piece, ...]
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    comments: tuple[tuple[Origin, str], ...] = ()
    pages: int | None = None
    source: str = field(default="", repr=False)
    folder: str = ""
    picture_pages: tuple[int, ...] = ()
    replaced: tuple[tuple[int, int], ...] = ()
    digest: str = ""
    plain: bool = False
    folds: tuple[Span, ...] = ()

    def walk(self) -> Iterator[Block]:
        """Every block, in reading order, parents first."""
        return iter(self._all_blocks)

    @cached_property
    def _all_blocks(self) -> tuple[Block, ...]:
        return tuple(inner for block in self.blocks for inner in block.walk())

    def marks_from(self, span: Span) -> Iterator[Mark]:
        """The marks that begin in the span, or where it ends, in order."""
        first = bisect_left(self.marks, span.start, key=lambda mark: mark.span.start)
        return takewhile(lambda mark: mark.span.start <= span.end, (self.marks[place] for place in range(first, len(self.marks))))

    def words(self, span: Span) -> str:
        """The text of the span."""
        return self.text[span.start : span.end]

    def first_row(self, span: Span) -> Span:
        """The first row of a stretch, as it is written."""
        end = self.text.find("\n", span.start, span.end)
        return Span(span.start, end) if end >= 0 else span

    def line(self, span: Span) -> str:
        """The text of the span as it is compared: on one line and in half width, letter for letter."""
        return on_one_line(self.text[span.start : span.end])

    def may_hold(self, pattern: Expression) -> bool:
        """Whether the pattern can match somewhere in the text or a line of it: most ask for words that most documents don't hold."""
        return self.may_match(pattern.pattern)

    def match(self, pattern: Expression) -> re.Match[str] | None:
        """The first match of a pattern in the text."""
        return next(self.matches(pattern), None)

    def matches(self, pattern: Expression) -> Iterator[re.Match[str]]:
        """The matches of a pattern in the text, from left to right."""
        for start, end in self.stretches(pattern.pattern, pattern.flags) if self.may_hold(pattern) else ():
            yield from pattern.finditer(self.text, start, end)

    def may_match(self, expression: str) -> bool:
        """Whether a regular expression can match, any blank of it standing for several."""
        return 0 in self._index.may_match(expression)

    def stretches(self, expression: str, flags: int) -> Iterator[tuple[int, int]]:
        """Where the matches of a regular expression with these flags stand, any blank of it standing for several: near the lines that can hold its words, anywhere or nowhere."""
        bound = bound_of(expression, flags)
        if bound.together:
            yield from self._lines.stretches(expression, bound.reach)
        elif self.may_match(expression):
            yield 0, len(self.text)

    @cached_property
    def _lines(self) -> TextLines:
        return TextLines(self.text, self.parts)

    @cached_property
    def _index(self) -> LineIndex:
        return LineIndex((self.text,), self.parts)

    @cached_property
    def parts(self) -> frozenset[str]:
        """What literals are looked for in, before the text itself is searched; see `literals.py`."""
        return parts_of(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.span.start for piece in self.pieces]

    @cached_property
    def _source_lines(self) -> list[int]:
        return line_starts(self.source)

    @cached_property
    def _text_lines(self) -> list[int]:
        return line_starts(self.text)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column (from 1, code points) of a text offset: of the source for text formats, else of the text."""
        if self.source:
            for piece in self._pieces_from(offset):
                if isinstance(piece.origin, SourceRange):
                    inside = offset - piece.span.start if _is_exact(piece) else 0
                    return _line_column(self._source_lines, piece.origin.start + max(inside, 0))
            return _line_column(self._source_lines, len(self.source))
        return _line_column(self._text_lines, offset)

    def end_line_column(self, offset: int) -> tuple[int, int]:
        """Like `line_column` for the exclusive end of a span: the place after its last character."""
        if self.source and offset > 0:
            piece = self.pieces[bisect_right(self._starts, offset - 1) - 1]
            if isinstance(piece.origin, SourceRange):
                end = piece.origin.start + (offset - piece.span.start) if _is_exact(piece) else piece.origin.end
                return _line_column(self._source_lines, end)
        return self.line_column(offset)

    def lines_of(self, place: SourceRange) -> tuple[tuple[int, int], tuple[int, int]]:
        """Line and column (from 1, code points) of the start and the exclusive end of a stretch of the source."""
        return _line_column(self._source_lines, place.start), _line_column(self._source_lines, place.end)

    def byte_column(self, line: int, column: int) -> int:
        """The column (from 1, code points) of a line of the source (from 1) in bytes of UTF-8, from 1, as the file holds it."""
        start = self._source_lines[line - 1]
        end = start + column - 1
        replaced = sum(more for offset, more in self.replaced if start <= offset < end)
        return len(self.source[start:end].encode("utf-8", "surrogatepass")) + replaced + 1

    def places(self, span: Span) -> tuple[Place, ...]:
        """Where the letters of the span stand in the original, in reading order, neighbours joined."""
        found: list[Place] = []
        for piece in self._pieces_from(span.start):
            if piece.span.start >= span.end:
                break
            start, end = max(piece.span.start, span.start), min(piece.span.end, span.end)
            if piece.origin is None or start >= end:
                continue
            if _is_exact(piece):
                low, high = start - piece.span.start, end - piece.span.start
            else:
                low, high = 0, _origin_length(piece.origin)
            self._append_place(found, self._place(piece.origin, low, high))
        return tuple(found)

    def pieces_of(self, span: Span) -> Iterator[Piece]:
        """The pieces that hold letters of the span, in order."""
        for piece in self._pieces_from(span.start):
            if piece.span.start >= span.end:
                return
            if piece.span.overlaps(span):
                yield piece

    def _pieces_from(self, offset: int) -> Iterator[Piece]:
        index = max(bisect_right(self._starts, offset) - 1, 0)
        for position in range(index, len(self.pieces)):
            yield self.pieces[position]

    def _place(self, origin: Origin, low: int, high: int) -> Place:
        if isinstance(origin, SourceRange):
            line, column = _line_column(self._source_lines, origin.start + low)
            end_line, end_column = _line_column(self._source_lines, origin.start + high)
            return SourcePlace(line, column, end_line, end_column)
        if isinstance(origin, RunRange):
            return RunRange(origin.part, origin.paragraph, origin.run, origin.start + low, origin.start + high)
        return PagePlace(origin.page, lines_of(origin.boxes[low:high], self.turn(origin.page)))

    def turn(self, page: int) -> int:
        """By how many quarters to the left the text of a page (from 1) of a PDF is turned in the page's own space."""
        return self._turns.get(page, 0)

    @cached_property
    def _turns(self) -> dict[int, int]:
        runs: dict[int, list[tuple[Box, ...]]] = {}
        for piece in self.pieces:
            if isinstance(piece.origin, PageRange):
                runs.setdefault(piece.origin.page, []).append(piece.origin.boxes)
        return {page: turn_of(found) for page, found in runs.items()}

    def _append_place(self, found: list[Place], place: Place) -> None:
        last = found[-1] if found else None
        if isinstance(last, SourcePlace) and isinstance(place, SourcePlace):
            if (last.end_line, last.end_column) == (place.line, place.column):
                found[-1] = SourcePlace(last.line, last.column, place.end_line, place.end_column)
                return
        elif isinstance(last, RunRange) and isinstance(place, RunRange):
            if (last.part, last.paragraph, last.run, last.end) == (place.part, place.paragraph, place.run, place.start):
                found[-1] = RunRange(last.part, last.paragraph, last.run, last.start, place.end)
                return
        elif isinstance(last, PagePlace) and isinstance(place, PagePlace) and last.page == place.page:
            found[-1] = PagePlace(last.page, lines_of(last.boxes + place.boxes, self.turn(place.page)))
            return
        found.append(place)


def line_starts(text: str) -> list[int]:
    """Offsets at which the lines of `text` start; `\\n`, `\\r\\n` and `\\r` end a line."""
    return [0, *(found.end() for found in _LINE_END.finditer(text))]


def _line_column(starts: list[int], offset: int) -> tuple[int, int]:
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def _origin_length(origin: Origin) -> int:
    if isinstance(origin, PageRange):
        return len(origin.boxes)
    return origin.end - origin.start


def _is_exact(piece: Piece) -> bool:
    return piece.origin is not None and _origin_length(piece.origin) == len(piece.span)
