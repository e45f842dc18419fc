"""Courses: the elements that a pattern needs, their order, how far apart they may stand, and where they do so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from careerlint.rules.elements import BREAK, ElementIndex
from careerlint.rules.shorthand import Element


@dataclass(frozen=True, slots=True)
class Step:
    """One element that must be there: `slack` words at most may stand between the step before and this one.

    `gap` says that all of them are words of gaps, which no clause or sentence may end; `first` that it opens the statement.
    """

    element: int
    slack: int
    gap: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Course:
    """The steps of a pattern; `before` and `after` count the words at its ends that may be there or not."""

    steps: tuple[Step, ...]
    before: int
    after: int

    @property
    def needs(self) -> frozenset[int]:
        """The elements of which each must be fitted by a word of the statement."""
        return frozenset(step.element for step in self.steps)


def course_of(elements: Sequence[Element], index: ElementIndex) -> Course:
    """The course of a pattern, its elements added to the index."""
    steps: list[Step] = []
    slack, gap = 0, True
    for element in elements:
        if element.gap or element.optional:
            slack += element.gap or 1
            gap = gap and not element.optional
        else:
            steps.append(Step(index.add(element), slack, gap, element.first))
            slack, gap = 0, True
    return Course(tuple(steps), steps[0].slack if steps else 0, slack)


def window(course: Course, places: Callable[[int], Sequence[int]]) -> tuple[int, int] | None:
    """The range of words that holds every match of the pattern, or None where it cannot match.

    `places` gives the words that fit an element (or BREAK), in order.
    """
    reached: list[Sequence[int]] = []
    for step in course.steps:
        here = places(step.element)
        if reached:
            breaks = places(BREAK) if step.gap and step.slack else ()
            here = [place for place in here if any(_follows(step, earlier, place, breaks) for earlier in reached[-1])]
        if step.first:
            here = [place for place in here if place == 0]
        if not here:
            return None
        reached.append(here)
    starts = reached[-1]
    for number in range(len(reached) - 1, 0, -1):
        step = course.steps[number]
        breaks = places(BREAK) if step.gap and step.slack else ()
        starts = [place for place in reached[number - 1] if any(_follows(step, place, later, breaks) for later in starts)]
    return max(starts[0] - course.before, 0), reached[-1][-1] + 1 + course.after


def _follows(step: Step, earlier: int, later: int, breaks: Sequence[int]) -> bool:
    distance = later - earlier
    if not 1 <= distance <= step.slack + 1:
        return False
    return distance == 1 or not any(earlier < place < later for place in breaks)
