"""Plain letters: the text in which private values are looked for, without what hides a number from a pattern and not from a reader."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from careerlint.expression import Expression
from careerlint.model.letters import half_width
from careerlint.model.private import PrivateValue
from careerlint.model.span import Span

_UNSEEN_LETTERS = "\u00ad\u034f\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u3164\ufe00-\ufe0f\ufeff\uffa0"
_UNSEEN = Expression(f"[{_UNSEEN_LETTERS}]")
_CELL = Expression(r"[^\n\t]+|[\n\t]")
"""Lines and cells: what stands between their ends is moved within them only, so that every block keeps its place."""


@dataclass(frozen=True, slots=True)
class PlainLetters:
    """A text in half width with plain digits, as long as the one it was made of.

    Letters that nobody sees have become blanks at the end of their line or cell; `origins` are then the offsets that the letters had,
    and empty where none moved.
    """

    text: str
    origins: Sequence[int] = ()

    def back(self, value: PrivateValue, original: str) -> PrivateValue:
        """A value that was found in this text as one of the text that it was made of."""
        if not self.origins:
            return value
        span = self.span(value.span)
        shown = dict(zip(self.origins[value.span.start : value.span.end], value.shown, strict=False))
        letters = "".join(shown.get(offset, original[offset]) for offset in range(span.start, span.end))
        return replace(value, span=span, shown=letters, around=self.span(value.around))

    def span(self, span: Span) -> Span:
        """Where the letters of a span stood."""
        if not self.origins:
            return span
        if not len(span):
            start = self.origins[span.start] if span.start < len(self.origins) else span.start
            return Span(start, start)
        letters = self.origins[span.start : span.end]
        return Span(min(letters), max(letters) + 1)


def plain_letters(text: str) -> PlainLetters:
    """The text as it is read aloud, letter for letter."""
    if text.isascii():
        return PlainLetters(text)
    plain = half_width(text)
    digits = {ord(letter): str(unicodedata.decimal(letter)) for letter in set(plain) if letter.isdecimal() and not letter.isascii()}
    plain = plain.translate(digits) if digits else plain
    if _UNSEEN.search(plain) is None:
        return PlainLetters(plain)
    letters: list[str] = []
    origins: list[int] = []
    for cell in _CELL.finditer(plain):
        unseen = {found.start() for found in _UNSEEN.finditer(plain, cell.start(), cell.end())}
        seen = [offset for offset in range(cell.start(), cell.end()) if offset not in unseen]
        letters += [plain[offset] for offset in seen] + [" "] * len(unseen)
        origins += [*seen, *sorted(unseen)]
    return PlainLetters("".join(letters), tuple(origins))
