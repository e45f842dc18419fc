"""Anchors: the stretches of a document that something on the page leads to, and the pieces they cut its text into."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeVar

from careerlint.model.document import Mark
from careerlint.model.finding import LEVELS, Level
from careerlint.model.span import Span

AnchorKind = Literal["words", "about", "told"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words that a card is about (`words`), that only belong to it (`about`), or a statement that the frame leads to (`told`).

    `key` is the card, or the statement ("s12"); `strong` says that an interviewer will like the statement.
    """

    span: Span
    kind: AnchorKind
    key: str
    level: Level | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of text in which nothing begins or ends: the anchors and marks that hold all of it."""

    span: Span
    anchors: tuple[Anchor, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def cards(self) -> tuple[str, ...]:
        """The cards of the stretch: those about its own words first, the narrowest first."""
        held = sorted((anchor for anchor in self.anchors if anchor.kind != "told"), key=lambda anchor: (anchor.kind == "about", len(anchor.span)))
        return tuple(dict.fromkeys(anchor.key for anchor in held))

    @property
    def told(self) -> tuple[str, ...]:
        """The statements that it is a part of."""
        return tuple(dict.fromkeys(anchor.key for anchor in self.anchors if anchor.kind == "told"))

    @property
    def level(self) -> Level | None:
        """The gravest level of the cards about its own words, else of those that it belongs to."""
        for kind in ("words", "about"):
            found = [anchor.level for anchor in self.anchors if anchor.kind == kind and anchor.level is not None]
            if found:
                return min(found, key=LEVELS.index)
        return None


_Item = TypeVar("_Item", Anchor, Mark)


class Anchors:
    """All anchors and marks of a document, ready to cut any stretch of its text."""

    def __init__(self, anchors: Sequence[Anchor], marks: Sequence[Mark]) -> None:
        self._anchors = _Sorted([anchor.span for anchor in anchors])
        self._marks = _Sorted([mark.span for mark in marks])
        self._anchor_of, self._mark_of = anchors, marks

    def cut(self, span: Span) -> Iterator[Cut]:
        """The span in pieces; a picture without words of its own is a piece without length."""
        anchors = [self._anchor_of[index] for index in self._anchors.touching(span)]
        marks = [self._mark_of[index] for index in self._marks.touching(span)]
        edges = {span.start, span.end}
        for held in [item.span for item in anchors] + [mark.span for mark in marks]:
            edges.update(edge for edge in (held.start, held.end) if span.start < edge < span.end)
        ordered = sorted(edges)
        held_anchors, held_marks = _held(anchors, ordered), _held([mark for mark in marks if len(mark.span)], ordered)
        empty: dict[int, list[Mark]] = {}
        for mark in marks:
            if not len(mark.span):
                empty.setdefault(mark.span.start, []).append(mark)
        for index, (start, end) in enumerate(pairwise(ordered)):
            yield from (Cut(mark.span, (), (mark,)) for mark in empty.get(start, ()))
            yield Cut(Span(start, end), tuple(held_anchors[index]), tuple(held_marks[index]))
        if not len(span):
            yield from (Cut(mark.span, (), (mark,)) for found in empty.values() for mark in found)


def _held(items: Sequence[_Item], edges: Sequence[int]) -> list[list[_Item]]:
    """For each stretch between two neighbouring edges the items that hold all of it, in their order; each item meets its own stretches only."""
    held: list[list[_Item]] = [[] for _ in edges[1:]]
    for item in items:
        for index in range(bisect_left(edges, item.span.start), min(bisect_left(edges, item.span.end), len(held))):
            held[index].append(item)
    return held


class _Sorted:
    """Spans by start, to find those that touch another one without looking at all of them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._order = sorted(range(len(spans)), key=lambda index: spans[index].start)
        self._starts = [spans[index].start for index in self._order]
        self._spans = spans
        # The furthest end of all spans up to each one: before the first that reaches the start nothing touches it.
        self._reach: list[int] = []
        for index in self._order:
            self._reach.append(max(spans[index].end, self._reach[-1] if self._reach else 0))

    def touching(self, span: Span) -> list[int]:
        """Indices of the spans that overlap the span, or stand in it without length, in order of their starts."""
        first, last = bisect_left(self._reach, span.start), bisect_right(self._starts, span.end)
        return sorted(
            (index for index in self._order[first:last] if self._spans[index].overlaps(span) or (not len(self._spans[index]) and span.start <= self._spans[index].start <= span.end)),
            key=lambda index: (self._spans[index].start, self._spans[index].end),
        )
