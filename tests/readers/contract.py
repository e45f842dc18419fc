"""The contract between readers and everything else, as functions that the tests of every reader call."""

from __future__ import annotations

import html
import itertools
import re
import unicodedata
from collections.abc import Callable

from careerlint.model.document import Block, Document, line_starts
from careerlint.model.place import PageRange, Piece, Place, SourcePlace
from careerlint.model.span import Span
from careerlint.readers.source_map import clean

LettersAt = Callable[[Place], str]
"""Gives the letters that the original has at a place."""

_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff\ud800-\udfff\U000f0000-\U0010ffff]")


def check_contract(document: Document, letters_at: LettersAt | None = None) -> None:
    """Fail unless the document keeps every promise of the model.

    `letters_at` asks the original itself; text formats need none, since their source is in the document.
    Without it and without a source only the shape is checked.
    """
    check_text(document)
    check_pieces(document)
    check_blocks(document)
    check_marks(document)
    if letters_at is None and document.format in ("md", "txt"):
        letters_at = source_letters(document.source)
    if letters_at is not None:
        check_letters(document, letters_at)


def check_text(document: Document) -> None:
    """The text is NFC, with `\\n` line ends and without control, private-use or surrogate letters."""
    assert unicodedata.is_normalized("NFC", document.text)
    unclean = _UNCLEAN.search(document.text)
    assert unclean is None, f"{unclean[0]!r} at {unclean.start()}" if unclean else ""


def check_pieces(document: Document) -> None:
    """Pieces cover the text in order, without gap, overlap or empty ones."""
    position = 0
    for piece in document.pieces:
        assert piece.span.start == position, f"gap or overlap at {position}: {piece}"
        assert len(piece.span) > 0, piece
        position = piece.span.end
    assert position == len(document.text)


def check_blocks(document: Document) -> None:
    """Blocks lie in order inside their parents; every letter stands in a leaf, and no leaf runs into the next."""
    whole = Block("quote", Span(0, len(document.text)), document.blocks)
    stack = [whole]
    while stack:
        parent = stack.pop()
        position = parent.span.start
        for child in parent.children:
            assert position <= child.span.start <= child.span.end <= parent.span.end, (parent.kind, child)
            position = child.span.end
        stack.extend(parent.children)
    leaves = [block for block in document.walk() if not block.children and len(block.span)]
    for first, second in itertools.pairwise(leaves):
        between = document.text[first.span.end : second.span.start]
        assert "\n" in between or "\t" in between, (first, second, between)
    position = 0
    for leaf in leaves:
        stray = document.text[position : leaf.span.start]
        assert not stray.strip(), f"letters outside of blocks: {stray!r}"
        position = leaf.span.end
    assert not document.text[position:].strip(), f"letters after the last block: {document.text[position:]!r}"


def check_marks(document: Document) -> None:
    """Marks are ordered by start and lie inside the text; only images may be empty."""
    starts = [mark.span.start for mark in document.marks]
    assert starts == sorted(starts)
    for mark in document.marks:
        assert 0 <= mark.span.start <= mark.span.end <= len(document.text), mark
        assert len(mark.span) > 0 or mark.kind == "image", mark
        assert mark.source is None or document.source[mark.source.start : mark.source.end].startswith(("![", "<")), mark


def check_letters(document: Document, letters_at: LettersAt) -> None:
    """The original, asked at the places of every piece and every word, gives the same letters back."""
    for piece in document.pieces:
        if piece.origin is None:
            assert document.places(piece.span) == (), piece
        elif _is_exact(piece):
            found = "".join(letters_at(place) for place in document.places(piece.span))
            assert _same(found, document.words(piece.span)), (found, document.words(piece.span), piece)
    exact = bytearray(len(document.text))
    for piece in document.pieces:
        if _is_exact(piece):
            exact[piece.span.start : piece.span.end] = b"\x01" * len(piece.span)
    for word in re.finditer(r"\S+", document.text):
        found = "".join(letters_at(place) for place in document.places(Span(word.start(), word.end())))
        if all(exact[word.start() : word.end()]):
            assert _same(found, word[0]), (found, word[0])
        else:
            # An entity or a composed letter is one unit: the places hold at least the word, as written or decoded.
            assert _holds(found, word[0]) or _holds(html.unescape(found), word[0]), (found, word[0])


def source_letters(source: str) -> LettersAt:
    """The letters of a decoded source by line and column, counted anew and not with the document's own methods."""
    starts = line_starts(source)

    def letters(place: Place) -> str:
        assert isinstance(place, SourcePlace), place
        start = starts[place.line - 1] + place.column - 1
        end = starts[place.end_line - 1] + place.end_column - 1
        return source[start:end]

    return letters


def _is_exact(piece: Piece) -> bool:
    origin = piece.origin
    if origin is None:
        return False
    size = len(origin.boxes) if isinstance(origin, PageRange) else origin.end - origin.start
    return size == len(piece.span)


def _same(first: str, second: str) -> bool:
    return unicodedata.normalize("NFC", clean(first)) == unicodedata.normalize("NFC", clean(second))


def _holds(found: str, word: str) -> bool:
    """Whether the letters of the word stand in `found` in this order; markup may stand between them."""
    letters = iter(unicodedata.normalize("NFD", clean(found)))
    return all(letter in letters for letter in unicodedata.normalize("NFD", word))
