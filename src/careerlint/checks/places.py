"""Places: which statement stands at a span, and where the span stands in the source of a text format."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from careerlint.expression import Expression
from careerlint.model.document import Block, Document, Mark
from careerlint.model.evidence import Evidence
from careerlint.model.place import SourceRange
from careerlint.model.span import Span

_WORD = Expression(r"[^\W_](?:\S*\w)?")


def statement_at(evidence: Evidence, span: Span) -> int | None:
    """The index of the first statement that shares a character with the span."""
    statements = evidence.outline.statements
    index = bisect_right(statements, span.start, key=lambda statement: statement.span.start)
    for candidate in range(max(index - 1, 0), min(index + 1, len(statements))):
        if statements[candidate].span.overlaps(span):
            return candidate
    return None


def blocks_around(document: Document, span: Span) -> Iterator[Block]:
    """The blocks that hold a span, the outermost first: those side by side stand in order and do not overlap."""
    blocks = document.blocks
    while (place := bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1) >= 0 and blocks[place].span.contains(span):
        yield blocks[place]
        blocks = blocks[place].children


def source_range(document: Document, span: Span) -> SourceRange | None:
    """The stretch of the source from the first to the last letter of the span."""
    pieces = document.pieces
    found: list[SourceRange] = []
    for index in range(max(bisect_right(pieces, span.start, key=lambda piece: piece.span.start) - 1, 0), len(pieces)):
        piece = pieces[index]
        if piece.span.start >= max(span.end, span.start + 1):
            break
        if isinstance(piece.origin, SourceRange) and piece.span.end > span.start:
            found.append(piece.origin)
    return SourceRange(found[0].start, found[-1].end) if found else None


def address_of(document: Document, mark: Mark) -> SourceRange | None:
    """Where the address of a picture stands in the source, as written, or a picture without any; None where it stands elsewhere (`![a][b]`).

    Its alternative text is left aside: nobody has looked for private values there.
    """
    if mark.source is None:
        return None
    written = document.source[mark.source.start : mark.source.end]
    if not mark.target:
        return mark.source if written == "![]()" else None
    start = written.rfind(mark.target)
    return SourceRange(mark.source.start + start, mark.source.start + start + len(mark.target)) if start >= 0 else None


def shown_at(document: Document, mark: Mark) -> Span:
    """The words of a link or picture, or those beside a picture without any."""
    return mark.span if len(mark.span) else words_beside(document, mark.span.start)


def quoted_address(document: Document, mark: Mark) -> tuple[SourceRange | None, str]:
    """Where the address of a picture stands in the source, and what stands there."""
    source = address_of(document, mark)
    return source, document.source[source.start : source.end] if source else ""


def words_beside(document: Document, offset: int) -> Span:
    """The word before a picture in its line, or else behind it; of a picture that stands alone the nearest line with words: the place of a picture itself holds no letter."""
    text = document.text
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    end = len(text) if end < 0 else end
    in_line = text[offset:end].strip() or (start < offset and not text[offset - 1].isalnum())
    beside = [*_WORD.finditer(text, start, offset)][-1:] or [*_WORD.finditer(text, offset, end)][:1]
    if in_line and beside:
        return Span(*beside[0].span())
    if not text[start:end].strip():
        before = len(text[:offset].rstrip())
        if before:
            start, end = text.rfind("\n", 0, before) + 1, before
        else:
            start = len(text) - len(text.lstrip())
            end = text.find("\n", start) if "\n" in text[start:] else len(text)
    line = text[start:end]
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
