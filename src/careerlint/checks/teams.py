"""How many people did a project, as its lines tell it: "4인 팀", "team of three", "with two colleagues", a list of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careerlint.expression import Expression
from careerlint.model.span import Span

_WORDS = {
    "한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_KOREAN_COUNT = r"(?<![\d.,~-])(?:[1-9]\d?|두|세|네|다섯|여섯|일곱|여덟|아홉|열)"
_ENGLISH_COUNT = r"(?:(?<![\d.,-])[1-9]\d?|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
_KOREAN = Expression(
    rf"(?:(?:팀|참여|참가|투입|전체|개발|총|구성)\s?인원(?:수)?\s*(?:[:：]\s*)?(?:(?:은|는|이)\s*)?(?:총\s?)?(?P<staff>{_KOREAN_COUNT})\s?(?:명|인)(?![가-힣])"
    rf"|(?<![가-힣])(?:팀\s?구성(?:원)?|팀원(?:\s?수)?|구성원|구성|팀\s?규모)\s*[:：]\s*(?:총\s?)?(?P<staffed>{_KOREAN_COUNT})\s?(?:명|인)(?![가-힣])"
    rf"|(?<![가-힣])인원\s*(?:[:：]\s*)?(?:총\s?)?(?P<people>{_KOREAN_COUNT})\s?(?:명|인)(?![가-힣])"
    rf"|(?P<team>{_KOREAN_COUNT})\s?(?:인|명)(?:으로|의|이서|이|\s?(?:으로|이|의))?\s?(?:구성(?:된|의)?\s?|이루어진\s?|1|한\s?)?(?:팀(?!원|장)|조(?![가-힣])|조로|팀플|팀\s?프로젝트|체제)"
    rf"|팀\s?\(?\s?(?P<behind>{_KOREAN_COUNT})\s?(?:인|명)(?:\s?[),]|$|\s)"
    rf"|(?P<members>{_KOREAN_COUNT})\s?(?:명|인)의?\s?팀원(?:\s?(?:중|가운데))"
    rf"|(?<![가-힣])(?P<bracket>{_KOREAN_COUNT})\s?(?:인|명)\s?(?=[)\]]|,\s?(?:본인|기여|팀장|팀원|20\d\d))(?<=인|명)"
    rf"|(?:실무(?:자|진)?|담당(?:자)?|작업자|연구원|참여자|참가자|개발자|디자이너|인원|팀원|학생|직원)\s(?P<hands>{_KOREAN_COUNT})\s?(?:명|인)(?=\s?[),])"
    rf"|(?:개발자|디자이너|인원|팀원|학생|직원)(?:가|이)?\s?(?P<assigned>{_KOREAN_COUNT})\s?명(?:이|을|의)?\s?(?:배정|투입|참여|배치|합류|맡)"
    rf"|(?P<made>{_KOREAN_COUNT})\s?(?:명이|명이서|인이|명에서)\s?(?:함께|같이|모여|공동|협업)"
    rf"|(?P<with>{_KOREAN_COUNT})\s?(?:명과|명이랑|명하고|인과)\s?(?:함께|같이|협업|팀|한\s?팀)"
    rf"|(?:팀원|동료|친구|동기|선배|후배|개발자|디자이너)\s?(?P<mates>{_KOREAN_COUNT})\s?(?:명과|명이랑|명하고|인과|분과)"
    rf"|(?P<start>{_KOREAN_COUNT})\s?인\s?(?:으로|개발|협업|프로젝트|공동))"
)
_ENGLISH = Expression(
    rf"(?i:(?<![A-Za-z])(?:team|group|crew|squad)\s(?:size\s?[:=]?\s?|of\s(?:about\s)?)(?P<of>{_ENGLISH_COUNT})(?!\d|%|\.\d|\s?(?:teams|teaching|million|k\b)))"
    rf"|(?i:(?<![A-Za-z])(?:team|members)\s?[:(|\t]\s?(?P<colon>{_ENGLISH_COUNT})(?=\s?(?:\)|$|,|people|members|persons|developers|engineers|students)))"
    rf"|(?i:(?P<team>{_ENGLISH_COUNT})[- ](?:person|people|member|man|strong|student|developer|engineer)\s(?:team|group|project|crew))"
    rf"|(?i:(?P<us>{_ENGLISH_COUNT})\sof\sus(?![A-Za-z]))"
    rf"|[(,]\s?(?i:(?P<bracket>{_ENGLISH_COUNT})\s(?:people|persons|members|developers|students|engineers)(?=\s?[,)]))"
    rf"|(?i:with\s(?:my\s)?(?P<with>{_ENGLISH_COUNT})\s(?:other\s)?(?:team ?mates|class ?mates|colleagues|friends|fellow\s\w+|others|other\s(?:students|people|developers)|co-?workers|peers)(?![A-Za-z]))"
)
_KOREAN_GATE = Expression(r"[0-9두세네섯곱덟홉열]\s?(?:인|명|분)")
_ENGLISH_GATE = Expression(r"team|group|crew|squad|members|of us|people|persons|developers|students|engineers|mates|colleagues|friends|others|workers|peers|project", re.IGNORECASE)
_PLUS_SELF = frozenset(("with", "mates"))
_WHOLE = frozenset(("staff", "staffed", "people", "members"))
_SOME = frozenset(("made", "start", "us"))
_SOLO = Expression(
    r"(?<![\d가-힣])1\s?인\s?(?:개발|프로젝트|팀|제작|기획|작업|으로|\)|,|$)|개인\s?(?:프로젝트|작업|과제|연구|개발)|단독\s?프로젝트|(?<!\d)1\s?명(?:\s?\(|$|\)|,|\s)|혼자\s?(?:한|만든|진행한|하는)\s?프로젝트"
    r"|(?<![A-Za-z])(?i:solo|individual(?:ly)?|one-(?:man|person|woman)|single-person|personal project|side project|team of one|by myself as a hobby)(?![A-Za-z])"
)
_NAMES = Expression(r"^[^,，、/·\n]{1,24}(?:\s*[,，、/·]\s*(?:and\s)?[^,，、/·\n]{1,24}|\s(?:and|및|&)\s[^,，、/·\n]{1,24})+$")
_MEMBERS = Expression(r"팀원|멤버|구성원|참여자|팀\s?구성|팀\s?멤버|members?|team(?:\s?members?)?|contributors|authors|crew", re.IGNORECASE)
_NOT_NAMES = Expression(r"[0-9%()]|팀(?!원|장)|team|기술|개발|설계|\.|:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TeamSize:
    """How many people a text says there were, and with which words.

    `counted` is false where names were listed, `certain` where the author was counted in. `whole` says that the words mean all of
    the project ("참여 인원"), `some` that it may be a part of the team ("the two of us"), `bracket` that the count stands alone in
    brackets.
    """

    span: Span
    people: int
    counted: bool = True
    certain: bool = True
    whole: bool = False
    some: bool = False
    bracket: bool = False


def team_sizes(text: str) -> Iterator[TeamSize]:
    """Every size of a team that the text states, in order."""
    patterns = [pattern for gate, pattern in ((_KOREAN_GATE, _KOREAN), (_ENGLISH_GATE, _ENGLISH)) if gate.search(text)]
    found = [match for pattern in patterns for match in pattern.finditer(text)]
    for match in sorted(found, key=lambda item: item.start()):
        group, words = next((name, value) for name, value in match.groupdict().items() if value)
        people = int(words) if words.isdigit() else _WORDS[words.lower()]
        yield TeamSize(
            Span(*match.span()), people + (group in _PLUS_SELF), certain=group not in _PLUS_SELF, whole=group in _WHOLE, some=group in _SOME, bracket=group == "bracket"
        )


def listed_members(label: str, text: str) -> TeamSize | None:
    """The people named after a label such as 팀원 or Members; the author is taken to be among them."""
    if not _MEMBERS.fullmatch(label.strip()) or not _NAMES.match(text.strip(" .")) or _NOT_NAMES.search(text):
        return None
    names = [name for name in re.split(r"[,，、/·]|\s(?:and|및|&)\s", text) if name.strip()]
    return TeamSize(Span(0, len(text)), len(names), False)


def is_solo(text: str) -> bool:
    """Whether the text says that the project was one person's."""
    return _SOLO.search(text) is not None
