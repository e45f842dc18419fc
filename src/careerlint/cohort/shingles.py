"""Shingles: a statement as the set of short letter runs that near-identical statements have in common."""

from __future__ import annotations

import unicodedata

from careerlint.expression import Expression

_HANGUL = Expression(r"[\uac00-\ud7a3]")
_BETWEEN = Expression(r"[\W_]+")
_NUMBER = Expression(r"\d+(?:[.,]\d+)*+")
# A syllable of Hangul says about as much as two Latin letters.
_RUN_OF_HANGUL, _RUN_OF_LATIN = 3, 5
_LEAST_OF_HANGUL, _LEAST_OF_LATIN = 16, 32
_LONGEST = 600
"""Letters that are compared: a longer statement is known by its beginning."""


def normal_text(text: str) -> str:
    """The letters of the text without case, space or punctuation, a sign for each number; empty where too few are left to tell a copy from chance.

    Who fills another number into a template has copied the template.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    letters = _BETWEEN.sub("", _NUMBER.sub("0", folded))[:_LONGEST]
    return letters if len(letters) >= (_LEAST_OF_HANGUL if _HANGUL.search(letters) else _LEAST_OF_LATIN) else ""


def numbers_of(text: str) -> frozenset[str]:
    """The numbers in a text, as they are written."""
    return frozenset(_NUMBER.findall(text))


def shingles(normal: str) -> frozenset[bytes]:
    """Every run of letters of a normalised text, short enough that a changed word leaves most of them."""
    return frozenset(letter_runs(normal))


def letter_runs(normal: str) -> list[bytes]:
    """The same runs as they follow each other, some of them more than once."""
    # To cut bytes takes half of the time of encoding each run. Texts with Hangul are like others with Hangul only.
    if _HANGUL.search(normal):
        return _cut(normal.encode("utf-32-le"), _RUN_OF_HANGUL, 4)
    if normal.isascii():
        return _cut(normal.encode(), _RUN_OF_LATIN, 1)
    return [normal[start : start + _RUN_OF_LATIN].encode() for start in range(len(normal) - _RUN_OF_LATIN + 1)]


def _cut(letters: bytes, length: int, width: int) -> list[bytes]:
    """Every run of so many letters of so many bytes."""
    return [letters[start : start + length * width] for start in range(0, len(letters) - (length - 1) * width, width)]
