"""Languages: the words of a statement with dictionary forms and features, for Korean and English."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from careerlint.languages.word import Analyser, Word, doc_of

__all__ = ["LANGUAGES", "Analyser", "Word", "analyser", "doc_of"]


def _korean() -> Analyser:
    # Imported on first use: Kiwi costs 0.7 s, and an English file needs none of it.
    from careerlint.languages.korean import KoreanAnalyser

    return KoreanAnalyser()


def _english() -> Analyser:
    from careerlint.languages.english import EnglishAnalyser

    return EnglishAnalyser()


LANGUAGES: dict[str, Callable[[], Analyser]] = {"ko": _korean, "en": _english}


@cache
def analyser(language: str) -> Analyser:
    """The analyser of a language, made on first use and kept; raises KeyError for a language without one."""
    return LANGUAGES[language]()
