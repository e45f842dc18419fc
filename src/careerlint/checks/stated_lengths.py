"""Lengths that stand in brackets behind a period, "2024.01 ~ 2024.05 (7개월)", and what the dates allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careerlint.dates import Period, read_periods
from careerlint.expression import Expression
from careerlint.model.span import Span

_LENGTH = Expression(
    r"[^\S\n]{0,2}[(（\[][^\S\n]?(?:총\s?)?(?:"
    r"(?P<weeks>\d{1,2})\s?(?:주(?:일|간)?|(?i:weeks?|wks?))"
    r"|(?:(?P<years>\d{1,2})\s?(?:년|(?i:years?|yrs?)),?\s?)?(?P<months>\d{1,2})\s?(?:개월|달|(?i:months?|mos?))"
    r"|(?P<only>\d{1,2})\s?(?:년|(?i:years?|yrs?))"
    r")(?:\s?간)?[^\S\n]?[)）\]]",
    re.IGNORECASE,
)
_YEAR, _WEEK = 12, 7
_MORE, _LESS = 1, 2
"""Months by which a stated length may be over or under that of the dates: both ends may be counted, breaks left out."""


@dataclass(frozen=True, slots=True)
class WrongLength:
    """A period with a length that its dates do not have: longer than they allow, or much shorter. `span` covers both, in the text."""

    span: Span
    weeks: int
    months: int
    longer: bool


def wrong_lengths(text: str) -> Iterator[WrongLength]:
    """Every period of the text behind which another length stands than it has."""
    for period in read_periods(text):
        match = _LENGTH.match(text, period.end)
        if match is None or period.until is None or period.now or not period.exact or period.since.short or period.until.last < period.since.first:
            continue
        span = Span(period.start, match.end())
        if match["weeks"] is not None:
            weeks = -(-((period.until.last - period.since.first).days + 1) // _WEEK)
            if int(match["weeks"]) > weeks:
                yield WrongLength(span, weeks, 0, True)
            continue
        least = _YEAR * int(match["years"] or match["only"] or 0) + int(match["months"] or 0)
        most = least + (_YEAR - 1 if match["only"] is not None else 0)
        touched = _months_of(period)
        if least > touched + _MORE or most < touched - 1 - _LESS:
            yield WrongLength(span, 0, touched, least > touched)


def _months_of(period: Period) -> int:
    """How many months of the calendar the period touches."""
    assert period.until is not None
    return (period.until.last.year - period.since.first.year) * _YEAR + period.until.last.month - period.since.first.month + 1
