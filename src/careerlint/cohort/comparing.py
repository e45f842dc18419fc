"""Comparing: what became of each person's findings between two runs of one store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from careerlint.cohort.rows import Change

Told = tuple[str, str]
"""A person and the fingerprint of one of their findings."""


def compare_runs(before: Set[Told], now: Set[Told], earlier: Set[Told] = frozenset()) -> tuple[Change, ...]:
    """A change for each person whose findings differ, ordered by person.

    `earlier` holds what the runs in front of `before` told: what is told again after it was gone has returned and is not new.
    """
    cured = Counter(person for person, _ in before - now)
    returned = Counter(person for person, _ in (now - before) & earlier)
    new = Counter(person for person, _ in now - before - earlier)
    return tuple(Change(person, cured[person], new[person], returned[person]) for person in sorted({*cured, *returned, *new}))
