"""Asides: stretches of a line that say when, in which version or under which ticket, and nothing of what was done.

A résumé dates its lines. Whether "Improved the accuracy" stands there alone, behind "2023.05 ~ 2023.07" or before "(March 2023)",
it says the same: patterns and weights are asked about the words without such a stretch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careerlint.dates import read_moments, read_periods
from careerlint.expression import Expression
from careerlint.model.aside import text_outside
from careerlint.model.number import Number
from careerlint.model.span import Span

_DIGIT = Expression(r"[0-9]")
_DATING = frozenset(("date", "period"))
_BARE_YEAR = 4
"""Letters of a year alone: the typed numbers know whether it is one, or so many pictures."""
_FIRST_YEAR = 1985
"""An earlier year alone dates no work of whoever writes a résumé now: it is part of a story of something else."""
_LONGEST_BEFORE = 40
"""How many characters in front of a date or version belong to it at most: "back in the early summer of"."""
_BARE_YEARS = Expression(r"(?:[\s\W]|(?i:back|in|on|during|from|since|between|early|mid|late|the|of|to|and)(?=\s)|(?:19|20)[0-9]{2}(?![0-9])(?:\s?년)?(?:에는|에)?)*")
"""One or two years with no month."""
_SET_AGAINST = Expression(r"(?<![A-Za-z])(?i:than|versus|vs\.?|compared\s(?:to|with))\s(?:in\s)?(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}\s?(?:년도?)?\s?(?:대비|보다|에\s?비해)")
_TICKET = Expression(
    r"(?<![A-Za-z0-9&])(?i:(?:ticket|issue|bug|task|pr|mr|jira|티켓|이슈)s?(?:\sno\.?)?\s?[#-]?[0-9]{1,6})(?![0-9A-Za-z%]|[.,][0-9]|\s?(?:건|개|명|위|등|만|배|회))"
    r"|(?<![A-Za-z0-9&#])#[0-9]{2,6}(?![0-9A-Za-z%])|(?<=[\[(])[A-Z]{2,10}-[0-9]{1,6}(?=[\])])"
)
_COUNTED_DAY = Expression(r"[\W_]*(?P<core>(?i:day|week|sprint|month|iteration|milestone)\s?#?[0-9]{1,3}|[0-9]{1,3}\s?(?:주차|일차|회차))(?=\s*[:|)\](–—,-])")
"""Which day of the work it was, where a line begins with it: "Day 2:", "3주차 -"."""
_WHEN = Expression(r"(?<![A-Za-z])(?i:back|in|on|during|from|since|between|early|mid|late|spring|summer|autumn|fall|winter)[ -](?i:(?:in|the|of|early|mid|late|spring|summer|autumn|fall|winter)[ -])*$")
_VERSION = Expression(r"(?:(?<![A-Za-z])(?i:version|ver\.?|release|v)\s?|버전\s?)$")
_OPENED = Expression(r"[(\[（［【〔<]\s?$")
_CLOSED = Expression(r"\s?[)\]）］】〕>]")
_TIME_TAIL = Expression(r"(?:\s?(?:초|말|중순|상반기|하반기))?(?:에는|에|부터|까지)?(?:\s?동안)?(?![가-힣])")
_VERSION_TAIL = Expression(r"\s?(?:버전|version(?![a-z]))?(?:에서|에|으로|로|을|를)?(?![가-힣])")
_LASTED = Expression(r"\s?[(\[（,]\s?(?:약\s?)?[0-9]{1,2}\s?(?:개월|년|주|일|months?|weeks?|years?|yrs?|mos?|days?)(?:\s?[0-9]{1,2}\s?(?:개월|months?|mos?))?간?\s?[)\]）]")
"""How long a period lasted, told beside it."""
_JOINT = Expression(r"(?:[\W_]|to\s|and\s|until\s|부터|에서|까지|에\s)*")
_SEPARATOR = Expression(r"\s*(?:[:|,·•~∼〜～–—/→.;]+\s*|-+\s+)*")
_SEPARATED = Expression(r"[\s:|,·•~∼〜～–—/→;-]*$")
_LAST_MARK = Expression(r"[\s.!?…。]*$")
_NOTHING_SINCE = Expression(r"(?<![A-Za-z])(?i:no|none|zero|never|not)(?![A-Za-z])")
"""Where nothing happened since a year, the year measures how long."""
_COMPARED = Expression(r"\s?(?:대비|보다|에\s?비해|에\s?비하여|이후|이전|이래|기준)|(?:의|도|년도의)?\s?(?:데이터|자료|통계|기출)")
_COMPARED_BEFORE = Expression(r"(?<![A-Za-z])(?i:than|vs\.?|versus|compared (?:to|with)|after|before|until|till|to|by|=|>|<)\s(?:in\s)?$")
"""A year that something is compared with, or that says which data they are, is part of what is told."""


@dataclass(frozen=True, slots=True)
class _Aside:
    """A date, version or ticket with what belongs to it; `marked` says that it stands in brackets or that a small word makes it an aside."""

    start: int
    end: int
    marked: bool


def asides_of(text: str, numbers: Sequence[Number]) -> tuple[Span, ...]:
    """The asides of a line with these numbers, from left to right, with the brackets, marks and small words that belong to them.

    None where nothing else stands in the line. In the middle of a line a date counts only in brackets or with a small word that makes it one ("in 2023", "3월에").
    """
    if not _DIGIT.search(text):
        return ()
    found = list(_merged(text, list(_cores(text, numbers))))
    years = frozenset(aside for aside in found if _BARE_YEARS.fullmatch(text, aside.start, aside.end))
    if len(years) > 1 or (years and _SET_AGAINST.search(text)):
        # "in 2022 ... in 2023": years that are set against each other are what is told.
        found = [aside for aside in found if aside not in years]
    spans = tuple(_bounded(text, found))
    return spans if any(letter.isalpha() for letter in text_outside(text, spans)) else ()


def _cores(text: str, numbers: Sequence[Number]) -> Iterator[_Aside]:
    """Every date, period, version and ticket, as wide as it is written; they may overlap."""
    day = _COUNTED_DAY.match(text)
    if day is not None:
        yield _widened(text, *day.span("core"))
    for number in numbers:
        if number.kind == "version":
            yield from _version(text, number.span)
        elif number.kind in _DATING and not number.unit:
            # With a unit it is how long something took: "2주 스프린트".
            yield from _date(text, number.span.start, number.span.end)
    for period in read_periods(text):
        yield from _date(text, period.start, period.end)
    for moment in read_moments(text):
        if len(text[moment.start : moment.end].strip()) > _BARE_YEAR and (not moment.short or _stands_alone(text, moment.start, moment.end)):
            yield from _date(text, moment.start, moment.end)
    for ticket in _TICKET.finditer(text):
        yield _widened(text, *ticket.span(), always=True)


def _date(text: str, start: int, end: int) -> Iterator[_Aside]:
    """A date with the words that make it one, unless something is compared with it."""
    before = text[max(start - _LONGEST_BEFORE, 0) : start]
    if (year := text[start:end].strip()).isdecimal() and int(year) < _FIRST_YEAR:
        return
    if _COMPARED.match(text, end) or _COMPARED_BEFORE.search(before) or (before.rstrip().lower().endswith("since") and _NOTHING_SINCE.search(text, 0, start)):
        return
    word, tail = _WHEN.search(before), _TIME_TAIL.match(text, end)
    ends = tail.end() if tail else end
    yield _widened(text, start - len(word[0]) if word else start, ends, always=bool(word) or ends > end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether brackets stand around it: "23.05" alone is a date there, elsewhere it may be a figure."""
    return text[max(start - 1, 0) : start] in ("(", "[") and text[end : end + 1] in (")", "]")


def _version(text: str, span: Span) -> Iterator[_Aside]:
    """A version with the word that says so; "v3" alone in a sentence is the name of what is spoken of."""
    word, tail = _VERSION.search(text[max(span.start - _LONGEST_BEFORE, 0) : span.start]), _VERSION_TAIL.match(text, span.end)
    named = text[span.start].isalpha() and "." not in text[span.start : span.end]
    if named and not _stands_alone(text, span.start, span.end):
        return
    yield _widened(text, span.start - len(word[0]) if word else span.start, tail.end() if tail else span.end, always=True)


def _widened(text: str, start: int, end: int, *, always: bool = False) -> _Aside:
    """An aside with how long it lasted and the brackets around it."""
    lasted = _LASTED.match(text, end)
    end = lasted.end() if lasted else end
    opened, closed = _OPENED.search(text[max(start - 2, 0) : start]), _CLOSED.match(text, end)
    if opened and closed:
        return _Aside(start - len(opened[0]), closed.end(), marked=True)
    return _Aside(start, end, marked=always)


def _merged(text: str, found: Sequence[_Aside]) -> Iterator[_Aside]:
    """The asides in order; those that touch, or that only marks and words such as "to" join, as one."""
    current: _Aside | None = None
    for aside in sorted(found, key=lambda aside: (aside.start, aside.end)):
        if current is None or not (aside.start <= current.end or _JOINT.fullmatch(text, current.end, aside.start)):
            if current is not None:
                yield current
            current = aside
        else:
            current = _Aside(current.start, max(current.end, aside.end), current.marked or aside.marked)
    if current is not None:
        # Brackets may stand around all of them: "(March 2023, v2)".
        yield _widened(text, current.start, current.end, always=current.marked)


def _bounded(text: str, found: Sequence[_Aside]) -> Iterator[Span]:
    """The stretches that are left out: at the start and the end of the line with the marks that part them from the rest."""
    for aside in found:
        start, end = aside.start, aside.end
        behind = _LAST_MARK.fullmatch(text, end) is not None
        if not any(letter.isalnum() for letter in text[:start]):
            separator = _SEPARATOR.match(text, end)
            start, end = 0, separator.end() if separator else end
        elif behind:
            apart = _SEPARATED.search(text[max(start - _LONGEST_BEFORE, 0) : start])
            start -= len(apart[0]) if apart else 0
        elif not aside.marked:
            continue
        yield Span(start, end)
