"""Sketches: a few bytes for each statement that tell which others may be like it, made where a document is linted."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from datasketch import MinHash
from numpy.typing import NDArray

from careerlint.cohort.rows import BANDS
from careerlint.cohort.shingles import letter_runs, normal_text

_BAND = 6
"""With 20 bands, 98 of 100 pairs that have three quarters of their letter runs in common share a band; one pair by chance in millions does."""


def sketch_statements(texts: Iterable[str]) -> bytes:
    """A byte for each statement, 1 where it is long enough to be compared, then the keys of the bands of those that are."""
    normal = [normal_text(text) for text in texts]
    flags = bytes(bool(each) for each in normal)
    values = [_hash_values(each) for each in normal if each]
    return flags + _band_keys(np.array(values, dtype=np.uint64)).tobytes() if values else flags


def _hash_values(normal: str) -> NDArray[np.uint32]:
    empty = _empty()
    empty.clear()
    empty.update_batch(letter_runs(normal))
    return empty.digest()  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def _empty() -> MinHash:
    """The sketch of no text: drawing its permutations takes longer than the sketch of a statement."""
    # Sketches of several calls are held against each other, so that the scheme is none of a release's choice.
    return MinHash(num_perm=BANDS * _BAND, hashfunc=zlib.crc32, scheme="affine32")


def _band_keys(values: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """For each statement a key of each band of its values; little-endian, for other machines may read it."""
    # Odd multipliers of a fixed generator: equal bands have equal keys, and others hardly ever do.
    factors = np.random.RandomState(7).randint(1 << 62, size=_BAND, dtype=np.int64).astype(np.uint64) | np.uint64(1)
    mixed: NDArray[np.uint64] = (values.reshape(len(values), BANDS, _BAND) * factors).sum(axis=2, dtype=np.uint64)
    return (mixed >> np.uint64(32)).astype("<u4")
