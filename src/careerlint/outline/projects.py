"""Projects: which sections tell one project among several, and which are parts, attempts or days of a single one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from careerlint.dates import has_date_range, without_dates
from careerlint.expression import Expression
from careerlint.model.contests import KOREAN_CONTESTS
from careerlint.model.document import Document
from careerlint.model.outline import SectionKind
from careerlint.outline.draft import Draft
from careerlint.outline.levels import PROJECT_PARTS
from careerlint.outline.lines import OutlineLine
from careerlint.outline.sections import DraftSection, ancestors
from careerlint.outline.sentences import ends_sentence
from careerlint.outline.told_works import told_works

_TELLING_PARTS: frozenset[SectionKind] = frozenset((
    "overview", "goal", "task", "data", "method", "experiment", "result", "troubleshooting", "limits", "retrospective", "usage", "structure",
))
_CLOSING_PARTS: frozenset[SectionKind] = frozenset(("overview", "goal", "experiment", "result", "limits", "retrospective", "plan", "lesson", "usage"))
_OF_ONE_WORK: frozenset[SectionKind] = frozenset(("usage", "structure", "data", "method", "experiment", "result", "task"))
"""Parts that stand inside each work where a page tells of several."""
_OF_A_PERSON: frozenset[SectionKind] = frozenset(("summary", "skills", "personal", "education", "experience", "certificates", "languages", "links"))
"""What stands below "Portfolio" as the title of a page, beside the works."""
_NUMBERED = Expression(r"^\W*(?:(?:주요|대표|개인|팀)\s)?(?i:프로젝트|project)\s*#?(?:\d|[A-Z]\s?[.:)])")
_COUNTED = Expression(r"\W{0,3}\d{1,2}\s?[.)]\s")
"""A chapter's number."""
_CONTEST = Expression(rf"(?:{KOREAN_CONTESTS}|챌린지|올림피아드|hackathon|datathon|make-?athon)(?:\s?(?:19|20)\d\d)?(?:\s?\([^()]{{1,40}}\))?\W*$", re.IGNORECASE)
"""Titles that are nothing but names of competitions."""
_LOG = Expression(r"change|변경|version|릴리[즈스]|release|week|\bv?\d+\.\d+\.\d+", re.IGNORECASE)
_SERIES = Expression(
    r"^\W*(?:(?:[가-힣]{1,6}\s)?\d{1,2}(?:\s?[-~]\s?\d{1,2})?\s*(?:차|단계|주차|일차|번째|회차|월)(?![가-힣]{2})|(?:실험|시도|버전|단계|발견|가설|이슈|문제|접근|모델|질문|트러블)\s*#?[\dA-Z]|"
    r"(?:exp(?:eriment)?|trial|attempt|version|ver|v|stage|step|phase|week|day|round|iteration|approach|fold|finding|hypothesis|issue|model|method|baseline|submission|sprint|milestone|page|chapter)s?[\s.#_-]*(?:\d|[A-Z]\b|[IVX]+\b))",
    re.IGNORECASE,
)
"""What is numbered here is one attempt, step or day of a project."""
_PART_LABEL = Expression(r"(?m)^(?:[^\S\n]|[*\[【·•▪■●○-])*((?:개발|참여|진행|작업|수행) ?(?:기간|인원)|(?:개발|사용) ?언어|기간|역할|담당|사용 ?기술|기술 ?스택|성과|문제|해결|결과|인원|기여도|period|role|stack|tech|result|problem|solution|impact)[\s\])】*]*[:：|]", re.IGNORECASE)
_PERIOD_LABEL = Expression(r"^[\s*\[【·•▪■●○-]*(?:(?:프로젝트|진행|개발|수행|작업|참여|대회|공모전|활동|제작)?\s*기간|일시|일정|period|dates?|duration|timeline|when)[\s\])】*]*[:：|]", re.IGNORECASE)
_LINE_LABEL = Expression(r"^[\s*\[【-]*([^\s:：][^:：\n]{1,23}?)[\s\])】*]*[:：]\s")
_TROUBLE = Expression(
    r"(?:오류|에러|버그)(?!\s?(?:탐지|검출|예측|분류|감지|추적|관리|리포트))|예외\s|실패(?!\s?예측)|(?:되지|하지|이|가)\s않(?:는|음|던|았)|안\s?(?:됨|되는|되던|뜨는|나오는|잡히는)|깨(?:짐|지는)|누락(?:되|된|됨)|(?:하는|되는|던|는)\s문제(?:\W|$)|(?:이슈|문제)\W*(?:\(|$)|"
    r"\b[A-Z]\w+(?:Error|Exception)\b|\b(?:4\d\d|50\d)\s(?:[A-Z][a-z]+|오류|에러|error)|\b(?:bugs?(?!\s(?:track|report|bount|hunt|predict|triage|classif))|crash(?:es|ed)|fails?|failed|failing|not (?:working|found|loading|updating)|does\s?n[o'’]t|did\s?n[o'’]t|(?:wo|ca)n[’']t|cannot|stuck|refused|errors?(?: (?:when|after|on|in|during)\b|\W*$))",
    re.IGNORECASE,
)
"""What went wrong, as a title."""
_REMEDY_LABEL = Expression(r"^[\s*\[【(-]*(?:증상|현상|원인|문제\s?원인|해결(?:\s?방법|책)?|조치|symptoms?|(?:root )?causes?|fix|solution|resolution|workaround)[\s\])】*]*[:：]", re.IGNORECASE)
_DAY = Expression(
    r"(?:date|day|날짜|일자|작성일)\s?[:：]\s?(?:(?:19|20)\d\d\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}일?|(?:[A-Z][a-z]+\.?\s)?\d{1,2}(?:st|nd|rd|th)?,?\s(?:[A-Z][a-z]+\.?,?\s)?(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})\.?(?:\s?\([^()]{1,9}\))?$",
    re.IGNORECASE,
)
"""A line that is one day, under its label."""
_ON_DAY = Expression(r"[^\w\n]{0,8}(?P<what>(?:[^\W\d](?:[^\d\n]{0,38}[^\W\d])?)?)[^\w\n]{0,8}(?:19|20)\d\d\s?[-./년]\s?\d{1,2}\s?[-./월]\s?\d{1,2}(?!\d)")
_COUNT = Expression(r"\d+")
_WORK = Expression(r"(?:project|work|job|프로젝트|과제|작업|경력)s?", re.IGNORECASE)
_SEVERAL = 2
_MANY_PARTS = 3
_SHORT_REPORT = 6
_FIGURE = Expression(r"\d+(?:\.\d+)?\s?%|\d\.\d|\b\d+ (?:of|out of) (?:the )?\d+|\b\d{2,}\b", re.IGNORECASE)
_LONGEST_PERIOD_LINE = 90
_MOST_AROUND_PERIOD = 16
"""Characters that a bullet may hold besides a period and still be no more than the period."""


def project_titles(draft: Draft) -> Sequence[int]:
    """The sections that look like one project among several: siblings whose titles are no part names.

    They stand under a projects heading, are called "Project 1", "Project 2", or are siblings at the highest level that has two or
    more of them and show what projects show: parts of their own, a period.
    """
    return draft.once(_project_titles)


def _project_titles(draft: Draft) -> Sequence[int]:
    inside = draft.children
    numbered = numbered_projects(draft)
    if numbered:
        return numbered
    for index, section in enumerate(draft.sections):
        if section.kind == "projects":
            titles = all(above.title is None for above in draft.sections[:index])
            found = [child for child in inside[index] if draft.sections[child].late not in PROJECT_PARTS and not (titles and draft.sections[child].kind in _OF_A_PERSON)]
            if found:
                return found
    top = _top_level(draft)
    top = top[1:] if len(top) > _SEVERAL and _names_document(draft, top[0]) else top
    candidates = [index for index in top if draft.sections[index].kind == "other" and draft.sections[index].late not in _CLOSING_PARTS]
    if _are_series(draft, candidates) or _are_days(draft, candidates) or _are_sessions(draft, candidates):
        return []
    contests = [index for index in candidates if (title := draft.sections[index].title) is not None and _CONTEST.search(draft.document.words(title))]
    if len(contests) >= _SEVERAL and len(contests) == len(candidates):
        return contests
    if _are_troubles(draft, candidates) or any(draft.sections[place].kind == "troubleshooting" for index in top[:1] for place in ancestors(draft.sections, index)):
        return []
    flat = _flat_titles(draft, top)
    if len(flat) >= _SEVERAL:
        return flat
    if len(candidates) < _SEVERAL or len(candidates) * 2 < len(top) or _is_about_one_thing(draft, top):
        return []
    telling = [index for index in candidates if shows_project(draft, index)]
    if len(telling) >= _SEVERAL and len(telling) * 2 >= len(candidates):
        return telling
    if told := told_works(draft, candidates):
        return told
    if len(candidates) == len(top) and _are_short_reports(draft, candidates):
        return candidates
    return candidates if len(candidates) == len(top) and _are_alike(draft, candidates) else []


def _names_document(draft: Draft, index: int) -> bool:
    """Whether the first heading is the title of the document though the works stand beside it: "# Portfolio - Ada", "# 1. Rent"."""
    title = draft.sections[index].title
    first = all(section.title is None for section in draft.sections[:index])
    return first and title is not None and not draft.children[index] and draft.vocabulary.title_kind(draft.document.words(title)) is not None


def tells_one_project(draft: Draft) -> bool:
    """Whether the sections below the only title are parts of one work: its overview, its troubles, what came of it."""
    roots = [index for index, section in enumerate(draft.sections) if section.title is not None and section.parent < 0]
    if len(roots) != 1:
        return False
    top = [section for section in draft.sections if section.parent == roots[0]]
    parts = [section.kind if section.kind != "other" else section.late for section in top]
    told = [part for part in parts if part in PROJECT_PARTS]
    return len(set(told)) >= _MANY_PARTS and 2 * len(told) > len(top) and not {"projects", "experience"} & set(parts)


def only_work(draft: Draft) -> int | None:
    """The one work that stands behind the title of a portfolio, as high as that, and is told in parts; the page is its README below the name of who made it."""
    roots = [index for index, section in enumerate(draft.sections) if section.title is not None and section.parent < 0]
    if len(roots) != _SEVERAL or not _names_document(draft, roots[0]) or draft.sections[roots[1]].kind != "other":
        return None
    inside = [draft.sections[child] for child in draft.children[roots[1]]]
    told = [part for section in inside if (part := section.kind if section.kind != "other" else section.late) in PROJECT_PARTS]
    counted = sum(_COUNTED.match(draft.document.words(section.title)) is not None for section in inside if section.title is not None) >= max(_MANY_PARTS, len(inside) - 1)
    several = len(set(told)) >= (_SEVERAL if counted else _MANY_PARTS) and (counted or 2 * len(told) > len(inside))
    return roots[1] if several and not any(section.kind in ("projects", "experience") for section in inside) else None


def numbered_projects(draft: Draft) -> list[int]:
    """Two or more sections of one level that are called "Project 1: ...", "Project 2: ..."; none where there is but one."""
    found = [
        index for index, section in enumerate(draft.sections)
        if section.kind == "other" and section.title is not None and _NUMBERED.match(draft.document.words(section.title).strip())
    ]
    level = min((draft.sections[index].level for index in found), default=0)
    found = [index for index in found if draft.sections[index].level == level]
    return found if len(found) >= _SEVERAL else []


def shows_project(
    draft: Draft, index: int
) -> bool:
    """Whether a section has what a project has: two parts of its own, a period, or a number after the word "project"."""
    section = draft.sections[index]
    words = draft.document.words(section.title) if section.title else ""
    if _NUMBERED.match(words.strip()):
        return True
    if _LOG.search(words) or _SERIES.match(words):
        return False
    if len({draft.sections[child].late for child in draft.children[index] if draft.sections[child].late in PROJECT_PARTS}) >= _SEVERAL:
        return True
    if has_date_range(words) or has_period(draft, section):
        return True
    labels = {match[1] for line in draft.lines[section.lines[0] : section.lines[0] + 12] if line.kind in ("text", "item") for match in _PART_LABEL.finditer(draft.document.words(line.span)[:400])}
    return len(labels) >= _SEVERAL


def has_period(draft: Draft, section: DraftSection) -> bool:
    """Whether one of the first lines under a heading is its period, rather than a sentence or bullet that names years."""
    return any(_is_period(draft.document, line) for line in draft.lines[section.lines[0] : min(section.lines[0] + 3, section.lines[1])])


def bullets_with_period(draft: Draft, first: int, last: int) -> list[int]:
    """The outer bullets between two lines that have a period among the bullets inside them."""
    return [place for place in draft.outer_bullets(first, last) if _has_period_inside(draft, place, last)]


def _has_period_inside(draft: Draft, position: int, last: int) -> bool:
    """Whether a bullet has a period among the bullets inside it."""
    depth = draft.lines[position].depth
    for place in range(position + 1, last):
        line = draft.lines[place]
        if line.kind not in ("item", "text") or line.depth <= depth:
            return False
        words = draft.document.words(line.span)
        if _PERIOD_LABEL.match(words) and any(character.isdigit() for character in words):
            return True
    return False


def _is_period(document: Document, line: OutlineLine) -> bool:
    for text in line.rows(document)[:3]:
        if line.kind not in ("text", "item") or len(text) > _LONGEST_PERIOD_LINE or not has_date_range(text):
            continue
        if _PERIOD_LABEL.match(text) or (line.kind == "text" and not ends_sentence(text)) or len(without_dates(text)) <= _MOST_AROUND_PERIOD:
            return True
    return False


def _are_series(draft: Draft, candidates: Sequence[int]) -> bool:
    titles = [draft.document.words(title) for index in candidates if (title := draft.sections[index].title) is not None]
    return sum(_SERIES.match(title) is not None for title in titles) * 2 > len(titles)


def _are_days(draft: Draft, candidates: Sequence[int]) -> bool:
    """Whether most of these titles are the days of a log, each with its date right below ("Date: November 29, 2025") and no period."""
    days = [index for index in candidates if any(_DAY.match(row.strip()) for row in _rows_below(draft, index))]
    return len(days) >= _SEVERAL and 2 * len(days) > len(candidates)


def _are_sessions(draft: Draft, candidates: Sequence[int]) -> bool:
    """Whether most of these titles call one thing by its days: "Test session: 2026-03-28", "Test session: 2026-03-31 — with caching"; a period without a name is a work's."""
    titles = [draft.document.words(title) for index in candidates if (title := draft.sections[index].title) is not None]
    said = Counter(
        found["what"].strip().lower() for title in titles
        if (found := _ON_DAY.match(title)) is not None and not _WORK.fullmatch(found["what"].strip()) and (found["what"].strip() or not has_date_range(title))
    )
    # What closes each of them ("Key observations (session 2)") is a part of it.
    closing = Counter(_COUNT.sub("", title.lower()) for title in titles if _ON_DAY.match(title) is None)
    parts = sum(count for count in closing.values() if count >= _SEVERAL)
    return max(said.values(), default=0) >= _SEVERAL and 2 * (max(said.values()) + parts) > len(titles)


def _rows_below(draft: Draft, index: int) -> Iterator[str]:
    """The first rows of the first lines below a title."""
    first = draft.sections[index].lines[0]
    for line in draft.lines[first : first + _SEVERAL]:
        if line.kind in ("text", "item"):
            yield from draft.document.words(line.span).split("\n")[:_SEVERAL]


def _are_troubles(draft: Draft, candidates: Sequence[int]) -> bool:
    """Whether most of these titles name what went wrong, and most blocks tell its cause or remedy, as in a log of errors."""
    titles = [draft.document.words(title) for index in candidates if (title := draft.sections[index].title) is not None]
    if len(titles) < _SEVERAL or 2 * sum(_TROUBLE.search(title) is not None for title in titles) <= len(titles):
        return False
    remedied = 0
    for index, following in zip(candidates, [*candidates[1:], len(draft.sections)], strict=True):
        inside = draft.sections[index:following]
        labels = any(_REMEDY_LABEL.match(draft.document.words(line.span)[:60]) for section in inside for line in draft.lines_of(section))
        remedied += labels or any(section.kind == "troubleshooting" for section in inside[1:])
    return 2 * remedied > len(candidates)


def _is_about_one_thing(draft: Draft, top: Sequence[int]) -> bool:
    """Whether the title above is that of a change log or guide, or two headings are parts of one project."""
    around = [place for index in top[:1] for place in ancestors(draft.sections, index)]
    if any(draft.sections[place].kind in PROJECT_PARTS for place in around):
        return True
    if _is_title_beside_parts(draft, top):
        return True
    telling = {draft.sections[index].kind for index in top if draft.sections[index].kind in _TELLING_PARTS}
    telling |= {draft.sections[index].late for index in top if draft.sections[index].late in _CLOSING_PARTS}
    return len(telling) >= _SEVERAL


def _is_title_beside_parts(draft: Draft, top: Sequence[int]) -> bool:
    """Whether the first heading of a page names what the others are parts of, though they stand as high: "# Tide finder", "# Installation", "# Results"."""
    first = draft.sections[top[0]] if top else None
    titled = first is not None and first.parent < 0 and first.kind == "other" and all(section.title is None for section in draft.sections[: top[0]])
    told = Counter(kind for _, kinds in _titles_with_parts(draft, top) for kind in kinds if kind in _OF_ONE_WORK)
    # A part behind each of several titles is one of each.
    return titled and bool(told) and max(told.values()) == 1


def _flat_titles(draft: Draft, top: Sequence[int]) -> list[int]:
    """Titles followed by the same parts at their own level: A, 개요, 결과, B, 개요, 결과."""
    runs = _titles_with_parts(draft, top)
    repeated = Counter(kind for _, kinds in runs for kind in kinds)
    return [index for index, kinds in runs if sum(repeated[kind] >= _SEVERAL for kind in kinds) >= _SEVERAL]


def _titles_with_parts(draft: Draft, top: Sequence[int]) -> list[tuple[int, set[SectionKind]]]:
    """The titles among headings of one level, each with the kinds of the parts behind it."""
    runs: list[tuple[int, set[SectionKind]]] = []
    for index in top:
        if draft.sections[index].kind in PROJECT_PARTS:
            if runs:
                runs[-1][1].add(draft.sections[index].kind)
        else:
            runs.append((index, set()))
    return runs


def _are_short_reports(
    draft: Draft, candidates: Sequence[int]
) -> bool:
    """Whether a title without words of its own holds nothing but short blocks that each end in a figure, as a list of finished works does."""
    parents = {draft.sections[index].parent for index in candidates}
    if len(parents) != 1:
        return False
    above = draft.sections[parents.pop()]
    if above.title is None or above.lines[0] != above.lines[1]:
        return False
    for index in candidates:
        own = draft.lines_of(draft.sections[index])
        if draft.children[index] or not 0 < len(own) <= _SHORT_REPORT or any(line.kind == "table" for line in own):
            return False
    told = [" ".join(draft.document.words(line.span) for line in draft.lines_of(draft.sections[index])) for index in candidates]
    return sum(_FIGURE.search(text) is not None for text in told) * 4 >= 3 * len(told)


def _are_alike(
    draft: Draft, candidates: Sequence[int]
) -> bool:
    """Whether nothing stands beside the candidates and each has two labels or headings that others have too."""
    names: list[set[str]] = []
    for index in candidates:
        own = draft.lines_of(draft.sections[index])
        rows = [row for line in own for row in line.rows(draft.document)]
        labels = {match[1].lower() for row in rows if (match := _LINE_LABEL.match(row[:80]))}
        names.append(labels | {draft.sections[child].heading.lower() for child in draft.children[index]})
    shared = Counter(name for found in names for name in found)
    return all(sum(shared[name] >= _SEVERAL for name in found) >= _SEVERAL for found in names)


def repeated_headings(draft: Draft, index: int) -> int:
    """In how many siblings of a section a block has the same heading as one inside it, as parts of projects have; the most for any heading."""
    parent = draft.sections[index].parent
    return max((draft.headings_inside[parent][draft.sections[child].heading.lower()] - 1 for child in draft.children[index]), default=0) if parent >= 0 else 0


def _top_level(draft: Draft) -> list[int]:
    roots = [index for index, section in enumerate(draft.sections) if section.title is not None and section.parent < 0]
    while len(roots) == 1 and draft.children[roots[0]]:
        roots = list(draft.children[roots[0]])
    if len(roots) == _SEVERAL and draft.children[roots[1]] and not draft.children[roots[0]]:
        return list(draft.children[roots[1]])
    return roots
