"""Mismatches: stated numbers that contradict the numbers beside them, whatever check finds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from careerlint.model.span import Span

Reason = Literal["change", "over-100", "percentile", "direction", "range", "em-f1"]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A stated number, or the verb that tells it, that cannot be right: its span, the numbers it contradicts, and what it should be.

    `expected` is empty where no value would be right: out of its range, or told in the wrong direction.
    """

    span: Span
    related: tuple[Span, ...]
    expected: tuple[str, ...] = ()
    reason: Reason = "change"
