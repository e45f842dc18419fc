"""Dates: whether a line names a period, as titles of jobs and projects do."""

from __future__ import annotations

import re

from careerlint.expression import Expression

_YEAR = r"(?:(?<!\d)(?:19|20)\d{2}(?!\d)|(?<!\d)['’]?\d{2}(?=\s?[.년/]))"
_MONTH_BEGINNING = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|fall|autumn|winter)"
_MONTH = rf"{_MONTH_BEGINNING}[a-z]*\.?"
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_POINT = rf"(?:{_YEAR}(?:\s{{0,2}}[.년/-]\s?\d{{1,2}}\s?월?(?:\s?[.일/-]\s?\d{{1,2}}\s?일?)?|\s?년)?\.?|(?<!\d)\d{{1,2}}/(?:19|20)\d{{2}}(?!\d)|{_MONTH},?\s?'?(?:(?:19|20)?\d{{2}})|(?<!\d)(?:19|20)\d{{2}},?\s{MONTH}\b\.?)"
_NOW = r"(?:현재|재직\s?중|진행\s?중|재학\s?중|present|current|now|ongoing|today|to date)"
_RANGE = Expression(rf"(?:{_POINT}|(?<![a-z]){_MONTH}(?=\s?(?:[-–—~]|to)\s?{_MONTH}))\s*(?:[-–—~～∼〜]|to|부터|until)\s*(?:{_POINT}|{_NOW}|\d{{1,2}}(?:[.월]|(?=\)|\s|$))|$|(?=\)))|(?<![a-z]){_MONTH},?\s(?:19|20)\d\d\s*(?:→|->)\s*(?:{_POINT}|{_NOW})|(?<![a-z])since\s{_POINT}(?=\s*(?:[)\]]\s*)?$)", re.IGNORECASE)
_SINGLE = Expression(rf"^[\s(\[|]*{_POINT}[\s)\]|.]*$|(?:[(\[|,·•\t]|\s{{2,}}|(?:expected|anticipated|graduating)(?:\s(?:in|by|for|graduation))?:?|graduation:?|graduated|class of|졸업\s?예정:?)\s*{_POINT}\s*(?:(?:졸업|수료|전역|제대|입학)?\s?(?:예정)?\s?)(?:[)\]]\s?\.?)?$|\s(?:from|since)\s{_MONTH},?\s(?:19|20)\d\d[;,]?\s*$", re.IGNORECASE)
_OPEN = Expression(r"\W{0,3}(?:19|20)\d\d(?:\s?[./년]\s?\d{1,2}\s?[.월]?\s?[~～–-]\s|\s?[~～–-]\s{3,}\S)")
_BESIDE = Expression(r"[\W\d]*(?:(?:년|개월|months?|mos?|years?|yrs?)[\W\d]*){0,2}", re.IGNORECASE)
_ONLY_WHEN = Expression(
    rf"(?:[\W\d_]|년|개월|월|일|months?|mos?|years?|yrs?|{_NOW}|부터|까지|졸업|재학|휴학|중퇴|자퇴|수료|이수|입학|편입|입사|퇴사|취득|수상|전역|제대|예정|중|약|총|expected|anticipated|graduat(?:ed|ion)|completed|class of|from|since|until)*", re.IGNORECASE
)
"""What stands beside a date that says no more than how long something lasted and which day of it that was."""
_ALL_POINTS = Expression(_POINT, re.IGNORECASE)
_EMPTY = Expression(r"[(\[][\s,|·]{0,4}[)\]]")
"""Brackets that hold nothing when the period is taken out of them."""
_LEFT_BESIDE = Expression(r"(?<=[(\[])[\s,|·;:/~–—-]+|[\s,|·;:/~–—-]+(?=[)\]])|[,|·;]\s*(?=[,|·;])")
"""Signs that parted a period from what stands in its brackets, which part nothing when it is taken out."""
_TWO_DIGITS = Expression(r"\d\d")
# Every period holds one of these: what joins it right behind a date, a second month behind that, or "since". Looking for them
# takes a tenth of the time of looking for the period itself, which is asked of every line several times.
_JOINED = Expression(r"[\d.년월일]\s*(?:[-–—~～∼〜→]|[tT][oO]|부터|(?i:until))")
_JOINED_MONTHS = Expression(rf"[-–—~oO]\s?(?i:{_MONTH_BEGINNING})")
_JOINED_BEHIND_MONTH = Expression(rf"(?i:{_MONTH_BEGINNING}[a-z]{{0,6}})\.?\s*(?:[-–—~～∼〜]|[tT][oO]|부터|(?i:until))")
_SINCE = Expression(r"(?i:since)\s")


def has_date_range(text: str) -> bool:
    """Whether the text holds a period: 2023.03 ~ 2023.06, Jan 2020 - Present, Jun - Jul 2026, Aug 2022 → current, 2021 –, since 2020 at its end."""
    return _TWO_DIGITS.search(text) is not None and _may_hold_range(text) and _RANGE.search(text) is not None


def has_date(text: str) -> bool:
    """Whether the text holds a period, ends in a date, or is one."""
    return has_date_range(text) or (_TWO_DIGITS.search(text) is not None and _SINGLE.search(text) is not None)


def begins_open(text: str) -> bool:
    """Whether a line begins with when something began, with no end beside it: "2023.06 ~ harbour project", "2024-      Harbour office"."""
    return _OPEN.match(text) is not None


def without_dates(text: str) -> str:
    """The text with its periods taken out and separators trimmed."""
    return _RANGE.sub("", text).strip(" \t\n|·,()[]-–—:")


def without_period(title: str) -> str:
    """A title without its period, for where that is in the way: "Rent (Jan 2020 - Mar 2021)" is "Rent"; unchanged where nothing else is left."""
    if not has_date_range(title):
        return title
    bare = " ".join(_EMPTY.sub(" ", _LEFT_BESIDE.sub("", _RANGE.sub(" ", title))).split()).strip(" |·,–—-:~")
    return bare if any(map(str.isalpha, bare)) else title


def is_period(text: str) -> bool:
    """Whether the text is a period, perhaps with how long it lasted, and names nothing."""
    return has_date_range(text) and _BESIDE.fullmatch(without_dates(text)) is not None


def is_when(text: str) -> bool:
    """Whether the words of a cell or label only say when: a date or period, with how long that lasted or what it was the day of ("Mar 2021", "2023년 졸업")."""
    if _TWO_DIGITS.search(text) is None:
        return False
    beside = _ALL_POINTS.sub(" ", _RANGE.sub(" ", text))
    return beside != text and _ONLY_WHEN.fullmatch(beside) is not None and (has_date(text) or any(map(str.isalpha, beside)))


def _may_hold_range(text: str) -> bool:
    return any(sign.search(text) is not None for sign in (_JOINED, _JOINED_MONTHS, _JOINED_BEHIND_MONTH, _SINCE))
