"""FOC004: a job outside data and software that nothing in the document ties to the work applied for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from careerlint.dates import sums_up
from careerlint.entries.earlier_trade import TECHNICAL, tells_technical_work
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.outline import index_or_none
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_TARGET = Expression(
    r"데이터|개발|프론트|백엔드|풀스택|머신러닝|인공지능|\bAI\b|\bML\b|소프트웨어|프로그래머|(?:추천|검색|정보|전산)\s?시스템|컴퓨터\s?비전|데브옵스|DevOps|MLOps|"
    r"\bdata (?:engineer|scien|analy)|developer|development|data engineering|(?:computer )?vision engineer|software|machine learning|front-?end|back-?end|full-?stack|programmer|ML engineer|AI engineer|analytics engineer|QA engineer|analytics",
    re.IGNORECASE,
)
_JOB_WORDS = frozenset((
    "근무", "경력", "매니저", "직원", "대표", "운영", "담당", "사원", "대리", "과장", "팀장", "점장", "주임", "정규직", "계약직", "회사", "본사", "업무", "이전", "현재",
    "manager", "assistant", "staff", "member", "lead", "senior", "junior", "present", "head", "work", "team", "company",
))
_LOOKS_BACK = Expression(r"(?:일하며|일하면서|근무하며|근무하면서|시절|현장에서|\d+년간|년 동안).{0,40}|\byears (?:on|in|as|of|at)\b|\bmy time (?:as|at|in)\b|\bas an? [a-z]+ i\b", re.IGNORECASE)
_BRIDGES = Expression(
    r"\bi now\b|\bthe very [a-z]+ (?:that )?i\b|\b(?:that|this|which) is (?:why|how|where|when) i (?:came|started|learned|learnt|began|got|turned|moved)|\bi still (?:use|need|know|read)\b|"
    r"\bi had\s[^.\n]{0,40}\b(?:for|in) [\w-]+ years\b|\bhaving (?:been|worked|spent|served)\b|\bas a former\b|\bfrom my (?:years|time|days)\b|"
    r"(?:그때|그 시절|거기서|여기서)[^.\n]{0,60}(?:지금|개발|데이터|분석|모델)|지금(?:은|도|의)?\s[^.\n]{0,40}(?:쓰|도움|밑천|바탕|이어|옮기|만들|다루)|(?:개발자|분석가|엔지니어|데이터|개발)[가-힣]{0,3}\s?(?:로|으로)\s(?:옮|바꾸|바꿨|전향|전직)|계기가|계기로",
    re.IGNORECASE,
)
"""Words that lead from one trade to another, also inside the old one or the new."""
_YEAR = Expression(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_STUDIES = Expression(r"\b(?:ph\.?\s?d\.?|doctoral|graduate|master'?s) (?:candidate|student|researcher|fellow)|\bpost-?doc|\b(?:teaching|course|lab) assistant|박사\s?(?:과정|후)|석사\s?과정|대학원생|수업\s?조교|교육\s?조교", re.IGNORECASE)
"""Posts of a university in which somebody studies: no other trade, whatever the subject."""
_FEWEST = 2
"""Technologies or technical entries elsewhere that make the document one for data or software."""


def find_unbridged_past(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """Each job without a technical word whose trade no statement elsewhere takes up."""
    outline = evidence.outline
    if outline.kind not in ("resume", "career", "portfolio", "cover-letter") or not _is_technical(evidence):
        return
    if any(evidence.match(_BRIDGES, statement) for statement in range(len(outline.statements))):
        return
    past = [index for index in range(len(outline.entries)) if _is_of_another_trade(evidence, index)]
    for index in past:
        title = evidence.title(index)
        if not _is_taken_up(evidence, title, outline.entries[index].statements, past):
            yield Hit(title, None, index, values={"match": evidence.document.words(title)})
    titles = {evidence.title(index) for index in range(len(outline.entries))}
    for place, section in enumerate(outline.sections):
        if section.title is None or section.title in titles or section.kind != "other" or not _is_long_period(evidence.document.words(section.title)):
            continue
        if any(other.parent == place for other in outline.sections):
            continue
        inside_it = [index for index, statement in enumerate(outline.statements) if statement.section == place]
        told = "\n".join((evidence.document.words(section.title), *map(evidence.text, inside_it)))
        if not inside_it or TECHNICAL.search(told) or any(evidence.mentions[index] for index in inside_it if evidence.mentions):
            continue
        if not _is_taken_up(evidence, section.title, (inside_it[0], inside_it[-1] + 1), past):
            yield Hit(section.title, None, index_or_none(section.entry), values={"match": evidence.document.words(section.title)})


def _is_of_another_trade(evidence: Evidence, index: int) -> bool:
    """Whether an entry is a job with its years that holds no technical word."""
    entry, title = evidence.outline.entries[index], evidence.title(index)
    first, last = entry.statements
    if entry.kind != "job" and not (entry.kind == "project" and _is_in_jobs(evidence, index)):
        return False
    words = evidence.document.words(title)
    if first >= last or not _YEAR.search(_with_margin(evidence, index)) or _STUDIES.search(words) or sums_up(words):
        return False
    inside = "\n".join((words, *(evidence.text(statement) for statement in range(first, last))))
    return not TECHNICAL.search(inside) and not any(evidence.mentions[statement] for statement in range(first, last) if evidence.mentions)


def _is_in_jobs(evidence: Evidence, entry: int) -> bool:
    """A period of two years or more in a title is a job's, wherever it stands."""
    return _is_long_period(_with_margin(evidence, entry))


def _with_margin(evidence: Evidence, entry: int) -> str:
    """The title of an entry with what stands behind it in its row, as its period at the margin does; a row of a table is none of that."""
    title = evidence.title(entry)
    first, last = evidence.outline.entries[entry].statements
    listed = any(statement.table >= 0 for statement in evidence.outline.statements[first:last][:1])
    text = evidence.document.text
    return evidence.document.words(title) if listed else evidence.document.words(title) + text[title.end :].split("\n", 1)[0]


def _is_long_period(title: str) -> bool:
    """Whether a title names two years that lie two or more apart."""
    years = [int(year) for year in _YEAR.findall(title)]
    return len(years) == 2 and years[1] - years[0] >= 2


def _is_technical(evidence: Evidence) -> bool:
    # The name and what stands under it: further down a cook "develops" a menu too.
    head = " ".join(evidence.document.text[:200].split("\n\n")[:2])[:120]
    if evidence.role and evidence.role in evidence.vocabulary.get("roles", {}) and evidence.mentions:
        # Whoever applies as one of the roles that are known applies for data or software.
        return any(evidence.mentions)
    if any(entry.kind == "job" and _TARGET.search(evidence.document.words(evidence.title(index))) for index, entry in enumerate(evidence.outline.entries)):
        return True
    named = {mention.skill.name for mentions in (*evidence.mentions, evidence.elsewhere) for mention in mentions}
    return _TARGET.search(head) is not None or len(named) >= _FEWEST + 1 or (bool(named) and _has_technical_projects(evidence))


def _has_technical_projects(evidence: Evidence) -> bool:
    """Whether projects are told, each with a technology or technical words: they are what one applies with."""
    projects = [index for index, entry in enumerate(evidence.outline.entries) if entry.kind in ("project", "competition") and entry.statements[0] < entry.statements[1]]
    return bool(projects) and all(tells_technical_work(evidence, entry) for entry in projects)


def _is_taken_up(evidence: Evidence, title: Span, statements: tuple[int, int], past: Collection[int]) -> bool:
    """Whether a statement outside the entry speaks of its trade: shares a noun of its title or of its work. Another job of an earlier trade (`past`) ties nothing to the work applied for."""
    first, last = statements
    nouns = _nouns(evidence.document.words(title)) | {
        word.lemma.lower() for statement in range(first, last) for word in evidence.words[statement] if word.pos == "noun" and word.lemma[:1] >= "가" and len(word.lemma) > 2
    }
    nouns -= _JOB_WORDS
    for other in range(len(evidence.outline.statements)):
        statement = evidence.outline.statements[other]
        if first <= other < last or statement.entry in past or (statement.entry >= 0 and evidence.outline.entries[statement.entry].kind == "course"):
            continue
        text = evidence.text(other).lower()
        if any(noun in text for noun in nouns) or (statement.entry < 0 and _LOOKS_BACK.search(text)):
            return True
    return False


def _nouns(title: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[가-힣]{2,}|[A-Za-z]{4,}", title)} - _JOB_WORDS
