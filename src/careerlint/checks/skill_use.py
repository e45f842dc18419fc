"""Skills listed and skills used: where a document lists what its author knows, and what its entries give evidence for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence
from careerlint.model.outline import SectionKind
from careerlint.model.span import Span
from careerlint.model.term import Mention

_LIST_LABEL = Expression(
    r"(?:주요|보유|핵심|사용 ?가능|전문|활용 ?가능)? ?(?:기술|스킬|역량|툴|도구)(?: ?(?:스택|목록|셋))?|(?:tech(?:nical|nology)?|key|core|main)? ?"
    r"(?:skills?|stack|skill ?set|technologies|tools)(?: (?:and|&) (?:skills|tools|technologies))?",
    re.IGNORECASE,
)
_LIST_HEADING = Expression(
    r"다룰 수|다루는|할 줄 아|사용할 수 있|쓸 수 있|활용 ?가능|사용 ?가능|보유 ?(?:기술|스킬|역량)|(?:기술|스킬) ?스택|"
    r"\b(?:technical|key|core) skills\b|\btech(?:nical)? stack\b|\bwhat i (?:know|use|work with)\b",
    re.IGNORECASE,
)
_WORKED = Expression(
    r"(?:활용|이용|사용|도입|적용)(?:하여|해서?|해)\s[^.]{0,40}(?:했|하였|진행|만들|구축|구현|개발|운영|일했)|\b(?:built|developed|migrated|shipped|deployed|implemented|moved|rewrote|maintained|ran|used)\b[^.]{0,80}\b(?:with|in|on|using|to|for)\b", re.IGNORECASE
)
"""A sentence that tells work done with what it names."""
_LEARNING = Expression(r"(?:currently )?(?:learning|studying|exploring)|(?:현재 ?)?(?:학습|공부|배우는) ?중.*|학습 예정", re.IGNORECASE)
"""Labels of what is not known yet."""
_OF_A_COURSE = Expression(
    r"(?:(?:in|from|through|during|by)\s)?(?:course(?:work|s)?|academic|university|class(?:room|es)?|school|college|lab)(?:\s(?:experience|projects?|work|use|assignments?))?|(?:수업|강의|학부|전공|학교|교육)(?:\s?(?:과정|과제|시간|프로젝트))?(?:\s?에서)?(?:\s?(?:사용|활용|경험))?",
    re.IGNORECASE,
)
"""Labels that say that a course is where the skills were used."""
_SELF_PROVED = Expression(r"\d\s?(?:건|개|회|종|편|장)|\b\d+ (?:\w+ )?(?:projects?|apps?|dashboards?|services?|models?|papers?|scripts?)\b", re.IGNORECASE)
"""A line of a list of skills that says itself how much was made with it."""
_MADE = Expression(
    r"(?:기능|서비스|앱|어플(?:리케이션)?|사이트|웹페이지|시스템|모듈|프로그램|게임|대시보드|챗봇|플러그인|크롤러|시뮬레이터|로봇|장치)\S{0,2}\s(?:직접\s)?(?:제작|개발|구현|구축|설계|출시|배포)|"
    r"\b(?:built|made|wrote|developed|created|shipped|published)\s(?:an?|the|my|our|several|two|three|four)\s(?:[\w-]+\s){0,4}(?:apps?|games?|sites?|websites?|services?|dashboards?|bots?|tools?|plugins?|crawlers?|robots?|devices?|modules?)\b",
    re.IGNORECASE,
)
"""A line of a list of skills that says itself what was made with it."""
_NO_LIST: frozenset[SectionKind] = frozenset(("projects", "experience", "education", "training", "awards", "certificates"))
_NO_USE: frozenset[SectionKind] = frozenset(("skills", "summary", "personal", "links", "languages"))
"""Sections whose words are no evidence that something was used."""


def listed_skills(evidence: Evidence) -> tuple[Mention, ...]:
    """Mentions in lists of skills, outside entries, in reading order."""
    found = [mention for index, mentions in enumerate(evidence.mentions) if mentions and _lists_skills(evidence, index) for mention in mentions]
    found += [mention for mention in evidence.elsewhere if _section_kind(evidence, mention.span) == "skills" and not _is_in_entry(evidence, mention.span)]
    return tuple(sorted(found, key=lambda mention: mention.span))


def used_skills(evidence: Evidence) -> frozenset[str]:
    """Names of everything that a use outside lists of skills gives evidence for: the skills named there and what they are part of."""
    return evidenced((mention.skill.name for mention in uses(evidence)), evidence.vocabulary.get("skills", {}))


def uses(evidence: Evidence) -> Iterator[Mention]:
    """Mentions that tell of a use: in entries, courses, certificates, their headings and their code."""
    for index, mentions in enumerate(evidence.mentions):
        if mentions and tells_of_use(evidence, index):
            yield from mentions
    for mention in evidence.elsewhere:
        if _is_in_entry(evidence, mention.span) or _section_kind(evidence, mention.span) not in _NO_USE:
            yield mention


def tells_of_use(evidence: Evidence, index: int) -> bool:
    """Whether the statement tells of work: it stands in an entry, or at least in no list of skills, summary or personal data."""
    if _lists_skills(evidence, index):
        return False
    statement = evidence.outline.statements[index]
    kinds = evidence.outline.section_kinds(statement)
    if statement.entry >= 0 or _NO_USE.isdisjoint(kinds):
        return True
    # A summary that tells what was done with it, or a line of skills that tells what was made.
    return ("summary" in kinds and evidence.claims[index].own and statement.form == "prose" and evidence.match(_WORKED, index) is not None) or evidence.match(_MADE, index) is not None


def evidenced(names: Iterable[str], skills: Mapping[str, Any]) -> frozenset[str]:
    """The skills and everything that they are part of, at any distance (torchvision: PyTorch, Python).

    What belongs to a field of machine learning is evidence for machine learning.
    """
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            item = skills.get(name, {})
            waiting += item.get("part_of", ())
            if item.get("fields") and "machine learning" in skills:
                waiting.append("machine learning")
    return frozenset(found)


def is_backed(mention: Mention, used: frozenset[str], skills: Mapping[str, Any]) -> bool:
    """Whether the listed skill, one of its parts or the product that it belongs to was used.

    Only a product stands for its parts ("moved to AWS" for EC2): who used Docker has not shown Kubernetes.
    """
    if mention.skill.name in used:
        return True
    return any(name in used for name in mention.skill.part_of if skills.get(name, {}).get("product"))


def _lists_skills(evidence: Evidence, index: int) -> bool:
    """Whether the statement says what its author knows, not what was done with it."""
    outline = evidence.outline
    statement = outline.statements[index]
    kinds = outline.section_kinds(statement)
    label = statement.label.strip()
    if _LEARNING.fullmatch(label) or _OF_A_COURSE.fullmatch(label) or evidence.match(_SELF_PROVED, index) or evidence.match(_MADE, index):
        return False
    if statement.entry >= 0:
        listed = outline.entries[statement.entry].section
        return listed >= 0 and outline.sections[listed].kind == "skills"
    if "skills" in kinds or _LIST_LABEL.fullmatch(label):
        return True
    if not _NO_LIST.isdisjoint(kinds):
        return False
    return any(_LIST_HEADING.search(words) for words in (outline.sections[statement.section].heading, *statement.context)) or (
        # The header of a table is its heading: "Skills" above the columns of what somebody knows.
        statement.table >= 0 and _LIST_LABEL.fullmatch(statement.context[-1].strip() if statement.context else "") is not None
    )


def _section_kind(evidence: Evidence, span: Span) -> SectionKind | None:
    kind: SectionKind | None = None
    for section in evidence.outline.sections:
        if section.span.contains(span) or (section.title is not None and section.title.contains(span)):
            kind = section.kind
    return kind


def _is_in_entry(evidence: Evidence, span: Span) -> bool:
    sections = evidence.outline.sections
    return any(
        entry.span.contains(span) and not (entry.section >= 0 and sections[entry.section].kind == "skills") for entry in evidence.outline.entries
    )
