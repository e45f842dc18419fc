"""Grouping: tables by group in which no row, and no difference of rows, is so small that it tells of single people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from careerlint.cohort.counting import PartCount, RuleCount, StoryCount, Tally, count_rows, people_order
from careerlint.cohort.rows import Cohort

LEAST_PEOPLE = 5
OTHERS = {"ko": "그 밖의 그룹", "en": "other groups"}
NO_GROUP = {"ko": "그룹 없음", "en": "no group"}


@dataclass(frozen=True, slots=True)
class GroupTable:
    """One row of the tables: its numbers, the people that each rule meets, its stories; `groups` is how many groups it stands for."""

    count: PartCount
    rules: tuple[RuleCount, ...]
    story: StoryCount
    groups: int = 1


@dataclass(frozen=True, slots=True)
class GroupTables:
    """What may be told of the groups of a cohort: every row stands for at least `least` people, `total` for all of them.

    There is no row and no total where the whole cohort is smaller than that. No name of a person, no file and no sentence is in it.
    """

    least: int
    rows: tuple[GroupTable, ...]
    total: GroupTable | None


def tables_of_groups(cohort: Cohort, least: int = LEAST_PEOPLE) -> GroupTables:
    """The tables of a cohort; groups with fewer than `least` people are one row, "other groups", which comes last.

    Where that row itself would be too small, the next smallest group goes into it as well, so that nothing that is left out
    can be had by taking rows from the total. People of several groups are a group of their own ("A + B"): each person
    stands in one row only.
    """
    if least < 2:
        raise ValueError("a group of one is that person: the smallest group must have at least 2 people")
    group_of = _group_of_each(cohort)
    sizes = Counter(group_of.values())
    if sizes.total() < least:
        return GroupTables(least, (), None)
    others = _too_small(sizes, least)
    rows = [_table(cohort, {person for person, held in group_of.items() if held == group}, group) for group in sorted(sizes, key=people_order) if group not in others]
    if others:
        rows.append(_table(cohort, {person for person, held in group_of.items() if held in others}, OTHERS[cohort.language], len(others)))
    return GroupTables(least, tuple(rows), _table(cohort, set(group_of), "", len(sizes)))


def _group_of_each(cohort: Cohort) -> Mapping[str, str]:
    """The group of each person, by name."""
    held: dict[str, set[str]] = {}
    for row in cohort.documents:
        held.setdefault(row.person, set()).add(row.group or NO_GROUP[cohort.language])
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


def _table(cohort: Cohort, people: Set[str], name: str, groups: int = 1) -> GroupTable:
    """What is counted of these people, as if nobody else were there; without examples."""
    tally = count_rows(
        (row for row in cohort.documents if row.person in people),
        (row for row in cohort.findings if row.person in people),
        (row for row in cohort.entries if row.person in people),
    )
    rules = tuple(replace(rule, example=None) for rule in tally.rules)
    return GroupTable(_part(tally, name), rules, replace(tally.story, name=name), groups)


def _part(tally: Tally, name: str) -> PartCount:
    return PartCount(name, len(tally.people), tally.read, tally.documents - tally.read, tally.levels)
