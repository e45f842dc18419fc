"""Weights of a formula: percents that say how much each score counts in a total, and are no values of the scores."""

from __future__ import annotations

from collections.abc import Sequence

from careerlint.expression import Expression
from careerlint.model.number import Number

_WEIGHED = Expression(r"가중(?:합|평균|치|\s?점수)|배점|비중|반영\s?비율|합산|(?i:(?<![a-z])(?:weighted|weights?|weighting|composite|combined score|total score))")
_WHOLE = 100.0
_ROUNDED = 0.5
_FEWEST = 3
_FEWEST_NAMED = 2
"""Where the sentence speaks of weights."""


def are_weights(numbers: Sequence[Number], text: str) -> bool:
    """Whether the percents of a statement are shares of one total: together they are the whole."""
    shares = [number.value for number in numbers if number.unit == "%" and number.text[:1] not in "+-−"]
    fewest = _FEWEST_NAMED if _WEIGHED.search(text) is not None else _FEWEST
    return len(shares) >= fewest and abs(sum(shares) - _WHOLE) <= _ROUNDED
