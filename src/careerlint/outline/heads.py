"""Heads: the first row of a line that may be a title, and what it says of itself: a label, a period, the name of a work."""

from __future__ import annotations

import re

from careerlint.dates import has_date_range, is_period
from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.span import Span
from careerlint.outline.lines import OutlineLine
from careerlint.outline.sentences import ends_sentence

LONGEST_TITLE = 130
FACT_LABEL = Expression(r"^[\s*\[【]*(?:프로젝트\s*)?(?:기간|역할|담당|인원|주최|주제|성과|결과|period|dates?|duration|role|team|stack)[\s\])】*]*[:：]", re.IGNORECASE)
"""Bullets that tell facts of one project, not projects by name."""
WHEN_LABEL = Expression(r"[\s*\[【]*(?:[가-힣]{0,4}\s?(?:기간|일정|일시|일자|날짜|시기)|when|time(?:line|frame)?|from|active|last updated|term|semester|status|education|school|학력|학교)\b", re.IGNORECASE)
"""Labels of a period that is of what stands above."""
_LEADING_PERIOD = Expression(r"\W{0,2}(?:[A-Za-z]{3,9}\.?\s)?(?:19|20)\d\d[^()\n]{0,24}?(?:\)|:|(?=\s[-–—|,]\s))", re.IGNORECASE)
_FIRST_CLAUSE = Expression(r"[^\n]{5,120}?(?<=\w{3})(?=[.:;]\s)")
_COUNTED_NAME = r"^[\s*]*(?:(?:portfolio|personal|team|side|개인|팀|포트폴리오)\s)?(?:프로젝트|project)\s?#?\d{1,2}\s?[-–—:：.|]\s?\S"
NAME_LABEL = Expression(
    r"^[\s*\[【(]*(?:프로젝트\s?명?|과제\s?명|회사\s?명?|근무처|기관\s?명?|과정\s?명|대회\s?명|활동\s?명|project(?: name| title)?|company|employer)\s*(?:\d+\s*)?(?:[\])】]\s*)?[:：.]|^\s*[\[【(](?:프로젝트|project)\s*\d+\s*[\])】]"
    r"|" + _COUNTED_NAME, re.IGNORECASE
)
COUNTED = Expression(_COUNTED_NAME, re.IGNORECASE)
"""A work by its number and name: "Portfolio Project 1 - Weir gauges"."""


def head_of(document: Document, line: OutlineLine) -> str:
    """The first row of a line."""
    return document.words(line.span).strip().split("\n", 1)[0]


def head_span(document: Document, line: OutlineLine) -> Span:
    """Where the first row of a line stands."""
    head = head_of(document, line)
    start = line.span.start + document.words(line.span).index(head)
    return Span(start, start + len(head))


def short_title(head: str) -> str:
    """The first clause of a row that begins with its period and goes on to tell the job at length: "(2012 - 2015) - Rope tester at Vell Works"."""
    lead = _LEADING_PERIOD.match(head)
    if len(head) <= LONGEST_TITLE or lead is None or not has_date_range(lead[0]):
        return head
    clause = _FIRST_CLAUSE.match(head, lead.end())
    return head[: clause.end()] if clause is not None else head


def is_named(document: Document, title: Span) -> bool:
    """Whether a title says itself that it is one: "프로젝트명: 물류 지도", "[프로젝트 2] 검색"."""
    return NAME_LABEL.match(document.words(title)) is not None


def is_name_with_period(head: str) -> bool:
    """Whether all that stands behind a label that is no fact of a work is a period: "Harbour Office: Aug 2022 - current"."""
    behind = head[len(before_colon(head)) + 1 :]
    return not FACT_LABEL.match(head) and not WHEN_LABEL.match(head) and is_period(behind)


def is_period_with_name(head: str) -> bool:
    """Whether a period and no more stands before the colon of a short row, and a name behind it: "2012.03 ~ 2019.02 : Gull College"."""
    before = before_colon(head)
    behind = head[len(before) + 1 :].strip()
    return len(head) <= LONGEST_TITLE and is_period(before) and bool(behind) and not behind[0].isdigit() and not ends_sentence(behind)


def before_colon(head: str) -> str:
    """The label of a row: the period in "2019-2020: Working student"."""
    return re.split(r"[:：]", head, maxsplit=1)[0]


def has_label_colon(head: str) -> bool:
    """Whether a short label with a colon opens the row: "**Stack**: Python"."""
    return bool(re.match(r"^[^:：]{1,14}[:：]", head)) and not NAME_LABEL.match(head)
