"""Sentences: whether a row ends as one, and so is no title."""

from __future__ import annotations

from careerlint.expression import Expression

# 개요, 수요 and 필요 are nouns.
_END = Expression(r"(?:다|죠|함|됨|[했었였았겠있없않]음|(?<![개수주필중])요)\s*[.!?。]?\s*$|[.!?。]\s*$")
_ABBREVIATED = Expression(r"\b(?:Inc|Co|Corp|Ltd|LLC|GmbH|Intl|[Uu]niv|[Dd]ept|Jr|Sr|Sc|Eng|Tech|Hons|[BM]\.?[AS]|Ph\.?D)\.\s*$")
"""A full stop that belongs to the last word of a name."""


def ends_sentence(row: str) -> bool:
    """Whether a row ends with the punctuation or the verb of a sentence, and not with the short form of a word ("Vell Works Inc.", "B.Sc.")."""
    return _END.search(row) is not None and _ABBREVIATED.search(row) is None
