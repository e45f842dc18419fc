"""Bands: a few bytes for each statement that tell which ones are worth comparing."""

from __future__ import annotations

import tempfile
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import ExitStack
from itertools import islice
from typing import IO

import numpy as np
from datasketch import MinHash
from numpy.typing import NDArray

from careerlint.cohort.rows import StatementRow
from careerlint.cohort.shingles import normal_text, shingles

BANDS, BAND = 20, 6
"""98 of 100 pairs that have three quarters of their letter runs in common share a band, and one pair by chance in millions does."""
PERMUTATIONS = BANDS * BAND
_AT_ONCE = 2048


def likely_shared(statements: Callable[[], Iterable[StatementRow]], duplicates: Set[str]) -> NDArray[np.bool_]:
    """For each statement, whether the statement of another person could be like it.

    The bands are kept in temporary files and looked at one at a time: memory is a few bytes for each statement.
    """
    with ExitStack() as files:
        keys = [files.enter_context(tempfile.TemporaryFile()) for _ in range(BANDS)]
        people, long_enough = _write_bands(statements(), keys, duplicates)
        compared = np.flatnonzero(long_enough)
        likely = np.zeros(len(compared), dtype=np.bool_)
        for file in keys:
            file.seek(0)
            likely |= _met_by_two(np.fromfile(file, dtype=np.uint32), people)
    chosen = np.zeros(len(long_enough), dtype=np.bool_)
    chosen[compared[likely]] = True
    return chosen


def _write_bands(statements: Iterable[StatementRow], files: Sequence[IO[bytes]], duplicates: Set[str]) -> tuple[NDArray[np.uint32], NDArray[np.bool_]]:
    """Writes the keys of each band; gives the people of the statements that are long enough, and which those are.

    A duplicate has the person 0, which counts for nobody.
    """
    numbers: dict[str, int] = {}
    people = array("I")
    long_enough = bytearray()

    def texts() -> Iterator[frozenset[bytes]]:
        for row in statements:
            normal = normal_text(row.text)
            long_enough.append(bool(normal))
            if normal:
                people.append(0 if row.path in duplicates else numbers.setdefault(row.person, len(numbers) + 1))
                yield shingles(normal)

    sketches = MinHash.generator(texts(), num_perm=PERMUTATIONS, hashfunc=zlib.crc32)
    while batch := [sketch.hashvalues for sketch in islice(sketches, _AT_ONCE)]:
        for file, key in zip(files, _band_keys(np.array(batch, dtype=np.uint64)), strict=True):
            key.tofile(file)
    return np.frombuffer(people, dtype=np.uint32) if people else np.empty(0, dtype=np.uint32), np.frombuffer(bytes(long_enough), dtype=np.bool_)


def _band_keys(values: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """For each band, a key of its values in each sketch."""
    # Odd multipliers of a fixed generator: equal bands have equal keys, and others hardly ever do.
    factors = np.random.RandomState(7).randint(1 << 62, size=BAND, dtype=np.int64).astype(np.uint64) | np.uint64(1)
    mixed = (values.reshape(len(values), BANDS, BAND) * factors).sum(axis=2, dtype=np.uint64)
    return np.ascontiguousarray((mixed >> np.uint64(32)).astype(np.uint32).T)


def _met_by_two(keys: NDArray[np.uint32], people: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Which keys belong to at least two people; a duplicate belongs where two others do."""
    own = people > 0
    pairs = np.unique((keys[own].astype(np.uint64) << np.uint64(32)) | people[own])
    found, counts = np.unique(pairs >> np.uint64(32), return_counts=True)
    return np.isin(keys, found[counts > 1].astype(np.uint32))
