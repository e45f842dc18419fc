"""Marked headings: lines behind a ■ or its like that head what follows, as the forms of many employers have them, and are no items of a list.

A reader of one line cannot tell "■ 학력사항" from an item: the same mark stands before every heading of a form, and other marks or none before what
is listed below them. So the marks of the whole document are looked at, in every format.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from careerlint.model.document import Block, Document
from careerlint.model.heading_marks import HEADING_MARKS, MARKS_OF_LISTS
from careerlint.model.span import Span
from careerlint.outline.sentences import ends_sentence
from careerlint.outline.vocabulary import HeadingVocabulary

_LONGEST = 30
_SEVERAL = 2
_APART = 3
_LARGER = 1.1


@dataclass(frozen=True, slots=True)
class _Place:
    """A line of the document in reading order: what stands before it, and its first row."""

    mark: str
    block: Block
    row: Span


def with_marked_headings(document: Document, vocabulary: HeadingVocabulary) -> Document:
    """The document with headings in the place of the items whose mark heads what follows it."""
    places = [place for block in document.blocks for place in _places(document, block)]
    marks = {place.mark for place in places if place.block.kind == "item"} & frozenset(HEADING_MARKS)
    heading = frozenset(mark for mark in marks if _heads(document, places, mark, vocabulary))
    if not heading:
        return document
    return replace(document, blocks=tuple(lifted for block in document.blocks for lifted in _lifted(document, block, heading)))


def _places(document: Document, block: Block) -> Iterator[_Place]:
    """The lines of a block, those of its lists each for itself; a table is one."""
    if block.kind == "list":
        for item in block.children:
            yield from _places(document, item)
    elif block.kind == "item":
        yield _Place(block.marker.strip(), block, document.first_row(block.own))
        for child in block.children:
            if child.kind == "list":
                yield from _places(document, child)
    else:
        yield _Place(block.marker.strip() if block.kind == "heading" else "", block, document.first_row(block.span))


def _heads(document: Document, places: Sequence[_Place], mark: str, vocabulary: HeadingVocabulary) -> bool:
    """Whether what stands behind a mark is short and apart from its like, and has the words or the look of headings."""
    marked = [place for place in places if place.mark == mark]
    if len(marked) < _SEVERAL or any(not _is_short(document.words(place.row).strip()) for place in marked):
        return False
    together = sum(place.mark == following.mark == mark for place, following in pairwise(places)) + (places[-1].mark == mark)
    if _APART * together > len(marked):
        return False
    kinds = [vocabulary.kind_of(document.words(place.row)) for place in marked]
    known = sum(kind is not None for kind in kinds)
    others = [place for place in places if place.block.kind == "heading" and place.mark != mark]
    announced = sum(vocabulary.kind_of(document.words(place.row)) is not None for place in others)
    if 2 * known >= len(marked) and len({*kinds} - {None}) >= _SEVERAL and announced < known:
        return True
    # Before items of a list only known words make a heading.
    return mark not in MARKS_OF_LISTS and not announced and not together and _stand_out(document, marked, places)


def _is_short(words: str) -> bool:
    return 0 < len(words) <= _LONGEST and not words.endswith((",", ";")) and not ends_sentence(words)


def _stand_out(document: Document, marked: Sequence[_Place], places: Sequence[_Place]) -> bool:
    """Whether all lines with one mark are bold or larger than most lines with other marks."""
    sizes = sorted(other.block.size for other in places if other.block.size is not None and other.mark != marked[0].mark)
    least = _LARGER * sizes[len(sizes) // 2] if sizes else None
    return all(_is_bold(document, place) or (least is not None and place.block.size is not None and place.block.size >= least) for place in marked)


def _is_bold(document: Document, place: _Place) -> bool:
    around = document.marks_from(Span(max(place.row.start - 1, 0), place.row.end))
    return place.block.bold or any(mark.kind == "strong" and mark.span.start <= place.row.start + 1 and mark.span.end >= place.row.end for mark in around)


def _lifted(document: Document, block: Block, marks: frozenset[str]) -> list[Block]:
    """A block in pieces: its marked items as headings of the page, and what stands before, in and behind them."""
    if block.kind != "list":
        return [block]
    found: list[Block] = []
    items: list[Block] = []
    for item in block.children:
        own, behind = _lifted_item(document, item, marks)
        items += own
        if behind:
            found += [*_as_list(block, items), *behind]
            items = []
    return [*found, *_as_list(block, items)]


def _as_list(block: Block, items: Sequence[Block]) -> list[Block]:
    return [replace(block, span=Span(items[0].span.start, items[-1].span.end), children=tuple(items))] if items else []


def _lifted_item(document: Document, item: Block, marks: frozenset[str]) -> tuple[list[Block], list[Block]]:
    """What stays an item, and what stands on the page behind it."""
    if item.marker.strip() in marks:
        return [], [*_as_heading(document, item), *(lifted for child in item.children for lifted in _lifted(document, child, marks) if child.span.start > item.own.start)]
    inside: list[Block] = []
    behind: list[Block] = []
    for child in item.children:
        pieces = _lifted(document, child, marks)
        if behind or any(piece.kind == "heading" and child.kind == "list" for piece in pieces):
            kept = 0 if behind else next(place for place, piece in enumerate(pieces) if piece.kind == "heading")
            inside += pieces[:kept]
            behind += pieces[kept:]
        else:
            inside += pieces
    if not behind:
        return [item], []
    return [replace(item, span=Span(item.span.start, inside[-1].span.end if inside else behind[0].span.start), children=tuple(inside))], behind


def _as_heading(document: Document, item: Block) -> Iterator[Block]:
    """The first row of an item as a heading, and the other rows of its text as a paragraph."""
    own = item.own
    row = document.first_row(own)
    yield replace(item, kind="heading", span=row, children=(), level=0)
    if row.end + 1 < own.end and document.words(Span(row.end, own.end)).strip():
        yield Block("paragraph", Span(row.end + 1, own.end), size=item.size, page=item.page)
