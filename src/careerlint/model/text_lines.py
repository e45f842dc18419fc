"""Text lines: the lines of a text, and the stretches around some of them in which an expression is looked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from careerlint.model.line_index import LineIndex


class TextLines:
    """The lines of a text; `parts` are those of the text (see `literals.py`)."""

    def __init__(self, text: str, parts: frozenset[str]) -> None:
        lines = text.split("\n")
        self._starts: list[int] = []
        self._ends: list[int] = []
        end = -1
        for line in lines:
            self._starts.append(end + 1)
            end += 1 + len(line)
            self._ends.append(end)
        self._with_words = [number for number, line in enumerate(lines) if any(map(str.isalnum, line))]
        self._index = LineIndex(lines, parts)

    def stretches(self, expression: str, reach: int) -> Iterator[tuple[int, int]]:
        """The lines that can hold the words of a regular expression, each with so many lines with words before and behind it (a negative
        number asks for all of the text), as ranges of the text in order and apart."""
        found = self._index.may_match(expression)
        if found and reach < 0:
            yield 0, self._ends[-1]
            return
        start = stop = -1
        for number in sorted(found):
            first, last = self._around(number, reach)
            if first > stop:
                if stop >= 0:
                    yield self._starts[start], self._ends[stop]
                start = first
            stop = max(stop, last)
        if stop >= 0:
            yield self._starts[start], self._ends[stop]

    def _around(self, number: int, reach: int) -> tuple[int, int]:
        """The first and the last of the lines around one."""
        if not reach:
            return number, number
        before = bisect_left(self._with_words, number) - reach
        behind = bisect_right(self._with_words, number) + reach - 1
        return (
            self._with_words[before] if before >= 0 else 0,
            self._with_words[behind] if behind < len(self._with_words) else len(self._ends) - 1,
        )
