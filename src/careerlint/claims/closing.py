"""The word that closes a statement: in Korean it says how the whole of it is told."""

from __future__ import annotations

from collections.abc import Sequence

from careerlint.model.token import AnalysedWord


def closing_word(words: Sequence[AnalysedWord]) -> AnalysedWord:
    """The word that closes the statement: the last one that is no punctuation."""
    for word in reversed(words):
        if word.pos != "symbol":
            return word
    return words[-1]
