"""Private values of a document, and the words that may be shown in their place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal

from careerlint.model.letters import half_width
from careerlint.model.span import Span

PrivateKind = Literal[
    "resident-number", "passport", "card", "test-card", "phone", "address",
    "birth-date", "age", "gender", "marital-status", "family", "home-town", "religion", "body", "photo",
]
"""The first line are numbers and contacts, the second what a person is and nobody has to tell to be hired."""

PROTECTED: frozenset[PrivateKind] = frozenset(
    ("birth-date", "age", "gender", "marital-status", "family", "home-town", "religion", "body", "photo")
)
_COMMON: frozenset[PrivateKind] = frozenset(("gender", "marital-status", "religion"))
"""What these say of a person are words that mean other things elsewhere ("single-handedly", "a single page")."""
_REST = 6
"""A piece of a value that is as long as this is masked wherever it stands in a text without a place."""


@dataclass(frozen=True, slots=True)
class PrivateValue:
    """One value: `span` holds what must not be repeated, `shown` as many characters that may stand in its place.

    `around` is the value with its label ("born: ..."). An uncertain value is masked and is no finding.
    """

    kind: PrivateKind
    span: Span
    shown: str
    around: Span
    certain: bool = True


@dataclass(frozen=True)
class Masking:
    """A text and its private values, ordered by start and without overlap: the only way to its words for everything that is shown or kept."""

    text: str
    values: tuple[PrivateValue, ...] = ()

    def words(self, span: Span) -> str:
        """The words of the span, private values masked; as long as the span."""
        return "".join(self._parts(span, removed=False))

    def without(self, span: Span) -> str:
        """The words of the span, private values left out."""
        return "".join(self._parts(span, removed=True))

    def again(self, words: str, span: Span) -> str:
        """Words that were made of those of the span: as they are where nothing there is private."""
        return words if self.words(span) == self.text[span.start : span.end] else self.words(span)

    def mask(self, words: str) -> str:
        """Words that were taken from the text, cut or joined, with every piece of a private value masked."""
        shown = list(words)
        for raw, masked in self._pieces:
            for found in _occurrences(words, raw):
                shown[found : found + len(raw)] = masked
        for value in self.values:
            if value.kind in _COMMON and value.span.end - value.span.start >= _REST:
                raw, masked = self._joined(value)
                for found in _occurrences(words, raw):
                    if self._stands_alike(value, words, found, found + len(raw)):
                        shown[found : found + len(raw)] = masked
        return "".join(shown)

    def _stands_alike(self, value: PrivateValue, words: str, start: int, end: int) -> bool:
        """Whether the value stands in the words as it does in its own place: between the same letters, as far as the words go."""
        before, after = words[:start].rstrip()[-1:], words[end:].lstrip()[:1]
        own_before, own_after = self.text[: value.span.start].rstrip()[-1:], self.text[value.span.end :].lstrip()[:1]
        whole = not words[max(start - 1, 0) : start].isalnum() and not words[end : end + 1].isalnum()
        return whole and before in ("", own_before) and after in ("", own_after)

    def _parts(self, span: Span, *, removed: bool) -> Iterator[str]:
        position = span.start
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        for value in islice(self.values, first, None):
            if value.span.start >= span.end:
                break
            start, end = max(value.span.start, position), min(value.span.end, span.end)
            if start >= end:
                continue
            yield self.text[position:start]
            if not removed:
                yield value.shown[start - value.span.start : end - value.span.start]
            position = end
        yield self.text[position : span.end]

    @cached_property
    def _starts(self) -> list[int]:
        return [value.span.start for value in self.values]

    @cached_property
    def _pieces(self) -> tuple[tuple[str, str], ...]:
        """Every value, and of a long one every piece, with what is shown for it."""
        found: dict[str, str] = {}
        for value in self.values:
            if value.kind in _COMMON:
                continue
            whole = self.text[value.span.start : value.span.end]
            # Messages quote words in half width.
            for raw, masked in dict.fromkeys(((whole, value.shown), (half_width(whole), value.shown), self._joined(value))):
                size = min(len(raw), _REST)
                # A value of a few letters ("F") stands in any word, so it is masked by its place alone.
                if len(raw) < _REST and not (value.kind == "birth-date" and len(raw) >= 4):
                    continue
                for start in range(len(raw) - size + 1):
                    piece, hidden = raw[start : start + size], masked[start : start + size]
                    if piece != hidden:
                        found[piece] = hidden
        return tuple(found.items())

    def _joined(self, value: PrivateValue) -> tuple[str, str]:
        """The value on one line, as messages show it."""
        raw = half_width(self.text[value.span.start : value.span.end])
        kept = [index for index in range(len(raw)) if not (raw[index].isspace() and (index == 0 or raw[index - 1].isspace()))]
        return "".join(" " if raw[index].isspace() else raw[index] for index in kept), "".join(
            " " if raw[index].isspace() else value.shown[index] for index in kept
        )


def starred(words: str, keep: int = 0) -> str:
    """The words with a star for every letter and digit after the first `keep` characters."""
    return words[:keep] + "".join("*" if character.isalnum() else character for character in words[keep:])


def _occurrences(text: str, part: str) -> Iterator[int]:
    found = text.find(part)
    while found >= 0:
        yield found
        found = text.find(part, found + 1)
