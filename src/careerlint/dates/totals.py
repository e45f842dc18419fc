"""Totals: rows that say for how long somebody worked in all jobs together."""

from __future__ import annotations

import re

from careerlint.dates.marks import has_date_range, without_dates
from careerlint.expression import Expression

_KOREAN_LENGTH = r"\d{1,2}\s?(?:년(?:\s?\d{1,2}\s?개월)?차?|개월)(?:\s?(?:이상|정도))?"
_ENGLISH_LENGTH = r"(?:about\s|over\s|a total of\s)?\d{1,2}(?:\.\d)?\+?\s?(?:years?|yrs?)(?:,?\s(?:and\s)?\d{1,2}\s(?:months?|mos?))?"
_BRACKETS = (
    r"(?:\s?\((?:[^\w()]|\d|년차?|개월|이상|정도|years?|yrs?|months?|mos?|정규직|계약직|파견직|인턴(?:십|직)?|프리랜서|아르바이트|군\s?복무|휴직|기간|만|약|포함|제외|of\sthem|full|part|time|internships?|freelance|contract|permanent|including|without|and|as\san?)*\)?)?"
)
"""What the length is made of; a name there makes it that of one job. The bracket that closes a row goes with its dates."""
_SUMS_UP = Expression(
    rf"\W*(?:(?:총|전체|누적|합산)?\s?(?:[가-힣]{{2}}\s?)?경력|(?:총|전체|누적|합산)\s?(?:[가-힣]{{2}}\s?)?(?:재직|근무))\s?(?:기간|연수|년수|합계)?{_BRACKETS}\s?[:：|(]?\s?(?:약|총|만)?\s?{_KOREAN_LENGTH}{_BRACKETS}\W*"
    rf"|\W*(?:total|overall)\s(?:\w+\s){{0,3}}(?:experience|employment)(?:\s(?:in|as)\s\w+(?:\s\w+){{0,2}})?\s?[:：|–-]?\s?{_ENGLISH_LENGTH}{_BRACKETS}\W*"
    rf"|\W*{_ENGLISH_LENGTH}\s(?:(?:of|in)\s)?(?:\w+\s){{0,3}}(?:experience|employment)(?:\sin\stotal)?{_BRACKETS}\W*",
    re.IGNORECASE,
)
"""A row that says for how long somebody worked in all jobs, and names none: "총 경력 5년", "Total experience: 5 years"."""
_IN_TOTAL = Expression(r"총|전체|누적|합산|합계|total|overall|experience", re.IGNORECASE)

_BESIDE = Expression(r"\s[·|•/]\s")
_OF_ALL = Expression(r"\W*(?:총|전체|누적|합산|total|overall)", re.IGNORECASE)


def sums_up(row: str) -> bool:
    """Whether a row only says for how long somebody worked in all jobs, with or without from when to when, and behind what the person is: "Developer · total experience: 9 years"."""
    said = without_dates(row)
    if _SUMS_UP.fullmatch(said) is not None:
        return _IN_TOTAL.search(row) is not None or has_date_range(row)
    *_, last = _BESIDE.split(said)
    return last != said and _OF_ALL.match(last) is not None and _SUMS_UP.fullmatch(last) is not None
