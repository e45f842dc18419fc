"""A weight: how much the words of a statement speak for a finding, or against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


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


class Weighing(Protocol):
    """What the words of a statement (by its index), taken together, say of a rule (by its code) or of an element of a story (by its name)."""

    def weigh(self, code: str, statement: int) -> Weight | None:
        """How much they speak for the finding of a rule; None where nothing was learned of the rule."""
        ...

    def is_too_light(self, code: str, statement: int) -> bool:
        """Whether the weight takes the finding of a rule back; told at less cost than by asking for the weight."""
        ...

    def heard(self, code: str, statement: int, least: float) -> bool:
        """Whether they weigh so much for a rule that they are a match without any pattern."""
        ...

    def promising(self, statement: int) -> frozenset[str]:
        """The rules for which a statement may be heavy, told at little cost."""
        ...

    def tells(self, element: str, statement: int) -> bool | None:
        """Whether they tell an element; None where they leave it open."""
        ...

    def line(self, statement: int) -> str:
        """The text that is weighed: whoever learns weights learns them from this one."""
        ...


class Unweighed:
    """A weighing by which nothing was learned."""

    def weigh(self, code: str, statement: int) -> Weight | None:
        """No weight."""
        return None

    def is_too_light(self, code: str, statement: int) -> bool:
        """No weight is too light."""
        return False

    def heard(self, code: str, statement: int, least: float) -> bool:
        """Nothing is heard by words alone."""
        return False

    def promising(self, statement: int) -> frozenset[str]:
        """No rules."""
        return frozenset()

    def tells(self, element: str, statement: int) -> bool | None:
        """Everything is left open."""
        return None

    def line(self, statement: int) -> str:
        """No text."""
        return ""
