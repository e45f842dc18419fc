"""Numbers of identity: resident registration numbers, passports and payment cards, proved by date, checksum and label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from careerlint.expression import Expression
from careerlint.model.private import PrivateValue, starred
from careerlint.model.span import Span
from careerlint.model.today import Today
from careerlint.privacy.surroundings import LONG_NUMBER, Surroundings

_RESIDENT = Expression(
    r"(?<![0-9A-Za-z])(?<![0-9][-.])[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?P<gap>\s?(?:[^\w\s]|_){1,2}\s?|[ \t]|)[1-8][0-9]{6}(?![0-9A-Za-z])(?!-[0-9])"
)
_USUAL_GAP = Expression(r"\s?[-–—−‐]?\s?")
"""What stands between the halves of a number that no label announces; behind a label any mark may, or two."""
_SECOND_HALF = Expression(r"[1-8][0-9]{6}(?![0-9])")
_RESIDENT_LABEL = Expression(
    r"(?:주민\s?(?:등록)?\s?번호|주민\s?등록|외국인\s?(?:등록)?\s?번호|거소\s?신고\s?번호|(?i:jumin|\brrn\b|resident[ _]?(?:registration)?[ _]?(?:no|number|id)|national[ _]?id|alien[ _]registration|foreigner[ _]registration|social security|\bssn\b|citizen[ _]?id|\bid[ _](?:card|number)|personal[ _]id))[^0-9\n]{0,24}$"
)
_OTHER_LABEL = Expression(
    r"(?:(?:접수|관리|문서|제품|모델|허가|특허|출원|예약|거래|승인|티켓|수험|등록|사건|과제|고유|식별)\s{0,2}(?:등록\s{0,2})?(?:번호|ID|No\.?|코드)|주문|송장|운송|배송|사번|학번|계좌|일련|시리얼|품번|바코드|로그|이벤트|카운터)(?:\s?번호)?[^0-9\n]{0,8}$"
    r"|(?i:order|invoice|serial|track\w*|ticket|account|model|part|batch|lot|counter|receipt|reference|\bref|document|case|patent|sku|sequence|seq|transaction|booking|build|commit|event)[ _]?(?:no\.?|number|id|#|code|key)?[^0-9\n]{0,8}$"
)
_NEW_NUMBERS = date(2020, 10, 1)
_COUNTED = Expression(r"\s?(?:건|원|개|번|명|회|행|줄|바이트|bytes|ms|rows|번째)")
_YOUNGEST, _OLDEST = 15, 90
_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)

_PASSPORT = Expression(
    r"(?:여권\s?(?:번호|No\.?)?|(?i:passport[ _]?(?:no\.?|num(?:ber)?|id|#)?))(?:은|는)?[\s:：|=\"'()#.\-–]{1,12}"
    r"(?P<value>[A-Z]{1,2}[0-9]{6,8}[A-Z]?|[A-Z][0-9]{3}[A-Z][0-9]{4}|(?<=[:：\t ])[0-9]{9})(?![0-9A-Za-z])"
)

_CARD = Expression(
    r"(?<![0-9A-Za-z])(?<![0-9A-Za-z][-.])(?:[0-9]{4}(?P<a>[ -])[0-9]{4}(?P=a)[0-9]{4}(?P=a)[0-9]{4}|3[47][0-9]{2}(?P<b>[ -])[0-9]{6}(?P=b)[0-9]{5}"
    r"|3[068][0-9]{2}(?P<c>[ -])[0-9]{6}(?P=c)[0-9]{4}|[0-9]{14,16})(?![0-9A-Za-z])(?![ .][0-9]|-[0-9A-Za-z])"
)
_CARD_LABEL = Expression(r"카드|결제\s?수단|(?i:\bcards?\b|card[ _]?(?:no|num)|\bvisa\b|master\s?card|\bamex\b|american express|credit|debit|\bpan\b)")
_CARD_PREFIXES = Expression(
    r"4[0-9]{15}|(?:5[1-5]|2(?:22[1-9]|2[3-9][0-9]|[3-6][0-9]{2}|7[01][0-9]|720))[0-9]{2,14}|3[47][0-9]{13}|6(?:011|5[0-9]{2}|4[4-9][0-9])[0-9]{12}"
    r"|35(?:2[89]|[3-8][0-9])[0-9]{12}|3(?:0[0-5]|[68][0-9])[0-9]{11}|62[0-9]{14}|9[0-9]{15}"
)
_TEST_PREFIX = "400000"
"""The first digits of cards that a payment service issues for tests only (docs.stripe.com/testing)."""
# Published by payment services for tests: they are nobody's.
_TEST_CARDS = frozenset((
    "4242424242424242", "4111111111111111", "4012888888881881", "4000056655665556", "4000000000000002", "5555555555554444", "5105105105105100",
    "2223003122003222", "5200828282828210", "378282246310005", "371449635398431", "378734493671000", "6011111111111117", "6011000990139424",
    "3056930009020004", "30569309025904", "38520000023237", "3530111333300000", "3566002020360505", "6200000000000005",
))


def find_identity_numbers(around: Surroundings, today: Today) -> Iterator[PrivateValue]:
    """Every number of identity that is somebody's: proved, and not called a sample beside it."""
    text = around.document.text
    long = LONG_NUMBER.search(text) is not None
    for found in _RESIDENT.finditer(text) if _SECOND_HALF.search(text) else ():
        yield from _resident(around, found, today)
    if "여권" in text or "passport" in text.lower():
        for found in _PASSPORT.finditer(text):
            span = Span(*found.span("value"))
            digits = re.sub(r"\D", "", found["value"])
            if len(set(digits)) > 2 and not around.is_fake(span):
                yield PrivateValue("passport", span, starred(found["value"], 1), Span(found.start(), span.end))
    for found in _CARD.finditer(text) if long else ():
        if is_card(found[0]) and _is_somebodys_card(around, found):
            span = Span(*found.span())
            digits = re.sub(r"\D", "", found[0])
            published = digits in _TEST_CARDS or digits.startswith(_TEST_PREFIX)
            yield PrivateValue("test-card" if published else "card", span, starred(found[0], 4), span)


def _resident(around: Surroundings, found: re.Match[str], today: Today) -> Iterator[PrivateValue]:
    digits = re.sub(r"\D", "", found[0])
    born = birth_date(digits)
    if born is None or born > today.day:
        return
    span = Span(*found.span())
    before, _ = around.line(span)
    column = around.column(span)
    label = _RESIDENT_LABEL.search(before) or (_RESIDENT_LABEL.search(column.header) if column else None)
    if label is None and not _USUAL_GAP.fullmatch(found["gap"]):
        return
    proved = has_resident_checksum(digits)
    if born >= _NEW_NUMBERS:
        certain = label is not None
    elif label is not None:
        certain = proved
    else:
        certain = proved and not _OTHER_LABEL.search(before) and (bool(found["gap"].strip()) or _is_grown_person(around, span, digits, born, today))
    if not certain and label is None:
        return
    start = label.start() if label is not None and label.string is before else len(before)
    whole = Span(span.start - len(before) + start, span.end)
    yield PrivateValue("resident-number", span, starred(found[0], 4), whole, certain and not around.is_fake(span))


def _is_grown_person(around: Surroundings, span: Span, digits: str, born: date, today: Today) -> bool:
    """Whether thirteen digits in a row may be a person old enough to apply: milliseconds and bar codes look alike."""
    if _COUNTED.match(around.line(span)[1]) or not _YOUNGEST <= today.day.year - born.year <= _OLDEST or around.code(span) is not None or around.column(span) is not None:
        return False
    total = sum(int(digit) * (3 if index % 2 else 1) for index, digit in enumerate(digits))
    return total % 10 != 0 or not digits.startswith("880")


def birth_date(digits: str) -> date | None:
    """The day of birth that the first seven digits of a resident number tell, if there is such a day."""
    century = 1900 if digits[6] in "1256" else 2000
    try:
        return date(century + int(digits[:2]), int(digits[2:4]), int(digits[4:6]))
    except ValueError:
        return None


def has_resident_checksum(digits: str) -> bool:
    """Whether the last of thirteen digits proves the others; numbers of foreigners add two."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    extra = 2 if digits[6] in "5678" else 0
    return ((11 - total % 11) % 10 + extra) % 10 == int(digits[12])


def is_card(printed: str) -> bool:
    """Whether it has an issuer's prefix, its length, and passes Luhn's test."""
    digits = re.sub(r"\D", "", printed)
    if len(set(digits)) < 2 or not _CARD_PREFIXES.fullmatch(digits):
        return False
    if len(digits) != 16 and digits[0] in "25":
        return False
    total = 0
    for index, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + index % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _is_somebodys_card(around: Surroundings, found: re.Match[str]) -> bool:
    span = Span(*found.span())
    before, after = around.line(span)
    column = around.column(span)
    labelled = _CARD_LABEL.search(before) or _CARD_LABEL.search(after[:24]) or (column is not None and _CARD_LABEL.search(column.header))
    if around.is_fake(span) or (not labelled and _OTHER_LABEL.search(before)):
        return False
    return bool(labelled) or "-" in found[0] or (" " in found[0] and _is_alone(before, after))


def _is_alone(before: str, after: str) -> bool:
    """Whether no other number stands beside four groups of digits: a row of a table has more."""
    return not re.search(r"[0-9]{2}[\s,;|]{1,4}$", before) and not re.match(r"[\s,;|]{1,4}[0-9]{2}", after)
