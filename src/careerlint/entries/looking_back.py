"""Looking back: which documents and entries look back on work (retrospectives, minutes, impressions, errors met) and are no front page of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence
from careerlint.model.outline import SectionKind
from careerlint.model.surnames import COMMON_SURNAMES

_POINT = r"(?:느낀|배운|깨달은|얻은|잘한|잘했던|잘된|좋았던|아쉬운|아쉬웠던|부족한|부족했던|힘들었던|어려웠던|미흡한|만족한|개선할|알게\s?된)\s?(?:점|부분|것)(?:들)?"
_TITLE = Expression(
    rf"(?:회고(?:록|문|글|기)?|소감(?:문)?|(?:프로젝트|활동|참여|참가|개발|해커톤|팀|개인|수료|진행|스프린트)\s?후기|{_POINT}|\bKPT|회의록|(?:회의|스크럼|스프린트|멘토링)\s?(?:기록|노트|일지)|"
    r"(?:개발|작업|제작|연구|프로젝트)\s?(?:일지|일기)|트러블\s?슈팅(?:\s?(?:기록|노트|일지|모음|정리|문서|가이드))?|(?:오류|에러|이슈|버그)\s?(?:해결\s?)?(?:과정|모음|정리|기록|노트|일지)|면접\s?(?:준비|질문|대비)(?:\s?(?:노트|자료|모음|정리))?)"
    r"[\s\W]*(?:\([^()]*\)[\s\W]*)?$"
    r"|^\W*(?:(?:KPT|4L|팀|개인|프로젝트|스프린트|주간|최종|오늘의|이번\s주|하루)\s?)?(?:회고(?:록|문|글)?|소감)\s*(?:[—–:：·|(\[\]】/-]|\W*$)"
    r"|\bretro(?:s|spectives?)?\b(?!\s(?:stud|cohort|analys|data|gam|style|console|computer|pixel|arcade|synth|review of))|\bpost[- ]?mortem\b|\b(?:post-?)?(?:incident|outage|accident)[- ](?:review|report|analysis|retrospective)\b|\blessons?\s(?:we\s|i\s)?(?:have\s)?learn(?:ed|t)\b"
    r"|\bwhat (?:i|we)(?:'ve|’ve| have)? learn(?:ed|t)\b|\b(?:went|go) (?:well|wrong|badly|right)\b|^\W*(?:(?:final|personal|team|project|sprint|my|our|dev|weekly|course)\s)?reflections?(?:\s(?:on|of|about)\b|\W*$)"
    r"|\b(?:meeting|stand-?up|sprint|scrum)\s(?:minutes|notes|log)\b|^\W*minutes(?:\W*$|\s(?:of|from)\s(?:(?:the|our|a)\s)?(?:\w+\s){0,2}(?:meeting|sprint|retro\w*|stand-?up|sync|review)\b)|\binterview\s(?:prep|preparation|notes|questions|q\s?&\s?a)|\bprep notes\b"
    r"|\b(?:dev|development|build|engineering)\s?(?:log|diary|journal)s?\W*$|\bdevlog\b|^\W*troubleshooting(?:\s(?:notes|log|guide|diary))?\W*$|\b(?:closing|final|some|after)\s?thoughts\W*$",
    re.IGNORECASE,
)
"""Titles of pages that look back."""
_OPENING_SENTENCE = Expression(
    r"^\W*(?:(?:this (?:is|document is|page is|write-?up is)|what follows (?:below )?is|below is|here is)\s)?an?\s(?:\w+\s){0,2}(?:post-?mortem|retrospective|reflection|look back|debrief)\b(?!\s(?:stud|cohort|analys|data|api|app|tool))"
    r"|^\W*(?:이 글은|이 문서는|아래는|다음은)\s[^.]{0,60}(?:회고|소감|후기|사후\s?분석)(?:록|문|글)?(?:입니다|이다|를 적|을 적)",
    re.IGNORECASE,
)
"""What a page says first that looks back: "A postmortem on a model of the tide"."""
_NUMBER = Expression(r"\W*\d{1,3}\W*")
_WRONG = Expression(r"오류|에러|실패|막혔|안\s?되|되지\s않|\b(?:errors?|fail(?:ed|s|ure)?|exceptions?|crash(?:ed|es)?|bugs?|broken)\b", re.IGNORECASE)
_PREPARED = Expression(r"면접\s?(?:준비|질문|대비)|\binterview\s(?:prep|preparation|notes|questions|q\s?&\s?a)|\bprep notes\b", re.IGNORECASE)
"""Titles of notes for an interview, whose questions make them look like a letter."""
_PART = Expression(
    rf"\W*(?:[^.]{{0,12}}회고|[^.]{{0,12}}소감|{_POINT}|KPT|keeps?|problems?|try|tries|mad|sad|glad|liked?|lacked|longed for|start(?: doing)?|stop(?: doing)?|continue(?: doing)?|"
    r"(?:\d[\W\d]*)?(?:what|things?(?: that)?)\s(?:we\s|i\s)?(?:did\s?n.?t|went|worked|learned|could|can|to)\b[^.]{0,40}|(?:what )?lessons?\b[^.]{0,40}|went (?:well|wrong)|to improve|action items?|improvements?|shout-?outs?|kudos)\W*(?:\([^()]*\)\W*)?",
    re.IGNORECASE,
)
"""Labels and headings of what was good and bad, as teams write them down."""
_MEMBER = Expression(rf"\W*([{COMMON_SURNAMES}][가-힣]{{1,2}})\s?(?:님)?\s?[:：]\s*")
"""A line that is a member's name."""
_NO_NAMES = frozenset("정확도 정밀도 전처리 한계점 이미지 서비스 이용자 이유 주제 성과 성능 구성 구현 배경 서론 문제 문제점 장점 단점 조건 전략 이름 고객 서버 차이 차이점 주의 신규 배포 하드웨어 유의점 심화 정리 개선 전체 최종 한글 강점 강의 강조 조회 조사 오류 양식 고려 문서 문의 노트 노력 이슈 이력 전공 전망 전후 안내 안건 임무 임원 장비 장소 정보 정의 정책 최근 최대 최소 한계 성격 차례 차수 주소 주요 우선 구조 구분 구매 민원 백엔드 허용 유형 유저 남은 심사 하루".split())  # noqa: SIM905
_MEMBERS = 3
_THREE_SYLLABLES = Expression(r"[가-힣]{3}")
_ASKED = Expression(
    r"\b(?:your?|surpris\w+|hardest|tricki?e?s?t?|rewarding|most (?:difficult|challenging))\b|\bdid (?:we|i)\b|배웠|느꼈|어려웠|힘들었|좋았|아쉬웠|바꾸고|달라졌", re.IGNORECASE
)
"""What a course asks about work that is done: of "you", of surprises and of what was hard."""
_PROMPT = Expression(
    r"\W{0,3}(?:\d{1,2}\s?[.)]\s?)?(?:what|how|which|why|where|were|was|did|if you|describe|explain|the (?:biggest|hardest|most)|one thing)\b[^.?!\n]{0,140}\byour?\b[^.?!\n]{0,80}[.?](?:\s|$)", re.IGNORECASE
)
"""How a paragraph begins that repeats the question it answers: "What worked well in your design. The hinge held"."""
_BACK: frozenset[SectionKind] = frozenset(("retrospective", "lesson", "limits"))
_ERRORS: frozenset[SectionKind] = frozenset(("troubleshooting",))
_LONGEST_TITLE, _LONGEST_LINE = 90, 40
_LONGEST_OPENING = 140
_OPENING = 2


def looks_back(evidence: Evidence) -> bool:
    """Whether the document is no story or front page of a project but looks back on one, by its name, its title or most of its parts."""
    kind = evidence.outline.kind
    if kind == "cover-letter":
        return _PREPARED.search(_title(evidence)) is not None
    if kind not in ("project", "portfolio"):
        return False
    return _is_named_so(evidence) or _is_numbered_log(evidence) or _answers_questions(evidence) or _is_looked_back_in(evidence, range(len(evidence.outline.statements)))


def entry_looks_back(evidence: Evidence, entry: int) -> bool:
    """Whether an entry of the document looks back or is one error met on the way."""
    indices = evidence.entry_statements(entry)
    return evidence.kind_of_entry(entry) in ("project", "portfolio") and (_is_looked_back_in(evidence, indices) or _is_error(evidence, indices))


def _title(evidence: Evidence) -> str:
    return evidence.document.words(evidence.title())[:_LONGEST_TITLE].strip()


def _is_named_so(evidence: Evidence) -> bool:
    stem = PurePath(evidence.document.path.replace("\\", "/")).stem.replace("_", " ").replace("-", " ")
    opening = [line for index in range(min(_OPENING, len(evidence.outline.statements))) if len(line := evidence.text(index).strip()) <= _LONGEST_LINE]
    first = [evidence.text(index)[:_LONGEST_OPENING] for index in range(min(_OPENING, len(evidence.outline.statements)))]
    return any(_TITLE.search(words) for words in (stem, _title(evidence), *opening)) or any(map(_OPENING_SENTENCE.search, first)) or _is_of_members(evidence)


def _is_numbered_log(evidence: Evidence) -> bool:
    """Whether a page has nothing but numbers for headings, and below most of them something goes wrong: "# 1", "# 2", an error each."""
    sections = [section for section in evidence.outline.sections if section.title is not None]
    if len(sections) < _OPENING or not all(_NUMBER.fullmatch(evidence.document.words(section.title)) for section in sections if section.title is not None):
        return False
    return 2 * sum(_WRONG.search(evidence.document.words(section.span)) is not None for section in sections) > len(sections)


def _answers_questions(evidence: Evidence) -> bool:
    """Whether a page holds answers to what a course asked of its writer: nearly all headings are questions to "you", or several paragraphs begin with one."""
    headings = [evidence.document.words(section.title).strip() for section in evidence.outline.sections if section.title is not None]
    if headings:
        asked = sum(words.endswith(("?", "？")) for words in headings)
        told = sum(_ASKED.search(words) is not None for words in headings)
        return asked >= _OPENING and 4 * asked >= 3 * len(headings) and 2 * told >= len(headings)
    paragraphs = [block for block in evidence.document.blocks if block.kind == "paragraph"]
    prompts = sum(_PROMPT.match(evidence.document.words(block.span)) is not None for block in paragraphs)
    return prompts >= _OPENING and 2 * prompts >= len(paragraphs)


def _is_of_members(evidence: Evidence) -> bool:
    """Whether a page is what each member says, under lines that are names, or under headings that are."""
    headings = [evidence.document.words(section.title).strip() for section in evidence.outline.sections if section.title is not None]
    if headings:
        named = [words for words in headings if (match := _MEMBER.fullmatch(f"{words}:")) is not None and match[1] not in _NO_NAMES]
        return len(headings) >= _MEMBERS and all(map(_THREE_SYLLABLES.fullmatch, headings)) and 2 * len(named) > len(headings)
    names = {match[1] for line in evidence.document.text.split("\n") if (match := _MEMBER.fullmatch(line)) and match[1] not in _NO_NAMES}
    return len(names) >= _MEMBERS


def _is_looked_back_in(evidence: Evidence, indices: Sequence[int]) -> bool:
    """Whether three of four statements stand under what was good, bad or learned."""
    said = [index for index in indices if evidence.outline.statements[index].form not in ("heading", "label")]
    return bool(said) and 4 * sum(_is_back(evidence, index) for index in said) >= 3 * len(said)


def _is_back(evidence: Evidence, statement: int) -> bool:
    found = evidence.outline.statements[statement]
    if not _BACK.isdisjoint(evidence.outline.section_kinds(found)):
        return True
    return any(_PART.fullmatch(words) for words in (found.label, *found.context) if words)


def _is_error(evidence: Evidence, indices: Sequence[int]) -> bool:
    """Whether all of an entry stands under a heading of errors and what was done about them."""
    return bool(indices) and all(_ERRORS & set(evidence.outline.section_kinds(evidence.outline.statements[index])[1:]) for index in indices)
