"""Joined rows: a heading and the first title below it on one line, as a page set in columns is converted: "Work Experience **Vell Works, Analyst**"."""

from __future__ import annotations

import re

from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.outline import SectionKind
from careerlint.model.span import Span
from careerlint.outline.vocabulary import HeadingVocabulary

_LISTED: frozenset[SectionKind] = frozenset(("experience", "projects", "education", "training", "awards", "publications", "activities"))
_LONGEST_HEADING = 30
_FIGURE = Expression(r"\W*(?:about |over |약 ?)?\d+\+?\s?(?:years?|months?|년|개월|건|회)?\b", re.IGNORECASE)
"""What is a fact about a list and no title in it: "Experience **5 years**"."""
_SEVERAL = 2


def joined_headings(document: Document, vocabulary: HeadingVocabulary) -> dict[int, int]:
    """Where the headings end in the first rows of paragraphs that are a plain heading and a bold title, by where these paragraphs begin; none unless there are two of them."""
    strong = {mark.span.end: mark.span.start for mark in document.marks if mark.kind == "strong"}
    found: dict[int, int] = {}
    for block in document.blocks:
        if block.kind != "paragraph" or block.bold:
            continue
        row = document.words(block.span).split("\n", 1)[0].rstrip()
        start = strong.get(block.span.start + len(row))
        if start is None or not block.span.start < start <= block.span.start + _LONGEST_HEADING:
            continue
        heading = document.words(Span(block.span.start, start))
        title = document.words(Span(start, block.span.start + len(row)))
        if _kind(heading, vocabulary) in _LISTED and heading.endswith(" ") and not heading[0].islower() and not title[0].islower() and not _FIGURE.match(title):
            found[block.span.start] = block.span.start + len(heading.rstrip())
    return found if len(found) >= _SEVERAL else {}


def _kind(heading: str, vocabulary: HeadingVocabulary) -> SectionKind | None:
    """What a heading announces, by all of its words or the last of them ("Teach experience"); words behind a colon are a fact."""
    words = heading.strip()
    if words.endswith((":", "：", "-", "–", "|", "·")):
        return None
    # "See our projects **here**" is a sentence.
    capitals = all(word[0].isupper() for word in words.split())
    return vocabulary.kind_of(words) or (vocabulary.kind_by_last_word(words) if capitals else None)
