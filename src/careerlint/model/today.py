"""Today: the day that a document is judged on, and whether anybody looked at it."""

from __future__ import annotations

from datetime import date


class Today:
    """A calendar that remembers whether it was looked at: what was found without it holds on every other day."""

    def __init__(self, day: date) -> None:
        self._day = day
        self.asked = False

    @property
    def day(self) -> date:
        """The day that counts as today."""
        self.asked = True
        return self._day
