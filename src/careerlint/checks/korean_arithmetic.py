"""Korean ways of telling two values and their change in one clause: 6초를 2초로 줄여 2배 빠르게, 80건에서 20건으로, 절반으로 감소."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerlint.checks.mismatches import Mismatch
from careerlint.expression import Expression
from careerlint.model.span import Span

_NUMBER = r"(?<![\d.,])\d[\d,]*(?:\.\d+)?"
_UNIT = (
    r"(?:만\s?원|천\s?원|억\s?원|원|건|명|개월|개|회|번|장|팀|곳|점|분|초|시간|일|주|달|[GMK]B|ms|%(?!\s?[pP포])|퍼센트|그램|도|[cmk]m|[mµu]A|[mk]?Wh?|mV|dB|m[lL]|[kK]?g|원)"
    # "1시간 반" is an hour and a half.
    r"(?!\s반(?!복|응|영|납|품|도체))"
)
_OFTEN = r"(?:(?:월|주|일|하루|매월|매주|초당|평균|약|단|겨우|현재|지금은)\s?)?"
_JOIN = (
    r"(?:에서|을|를|이|가|\s?(?:→|⇒|->|=>)|(?:이)?던\s(?:것이|것을|게|걸|[가-힣 ]{1,14}[을를이가])|(?:이)?[었였]는데|"
    r"(?:이|가|씩|을|를)?\s?(?:걸리|들|나오|소요되|나가)던\s[가-힣 ]{1,14}[을를이가])"
)
_WORDS = {"두": 2.0, "세": 3.0, "네": 4.0, "다섯": 5.0, "여섯": 6.0, "열": 10.0}
_LESS = r"(?:줄|감소|단축|절감|낮|감축|축소|하락|떨어|절약|경감)"
_SIZE = (
    rf"(?:(?P<half>절반|반)(?=으로|이(?!하|상)|까지|\s?수준|\s?가까이|(?P<over>\s?이하(?=가|로)|\s?(?:넘게|이상)(?:\s?더)?\s?{_LESS}))"
    rf"|(?P<lower>\d|두|세|네|다섯|열)\s?분의\s?(?P<upper>\d|일)(?=로|으로|\s?수준|까지|이|가|을|만큼|\s{_LESS})"
    r"|(?P<factor>\d+(?:\.\d+)?|두|세|네|다섯|여섯|열)\s?배(?=\s?(?:로|가|빠|빨|단축|개선|향상|효율|높|정도\s빠|줄|절감|감소))"
    r"|(?P<percent>\d+(?:\.\d+)?)\s?(?:%|퍼센트)(?!\s?[pP포])(?=\s?(?:(?:가까이|가량|정도|남짓|쯤|이나|나|넘게|이상|씩)\s)?(?:단축|절감|감소|줄|향상|상승|증가|늘|개선|빠|빨|낮|높|절약|감축|경감|성장|올|끌어)))"
)
TELLING = Expression(
    rf"(?P<before>{_NUMBER})\s?(?P<unit>{_UNIT}|(?<=\.\d)(?=에서)|(?<=\.\d\d)(?=에서)|(?<=\.\d\d\d)(?=에서)){_JOIN},?\s?{_OFTEN}(?P<after>{_NUMBER})\s?(?P<same>{_UNIT}|(?=으?로\s))(?:으로|로|까지|이|가)?(?P<gap>[^\d.!?;()]{{0,18}}?|\s?\(){_SIZE}"
)
_BY_A_PART = Expression(rf"(?:이|가|을|만큼)\s?(?:{_LESS}|늘|증가|더)|\s{_LESS}")
"""Behind "4분의 1": the change itself is told, not what is left."""
_RISEN = Expression(r"(?:이|가)\s?(?:늘|증가|올|높)")
# Another quantity begins, or another clause.
_OTHER = Expression(r"[가-힣][은는이가도을를]\s|[고며][\s,]|지만|는데|(?:비용|시간|정확도|매출)\s?(?:도|은|는)?\s?$|(?:로|하여|해서?|통해)\s(?:모델\s)?(?:성능|품질|정확도|점수)\s?$")
_SPEED = Expression(r"\s(?:처리\s|작업\s|실행\s)?속도[가는를]\s")
_LIFE = Expression(r"\s(?:배터리\s|전지\s)?수명[이은을]\s")
_TIMES = ("분", "초", "시간", "일", "ms")
_VERB_ALONE = Expression(r"\s(?:[가-힣]{1,4}[려여혀춰켜해워와꿔],?\s)?(?:약\s|총\s|무려\s|대략\s|거의\s)?|\s?\(")
"""Between values without a unit and their size: no other quantity has begun."""
_TINY = 1e-9
_LOOSELY = Expression(r"약|거의|가까이|이상|넘게|대략|정도|남짓|가량|무려")


def wrong_korean_tellings(text: str) -> Iterator[Mismatch]:
    """Every size of a change that its two values do not give, neither as difference nor as share nor as factor."""
    for match in TELLING.finditer(text):
        if match["unit"].replace(" ", "") != match["same"].replace(" ", "") or _OTHER.search(_without_derived(text, match)):
            continue
        if not match["unit"] and not _VERB_ALONE.fullmatch(match["gap"]):
            continue
        before, after = _value(match["before"]), _value(match["after"])
        if before <= 0 or after <= 0 or before == after:
            continue
        around = match["gap"] + text[match.end() : match.end() + 6]
        expected = _expected(text, match, before, after, _LOOSELY.search(around) is not None)
        if expected:
            group = next(name for name in ("half", "lower", "factor", "percent") if match[name])
            yield Mismatch(
                Span(match.start(group), match.end()), (Span(*match.span("before")), Span(*match.span("after"))), (expected,)
            )


def _without_derived(text: str, match: re.Match[str]) -> str:
    """The words between the values and the size without the quantity that follows from them: speed from times, life from power."""
    gap = match["gap"]
    if match["factor"] and match["unit"] in _TIMES:
        return _SPEED.sub(" ", gap)
    if match["factor"] and match["unit"][-1] in "AWh" and ("배터리" in text or "전지" in text):
        return _LIFE.sub(" ", gap)
    return gap


def _value(digits: str) -> float:
    return _WORDS.get(digits) or float(digits.replace(",", "").replace("일", "1"))


def _expected(text: str, match: re.Match[str], before: float, after: float, loosely: bool) -> str:
    """What the size should be, or nothing where it fits."""
    share = after / before
    factor = max(share, 1 / share)
    if match["over"]:
        return "" if share <= 0.55 else f"{100 * (1 - share):.0f}%"
    if match["half"]:
        if share > 1 and _RISEN.match(text, match.end("half")):
            return "" if 1.38 <= share <= 1.62 else f"{100 * (share - 1):.0f}%"
        return "" if 0.38 <= share <= 0.62 else f"{100 * share:.0f}%"
    if match["lower"]:
        stated = _value(match["upper"]) / _value(match["lower"])
        if _BY_A_PART.match(text, match.end("upper")):
            change = abs(1 - share)
            return "" if abs(change - stated) <= 0.07 else f"{100 * change:.0f}%"
        return "" if abs(share - stated) <= 0.15 * stated else f"{100 * share:.0f}%"
    if match["factor"]:
        stated = _value(match["factor"])
        room = 0.06 if "." in match["factor"] and not loosely else 0.6
        # A whole number may be cut or rounded, and half a time less is neither.
        exact = "." not in match["factor"] and not loosely and factor <= stated - 0.5 + _TINY
        return "" if abs(factor - stated) <= room and not exact else f"{factor:.1f}배"
    stated, room = float(match["percent"]), 5.0 if loosely else 1.0
    changes = [100 * abs(after - before) / before, 100 * abs(after - before) / after]
    if match["unit"] in ("%", "퍼센트"):
        changes.append(abs(after - before))
    if not match["unit"] and max(before, after) <= 1:
        # A share may be told in points.
        changes.append(100 * abs(after - before))
    if any(abs(change - stated) <= max(room, 0.02 * change) for change in changes):
        return ""
    return f"{changes[0]:.0f}%"
