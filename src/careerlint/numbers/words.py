"""Number words of both languages: 절반, 두 배, 사흘, halved, three weeks, second place."""

from __future__ import annotations

import re

from careerlint.expression import Expression
from careerlint.model.number import ORDINAL, ORDINALS, Number
from careerlint.model.span import Span
from careerlint.numbers.kinds import CHANGE_RIGHT, Surroundings, enlarges_data, surroundings, time_kind
from careerlint.numbers.korean_numerals import DAY_WORDS, FACTOR_WORDS, NUMBER_WORDS
from careerlint.numbers.patterns import WORDS

_WORD_TIME = {"second": "s", "minute": "min", "hour": "h", "day": "day", "week": "week", "month": "month", "year": "year"}


# Every number word holds one of these, and looking for all of them takes a thirtieth of what the expression takes.
_WORDS_OF_SIZE = (
    "half halv doubl tripl quadrupl quintupl twice times fold second minute hour day week month year place prize"
    " 반 갑절 곱절 배 하루 이틀 사흘 나흘 닷새 열흘 보름"
)
_SIGNS = tuple(_WORDS_OF_SIZE.split())


_PLACED = Expression(
    rf"(?<![\w-])(?<!the )(?<!my )(?<!our )(?<!a )(?<!one )(?P<place>(?i:{ORDINAL}))(?:\splace)?\s(?:out of|of|among)\s(?:the\s)?(?P<total>\d[\d,]*)"
    r"(?P<field>\s(?i:teams?|participants?|contestants?|entrants|entries|submissions|groups|competitors|runners|players|schools))?(?P<end>(?=\s*(?:[.;,:)(]|$)))?",
)
"""A place in words among so many; without the word for who took part it must close its clause: "the second of 12 chapters" is no rank."""


def read_places(text: str) -> list[Number]:
    """Every place that is told by an ordinal in words, with how many took part: "Twelfth of 60 teams"."""
    found = []
    for match in _PLACED.finditer(text):
        place, total = ORDINALS[match["place"].lower()], float(match["total"].replace(",", ""))
        if place <= total and (match["field"] or match["end"] is not None):
            found.append(Number(Span(match.start(), match.end()), place, match[0], "rank", unit="rank", step=1.0, total=total, outcome=True))
    return found


def read_words(text: str) -> list[Number]:
    """Every number word of `text`, ordered by start."""
    lowered = text.lower()
    if not any(sign in lowered for sign in _SIGNS):
        return []
    found: list[Number] = []
    for match in WORDS.finditer(text):
        span, words = Span(match.start(), match.end()), match[0]
        around = surroundings(text, span, "")
        if match["factor"]:
            found.append(_factor_word(span, words, around))
        elif match["times"]:
            count = match["count"] or match["english"]
            value = NUMBER_WORDS.get((count or words.split("배")[0].strip()).lower(), 0.0)
            measured = not enlarges_data(around)
            found.append(Number(span, value, words, "multiple" if measured else "other", unit="x" if measured else "", approximate=True, step=0.5, outcome=measured))
        elif match["span"]:
            unit = _WORD_TIME[match["time"].lower()]
            kind, outcome = time_kind(around, unit, False)
            found.append(Number(span, NUMBER_WORDS[match["amount"].lower()], words, kind, unit=unit, step=1.0, outcome=outcome))
        elif match["days"]:
            kind, outcome = time_kind(around, "day", False)
            found.append(Number(span, DAY_WORDS[words], words, kind, unit="day", step=1.0, outcome=outcome))
        else:
            rank = {"fir": 1.0, "sec": 2.0, "thi": 3.0, "fou": 4.0, "fif": 5.0}[words[:3].lower()]
            found.append(Number(span, rank, words, "rank", unit="rank", step=1.0, outcome=True))
    return found


def _factor_word(span: Span, words: str, around: Surroundings) -> Number:
    value = FACTOR_WORDS[words.lower()]
    if words in ("절반", "반"):
        outcome = bool(re.match(r"\s?(?:으로|로|정도|수준|가량|이하|까지|의?\s?(?:시간|비용|속도))", around.right) or CHANGE_RIGHT.match(around.right))
    elif words.lower() == "half":
        outcome = bool(re.search(r"(?:(?i:in|by|to|cut|nearly|almost|about))\s?$", around.left) or re.match(r"\s(?:the|of the)\s(?:time|cost|latency|memory|size)", around.right))
    elif words.lower() == "twice":
        outcome = bool(re.match(r"\s(?:as|the|faster|more)(?![a-z])", around.right))
    else:
        outcome = True
    return Number(span, value, words, "multiple", unit="x", approximate=True, step=0.1 if value < 1 else 0.5, outcome=outcome)
