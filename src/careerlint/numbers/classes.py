"""The class of a plain number, from the unit that follows it and the words around."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from careerlint.expression import Expression
from careerlint.model.number import NumberKind
from careerlint.numbers.kinds import (
    AGE_LEFT,
    CHANGE_LEFT,
    CHANGE_RIGHT,
    DATA_LEFT,
    EFFECT_LEFT,
    GRADE_LEFT,
    RANK_RIGHT_NOUN,
    SIZE_LEFT,
    TEST_LEFT,
    Surroundings,
    bare_kind,
    count_kind,
    enlarges_data,
    is_setting,
    metric_name,
    percent_kind,
    time_kind,
)

_MONEY_RESULT = Expression(r"비용|절감|매출|수익|절약|감축|(?i:cost|sav|revenue|spend|bill|arr|mrr|profit|reduc|cut)")
_BATCH_JOB = Expression(r"배치(?:\s?(?:작업|잡|처리))?(?:은|는|을|를|이|가|의)?\s?(?:약\s?)?$|(?i:batch(?:\sjobs?)?\s(?:from|of|in|to)\s?$)")
"""A batch that takes time is a job, no setting of a training."""
_UNIT_NAMES = ("ms", "us", "s", "min", "h", "day", "week", "month", "year")
_RESIZED_RIGHT = Expression(r"\s?(?:에서|→|->|to\s)|(?:으)?로\s?(?:줄|감소|축소|경량|단축)")
_NO_FACTOR_RIGHT = Expression(r"\s?(?:증강|오버샘플|업샘플|줌|확대|속\s|GPU|[A-Z])")
_BYTES = Expression(r"[KMGTP]i?B|기가|메가|테라")
_ENGLISH_ORDINALS = ("st", "nd", "rd", "th")
_COHORT_LEFT = Expression(r"(?:(?i:school|camp|academy|course|programme?|class|cohort|batch|fellowship|degree|track|tech|university|college)|스쿨|캠프|아카데미|과정|교육|클래스)\s(?:[A-Z][\w&]*\s){0,3}$")
"""What teaches one class after the other: "Data Science School 17th"."""
_USED_BY = Expression(r"\b(?:used|adopted|read|seen|viewed|watched|opened|followed|played|visited|installed|bought|borrowed|relied on|picked up)\s(?:(?:daily|weekly|now|today|there)\s)?by\s(?:(?:over|about|around|some|nearly|more than|up to)\s)?$", re.IGNORECASE)
_PARTS = (
    r"(?:(?:micro)?services|modules|functions|methods|components|scripts|classes|endpoints|pipelines|models|files|tests|packages|librar(?:y|ies)|threads|workers|pages|views|routes|jobs|screens|epochs|dashboards|consumers|producers|notebooks"
    r"|programs|apps|applications|servers|containers|pods|nodes|queries|tables|reports|charts|widgets|plugins|repositories|repos|projects|features|layers|agents|bots|crawlers|processes|tasks|commands|tools|systems|devices|bytes|bits|rows|columns|%|percent)"
)
"""What of a program uses another part of it, which tells no effect."""
_FEW_WORDS = r"(?:(?!(?:in|at|of|on|for|from)\b)[\w-]+\s){0,2}?"
_BY_PARTS = Expression(rf"\s(?:of\s(?:the|our|its)\s)?{_FEW_WORDS}{_PARTS}(?!\w)|\s(?:[ap]\.?m\b|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b)|\W*$", re.IGNORECASE)
"""What stands behind a number of no users: parts of a program, or the rest of a time ("by 5 pm", "by 12 March")."""
_USE_IT = Expression(
    rf"\s(?:(?!(?:in|at|of|on|for|from|and|or|we|i|now|still|daily|that|which|{_PARTS})\b)[a-z]+\s){{1,2}}?(?:(?:now|still|daily)\s)?(?:use|used|adopted|rely on|relied on|installed|bought|borrowed)\s(?:it|them)\b", re.IGNORECASE
)
_LETTERED = ("K", "k", "M", "B")


class Reading(NamedTuple):
    """What a number is: its kind, whether it measures an outcome, the name of its measure and its canonical unit."""

    kind: NumberKind
    outcome: bool = False
    name: str = ""
    unit: str = ""


_EFFECT = Reading("count-of-effect", True, "", "count")


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A number as it is printed: what stands around it, the units that match behind it and their words, its value and last digit.

    `money` says that a sign of money stands before it, `tail` is all that belongs to it behind its digits.
    """

    around: Surroundings
    groups: set[str]
    words: str
    value: float
    step: float
    money: bool
    tail: str

    @property
    def decimal(self) -> bool:
        """Whether it has digits behind the point."""
        return 0 < self.step < 1

    def metric(self, unit: str, bare_integer: bool = False) -> str:
        """The name of the metric that it is a value of, if it has one; that of a bare integer must stand right before it."""
        return metric_name(self.around, unit, self.decimal, bare_integer)


def classify(number: Printed) -> Reading:
    """The reading of a number: a setting, money, by the first of its units that tells, else by the words around."""
    measured = number.groups & {"percent", "point", "multiple", "rank", "person", "effect", "rate"}
    timed = not number.groups.isdisjoint(_UNIT_NAMES) and _BATCH_JOB.search(number.around.left)
    if not measured and not timed and is_setting(number.around.left) and not number.metric("", True):
        return Reading("hyper-parameter")
    if number.money or "money" in number.groups:
        return Reading("money", bool(_MONEY_RESULT.search(number.around.left[-30:] + number.around.right[:20])), "", "money")
    found = next((reading for unit, reading in BY_UNIT.items() if unit in number.groups), _bare)
    reading = found if isinstance(found, Reading) else found(number)
    return _EFFECT if reading.kind in ("head-count", "other") and not number.decimal and _is_used_by(number, reading.kind) else reading


def _is_used_by(number: Printed, kind: NumberKind) -> bool:
    """Whether it counts who uses the work: "used by 340 students", "340 students used it"."""
    by_users = kind == "head-count" or _BY_PARTS.match(number.around.right) is None
    return (by_users and _USED_BY.search(number.around.left) is not None) or _USE_IT.match(number.around.right) is not None


def _point(number: Printed) -> Reading:
    around, plain = number.around, number.words.replace(" ", "").lower()
    canonical = "%p" if plain[0] in "%％퍼" or plain in ("pp", "p.p.", "p") or plain.startswith("percentage") else "point"
    if plain == "p" and not around.sign and not CHANGE_RIGHT.match(around.right):
        return Reading("other")
    name = number.metric("%p")
    if canonical == "point" and not (around.sign or name or CHANGE_RIGHT.match(around.right) or CHANGE_LEFT.search(around.left)):
        return Reading("other")
    return Reading("point", True, name, canonical)


def _percent(number: Printed) -> Reading:
    name = number.metric("%")
    kind, outcome = percent_kind(number.around, name)
    return Reading(kind, outcome, name, "%")


def _multiple(number: Printed) -> Reading:
    if "x" in number.words.lower() and is_setting(number.around.left):
        return Reading("hyper-parameter")
    if number.value >= 1000 and "X" in number.words:
        return Reading("model-name")
    if enlarges_data(number.around):
        return Reading("other", unit="x")
    return Reading("multiple", not _NO_FACTOR_RIGHT.match(number.around.right), "", "x")


def _rate(number: Printed) -> Reading:
    return Reading("rate", True, number.metric("rate"), number.words.replace(" ", "").lower())


def _timed(canonical: str) -> Callable[[Printed], Reading]:
    """What reads a time in this unit."""

    def read(number: Printed) -> Reading:
        name = number.metric(canonical)
        kind, outcome = time_kind(number.around, canonical, bool(name))
        return Reading(kind, outcome, name if outcome else "", canonical)

    return read


def _rank(number: Printed) -> Reading:
    right = number.around.right
    english = number.words.strip("- ") in _ENGLISH_ORDINALS
    named = RANK_RIGHT_NOUN.match(right) is not None
    if english and not named and (re.match(r"\s?[A-Za-z-]", right) or _COHORT_LEFT.search(number.around.left)):
        return Reading("other", unit="ordinal")
    return Reading("rank", not (number.words.strip() == "위" and right.startswith(("상", "하"))), "", "rank")


def _hardware(number: Printed) -> Reading:
    """A part of a machine; a size of memory or of a file that changed is a result."""
    sized = _BYTES.search(number.words) is not None and SIZE_LEFT.search(number.around.left[-30:]) is not None
    changed = CHANGE_RIGHT.match(number.around.right) is not None or _RESIZED_RIGHT.match(number.around.right) is not None
    return Reading("metric", True, "", number.words) if sized and changed else Reading("hardware", unit=number.words)


def _person(number: Printed) -> Reading:
    kind, outcome = count_kind(number.around, True)
    return Reading(kind, outcome, "", "명")


def _counter(number: Printed) -> Reading:
    unit = number.words.lstrip("여 ").strip()
    found = _BY_COUNTER.get(unit)
    if found is not None:
        return found if isinstance(found, Reading) else found(number)
    kind, outcome = count_kind(number.around, False)
    return Reading(kind, outcome, "", unit)


def _score(number: Printed) -> Reading:
    """Points of a grade, of a test, else of something measured."""
    if GRADE_LEFT.search(number.around.left):
        return Reading("grade", unit="점")
    if TEST_LEFT.search(number.around.left):
        return Reading("test-score", unit="점")
    name = number.metric("점")
    return Reading("metric", bool(name) or number.decimal or bool(CHANGE_RIGHT.match(number.around.right)), name, "점")


def _bare(number: Printed) -> Reading:
    """A number without a unit."""
    left = number.around.left
    if AGE_LEFT.search(left) and 10 <= number.value <= 80 and not number.decimal:
        return Reading("age")
    name = number.metric("", not number.decimal)
    kind, outcome = bare_kind(number.around, name, number.step, number.value)
    if kind == "other" and (number.step >= 10 or number.tail.strip() in _LETTERED):
        if EFFECT_LEFT.search(left[-12:]):
            return Reading("count-of-effect", True)
        if DATA_LEFT.search(left[-12:]):
            return Reading("dataset-size")
    return Reading(kind, outcome, name if kind in ("metric", "delta") else "")


def _setting(number: Printed) -> Reading:
    """So many steps or layers; a fraction of a named score has none: "mAP to 0.74 by these steps"."""
    name = number.metric("") if 0 < number.value < 1 else ""
    return Reading("metric", True, name) if name else Reading("hyper-parameter")


_ORDINAL = Reading("other", unit="ordinal")
_BY_COUNTER: Mapping[str, Reading | Callable[[Printed], Reading]] = {
    "점": _score, **dict.fromkeys(("기", "차", "학년", "조", "단계", "층"), _ORDINAL), "팀": Reading("other", unit="팀"), "대": Reading("hardware", unit="대"),
}  # fmt: skip
"""By Korean counter; the others count things."""
BY_UNIT: Mapping[str, Reading | Callable[[Printed], Reading]] = {
    "point": _point,
    "percent": _percent,
    "multiple": _multiple,
    "rate": _rate,
    **{unit: _timed(unit) for unit in _UNIT_NAMES},
    "resolution": Reading("resolution"),
    "rank": _rank,
    "hardware": _hardware,
    "parameters": Reading("model-size", unit="parameters"),
    "effect": Reading("count-of-effect", True, "", "count"),
    "rows": Reading("dataset-size", unit="rows"),
    "setting": _setting,
    "head": Reading("head-count", unit="명"),
    "team": Reading("head-count", unit="명"),
    "age": Reading("age", unit="세"),
    "person": _person,
    "counter": _counter,
}
"""By the group of the units that matched, the first one first: what the number is, or what tells it."""
