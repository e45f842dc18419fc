"""Units: the stretches of a document that tell one thing, for checks that compare what is said in different lines of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from careerlint.model.document import Block
from careerlint.model.evidence import Evidence
from careerlint.model.outline import EntryKind, SectionKind
from careerlint.model.span import Span

_LISTS: frozenset[SectionKind] = frozenset(("projects", "experience", "activities", "awards", "summary", "prompt", "letter"))


@dataclass(frozen=True, slots=True)
class Unit:
    """One project, job or competition: its title, further headings inside it, and the indices of its statements."""

    title: Span
    headings: tuple[Span, ...]
    statements: tuple[int, ...]
    entry: int
    kind: EntryKind


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
    inside = [place for place, section in enumerate(outline.sections) if section.title is not None and entry.span.contains(section.title)]
    root = next((place for place in inside if outline.sections[place].title == entry.title), -1)
    below = [place for place in inside if root >= 0 and outline.sections[place].parent == root]
    listed = bool(below) and all(outline.sections[place].kind == "other" for place in below)
    empty = not any(outline.statements[number].section == root for number in told)
    if listed and (outline.sections[root].kind in _LISTS or (empty and len(below) == 1)):
        for child in below:
            title = outline.sections[child].title
            sections = {place for place in inside if _is_under(evidence, place, child)}
            statements = tuple(number for number in told if outline.statements[number].section in sections)
            if statements and title is not None:
                yield Unit(title, _titles(evidence, sections - {child}), statements, index, entry.kind)
        return
    branches = [{place for place in inside if _is_under(evidence, place, child)} for child in below if outline.sections[child].kind == "other"]
    for branch in branches if len(branches) > 1 else [set()]:
        others = {place for other in branches if other is not branch for place in other} if branch else set()
        statements = tuple(number for number in told if outline.statements[number].section not in others)
        yield Unit(evidence.title(index), _titles(evidence, set(inside) - others), statements, index, entry.kind)


def tables_of(evidence: Evidence) -> list[tuple[Block, frozenset[int]]]:
    """Every table with the indices of its statements."""
    starts = [statement.span.start for statement in evidence.outline.statements]
    found = []
    for block in evidence.document.walk():
        if block.kind == "table":
            told = range(bisect_left(starts, block.span.start), bisect_left(starts, block.span.end))
            found.append((block, frozenset(told)))
    return found


def _titles(evidence: Evidence, sections: set[int]) -> tuple[Span, ...]:
    return tuple(title for place in sorted(sections) if (title := evidence.outline.sections[place].title) is not None)


def _is_under(evidence: Evidence, section: int, top: int) -> bool:
    while section >= 0:
        if section == top:
            return True
        section = evidence.outline.sections[section].parent
    return False
