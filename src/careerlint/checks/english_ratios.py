"""English ratios told of two values: so cleaning is twice as fast, so the wait was halved, so the error went down by a third."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from careerlint.checks.english_arithmetic import marked_text, pair_in_one_unit
from careerlint.checks.fitting import SECONDS, scales
from careerlint.checks.mismatches import Mismatch
from careerlint.expression import Expression
from careerlint.model.number import Number
from careerlint.model.span import Span

_PHYSICAL = r"(?:\s?(?:cm|mm|km|m|kg|g|[mµu]A|[mk]?Wh?|m?V|dB|°C|ml|l|MB/s|GB/s)\b)?"
_WORD = r"(?:\s(?!and\b|or\b|in\b|of\b|out\b|from\b|to\b|by\b|but\b|while\b|so\b|before\b|now\b|instead\b|rather\b)[a-z][a-z'’-]*)"
_B, _A = (rf"(?:(?:about|around|only|just)\s)?[$£€]?⟨(?P<{name}>\d{{1,6}})⟩{_PHYSICAL}{_WORD}{{0,2}}" for name in ("before", "after"))
_NOW = r"(?:takes?|is|are|needs|lasts|costs|draws|uses)"
_PAIRS = tuple(
    Expression(pair)
    for pair in (
        rf"\b[Ff]rom\s{_B}\s(?:down |up )?to\s{_A}",
        rf"{_A}\s(?:instead of|rather than|down from|up from|where it (?:had been|was|took))\s{_B}",
        rf"\b(?:was|were|took|needed|lasted|cost|used to (?:take|be|need|last|cost))\s{_B},?(?:\s(?:before|at first))?,?(?:\s(?:and|but))?(?:\sit)?(?:\sis)?\snow\s(?:it\s)?(?:{_NOW}\s)?(?:only\s|just\s)?{_A}",
        rf"{_B}\s(?:before|earlier|previously)(?:,|;)?(?:\sand|\sbut)?\s{_A}\s(?:after|now|afterwards|today)\b",
        rf"{_B}\s?(?:→|->|=>|⇒)\s?{_A}",
        rf"{_B}\s(?:became|turned into)\s{_A}",
        # 24% with the built-in captions, 18% with our own words
        rf"{_B}\s(?:with|without|by)(?:\s[a-z][a-z'-]*){{1,5}},\s(?:and\s)?{_A}\s(?:with|without|by)\s[^.;]{{1,60}}",
    )
)
_FAST = frozenset(("fast", "quick", "short", "faster", "quicker", "shorter"))
_CLAIM = (
    r"(?:(?P<told>⟨(?P<times>\d{1,6})⟩)\s(?:as\s(?P<as>fast|quick|long|high|low|large|small|many|much|short|cheap)|(?P<more>faster|quicker|shorter|smaller|cheaper|lower|higher|larger))(?!\s(?:as|than)\s(?!before\b|it was\b|the old\b|the previous\b))(?=\s(?:as|than|now)\b|[.,;)!]|\s?$)"
    r"|(?P<turned>⟨(?P<verb>\d{1,6})⟩)(?=[.,;)!]|\s?$|\sin\s(?:all|total)\b)"
    r"|(?P<part>(?P<way>by|to|in)\s(?:⟨(?P<half>\d{1,6})⟩|(?P<many>a|one|two|three)[\s-](?P<kind>third|quarter|fifth|tenth)s?))(?=[.,;)!]|\s?$)"
    r"|(?P<less>(?P<few>a|one|two|three)[\s-](?P<fraction>third|quarter|fifth|tenth)s?(?:\s(?:less|lower|shorter|cheaper|smaller|fewer)|(?<=of a third)|(?<=of one third)|(?<=of two thirds)|(?<=of a quarter)|(?<=of a fifth)|(?<=of a tenth)))(?=[.,;)!]|\s?$)"
    r"|(?P<left>⟨(?P<of>\d{1,6})⟩\s(?:of\s)?what\s(?:it|they)\s(?:was|were|had been|used to be))\b)"
)
_DERIVED = Expression(
    rf"(?:,|;|\.|\s[-–—])?\s(?:and\s)?(?:[Ss]o|[Tt]hus|[Hh]ence|[Tt]herefore|meaning|which means)(?:\sthat)?,?(?P<subject>(?:\s(?!by\b|to\b|in\b)[A-Za-z][A-Za-z'-]*){{0,6}})\s{_CLAIM}"
)
_SAME = Expression(
    rf"(?:,\s|\s\(|:\s|;\s|\s[-–—]\s)(?:(?:which|that|this)\s(?:is|makes it|made it|makes)\s|i\.e\.,?\s|that is,?\s|making it\s)?(?:(?:down|up|cut|reduced|increased)\s|an?\s(?:saving|drop|cut|fall|reduction|decrease)\sof\s)?(?P<subject>){_CLAIM}"
)
_LEFT_OVER = Expression(
    rf"\bleft\s(?:only\s|just\s)?(?P<part>⟨(?P<half>\d{{1,6}})⟩|(?P<many>a|one|two|three)[\s-](?P<kind>third|quarter|fifth|tenth)s?)\sof\sthe\s[a-z]+:\s{_B}\s(?:became|to|→|->)\s{_A}"
)
_PARTS = {"third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
_MANY = {"a": 1, "one": 1, "two": 2, "three": 3}
_UNCERTAIN = Expression(r"(?i:\b(?:can|could|may|might|would|should|will|not|never|need|needs|almost|nearly|about|roughly|over|than|least|most|whole|entire|total|overall|page|pages|site|others?|per)\b)")
_FILLING = frozenset(
    ["it", "that", "this", "they", "which", "we", "the", "a", "an", "our", "its", "their", "my", "new", "is", "are", "was", "were", "has", "have", "had", "been", "be", "runs", "run", "works", "got", "gets", "became", "becomes", "went", "goes", "fell", "dropped", "sank", "rose", "grew", "shrank", "came", "down", "up", "cut", "reduced", "lowered", "now", "only", "just", "even", "also", "lasts", "takes", "took"]
)
_OF_TIME = Expression(r"(?:wait|time|delay|duration|latency|run)")
_POWER = Expression(r"\d{1,6}⟩\s?(?:[mµu]A|[mk]?Wh?)\b")


def wrong_ratios(text: str, numbers: Sequence[Number]) -> Iterator[Mismatch]:
    """Every ratio in words or as a factor that the two values right before it contradict, within one sentence or in the next one."""
    if len(numbers) < 2 or not MAY_CLAIM.search(text):
        return
    marked, starts = marked_text(text, numbers)
    for pair in chain.from_iterable(pattern.finditer(marked) for pattern in _PAIRS):
        claim = _DERIVED.match(marked, pair.end()) or _SAME.match(marked, pair.end())
        values = _values(numbers, pair)
        if claim is None or values is None:
            continue
        before, after = values
        timed = before.unit in SECONDS
        if not _is_of(claim, marked[: pair.end()], timed, _POWER.search(pair[0]) is not None):
            continue
        wrong = _contradicted(claim, numbers, before, after)
        if wrong:
            group = next(name for name in ("told", "turned", "part", "less", "left") if claim[name])
            yield Mismatch(_place(claim, group, starts, numbers), (before.span, after.span), (wrong,))
    for left in _LEFT_OVER.finditer(marked):
        values = _values(numbers, left)
        part = _part(left["half"], left["many"], left["kind"], numbers)
        if values is not None and part is not None and not _is_near(_share(*values), part):
            yield Mismatch(_place(left, "part", starts, numbers), (values[0].span, values[1].span), (f"{100 * _share(*values):.0f}%",))


MAY_CLAIM = Expression(r"(?i:\btwice\b|\btimes\s(?:as|faster|quicker|shorter|smaller|cheaper|lower|higher|larger)|\d\s?x\b|\bhal(?:f|ved)\b|\bdoubled\b|\btripled\b|\bquadrupled\b|\b(?:third|quarter|fifth|tenth)s?\b)")


def _values(numbers: Sequence[Number], pair: re.Match[str]) -> tuple[Number, Number] | None:
    before, after = numbers[int(pair["before"])], numbers[int(pair["after"])]
    if before.approximate or after.approximate or before.value <= 0 or after.value <= 0 or before.value == after.value:
        return None
    return pair_in_one_unit(before, after)


def _share(before: Number, after: Number) -> float:
    first, second = scales(before, after)
    return after.value * second / (before.value * first)


def _is_of(claim: re.Match[str], head: str, timed: bool, powered: bool) -> bool:
    """Whether the ratio is told of the two values: of "it", of what was named before them, or of a speed that a time gives."""
    subject = claim["subject"]
    if _UNCERTAIN.search(subject) or (claim["times"] and claim["as"] in ("many", "much") and claim["subject"]):
        return False
    if claim["as"] == "long" and "battery" in subject.lower():
        return powered
    if claim["told"] and timed and (claim["as"] or claim["more"]) in _FAST:
        return True
    named = [word for word in subject.lower().split() if word not in _FILLING]
    if not named:
        return True
    noun = named[-1].removesuffix("s")
    return (timed and _OF_TIME.fullmatch(noun) is not None) or _begins_a_word(noun, head.lower())


def _begins_a_word(noun: str, text: str) -> bool:
    """Whether a word of the text begins with the noun; no expression, for it would be another one with every noun."""
    places = (place for place in range(len(text)) if text.startswith(noun, place))
    return any(not place or not (text[place - 1].isalnum() or text[place - 1] == "_") for place in places)


def _contradicted(claim: re.Match[str], numbers: Sequence[Number], before: Number, after: Number) -> str:
    """What the ratio should be, or nothing where some common reading of it fits."""
    share = _share(before, after)
    factor = max(share, 1 / share)
    if claim["told"] or claim["turned"]:
        told = numbers[int(claim["times"] or claim["verb"])]
        if told.unit != "x" or told.value <= 0 or (claim["turned"] and not told.text[:1].isalpha()):
            return ""
        stated = told.value if told.value >= 1 else 1 / told.value
        # "Three times faster" may count from the old value on.
        if _is_multiple(factor, stated) or (claim["more"] and _is_multiple(factor - 1, stated)):
            return ""
        return f"{factor:.1f}x".replace(".0x", "x")
    if claim["left"]:
        return "" if numbers[int(claim["of"])].value != 1 / 2 or _is_near(share, 1 / 2) else f"{100 * share:.0f}%"
    less = claim["less"] is not None
    part = _part(claim["half"], claim["few"] or claim["many"], claim["fraction"] or claim["kind"], numbers)
    if part is None:
        return ""
    change = abs(1 - share)
    if less or claim["way"] == "by":
        return "" if _is_near(change, part) else f"{100 * change:.0f}%"
    return "" if _is_near(share, part) else f"{100 * share:.0f}%"


def _is_multiple(factor: float, stated: float) -> bool:
    """Factors in words are meant loosely, and cut rather than rounded up."""
    return 0.82 * stated <= factor <= 1.3 * stated


def _is_near(share: float, part: float) -> bool:
    return abs(share - part) <= (0.12 if part == 1 / 2 else 0.07)


def _part(half: str | None, many: str | None, kind: str | None, numbers: Sequence[Number]) -> float | None:
    if half:
        value = numbers[int(half)].value
        return value if value == 1 / 2 else None
    return _PARTS[kind] * _MANY[many] if kind and many else None


def _place(claim: re.Match[str], group: str, starts: Sequence[int], numbers: Sequence[Number]) -> Span:
    """Where the ratio stands in the text; one that is a number ends where that ends."""
    start = starts[claim.start(group)]
    number = next((number for number in numbers if number.span.start == start and claim[group].endswith("⟩")), None)
    return number.span if number is not None else Span(start, starts[claim.end(group)])
