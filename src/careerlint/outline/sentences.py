"""Sentences: whether a row ends as one, and so is no title."""

from __future__ import annotations

from careerlint.expression import Expression

_BOXES = ("보관", "우편", "편지", "사물", "수거", "투표", "모금", "건의")
# 개요, 수요 and 필요 are nouns, and so are boxes and cards ("사진 보관함", "모바일 명함"), but for what has an object ("원본을 따로 보관함").
_NO_BOX = "".join(rf"(?<!{box})" for box in _BOXES) + r"(?<!\s명)(?<!^명)"
_ADVERB = r"(?:\S*(?:[게로히에]|에서)|모두|직접|각각|함께|다시|매일|매주|미리|먼저|전부|모아|나눠|나누어)\s"
_END = Expression(rf"(?:다|죠|{_NO_BOX}함|(?:를|(?<![마가노고])을)\s(?:{_ADVERB}){{0,2}}(?:{'|'.join(_BOXES)})함|됨|[했었였았겠있없않]음|(?<![개수주필중])요)\s*(?:[.!?。]\s*)?$|[.!?。]\s*$")
_ABBREVIATED = Expression(r"\b(?:Inc|Co|Corp|Ltd|LLC|GmbH|Intl|[Uu]niv|[Dd]ept|Jr|Sr|Sc|Eng|Tech|Hons|[BM]\.?[AS]|Ph\.?D)\.\s*$")
"""A full stop that belongs to the last word of a name."""


def ends_sentence(row: str) -> bool:
    """Whether a row ends with the punctuation or the verb of a sentence, and not with the short form of a word ("Vell Works Inc.", "B.Sc.")."""
    return _END.search(row) is not None and _ABBREVIATED.search(row) is None
