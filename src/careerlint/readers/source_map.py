"""The builder of a document's text: letters go in with their origin, normalised text and pieces come out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from careerlint.expression import Expression
from careerlint.model.place import Origin, PageRange, Piece, RunRange, SourceRange
from careerlint.model.span import Span

OriginOf = Callable[[int, int], Origin]
"""Gives the origin of the letters `low` to `high` (exclusive) of the string that is being added."""

# Longer rows of combining marks make canonical ordering quadratic; no writing system needs them (UAX 15, stream-safe).
_TOO_MANY_MARKS = Expression("[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]{31,}")
_UNCLEAN = Expression("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufffe\uffff\U000f0000-\U0010ffff]")
_LONE_RETURN = Expression(r"\r(?!\n)")
# Word and the Symbol and Wingdings fonts keep their bullets in the private use area.
_PRIVATE_BULLETS = "\uf0a7\uf0a8\uf06c\uf06e\uf076\uf077\uf075\uf0b7\uf0d8\uf0e0\uf0fc"


def clean(letters: str) -> str:
    """The same number of letters without what no text may hold.

    Control characters and exotic line separators become spaces, bullets of symbol fonts "•", other private-use letters,
    lone surrogates and endless rows of combining marks U+FFFD; a lone `\\r` becomes `\\n`.
    """
    if letters.isascii() and letters.isprintable():
        return letters
    if "\r" in letters:
        # A line end of old systems; it takes one letter like the usual one.
        letters = _LONE_RETURN.sub("\n", letters)
    letters = _UNCLEAN.sub(_replacement, letters)
    if letters.isascii():
        return letters
    return _TOO_MANY_MARKS.sub(lambda found: "\ufffd" * len(found[0]), letters)


def _replacement(found: re.Match[str]) -> str:
    letter = found[0]
    if letter < "\xa0" or letter in "\u2028\u2029":
        return " "
    return "•" if letter in _PRIVATE_BULLETS else "\ufffd"


class SourceMap:
    """Grows a text and its pieces together; the text is NFC whatever is added.

    Letters must be clean (see `clean`) with `\\n` for line ends. Composed letters (decomposed Hangul, accents) become
    pieces of one unit, also where they meet only across two additions.
    """

    def __init__(self) -> None:
        self.length = 0
        self._parts: list[str] = []
        self._pieces: list[tuple[int, int, Origin | None]] = []

    def add(self, letters: str, origin: OriginOf) -> Span:
        """Append letters that correspond one to one to their source; `origin` is asked for stretches of them."""
        start = self.length
        if not letters:
            return Span(start, start)
        used = self._join(letters, origin) if self._composes(letters) else 0
        for low, high in _stretches(letters, used):
            self._append(unicodedata.normalize("NFC", letters[low:high]), origin(low, high))
        return Span(min(start, self.length), self.length)

    def add_source(self, letters: str, offset: int) -> Span:
        """Append letters of a text format that stand at `offset` of its source."""
        start = self.length
        if letters.isascii() or (unicodedata.is_normalized("NFC", letters) and letters and not self._composes(letters)):
            self._append(letters, SourceRange(offset, offset + len(letters)))
            return Span(start, self.length)
        return self.add(letters, lambda low, high: SourceRange(offset + low, offset + high))

    def add_unit(self, letters: str, origin: Origin) -> Span:
        """Append letters that come from `origin` as a whole (an entity, a line end of two characters)."""
        start = self.length
        self._append(unicodedata.normalize("NFC", letters), origin)
        return Span(start, self.length)

    def insert(self, letters: str) -> Span:
        """Append what stands nowhere in the original: line ends between blocks, implied spaces."""
        start = self.length
        self._append(letters, None)
        return Span(start, self.length)

    def remove_trailing(self, letters: str) -> int:
        """Take away trailing characters that are among `letters`; returns the new length."""
        while self._parts:
            last = self._parts[-1]
            kept = last.rstrip(letters)
            if len(kept) == len(last):
                break
            self._cut(len(last) - len(kept))
        return self.length

    def ends_with(self, letters: str) -> bool:
        """Whether the text so far ends with `letters` (one character)."""
        return bool(self._parts) and self._parts[-1].endswith(letters)

    def text(self) -> str:
        """The whole text so far, NFC."""
        return "".join(self._parts)

    def pieces(self) -> tuple[Piece, ...]:
        """The pieces, neighbours with neighbouring origins joined."""
        joined: list[tuple[int, int, Origin | None]] = []
        for start, end, origin in self._pieces:
            whole = _joined(joined[-1], (start, end, origin)) if joined else None
            if whole is None:
                joined.append((start, end, origin))
            else:
                joined[-1] = whole
        return tuple(Piece(Span(start, end), origin) for start, end, origin in joined)

    def _append(self, letters: str, origin: Origin | None) -> None:
        if not letters:
            return
        self._parts.append(letters)
        self._pieces.append((self.length, self.length + len(letters), origin))
        self.length += len(letters)

    def _cut(self, count: int) -> None:
        """Take `count` characters off the last part; a unit goes as a whole or keeps its whole origin."""
        start, end, origin = self._pieces.pop()
        kept = self._parts.pop()[: end - start - count]
        self.length = start
        if kept:
            exact = origin is not None and _size(origin) == end - start
            self._append(kept, _part_of(origin, 0, len(kept)) if origin is not None and exact else origin)

    def _composes(self, letters: str) -> bool:
        if letters[0] < "\u0300" or not self._parts:
            return False
        return not unicodedata.is_normalized("NFC", self._parts[-1][-1] + letters[0])

    def _join(self, letters: str, origin: OriginOf) -> int:
        """Compose the last letter with the first ones; returns how many of `letters` were used up."""
        used = 1
        while used < len(letters) and not _starts_cluster(letters[used]):
            used += 1
        start, end, last = self._pieces[-1]
        letter = self._parts[-1]
        if last is not None and _size(last) == end - start:
            letter = letter[-1]
            last = _part_of(last, end - start - 1, end - start)
            self._cut(1)
        else:
            self._parts.pop()
            self._pieces.pop()
            self.length = start
        addition = origin(0, used)
        if isinstance(last, SourceRange) and isinstance(addition, SourceRange):
            last = SourceRange(last.start, addition.end)
        self._append(unicodedata.normalize("NFC", letter + letters[:used]), last if last is not None else addition)
        return used


def _starts_cluster(letter: str) -> bool:
    """Whether nothing before the letter can compose with it."""
    if letter < "\u0300":
        return True
    if unicodedata.combining(letter):
        return False
    # Vowels and finals of conjoining Hangul are starters that compose with what stands before them.
    if "\u1160" <= letter <= "\u11ff":
        return False
    # Spacing vowel signs (Mc) of Indic scripts compose backwards too.
    return unicodedata.category(letter) != "Mc"


def _stretches(letters: str, start: int) -> Iterator[tuple[int, int]]:
    """Ranges that are either wholly normal or one composed cluster."""
    if letters.isascii() or unicodedata.is_normalized("NFC", letters[start:]):
        if start < len(letters):
            yield start, len(letters)
        return
    plain = position = start
    while position < len(letters):
        end = position + 1
        while end < len(letters) and not _starts_cluster(letters[end]):
            end += 1
        if end - position > 1 or not unicodedata.is_normalized("NFC", letters[position]):
            if plain < position:
                yield plain, position
            yield position, end
            plain = end
        position = end
    if plain < len(letters):
        yield plain, len(letters)


def _size(origin: Origin) -> int:
    return len(origin.boxes) if isinstance(origin, PageRange) else origin.end - origin.start


def _part_of(origin: Origin, low: int, high: int) -> Origin:
    if isinstance(origin, SourceRange):
        return SourceRange(origin.start + low, origin.start + high)
    if isinstance(origin, RunRange):
        return RunRange(origin.part, origin.paragraph, origin.run, origin.start + low, origin.start + high)
    return PageRange(origin.page, origin.boxes[low:high])


def _joined(
    first: tuple[int, int, Origin | None], second: tuple[int, int, Origin | None]
) -> tuple[int, int, Origin | None] | None:
    one, two = first[2], second[2]
    if one is None or two is None:
        return (first[0], second[1], None) if one is None and two is None else None
    if _size(one) != first[1] - first[0] or _size(two) != second[1] - second[0]:
        return None
    if isinstance(one, SourceRange) and isinstance(two, SourceRange) and one.end == two.start:
        return first[0], second[1], SourceRange(one.start, two.end)
    if isinstance(one, RunRange) and isinstance(two, RunRange):
        place, other = (one.part, one.paragraph, one.run, one.end), (two.part, two.paragraph, two.run, two.start)
        if place == other:
            return first[0], second[1], RunRange(one.part, one.paragraph, one.run, one.start, two.end)
    return None
