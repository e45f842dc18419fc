"""Courses: the elements that a pattern needs, their order, how far apart they may stand, and where in a passage they do so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from careerlint.rules.elements import BREAK, ElementIndex
from careerlint.rules.passages import Passage
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


    @property
    def length(self) -> int:
        """How many words side by side every match has; 0 where other words may stand between them."""
        return 0 if any(step.slack for step in self.steps[1:]) else len(self.steps)


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


def courses_of(elements: Sequence[Element], index: ElementIndex) -> tuple[Course, ...]:
    """The course of a pattern; where single words may be missing and nothing else varies, one for each way to leave them out."""
    if any(element.gap for element in elements) or not any(element.optional for element in elements):
        return (course_of(elements, index),)
    ways = product(*(((), (replace(element, optional=False),)) if element.optional else ((element,),) for element in elements))
    return tuple(course_of([element for part in way for element in part], index) for way in ways)


def reach(course: Course, passage: Passage, places: Mapping[int, int]) -> list[int]:
    """For each step the places of words that fit it behind words that fit the steps before it; empty where a step finds none.

    `places` are those of the elements of all steps, as numbers with a bit for each.
    """
    found: list[int] = []
    here = 0
    for step in course.steps:
        fitting = places.get(step.element, 0)
        if fitting and found:
            here <<= 1
            behind = here
            if step.slack:
                held = passage.free if step.gap else passage.words
                for _ in range(step.slack):
                    here = (here & held) << 1
                    if not here:
                        break
                    behind |= here
            fitting &= behind
        if step.first:
            fitting &= passage.firsts
        if not fitting:
            return []
        found.append(fitting)
        here = fitting
    return found


def spans(course: Course, reached: Sequence[int], last: int, passage: Passage) -> Iterator[tuple[int, bool]]:
    """The first places of the matches that end with the place `last`, and whether there is one way only to read each.

    The course must have no steps but gaps between its words (see `courses_of`).
    """
    several = sum(step.slack > 0 for step in course.steps) > 1
    for begin in dict.fromkeys(_begins(course, reached, len(reached) - 1, last, passage)):
        yield begin, not several or _ways(course, begin, last, passage) == 1


def _begins(course: Course, reached: Sequence[int], number: int, place: int, passage: Passage) -> Iterator[int]:
    """The places of the first step before the step of this number at `place`."""
    while number and not course.steps[number].slack:
        number, place = number - 1, place - 1
    if not number:
        yield place
        return
    for earlier in _earlier(reached[number - 1], place, course.steps[number].slack, passage):
        yield from _begins(course, reached, number - 1, earlier, passage)


def _earlier(fitting: int, place: int, slack: int, passage: Passage) -> Iterator[int]:
    """The fitting places before `place` with nothing but words of a gap between them."""
    low = max(place - 1 - slack, 0)
    near = fitting >> low
    for earlier in range(place - 1, low - 1, -1):
        if near >> (earlier - low) & 1:
            yield earlier
        if BREAK in passage.fits[earlier]:
            return


def _ways(course: Course, begin: int, last: int, passage: Passage) -> int:
    """In how many ways the steps can stand from one place to the other, whatever stands between them."""
    ways = {begin: 1}
    for step in course.steps[1:]:
        following: dict[int, int] = {}
        for place, count in ways.items():
            for later in range(place + 1, min(place + 1 + step.slack, last) + 1):
                if step.element in passage.fits[later]:
                    following[later] = following.get(later, 0) + count
        ways = following
    return ways.get(last, 0)
