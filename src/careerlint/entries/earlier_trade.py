"""Earlier trades: jobs outside data and software in a document that tells of work in them; nobody asks there for reasons and measures."""

from __future__ import annotations

import re
from collections.abc import Set

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence

TECHNICAL = Expression(
    r"소프트|솔루션|네트워크|백\s?엔드|프론트|풀\s?스택|데브옵스|퍼블리셔|플랫폼|인프라|클라우드|아키텍트|임베디드|펌웨어|안드로이드|클라이언트 (?:파트|팀)|정보\s?보[안호]|크롤링|데이터|분석|통계|회귀|예측|개발|소프트웨어|프로그래|코딩|코드|자동화|웹\s?사이트|홈페이지|앱|서버|엑셀|매크로|지표|대시보드|전산|시스템|웹|인공지능|머신러닝|딥러닝|모델링|알고리즘|연구|테스트|(?-i:(?<![A-Za-z])(?:QA|IT|UX|UI|AI|ML|MLE|BI|SI|SW|S/W|SRE|DBA|DB|API|iOS|CTO)(?![A-Za-z]))|"
    r"\bdata\b|analy[sz]|statistic|software|develop|program|coding|\bcodes?\b|\bscript|automat|website|web\b|\bapp\b|server|excel|spreadsheet|macro|dashboard|metric|engineer|model|algorithm|"
    r"research|database|system|regress|forecast|tester|analytics|scientist|digital|technical|tech\b|\b(?:back|front)[- ]?end\b|full[- ]?stack|dev(?:sec)?ops|infrastructure|site reliability|firmware|embedded|informatics|(?:cloud|solutions?|security|network|platform) architect", re.IGNORECASE,
)
"""Words of work with data or software."""


def is_of_earlier_trade(evidence: Evidence, entry: int, technical: Set[int]) -> bool:
    """Whether a job without a technical word stands beside entries, the `technical` ones, that have some."""
    jobs = evidence.outline.kind in ("resume", "career", "portfolio") and evidence.outline.entries[entry].kind == "job"
    return jobs and entry not in technical and bool(technical)


def tells_technical_work(evidence: Evidence, entry: int) -> bool:
    """Whether the title or a statement of an entry names a technology or has a technical word."""
    inside = evidence.entry_statements(entry)
    words = "\n".join((evidence.document.words(evidence.title(entry)), *map(evidence.text, inside)))
    return any(evidence.mentions[index] for index in inside) or TECHNICAL.search(words) is not None
