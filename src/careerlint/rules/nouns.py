"""Nouns: those of a statement that say what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from careerlint.model.span import Span
from careerlint.model.token import AnalysedWord

# Nouns that stand in every project and tie nothing to anything.
_EMPTY_NOUNS = frozenset(
    ["것", "수", "점", "때", "등", "및", "경우", "문제", "결과", "이후", "사용", "프로젝트", "모델", "데이터", "성능", "방법", "부분", "과정", "저", "나", "우리", "저희", "팀", "project", "model", "data", "team", "result", "results", "performance"]
)
# English words of any class count as nouns unless they only hold a sentence together.
_EMPTY_WORDS = frozenset(
    ["a", "about", "after", "again", "all", "also", "an", "and", "any", "are", "as", "at", "back", "be", "been", "before", "both", "but", "by", "can", "could", "did", "do", "does", "during", "each", "every", "first", "for", "from", "get", "got", "had", "has", "have", "he", "her", "his", "how", "if", "in", "into", "is", "it", "its", "just", "made", "make", "more", "most", "much", "my", "new", "no", "not", "now", "of", "off", "on", "one", "only", "or", "our", "out", "over", "same", "she", "so", "some", "still", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too", "two", "under", "until", "up", "us", "use", "used", "using", "very", "via", "was", "we", "were", "what", "when", "where", "which", "while", "who", "why", "will", "with", "without", "would", "you", "your", "i", "me", "mine"]
)
# Gains hang on every second line of a résumé by these: "..., reducing deployment times", "..., reducing downtime".
_GAINING = frozenset(("reducing", "improving", "increasing", "boosting", "enhancing", "enabling", "ensuring", "allowing", "achieving", "resulting", "leading"))
_EMPTY = _EMPTY_NOUNS | _EMPTY_WORDS | _GAINING


def nouns_of(words: Sequence[AnalysedWord]) -> frozenset[str]:
    """The nouns of a statement that say something."""
    return frozenset((*(_noun(word) for word in words if _is_telling_noun(word)), *_compounds(words)))


def nouns_inside(span: Span, words: Sequence[AnalysedWord]) -> frozenset[str]:
    """The nouns of some of its words, those of a span of the statement."""
    return frozenset(_noun(word) for word in words if span.start <= word.start and word.end <= span.end and _is_telling_noun(word))


def _compounds(words: Sequence[AnalysedWord]) -> Iterator[str]:
    """What is written as one word and was read as two: a noun and the root of a verb."""
    for first, second in pairwise(words):
        if first.end == second.start and first.pos == "noun" and not first.particle and second.pos == "verb" and not second.lemma.endswith("다"):
            yield first.lemma + second.lemma


def _noun(word: AnalysedWord) -> str:
    return word.lemma.removesuffix("s") if word.pos == "latin" else word.lemma


def _is_telling_noun(word: AnalysedWord) -> bool:
    return word.pos in ("noun", "latin") and len(word.lemma) > 1 and word.lemma not in _EMPTY
