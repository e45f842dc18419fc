"""Told works: blocks that say in their first words that they are a work of the writer: "Tern is a game I made with four others"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careerlint.expression import Expression
from careerlint.outline.draft import Draft

_WORK = r"(?:project|game|app|application|web\s?app|website|tool|bot|prototype|demo|simulation|simulator|plugin|mod|film|poster|visuali[sz]ation)"
_MADE_BY_WRITER = Expression(
    rf"\b(?:is|was)\s(?:an?|the|my|one of)\s(?:[\w’'-]+,?\s){{0,6}}{_WORK}s?\s(?:that\s|which\s)?(?:I|we)(?:[’']ve|\shave|\shad)?\s(?:\w+\s)?(?:made|built|worked|created|developed|wrote|designed|did|programmed)\b"
    rf"|\b(?:personal|university|college|school|group|team|solo|hobby|side|weekend|game[- ]jam|hackathon|class|course(?:work)?|final[- ]year|third[- ]year|second[- ]year|first[- ]year|capstone)\s{_WORK}\b",
    re.IGNORECASE,
)
_MADE_IN_KOREAN = Expression(
    r"(?:개인|팀|토이|사이드|졸업|수업|동아리|해커톤)\s?(?:프로젝트|작품|게임|과제)(?:로|으로|입니다|이다|였|이었|로서)"
    r"|(?:만든|개발한|제작한|만들었던)\s(?:[가-힣A-Za-z0-9]+\s){0,4}(?:게임|앱|서비스|사이트|웹|프로그램|작품|프로젝트|도구)(?:입니다|이다|이에요|예요|로\s)"
)
_FIRST_WORDS = 240
_SEVERAL = 2


def told_works(draft: Draft, candidates: Sequence[int]) -> list[int]:
    """The candidates, where two or more and three in four of them begin so."""
    told = sum(_tells(draft, index) for index in candidates)
    return list(candidates) if told >= _SEVERAL and 4 * told >= 3 * len(candidates) else []


def _tells(draft: Draft, index: int) -> bool:
    first = next((line for line in draft.lines_of(draft.sections[index]) if line.kind != "silent"), None)
    if first is None or first.kind != "text":
        return False
    words = draft.document.words(first.span)[:_FIRST_WORDS]
    return _MADE_BY_WRITER.search(words) is not None or _MADE_IN_KOREAN.search(words) is not None
