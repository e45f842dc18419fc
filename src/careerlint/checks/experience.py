"""How many years of experience a sentence states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careerlint.expression import Expression
from careerlint.model.span import Span

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20,
}  # fmt: skip
_KOREAN = Expression(
    r"(?:총\s?|전체\s?)?(?:실무\s?|개발\s?|직장\s?|업무\s?)?(?:경력(?:\s?사항)?|재직\s?기간|근무\s?기간)\s*(?:(?:기간|연차|합계)\s*)?(?:(?:은|는|이)\s*)?(?:[:：(]\s*)?(?:총\s?|약\s?|합계\s?)?(?P<years1>\d{1,2})\s?년(?!\s?(?:도|간의?\s?교육))(?P<nth1>\s?차)?(?:\s?(?P<months1>\d{1,2})\s?개월)?"
    r"|(?:총\s?|약\s?)?(?<![\d.])(?P<years2>\d{1,2})\s?년(?:간)?(?:\s?(?P<months2>\d{1,2})\s?개월)?(?:간)?(?:\s?(?:이상|넘는|여))?(?:의)?\s?(?P<field>(?:[가-힣A-Za-z/]{1,10}\s){0,2})(?:실무\s?|업무\s?|직장\s?|개발\s?)?(?:경력(?!\s?(?:단절|공백|무관|이음))|실무\s?경험)"
    r"|(?<![\d.])(?P<years3>\d{1,2})\s?년\s?차\s(?:[가-힣A-Za-z/]{1,10}\s){0,2}(?:개발자|엔지니어|분석가|디자이너|마케터|기획자|매니저|직장인|회계\S*|간호사|교사|담당자|연구원)"
    r"|(?<=\()(?:개발|기획|디자인|분석|마케팅|영업|회계|인사|운영|실무|직장)\s(?P<years4>\d{1,2})\s?년\s?차(?=\))"
)
_COUNT = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty)"
_ENGLISH = Expression(
    rf"(?<![A-Za-z])total(?:\s(?:work|working|professional|industry))?\sexperience\s*(?:(?:of|is|:|-|–|=)\s*)?(?P<years1>{_COUNT})\s?(?:years?|yrs?)(?:\s?(?:,|and)?\s?(?P<months1>\d{{1,2}})\s?(?:months?|mos?))?"
    rf"|^\W*(?:over\s|more\sthan\s)?(?P<years4>{_COUNT})\s?\+?\s?(?:years?|yrs?)\s(?:in|as)\s(?!.*experience)[A-Za-z /&-]{{2,40}}\W*$"
    rf"|(?<![\d.A-Za-z-])(?P<years2>{_COUNT})\s?\+?\s?(?:years?|yrs?)['’]?(?:\s?(?:,|and)?\s?(?P<months2>\d{{1,2}})\s?(?:months?|mos?))?\s(?:of\s)?(?P<field>(?:(?:professional|work|working|industry|industrial|full-time|total|commercial|practical|relevant|hands-on|[a-z-]+)\s){{0,3}})experience(?P<narrow>\s(?:in|with|as|of|on|using|across|building|developing)\s)?(?!\s(?:is\s)?(?:required|preferred|needed))",
    re.IGNORECASE,
)
_OTHERS_RIGHT = Expression(r"\s?(?:의\s?)?(?:[가-힣]{1,6}\s)?(?:시니어|멘토|선배|사수|전문가|강사|장인|기사|의사|선생|교수|셰프|동료|팀원|개발자(?:분|와|에게|께|들))")
_OTHERS_LEFT = Expression(r"(?i:(?:mentors?|colleagues?|seniors?|experts?|teachers?|managers?|engineers|developers|father|mother|supervisor|someone|people|team)\s(?:with|who has|of|having)\s(?:over\s|more than\s|about\s)?)$")
_GENERAL = frozenset(("professional", "work", "working", "industry", "industrial", "full-time", "total", "commercial", "실무", "업무", "직장", "총"))


@dataclass(frozen=True, slots=True)
class StatedExperience:
    """A stated length of experience in months: the least that the words mean.

    `narrow` says that it is experience in one field or with one tool, which may include study and hobby.
    """

    span: Span
    months: int
    to_the_month: bool
    narrow: bool


def stated_experience(text: str) -> Iterator[StatedExperience]:
    """Every statement of a length of experience in the text."""
    for match in _KOREAN.finditer(text):
        if _OTHERS_RIGHT.match(text, match.end()):
            continue
        years = int(match["years1"] or match["years2"] or match["years3"] or match["years4"])
        months = match["months1"] or match["months2"]
        nth = bool(match["nth1"] or match["years3"] or match["years4"])
        narrow = bool(match["field"] and match["field"].strip() and match["field"].strip() not in _GENERAL)
        # In the seventh year six are behind.
        yield StatedExperience(Span(*match.span()), 12 * (years - nth) + int(months or 0), bool(months), narrow)
    for match in _ENGLISH.finditer(text):
        if _OTHERS_LEFT.search(text[: match.start()]):
            continue
        words = (match["years1"] or match["years2"] or match["years4"]).lower()
        years = int(words) if words.isdigit() else _WORDS[words]
        months = match["months1"] or match["months2"]
        field = set((match["field"] or "").lower().split())
        narrow = bool(match["narrow"]) or not field <= _GENERAL
        yield StatedExperience(Span(*match.span()), 12 * years + int(months or 0), bool(months), narrow)
