"""HON003: skills of a list that no project, job, course or certificate mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerlint.checks.skill_use import is_backed, listed_skills, tells_of_use, used_skills
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule
from careerlint.model.term import Mention

_KINDS = frozenset(("resume", "career", "portfolio"))
_NOT_ASKED = frozenset(("everyday", "concept"))
"""Kinds of skills that nobody asks proof of, or that no single word can prove."""
_SHOWN = 8
_MEANS = r"\b(?:in|with|using|via|through|utili[sz]ing|leveraging)\s"
"""Before the name of what something was made with."""
_SUFFIX = ".js"


def find_unbacked_skills(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit at the first unbacked skill; the others are related. The rule's `words` need no mention of their own."""
    told = evidence.stories.told or any(tells_of_use(evidence, index) and evidence.mentions[index] and evidence.claims[index].own for index in range(len(evidence.mentions)))
    if evidence.outline.kind not in _KINDS or not told:
        return
    skills = evidence.vocabulary.get("skills", {})
    helpers = frozenset(word for words in rule.words.values() for word in words)
    used = used_skills(evidence)
    unbacked: dict[str, Mention] = {}
    for mention in listed_skills(evidence):
        skill = mention.skill
        # One letter stands for a language in a list only: in a sentence it is a name, a measure or a grade.
        if skill.kind in _NOT_ASKED or len(mention.spelling) == 1 or is_backed(mention, used, skills):
            continue
        if skill.name in helpers and any(name in used for name in skill.part_of):
            continue
        if _is_named_shortly(evidence, skill.name):
            continue
        unbacked.setdefault(skill.name, mention)
    if not unbacked:
        return
    mentions = list(unbacked.values())
    names = [mention.spelling for mention in mentions]
    more = len(names) - _SHOWN
    values = {
        "match": names[0],
        "skills.ko": ", ".join(names[:_SHOWN]) + (f" 외 {more}개" if more > 0 else ""),
        "skills.en": ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else ""),
    }
    yield Hit(mentions[0].span, values=values, related=tuple(mention.span for mention in mentions[1:]))


def _is_named_shortly(evidence: Evidence, name: str) -> bool:
    """Whether an entry calls "Node.js" just "Node", names "Go 백엔드" in Korean, lists Go beside tools that nobody knows, or made something "in Unity": a word with a capital that means many things, but hardly another one to whoever lists the skill."""
    stem = name.removesuffix(_SUFFIX)
    if len(stem) == 1:
        return False
    word = Expression(rf"(?<![A-Za-z.-]){re.escape(stem)}(?![A-Za-z-])", kept=False)
    item = Expression(rf"(?:^|[,·/|]\s?){re.escape(stem)}\s?(?:[,·/|]|$)|{_MEANS}{re.escape(stem)}(?![\w'’&-]|\s?\d)", kept=False)
    told = [index for entry in evidence.stories.told for index in evidence.entry_statements(entry)]
    return any(evidence.match(word if stem != name or evidence.outline.statements[index].language == "ko" else item, index) for index in told)
