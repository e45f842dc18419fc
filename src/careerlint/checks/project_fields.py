"""FOC001: projects that spread over many fields of machine learning, none of which holds half of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule
from careerlint.model.term import Mention

_TOO_MANY = 4
_PROJECTS = ("project", "competition")
_TITLE_WEIGHT, _WORD_WEIGHT, _METRIC_WEIGHT = 3.0, 1.0, 1.0
_SKILL_WEIGHTS = {"concept": 3.0, "model": 2.0, "method": 2.0}
_MOST_WORDS = 3
"""Words of a text that count for one field: a long text must not drown its title."""
_LONGEST = 4000
"""Letters of a project that are read: its field shows early."""
_EVERYWHERE = frozenset(("CNN", "ViT", "LLM", "gradient boosting", "random forest", "logistic regression"))
"""Skills that are used in every field and weigh little."""
_LEARNING = Expression(
    r"학습|모델|LLM|GAN|딥 ?러닝|머신 ?러닝|정확도|재현율|정밀도|정답률|분류기|예측|챗봇|추천|강화\s?학습|생성|\b(?:train|fine-tun|finetun|model|classif|predict|accuracy|precision|recall|learn|F1|AUC|AUROC|detector|recogni[sz]|self-play|wake[- ]word|transcri|summar(?:y|i)|recommend|suggests? what)|\bshortens\b[^.]{0,40}\bto \w+ (?:sentences|words|lines)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of machine learning with the expressions that speak for it."""

    key: str
    names: Mapping[str, str]
    words: Expression
    metrics: Expression


def find_too_many_fields(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit at the document's title, unless the role applied for is a generalist's."""
    projects = [entry for entry in evidence.stories.told if evidence.outline.entries[entry].kind in _PROJECTS]
    if evidence.role == "generalist" or len(projects) < _TOO_MANY:
        return
    fields = fields_of(evidence.vocabulary.get("fields", {}))
    counts = Counter(field for entry in projects if (field := field_of_entry(evidence, entry, fields)))
    if len(counts) < _TOO_MANY or 2 * max(counts.values()) >= sum(counts.values()):
        return
    title = evidence.title()
    values = {"match": evidence.document.words(title), "count": str(len(counts))}
    for language in ("ko", "en"):
        values[f"fields.{language}"] = ", ".join(f"{fields[key].names[language]} {count}" for key, count in counts.most_common())
    yield Hit(title, values=values)


def field_of_entry(evidence: Evidence, entry: int, fields: Mapping[str, Field]) -> str:
    """The field that a project speaks for most; empty where it is no project of machine learning."""
    found = evidence.outline.entries[entry]
    title = evidence.document.words(evidence.title(entry))
    text = "\n".join(evidence.text(index) for index in evidence.entry_statements(entry))[:_LONGEST]
    named = [mention for index in evidence.entry_statements(entry) for mention in evidence.mentions[index]]
    named += [mention for mention in evidence.elsewhere if found.span.contains(mention.span)]
    modelled = any(mention.skill.kind == "model" or (mention.skill.fields and mention.skill.kind == "method") for mention in named)
    measured = any(field.metrics.search(text) for field in fields.values())
    if not (modelled or measured or _LEARNING.search(f"{title}\n{text}")):
        return ""
    scores = {key: _score(field, title, text, named) for key, field in fields.items()}
    best = max(scores, key=lambda key: scores[key])
    return best if scores[best] >= _SKILL_WEIGHTS["model"] else ""


def _score(field: Field, title: str, text: str, named: list[Mention]) -> float:
    in_title = {match.lower() for match in field.words.findall(title)}
    in_text = {match.lower() for match in field.words.findall(text)} - in_title
    score = _TITLE_WEIGHT * min(len(in_title), 2) + _WORD_WEIGHT * min(len(in_text), _MOST_WORDS)
    score += _METRIC_WEIGHT * min(len(set(field.metrics.findall(text))), 2)
    skills = {mention.skill.name: mention.skill for mention in named if field.key in mention.skill.fields}
    return score + sum(1.0 if name in _EVERYWHERE else _SKILL_WEIGHTS.get(skill.kind, 1.0) for name, skill in list(skills.items())[:_MOST_WORDS])


def fields_of(data: Mapping[str, Any]) -> dict[str, Field]:
    """The fields of `rules/vocabulary/fields.yml`."""
    return {
        key: Field(
            key, item["name"],
            _expression(item["words"]["ko"], item["words"]["en"]),
            Expression(rf"(?<![A-Za-z가-힣])(?:{'|'.join(map(re.escape, item['metrics']))})(?![A-Za-z0-9])" if item["metrics"] else ""),
        )
        for key, item in data.items()
    }


@lru_cache(maxsize=32)
def _expression(korean: str, english: str) -> Expression:
    """Longest words first; inner spaces of Korean words are free, English words may have a plural.

    What stands before an English word is asked once for all of them, which inside of words says no at once.
    """
    ko = [r"\s?".join(map(re.escape, word.split())) for word in _words(korean)]
    en = rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, _words(english)))})s?(?![A-Za-z])"
    return Expression("|".join((*ko, en)), re.IGNORECASE)


def _words(text: str) -> list[str]:
    return sorted((word.strip() for word in text.split(",")), key=len, reverse=True)
