"""FOC002: what the role applied for asks for and no entry gives evidence of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from careerlint.checks.skill_use import evidenced, tells_of_use
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule

_NOT_DONE = frozenset(("plan", "wish", "question", "hypothesis"))


def find_role_gap(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit at the document's title that lists what is missing; none without a role, or for a generalist."""
    role = evidence.vocabulary.get("roles", {}).get(evidence.role)
    if role is None:
        return
    used, text = _told(evidence)
    missing = [need["name"] for need in role["needs"] if not _is_met(need, used, text)]
    if not missing:
        return
    title = evidence.title()
    values = {"match": evidence.document.words(title)}
    for language in ("ko", "en"):
        values[f"role.{language}"] = role["name"][language]
        values[f"missing.{language}"] = ", ".join(name[language] for name in missing)
    yield Hit(title, values=values)


def _told(evidence: Evidence) -> tuple[frozenset[str], str]:
    """The skills that the told statements and the titles of entries give evidence for, and their text."""
    names: list[str] = []
    texts: list[str] = []
    for index in range(len(evidence.outline.statements)):
        claim = evidence.claims[index]
        if tells_of_use(evidence, index) and claim.modality not in _NOT_DONE and not claim.foreign:
            names += [mention.skill.name for mention in evidence.mentions[index]]
            texts.append(f"{evidence.outline.statements[index].label} {evidence.text(index)}")
    for entry in evidence.stories.told:
        title = evidence.title(entry)
        texts.append(evidence.document.words(title))
        names += [mention.skill.name for mention in evidence.elsewhere if title.contains(mention.span)]
    return evidenced(names, evidence.vocabulary.get("skills", {})), "\n".join(texts)


def _is_met(need: Mapping[str, Any], used: frozenset[str], text: str) -> bool:
    if not used.isdisjoint(need["any"]):
        return True
    words = tuple(word for found in need.get("words", {}).values() for word in found)
    return bool(words) and _expression(words).search(text) is not None


@lru_cache(maxsize=64)
def _expression(words: tuple[str, ...]) -> Expression:
    return Expression("|".join(words), re.IGNORECASE)
