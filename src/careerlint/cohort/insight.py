"""Insight: text that many people share, and the findings that stand on it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
from datasketch import MinHash, MinHashLSH
from numpy.typing import NDArray

from careerlint.cohort.bands import BAND, BANDS, PERMUTATIONS, likely_shared
from careerlint.cohort.blanks import with_blanks
from careerlint.cohort.rows import LEAST_PEOPLE, FindingRow, SharedText, StatementRow
from careerlint.cohort.shingles import normal_text, shingles

ALIKE = 0.75
"""The share of letter runs that two statements must have in common."""
_KEPT = 6
"""Variants of a text that are kept to see what differs between them."""

Statements = Callable[[], Iterable[StatementRow]]
"""Gives the statements of a cohort, ordered by path and start, from the beginning each time that it is called."""


@dataclass(frozen=True, slots=True)
class Insight:
    """What is shared, by most people first; `marks` holds for each statement its place in `shared`, or -1."""

    shared: tuple[SharedText, ...]
    marks: NDArray[np.int32]


@dataclass(slots=True)
class _Cluster:
    normal: str
    variants: dict[str, str] = field(default_factory=dict)
    people: set[int] = field(default_factory=set)
    documents: set[bytes] = field(default_factory=set)
    statements: int = 0

    def add(self, other: _Cluster) -> None:
        """Takes in what is known of another one that reads the same once the blanks are left out."""
        self.people |= other.people
        self.documents |= other.documents
        self.statements += other.statements


def find_shared_text(statements: Statements, duplicates: Set[str] = frozenset(), least_people: int = LEAST_PEOPLE) -> Insight:
    """The text that people share. `duplicates` are paths of documents that stand for another one: they make nothing shared.

    The statements are read twice. First a few bytes are kept of each, enough to see which could be shared; only those are
    compared, each with the first of its like, so that time grows with the statements and memory with what is shared.
    """
    likely = likely_shared(statements, duplicates)
    clusters, belongs = _clusters(statements, duplicates, likely)
    texts = {number: with_blanks(tuple(cluster.variants.values())) for number, cluster in enumerate(clusters) if len(cluster.people) >= least_people}
    merged: dict[str, _Cluster] = {}
    for number, text in texts.items():
        merged.setdefault(text, _Cluster("")).add(clusters[number])
    order = sorted(merged, key=lambda text: (-len(merged[text].people), -merged[text].statements, text))
    place_of = {text: place for place, text in enumerate(order)}
    places = np.full(len(clusters) + 1, -1, dtype=np.int32)
    for number, text in texts.items():
        places[number] = place_of[text]
    shared = tuple(SharedText(text, len(merged[text].people), len(merged[text].documents), merged[text].statements) for text in order)
    return Insight(shared, places[belongs])


def silence_findings(findings: Iterable[FindingRow], statements: Statements, insight: Insight) -> Iterator[tuple[FindingRow, int]]:
    """Each finding with the place of the shared text that it stands on, or -1; both orders are by path, then start.

    A finding stands on shared text where a shared statement holds its first letter.
    """
    shared = (
        (statement.path, statement.start, statement.end, int(mark))
        for statement, mark in zip(statements(), insight.marks, strict=True)
        if mark >= 0
    )
    ahead = next(shared, None)
    for finding in findings:
        while ahead is not None and (ahead[0], ahead[2]) <= (finding.path, finding.start):
            ahead = next(shared, None)
        stands = ahead is not None and ahead[0] == finding.path and ahead[1] <= finding.start < ahead[2]
        yield finding, ahead[3] if ahead is not None and stands else -1


def _clusters(statements: Statements, duplicates: Set[str], likely: NDArray[np.bool_]) -> tuple[list[_Cluster], NDArray[np.int32]]:
    """The groups of statements that are like their first one, and the group of each statement, -1 for none."""
    index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, BAND))
    # Drawing the permutations takes longer than the sketch of a statement.
    empty = MinHash(num_perm=PERMUTATIONS, hashfunc=zlib.crc32)
    clusters: list[_Cluster] = []
    known: dict[bytes, int] = {}
    people: dict[str, int] = {}
    belongs = np.full(len(likely), -1, dtype=np.int32)
    for number, row in _chosen(statements, likely):
        normal = normal_text(row.text)
        digest = blake2b(normal.encode(), digest_size=16).digest()
        if digest not in known:
            known[digest] = _cluster_of(normal, empty, index, clusters)
        belongs[number] = known[digest]
        if row.path not in duplicates:
            cluster = clusters[known[digest]]
            cluster.people.add(people.setdefault(row.person, len(people)))
            cluster.documents.add(blake2b(row.path.encode(errors="surrogatepass"), digest_size=8).digest())
            cluster.statements += 1
            if len(cluster.variants) < _KEPT:
                cluster.variants.setdefault(row.person, row.text)
    return clusters, belongs


def _chosen(statements: Statements, wanted: NDArray[np.bool_]) -> Iterator[tuple[int, StatementRow]]:
    """The statements that are wanted, each with its number."""
    return ((number, row) for number, (row, take) in enumerate(zip(statements(), wanted, strict=True)) if take)


def _cluster_of(normal: str, empty: MinHash, index: MinHashLSH, clusters: list[_Cluster]) -> int:
    """The first cluster whose first statement the text is like; a new one where there is none. `empty` is the sketch of no text."""
    runs = shingles(normal)
    made = empty.copy()
    made.update_batch(runs)
    for number in sorted(index.query(made)):
        first = shingles(clusters[number].normal)
        if len(runs & first) >= ALIKE * len(runs | first):
            return int(number)
    index.insert(len(clusters), made)
    clusters.append(_Cluster(normal))
    return len(clusters) - 1

