"""Ranks against the percentiles beside them: 120팀 중 30등(상위 5%), 30th of 200 (top 5%), 참가 250팀, 최종 20위 (하위 8%)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from careerlint.checks.mismatches import Mismatch
from careerlint.expression import Expression
from careerlint.model.number import Number

_BETWEEN_RANK = Expression(r"[\s,(:|/·*_\[\]=-]*(?:(?:로|으로|을|를|의|약|즉|곧|다시 말해|말하자면|이는|이고|이며|이니|이므로|이라|해당하는|에 해당|전체|기록|달성|수상|차지|최종|about|or|in the|i\.e\.|overall|which is|the|placing us|placed|finished|that is|which|makes|means|puts|put|us|me|my|our|so|within|inside|among|thus|hence|therefore|equals|is|was|a|an|to|and|good for|enough for|corresponding|landing|making|it|this|well|comfortably|easily|firmly|still|just|right|of|all|being|as|upper|lower|(?:in|at) (?:the|a|our) (?:[\w.-]{1,20}\s){0,4}(?:challenge|competition|contest|cup|league|hackathon|tournament|championship)|of the (?:table|field|board|list|ranking)|[a-z]{3,14}s)[\s,(:*]*){0,7}")
_SIDE_LEFT = Expression(r"(?i:\b(?:(?P<low>lower|bottom|lowest|last|worst)|upper|best|highest|leading))\s$")
_BARE_PERCENT = Expression(r"\s*[*_]*\(\s*$")
_NEAR = 40
"""Letters between a rank and the percentile that tells it again."""


def wrong_percentiles(text: str, numbers: Sequence[Number]) -> Iterator[Mismatch]:
    """Every percentile that its rank does not give, or that is told from the wrong side."""
    ranks = [_of_the_field(text, number) for number in numbers if number.kind == "rank" and number.unit == "rank"]
    ranks = [number for number in ranks if number.total >= 2]
    for rank in ranks:
        stated = _percentile_beside(text, numbers, rank) or _side_in_words(text, numbers, rank)
        if stated is None or (stated.approximate and not stated.name):
            continue
        share = 100 * rank.value / rank.total
        low = stated.name in ("하위", "bottom")
        if low:
            bottom = 100 * (rank.total - rank.value + 1) / rank.total
            if stated.value > 50 and abs(100 - share - stated.value) <= max(stated.step, 1.0):
                yield Mismatch(stated.span, (rank.span,), (f"상위 {share:.1f}%", f"top {share:.1f}%"), "direction")
            elif abs(bottom - stated.value) > stated.step + 100 / rank.total and bottom > stated.value:
                yield Mismatch(stated.span, (rank.span,), (f"하위 {bottom:.1f}%", f"bottom {bottom:.1f}%"), "percentile")
            continue
        if abs(share - stated.value) < stated.step or (_is_round(stated) and share <= stated.value):
            continue
        # With those above counted, only what rounds to the percentile gives it: two allowances would let 13.0% be 12%.
        if abs((rank.value - 1) / rank.total * 100 - stated.value) <= stated.step / 2:
            continue
        yield Mismatch(stated.span, (rank.span,), (f"{share:.1f}%",), "percentile")


_FIELD = Expression(
    r"(?:(?<![\d.,])(?P<teams>\d[\d,]*)\s?(?:여\s?)?(?:개\s?)?팀(?:이|가)?(?:\s?(?:참가|참여|출전)(?:한\s대회)?)?(?:,\s?|에서\s|\s[·/|]\s)(?:최종|종합|전체)?\s?"
    r"|(?<![\d.,])(?P<entrants>\d[\d,]*)\s{1,3}(?:teams?|participants|entrants|entries|contestants|competitors|runners|athletes|startups|groups)(?:\s(?:took part|entered|competed))?,\s(?:(?:and\s)?(?:we|I|our\s[a-z]+|my\s[a-z]+)\s)?(?:came|ranked|placed|finished)?\s?)$"
)


def _of_the_field(text: str, rank: Number) -> Number:
    """The rank with how many took part, where that stands right before it: "참가 250팀, 최종 20위", "250 teams, 20th place"."""
    field = _FIELD.search(text[max(rank.span.start - _NEAR, 0) : rank.span.start]) if not rank.total else None
    total = float((field["teams"] or field["entrants"]).replace(",", "")) if field else 0.0
    return replace(rank, total=total) if total >= rank.value else rank


def _side_in_words(text: str, numbers: Sequence[Number], rank: Number) -> Number | None:
    """The percentage right behind a rank that "lower", "upper" or "best" makes a percentile: "3rd of 150 teams, i.e. lower 2 %"."""
    behind = next((number for number in numbers if number.span.start >= rank.span.end), None)
    if behind is None or behind.unit != "%" or behind.kind == "rank" or behind.span.start - rank.span.end > _NEAR:
        return None
    side = _SIDE_LEFT.search(text[rank.span.end : behind.span.start])
    return replace(behind, name="bottom" if side["low"] else "top") if side else None


def _is_round(stated: Number) -> bool:
    """A threshold such as "top 10%" holds for everyone above it."""
    return stated.name != "" and stated.step >= 1 and (stated.value <= 5 or stated.value % 5 == 0)


def _percentile_beside(text: str, numbers: Sequence[Number], rank: Number) -> Number | None:
    beside: list[Number] = []
    for number in numbers:
        if number.span == rank.span:
            continue
        forward = number.span.start >= rank.span.end
        gap = text[rank.span.end : number.span.start] if forward else text[number.span.end : rank.span.start]
        if len(gap) > _NEAR or any(other.span not in (rank.span, number.span) and _lies_between(other, rank, number) for other in numbers):
            continue
        percentile = number.kind == "rank" and number.unit == "%"
        bare = forward and number.unit == "%" and number.kind in ("percent", "metric") and _BARE_PERCENT.fullmatch(gap)
        if (percentile and _BETWEEN_RANK.fullmatch(gap)) or (bare and text[number.span.end : number.span.end + 1] == ")"):
            beside.append(number)
    return beside[0] if len(beside) == 1 else None


def _lies_between(other: Number, first: Number, second: Number) -> bool:
    return min(first.span.end, second.span.end) <= other.span.start < max(first.span.start, second.span.start)
