"""A word with its dictionary form and features, and the spaCy Doc that patterns are matched on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a statement; `start` and `end` are offsets in the statement's text, the end exclusive.

    `text` is the word as written (a folded Korean predicate may hold spaces: "해 볼 수 있었다"). `lemma` is the Korean
    dictionary form (되다, 좋다; the root of a noun with 하다: 개선) or the lower-cased Latin form. `particle` is what
    follows a Korean noun ("에는"). `pos` is one of noun, verb, adjective, adverb, number, latin, symbol, determiner, other.
    """

    start: int
    end: int
    text: str
    lemma: str
    features: frozenset[str]
    particle: str = ""
    pos: str = ""


class Analyser(Protocol):
    """Turns statements of one language into words; lists are cheaper than one call for each statement."""

    def analyse(self, texts: Sequence[str]) -> list[tuple[Word, ...]]:
        """The words of each statement, in order and without overlap."""
        ...

    def split(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """The sentences of each text as half-open ranges of its characters, trimmed of white space."""
        ...


def doc_of(pieces: Sequence[tuple[Sequence[Word], str, bool]], vocab: Vocab) -> Doc:
    """A spaCy Doc with one token for each word of the pieces: neighbouring words, the text they end with, and whether
    they open their statement (their first token then is a sentence's start).

    `lemma_` is the word's lemma, `morph` its features, particle and part of speech: `F=attr,neg|P=에는|W=noun`. LOWER works
    with any vocab; other lexical attributes (IS_PUNCT, SHAPE) only with one that computes them.
    """
    # Imported on first use: spaCy costs half a second.
    from numpy import array, uint64
    from spacy.attrs import LEMMA, LOWER, MORPH, SENT_START  # type: ignore[import-not-found]
    from spacy.tokens import Doc

    # A bare Vocab() computes no lexical attributes, and a pattern on LOWER would silently match nothing.
    vocab.lex_attr_getters.setdefault(LOWER, str.lower)  # type: ignore[attr-defined]
    words = [word for said, _, _ in pieces for word in said]
    spaces: list[bool] = []
    starts: list[int] = []
    for said, text, opens in pieces:
        following = [*(word.start for word in said[1:]), len(text)]
        spaces += [word.end < start for word, start in zip(said, following, strict=False)]
        starts += [1 if opens and index == 0 else _NO_START for index in range(len(said))]
    doc = Doc(vocab, words=[word.text for word in words], spaces=spaces)
    # Given as arguments, lemmas and features would be looked up one by one in Python, which takes three times as long.
    lemmas = [vocab.strings.add(word.lemma) for word in words]
    morphs = [vocab.morphology.add(_morph(word.features, word.particle, word.pos)) for word in words]
    return doc.from_array([LEMMA, MORPH, SENT_START], array([lemmas, morphs, starts], dtype=uint64).T)  # type: ignore[arg-type]


_NO_START = 2**64 - 1
"""Minus one as spaCy's arrays hold it: here no sentence starts."""


@lru_cache(maxsize=8192)
def _morph(features: frozenset[str], particle: str, pos: str) -> str:
    parts = []
    if features:
        parts.append("F=" + ",".join(sorted(features)))
    if particle:
        parts.append("P=" + particle)
    if pos:
        parts.append("W=" + pos)
    return "|".join(parts)
