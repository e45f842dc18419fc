"""Scales: the weights of one language, learned by `make weights` from the labelled documents, and how a statement is weighed.

The weights are those of a logistic regression for each rule: a sum over the traits of the statement and nothing else, so that
every weight can be told word by word.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import sqrt
from operator import itemgetter
from pathlib import Path
from struct import iter_unpack

from careerlint.model.weight import Weight
from careerlint.weighing.traits import BUCKETS, bucket

_WORDS_SHOWN = 3
_PROMISING = 1.2
"""What single words weigh at least where all traits together are heavy: so did 98 of 100 statements, and 5 to 10 of 100 of the others."""
_ONE_APART, _OF_LETTERS = "3", "4"
"""What traits of two words with one between them and traits of letters begin with; nobody reads the latter."""
_RAISED = 128
"""What is added to a signed byte so that it counts from 0."""
_RAISING = bytes((byte + _RAISED) % 256 for byte in range(256))
_LANE = 32
"""Bits of a number in which the weights of one rule are added up beside those of the others."""
_MOST_ROWS = 1 << 14
"""Buckets whose rows are remembered."""
Placed = Sequence[tuple[Callable[[bytes], Iterable[int]], int, float]]
"""Of each group of traits what reads the weights of its buckets, how many they are, and the root of that."""


@dataclass(frozen=True)
class Pan:
    """The weights of one rule: a signed byte for each bucket (base64 of zlib), what one step of it weighs, and where the sum starts."""

    packed: str = field(repr=False)
    step: float
    start: float
    telling: float = 0.0
    """The weight from which on a statement tells the element."""
    least: float | None = None
    """The weight below which a finding of the rule is taken back, where it differs from that of the other rules."""

    @cached_property
    def weights(self) -> memoryview:
        """A signed byte for each bucket."""
        return memoryview(self._bytes).cast("b")

    @cached_property
    def raised(self) -> bytes:
        """The weights, each with 128 added: bytes are read at once, signed ones one by one."""
        return self._bytes.translate(_RAISING)

    @cached_property
    def _bytes(self) -> bytes:
        return zlib.decompressobj().decompress(b64decode(self.packed), BUCKETS)


class _Rows(dict[int, int]):
    """For a bucket the raised weights of all pans side by side in one number, so that adding two numbers adds the weights of all pans."""

    def __init__(self, pans: Sequence[Pan]) -> None:
        super().__init__()
        self._columns = [pan.raised for pan in pans]

    def __missing__(self, place: int) -> int:
        if len(self) >= _MOST_ROWS:
            self.clear()
        row = self[place] = sum(column[place] << (_LANE * index) for index, column in enumerate(self._columns))
        return row


@dataclass(frozen=True)
class Scales:
    """The pans of one language by code of the rule or name of the element (reason ...).

    Below `least` a finding is taken back (a pan may have a bound of its own); a statement that weighs as much as the pan of an element asks for tells it, below `denying` it does not, whatever patterns say.
    """

    least: float
    pans: Mapping[str, Pan]
    denying: float = 0.0

    def least_of(self, code: str) -> float:
        """The weight below which a finding of a rule is taken back."""
        pan = self.pans.get(code)
        return self.least if pan is None or pan.least is None else pan.least

    def weigh(self, code: str, groups: Sequence[frozenset[str]]) -> Weight | None:
        """What a statement weighs for a rule and which traits say most, for whoever reads it; None for a rule that was not learned. It takes ten times as long as the score."""
        pan, score = self.pans.get(code), self.score(code, placed([sorted(map(bucket, group)) for group in groups]))
        if pan is None or score is None:
            return None
        shares: dict[str, float] = {}
        for group in groups:
            # Long statements have more traits, not more to say.
            scale = pan.step / len(group) ** 0.5 if group else 0.0
            for trait in group:
                shares[trait] = scale * pan.weights[bucket(trait)]
        against = sorted((share, trait) for trait, share in shares.items() if share < 0 and trait[0] != _OF_LETTERS)
        towards = sorted((-share, trait) for trait, share in shares.items() if share > 0 and trait[0] != _OF_LETTERS)
        return Weight(score, self.least_of(code), *(tuple(_shown(trait) for _, trait in side[:_WORDS_SHOWN]) for side in (against, towards)))

    def score(self, code: str, places: Placed) -> float | None:
        """What a statement weighs for a rule or element, by the buckets of its traits; None for what was not learned."""
        pan = self.pans.get(code)
        if pan is None:
            return None
        raised = pan.raised
        return pan.start + pan.step * sum([(sum(pick(raised)) - _RAISED * count) / root for pick, count, root in places])

    def verdict(self, element: str, places: Placed) -> bool | None:
        """Whether the traits of a statement, by the buckets of each group, tell an element; None where they leave it open."""
        value = self.score(element, places)
        if value is None:
            return None
        return True if value >= self.pans[element].telling else False if value < self.denying else None

    def promising(self, words: Sequence[int]) -> frozenset[str]:
        """The rules and elements for which the single words of a statement, by their buckets, speak; what all its traits weigh takes ten times as long."""
        if not words or not self.pans:
            return frozenset()
        rows = self._rows
        sums = sum([rows[word] for word in words]).to_bytes(_LANE // 8 * len(self.pans), "little")
        least, none = _PROMISING * sqrt(len(words)), _RAISED * len(words)
        return frozenset([code for (code, pan), (lane,) in zip(self.pans.items(), iter_unpack("<I", sums), strict=True) if pan.step * (lane - none) >= least])

    @cached_property
    def _rows(self) -> _Rows:
        return _Rows(tuple(self.pans.values()))


def placed(places: Sequence[Sequence[int]]) -> Placed:
    """The buckets of each group made ready for reading them from many pans."""
    return tuple([(_picker(group), len(group), sqrt(len(group))) for group in places if group])


def _picker(group: Sequence[int]) -> Callable[[bytes], Iterable[int]]:
    # A picker of one place gives no tuple of one.
    return itemgetter(*group) if len(group) > 1 else itemgetter(slice(group[0], group[0] + 1))


def _shown(trait: str) -> str:
    return trait[1:].replace(" ", " … ") if trait[0] == _ONE_APART else trait[1:]


def read_scales(path: Path) -> Scales:
    """The scales of one language from their file; without pans where there is none."""
    if not path.is_file():
        return Scales(0.0, {})
    data = json.loads(path.read_text(encoding="utf-8"))
    return Scales(data["least"], {code: Pan(pan["weights"], pan["step"], pan["start"], pan.get("telling", 0.0), pan.get("least")) for code, pan in data["pans"].items()}, data.get("denying", 0.0))
