"""Grouping: tables by group in which no row, and no difference of rows, is so small that it tells of single people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from careerlint.cohort.counting import PartCount, RuleCount, StoryCount, count_cohort, people_order
from careerlint.cohort.rows import Cohort, DocumentRow, EntryRow, FindingRow
from careerlint.reporters.clean_text import on_one_line

LEAST_PEOPLE = 5
OTHERS = {"ko": "그 밖의 그룹", "en": "other groups"}
_OTHERS = "\0"
"""No group has this name."""
NO_GROUP = {"ko": "그룹 없음", "en": "no group"}


@dataclass(frozen=True, slots=True)
class GroupTable:
    """One row of the tables: its numbers, the people that each rule meets, its stories; `groups` is how many groups it stands for."""

    count: PartCount
    people_read: int
    rules: tuple[RuleCount, ...]
    story: StoryCount
    groups: int = 1
    merged: bool = False
    """Whether it is the row of "other groups"."""


@dataclass(frozen=True, slots=True)
class GroupTables:
    """What may be told of the groups of a cohort: every row stands for at least `least` people, `total` for all of them.

    There is no row and no total where the whole cohort is smaller than that. No name of a person, no file and no sentence is in it.
    """

    least: int
    rows: tuple[GroupTable, ...]
    total: GroupTable | None
    version: str
    ruleset: str
    as_of: str
    language: str


def tables_of_groups(cohort: Cohort, least: int = LEAST_PEOPLE) -> GroupTables:
    """The tables of a cohort; groups with fewer than `least` people are one row, "other groups", which comes last.

    Where that row itself would be too small, the next smallest group goes into it as well, so that nothing that is left out
    can be had by taking rows from the total. People of several groups are a group of their own ("A + B"): each person
    stands in one row only.
    """
    if least < 2:
        raise ValueError("a group of one is that person: the smallest group must have at least 2 people")
    made = (cohort.version, cohort.ruleset, cohort.as_of, cohort.language)
    group_of = _group_of_each(cohort)
    sizes = Counter(group_of.values())
    if sizes.total() < least:
        return GroupTables(least, (), None, *made)
    others = _too_small(sizes, least)
    row_of = {person: _OTHERS if group in others else group for person, group in group_of.items()}
    parts = _parts(cohort, row_of)
    rows = [_table(parts[group], group) for group in sorted(parts, key=people_order) if group != _OTHERS]
    if others:
        rows.append(replace(_table(parts[_OTHERS], OTHERS[cohort.language], len(others)), merged=True))
    return GroupTables(least, tuple(rows), _table(cohort, "", len(sizes)), *made)


def _parts(cohort: Cohort, row_of: Mapping[str, str]) -> Mapping[str, Cohort]:
    """The cohort as one for each row of the tables."""
    held: dict[str, tuple[list[DocumentRow], list[FindingRow], list[EntryRow]]] = {row: ([], [], []) for row in row_of.values()}
    for document in cohort.documents:
        held[row_of[document.person]][0].append(document)
    for finding in cohort.findings:
        held[row_of[finding.person]][1].append(finding)
    for entry in cohort.entries:
        held[row_of[entry.person]][2].append(entry)
    return {
        row: replace(cohort, documents=tuple(documents), findings=tuple(findings), entries=tuple(entries))
        for row, (documents, findings, entries) in held.items()
    }


def _group_of_each(cohort: Cohort) -> Mapping[str, str]:
    """The group of each person, by name."""
    held: dict[str, set[str]] = {}
    for row in cohort.documents:
        held.setdefault(row.person, set()).add(on_one_line(row.group) or NO_GROUP[cohort.language])
    return {person: " + ".join(sorted(groups)) for person, groups in held.items()}


def _too_small(sizes: Counter[str], least: int) -> Set[str]:
    """The groups that may not stand alone: those below `least`, and more, smallest first, until they are `least` people together."""
    ordered = sorted(sizes, key=lambda group: (sizes[group], group))
    chosen = [group for group in ordered if sizes[group] < least]
    for group in ordered[len(chosen) :]:
        if not chosen or sum(sizes[other] for other in chosen) >= least:
            break
        chosen.append(group)
    return set(chosen)


def _table(cohort: Cohort, name: str, groups: int = 1) -> GroupTable:
    """What is counted of these people, as if nobody else were there; without examples."""
    tally = count_cohort(cohort)
    rules = tuple(replace(rule, example=None) for rule in tally.rules)
    count = PartCount(name, len(tally.people), tally.read, tally.documents - tally.read, tally.levels)
    return GroupTable(count, tally.people_read, rules, replace(tally.story, name=name), groups)
