"""Shingles: a statement as the set of short letter runs that near-identical statements have in common."""

from __future__ import annotations

import unicodedata

from careerlint.expression import Expression

_HANGUL = Expression(r"[\uac00-\ud7a3]")
_BETWEEN = Expression(r"[\W_]+")
# A syllable of Hangul says about as much as two Latin letters.
_RUN_OF_HANGUL, _RUN_OF_LATIN = 3, 5
_LEAST_OF_HANGUL, _LEAST_OF_LATIN = 16, 32
_LONGEST = 600
"""Letters that are compared: a longer statement is known by its beginning."""


def normal_text(text: str) -> str:
    """The letters and digits of the text without case, space or punctuation; empty where too few are left to tell a copy from chance."""
    letters = _BETWEEN.sub("", unicodedata.normalize("NFKC", text).casefold())[:_LONGEST]
    return letters if len(letters) >= (_LEAST_OF_HANGUL if _HANGUL.search(letters) else _LEAST_OF_LATIN) else ""


def shingles(normal: str) -> frozenset[bytes]:
    """Every run of letters of a normalised text, short enough that a changed word leaves most of them."""
    length = _RUN_OF_HANGUL if _HANGUL.search(normal) else _RUN_OF_LATIN
    if normal.isascii():
        # One letter is one byte, and to cut bytes takes half of the time of encoding each run.
        letters = normal.encode()
        return frozenset([letters[start : start + length] for start in range(len(letters) - length + 1)])
    return frozenset([normal[start : start + length].encode() for start in range(len(normal) - length + 1)])
