"""HON013: one quantity in two units: percents beside percentage points, fractions beside percents, gains with plus here and minus there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from careerlint.checks.formula_weights import are_weights
from careerlint.checks.metric_names import SHARES, base, canonical, metric_in
from careerlint.checks.tables import cell_words, headed_rows
from careerlint.checks.units import Tables, Unit, units
from careerlint.expression import Expression
from careerlint.model.document import Block
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_CELL = Expression(
    r"[*_`\s]*(?:(?:약|~|≈)\s*)?(?P<sign>[+\-−–]?)\s?(?P<value>\d+(?:,\d{3})*(?:\.\d+)?)\s?(?P<unit>%[\s-]?points?|%\s?[pP](?![A-Za-z])|%\s?포인트|pp(?![A-Za-z])|p\.p\.|percentage points?|%|[A-Za-z가-힣/²³°]{0,8})\s*(?:(?:\(?(?:개선|향상|상승|증가|감소|하락|단축|이득|(?i:better|improved|improvement|gain)|↑|↓|▲|▼)\)?|\(\)?|\))[*_`\s]*|[*_`][*_`\s]*)?"
)
_POINTS = Expression(r"%[\s-]?points?|%\s?[pP]|%\s?포인트|pp|p\.p\.|percentage points?", re.IGNORECASE)
_SAID = Expression(r"상대|절대|(?i:relative|absolute)|%p\s?(?:와|및|/|,)\s?%|비율로|환산")
_GAIN = Expression(r"개선|향상|이득|(?i:improvement|gain|better)", re.IGNORECASE)
_DIFFERENCE = Expression(r"변화|증감|차이|개선|향상|(?i:change|delta|Δ|diff\w*|improvement|gain|\+\s?/\s?-)")
_ALL_BETTER = Expression(
    r"(?:모두|전부|모든|[세네두]\s?(?:시도|가지|개|번)?\s?(?:모두|다)|셋 다|둘 다|넷 다)[^.!?\n]{0,24}(?:내려|줄|감소|낮아|떨어|좋아|개선|나아|향상|올랐|올라|높아)|(?i:(?<![a-z])(?:all|each|every|both)\s[^.!?\n]{0,40}(?:improved|lower(?:ed)?|reduced|fell|better|helped|dropped|decreased|increased|raised))"
)
_WENT_BETTER = Expression(r"개선|향상|좋아|나아|단축|절감|줄[였어]|(?i:improv\w+|better|gain\w*)")
_VALUE = Expression(r"\W{0,8}(?:values?|results?|figures?|measured|amount|값|수치|결과|측정값|내용)?\W{0,8}", re.IGNORECASE)
_FACTS = 2
"""Columns of a list of facts."""
_LEFT = 40
_FEWEST_ROWS = 2
"""With the header."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """What is mixed ("points", "fraction" or "sign"), of which quantity, and one place of each kind."""

    sort: str
    name: str
    first: Span
    second: Span


def find_mixed_units(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """At most one hit for each project or job, on the heading that stands nearest above the numbers."""
    tables = {all_better: Tables(evidence, partial(_of_table, all_better=all_better)) for all_better in (False, True)}
    titles: set[Span] = set()
    for unit in units(evidence):
        found = _of_unit(evidence, unit, tables) if unit.title not in titles else None
        if found is None:
            continue
        titles.add(unit.title)
        place = _heading_over(evidence, found.first, unit.title)
        named = f"'{found.name}'" if found.name else ""
        values = {"match": evidence.document.words(place), "name.ko": named or "변화량", "name.en": named or "a column of changes"}
        yield Hit(place, None, unit.entry, values=values, related=(found.first, found.second), variant=found.sort)


def _heading_over(evidence: Evidence, span: Span, title: Span) -> Span:
    """The last heading before the numbers, or the title of their entry where that stands nearer."""
    over = [section.title for section in evidence.outline.sections if section.title is not None and section.title.start < span.start < section.span.end]
    return max((*over, title), key=lambda heading: heading.start)


def _of_unit(evidence: Evidence, unit: Unit, tables: Mapping[bool, Tables[Mixture | None]]) -> Mixture | None:
    all_better = _ALL_BETTER.search(" ".join(evidence.text(index) for index in unit.statements)) is not None
    for found in tables[all_better].of_unit(unit):
        if found is not None:
            return found
    own = tuple(_own(evidence, unit))
    return _points_in_lines(evidence, own) or _fractions_in_lines(evidence, own) or _signs_in_lines(evidence, own)


@dataclass(frozen=True, slots=True)
class _Value:
    sign: str
    value: float
    unit: str
    span: Span

    @property
    def points(self) -> bool:
        return _POINTS.fullmatch(self.unit) is not None


def _of_table(evidence: Evidence, table: Block, all_better: bool) -> Mixture | None:
    rows = headed_rows(table, _FEWEST_ROWS)
    if not rows:
        return None
    header = cell_words(evidence, rows[0])
    body = [row for row in rows[1:] if len(row.children) == len(header)]
    for row in body:
        found = _of_column(evidence.document.words(row.children[0].span).strip(), [value for cell in row.children[1:] if (value := _value(evidence, cell)) is not None])
        if found is not None and found.sort == "fraction" and not any(_SAID.search(name) for name in header):
            return found
    for column, name in enumerate(header):
        if column and not _SAID.search(name):
            values = [(place, value) for place, row in enumerate(body) if (value := _value(evidence, row.children[column])) is not None]
            # A list of facts: each row names its own quantity, and its unit is the quantity's.
            facts = len(header) == _FACTS and _VALUE.fullmatch(name) is not None and any(_SAID.search(evidence.document.words(row.children[0].span)) for row in body)
            found = None if facts else _of_column(name, [value for _, value in values]) or _signs_of_column(evidence, header, body, column, dict(values), all_better)
            if found is not None:
                return found
    return None


def _value(evidence: Evidence, cell: Block) -> _Value | None:
    match = _CELL.fullmatch(evidence.document.words(cell.span))
    if match is None:
        return None
    sign = "-" if match["sign"] in ("-", "−", "–") else match["sign"]
    return _Value(sign, float(match["value"].replace(",", "")), match["unit"], cell.span)


def _of_column(name: str, values: Sequence[_Value]) -> Mixture | None:
    points = [value for value in values if value.points]
    percents = [value for value in values if value.unit == "%"]
    if points and percents:
        return Mixture("points", name, percents[0].span, points[0].span)
    if base(metric_in(name)) in SHARES and not _DIFFERENCE.search(name):
        fractions = [value for value in values if not value.unit and 0 < value.value < 1]
        if fractions and percents and not any(value.sign for value in (*fractions, *percents)):
            return Mixture("fraction", name, fractions[0].span, percents[0].span)
    return None


def _signs_of_column(evidence: Evidence, header: Sequence[str], body: Sequence[Block], column: int, values: dict[int, _Value], all_better: bool) -> Mixture | None:
    """A column of gains in which plus and minus both mean better: another column says so, or the text that they are `all_better`."""
    plus = [place for place, value in values.items() if value.sign == "+" and value.value]
    minus = [place for place, value in values.items() if value.sign == "-" and value.value]
    if not plus or not minus or not _DIFFERENCE.search(header[column]):
        return None
    name = header[column]
    said = [_GAIN.search(evidence.document.words(values[place].span)) is not None for place in (plus[0], minus[0])]
    if all(said) or (_GAIN.search(name) and all_better):
        return Mixture("sign", name, values[plus[0]].span, values[minus[0]].span)
    for other in range(1, len(header)):
        if other == column:
            continue
        scores = {place: score for place, row in enumerate(body) if (score := _value(evidence, row.children[other])) is not None and not score.sign}
        if len(scores) == len(body):
            against = [_against(scores, values, place, above) for place in (*plus, *minus) for above in (True, False)]
            for above in (0, 1):
                ways = against[above::2]
                if None not in ways and len(set(ways)) == 2:
                    return Mixture("sign", name, values[plus[0]].span, values[minus[0]].span)
    return None


def _against(scores: dict[int, _Value], values: dict[int, _Value], place: int, above: bool) -> bool | None:
    """Whether the printed sign is that of the score's own change against the row above or the first one; None where it is of neither."""
    if place == 0:
        return None
    change = scores[place].value - scores[place - 1 if above else 0].value
    stated = values[place]
    if abs(abs(change) - stated.value) > max(0.02 * abs(change), 1e-9) or not change:
        return None
    return (change > 0) == (stated.sign == "+")


def _own(evidence: Evidence, unit: Unit) -> Iterator[int]:
    """The statements with numbers that the author tells."""
    for index in unit.statements:
        claim, statement = evidence.claims[index], evidence.outline.statements[index]
        spoken = claim.author in ("author", "team") or (claim.author == "none" and not statement.language)
        numbers = evidence.measures[index].numbers
        if spoken and numbers and not are_weights(numbers, evidence.text(index)) and claim.modality == "done" and statement.form != "row" and not evidence.match(_SAID, index):
            yield index


def _points_in_lines(evidence: Evidence, own: Sequence[int]) -> Mixture | None:
    """Changes of one rate told as percents in one line and as points in another; both ends beside them would make them clear."""
    seen: dict[str, dict[bool, tuple[int, Span]]] = {}
    for index in own:
        statement, measures = evidence.outline.statements[index], evidence.measures[index]
        paired = {change.size.span for change in measures.changes if change.size is not None and change.before is not None}
        for number in measures.numbers:
            if number.unit not in ("%", "%p") or number.span in paired or (number.unit == "%" and (number.kind != "delta" or number.text[:1] not in "+-−")):
                continue
            name = canonical(number.name) or canonical(statement.label) or "".join(statement.label.lower().split())
            if name:
                seen.setdefault(name, {}).setdefault(number.unit == "%p", (index, number.span.shifted(statement.span.start)))
    return next((_pair("points", name, sorts) for name, sorts in seen.items() if len(sorts) == 2 and sorts[True][0] != sorts[False][0]), None)


def _fractions_in_lines(evidence: Evidence, own: Sequence[int]) -> Mixture | None:
    """One score as a fraction in one line and as a percent in another."""
    seen: dict[str, dict[bool, tuple[int, Span]]] = {}
    for index in own:
        statement, measures = evidence.outline.statements[index], evidence.measures[index]
        for number in measures.numbers:
            name = canonical(number.name)
            if number.kind not in ("metric", "percent") or base(name) not in SHARES or number.text[:1] in "+-−":
                continue
            percent = number.unit == "%" and number.value > 1
            if percent or (not number.unit and 0 < number.value < 1 and number.step < 1):
                seen.setdefault(name, {}).setdefault(percent, (index, number.span.shifted(statement.span.start)))
    return next((_pair("fraction", name, sorts) for name, sorts in seen.items() if len(sorts) == 2 and sorts[True][0] != sorts[False][0]), None)


def _signs_in_lines(evidence: Evidence, own: Sequence[int]) -> Mixture | None:
    """Improvements of one metric, one with a plus and one with a minus."""
    seen: dict[str, dict[bool, tuple[int, Span]]] = {}
    for index in own:
        statement, text = evidence.outline.statements[index], evidence.text(index)
        for number in evidence.measures[index].numbers:
            sign = number.text[:1]
            if sign not in "+-−" or not number.value or number.kind in ("rank", "date"):
                continue
            around = text[max(number.span.start - _LEFT, 0) : number.span.end + _LEFT // 2]
            name = base(canonical(number.name)) or base(metric_in(statement.label)) or base(metric_in(around))
            if name and _WENT_BETTER.search(around):
                seen.setdefault(name, {}).setdefault(sign == "+", (index, number.span.shifted(statement.span.start)))
    return next((_pair("sign", name, sorts) for name, sorts in seen.items() if len(sorts) == 2), None)


def _pair(sort: str, name: str, sorts: dict[bool, tuple[int, Span]]) -> Mixture:
    first, second = sorted(span for _, span in sorts.values())
    return Mixture(sort, name, first, second)
