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


def doc_of(statements: Sequence[tuple[Sequence[Word], str]], vocab: Vocab) -> Doc:
    """A spaCy Doc with one token for each word of the statements, which are given as their words and their text.

    `lemma_` is the word's lemma, `morph` its features, particle and part of speech: `F=attr,neg|P=에는|W=noun`; every
    statement is a sentence. LOWER works with any vocab; other lexical attributes (IS_PUNCT, SHAPE) only with one that
    computes them.
    """
    # Imported on first use: spaCy costs half a second.
    from spacy.attrs import LOWER  # type: ignore[import-not-found]
    from spacy.tokens import Doc

    # A bare Vocab() computes no lexical attributes, and a pattern on LOWER would silently match nothing.
    vocab.lex_attr_getters.setdefault(LOWER, str.lower)  # type: ignore[attr-defined]
    words = [word for said, _ in statements for word in said]
    spaces: list[bool] = []
    sent_starts: list[bool] = []
    for said, text in statements:
        starts = [*(word.start for word in said[1:]), len(text)]
        spaces += [word.end < start for word, start in zip(said, starts, strict=False)]
        sent_starts += [index == 0 for index in range(len(said))]
    return Doc(
        vocab,
        words=[word.text for word in words],
        spaces=spaces,
        lemmas=[word.lemma for word in words],
        morphs=[_morph(word.features, word.particle, word.pos) for word in words],
        sent_starts=sent_starts,  # type: ignore[arg-type]
    )


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
