"""Reads the numbers of a text from left to right and gives each its kind, unit, name and value."""

from __future__ import annotations

import re
from functools import lru_cache

from careerlint.expression import Expression
from careerlint.model.number import Number, NumberKind
from careerlint.model.span import Span
from careerlint.numbers.classes import Printed, classify
from careerlint.numbers.kinds import CHANGE_RIGHT, Surroundings, surroundings
from careerlint.numbers.korean_numerals import LETTER_SCALES, NUMBER_WORDS, digits_value, korean_value
from careerlint.numbers.patterns import CORE, DIGIT, GATE, METRIC_TOKEN, RANGE, UNIT, composites_of
from careerlint.numbers.words import read_places, read_words

_APPROXIMATE = Expression(r"(?:약|대략|거의|(?i:about|around|approximately|roughly|nearly|almost|circa|approx\.?|~|≈|∼))\s?[$₩€+-]?$|~[+-]?$")
_APPROXIMATE_RIGHT = Expression(r"\s?(?:정도|가량|내외|안팎|수준|여\s|쯤|\+|이상|이하|대(?=[가-힣\s])|or so)")
_SOME_MORE = "여"
_TOKEN_LEFT = Expression(r"[A-Za-z][A-Za-z0-9_.@+-]*$")
_TOKEN_RIGHT = Expression(r"[A-Za-z0-9_]*(?:[-.][A-Za-z0-9]+)*")
_FIGURE = Expression(r"[0-9]")
_HANGUL = Expression(r"[가-힣]")
_NAMED_RIGHT = Expression(r"-[a-z]{2,}(?![a-z0-9])")
"""What follows the digit of a name: 2-opt, 3-gram, 2-way."""
_MONEY_LEFT = Expression(r"[$₩€£]\s?$")
_REACH = 60
_LONGEST_MONEY = 2
_LONGEST_APPROXIMATE = 16


@lru_cache(maxsize=512)
def read_numbers(text: str) -> tuple[Number, ...]:
    """Every number and number word of `text`, ordered by start, without overlaps."""
    if not _FIGURE.search(text) and not GATE.search(text):
        return ()
    found: list[Number] = []
    taken = 0
    composites = composites_of(text)
    composite = next(composites, None)
    position = 0
    while True:
        digit = DIGIT.search(text, position)
        if digit is None:
            break
        start = digit.start()
        while composite is not None and composite.end() <= max(start, position):
            composite = next(composites, None)
        if composite is not None and composite.start() <= start < composite.end() and composite.start() >= taken:
            number = _composite_number(text, composite)
            if number is not None:
                found.append(number)
                position = taken = number.span.end
                continue
        number, position = _plain_number(text, start, taken)
        if number is not None:
            found.append(number)
            taken = number.span.end
    places = read_places(text)
    found = [*places, *(number for number in found if not any(number.span.overlaps(place.span) for place in places))]
    words = [number for number in read_words(text) if not any(number.span.overlaps(other.span) for other in found)]
    return tuple(sorted((*found, *words), key=lambda number: (number.span.start, number.span.end)))


def _composite_number(text: str, match: re.Match[str]) -> Number | None:
    span, words = Span(match.start(), match.end()), match[0]
    for rank, total in (("rank1", "total1"), ("rank2", "total2"), ("ordinal", "total2"), ("rank3", "total3"), ("rank4", "total4")):
        if match[rank]:
            # 첫 번째 is the only ordinal that is no number word with 번째.
            value, step = (NUMBER_WORDS.get(match[rank], 1.0), 1.0) if rank == "ordinal" else digits_value(match[rank])
            of = digits_value(match[total])[0]
            if of < value:
                return None
            return Number(span, value, words, "rank", unit="rank", step=step, total=of, outcome=True)
    if match["percentile"]:
        value, step = digits_value(match["percent"])
        close = not re.search(r"[-~]\s?[0-9]", words[len(match["side"]) :].lstrip("- "))
        return Number(span, value, words, "rank", unit="%", approximate=not close, name=match["side"].lower(), step=step, total=100.0, outcome=True)
    if match["fraction_words"]:
        below, above = match["denominator"] or match["under"], match["numerator"] or match["top"]
        denominator = NUMBER_WORDS.get(below, 0.0) or float(below)
        numerator = {"일": 1.0, "한": 1.0, "이": 2.0}.get(above) or float(above)
        around = surroundings(text, span, "")
        outcome = bool(CHANGE_RIGHT.match(around.right)) or re.match(r"(?:으?로|까지)?\s?(?:수준|밖에|이하|[,.)]|$|(?:으?로|까지)\s?(?:압축|최소|감량|당|다운))", around.right) is not None
        kind: NumberKind = "multiple" if outcome else "other"
        return Number(span, numerator / denominator if denominator else 0.0, words, kind, unit="x" if outcome else "", approximate=True, step=0.05, outcome=outcome)
    kinds: dict[str, NumberKind] = {
        "identifier": "identifier", "section": "section", "period": "period", "date": "date", "version": "version",
        "resolution": "resolution", "split": "split",
    }
    for name, kind in kinds.items():
        if match[name]:
            number = re.search(r"[0-9]+(?:\.[0-9]+)?", words)
            return Number(span, float(number[0]) if number else 0.0, words, kind)
    return None


def _plain_number(text: str, start: int, taken: int) -> tuple[Number | None, int]:
    core = CORE.match(text, start)
    if core is None:
        return None, start + 1
    before = text[start - 1] if start else ""
    if before.isascii() and (before.isalnum() or (before and before in "_@-.+")):
        glued = _TOKEN_LEFT.search(text, max(start - 40, taken), start)
        if glued:
            return _glued_token(text, glued.start(), start)
    value, step = korean_value(core[0]) if _HANGUL.search(core[0]) else digits_value(core[0])
    end = core.end()
    before = text[start - 1] if start > taken else ""
    sign = ""
    if before in ("+", "-", "−", "±", "–") and not (start > 1 and (text[start - 2].isalnum() or text[start - 2] == ")")):
        sign = "-" if before in "-−–" else "+"
    low = start - 1 if sign else start
    if sign == "-" and re.match(r"\s?[0-9]", text[max(start - 2, 0) : start - 1]):
        sign, low = "", start
    left = text[max(low - _REACH, 0) : low].rpartition("\n")[2]
    money = _MONEY_LEFT.search(left[-_LONGEST_MONEY:])
    if money:
        low -= len(money[0])
        left = left[: len(left) - len(money[0])]
    approximate = bool(_APPROXIMATE.search(left[-_LONGEST_APPROXIMATE:]))
    following = RANGE.match(text, end)
    if following and not sign:
        high, high_step = digits_value(following["high"])
        if high > value:
            end, approximate = following.end(), True
            tail = re.match(r"\s?[천만억]", text[end : end + 2])
            if tail:
                end += len(tail[0])
            step = max(step, high_step, high - value)
    signed = -value if sign == "-" else value
    return _with_unit(text, low, end, signed, step, sign, approximate, bool(money), left)


def _last_place(value: float) -> float:
    """What the last digit of a whole number that is no zero counts: 10 of 30, 100,000 of 300,000."""
    place = 1
    while value and value % (10 * place) == 0:
        place *= 10
    return float(place)


def _glued_token(text: str, begin: int, start: int) -> tuple[Number | None, int]:
    right = _TOKEN_RIGHT.match(text, start)
    end = max(right.end() if right else start + 1, start + 1)
    token = text[begin:end]
    metric = METRIC_TOKEN.match(text, begin)
    if metric and metric.end() > start:
        return None, metric.end()
    span = Span(begin, end)
    if re.fullmatch(r"(?:(?:RTX|GTX)-?[0-9]{3,4}(?:Ti)?|[AHLVT](?:4|10|40|100))", token):
        return Number(span, 0.0, token, "hardware"), end
    if re.fullmatch(r"[vV](?:er)?\.?[0-9][0-9.]*", token):
        return Number(span, 0.0, token, "version"), end
    if re.fullmatch(r"[eE]poch[0-9]+|[kK][0-9]+|lr[0-9e.-]+|top-?[0-9]+|bs[0-9]+", token, re.IGNORECASE):
        return Number(span, 0.0, token, "hyper-parameter"), end
    return Number(span, 0.0, token, "model-name"), end


def _with_unit(
    text: str, low: int, end: int, value: float, step: float, sign: str, approximate: bool, money: bool, left: str
) -> tuple[Number | None, int]:
    unit = UNIT.match(text, end)
    groups = {name for name, words in unit.groupdict().items() if words} if unit else set()
    scaled = unit["letter"] or unit["bare"] if unit else None
    # "$3M," is money, and no size of a model.
    if unit and money and unit["parameters"] in LETTER_SCALES:
        scaled = unit["parameters"]
    if scaled:
        scaled = scaled.rstrip("+")
        factor = {"million": 1e6, "billion": 1e9, "thousand": 1e3}.get(scaled) or LETTER_SCALES[scaled]
        value, step = value * factor, step * factor
    last = unit.end() if unit else end
    if "noun" in groups and unit is not None:
        last = unit.end("letter") if unit["letter"] else end
    span = Span(low, last)
    right = text[last : last + _REACH].partition("\n")[0]
    if _SOME_MORE in text[low:last]:
        # "30여 만원" may be anything up to forty.
        approximate, step = True, max(step, _last_place(value))
    if _APPROXIMATE_RIGHT.match(right):
        approximate = True
    printed = Printed(
        around=Surroundings(left, right, sign), groups=groups, words=unit[0].strip() if unit else "", value=value, step=step, money=money, tail=text[end:last],
    )  # fmt: skip
    kind, outcome, name, canonical = classify(printed)
    if kind == "other" and not groups and _NAMED_RIGHT.match(right):
        kind = "model-name"
    return Number(span, value, text[low:last], kind, unit=canonical, approximate=approximate, name=name, step=step, outcome=outcome), last
