"""A number: what a digit or number word measures, and a change between two of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Literal

from careerlint.model.span import Span

NumberKind = Literal[
    "metric", "percent", "point", "multiple", "duration", "money", "count-of-effect", "rate", "rank", "delta",
    "date", "period", "version", "model-name", "model-size", "head-count", "dataset-size", "hyper-parameter", "split",
    "hardware", "section", "identifier", "resolution", "contribution", "age", "grade", "test-score", "other",
]
"""The first line may measure an outcome; the others never do on their own. `identifier` is a phone number, id or address."""

_MEASURING: frozenset[NumberKind] = frozenset(("metric", "percent", "point", "multiple", "money", "count-of-effect", "rate", "rank", "delta"))
"""Kinds that measure an outcome in most places where they stand."""

_EVERYDAY: frozenset[str] = frozenset(("min", "h", "day", "week", "month", "원", "만원", "달러", "명", "건", "대", "개", "권", "회", "곳", "번", "통", "팀", "kg", "km", "톤"))
"""Units of people's work and business."""


_NAMING = frozenset(("date", "period", "version", "model-name", "section", "identifier"))
"""Kinds of numbers that name or place something and say nothing about how much it is."""

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth")
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
ORDINALS = (
    {word: float(place) for place, word in enumerate((*_UNITS, *_TEENS), 1)}
    | {f"{stem}ieth": 10.0 * ten for ten, stem in enumerate(_TENS, 2)}
    | {f"{stem}y-{word}": 10.0 * ten + place for ten, stem in enumerate(_TENS, 2) for place, word in enumerate(_UNITS, 1)}
)
"""English places in words, first to ninety-ninth."""
ORDINAL = rf"(?:(?:(?:{'|'.join(_TENS)})y-)?(?:{'|'.join(_UNITS)})|{'|'.join(_TEENS)}|(?:{'|'.join(_TENS)})ieth)"
"""An expression for one of them, in lower case."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text.

    `value` is in the printed unit, scales (만, 억, k, M) multiplied out; `step` is one unit of its last printed digit
    (0.01 for "0.83", 10000 for "3만"). `unit` is canonical ("%", "%p", "x", "ms", "s", "min", "h", "day", "week",
    "month", "year", a counter, or ""). `name` is the metric's name as written, for a rank "상위", "하위", "top" or "bottom"; `total`
    is of how many a rank is, 0 where unknown. `span` holds sign, digits and unit. `outcome` says that it measures a result.
    """

    span: Span
    value: float
    text: str
    kind: NumberKind
    _: KW_ONLY
    unit: str = ""
    approximate: bool = False
    name: str = ""
    step: float = 0.0
    total: float = 0.0
    outcome: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """Both ends of a change, or its size: at least `size` or both of `before` and `after` are there.

    `sized_beside` says that the size stands right beside the pair, so that the three must agree.
    """

    span: Span
    before: Number | None
    after: Number | None
    size: Number | None
    name: str = ""
    sized_beside: bool = False

    @property
    def is_effect(self) -> bool:
        """Whether it counts people, things, money or hours of somebody's work, and is no model's error."""
        units = {number.unit for number in (self.before, self.after) if number is not None}
        return bool(units) and units <= _EVERYDAY and not self.name


@dataclass(frozen=True, slots=True)
class Measures:
    """What the numbers of one statement tell; spans count from the start of the statement's text."""

    numbers: tuple[Number, ...] = ()
    changes: tuple[Change, ...] = ()
    metrics: tuple[Number, ...] = ()

    @property
    def quantities(self) -> tuple[Number, ...]:
        """The numbers that count or measure something: no name, version, date, section or identifier."""
        return tuple(number for number in self.numbers if number.kind not in _NAMING)

    @property
    def names(self) -> tuple[Number, ...]:
        """The numbers that name or place something."""
        return tuple(number for number in self.numbers if number.kind in _NAMING)

    @property
    def periods(self) -> tuple[Number, ...]:
        """From when to when: "2016.7 ~ 2017.5", and not how long."""
        return tuple(number for number in self.numbers if number.kind == "period" and not number.unit)

    @property
    def figures(self) -> tuple[Number, ...]:
        """The numbers of a kind that can measure an outcome."""
        return tuple(number for number in self.numbers if number.outcome or number.kind in _MEASURING or (number.kind == "other" and 0 < number.step < 1))

    @property
    def effects(self) -> tuple[Change, ...]:
        """The changes of what people do or get."""
        return tuple(change for change in self.changes if change.is_effect)

    def only_name(self, span: Span) -> bool:
        """Whether the numbers of a stretch all name or place something or are shares of data: "from 2010 to 2019"; "06:40" looks like a ratio and is a time."""
        inside = [number for number in self.numbers if span.contains(number.span)]
        return bool(inside) and all(number.kind == "split" if number.unit else number.kind in _NAMING for number in inside)


NUMBER_SIGNALS: Mapping[str, Callable[[Measures], Sequence[Number | Change]]] = {
    "metrics": lambda measures: measures.metrics,
    "changes": lambda measures: measures.changes,
    "figures": lambda measures: measures.figures,
    "effects": lambda measures: measures.effects,
    "quantities": lambda measures: measures.quantities,
    "periods": lambda measures: measures.periods,
}
"""What a signal file may name after `numbers:`, and which numbers then give the signal."""


def printed_step(digits: str) -> float:
    """How much one of the last of the printed digits counts: 0.01 in 0.83."""
    return 10.0 ** -len(digits.partition(".")[2])
