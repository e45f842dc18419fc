"""Sheets: the document's side of the page, a readable picture of its structure with every stretch that the cards lead to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from careerlint.model.document import Block, Document, Mark
from careerlint.model.place import SourceRange
from careerlint.model.span import Span
from careerlint.reporters.html.anchors import Anchor, Anchors, Cut
from careerlint.reporters.html.view import Node, Page, Piece, Sheet
from careerlint.reporters.html.voice import Voice

# Deeper blocks are shown without the frames around them: nobody reads those, and templates call themselves for each.
_DEEPEST = 24
_MANY_COLUMNS = 5
_CONTAINERS = frozenset(("list", "item", "table", "row", "cell", "quote"))


class Elements:
    """Names of the elements that something leads to, given in reading order: which one first shows the words of a key."""

    def __init__(self, prefix: str, numbers: Mapping[str, int]) -> None:
        self._prefix = prefix
        self._numbers = numbers
        self._count = 0
        self.of: dict[str, str] = {}
        self.exact: set[str] = set()

    def name(self, anchors: Sequence[Anchor]) -> tuple[str, bool]:
        """A new name for an element with these anchors, and whether the words of a card begin in it; empty where it has none."""
        if not anchors:
            return "", False
        self._count += 1
        element = f"{self._prefix}e{self._count}"
        begins = False
        for anchor in anchors:
            # A card leads to its own words, to those that belong to it only where it has no others.
            better = anchor.kind == "words" and anchor.key not in self.exact
            if anchor.key not in self.of or better:
                self.of[anchor.key] = element
                begins = begins or anchor.kind != "told"
            if anchor.kind == "words":
                self.exact.add(anchor.key)
        return element, begins

    def numbers(self, cards: Sequence[str]) -> str:
        """The numbers of the cards as paper shows them."""
        return " ".join(str(self._numbers[card]) for card in cards)


class TextSheet:
    """Writes the blocks of one document as nodes."""

    def __init__(self, document: Document, anchors: Sequence[Anchor], elements: Elements, voice: Voice) -> None:
        self._document = document
        self._marks = tuple(_inside(document))
        self._anchors = Anchors(anchors, self._marks)
        self._elements = elements
        self._voice = voice

    def sheet(self) -> Sheet:
        """All blocks; those of a PDF page by page, in the order of the text."""
        document = self._document
        if document.format != "pdf":
            return Sheet(nodes=tuple(self.nodes(document.blocks)))
        pages = tuple(Page(number, tuple(self.nodes(blocks))) for number, blocks in blocks_by_page(document))
        return Sheet(pages=pages, missing=True)

    def nodes(self, blocks: Sequence[Block]) -> Iterator[Node]:
        """Nodes for the blocks that show something."""
        for block in blocks:
            if len(block.span) or block.kind in ("cell", "row") or self._pictured(block.span):
                yield self._node(block, 0)

    def _node(self, block: Block, depth: int) -> Node:
        children: tuple[Node, ...] = ()
        pieces: tuple[Piece, ...] = ()
        if block.kind in _CONTAINERS and block.children and depth < _DEEPEST:
            children = tuple(self._node(child, depth + 1) for child in block.children)
        else:
            pieces = tuple(self._pieces(block.span, block.kind))
        wide = block.kind == "table" and any(len(row.children) > _MANY_COLUMNS for row in block.children)
        return Node(block.kind, block.level, block.marker, block.head, block.bold, wide, pieces, children)

    def _pictured(self, span: Span) -> bool:
        return any(mark.kind == "image" and mark.span == span for mark in self._marks)

    def _pieces(self, span: Span, kind: str) -> Iterator[Piece]:
        for cut in self._anchors.cut(span):
            text = self._text(cut.span) if kind != "code" else self._voice.text(cut.span)
            element, first = self._elements.name(cut.anchors)
            cards = cut.cards
            yield Piece(
                text, tuple(dict.fromkeys(mark.kind for mark in cut.marks)), cards, cut.told, cut.level, _only_about(cut),
                any(anchor.strong for anchor in cut.anchors), first, element, self._elements.numbers(_ending(cut)),
            )

    def _text(self, span: Span) -> str:
        """The text of the span; in Markdown a line end is a space unless the writer asked for a break."""
        if self._document.format != "md" or "\n" not in self._document.words(span):
            return self._voice.text(span)
        parts: list[str] = []
        start = span.start
        for offset in range(span.start, span.end):
            if self._document.text[offset] == "\n":
                parts += (self._voice.text(Span(start, offset)), "\n" if self._is_hard(offset) else " ")
                start = offset + 1
        return "".join((*parts, self._voice.text(Span(start, span.end))))

    def _is_hard(self, offset: int) -> bool:
        origins = (piece.origin for piece in self._document.pieces_of(Span(offset, offset + 1)))
        return any(isinstance(origin, SourceRange) and self._document.source[origin.start : origin.end].startswith(("  ", "\\", "<")) for origin in origins)


def _inside(document: Document) -> Iterator[Mark]:
    """The marks; a picture without words that stands between two blocks opens the second."""
    leaves = [block.span for block in document.walk() if not block.children]
    ends = [span.end for span in leaves]
    for mark in document.marks:
        index = bisect_right(ends, mark.span.start)
        if len(mark.span) or index >= len(leaves) or Span(mark.span.start, mark.span.start) in leaves[max(index - 1, 0) : index]:
            yield mark
        else:
            start = max(mark.span.start, leaves[index].start)
            yield replace(mark, span=Span(start, start))


def blocks_by_page(document: Document) -> list[tuple[int, list[Block]]]:
    """The top blocks of a PDF by the page they begin on; pages without a block are there too."""
    pages: dict[int, list[Block]] = {number: [] for number in range(1, (document.pages or 0) + 1)}
    for block in document.blocks:
        page = next((inner.page for inner in block.walk() if inner.page is not None), 1)
        pages.setdefault(page, []).append(block)
    return sorted(pages.items())


def _only_about(cut: Cut) -> bool:
    return bool(cut.cards) and not any(anchor.kind == "words" for anchor in cut.anchors)


def _ending(cut: Cut) -> tuple[str, ...]:
    """The cards whose words end with this stretch: paper shows their numbers after it."""
    return tuple(dict.fromkeys(anchor.key for anchor in cut.anchors if anchor.kind != "told" and anchor.span.end == cut.span.end))
