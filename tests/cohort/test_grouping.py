"""Tables by group: no row is smaller than k, and no difference of rows and totals either."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from generated import generated_cohort

from careerlint.cohort.grouping import GroupTables, tables_of_groups
from careerlint.cohort.rows import Cohort, DocumentRow


def cohort_of(sizes: dict[str, int]) -> Cohort:
    """People by group, one document each."""
    rows = [DocumentRow(f"{group}-{number}.md", f"{group}-{number}", group, "") for group, size in sizes.items() for number in range(size)]
    return Cohort(tuple(sorted(rows, key=lambda row: row.path)), (), (), "0.1.0", "", "2026-01-01", "en")


def sizes_of(tables: GroupTables) -> dict[str, int]:
    return {row.count.name: row.count.people for row in tables.rows}


def test_large_groups_stay_as_they_are() -> None:
    assert sizes_of(tables_of_groups(cohort_of({"a": 5, "b": 9}))) == {"a": 5, "b": 9}


def test_small_groups_become_one_row_which_comes_last() -> None:
    tables = tables_of_groups(cohort_of({"a": 3, "b": 9, "c": 4, "z": 6}))
    assert list(sizes_of(tables).items()) == [("b", 9), ("z", 6), ("other groups", 7)]
    assert (tables.rows[-1].groups, tables.rows[-1].merged) == (2, True)
    assert tables.total is not None and tables.total.count.people == 22


def test_one_small_group_alone_takes_the_next_smallest_with_it() -> None:
    assert sizes_of(tables_of_groups(cohort_of({"a": 2, "b": 9, "c": 6, "d": 7}))) == {"b": 9, "d": 7, "other groups": 8}


def test_small_groups_that_are_too_few_together_take_more() -> None:
    assert sizes_of(tables_of_groups(cohort_of({"a": 1, "b": 2, "c": 9, "d": 8}))) == {"c": 9, "other groups": 11}


def test_a_cohort_below_the_limit_has_no_table() -> None:
    tables = tables_of_groups(cohort_of({"a": 2, "b": 2}))
    assert (tables.rows, tables.total) == ((), None)


@pytest.mark.parametrize("least", [1, 0, -3])
def test_a_group_of_one_is_refused(least: int) -> None:
    with pytest.raises(ValueError, match="at least 2"):
        tables_of_groups(cohort_of({"a": 9}), least)


def test_people_of_several_groups_stand_in_one_row() -> None:
    cohort = cohort_of({"a": 6, "b": 6})
    both = tuple(DocumentRow(f"x{number}.md", f"both-{number}", group, "") for number in range(5) for group in ("a", "b"))
    tables = tables_of_groups(replace(cohort, documents=cohort.documents + both))
    assert sizes_of(tables) == {"a": 6, "a + b": 5, "b": 6}
    one = tables_of_groups(replace(cohort, documents=cohort.documents + both[:2]))
    assert sizes_of(one) == {"b": 6, "other groups": 7}


@pytest.mark.parametrize("seed", range(60))
def test_no_row_and_no_difference_is_smaller_than_k(seed: int) -> None:
    chance = random.Random(seed)
    least = chance.choice((2, 3, 5, 8))
    tables = tables_of_groups(cohort_of({f"g{number}": chance.choice((1, 1, 2, 3, 4, 5, 6, 9, 14)) for number in range(chance.randint(1, 7))}), least)
    if tables.total is None:
        return
    sizes = [row.count.people for row in tables.rows]
    assert sum(sizes) == tables.total.count.people
    # Whatever is taken from the total: nothing is left, or at least k people are.
    for count in range(1, len(sizes) + 1):
        for taken in combinations(sizes, count):
            left = tables.total.count.people - sum(taken)
            assert left == 0 or left >= least


def test_a_group_below_the_limit_can_never_be_told_from_its_neighbours() -> None:
    """Two cohorts that differ only in how a small group and its neighbour are split look the same but for nothing."""
    one = tables_of_groups(cohort_of({"a": 2, "b": 6, "c": 9}))
    other = tables_of_groups(cohort_of({"a": 3, "b": 5, "c": 9}))
    assert one == other


def test_numbers_add_up_to_those_of_the_cohort() -> None:
    cohort = generated_cohort(60, 8, ("1반", "2반", "3반", "작은 반"))
    tables = tables_of_groups(cohort)
    assert tables.total is not None
    for name in ("people", "documents", "unread"):
        assert sum(getattr(row.count, name) for row in tables.rows) == getattr(tables.total.count, name)
    assert sum(row.count.levels.total for row in tables.rows) == len(cohort.findings)
    by_rule: Counter[str] = Counter()
    for row in tables.rows:
        by_rule.update({rule.code: rule.people for rule in row.rules})
    assert by_rule == Counter({rule.code: rule.people for rule in tables.total.rules})
    assert all(rule.example is None for row in (*tables.rows, tables.total) for rule in row.rules)
