"""FOC008: finds answers to "why us" in which nothing of the company's work is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule
from careerlint.model.span import Span
from careerlint.model.token import AnalysedWord

_NAMED = Expression(r"[\"“‘「『《<'][^\"”’」』》>'\n]{2,40}[\"”’」』》>'](?![A-Za-z])")
_ENOUGH = {"ko": 2, "en": 3}
"""This many words of a trade, a product or a task make an answer specific."""
_FEWEST = 5
"""An answer with fewer words is not one yet."""
_LATIN = Expression(r"[a-z]+(?:['’][a-z]+)?")


def find_generic_motivations(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each such answer of a cover letter; its words are the whole answer."""
    words: Mapping[str, Any] = evidence.vocabulary.get("motivation", {})
    for section, indices in _answers(evidence).items():
        heading = evidence.outline.sections[section].heading
        language = evidence.outline.statements[indices[0]].language
        letter = evidence.outline.kind_of(evidence.outline.statements[indices[0]]) == "cover-letter"
        asks = words.get("asks" if letter else "prompts", {})
        if not language or not any(re.search(ask, heading, re.IGNORECASE) for ask in asks.values()):
            continue
        common = frozenset(str(words.get("common", {}).get(language, "")).split())
        if _is_specific(evidence, indices, language, common):
            continue
        first, last = indices[0], indices[-1]
        span = Span(evidence.outline.statements[first].span.start, evidence.outline.statements[last].span.end)
        yield Hit(span, first, evidence.entry_of(first), values={"match": evidence.text(first)})


def _answers(evidence: Evidence) -> dict[int, list[int]]:
    """The statements under each heading, without the heading or prompt itself."""
    found: dict[int, list[int]] = {}
    for index, statement in enumerate(evidence.outline.statements):
        if statement.form == "heading" or evidence.claims[index].author in ("form", "quotation", "none"):
            continue
        found.setdefault(statement.section, []).append(index)
    return found


def _is_specific(evidence: Evidence, indices: Sequence[int], language: str, common: frozenset[str]) -> bool:
    if any(evidence.mentions[index] for index in indices if index < len(evidence.mentions)):
        return True
    if any(evidence.match(_NAMED, index) for index in indices):
        return True
    if sum(len(evidence.words[index]) for index in indices) < _FEWEST:
        return True
    named = {word.lemma for index in indices for word in evidence.words[index] if _is_noun(word, language)}
    return len({name for name in named if not _is_common(name, common)}) >= _ENOUGH[language]


def _is_noun(word: AnalysedWord, language: str) -> bool:
    """Whether the word may name something; English words carry no part of speech, so any longer one may."""
    if language == "ko":
        return word.pos in ("noun", "latin") and len(word.lemma) > 1
    return _LATIN.fullmatch(word.lemma) is not None and len(word.lemma) > 2


def _is_common(word: str, common: frozenset[str]) -> bool:
    if word in common or any(letter.isdigit() for letter in word):
        return True
    # An English word is also common in its plain inflections.
    return any(word.endswith(ending) and word.removesuffix(ending) + rest in common for ending, rest in (
        ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""), ("ies", "y"), ("d", ""), ("'s", ""),
    ))
