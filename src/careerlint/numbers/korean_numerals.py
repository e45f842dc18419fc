"""Digits with the scales 천, 만 and 억, and number words of both languages, as values."""

from __future__ import annotations

from careerlint.expression import Expression
from careerlint.model.number import printed_step

SCALES = {"십": 10.0, "백": 100.0, "천": 1e3, "만": 1e4, "억": 1e8, "조": 1e12}
LETTER_SCALES = {"k": 1e3, "K": 1e3, "M": 1e6, "B": 1e9, "G": 1e9}

_GROUP = Expression(r"([0-9][0-9,]*(?:\.[0-9]+)?)?\s?([십백천]?[만억조]|[십백천])?")

NUMBER_WORDS = {
    "한": 1.0, "두": 2.0, "세": 3.0, "네": 4.0, "다섯": 5.0, "여섯": 6.0, "일곱": 7.0, "여덟": 8.0, "아홉": 9.0, "열": 10.0,
    "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0,
    "eleven": 11.0, "twelve": 12.0, "twenty": 20.0, "a": 1.0, "an": 1.0,
}
DAY_WORDS = {"하루": 1.0, "이틀": 2.0, "사흘": 3.0, "나흘": 4.0, "닷새": 5.0, "엿새": 6.0, "이레": 7.0, "열흘": 10.0, "보름": 15.0}
FACTOR_WORDS = {
    "절반": 0.5, "반": 0.5, "half": 0.5, "halved": 0.5, "halving": 0.5, "halves": 0.5, "halve": 0.5, "갑절": 2.0, "곱절": 2.0,
    "doubled": 2.0, "doubling": 2.0, "double": 2.0, "doubles": 2.0, "twice": 2.0, "tripled": 3.0, "tripling": 3.0, "triple": 3.0,
    "triples": 3.0, "quadrupled": 4.0, "quadruple": 4.0, "quadrupling": 4.0, "quadruples": 4.0, "quintupled": 5.0,
}

_LONGEST_EXPONENT = 2


def digits_value(digits: str) -> tuple[float, float]:
    """Value and step of plain digits such as `1,200`, `0.83` or `1e-4`."""
    plain = digits.replace(",", "")
    mantissa, _, exponent = plain.lower().partition("e")
    if len(exponent.lstrip("+-")) > _LONGEST_EXPONENT:
        # "550e8400" begins a UUID; as a power of ten it is no number that a machine can hold.
        plain, exponent = mantissa, ""
    power = 10.0 ** int(exponent) if exponent else 1.0
    return float(plain), power * printed_step(mantissa)


def korean_value(text: str) -> tuple[float, float]:
    """Value and step of digits with Korean scales: `1억 2천만` is (120000000.0, 10000000.0), `1.5천` is (1500.0, 100.0), `30여 만` (300000.0, 10000.0)."""
    value, step = 0.0, 1.0
    for digits, scale in _GROUP.findall(text.replace("여", "")):
        if not digits and not scale:
            continue
        number, printed = digits_value(digits) if digits else (1.0, 1.0)
        factor = 1.0
        for letter in scale:
            factor *= SCALES[letter]
        value += number * factor
        step = printed * factor
    return value, step
