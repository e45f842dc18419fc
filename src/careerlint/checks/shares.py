"""Shares beside the two counts that make them: 500명 중 425명(85%), 200명 중 150명이 만족해 만족도 75%, 425 of 500 users (85%)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from careerlint.checks.mismatches import Mismatch
from careerlint.expression import Expression
from careerlint.model.span import Span

_COUNT = r"(?<![\d.,])\d[\d,]*(?![\d.])"
_UNIT = r"(?P<unit>명|건|개|장|곳|문항|문제|회|번|팀|편|대|점포|쌍|줄|문장|가지|종|주|일)"
_AMONG = r"(?:중|가운데)(?:에서|에)?"
_SHARE = r"(?P<share>\d+(?:\.\d+)?)\s?(?:%|퍼센트)(?!\s?(?:[pP포]|이상|이하|미만|초과))"
_ANOTHER = r"지난|작년|전년|전월|목표|평균|대비|보다|[했었였]고\s|,\s"
"""Behind the counts: another year or another clause, to which a share in brackets belongs."""
_PATTERNS = (
    Expression(rf"(?P<whole>{_COUNT})\s?{_UNIT}\s?{_AMONG}\s?(?:[가-힣]{{1,6}}\s)?(?P<part>{_COUNT})\s?(?P=unit)(?:(?!{_ANOTHER})[^()\d]){{0,24}}\(\s?(?:약\s)?{_SHARE}"),
    # 60명 참가, 45명 완주(85%)
    Expression(rf"(?P<whole>{_COUNT})\s?{_UNIT}(?:이|가)?\s(?:참가|참여|신청|지원|등록|응시|모집|입과)(?:해|하여|했고)?,?\s(?P<part>{_COUNT})\s?(?P=unit)(?:이|만)?\s(?:수료|완주|합격|참석|통과|이수|완료)[가-힣]{{0,3}}\s?\(\s?(?:약\s)?{_SHARE}\s?\)"),
    Expression(rf"(?P<whole>{_COUNT})\s?{_UNIT}\s?{_AMONG}\s?(?P<part>{_COUNT})\s?(?P=unit)(?:,|이며|으로|로|이니|인데)?\s(?:즉|곧|전체의|비율로는|비율은|비율로|비율이)\s(?:약\s)?{_SHARE}"),
    Expression(rf"{_SHARE}\s?\(\s?(?:총\s?|전체\s?)?(?P<whole>{_COUNT})\s?{_UNIT}\s?{_AMONG}\s?(?P<part>{_COUNT})\s?(?P=unit)\s?\)"),
    Expression(rf"(?<![\d./])(?P<part>{_COUNT})/(?P<whole>{_COUNT})(?:명|건|개|문항|회)?\s?\(\s?{_SHARE}\s?\)"),
    Expression(
        rf"(?P<part>{_COUNT})\s(?:out\s)?of\s(?:the\s|our\s)?(?P<whole>{_COUNT})(?![%.]\d?)(?:[^()\d]{{0,48}}\(\s?(?:i\.e\.\s|that is\s)?|[^()\d,;]{{0,40}},\s(?:or\s|i\.e\.\s|that is\s|which is\s)?)"
        r"(?P<share>\d+(?:\.\d+)?)\s?%(?!p)(?=\s?[).,;]|\s?$)"
    ),
    # Of the 200 emails, 50 (35%) were opened; Out of 200 emails sent, 50 were opened (35%)
    Expression(rf"(?:[Oo]f|[Oo]ut of|[Aa]mong|[Ff]rom)\s(?:the\s|our\s|all\s|these\s)?(?P<whole>{_COUNT})\s(?:[a-z]+\s?){{1,4}},\s(?:only\s)?(?P<part>{_COUNT})(?:\s[a-z]+){{0,4}}\s\(\s?(?P<share>\d+(?:\.\d+)?)\s?%\s?\)"),
    # Of 800 people reached, 200 joined again, a return of 40%
    Expression(rf"(?:[Oo]f|[Oo]ut of|[Aa]mong)\s{{1,3}}(?:the\s|our\s|all\s|these\s)?(?P<whole>{_COUNT})\s{{1,3}}(?:[a-z]+\s?){{1,4}},\s(?:only\s)?(?P<part>{_COUNT})(?:\s[a-z]+){{1,5}},\s(?:an?|the)\s(?:(?:[a-z]+\s)?(?:rate|share|proportion|ratio)|return|response|turnout|yield|conversion)\sof\s(?P<share>\d+(?:\.\d+)?)\s?%(?!p|\s(?:on|from|over|against|more|above|since|in)\b)"),
    # Out of 250 tickets 50 were reopened, that is 40%
    Expression(rf"(?:[Oo]f|[Oo]ut of|[Aa]mong)\s(?:the\s|our\s|all\s|these\s)?(?P<whole>{_COUNT})\s(?:[a-z]+\s?){{1,3}},?\s(?:only\s)?(?P<part>{_COUNT})(?:\s[a-z]+){{1,5}},\s(?:or|i\.e\.|that is|which is|so|a share of|thus)\s(?P<share>\d+(?:\.\d+)?)\s?%(?!p)"),
    # 75% (80 of 120); 75% of users (80 out of 120)
    Expression(rf"(?P<share>(?<![\d.])\d+(?:\.\d+)?)\s?%(?:\sof\s(?:the\s|our\s|all\s)?(?:[a-z]+\s?){{1,2}})?\s?\(\s?(?P<part>{_COUNT})(?:\s(?:out\s)?of\s(?:the\s)?|/)(?P<whole>{_COUNT})(?:\s[a-z]+)?\s?\)"),
    # 80% of 1,000 images (900)
    Expression(rf"(?P<share>\d+(?:\.\d+)?)\s?%\sof\s(?:the\s|our\s|all\s)?(?P<whole>{_COUNT})\s(?:[a-z]+\s?){{1,2}}\((?P<part>{_COUNT})(?:\s[a-z]+)?\)"),
)
# "수료하여 수료율 85%": the rate must carry the name of what was counted, for other rates stand beside counts too.
_NAMED = Expression(
    rf"(?P<whole>{_COUNT})\s?{_UNIT}\s?{_AMONG}\s?(?P<told>(?:[가-힣]{{1,6}}\s)?(?P<part>{_COUNT})\s?(?P=unit)[^().\d]{{0,24}}?)(?P<name>[가-힣]{{1,4}}?)(?:율|률|도|\s?비율)(?:은|는|이|가)?\s(?:약\s)?{_SHARE}"
)


_FRACTION = Expression(
    rf"\b(?P<told>(?i:half|(?:a|one|two|three)[\s-](?:third|quarter|fifth|tenth)s?))\sof\s(?:the\s|our\s|all\s|these\s)?(?P<whole>{_COUNT})\s(?:[a-z]+\s){{1,2}}\((?P<part>{_COUNT})\)"
)
_FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_MANY = {"two": 2, "three": 3}


_THRESHOLD = Expression(r"(?:\b(?:top|within)|상위)[\s-]{1,2}$", re.IGNORECASE)
"""Before a share: it holds for everyone above it ("top 20% (95/500)")."""
_BEFORE_SHARE = 10


def wrong_shares(text: str, may_match: Callable[[Expression], bool]) -> Iterator[Mismatch]:
    """Every share that its two counts do not give, within rounding or truncation of its printed digits."""
    if may_match(_FRACTION):
        yield from _wrong_fractions(text)
    if "%" not in text and "퍼센트" not in text:
        return
    for pattern in (*_PATTERNS, _NAMED):
        for match in pattern.finditer(text) if may_match(pattern) else ():
            if pattern is _NAMED and match["name"] not in match["told"]:
                continue
            whole, part = (float(match[name].replace(",", "")) for name in ("whole", "part"))
            if not whole or part > whole:
                continue
            stated, digits = float(match["share"]), len(match["share"].partition(".")[2])
            right, step = 100 * part / whole, 10.0**-digits
            if right <= stated and _THRESHOLD.search(text, max(match.start("share") - _BEFORE_SHARE, 0), match.start("share")):
                continue
            if not (right - step < stated < right + step):
                start = match.start("share")
                end = Expression(r"\s?(?:%|퍼센트)").match(text, match.end("share"))
                yield Mismatch(
                    Span(start, end.end() if end else match.end("share")),
                    (Span(*match.span("whole")), Span(*match.span("part"))), (f"{right:.{digits}f}%",), "percentile",
                )


def _wrong_fractions(text: str) -> Iterator[Mismatch]:
    """Half of the 60 students (40): fractions in words are meant loosely, by a tenth of the whole."""
    for match in _FRACTION.finditer(text):
        whole, part = (float(match[name].replace(",", "")) for name in ("whole", "part"))
        words = re.split(r"[\s-]", match["told"].lower())
        fraction = _FRACTIONS[words[-1].removesuffix("s")] * _MANY.get(words[0], 1)
        if whole and part <= whole and abs(part / whole - fraction) > 0.1:
            yield Mismatch(Span(*match.span("told")), (Span(*match.span("whole")), Span(*match.span("part"))), (f"{100 * part / whole:.0f}%",), "percentile")
