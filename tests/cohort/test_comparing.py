"""Two runs: what is cured, new and returned, by person."""

from __future__ import annotations

from careerlint.cohort.comparing import compare_runs
from careerlint.cohort.rows import Change


def test_cured_new_and_returned() -> None:
    earlier = {("김", "a"), ("Lee", "x")}
    before = {("김", "b"), ("김", "c"), ("Lee", "y")}
    now = {("김", "a"), ("김", "c"), ("김", "d"), ("김", "e"), ("Lee", "y")}
    assert compare_runs(before, now, earlier) == (Change("김", cured=1, new=2, returned=1),)


def test_who_came_or_left_is_counted_too() -> None:
    assert compare_runs({("a", "1")}, {("b", "1"), ("b", "2")}) == (Change("a", 1, 0, 0), Change("b", 0, 2, 0))


def test_the_same_run_twice_changes_nothing() -> None:
    run = {("a", "1"), ("b", "2")}
    assert compare_runs(run, run, run) == ()
