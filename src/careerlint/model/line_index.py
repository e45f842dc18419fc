"""Line index: which of many lines can hold a match of an expression, told by the literals that it needs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property

from careerlint.expression import Expression
from careerlint.model.literals import Needed, holds, needed, plain_letters

_END = "\n"
"""Stands between lines; plain letters hold none."""


class LineIndex:
    """Lines in which expressions are looked for; `parts` are those of a text that holds all of them.

    Most expressions ask for words that few lines hold. To find those words once in all lines takes a hundredth of the time of
    searching every line for the expression.
    """

    def __init__(self, lines: Sequence[str], parts: frozenset[str]) -> None:
        self._lines = lines
        self._parts = parts
        self._known: dict[str, Collection[int]] = {}
        self._holding: dict[str, frozenset[int]] = {}

    def may_match(self, expression: str) -> Collection[int]:
        """The numbers of the lines in which a regular expression can match, any blank of it standing for several."""
        known = self._known.get(expression)
        if known is None:
            known = self._known[expression] = self._of_need(needed(expression))
        return known

    def _of_need(self, need: Needed) -> Collection[int]:
        found = self._narrowed(need, None) if holds(need, self._parts) else frozenset()
        return range(len(self._lines)) if found is None else found

    def _narrowed(self, need: Needed, found: frozenset[int] | None) -> frozenset[int] | None:
        """Of some lines (None stands for all of them) those that hold what is needed."""
        # Long literals stand in few lines, and then nothing else is looked for in the others.
        for literal in sorted(need.literals, key=len, reverse=True):
            if found is not None and not found:
                return found
            here = self._lines_with(literal)
            found = here if found is None else found & here
        for choice in need.choices:
            if found is not None and not found:
                return found
            found = self._one_of(choice, found)
        return found

    def _one_of(self, choice: Sequence[Needed], found: frozenset[int] | None) -> frozenset[int] | None:
        held: set[int] = set()
        for need in choice:
            if holds(need, self._parts):
                here = self._narrowed(need, found)
                if here is None or here is found:
                    return found
                held |= here
        return frozenset(held)

    def _lines_with(self, literal: str) -> frozenset[int]:
        known = self._holding.get(literal)
        if known is None:
            known = self._holding[literal] = frozenset(self._search(literal))
        return known

    def _search(self, literal: str) -> list[int]:
        text, starts = self._text, self._starts
        found: list[int] = []
        place = text.find(literal)
        while place >= 0:
            line = bisect_right(starts, place) - 1
            found.append(line)
            place = text.find(literal, starts[line + 1]) if line + 1 < len(starts) else -1
        return found

    @cached_property
    def _plain(self) -> list[str]:
        return [plain_letters(line) for line in self._lines]

    @cached_property
    def _text(self) -> str:
        return _END.join(self._plain)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self._plain:
            starts.append(starts[-1] + len(line) + len(_END))
        return starts[:-1]


def may_always(_: Expression) -> bool:
    """What `may_match` is of a text that no index holds: nothing is known before it is searched."""
    return True
