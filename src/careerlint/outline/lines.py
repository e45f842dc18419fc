"""Lines: a document's blocks as one flat sequence in reading order, headings recognised also by their look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from careerlint.model.document import Block, Document
from careerlint.model.span import Span
from careerlint.outline.dates import has_date_range
from careerlint.outline.vocabulary import HeadingVocabulary, title_kind

LineKind = Literal["heading", "text", "item", "table", "silent"]
_SENTENCE = re.compile(r"(?:[다요음함됨임]\s*[.!?]?|[.!?])\s*$")
_LONGEST_HEADING = 60
_LOOK_LEVEL = 7
"""The level of a heading that only its look tells, below every real level."""


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One leaf of the document: `depth` is that of a bullet, `level` that of a heading (1 is the highest).

    `table` is the table block of a `table` line, whose rows are read later. `look` says that only the look made it a heading.
    """

    kind: LineKind
    block: Block
    span: Span
    level: int = 0
    depth: int = 0
    look: bool = False
    table: Block | None = None


def read_lines(document: Document, vocabulary: HeadingVocabulary) -> tuple[OutlineLine, ...]:
    """All lines in reading order, with levels that can be compared."""
    body = _body_size(document)
    lines = tuple(_lines(document, document.blocks, 0, vocabulary, body))
    return _levelled(document, lines, vocabulary)


def _body_size(document: Document) -> float | None:
    sizes: Counter[float] = Counter()
    for block in document.walk():
        if block.size is not None and not block.children:
            sizes[round(block.size, 1)] += len(block.span)
    return sizes.most_common(1)[0][0] if sizes else None


def _lines(
    document: Document, blocks: tuple[Block, ...], depth: int, vocabulary: HeadingVocabulary, body: float | None
) -> Iterator[OutlineLine]:
    for position, block in enumerate(blocks):
        if block.kind == "heading":
            yield OutlineLine("heading", block, block.span, level=block.level, look=block.level == 0)
        elif block.kind == "table":
            yield OutlineLine("table", block, block.span, table=block)
        elif block.kind in ("code", "caption", "header", "footer"):
            yield OutlineLine("silent", block, block.span)
        elif block.kind == "list":
            yield from _lines(document, block.children, depth + 1, vocabulary, body)
        elif block.kind == "item":
            own = _own_span(block)
            if len(own):
                yield OutlineLine("item", block, own, depth=max(depth, block.level, 1))
            yield from _lines(document, tuple(child for child in block.children if child.kind != "paragraph" or child.span.start > own.end), depth, vocabulary, body)
        elif block.kind in ("quote", "cell", "row") or block.children:
            yield from _lines(document, block.children, depth, vocabulary, body)
        elif depth == 0 and _looks_like_heading(document, block, vocabulary, body, position == 0):
            yield OutlineLine("heading", block, block.span, look=True)
        else:
            yield OutlineLine("item" if depth else "text", block, block.span, depth=depth)


def _own_span(item: Block) -> Span:
    """The text of an item without its sub-lists and later paragraphs."""
    if not item.children:
        return item.span
    first = item.children[0]
    if first.kind == "paragraph":
        return first.span
    return Span(item.span.start, max(item.span.start, first.span.start))


def _looks_like_heading(document: Document, block: Block, vocabulary: HeadingVocabulary, body: float | None, first: bool) -> bool:
    text = document.words(block.span).strip()
    if not text or "\n" in text or len(text) > _LONGEST_HEADING:
        return False
    if vocabulary.kind_of(text) is not None and len(text) <= 30 and not text.endswith(("다.", "요.")):
        return True
    if _SENTENCE.search(text) and not text.isupper():
        return False
    larger = body is not None and block.size is not None and block.size >= body * 1.12
    return block.bold or larger or (first and title_kind(text) is not None)


def _levelled(document: Document, lines: tuple[OutlineLine, ...], vocabulary: HeadingVocabulary) -> tuple[OutlineLine, ...]:
    """Give headings by look a level: by the rank of their size, known section words above bold lines."""
    looks = [line for line in lines if line.kind == "heading" and line.look]
    if not looks:
        return lines
    real = [line.level for line in lines if line.kind == "heading" and not line.look]
    sizes = sorted({round(line.block.size or 0.0) for line in looks}, reverse=True)
    known = {
        round(line.block.size or 0.0) for line in looks if vocabulary.kind_of(document.words(line.span)) is not None
    }
    section_size = max(known) if known else None
    levelled = []
    for line in lines:
        if line.kind == "heading" and line.look:
            words = document.words(line.span)
            size = round(line.block.size or 0.0)
            if real:
                level = _LOOK_LEVEL
            elif vocabulary.kind_of(words) is not None or (section_size is not None and size == section_size and not has_date_range(words) and line.block.size):
                level = 2 if section_size is None or size >= section_size else 3
            elif section_size is not None and size > section_size:
                level = 1
            else:
                level = 3 + min(sizes.index(size), 2) if line.block.size else (2 if not known else 3)
            line = replace(line, level=level)
        levelled.append(line)
    return tuple(levelled)
