"""Sizes told in the sentence behind their two values: "Error was 12 cm, now 10. So the error went down by a third."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from careerlint.checks.english_ratios import wrong_ratios
from careerlint.checks.mismatches import Mismatch
from careerlint.expression import Expression
from careerlint.model.number import Number
from careerlint.model.span import Span

MAY_FOLLOW = Expression(
    r"(?:So|Thus|Hence|Therefore)[\s,]|(?:기준|기존|베이스라인)\s?(?:모델\s?)?대비\s[^.]{0,14}\d\s?%[pP포]|(?:(?:즉|따라서|그래서|결국),?\s)?[가-힣A-Za-z0-9]{1,8}[이가은는]\s(?:절반|[두세네다섯열\d]{1,2}\s?분의)"
)
"""How a sentence begins that tells the size of what the one before it told; where it can only be a conclusion."""

_LEVEL = r"(?:0?\.\d+|\d{1,2}(?:\.\d+)?)"
_NEXT_POINTS = Expression(
    rf"(?:기준|기존|베이스라인)[^.\d]{{0,16}}?(?P<name>[A-Za-z][A-Za-z0-9-]{{0,9}}|[가-힣]{{2,4}})\s(?P<before>{_LEVEL})%?,\s[^.,\d]{{0,24}}?(?P=name)\s(?P<after>{_LEVEL})%?\W{{1,3}}"
    rf"(?:기준|기존|베이스라인)\s?(?:모델\s?)?대비\s(?:(?P=name)\s?[이가은는]\s)?(?P<size>\d+(?:\.\d+)?)\s?%(?:[pP]|\s?포인트)"
)
_ARROW_POINTS = Expression(
    rf"(?<![\d.])(?P<before>{_LEVEL})%?\s?(?:->|→|⇒|=>)\s?(?P<after>{_LEVEL})%?,?\s(?:기준|기존|이전)\s?대비\s(?P<size>\d+(?:\.\d+)?)\s?%(?:[pP]|\s?포인트)"
)
_NEXT_PART = Expression(
    r"(?P<name>[가-힣]{2,6})[이가은는]\s(?P<before>\d+(?:\.\d+)?)(?P<unit>%|[a-zA-Z]{1,3}|[가-힣]{1,3}?)(?:(?:이)?[었였](?:는데|으나|지만|고)|에서)\s(?:지금은\s|이제는\s|현재\s)?(?P<after>\d+(?:\.\d+)?)(?P=unit)(?:이다|입니다|가\s되었다|이\s되었다|로\s[가-힣]{2,6})\.\s"
    r"(?P<link>(?:즉|따라서|그래서|결국),?\s)?(?P=name)[이가은는]\s(?P<size>절반|(?P<lower>\d|두|세|네|다섯|열)\s?분의\s?(?P<upper>\d|일))(?P<way>으?로|이|가)?\s?(?:줄|감소|낮|늘|증가)[가-힣]*(?P<meaning>\s셈)?"
)
_DIGITS = {"두": 2.0, "세": 3.0, "네": 4.0, "다섯": 5.0, "열": 10.0, "일": 1.0}


def joined_with(previous: str, text: str) -> tuple[str, int]:
    """Two sentences as one text, and where the second begins in it."""
    gap = " " if previous.rstrip().endswith((".", "!", "?")) else ". "
    return previous + gap + text, len(previous) + len(gap)


def wrong_in_next(previous: str, text: str, before: Sequence[Number], after: Sequence[Number]) -> Iterator[Mismatch]:
    """Every size in `text` that the values of the sentence before it contradict, with the numbers of both; spans count in the joined text."""
    joined, offset = joined_with(previous, text)
    numbers = (*before, *(replace(number, span=number.span.shifted(offset)) for number in after))
    for telling in wrong_ratios(joined, numbers):
        if telling.span.start >= offset and all(span.end <= offset for span in telling.related):
            yield telling
    for match in _NEXT_POINTS.finditer(joined):
        if match.start("size") >= offset:
            yield from _wrong_points(match.span("before"), match.span("after"), Span(match.start("size"), match.end()), match["before"], match["after"], match["size"])
    for match in _NEXT_PART.finditer(joined):
        if match.start("size") >= offset and (match["link"] or match["meaning"]):
            share = float(match["after"]) / float(match["before"]) if float(match["before"]) else 0.0
            part = 1 / 2 if match["size"] == "절반" else _digit(match["upper"]) / _digit(match["lower"])
            told = share if (match["way"] or "").endswith("로") else abs(1 - share)
            if share and abs(told - part) > (0.12 if match["size"] == "절반" else 0.07):
                yield Mismatch(Span(*match.span("size")), (Span(*match.span("before")), Span(*match.span("after"))), (f"{100 * told:.0f}%",))


def wrong_points(text: str) -> Iterator[Mismatch]:
    """Points told "against before" right behind both values: "F1 0.61 -> 0.70, 기준 대비 12%p 올랐다"."""
    for match in _ARROW_POINTS.finditer(text):
        yield from _wrong_points(match.span("before"), match.span("after"), Span(match.start("size"), match.end()), match["before"], match["after"], match["size"])


def _wrong_points(before: tuple[int, int], after: tuple[int, int], place: Span, low: str, high: str, size: str) -> Iterator[Mismatch]:
    scale = 100 if max(float(low), float(high)) <= 1 else 1
    change = scale * abs(float(high) - float(low))
    decimals = max(len(digits.partition(".")[2]) for digits in (low, high))
    if abs(change - float(size)) > scale * 10.0**-decimals + 0.05:
        yield Mismatch(place, (Span(*before), Span(*after)), (f"{change:.1f}%p".replace(".0%p", "%p"),))


def _digit(word: str) -> float:
    return _DIGITS.get(word) or float(word) or 1.0
