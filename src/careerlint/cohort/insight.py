"""Insight: text that many people share, and the findings that stand on it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from careerlint.cohort.bands import keys_of_statements, likely_shared
from careerlint.cohort.blanks import with_blanks
from careerlint.cohort.rows import BANDS, LEAST_PEOPLE, FindingRow, SharedText, SketchRow, StatementRow, Written
from careerlint.cohort.shingles import normal_text, numbers_of, shingles

ALIKE = 0.75
"""The share of letter runs that two statements must have in common."""
_KEPT = 6
"""Variants of a text that are kept to see what differs between them."""
_REMEMBERED = 2_048
"""Texts whose group is known without comparing."""
_AT_HAND = 1_024
"""First statements whose letter runs are kept."""

Statements = Callable[[], Iterable[StatementRow]]
"""Gives the statements of a cohort, ordered by path and start, from the beginning each time that it is called."""
Sketches = Callable[[], Iterable[SketchRow]]
"""Gives the sketches of the same statements in the same order."""
_Marked = tuple[int, int, int]
"""Where a shared statement starts and ends, and its place in the shared text."""
_Path = tuple[str | None, Mapping[str, Sequence[_Marked]]]
_NO_PATH: _Path = (None, MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Insight:
    """What is shared, by most people first; `marks` holds for each statement its place in `shared`, or -1."""

    shared: tuple[SharedText, ...]
    marks: NDArray[np.int32]


@dataclass(slots=True)
class _Cluster:
    normal: str
    variants: dict[str, str] = field(default_factory=dict)
    people: array[int] = field(default_factory=lambda: array("I"))
    """Numbers of those who wrote it, some of them more than once."""
    documents: array[int] = field(default_factory=lambda: array("I"))
    statements: int = 0

    def add(self, other: _Cluster) -> None:
        """Takes in what is known of another one that reads the same once the blanks are left out."""
        self.people += other.people
        self.documents += other.documents
        self.statements += other.statements

    def take(self, row: StatementRow, person: int, document: int) -> None:
        """Takes in a statement; those of a document come one after the other."""
        if not self.documents or self.documents[-1] != document:
            self.documents.append(document)
        if not self.people or self.people[-1] != person:
            self.people.append(person)
        self.statements += 1
        if len(self.variants) < _KEPT:
            self.variants.setdefault(row.person, row.text)


def find_shared_text(statements: Statements, sketches: Sketches, duplicates: Set[Written] = frozenset(), least_people: int = LEAST_PEOPLE) -> Insight:
    """The text that people share. `duplicates` are documents that hold what another one holds: they make nothing shared.

    The sketches tell which statements could be shared; only those are compared, each with the first of its like, so that time
    grows with the statements and memory with what is shared.
    """
    likely = likely_shared(sketches, duplicates)
    clusters, belongs = _clusters(statements, sketches, duplicates, likely)
    texts = {number: with_blanks(tuple(cluster.variants.values())) for number, cluster in enumerate(clusters) if _count(cluster.people) >= least_people}
    merged: dict[str, _Cluster] = {}
    for number, text in texts.items():
        merged.setdefault(text, _Cluster("")).add(clusters[number])
    found = [SharedText(text, _count(cluster.people), _count(cluster.documents), cluster.statements) for text, cluster in merged.items()]
    shared = tuple(sorted(found, key=lambda each: (-each.people, -each.statements, each.text)))
    place_of = {each.text: place for place, each in enumerate(shared)}
    places = np.full(len(clusters) + 1, -1, dtype=np.int32)
    for number, text in texts.items():
        places[number] = place_of[text]
    return Insight(shared, places[belongs])


def silence_findings(findings: Iterable[FindingRow], statements: Statements, insight: Insight) -> Iterator[tuple[FindingRow, int]]:
    """Each finding with the place of the shared text that it stands on, or -1; both orders are by path, then document, then start.

    A finding stands on shared text where a shared statement of its person's document holds its first letter, and not where it quotes a
    number that is none of the shared text: that is what its writer put in, and to be answered for.
    """
    numbers = [numbers_of(each.text) for each in insight.shared]
    shared = _marked_by_path(statements, insight)
    path, marked = next(shared, _NO_PATH)
    for finding in findings:
        while path is not None and path < finding.path:
            path, marked = next(shared, _NO_PATH)
        place = _place_at(finding.start, marked.get(finding.person, ())) if path == finding.path else -1
        yield finding, place if place >= 0 and numbers_of(finding.text) <= numbers[place] else -1


def _marked_by_path(statements: Statements, insight: Insight) -> Iterator[_Path]:
    """For each path its shared statements by person: a manifest may name one file for several people."""
    shared = ((row, int(mark)) for row, mark in zip(statements(), insight.marks, strict=True) if mark >= 0)
    for path, rows in groupby(shared, key=lambda each: each[0].path):
        people: dict[str, list[_Marked]] = {}
        for row, mark in rows:
            people.setdefault(row.person, []).append((row.start, row.end, mark))
        yield path, people


def _place_at(start: int, marked: Sequence[_Marked]) -> int:
    """The place of the shared text at a letter, or -1."""
    number = bisect_right(marked, start, key=lambda each: each[0]) - 1
    return marked[number][2] if number >= 0 and start < marked[number][1] else -1


def _clusters(statements: Statements, sketches: Sketches, duplicates: Set[Written], likely: NDArray[np.bool_]) -> tuple[list[_Cluster], NDArray[np.int32]]:
    """The groups of statements that are like their first one, and the group of each statement, -1 for none."""
    clusters = _Clusters()
    place_of = lru_cache(maxsize=_REMEMBERED)(clusters.place_of)
    people: dict[str, int] = {}
    belongs = np.full(len(likely), -1, dtype=np.int32)
    path, document = "", 0
    chosen = zip(statements(), keys_of_statements(sketches()), likely, strict=True)
    for number, (row, keys, take) in enumerate(chosen):
        if not take:
            continue
        belongs[number] = place = place_of(normal_text(row.text), keys)
        if (row.path, row.person) not in duplicates:
            path, document = row.path, document + (row.path != path)
            clusters.all[place].take(row, people.setdefault(row.person, len(people)), document)
    return clusters.all, belongs


class _Clusters:
    """The groups so far, found again by the keys of their first statements."""

    def __init__(self) -> None:
        self.all: list[_Cluster] = []
        self._runs_of = lru_cache(maxsize=_AT_HAND)(shingles)
        self._bands: list[dict[int, list[int]]] = [{} for _ in range(BANDS)]

    def place_of(self, normal: str, keys: bytes) -> int:
        """The first group whose first statement the text is like; a new one where there is none."""
        own = np.frombuffer(keys, dtype="<u4").tolist()
        runs = shingles(normal)
        for number in sorted({number for band, key in zip(self._bands, own, strict=True) for number in band.get(key, ())}):
            first = self._runs_of(self.all[number].normal)
            both = len(runs & first)
            if both >= ALIKE * (len(runs) + len(first) - both):
                return number
        for band, key in zip(self._bands, own, strict=True):
            band.setdefault(key, []).append(len(self.all))
        self.all.append(_Cluster(normal))
        return len(self.all) - 1


def _count(numbers: array[int]) -> int:
    """How many different ones there are."""
    return len(np.unique(np.array(numbers, dtype=np.uint32)))
