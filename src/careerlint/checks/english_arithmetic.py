"""English ways of telling two values and their change in one sentence, each with what must hold of the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from careerlint.checks.fitting import BYTES, SECONDS, expected_sizes, scales, size_fits
from careerlint.checks.mismatches import Mismatch
from careerlint.checks.resources import are_counts_of_resources
from careerlint.expression import Expression
from careerlint.model.literals import lowered
from careerlint.model.number import Number
from careerlint.model.span import Span


def _mark(name: str) -> str:
    return rf"[$£€(]?⟨(?P<{name}>\d+)⟩"


_B, _A, _S = _mark("before"), _mark("after"), _mark("size")
_WORD = r"(?:\s(?!and\b|or\b|in\b|of\b|out\b|from\b|to\b|by\b|but\b|while\b)[a-z][a-z'’-]*)"
_NOUN = rf"{_WORD}{{0,3}}"
_PER = r"(?:\sper\s⟨\d+⟩(?:\s?[a-z]+)?)?"
"""What both values are counted on: "per 100 m"."""
_ABOUT = r"(?:(?:about|around|roughly|only|just|an average of|a mere)\s)?"
_LEAD = (
    r"(?:(?:i\.e\.?,?|that is,?|namely|so|thus|hence|or|which is)\s)?(?:(?:by|minus|plus|an?|the|which is|that is|i\.e\.,?|so|or|a total of|meaning|making it|making them|saving|saving us|giving|which (?:saves|saved|frees|freed|spares|spared)(?: us| me)?|so (?:it|that|this|they) (?:is|was|are|were)|(?:it|that|this) (?:is|was)|for|up by|down by|up|down|now|which (?:makes|made) (?:us|it|them|me)|making us|thus|for an?|that(?:'s| is) an?|which is an?|"
    r"an? (?:drop|fall|rise|gain|jump|cut|saving|reduction|improvement|increase|decrease|decline|speedup|speed-up|change|lift|plus|minus) of|(?:improved|better|higher|lower|less|reduced|increased|faster) by)\s)?"
)
_OLD = r"(?:(?:the|our|a|an|its|their)\s)?(?:baseline|old one|old value|previous(?:\s\w+)?|original|former\s\w+|starting (?:point|value)|initial(?:\s\w+)?|earlier\s\w+|last year's|benchmark|target|average)(?:'s)?"

_FRAMES = tuple(
    Expression(frame)
    for frame in (
        # fell by 80% to 1.2 s from 2.4 s; up 50% to $90k from $80k
        rf"{_S}{_NOUN},?\sto\s{_ABOUT}{_A}{_NOUN},?\s(?:up |down )?from\s{_ABOUT}{_B}",
        # rose 25 percent from 200 to 300; tripled from 2,000 to 4,000; by 0.2 from 0.61 to 0.71
        rf"{_S}(?:(?:\sin|\sof)?{_WORD}){{0,4}},?\s\(?(?:going |up |down )?from\s{_ABOUT}{_B}{_NOUN}\s(?:down |up )?to\s{_ABOUT}{_A}",
        # from 40 to 80 users, i.e. four times as many; from 0.60 to 0.75, up 30%; from 3 h to 1 h, saving 80%
        rf"[Ff]rom\s{_ABOUT}{_B}{_WORD}{{0,5}}\s(?:down |up )?to\s{_ABOUT}{_A}{_NOUN}{_PER}(?:,|:|\s-|\s–|\s—|;)?\s{_LEAD}(?<!\sper\s){_S}(?=\s(?:as|points?|times|percentage|faster|slower|more|less|fewer|lower|higher|smaller|larger|better|shorter|cheaper|quicker|longer|reduction|increase|decrease|improvement|speedup|gain|drop|lift|rise|cut|saving|growth|jump|of the)\b|[.,;)!]|\s?$)",
        # needs 64 to 48 s, a saving of 33%
        rf"{_B}\sto\s{_A}{_NOUN},\s(?:an?|the)\s(?:drop|fall|rise|gain|jump|cut|saving|reduction|improvement|increase|decrease|decline|plus|minus)\sof\s{_S}(?=[.,;)!]|\s?$)",
        # F1 0.61 -> 0.70, up 12 points
        rf"{_B}{_NOUN}\s?(?:→|->|=>|⇒)\s?{_A}{_NOUN}(?:,|:|;|\s-|\s–|\s—)\s(?:up|down|plus|minus|a gain of|an improvement of|which is|that is)\s(?:by\s)?{_S}(?=\s(?:points?|percentage)\b|[.,;)!]|\s?$)",
        # takes 3 minutes where it took 12 before, a 90% reduction
        rf"{_A}{_NOUN},?\s(?:where|while|when)(?:\s[a-z']+){{1,4}}\s{_B}{_NOUN},?\s{_LEAD}{_S}",
        # 15 s vs 60 s, a 2x speedup; 85% compared with 80% before, an improvement of 10 points
        rf"{_A}{_NOUN}\s(?:vs\.?|versus|compared (?:to|with)|against|instead of|rather than|over)\s(?:the\s|an?\s|our\s)?(?:{_OLD}\s(?:of\s|at\s)?)?{_B}(?:\s(?!and\b|with\b)[a-z]+){{0,4}},?\s{_LEAD}{_S}",
        # 20% fewer errors (50 to 30); 3x increase in traffic (from 1,000 to 2,000); 5x smaller: 100 MB to 50 MB
        rf"{_S}(?:\s[a-z][a-z'-]*){{1,5}}(?:\s\((?:from\s)?|:\s(?:from\s)?|,\s){_B}{_NOUN}\s?(?:to|→|->|=>)\s?{_A}",
        # 50% more orders (200 instead of 100)
        rf"{_S}(?:\s[a-z][a-z'-]*){{1,5}}(?:\s\(|:\s){_A}{_NOUN}\s(?:instead of|rather than|vs\.?|versus|against|compared (?:to|with)|after|up from|down from)\s{_B}",
        # 92% accuracy, 5 points above the baseline of 82%
        rf"{_A}{_NOUN},?\s(?:which is\s|or\s|i\.e\.\s)?{_S}(?:\s(?:points?|percentage points?))?\s(?:above|below|over|under|better than|lower than|higher than|less than|more than|faster than|worse than)\s{_OLD}(?:\s\w+)?\s(?:of|at|score of|,)?\s?{_B}",
        rf"[Bb]efore:?\s{_B}{_NOUN}[.,;]\s[Aa]fter(?:wards)?:?\s{_A}{_NOUN}[.,;]\s(?:(?:[Tt]hat|[Tt]his|[Ww]hich|[Ii]t) is\s)?{_LEAD}{_S}",
        # accuracy 0.9, 2 points above the baseline of 0.8; 30% faster: 10 s before, 5 s now; a factor of 10: 40 s before, 8 s after
        rf"{_S}(?:\s[a-z][a-z'-]*){{0,4}}(?::|,|;|\s\(|\s[-–—])\s?{_B}{_NOUN}\s(?:before|earlier|previously|then|last year|at first)(?:hand)?(?:,|\sand|;|\sbut)?\s{_A}{_NOUN}\s(?:now|after|afterwards|today|since|this year|in the end)\b",
        # takes 12 minutes, before it took 18 minutes, so it is twice as fast
        rf"{_A}{_NOUN}(?:,|;|\s[-–—])\s(?:before|previously|formerly|earlier|until then)(?:\sthat)?,?\s(?:(?:it|they|we|that|this)\s)?(?:was|were|took|needed|cost|had|used)\s{_B}{_NOUN}(?:,|;|\s[-–—])\s{_LEAD}{_S}",
        # 10 s before, 5 s now, so 30% faster
        rf"{_B}{_NOUN}\s(?:before|earlier|previously)(?:,|\sand|;)\s{_A}{_NOUN}\s(?:now|after|afterwards|today)(?:,|:|;|\s[-–—])\s{_LEAD}{_S}",
        # quadrupled output: 20 to 60 units; a tenfold speed-up: 60 s became 20 s; up 15%: 300 in May, 390 in June
        rf"{_S}(?:\s[a-z][a-z'-]*){{0,5}}(?::|\s\(|\s[-–—])\s?(?:from\s)?{_B}{_NOUN},?\s(?:to|→|->|=>|became|become|instead went to|then)\s{_A}",
        # from 4% to 12%, fivefold; went up fivefold, from 4% to 12%
        rf"{_S},\sfrom\s{_ABOUT}{_B}{_NOUN}\s(?:down |up )?to\s{_ABOUT}{_A}",
        # the old engine needed 40 ms, mine 10 ms, a 2x gain
        rf"{_B}{_NOUN},\s(?:mine|ours|my\s\w+|our\s\w+|the new one|the new\s\w+|now)\s(?:only\s|just\s|needs\s|takes\s|has\s|reaches\s)?{_A}{_NOUN},\s{_LEAD}{_S}",
        # went from one engine to another: 1,200 a second where it had been 150, a twelvefold rise; 18.4 down to 12.9
        rf"{_A}(?:\s[a-z]+){{0,3}}\s(?:where|when)\s(?:it|they|there|we)\s(?:had been|was|were|had)\s{_B}{_NOUN},\s{_LEAD}{_S}",
        rf"{_S}(?:\s[a-z]+){{0,3}}\s(?:of|in|on)\s[A-Za-z0-9@]+\s\({_B}{_NOUN}\s(?:down |up )?(?:to|→|->)\s{_A}",
        # took accuracy from 0.71 to 0.77, a 10% gain
        # is now 4%, up 50% from 8%
        rf"{_A}{_NOUN}(?:,|\s\()?\s?(?:which is\s)?(?:up|down|an? (?:increase|rise|gain|drop|fall|reduction) of)\s(?:by\s)?{_S}{_NOUN}\sfrom\s(?:{_OLD}\s(?:of\s|at\s)?)?{_B}",
    )
)

_PARTS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "sixth": 1 / 6, "tenth": 0.1}
_OF_A_FRAME = 3
"""Numbers that every frame names: before, after and size."""
_OF_A_TURN = 2
_PARTS_MANY = {"one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "nine": 9}
_PART = r"(?P<part>(?:by|in)\s(?:(?P<many>a|one|two|three|four|nine)[\s-])?(?P<kind>half|third|quarter|fifth|sixth|tenth)s?)"
_CUT_BY_PART = Expression(
    rf"(?i:(?P<verb>cut|reduced|lowered|fell|dropped|shrank|shortened|down|decreased|declined|trimmed|rose|grew|increased|raised|up))(?:{_WORD}){{0,4}}\s(?i:{_PART}){_NOUN},?\s\(?from\s{_B}{_NOUN}\s(?:down |up )?to\s{_A}"
)
_RISING = r"rose|grew|increased|increasing|raised|raising|climbed|jumped|boosted|soared|grown|risen"
_FALLING = r"fell|dropped|decreased|decreasing|declined|reduced|reducing|lowered|shrank|shortened|cut|cutting|sank|fallen|slashed|trimmed"
_TURN = Expression(
    rf"(?i:\b(?P<verb>{_RISING}|{_FALLING}))(?:{_WORD}){{0,4}}\sfrom\s{_ABOUT}{_B}(?P<noun>(?:\s(?:per|a)?\s?(?!in\b|of\b|out\b)[a-z/]+){{0,2}})\s(?:down |up )?to\s{_ABOUT}{_A}"
)
_FROM_OLD = Expression(rf"{_A}{_NOUN},?\s\(?(?P<verb>up|down)\sfrom\s{_ABOUT}(?:{_OLD}\s(?:of\s|at\s)?)?{_B}")
_UP = Expression(rf"(?i:{_RISING}|up)$")
_NOT_TURNED = Expression(r"(?i:\b(?:not|never|hardly|didn't|range|ranges|ranging|between|threshold|pages?|weeks?|days?|polling|poll|interval|timeout|version|level|grade|rank|place|position|priority|tier)\b)")
_CONDITION = Expression(r"(?i:(?:\b(?:at|within|with|using|despite|given|top|bottom)\s(?:(?:only|just|a|an|the|about|fixed)\s)?|@\s?|±\s?))$")
_HAPPENED = Expression(r"\b(?:fell|rose|dropped|went|grew|climbed|jumped|sank|shrank|declined|improved|moved)\b")
_LOOSE = Expression(r"(?i:(?:more than|over|nearly|almost|at least|up to|about|roughly|around|less than|under|close to|some|well over)\s[$£€(]?)$")
_CLOCK = Expression(r"\s?(?i:[ap]\.?m\b|o'clock|:\d|st\b|nd\b|rd\b|th\b)")
_POINTS = Expression(r"\s(?:percentage\s)?points?\b")
_COUNTED = Expression(r"\s(?:more|fewer)\s[a-z]")
"""Behind a percentage: what is counted, so that the percentage is no difference of two percentages."""
_SIZE_UNITS = ("%", "%p", "point", "x")


def wrong_tellings(text: str, numbers: Sequence[Number]) -> Iterator[Mismatch]:
    """Every size or direction that the two values beside it contradict."""
    if len(numbers) < _OF_A_TURN:
        return
    plain = lowered(text)
    turned, parted = "from" in text, any(part in plain for part in _PARTS)
    if not (turned or parted or len(numbers) >= _OF_A_FRAME):
        return
    marked, starts = marked_text(text, numbers)
    told: set[int] = set()
    for frame in _FRAMES if marked.count("⟨") >= _OF_A_FRAME else ():
        for match in frame.finditer(marked):
            before, after, size = (numbers[int(match[name])] for name in ("before", "after", "size"))
            index = int(match["size"])
            if size.unit == "" and text[: size.span.start].endswith("factor of "):
                size = replace(size, unit="x")
            if size.text == "half" and text[size.span.end :].startswith((" a point", " a percent")):
                size = replace(size, unit="point", approximate=False, step=0.1)
            if size.unit == "" and size.text.endswith(("points", "point")):
                size = replace(size, unit="point")
            if size.unit == "" and _POINTS.match(text, size.span.end):
                size = replace(size, unit="point")
            if size.span.end <= min(before.span.start, after.span.start) and _tells_a_condition(text, size, min(before.span.start, after.span.start)):
                continue
            if index in told or not (_is_size(size, before) or text[: size.span.start].endswith((" by ", " up ", " down "))):
                continue
            if any(_LOOSE.search(text[: number.span.start]) for number in (before, after, size)):
                continue
            pair = pair_in_one_unit(before, after)
            if pair is None or are_counts_of_resources(text, (before.span, after.span)):
                continue
            told.add(index)
            if size.unit == "%" and not pair[0].unit and _COUNTED.match(text, size.span.end):
                pair = (replace(pair[0], unit="건"), replace(pair[1], unit="건"))
            words = text[max(size.span.start - 24, 0) : size.span.end + 24]
            if not size_fits(*pair, size, words):
                expected = expected_sizes(*pair, size)
                yield Mismatch(size.span, (before.span, after.span), expected, "change" if expected else "direction")
    if parted:
        yield from _wrong_parts(marked, starts, numbers)
    if turned:
        yield from _wrong_turns(text, marked, starts, numbers)


def _tells_a_condition(text: str, size: Number, end: int) -> bool:
    """Whether a size before the two values belongs to what has them: "recall at 95% precision went from ...", "half the labels took it from"."""
    return _CONDITION.search(text[max(size.span.start - 24, 0) : size.span.start]) is not None or _HAPPENED.search(text[size.span.end : end]) is not None


def _wrong_parts(marked: str, starts: Sequence[int], numbers: Sequence[Number]) -> Iterator[Mismatch]:
    for match in _CUT_BY_PART.finditer(marked):
        before, after = numbers[int(match["before"])], numbers[int(match["after"])]
        pair = pair_in_one_unit(before, after)
        if pair is None or before.approximate or after.approximate:
            continue
        part = _PARTS[match["kind"].lower()] * _PARTS_MANY.get((match["many"] or "one").lower(), 1)
        first, second = (number.value * scale for number, scale in zip(pair, scales(*pair), strict=True))
        change = abs(second - first) / first
        if abs(change - part) > 0.06:
            yield Mismatch(Span(starts[match.start("part")], starts[match.end("part")]), (before.span, after.span), (f"{100 * change:.0f}%",))


def _wrong_turns(text: str, marked: str, starts: Sequence[int], numbers: Sequence[Number]) -> Iterator[Mismatch]:
    for pattern in (_TURN, _FROM_OLD):
        for match in pattern.finditer(marked):
            before, after = numbers[int(match["before"])], numbers[int(match["after"])]
            pair = pair_in_one_unit(before, after)
            if pair is None or before.value < 0 or after.value < 0 or _CLOCK.match(text, after.span.end) or _CLOCK.match(text, before.span.end):
                continue
            start = starts[match.start()]
            if _NOT_TURNED.search(text[max(start - 30, 0) : after.span.end + 8]):
                continue
            first, second = (number.value * scale for number, scale in zip(pair, scales(*pair), strict=True))
            up = _UP.match(match["verb"]) is not None
            if (up and second < first) or (not up and second > first):
                yield Mismatch(Span(starts[match.start("verb")], starts[match.end("verb")]), (before.span, after.span), (), "direction")


def marked_text(text: str, numbers: Sequence[Number]) -> tuple[str, list[int]]:
    """The text with each number as ⟨index⟩, and for each of its characters where that stands in `text`."""
    pieces: list[str] = []
    starts: list[int] = []
    end = 0
    for index, number in enumerate(numbers):
        if number.span.start < end:
            continue
        pieces.append(text[end : number.span.start])
        starts.extend(range(end, number.span.start))
        mark = f"⟨{index}⟩"
        pieces.append(mark)
        starts.extend([number.span.start] * len(mark))
        end = number.span.end
    pieces.append(text[end:])
    starts.extend(range(end, len(text) + 1))
    return "".join(pieces), starts


def _is_size(size: Number, before: Number) -> bool:
    if size.unit in _SIZE_UNITS:
        return size.unit != "x" or size.value > 0
    return size.kind in ("delta", "point") and size.unit in ("", before.unit)


def pair_in_one_unit(before: Number, after: Number) -> tuple[Number, Number] | None:
    """Both numbers with the unit that one of them may have left out; None when they are no two values of one thing."""
    for number in (before, after):
        if number.kind in ("rank", "section", "version") or (number.kind == "date" and "," not in number.text) or number.unit in ("rank", "ordinal", "x", "%p", "point") or "-" in number.text[1:]:
            return None
    if not before.value:
        return None
    if before.unit == after.unit or any(before.unit in units and after.unit in units for units in (SECONDS, BYTES)):
        return before, after
    if not before.unit:
        return replace(before, unit=after.unit), after
    return (before, replace(after, unit=before.unit)) if not after.unit else None
