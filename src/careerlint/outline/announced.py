"""Announced by what stands below: headings whose words alone leave open whether they list works."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from careerlint.dates import has_date_range
from careerlint.expression import Expression
from careerlint.model.outline import SectionKind
from careerlint.outline.draft import Draft
from careerlint.outline.sections import DraftSection
from careerlint.outline.tables import count_works

_JOBS = Expression(r"^(?:(?:work|professional|industry|research|employment|job|career|selected)\s){0,2}(?:experience|career|employment)\s(?:highlights|overview|at a glance|summary|snapshot)$|^(?:주요\s?)?(?:경력|커리어|경험)\s?(?:하이라이트|요약|개요|한눈에(?:\s보기)?)$", re.IGNORECASE)
"""What may list jobs in short, or sum up in prose what they taught."""
_MADE = Expression(
    r"^(?:selected|featured|notable|key|main|recent|signature|flagship)\s(?:[\w&/-]+\s){0,2}(?:products|apps|applications|tools|systems|builds|prototypes|platforms|launches|dashboards|models)$|^(?:주요|대표|핵심)\s?(?:[가-힣A-Za-z]+\s)?(?:제품|서비스|앱|시스템|솔루션|작업물|작업)$",
    re.IGNORECASE,
)
"""What may list works of a person, or the parts of one."""
_TOOLS = Expression(r"\W{0,3}(?:tech(?:nolog(?:y|ies))?(?:\s?stack)?(?:\sused)?|stack|tools?(?:\sused)?|built with|(?:사용\s?)?기술(?:\s?스택)?|사용\s?도구)\W{0,3}[:：]", re.IGNORECASE)
_TECHNICAL = Expression(r"^technical\s(?:work\s)?experience$", re.IGNORECASE)
"""What lists technical jobs, or languages and tools."""
_ENDS_IN_WORKS = Expression(r"(?:프로젝트|projects)$", re.IGNORECASE)
_NAMED = Expression(r"([^:：\n]{2,80}?)(?:\s?[:：]\s|\s[—–-]{1,2}\s)\S[^\n]{12}")
_OF_A_LIFE: frozenset[SectionKind] = frozenset(("experience", "education"))
_OF_A_PERSON: frozenset[SectionKind] = frozenset(("personal", "education"))
_SEVERAL = 2
_NEAR = 3
_LONGEST_PERIOD_ROW = 80


def with_announced(draft: Draft) -> list[DraftSection]:
    """The sections with those headings told that list jobs or works by what stands below them: "Experience highlights" above posts with periods."""
    found = list(draft.sections)
    experienced = any(section.kind == "experience" for section in draft.sections)
    lived = any(section.kind in _OF_A_LIFE for section in draft.sections)
    named = any(section.title is not None and section.level == 1 and draft.vocabulary.title_kind(draft.document.words(section.title)) == "portfolio" for section in draft.sections)
    portfolio = named and sum(count_works(draft.document, line.table) for line in draft.lines if line.table is not None) >= _SEVERAL
    for index, inside in enumerate(draft.children):
        section = draft.sections[index]
        if section.kind == "overview" and any(draft.sections[child].kind in _OF_A_PERSON for child in inside):
            # "Introduction" above a name and a school introduces no work.
            found[index] = replace(section, kind="summary", late="summary")
            continue
        if section.title is None or section.kind not in ("other", "summary"):
            continue
        works = [child for child in inside if draft.sections[child].kind == "other" and draft.sections[child].lines[0] < draft.sections[child].lines[1]]
        blocks = len(works) >= _SEVERAL and len(works) == len(inside) and section.lines[0] == section.lines[1]
        dated = sum(_is_dated(draft, draft.sections[child]) for child in works)
        listed = (blocks and 2 * dated >= len(works)) or (not inside and (_is_list_of_periods(draft, section) or _is_list_of_stories(draft, section)))
        technical = dated >= _SEVERAL or _count_periods(draft, section) >= _SEVERAL
        if (not experienced and listed and _JOBS.match(section.heading)) or (technical and _TECHNICAL.match(section.heading)):
            found[index] = replace(section, kind="experience", late="experience")
        elif (lived and blocks and (_MADE.match(section.heading) or _have_tools(draft, works))) or _lists_in_table(draft, index, portfolio) or (lived and not inside and _names_works(draft, section)):
            found[index] = replace(section, kind="projects", late="projects")
    return found


def _names_works(draft: Draft, section: DraftSection) -> bool:
    """Whether a heading that ends in "projects" stands above nothing but bullets, and most begin with a bold name and what it is: "**Tide bell** (Vell): a bell driven by the tide table"."""
    lines = [line for line in draft.lines_of(section) if line.kind != "silent"]
    outer = [line for line in lines if line.kind == "item" and line.depth == 1]
    if not _ENDS_IN_WORKS.search(section.heading) or any(line.kind != "item" for line in lines):
        return False
    names = [match[1] for line in outer if line.span.start in draft.strong and (match := _NAMED.match(draft.document.words(line.span)))]
    named = sum(draft.vocabulary.kind_of(name) is None for name in names)
    return named >= _SEVERAL and 4 * named >= 3 * len(outer)


def _lists_in_table(draft: Draft, index: int, portfolio: bool) -> bool:
    """Whether a heading that ends in a word for works ("My history of competitions"), or stands below the title of a portfolio, has them in the rows of a table.

    The table may stand below a bold line there, as "Summary" above it and "Details" behind it.
    """
    section = draft.sections[index]
    inside = [line for line in draft.lines_of(section) if line.kind != "silent"]
    if section.late == "projects":
        stop = next((place for place in range(index + 1, len(draft.sections)) if not draft.lines[draft.sections[place].lines[0] - 1].look or draft.sections[place].level <= section.level), len(draft.sections))
        inside = [line for line in draft.lines[section.lines[0] : draft.sections[stop - 1].lines[1]] if line.kind != "silent"]
    elif not portfolio or section.level == 1 or any(line.kind == "item" for line in inside):
        return False
    return sum(count_works(draft.document, line.table) for line in inside if line.table is not None) >= (1 if portfolio else _SEVERAL)


def _have_tools(draft: Draft, works: Sequence[int]) -> bool:
    """Whether blocks each say what they were made with in a row of its own, as works do: "Tech stack: Milvus, PyTorch"."""
    told = sum(any(_TOOLS.match(row) for line in draft.lines_of(draft.sections[index]) for row in line.rows(draft.document)) for index in works)
    return told >= _SEVERAL and 4 * told >= 3 * len(works)


def _is_dated(draft: Draft, section: DraftSection) -> bool:
    """Whether a block names its period in its title or one of the rows right below."""
    near = draft.lines[section.lines[0] : min(section.lines[0] + _NEAR, section.lines[1])]
    rows = [section.heading, *(row for line in near for row in line.rows(draft.document))]
    return any(len(row) <= _LONGEST_PERIOD_ROW and has_date_range(row) for row in rows)


def _is_list_of_periods(draft: Draft, section: DraftSection) -> bool:
    """Whether most rows below a heading are short and have a period each, as posts one after the other do."""
    rows = sum(draft.document.words(line.span).count("\n") + 1 for line in draft.lines_of(section) if line.kind in ("text", "item"))
    dated = _count_periods(draft, section)
    return dated >= _SEVERAL and 2 * dated > rows


def _is_list_of_stories(draft: Draft, section: DraftSection) -> bool:
    """Whether all bullets below a heading have bullets of their own, one of them with a period: posts with what was done in each."""
    inside = draft.lines_of(section)
    outer = [place for place, line in enumerate(inside) if line.depth <= 1]
    told = all(inside[place].kind == "item" and place + 1 < len(inside) and inside[place + 1].depth > 1 for place in outer)
    return told and len(outer) >= _SEVERAL and any(has_date_range(draft.document.words(inside[place].span)) for place in outer)


def _count_periods(draft: Draft, section: DraftSection) -> int:
    """How many short rows right below a heading have a period."""
    inside = [line for line in draft.lines_of(section) if line.kind in ("text", "item")]
    return sum(len(row) <= _LONGEST_PERIOD_ROW and has_date_range(row) for line in inside for row in line.rows(draft.document))
