"""Phrases that come back in one text: the longest one that stands there three times and is neither a term nor grammar."""

from __future__ import annotations

from collections.abc import Sequence

from careerlint.model.evidence import Evidence
from careerlint.model.span import Span
from careerlint.model.token import AnalysedWord

_TIMES = 3
_LONGEST = 8
_SHORTEST = {"ko": 3, "en": 4}
_FEWEST_LETTERS = {"ko": 8, "en": 16}
_GRAMMAR = frozenset(
    [
        "하다", "되다", "있다", "없다", "이다", "아니다", "않다", "못하다", "수", "것", "거", "때", "등", "및", "위하다", "대하다", "통하다", "따르다", "의하다", "관하다", "저", "제", "나", "우리", "이", "그", "더", "또한",
        "그리고", "그래서", "하지만", "많다", "같다", "보다", "가지다", "점", "후", "중", "도", "바", "데", "적", "생각", "생각하다", "경우", "이후", "다양",
        "i", "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "for", "with", "by", "from", "as", "that", "this", "it", "is", "are", "was", "were", "be", "been", "my", "me", "we", "our", "you", "your",
        "have", "has", "had", "will", "would", "can", "could", "not", "so", "but", "which", "when", "how", "what", "am", "i'm", "i've", "able", "more", "than", "also", "their", "them", "they", "its", "all", "into",
    ]
)
_ACTS = frozenset(("verb", "adjective", "adverb"))

Place = tuple[int, Span]


def repeated_phrase(evidence: Evidence, indices: Sequence[int]) -> tuple[str, list[Place]] | None:
    """The longest phrase of the statements that stands there three times: its words, and where it stands."""
    places: dict[tuple[str, ...], list[Place]] = {}
    for index in indices:
        statement = evidence.outline.statements[index]
        least = _SHORTEST.get(statement.language, 0)
        words = [word for word in evidence.words[index] if word.pos != "symbol"]
        for size in range(least, _LONGEST + 1) if least else ():
            for start in range(len(words) - size + 1):
                window = words[start : start + size]
                if _says_something(window, statement.language):
                    span = Span(statement.span.start + window[0].start, statement.span.start + window[-1].end)
                    found = places.setdefault(_key(window, statement.language), [])
                    if not found or found[-1][1].end <= span.start:
                        found.append((index, span))
    often = [(key, found) for key, found in places.items() if len(found) >= _TIMES]
    if not often:
        return None
    _, found = max(often, key=lambda item: (len(item[0]), len(item[1]), -item[1][0][1].start))
    return " ".join(evidence.document.words(found[0][1]).split()), found


def _key(window: Sequence[AnalysedWord], language: str) -> tuple[str, ...]:
    """What makes two stretches the same phrase: in Korean a last noun may have another particle or copula each time."""
    texts = [word.text.lower() for word in window]
    return (*texts[:-1], window[-1].lemma) if language == "ko" and window[-1].pos == "noun" else tuple(texts)


def _says_something(window: Sequence[AnalysedWord], language: str) -> bool:
    """Whether the words are a way of saying: two that mean something, and no mere name of a thing."""
    letters = sum(len(word.text) for word in window)
    if letters < _FEWEST_LETTERS[language] or any(word.pos == "number" and any(map(str.isdigit, word.text)) for word in window):
        return False
    content = [word for word in window if word.lemma not in _GRAMMAR]
    if len(content) < 2 or window[0].lemma in ("수", "것", "때"):
        return False
    if language == "ko":
        return any(word.pos in _ACTS for word in content)
    # Capital letters inside make a name: "the Bielik data team".
    return sum(word.text[:1].isupper() and word.lemma != "i" for word in window[1:]) == 0 and not window[0].text[:1].isupper()
