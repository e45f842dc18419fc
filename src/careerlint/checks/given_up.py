"""Given up: technologies that a text names as replaced or removed, or as the source of what was worked on, and what tells that one took the place of another."""

from __future__ import annotations

import re

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence
from careerlint.model.term import Mention

_REACH = 48
_FAR = 120
_LEFT = Expression(
    r"(?:\b(?:migrat|mov|switch|port|convert|transition|shift)(?:ed|ing|e|es|s|ion|ions)?\s(?:[\w-]+\s){0,5}(?:away\s)?(?:from|off)|\b(?:replac|retir|remov|eliminat|decommission|sunset|ditch|dropp?|phas|abandon|deprecat|discontinu)\w*(?:\sout)?"
    r"|\b(?:instead of|rather than|in place of|in lieu of|away from|get rid of|got rid of|outgrew|legacy|formerly|previously(?: used| on| with)?)|\b(?:eliminat|remov|free|sav|cut|reclaim)\w*\s[\d,.]+\s?(?:[KMGTP]B|rows|records)\sof)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
"""Before the name of what was given up."""
_SOURCE_LEFT = Expression(r"\b(?:process|ingest|consum|read|pars|receiv|handl|collect|import|load|pull|extract|analy[sz]|crawl|scrap|export)\w*\s(?:(?:[\w,+~-]+|\d[\d.,]*)\s){0,4}(?:of\s|from\s)?$", re.IGNORECASE)
_SOURCE_RIGHT = Expression(r"(?:\s(?!as\b|for\b|to\b|in\b|with\b)[A-Z][\w-]*)?\s(?:events?|logs?|dumps?|feeds?|records?|exports?|messages?|tables?|rows?|files?|data|changes|streams?)\b", re.IGNORECASE)
"""Around the name of where the data came from: "processing Oracle GoldenGate events"."""
_RIGHT = Expression(
    r"(?:\s?(?:기반|중심))?(?:의|이던|였던)?\s?(?:기존\s)?\S{0,8}(?:에서|로부터|대신)\s|\s?(?:을|를)\s(?:\S+\s){0,2}(?:제거|걷어|폐기|철거|없애|없앴|중단|버리|버렸|포기|내리고|빼고|뺐|교체|대체|퇴역)|\s?(?:을|를)\s(?:\S+\s){0,2}\S+(?:으)?로\s(?:교체|대체|전환|이관|이전|변경|바꾸|바꿨|바꿔|옮기|옮겼|옮겨|마이그레이션|갈아)"
    r"|\s?(?:이벤트|로그|덤프|테이블|레코드|토픽|메시지|데이터)\S{0,2}\s(?:\S+\s){0,3}(?:처리|수집|파싱|읽|가져|적재|추출|분석|제거|삭제)|\s?(?:저장\s?공간|용량)\s?\d\S*\s?(?:을|를)?\s?(?:제거|절감|삭제|줄)"
    r"|\s(?:was|were|had been|is being)\s(?:\w+\s)?(?:replaced|retired|removed|dropped|decommissioned|switched off|abandoned)\b|\s(?:gave|made) (?:way|room)\b"
)
"""Behind the name of what was given up, or of where the data came from."""
_MOVED_ON = Expression(
    r"\s?(?:DB|데이터베이스|database)?\s?(?:→|->|=>|⇒|➜)\s?[A-Za-z가-힣][^\n→>⇒➜]{0,30}?(?:이관|마이그레이션|전환|이전|교체|변경|포팅|대체|\b(?:migrat|port(?:ed|ing)|switch|replac)\w*)", re.IGNORECASE
)
"""Behind what an arrow leads away from, where it is the arrow of a replacement and not of a flow."""
_DISMISSED = Expression(
    r"(?:[^.;:\n]|\.\d){0,100}?\b(?:(?:is|was|are|were|stays|stayed) (?:now |then |finally )?(?:off|out|dropped|removed|disabled|switched off|turned off|left out|discarded|abandoned|not used|reverted)|(?:turned|switched|left|took|threw) (?:it|them|that) (?:back )?(?:off|out)|(?:dropped|removed|disabled|discarded|reverted|abandoned) (?:it|them))\b"
    r"|\s?[은는도을를](?:\s(?:[^.\n]|\.\d){1,48}?)?\s(?<![을를]\s)(?:뺐|뺌|빼기로|빼\s?두|껐|끔(?![가-힣])|꺼\s?두|제외(?:했|함|하)|(?:쓰|사용하|적용하|채택하)지\s?않(?:았|기로|음|고)|접었|되돌렸|버렸)",
    re.IGNORECASE,
)
"""Behind the name of what was tried and is not in use: "Mixup hurt small objects (0.67 to 0.61), so it is off"."""
_INSTEAD = Expression(r"\bover\s(?:the\s|a\s|plain\s|our\s|older\s)?$|\b(?:instead of|rather than|in place of|replaces|replacing|in lieu of)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
"""Between two technologies of which one was taken and the other was not: "ZSTD over snappy"."""
_LOADED_LEFT = Expression(r"\b(?:load|copy|copies|copied|insert|import|ingest|export|dump|upload|bulk[- ]?load|sync)(?:ed|ing|s)?\b(?!\s(?:balanc|test))(?:\s[\w,.%-]+){0,6}?\s(?:in)?to\s(?:(?:the|our|a|an|their|one|company|shared|existing)\s){0,2}$", re.IGNORECASE)
_LOADED_RIGHT = Expression(r"\s?(?:테이블|DB|데이터베이스|웨어하우스)?(?:에|으?로)\s(?:\S+\s){0,2}?(?:적재|밀어\s?넣|쏟아\s?넣|업로드|덤프|내보내|내보낸)")
"""Around the name of where data go: "COPY into PostgreSQL"."""
_BEFORE = Expression(r"\W*(?:before|old|previous(?:ly)?|original|was|from|기존|이전|변경\s?전|개선\s?전|교체\s?전|전|as[- ]is)\W*", re.IGNORECASE)
_AFTER = Expression(r"\W*(?:after|new|now|current|to|변경|이후|변경\s?후|개선\s?후|교체\s?후|후|to[- ]be)\W*", re.IGNORECASE)
"""Labels and headings of two states of one thing."""
_GAIN = Expression(r"\b(?:smaller|faster|lower|less|fewer|higher|better|cheaper|lighter|saving|saved|reduc\w+|improv\w+)\b|줄|감소|빨라|빠르|절감|향상|개선|작아|가벼|높아", re.IGNORECASE)
_NEAR = 4


def is_given_up(evidence: Evidence, mention: Mention) -> bool:
    """Whether the text names the technology as given up, or as the source of what it worked on."""
    left, right = _beside(evidence, mention)
    end = mention.span.end
    rest = evidence.document.text[end : end + _FAR].partition("\n")[0]
    if _LEFT.search(left) or _RIGHT.match(right) or _MOVED_ON.match(right) or _DISMISSED.match(rest):
        return True
    return _SOURCE_LEFT.search(left) is not None and _SOURCE_RIGHT.match(right) is not None


def is_destination(evidence: Evidence, mention: Mention) -> bool:
    """Whether data are only written into the store: whoever loads a warehouse that is there has not chosen it."""
    left, right = _beside(evidence, mention)
    return mention.skill.kind in ("store", "service") and (_LOADED_LEFT.search(left) is not None or _LOADED_RIGHT.match(right) is not None)


def _beside(evidence: Evidence, mention: Mention) -> tuple[str, str]:
    """What stands before and behind a technology in its line, as far as it may tell something."""
    text, span = evidence.document.text, mention.span
    return text[max(span.start - _REACH, 0) : span.start].rpartition("\n")[2], text[span.end : span.end + _REACH].partition("\n")[0]


def tells_replacement(evidence: Evidence, entry: int, *, gain: bool = False) -> bool:
    """Whether one technology of the entry is told to take the place of another; with `gain` also what that brought."""
    for index in evidence.entry_statements(entry):
        if not evidence.mentions[index]:
            continue
        if (_is_taken_over(evidence, index) or _is_before_and_after(evidence, entry, index)) and (not gain or _brings(evidence, entry, index)):
            return True
    return False


def _is_taken_over(evidence: Evidence, statement: int) -> bool:
    """Whether a technique stands behind words that set it against what stands before them."""
    start, text = evidence.outline.statements[statement].span.start, evidence.document.text
    return any(
        mention.skill.technique and _INSTEAD.search(text[max(start, mention.span.start - _REACH) : mention.span.start]) is not None
        for mention in evidence.mentions[statement]
    )


def _is_before_and_after(evidence: Evidence, entry: int, statement: int) -> bool:
    """Whether a technique stands under "Before" and another one a few lines on under "After"."""
    if not _stands_under(evidence, statement, _BEFORE):
        return False
    before = {mention.spelling.lower() for mention in evidence.mentions[statement] if mention.skill.technique}
    following = range(statement + 1, min(statement + 1 + _NEAR, evidence.entry_statements(entry).stop))
    after = {
        mention.spelling.lower() for index in following if _stands_under(evidence, index, _AFTER)
        for mention in evidence.mentions[index] if mention.skill.technique
    }
    return bool(before and after)


def _stands_under(evidence: Evidence, statement: int, label: Expression) -> bool:
    found = evidence.outline.statements[statement]
    above = (found.label, *found.context[-1:], evidence.outline.sections[found.section].heading)
    return any(words and label.fullmatch(words) for words in above)


def _brings(evidence: Evidence, entry: int, statement: int) -> bool:
    """Whether it is told around the statement what the change brought."""
    return any(evidence.match(_GAIN, index) for index in range(statement, min(statement + 2 * _NEAR, evidence.entry_statements(entry).stop)))
