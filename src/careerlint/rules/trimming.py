"""Trimming: the words of a match without what hangs over at its ends, as they are underlined and quoted."""

from __future__ import annotations

from dataclasses import replace

from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.evidence import Hit
from careerlint.model.outline import Language
from careerlint.model.span import Span

_BEFORE = {
    "en": Expression(r"(?:[\s,;:–—-]|(?i:and|or|but)\b(?=\s))*"),
    "ko": Expression(r"(?:[\s,;:·–—-]|(?:그리고|또는|및)(?=\s))*"),
}
_AFTER = {
    "en": Expression(r"(?:[\s,;:–—-]|(?<=\s)(?:the|an?|my|our|your|their|its|and|or|but)(?![\w'’]))+$"),
    "ko": Expression(r"(?:[\s,;:·–—-]|(?<=\s)(?:그리고|또는|및)$)+$"),
}
"""Conjunctions, articles and commas that belong to the words beside the match."""


def trimmed(hit: Hit, language: Language, document: Document, least: int) -> Hit:
    """The hit on whole words, without conjunctions, articles and commas at its ends; no Korean word (eojeol) is cut at its beginning.

    `least` is where its statement begins.
    """
    span = _inside(hit.span, language, document)
    if language == "ko":
        span = Span(_beginning(span.start, document.text, least), span.end)
    if span == hit.span:
        return hit
    told = hit.values.get("match") == document.words(hit.span)
    return replace(hit, span=span, values={**hit.values, "match": document.words(span)} if told else hit.values)


def _inside(span: Span, language: Language, document: Document) -> Span:
    words = document.words(span)
    before, after = _BEFORE[language].match(words), _AFTER[language].search(words)
    start = before.end() if before is not None else 0
    end = after.start() if after is not None else len(words)
    return Span(span.start + start, span.start + end) if start < end else span


def _beginning(start: int, text: str, least: int) -> int:
    """Where the word begins that a place stands in."""
    while start > least and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    return start
