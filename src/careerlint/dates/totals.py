"""Totals: rows that say for how long somebody worked in all jobs together."""

from __future__ import annotations

import re

from careerlint.dates.marks import has_date_range, without_dates
from careerlint.expression import Expression

_SUMS_UP = Expression(
    r"\W*(?:총|전체|누적|합산)?\s?(?:[가-힣]{2}\s)?경력\s?(?:기간|연수|년수|합계)?\s?[:：|(]?\s?(?:약|총|만)?\s?\d{1,2}\s?(?:년(?:\s?\d{1,2}\s?개월)?차?|개월)(?:\s?(?:이상|정도))?\W*"
    r"|\W*(?:총|전체|누적|합산)\s?(?:[가-힣]{2}\s?)?(?:재직|근무)\s?(?:기간|연수|년수)?\s?[:：|]?\s?(?:약|총)?\s?\d{1,2}\s?(?:년(?:\s?\d{1,2}\s?개월)?|개월)(?:\s?(?:이상|정도))?\W*"
    r"|\W*(?:total|overall)\s(?:\w+\s){0,2}(?:experience|employment)\s?[:：|–-]?\s?(?:about\s|over\s)?\d{1,2}(?:\.\d)?\+?\s?(?:years?|yrs?)(?:,?\s(?:and\s)?\d{1,2}\s(?:months?|mos?))?\W*"
    r"|\W*(?:about\s|over\s|a total of\s)?\d{1,2}(?:\.\d)?\+?\s?(?:years?|yrs?)(?:,?\s(?:and\s)?\d{1,2}\s(?:months?|mos?))?\s(?:(?:of|in)\s)?(?:\w+\s){0,3}(?:experience|employment)(?:\sin\stotal)?\W*",
    re.IGNORECASE,
)
"""A row that says for how long somebody worked in all jobs, and names none: "총 경력 5년", "Total experience: 5 years"."""
_IN_TOTAL = Expression(r"총|전체|누적|합산|합계|total|overall|experience", re.IGNORECASE)


def sums_up(row: str) -> bool:
    """Whether a row only says for how long somebody worked in all jobs, with or without from when to when."""
    return _SUMS_UP.fullmatch(without_dates(row)) is not None and (_IN_TOTAL.search(row) is not None or has_date_range(row))
