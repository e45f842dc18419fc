"""Scales: the weights of one language, learned by `make weights` from the labelled documents, and how a statement is weighed.

The weights are those of a logistic regression for each rule: a sum over the traits of the statement and nothing else, so that
every weight can be told word by word.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from math import sqrt
from pathlib import Path

from careerlint.model.document import Document
from careerlint.model.outline import Outline
from careerlint.model.token import AnalysedWord
from careerlint.model.weight import Weight
from careerlint.weighing.traits import BUCKETS, bucket, told_words, traits, words_told

_WORDS_SHOWN = 3
_PROMISING = 1.2
"""What single words weigh at least where all traits together are heavy: so did 98 of 100 statements, and 5 to 10 of 100 of the others."""
_ONE_APART, _OF_LETTERS = "3", "4"
"""What traits of two words with one between them and traits of letters begin with; nobody reads the latter."""


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
        return memoryview(zlib.decompressobj().decompress(b64decode(self.packed), BUCKETS)).cast("b")


@dataclass(frozen=True)
class Scales:
    """The pans of one language by code of the rule or name of the element (reason ...).

    Below `least` a finding is taken back (a pan may have a bound of its own); a statement that weighs as much as the pan of an element asks for tells it, below `denying` it does not, whatever patterns say.
    """

    least: float
    pans: Mapping[str, Pan]
    denying: float = 0.0

    def weigh(self, code: str, groups: Sequence[frozenset[str]]) -> Weight | None:
        """What the traits of a statement weigh for a rule; None for a rule that was not learned."""
        pan = self.pans.get(code)
        if pan is None:
            return None
        shares: dict[str, float] = {}
        for group in groups:
            # Long statements have more traits, not more to say.
            scale = pan.step / len(group) ** 0.5 if group else 0.0
            for trait in group:
                shares[trait] = scale * pan.weights[bucket(trait)]
        against = sorted((share, trait) for trait, share in shares.items() if share < 0 and trait[0] != _OF_LETTERS)
        towards = sorted((-share, trait) for trait, share in shares.items() if share > 0 and trait[0] != _OF_LETTERS)
        value = pan.start + sum(shares[trait] for trait in sorted(shares))
        return Weight(value, self.least if pan.least is None else pan.least, *(tuple(_shown(trait) for _, trait in side[:_WORDS_SHOWN]) for side in (against, towards)))

    def verdict(self, element: str, places: Sequence[Sequence[int]]) -> bool | None:
        """Whether the traits of a statement, by the buckets of each group, tell an element; None where they leave it open.

        No word is told here, so that it takes a tenth of the time of weighing for a rule.
        """
        pan = self.pans.get(element)
        if pan is None:
            return None
        weights = pan.weights
        value = pan.start + pan.step * sum([sum([weights[place] for place in group]) / sqrt(len(group)) for group in places if group])
        return True if value >= pan.telling else False if value < self.denying else None

    def promises(self, code: str, words: Sequence[int]) -> bool:
        """Whether the single words of a statement, by their buckets, speak for a finding; what all its traits weigh takes ten times as long."""
        pan = self.pans.get(code)
        if pan is None or not words:
            return False
        weights = pan.weights
        share: float = pan.step * sum([weights[word] for word in words])
        return share >= _PROMISING * sqrt(len(words))


def _shown(trait: str) -> str:
    return trait[1:].replace(" ", " … ") if trait[0] == _ONE_APART else trait[1:]


def read_scales(path: Path) -> Scales:
    """The scales of one language from their file; without pans where there is none."""
    if not path.is_file():
        return Scales(0.0, {})
    data = json.loads(path.read_text(encoding="utf-8"))
    return Scales(data["least"], {code: Pan(pan["weights"], pan["step"], pan["start"], pan.get("telling", 0.0), pan.get("least")) for code, pan in data["pans"].items()}, data.get("denying", 0.0))


Groups = Callable[[int], tuple[frozenset[str], ...]]
"""The traits of a statement, by its index, in their three groups."""


def trait_reader(document: Document, outline: Outline, words: Sequence[Sequence[AnalysedWord]]) -> Groups:
    """What reads the traits of a statement, once for all that is weighed of it."""

    @cache
    def groups(index: int) -> tuple[frozenset[str], ...]:
        statement = outline.statements[index]
        return traits(words[index], document.line(statement.span), statement.language)

    return groups


def weigher(outline: Outline, groups: Groups, scales: Callable[[str], Scales]) -> Callable[[str, int], Weight | None]:
    """What weighs a statement (by its index) for a rule (by its code); `scales` are asked by language, only when something is weighed."""

    def weigh(code: str, index: int) -> Weight | None:
        language = outline.statements[index].language
        return scales(language).weigh(code, groups(index)) if language else None

    return weigh


def teller(outline: Outline, groups: Groups, scales: Callable[[str], Scales]) -> Callable[[str, int], bool | None]:
    """What says whether the words of a statement (by its index) tell an element of a story (by its name); None where they leave it open."""

    @cache
    def places(index: int) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(bucket(trait) for trait in group) for group in groups(index))

    @cache
    def tells(element: str, index: int) -> bool | None:
        language = outline.statements[index].language
        return scales(language).verdict(element, places(index)) if language else None

    return tells


def promiser(outline: Outline, words: Sequence[Sequence[AnalysedWord]], scales: Callable[[str], Scales]) -> Callable[[str, int], bool]:
    """What tells whether a statement (by its index) may be heavy for a rule (by its code)."""

    @cache
    def single(index: int) -> tuple[int, ...]:
        return tuple(bucket(word) for word in words_told(told_words(words[index])))

    def promises(code: str, index: int) -> bool:
        language = outline.statements[index].language
        return bool(language) and scales(language).promises(code, single(index))

    return promises
