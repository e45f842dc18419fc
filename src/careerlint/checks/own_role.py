"""OWN001: finds projects of a team in which no statement says what the author did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule
from careerlint.model.token import AnalysedWord

_KINDS = ("resume", "career", "portfolio")
_NUMBER = r"(?:[2-9]|1\d|two|three|four|five|six|seven|eight|nine|ten|several)"
_FELLOWS = r"(?:people|persons|members|colleagues|classmates|teammates|students|friends|developers|engineers|others|partners)"
_TEAM_TITLE = Expression(
    rf"(?:[2-9]|[1-9]\d)\s?(?:인|명)(?![가-힣]*\s?중)|팀\s?프로젝트|공동\s?(?:작업|프로젝트|개발)|"
    rf"\b(?:team|group|crew|department|squad|class|unit|lab|staff|party|band|trio of|pair|workshop) of {_NUMBER}\b|\b{_NUMBER}[ -](?:strong|head) (?:team|group|crew)\b|\b(?:group|joint|shared) project\b|\bwith {_NUMBER} others\b|\b(?:in a|as a) (?:team|group|pair|trio)\b|\b{_NUMBER}[ -](?:person|people|member)s?\b|\b{_NUMBER} (?:other )?{_FELLOWS}\b|\bteam project\b",
    re.IGNORECASE,
)
_ALONE = Expression(r"개인|혼자|단독|(?<!\d)1\s?(?:인|명)|\bsolo\b|\balone\b|\bpersonal\b|\bindividual\b", re.IGNORECASE)
_PART = Expression(r"역할|담당|맡은|기여|본인|나의|\brole\b|\bpart\b|\bcontribution|\bresponsib|\bmy\b|\bposition\b|^\W*(?:me|myself|i)\W*$", re.IGNORECASE)
_FIRST_PERSON = frozenset(("저", "제", "나", "내", "제가", "내가", "본인", "필자", "i", "my", "me", "i'm", "i've", "myself", "mine"))
_WE = frozenset(("저희", "우리"))
_GROUPS = frozenset(("팀", "조", "팀원", "조원", "팀원들", "조원들", "부원", "부원들", "부서원", "구성원", "구성원들", "연구진", "참여자들"))
_ALL = frozenset(("전원", "모두", "서로", "다같이", "다 같이", "일동", "셋", "넷", "다섯", "여섯", "셋이", "넷이"))
"""Subjects that are the whole team."""
_WHOLE = Expression(r"전체|전원|모두|일동|\d{1,2}\s?(?:명|인|분)")
"""Behind the word for a team: all of it, by number too ("팀원 5명이", "팀 전체가")."""
_UNIT = Expression(r"[가-힣]{2,}(?:부|팀|조|반|실|과|단|회|소)$")
"""A department or group by name, which is the team where the title names it."""
_NUMBERED = Expression(r"(?:^|[\s(])\d{1,2}\s?[조팀](?:은|는|이|가|에서)\s")
_TOGETHER = Expression(r"^\W*(?:팀원|조원|팀|조|부원|동료|친구)(?:들)?(?:과|와|이랑|랑|하고)\s?(?:다\s?)?(?:함께|같이)|^\W*(?:together with|along with) (?:my |the |our )?(?:team|group|teammates|colleagues)", re.IGNORECASE)
"""What everybody did tells nobody's part."""
_GROUPS_EN = frozenset(("team", "group", "crew", "squad", "teammates", "taskforce"))
_SUBJECT = frozenset(("은", "는", "이", "가", "에서", "에서는", "도", "들은", "들이"))
_COUNTED = Expression(r"\d[\d,]*\s?(?:건|개|장|곳|권|통|마리|대|점)[이가]\s[^.]{0,30}(?:찾|돌아|팔|쓰|나갔|들어|모였|모이|돌려)")
"""So many things did something: nobody's part."""
_MADE = Expression(r"[을를]\s?(?:작성|제작|개발|구현|설계|구축|정리|분석|도입|개선|수정|배포|적용),")
"""A deed as a noun, with more behind it."""
_WON = Expression(
    r"(?:\d{1,3}\s?[등위]|[일이삼]\s?등|대상|[금은동]상|최?우수상|장려상|특별상|입상|입선|우승|준우승|결선|결승|본선)(?:에|을|를|으로|로)?\s?(?:진출해\s\S{1,8}\s)?(?:오르|올랐|했|하였|함|차지|받|수상|거두|거뒀|기록|진출|입상|선정)\S*\W*$"
    r"|^\W*(?:won|placed|finished|came|ranked|took|awarded|earned|received|reached)\b[^.]{0,40}\b(?:prize|award|place|medal|first|second|third|\d+(?:st|nd|rd|th)|finals?|runner-up|winner)\b",
    re.IGNORECASE,
)
"""What a team won is nobody's own deed."""
_DEEDS = ("action", "change", "improvement", "role", "remedy", "duty", "use", "learning")
_HAPPENS = frozenset(("되다", "이다", "있다", "없다", "실리다", "보이다", "나오다", "오르다", "줄다", "늘다", "떨어지다", "놓이다", "뽑히다", "걸리다", "쓰이다", "팔리다", "알려지다", "세워지다", "열리다", "받아들이다", "남다", "담기다", "나타나다", "돌아가다"))
_PRESENT = frozenset((
    "communicate", "explain", "coordinate", "build", "develop", "create", "write", "implement", "analyze", "analyse", "manage", "maintain", "provide", "conduct", "collaborate", "prepare",
    "optimize", "optimise", "automate", "integrate", "deploy", "migrate", "investigate", "evaluate", "negotiate", "organize", "organise", "teach", "define", "deliver", "configure",
    "introduce", "gather", "collect", "identify", "propose", "assist", "oversee", "supervise", "facilitate", "troubleshoot", "translate", "consult",
))
"""With what a bullet of somebody who still does it begins; words that are nouns too stay out."""


_PRIZE = Expression(r"(?:수상|획득|선정)\W*$|\b(?:awards?|awarded|prize|medal)\W*$", re.IGNORECASE)
"""How a row ends that only says what was won."""


def find_no_own_role(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each entry that tells a team's work and never the author's part of it."""
    for entry in evidence.stories.told:
        if not _asks_for_part(evidence, entry) or not _is_team_work(evidence, entry):
            continue
        won = {index for index in evidence.entry_statements(entry) if evidence.match(_WON, index)} if _tells_of_us(evidence, entry) else set()
        if not any(_is_own(evidence, index) for index in evidence.entry_statements(entry) if index not in won or _names_the_author(evidence, index)):
            title = evidence.title(entry)
            yield Hit(title, None, entry, values={"match": evidence.document.words(title)})


def _tells_of_us(evidence: Evidence, entry: int) -> bool:
    """Whether the team is the one who acts in a statement of the entry."""
    title = evidence.document.words(evidence.title(entry))
    return any(_speaks_as_team(evidence, index, title) for index in evidence.entry_statements(entry))


def _names_the_author(evidence: Evidence, index: int) -> bool:
    return any(word.lemma in _FIRST_PERSON for word in evidence.words[index])


def _asks_for_part(evidence: Evidence, entry: int) -> bool:
    """Whether a reader wants to know who did what: in what people apply with, and in a lone story whose title names the team that it is told by."""
    kind = evidence.kind_of_entry(entry)
    if kind in _KINDS:
        return True
    title = evidence.document.words(evidence.title(entry))
    alone = sum(bool(section.heading) for section in evidence.outline.sections) == 1 and not any(block.kind == "code" for block in evidence.document.walk())
    return kind == "project" and alone and _TEAM_TITLE.search(title) is not None and any(_speaks_as_team(evidence, index, title) for index in evidence.entry_statements(entry))


def _is_team_work(evidence: Evidence, entry: int) -> bool:
    title = evidence.document.words(evidence.title(entry))
    if _ALONE.search(title) or (_PRIZE.search(title) and sum(bool(evidence.outline.statements[index].language) for index in evidence.entry_statements(entry)) <= 1):
        return False
    if _TEAM_TITLE.search(title):
        return True
    for index in evidence.entry_statements(entry):
        labelled = any(signal.name == "team" and signal.strength == "label" for signal in evidence.signals[index])
        if _speaks_as_team(evidence, index, title) or (labelled and not evidence.match(_ALONE, index)):
            return True
    return False


def _speaks_as_team(evidence: Evidence, index: int, title: str) -> bool:
    """Whether the author's team is the one who acts; "운영팀이" is another team unless the title names it."""
    if evidence.claims[index].foreign:
        return False
    text, words = evidence.text(index), evidence.words[index]
    if _NUMBERED.search(text):
        return True
    for place, word in enumerate(words):
        before = words[place - 1] if place else None
        after = words[place + 1] if place + 1 < len(words) else None
        # "US clients" are those of a country.
        if word.lemma in ("we", "us") and text[word.start : word.end] != "US":
            return True
        if word.lemma in _GROUPS_EN and before is not None and before.lemma in ("our", "the", "my"):
            return True
        if word.lemma in _WE and (word.particle in _SUBJECT or (after is not None and (after.lemma in _GROUPS or after.particle in _SUBJECT))):
            return True
        if word.lemma in _GROUPS and word.particle in _SUBJECT:
            joined = before is not None and before.end == word.start
            if before is None or not joined or text[before.start : word.start + 1] in title:
                return True
        if word.particle in _SUBJECT and (word.lemma in _ALL or (_UNIT.search(word.lemma) and word.lemma in title)):
            return True
        if word.lemma in _GROUPS and place == 0 and after is not None and after.lemma in ("전체", "모두", "전원", "모두가"):
            return True
        if word.lemma in _GROUPS and not word.particle and after is not None and after.particle in _SUBJECT and _WHOLE.fullmatch(after.lemma):
            joined = before is not None and before.end == word.start
            if not joined or (before is not None and text[before.start : word.start + 1] in title):
                return True
    return False


def _is_own(evidence: Evidence, index: int) -> bool:
    """Whether the statement says what the author did: by a first person, a role, or a deed whose subject is dropped."""
    statement, claim, words = evidence.outline.statements[index], evidence.claims[index], evidence.words[index]
    if claim.foreign:
        return False
    if _names_the_author(evidence, index):
        return True
    above = (statement.label, *statement.context)
    title = evidence.outline.entries[statement.entry].title
    own_title = evidence.document.words(title) if title is not None else ""
    if any(_PART.search(words_above) for words_above in above if words_above and words_above not in own_title):
        return True
    if any(signal.name == "role" and signal.strength == "label" for signal in evidence.signals[index]):
        return True
    if claim.author not in ("author", "team") or not words or (_speaks_as_team(evidence, index, own_title) and not _is_aside(evidence, index)) or _TOGETHER.match(evidence.text(index)):
        return False
    if statement.language == "en":
        return _opens_with_deed(evidence, index)
    return _is_korean_deed(evidence, index)


def _opens_with_deed(evidence: Evidence, index: int) -> bool:
    """Whether an English statement begins with a verb: its dropped subject is the author."""
    start = evidence.outline.statements[index].span.start
    first = next((word for word in evidence.words[index] if word.pos != "symbol"), None)
    if first is None:
        return False
    deeds = (signal for signal in evidence.signals[index] if signal.name in _DEEDS and signal.strength != "label")
    if evidence.outline.statements[index].form == "bullet" and first.lemma in _PRESENT:
        return True
    return bool(first.features & {"past", "ing"}) or any(signal.span.start == start + first.start for signal in deeds)


def _is_aside(evidence: Evidence, index: int) -> bool:
    """Whether the team only acts in a clause before a noun, as in "우리 팀이 쓰던 엑셀을 웹으로 옮김": who moved it is the author."""
    found = [word for word in evidence.words[index] if word.pos != "symbol"]
    acting = [place for place, word in enumerate(found) if word.lemma in _GROUPS and word.particle in _SUBJECT]
    if len(acting) != 1 or acting[0] + 2 >= len(found):
        return False
    clause, behind = found[acting[0] + 1], found[acting[0] + 2]
    return {"attr", "past"} <= clause.features and behind.particle in ("을", "를", "에", "의") and _opens_with(found, acting[0])


def _opens_with(words: Sequence[AnalysedWord], place: int) -> bool:
    """Whether nothing but "우리" or "저희" stands before the word."""
    return all(word.lemma in _WE for word in words[:place])


def _is_korean_deed(evidence: Evidence, index: int) -> bool:
    """Whether a Korean statement tells a deed and names no team as its subject."""
    found = [word for word in evidence.words[index] if word.pos != "symbol"]
    acts = any(word.lemma in _GROUPS and word.particle in _SUBJECT for word in found)
    if not found or (acts and not _is_aside(evidence, index)):
        return False
    if evidence.match(_COUNTED, index):
        return False
    closing = found[-1]
    if closing.features & {"passive", "become"} or closing.lemma in _HAPPENS:
        return False
    told = any(signal.name in _DEEDS and signal.strength != "label" for signal in evidence.signals[index])
    return told or evidence.match(_MADE, index) is not None
