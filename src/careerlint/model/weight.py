"""A weight: how much the words of a statement speak for a finding, or against it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weight:
    """The logarithm of the odds that the statement deserves the finding, by its words alone.

    `least` is the weight below which a finding is taken back. `against` are the words or pairs of words that speak most against
    it, heaviest first, `towards` those that speak most for it.
    """

    value: float
    least: float
    against: tuple[str, ...]
    towards: tuple[str, ...] = ()

    @property
    def is_light(self) -> bool:
        """Whether the words speak against the finding."""
        return self.value < self.least
