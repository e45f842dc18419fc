"""Units: the stretches of a document that tell one thing, for checks that compare what is said in different lines of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
    """Every entry; where an entry is a whole list ("Projects" with a heading for each), every heading right below it."""
    outline = evidence.outline
    for index, entry in enumerate(outline.entries):
        inside = [place for place, section in enumerate(outline.sections) if section.title is not None and entry.span.contains(section.title)]
        root = next((place for place in inside if outline.sections[place].title == entry.title), -1)
        listed = [place for place in inside if root >= 0 and outline.sections[place].parent == root]
        plain = bool(listed) and all(outline.sections[place].kind == "other" for place in listed)
        empty = not any(outline.statements[number].section == root for number in evidence.entry_statements(index))
        if plain and (outline.sections[root].kind in _LISTS or (empty and len(listed) == 1)):
            for child in listed:
                below = {place for place in inside if _is_under(evidence, place, child)}
                told = tuple(number for number in evidence.entry_statements(index) if outline.statements[number].section in below)
                title = outline.sections[child].title
                if told and title is not None:
                    yield Unit(title, _titles(evidence, below - {child}), told, index, entry.kind)
            continue
        yield Unit(evidence.title(index), _titles(evidence, set(inside)), tuple(evidence.entry_statements(index)), index, entry.kind)


def _titles(evidence: Evidence, sections: set[int]) -> tuple[Span, ...]:
    return tuple(title for place in sorted(sections) if (title := evidence.outline.sections[place].title) is not None)


def _is_under(evidence: Evidence, section: int, top: int) -> bool:
    while section >= 0:
        if section == top:
            return True
        section = evidence.outline.sections[section].parent
    return False
