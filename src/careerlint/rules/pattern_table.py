"""Pattern tables: all patterns of one language made ready and packed, so that a run unpacks only those that a document may meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from careerlint.packing import pack
from careerlint.rules.courses import courses_of
from careerlint.rules.elements import ElementIndex, ElementTable
from careerlint.rules.signal_patterns import SignalPattern
from careerlint.rules.windows import Line


@dataclass(frozen=True, slots=True)
class PatternTable:
    """The patterns of one language by number, in the order of their files.

    `lines` are packed `Line`s, `needs` the elements that each must find. A number stands under its rarest element in `by_anchor`,
    under its signal in `exceptions`, or in `raw` where nothing is known of it beforehand.
    """

    elements: ElementTable
    lines: tuple[bytes, ...]
    needs: tuple[frozenset[int], ...]
    by_anchor: Mapping[int, tuple[int, ...]]
    exceptions: Mapping[str, tuple[int, ...]]
    raw: tuple[int, ...]


def table_of(patterns: Iterable[SignalPattern], language: str) -> PatternTable:
    """The table of the patterns of one language."""
    index = ElementIndex(language)
    lines = [line_of(number, pattern, index) for number, pattern in enumerate(pattern for pattern in patterns if pattern.language == language)]
    by_anchor: dict[int, list[int]] = defaultdict(list)
    exceptions: dict[str, list[int]] = defaultdict(list)
    raw: list[int] = []
    for line in lines:
        if line.pattern.strength == "except":
            exceptions[line.pattern.signal].append(line.number)
        elif line.needs:
            by_anchor[min(line.needs, key=index.rarity)].append(line.number)
        else:
            raw.append(line.number)
    return PatternTable(
        index.table(), tuple(pack(line) for line in lines), tuple(line.needs for line in lines),
        {anchor: tuple(numbers) for anchor, numbers in by_anchor.items()}, {name: tuple(numbers) for name, numbers in exceptions.items()}, tuple(raw),
    )  # fmt: skip


def line_of(number: int, pattern: SignalPattern, index: ElementIndex) -> Line:
    """A pattern made ready, its elements added to the index."""
    elements = pattern.pattern.elements
    courses = courses_of(elements, index)
    asked = [course.needs for course in courses]
    gaps = tuple(element.gap > 0 for element in elements)
    told = f"{pattern.pattern.line}: {pattern.pattern.text}"
    may_miss = any(gaps) and any(element.optional for element in elements)
    return Line(number, pattern, courses, frozenset.intersection(*asked), frozenset().union(*asked), may_miss, gaps if any(gaps) else (), told)
