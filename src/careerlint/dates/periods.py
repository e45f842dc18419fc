"""Periods: from when to when, in the forms of Korean and English papers, as the earliest and latest days they can mean."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from careerlint.dates.marks import MONTH
from careerlint.expression import Expression


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as precise as it is written: `first` and `last` are the earliest and latest days that it can mean.

    `start` and `end` are offsets in the text. `exact` says that at least the month is known, `short` that the year has two
    digits and no mark that it is one.
    """

    start: int
    end: int
    first: date
    last: date
    exact: bool
    short: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` to `until`; `until` is None where it goes on, or where the text leaves it open."""

    start: int
    end: int
    since: Moment
    until: Moment | None
    now: bool = False

    @property
    def exact(self) -> bool:
        """Whether the months at both ends are known."""
        return self.since.exact and (self.until is None or self.until.exact)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": (3, 6), "summer": (6, 9), "fall": (9, 12), "autumn": (9, 12), "winter": (1, 12)}
_YEAR4 = r"(?:19|20)\d{2}"
# Two digits first: a search is fast where it looks for one sort of letter.
_GATE = Expression(r"\d\d(?:(?<=19|20)\d\d|(?<![\d.,]\d\d)\s?[./년]\s?\d|(?<=['’]\d\d))")
_MOMENT = Expression(
    rf"(?P<named>(?<![A-Za-z])(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\s)?(?P<month1>{MONTH})\.?(?:\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)?(?:,?\s?(?P<year1>{_YEAR4})|,?\s?['’](?P<short1>\d{{2}}))(?!\d))"
    rf"|(?P<season>(?<![A-Za-z])(?P<name>spring|summer|fall|autumn|winter)(?:\sof)?,?\s(?P<year2>{_YEAR4})(?!\d))"
    rf"|(?P<quarter>(?<![A-Za-z])Q(?P<number1>[1-4])\s?(?P<year3>{_YEAR4})|(?<!\d)(?P<year4>{_YEAR4})\s?(?:년\s?(?P<number2>[1-4])\s?분기|[-./]?Q(?P<number3>[1-4])))"
    rf"|(?P<half>(?<!\d)(?P<year5>{_YEAR4})\s?년?도?\s?(?P<side>상반기|하반기))"
    rf"|(?P<dmy>(?<![\d.,/])(?P<first>\d{{1,2}})(?P<mark1>[./-])(?P<second>\d{{1,2}})(?P=mark1)(?P<year6>{_YEAR4})(?!\d))"
    rf"|(?P<my>(?<![\d.,/-])(?P<month2>0?[1-9]|1[0-2])(?P<mark2>[./])(?P<year7>{_YEAR4})(?![\d.]))"
    rf"|(?P<ymd>(?<![\d,])(?<!\d\.)(?P<year8>{_YEAR4})\s{{0,2}}(?P<mark3>[.년/-])\s?(?P<month3>0?[1-9]|1[0-2])(?:\s?(?:월|(?<=\d)[./-])\s?(?P<day3>0?[1-9]|[12]\d|3[01])(?:\s?일|(?![\d월년]|[.]\d{{2}})))?(?:\s?월|(?![\d년]))\.?)"
    rf"|(?P<short>(?<![\d.,])(?P<quote>['’]?)(?P<short2>\d{{2}})\s?(?P<mark4>[.년/])\s?(?P<month4>0?[1-9]|1[0-2])(?:\s?(?:월|(?<=\d)[./])\s?(?P<day4>0?[1-9]|[12]\d|3[01])(?:\s?일|(?![\d월])))?(?:\s?월|(?![\d.])))"
    rf"|(?P<year>(?<![\d.,])(?P<year9>{_YEAR4})(?![\d,]|\.\d)\s?(?:년(?:도)?)?)",
    re.IGNORECASE,
)
_BARE_MONTH = Expression(rf"(?<![A-Za-z])(?P<month>{MONTH})\.?\s*(?:[-–—~～∼〜]|to|until|through)\s*$", re.IGNORECASE)
_NEAR = 60
"""How far in front of a date a month without a year may stand: every date looks there."""
# A day that was never filled in, "2025-11-xx", leaves the month as it is.
_TO = r"(?:\s?[./-]\s?[xX?]{1,2}(?:일|\.)?)?\s*(?:[)\]]\s*)?(?:\\?[-–—~～∼〜]{1,2}|to|until|till|through|부터|에서)\s*(?:[(\[]\s*)?"
_JOINED = Expression(_TO, re.IGNORECASE)
_ARROW = Expression(r"\s*(?:→|->)\s*")
"""Between two months it is a period; between two numbers that look like years it may be what rose and fell."""
_NOW = Expression(rf"(?:{_TO}|\s*(?:→|->)\s*)(?:현재|지금|재직\s?중|근무\s?중|진행\s?중|재학\s?중|운영\s?중|present|current(?:ly)?|now|ongoing|today|to\s?date|date|ing(?![a-z]))", re.IGNORECASE)
_MONTH_ONLY = Expression(rf"{_TO}(?P<month>0?[1-9]|1[0-2])\s?(?:월|(?=[)\],|\s]|$)(?!\s?(?:명|년|주|일|개월|건|회|[.]\d|%|[A-Za-z])))", re.IGNORECASE)
_DAY_ONLY = Expression(rf"{_TO}(?P<month>0?[1-9]|1[0-2])\s?[./월]\s?(?P<day>0?[1-9]|[12]\d|3[01])\s?(?:일|\.)?(?!\d)", re.IGNORECASE)
_OPEN = Expression(r"\s*\\?[-–—~～∼〜]\s*(?=$|[)\]|\n\t])")



@lru_cache(maxsize=512)
def read_moments(text: str) -> tuple[Moment, ...]:
    """Every date of a text, in order."""
    if not _GATE.search(text):
        return ()
    return tuple(moment for match in _MOMENT.finditer(text) if (moment := _moment(match)) is not None)


@lru_cache(maxsize=512)
def read_periods(text: str) -> tuple[Period, ...]:
    """Every period of a text, in order: two dates joined, one that goes on, one left open."""
    if not _GATE.search(text):
        return ()
    moments = read_moments(text)
    found: list[Period] = []
    index = 0
    while index < len(moments):
        since = moments[index]
        following = moments[index + 1] if index + 1 < len(moments) else None
        index += 1
        if following is not None and following.short <= since.short and _joins(text, since, following):
            found.append(Period(since.start, following.end, since, following))
            index += 1
            continue
        period = _with_bare_month(text, since) or _unfinished(text, since)
        if period is not None:
            found.append(period)
    return tuple(found)


def _joins(text: str, since: Moment, until: Moment) -> bool:
    arrow = since.exact and until.exact and _ARROW.fullmatch(text, since.end, until.start) is not None
    return arrow or _JOINED.fullmatch(text, since.end, until.start) is not None


def _with_bare_month(text: str, until: Moment) -> Period | None:
    """"March to May 2024": the first month takes the year of the second."""
    match = _BARE_MONTH.search(text, max(until.start - _NEAR, 0), until.start)
    if match is None:
        return None
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    year = until.last.year - (month > until.last.month)
    since = Moment(match.start(), match.end("month"), *_month(year, month), exact=True)
    return Period(since.start, until.end, since, until)


def _unfinished(text: str, since: Moment) -> Period | None:
    now = _NOW.match(text, since.end)
    if now is not None:
        return Period(since.start, now.end(), since, None, now=True)
    day = _DAY_ONLY.match(text, since.end)
    if day is not None and since.first == since.last:
        until = _of((day.start("month"), day.end()), since.first.year, int(day["month"]), day["day"])
        # "2023.11.20 – 02.15" leaves open which year the second date is of.
        certain = until is not None and until.first >= since.first
        return Period(since.start, day.end(), since, until if certain else None)
    month = _MONTH_ONLY.match(text, since.end)
    if month is not None and since.exact:
        number = int(month["month"])
        # "2023.11 – 02" leaves open which year the second month is of.
        until = Moment(month.start("month"), month.end(), *_month(since.first.year, number), exact=True) if number >= since.first.month else None
        return Period(since.start, month.end(), since, until)
    left_open = _OPEN.match(text, since.end)
    return Period(since.start, left_open.end(), since, None) if left_open else None


def _moment(match: re.Match[str]) -> Moment | None:
    place = match.span()
    if match["named"]:
        year = int(match["year1"]) if match["year1"] else _full_year(match["short1"])
        return _of(place, year, _MONTHS.index(match["month1"][:3].lower()) + 1, match["day1"] or match["day2"])
    if match["season"]:
        low, high = _SEASONS[match["name"].lower()]
        return Moment(*place, date(int(match["year2"]), low, 1), _month(int(match["year2"]), high)[1], exact=False)
    if match["quarter"]:
        year, number = int(match["year3"] or match["year4"]), int(match["number1"] or match["number2"] or match["number3"])
        return Moment(*place, date(year, 3 * number - 2, 1), _month(year, 3 * number)[1], exact=False)
    if match["half"]:
        year, low = int(match["year5"]), 1 if match["side"] == "상반기" else 7
        return Moment(*place, date(year, low, 1), _month(year, low + 5)[1], exact=False)
    if match["dmy"]:
        return _day_or_month_first(place, int(match["year6"]), int(match["first"]), int(match["second"]))
    if match["my"]:
        return _of(place, int(match["year7"]), int(match["month2"]), None)
    if match["ymd"]:
        return _of(place, int(match["year8"]), int(match["month3"]), match["day3"])
    if match["short"]:
        moment = _of(place, _full_year(match["short2"]), int(match["month4"]), match["day4"])
        marked = match["quote"] or match["mark4"] == "년" or match["day4"]
        return moment if moment is None or marked else replace(moment, short=True)
    year = int(match["year9"])
    return Moment(*place, date(year, 1, 1), date(year, 12, 31), exact=False)


def _of(place: tuple[int, int], year: int, month: int, day: str | None) -> Moment | None:
    first, last = _month(year, month)
    if day is not None:
        if int(day) > last.day or int(day) == 0:
            return None
        first = last = date(year, month, int(day))
    return Moment(*place, first, last, exact=True)


def _day_or_month_first(place: tuple[int, int], year: int, first: int, second: int) -> Moment | None:
    """"15.11.2023" and "11/15/2023"; where both orders are possible, from the earlier to the later of the two."""
    days = sorted(date(year, month, day) for day, month in {(first, second), (second, first)} if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1])
    return Moment(*place, days[0], days[-1], exact=True) if days else None


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _full_year(digits: str) -> int:
    return 1900 + int(digits) if int(digits) > 50 else 2000 + int(digits)


def month_number(day: date) -> int:
    """Months counted from the year 0, so that periods can be compared and added."""
    return 12 * day.year + day.month - 1


def iter_months(first: date, last: date) -> Iterator[int]:
    """The months from the one of `first` to the one of `last`, both counted."""
    yield from range(month_number(first), month_number(last) + 1)
