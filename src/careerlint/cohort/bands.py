"""Bands: which statements of a cohort are worth comparing, told by the keys of their sketches alone."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import ExitStack
from typing import IO

import numpy as np
from numpy.typing import NDArray

from careerlint.cohort.rows import BANDS, SketchRow, Written

Keys = NDArray[np.uint32]
_AT_ONCE = 16_384
"""Keys that are held against each other at a time: memory does not grow with the cohort."""


def likely_shared(sketches: Callable[[], Iterable[SketchRow]], duplicates: Set[Written]) -> NDArray[np.bool_]:
    """For each statement, whether the statement of another person could be like it.

    The bands are kept in temporary files and looked at one at a time: memory is a few bytes for each statement.
    """
    with ExitStack() as files:
        bands = [files.enter_context(tempfile.TemporaryFile()) for _ in range(BANDS)]
        people, long_enough = _write_bands(sketches(), bands, duplicates)
        likely = np.zeros(len(people), dtype=np.bool_)
        for file in bands:
            file.seek(0)
            likely |= _met_by_two(np.fromfile(file, dtype="<u4"), people)
    chosen = np.zeros(len(long_enough), dtype=np.bool_)
    chosen[long_enough] = likely
    return chosen


def keys_of_statements(sketches: Iterable[SketchRow]) -> Iterator[bytes]:
    """For each statement the keys of its bands, as the bytes of its sketch; none where it is too short to be compared."""
    width = 4 * BANDS
    for row in sketches:
        place = row.statements
        for flag in _flags(row):
            yield row.sketch[place : place + width] if flag else b""
            place += width if flag else 0


def _write_bands(sketches: Iterable[SketchRow], files: Sequence[IO[bytes]], duplicates: Set[Written]) -> tuple[Keys, NDArray[np.bool_]]:
    """Writes the keys of each band; gives the people of the statements that are long enough, and which those are.

    A duplicate has the person 0, which counts for nobody.
    """
    numbers: dict[str, int] = {}
    people = array("I")
    long_enough = bytearray()
    for row in sketches:
        flags = _flags(row)
        long_enough += flags
        count = flags.count(1)
        people.extend([0 if (row.path, row.person) in duplicates else numbers.setdefault(row.person, len(numbers) + 1)] * count)
        if count:
            keys = np.frombuffer(row.sketch, dtype="<u4", offset=row.statements).reshape(count, BANDS)
            for file, band in zip(files, keys.T, strict=True):
                file.write(band.tobytes())
    return np.array(people, dtype=np.uint32), np.frombuffer(bytes(long_enough), dtype=np.bool_)


def _flags(row: SketchRow) -> bytes:
    """A byte for each statement; a document without a sketch has nothing to compare."""
    return row.sketch[: row.statements] or bytes(row.statements)


def _met_by_two(keys: Keys, people: Keys) -> NDArray[np.bool_]:
    """Which keys belong to at least two people; a duplicate belongs where two others do."""
    met = np.zeros(len(keys), dtype=np.bool_)
    parts = np.uint32(len(keys) // _AT_ONCE + 1)
    for part in range(int(parts)):
        here = np.flatnonzero(keys % parts == part)
        own = here[people[here] > 0]
        pairs = keys[own].astype(np.uint64) << np.uint64(32) | people[own]
        pairs.sort()
        found = (pairs >> np.uint64(32)).astype(np.uint32)
        met[here] = np.isin(keys[here], found[:-1][(found[1:] == found[:-1]) & (pairs[1:] != pairs[:-1])])
    return met
