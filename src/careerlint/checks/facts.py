"""Facts for comparing: what a document says of one thing in several places (teams, rank, team size, share, period), with its conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from careerlint.checks.teams import team_sizes
from careerlint.dates import Period, read_periods
from careerlint.expression import Expression
from careerlint.model.contests import KOREAN_CONTESTS
from careerlint.model.number import ORDINAL, ORDINALS
from careerlint.model.span import Span

Attribute = Literal["teams", "rank", "team size", "share", "period", "score"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of one attribute: `value` is what is compared, `also` what must be equal before it is ("rank" beside "teams").

    `conditions` are the words under which it holds: public, validation, preliminary round, a year. Facts of one `line` are not
    compared, nor periods of one `place` (two stints in one list), nor ranks of one place that tell a year once.
    """

    attribute: Attribute
    value: tuple[float, ...]
    span: Span
    conditions: frozenset[str] = frozenset()
    also: tuple[float, ...] = ()
    contest: str = ""
    line: int = -1
    place: tuple[int, int] = (-1, -1)


_NUMBER = r"(?<![\d.,:])\d{1,3}(?:,\d{3})+|(?<![\d.,:])\d+"
_COUNT = rf"(?:{_NUMBER})(?![\d.:]|,\d)"
_PLACE = rf"(?:(?:{_COUNT})(?:st|nd|rd|th)|{ORDINAL})(?![a-z-])"
_CROWD = r"(?:teams|participants|participating teams|entrants|entries|contestants|competitors|crews|squads)(?![a-z])"
_RANKED = Expression(
    rf"(?:총\s?|전체\s?)?(?P<total1>{_COUNT})\s?(?:개\s?)?팀\s?(?:중|가운데)(?:에서?)?,?\s?(?:최종\s?|전체\s?|종합\s?)?(?P<rank1>{_COUNT})\s?(?:등|위)"
    rf"|(?P<rank2>{_COUNT})\s?(?:등|위)\s?[/(]\s?(?:총\s?|전체\s?)?(?P<total2>{_COUNT})\s?(?:개\s?)?(?:팀|등|위|명)?"
    rf"|(?:총\s?|전체\s?)(?P<total5>{_COUNT})\s?(?:개\s?)?팀\s?(?:이?\s?참가|이?\s?참여|출전)?,\s?(?:최종\s?)?(?P<rank5>{_COUNT})\s?(?:등|위)"
    rf"|(?i:(?P<rank3>{_COUNT})(?:st|nd|rd|th)\s(?:place\s)?(?:out\s)?of\s(?:the\s)?(?P<total3>{_COUNT})(?:\s(?:teams|participants|entrants|crews|groups))?)"
    rf"|(?i:(?:place|rank(?:ed)?|placed|finished|came)\s#?(?P<rank4>{_COUNT})(?:st|nd|rd|th)?\s(?:out\s)?of\s(?:the\s)?(?P<total4>{_COUNT})(?:\s(?:teams|participants|entrants))?)"
    rf"|(?i:(?<!the\s)(?<!(?<![a-z])a\s)(?<!one\s)(?<![a-z-])(?P<rank6>{_PLACE})(?:\s(?:place|rank|position))?\s(?:(?:out\s)?of|among(?:st)?|from|in\sa\sfield\sof)\s(?:the\s|all\s)?(?P<total6>{_COUNT})\s{_CROWD})"
    rf"|(?i:(?<![a-z])(?:(?:out\s)?of|among(?:st)?|from)\s(?:the\s|all\s)?(?P<total7>{_COUNT})\s{_CROWD}(?:\s(?:that|who|which)\s[a-z]+(?:\s[a-z]+)?)?,?\s(?:we|i|our\steam|my\steam)\s(?:came|finished|placed|ranked|were|was|ended(?:\sup)?|took)\s(?:in\s)?(?P<rank7>{_PLACE}))"
    rf"|(?i:(?P<total8>{_COUNT})\s{_CROWD},\s(?:final(?:ly)?\s)?(?P<rank8>{_PLACE})\splace|(?<![a-z-])(?P<rank9>{_PLACE})(?:\splace)?\s\((?:of\s)?(?P<total9>{_COUNT})\s{_CROWD}\s?\))"
    rf"|참가\s(?P<total10>{_COUNT})\s?(?:개\s?)?팀[,·/]?\s(?:최종\s|종합\s)?(?P<rank10>{_COUNT})\s?(?:등|위)|(?P<total11>{_COUNT})\s?(?:개\s?)?팀(?:과|이)\s(?:겨뤄|겨루어|경쟁해|경쟁하여|참가해|나와)(?:서)?\s(?:최종\s|종합\s)?(?P<rank11>{_COUNT})\s?(?:등|위)"
)
_TEAMS = Expression(
    rf"(?:총|전체)\s?(?P<total1>{_COUNT})\s?(?:개\s?)?팀(?![가-힣]*원)|(?P<total2>{_COUNT})\s?(?:개\s?)?팀(?:이|의)?\s?(?:참가|참여|출전|경쟁)"
    rf"|(?i:(?P<total3>{_COUNT})\s(?:participating\s)?teams\s(?:took part|participated|competed|entered|in total))|(?i:(?:total|number) of\s(?P<total4>{_COUNT})\steams)"
)
_FINAL_RANK = Expression(
    rf"\W*(?:(?:우리|저희)\s?팀은\s)?(?:결과\s?[:：]\s?)?최종(?:적으로)?\s?(?:순위|등수|성적|결과)?(?:은|는)?\s?[:：]?\s?(?P<rank1>{_COUNT})\s?(?:위|등)(?:를|을|로|에)?\s?(?:(?:했|달성|기록|올랐|마쳤|차지|마무리|입니다|이다|였|이었)[가-힣]{{0,5}})?\W*"
    rf"|(?i:\W*(?:(?:we|i|our team|the team)\s)?final\s(?:rank|ranking|place|position|standing|result)(?:\s(?:was|is))?\s?[:：]?\s?#?(?P<rank2>{_COUNT})(?:st|nd|rd|th)?(?:\splace)?\W*)"
    rf"|(?i:\W*(?:(?:we|i|our team|the team)\s)?(?:finished|came|placed|ranked)\s(?:in\s)?#?(?P<rank3>{_COUNT})(?:st|nd|rd|th)?(?:\splace)?\s(?:in the end|overall|at the end)\W*)"
)
"""A whole line that tells how it ended, and of no contest by name."""
_TEAMS_GATE = Expression(r"팀|등|위|(?i:team|participants|entrants|entries|contestants|competitors|crews|squads|place|rank|finished|came|[0-9](?:st|nd|rd|th)\s)")
_ABOUT = Expression(r"(?:약|대략|거의|~|(?i:about|around|over|more than|nearly|almost|some))\s?$")
_ABOUT_RIGHT = Expression(r"\s?(?:여\s?(?:개\s?)?팀|\+|이상|남짓)")
_SHARE = Expression(r"(?P<lead>[^,.;\n]{0,14}?)(?:기여도?|기여율|참여율|담당\s?비율|(?i:contribution|my share|own share))\s*(?:(?:은|는|이|가|of|was|is)\s*)?(?:[:：(]\s*)?(?:약\s?)?(?P<share>\d{1,3}(?:\.\d+)?)\s?%")
_WHOLE = Expression(r"(?:^|[(,·|:：]\s*|(?:명|인|팀)(?:\s?중)?\s|(?:^|\s)(?:본인(?:의)?|나의|제|내|전체|총|개인|프로젝트|my|own|overall|total)\s*)$", re.IGNORECASE)

_CONDITIONS: tuple[tuple[str, Expression], ...] = tuple(
    (name, Expression(expression, re.IGNORECASE))
    for name, expression in (
        ("public", r"public|퍼블릭|(?<![A-Za-z])lb(?![a-z])|리더보드"), ("private", r"private|프라이빗|비공개"), ("cv", r"(?<![A-Za-z])(?:cv|oof|fold)(?![a-z])|교차\s?검증|폴드|cross-?validation"), ("validation", r"검증|valid|(?<![A-Za-z])(?:val|dev)(?![a-z])"),
        ("test", r"시험|테스트|평가|(?<![A-Za-z])test|hold-?out|held-?out"), ("train", r"학습|훈련|(?<![A-Za-z])train"), ("early", r"예선|초기|처음|첫|이전|기존|종전|중간|당시|한때|수정\s?전|개선\s?전|적용\s?전|before|(?<![a-z]-)first(?! place| of (?:the )?\d)|initial|earlier|previous|preliminary|qualif|interim|at the time|old\s"),
        ("late", r"본선|결선|이후|수정\s?후|개선\s?후|적용\s?후|고친|after(?!wards?|noon|word|math)|corrected|semi-?final|(?<![a-z]-)second(?! place| of (?:the )?\d)|later"), ("round", r"\d\s?차|round\s?\d|stage\s?\d|week\s?\d|\d\s?주차"), ("track", r"부문|트랙|리그|track|division|category|league|학년|대학부|일반부"),
    )
)
_SPLITS = frozenset(("public", "private", "cv", "validation", "test", "train"))
_CONTEST = Expression(rf"(?P<name>[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){{0,4}})\s(?i:cup|challenge|competition|contest|hackathon|datathon|league|championship|olympiad|prize|award|days?)(?![a-z])|(?<![가-힣A-Za-z])(?P<korean>[가-힣A-Za-z]{{1,20}}?)\s?(?:{KOREAN_CONTESTS}|챌린지|올림피아드|컵|(?:대|금|은|동|우수|최우수|장려|특별|인기)상)(?![가-힣])")
"""The name of a contest: two that differ are two things."""
_YEAR = Expression(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_OTHER_TEAM = Expression(
    r"최대|이하|이내|팀당|규정|합류|이탈|빠지|빠져|나가|늘[어었]|줄[어었]|멘토|채용|관리|지도|교육생|(?<![A-Za-z])(?i:up to|at most|maximum|max\.|per team|joined|left|grew|reduced|mentor\w*|hired|supervis\w*|managed|coached|another|other)(?![A-Za-z])"
)
_PART_OF_TEAM = Expression(r"백\s?엔드|프론트|디자인|서버|모델|개발|데이터|기획|분석|(?i:back-?end|front-?end|design|data|sub-?|model|server|qa|engineering|small)\s?$")
_NEAR = 10
_PERIOD_LABEL = Expression(r"(?:수행|프로젝트|진행|전체|총|작업)?\s?기간|일정|(?:project\s)?(?:period|duration|dates?|timeline|when)", re.IGNORECASE)


def conditions_of(text: str) -> frozenset[str]:
    """The conditions that a text names, years with it."""
    bare = text
    for period in reversed(read_periods(text)):
        bare = bare[: period.start] + bare[period.end :]
    return frozenset((*(name for name, pattern in _CONDITIONS if pattern.search(bare)), *(match[0] for match in _YEAR.finditer(bare))))


def splits_of(text: str) -> frozenset[str]:
    """On which parts of the data something was measured, as far as a text names them."""
    return conditions_of(text) & _SPLITS


def facts_of(text: str, around: str, title: bool = False) -> Iterator[Fact]:
    """The facts of one line; `around` is the text of the headings above it, whose conditions hold too."""
    contest = _CONTEST.search(text)
    name = "".join((contest["name"] or contest["korean"]).lower().split()) if contest else ""
    found = [*(replace(fact, contest=name) for fact in _teams(text)), *_team_size(text, title)]
    if "%" in text:
        for match in _SHARE.finditer(text):
            start = match.start() + len(match["lead"])
            if _WHOLE.search(text[:start]):
                found.append(Fact("share", (float(match["share"]),), Span(start, match.end())))
    if found:
        conditions = conditions_of(f"{text} {around}")
        yield from (replace(fact, conditions=conditions) for fact in found)


def _teams(text: str) -> Iterator[Fact]:
    if not _TEAMS_GATE.search(text):
        return
    taken: list[Span] = []
    for match in _RANKED.finditer(text):
        rank, total = (_first(match, name) for name in ("rank", "total"))
        taken.append(Span(*match.span()))
        if not _is_about(text, match) and 0 < rank <= total:
            yield Fact("teams", (total,), taken[-1], also=(rank,))
            yield Fact("rank", (rank,), taken[-1], also=(total,))
    last = _FINAL_RANK.fullmatch(text) if not taken else None
    if last is not None:
        yield Fact("rank", (_first(last, "rank"),), Span(*last.span()))
    for match in _TEAMS.finditer(text):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in taken) and not _is_about(text, match):
            yield Fact("teams", (_first(match, "total"),), span)


def _first(match: re.Match[str], name: str) -> float:
    told = next(value for key, value in match.groupdict().items() if key.startswith(name) and value).lower()
    return ORDINALS[told] if told in ORDINALS else float(told.rstrip("stndrh").replace(",", ""))


def _is_about(text: str, match: re.Match[str]) -> bool:
    return _ABOUT.search(text[: match.start()]) is not None or _ABOUT_RIGHT.search(match[0]) is not None or _ABOUT_RIGHT.match(text, match.end()) is not None


def _team_size(text: str, title: bool) -> Iterator[Fact]:
    """How many the whole team was; not a part of it, nor another team that is led, joined or allowed."""
    found = [size for size in team_sizes(text) if size.counted and size.certain]
    if not found or (not title and _OTHER_TEAM.search(text)):
        return
    if len({size.people for size in found}) != 1 and not title:
        return
    for size in found[:1]:
        near = text[max(size.span.start - _NEAR, 0) : size.span.start]
        if title or size.whole or not (size.bracket or _PART_OF_TEAM.search(near)):
            yield Fact("team size", (float(size.people),), size.span, also=(float(size.some),))


def period_fact(text: str, label: str, around: str) -> Iterator[Fact]:
    """The period under a label that names the whole of it."""
    periods = read_periods(text) if _PERIOD_LABEL.fullmatch(label.strip()) else ()
    if len(periods) == 1:
        value = days_of(periods[0])
        if value:
            yield Fact("period", value, Span(periods[0].start, periods[0].end), conditions_of(around))


def days_of(period: Period) -> tuple[float, ...]:
    """First and last days of the start and of the end, where the months of both are written."""
    if period.until is None or not period.exact or period.since.short:
        return ()
    return tuple(float(day.toordinal()) for day in (period.since.first, period.since.last, period.until.first, period.until.last))


def _hold_together(first: Fact, second: Fact) -> bool:
    """Whether two facts hold under the same conditions and of one contest; the year may be told once where place or field are the same and no list tells both."""
    if first.contest and second.contest and first.contest != second.contest:
        return False
    if first.conditions == second.conditions:
        return True
    years = [{condition for condition in fact.conditions if condition.isdigit()} for fact in (first, second)]
    return first.attribute in ("teams", "rank") and bool(first.also) and first.also == second.also and first.place != second.place and not all(years) and first.conditions - years[0] == second.conditions - years[1]


def contradict(first: Fact, second: Fact) -> bool:
    """Whether two facts about one thing certainly say different values of one attribute."""
    if first.attribute != second.attribute or first.value == second.value or not _hold_together(first, second) or first.line == second.line:
        return False
    if first.attribute == "period":
        if first.place == second.place:
            return False
        # The starts or the ends must lie apart; a day inside the other's month fits it.
        return any(first.value[low + 1] < second.value[low] or second.value[low + 1] < first.value[low] for low in (0, 2))
    if first.attribute == "rank":
        return first.also == second.also
    if first.attribute == "teams":
        return not (first.also and second.also) or first.also == second.also
    if first.attribute == "team size":
        # "The two of us" may be some of a larger team, but no more than it.
        return all(not fact.also[0] or fact.value > other.value for fact, other in ((first, second), (second, first)))
    return True
