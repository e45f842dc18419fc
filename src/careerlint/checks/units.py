"""Units: the stretches of a document that tell one thing, for checks that compare what is said in different lines of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from heapq import merge
from typing import Generic, TypeVar

from careerlint.model.document import Block
from careerlint.model.evidence import Evidence
from careerlint.model.outline import EntryKind, SectionKind
from careerlint.model.span import Span

_Found = TypeVar("_Found")
_LISTS: frozenset[SectionKind] = frozenset(("projects", "experience", "activities", "awards", "summary", "prompt", "letter"))


@dataclass(frozen=True, slots=True)
class Unit:
    """One project, job or competition: its title, further headings inside it, and the indices of its statements."""

    title: Span
    headings: tuple[Span, ...]
    statements: tuple[int, ...]
    entry: int
    kind: EntryKind


class Tables(Generic[_Found]):
    """The tables of a document as one check reads them, each read once: every row of a long one may be a unit."""

    def __init__(self, evidence: Evidence, read: Callable[[Evidence, Block], _Found]) -> None:
        self._evidence = evidence
        self._read = read
        starts = [statement.span.start for statement in evidence.outline.statements]
        self._tables = [
            (block, range(bisect_left(starts, block.span.start), bisect_left(starts, block.span.end))) for block in evidence.document.walk() if block.kind == "table"
        ]
        self._found: dict[int, _Found] = {}

    def of_unit(self, unit: Unit) -> Iterator[_Found]:
        """What the check reads in each table that holds a statement of a unit."""
        for number, (table, inside) in enumerate(self._tables):
            if any(index in inside for index in unit.statements):
                if number not in self._found:
                    self._found[number] = self._read(self._evidence, table)
                yield self._found[number]


def units(evidence: Evidence) -> Iterator[Unit]:
    """Every entry; where an entry is a whole list ("Projects" with a heading for each), every heading right below it.

    Headings that tell no part of a project ("Sign reader", "Menu reader") may be two projects in one entry: each comes with what
    stands outside them, and never with the others.
    """
    for index in range(len(evidence.outline.entries)):
        yield from _of_entry(evidence, index)


def _of_entry(evidence: Evidence, index: int) -> Iterator[Unit]:
    outline, entry = evidence.outline, evidence.outline.entries[index]
    told = tuple(evidence.entry_statements(index))
    near = range(evidence.section_at(entry.span.start), evidence.section_at(entry.span.end) + 1) if outline.sections else range(0)
    inside = [place for place in near if (title := outline.sections[place].title) is not None and entry.span.contains(title)]
    root = next((place for place in inside if entry.is_headed_by(outline.sections[place])), -1)
    below = [place for place in inside if root >= 0 and outline.sections[place].parent == root]
    listed = bool(below) and all(outline.sections[place].kind == "other" for place in below)
    empty = not any(outline.statements[number].section == root for number in told)
    if listed and (outline.sections[root].kind in _LISTS or (empty and len(below) == 1)):
        for child in below:
            title = outline.sections[child].title
            sections = {place for place in inside if child in evidence.outline.above(place)}
            statements = tuple(number for number in told if outline.statements[number].section in sections)
            if statements and title is not None:
                yield Unit(title, _titles(evidence, sections - {child}), statements, index, entry.kind)
        return
    tops = [child for child in below if outline.sections[child].kind == "other"]
    if len(tops) < 2:
        yield Unit(evidence.title(index), _titles(evidence, set(inside)), told, index, entry.kind)
        return
    branches: dict[int, set[int]] = {top: set() for top in tops}
    for place in inside:
        top = _top_of(evidence, place, branches)
        if top >= 0:
            branches[top].add(place)
    owners = {place: top for top, branch in branches.items() for place in branch}
    outside = set(inside) - owners.keys()
    by_branch: dict[int, list[int]] = {}
    for number in told:
        by_branch.setdefault(owners.get(outline.statements[number].section, -1), []).append(number)
    for top, branch in branches.items():
        statements = tuple(merge(by_branch.get(-1, ()), by_branch.get(top, ())))
        yield Unit(evidence.title(index), _titles(evidence, outside | branch), statements, index, entry.kind)


def _titles(evidence: Evidence, sections: set[int]) -> tuple[Span, ...]:
    return tuple(title for place in sorted(sections) if (title := evidence.outline.sections[place].title) is not None)


def _top_of(evidence: Evidence, section: int, tops: Mapping[int, object]) -> int:
    """Which of the sections is the section or stands around it; -1 where none does."""
    return next((above for above in evidence.outline.above(section) if above in tops), -1)
