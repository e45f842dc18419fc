"""F1 beside what it is made of: it lies between precision and recall, and no exact match is above it."""

from __future__ import annotations

from careerlint.model.number import Number

_LEEWAY = 0.03
"""Averages over classes may leave the range between precision and recall by a little."""


def right_f1(precision: float, recall: float, f1: float) -> str:
    """The F1 of a precision and a recall, where the stated one is above both; else nothing.

    A precision or recall below a hundredth of the others is written in another unit.
    """
    scale = 100 if max(precision, recall, f1) > 1 else 1
    if min(precision, recall) * 100 < scale or f1 <= max(precision, recall) + _LEEWAY * scale:
        return ""
    return f"{2 * precision * recall / (precision + recall):.{2 if scale == 1 else 1}f}"


def exceeds_f1(exact: Number, f1: Number) -> bool:
    """Whether an exact match is above an F1 of the same scale, by more than rounding explains."""
    return (exact.value <= 1) == (f1.value <= 1) and exact.value - f1.value > exact.step + f1.step
