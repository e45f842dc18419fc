"""Elements: which elements of all patterns a word fits, worked out once for each form of a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from careerlint.model.token import AnalysedWord
from careerlint.rules.shorthand import SENTENCE_ENDS, Element
from careerlint.rules.spacy_patterns import is_matched_by_form

BREAK = -1
"""What a word fits that no gap may hold, because it ends a clause or a sentence."""

_CLAUSE_BREAKS = frozenset(("seq", "contrast"))
_BREAK_WORDS = frozenset(("but", "although", "though", "whereas", ";"))
_REMEMBERED = 16_384
"""Forms of words that are kept: those of a few hundred pages."""


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A word as patterns see it: `fits` are the numbers of the elements that it fits, and BREAK. Equal only to itself."""

    fits: frozenset[int]


Test = tuple[tuple[str, ...], bool, frozenset[str], frozenset[str]]
"""What a word must meet beside being one of the element's words: its particles, whether it has a digit, features it has and has not."""
_NO_TESTS: tuple[Test, ...] = tuple(((), number, frozenset(), frozenset()) for number in (False, True))
"""The tests that one of the element's words always meets."""


@dataclass(frozen=True, slots=True)
class ElementTable:
    """The different elements of the patterns of one language by the words that may fit them: plain values, quick to load.

    The numbers of elements stand under a form or lemma (lower-cased), under a feature where any word may have it, or in `others`;
    `tests` has what is left to ask, by number.
    """

    by_form: Mapping[str, Sequence[int]]
    by_lemma: Mapping[str, Sequence[int]]
    by_feature: Mapping[str, Sequence[int]]
    others: Sequence[int]
    tests: Sequence[Test]


class ElementIndex:
    """Gathers every different element of the patterns of one language and numbers them."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._numbers: dict[Element, int] = {}
        self._elements: list[Element] = []
        self._by_form: dict[str, list[int]] = defaultdict(list)
        self._by_lemma: dict[str, list[int]] = defaultdict(list)
        self._by_feature: dict[str, list[int]] = defaultdict(list)
        self._others: list[int] = []

    def add(self, element: Element) -> int:
        """The number of an element; where it stands and whether it must be there make no difference."""
        plain = replace(element, optional=False, first=False) if element.optional or element.first else element
        number = self._numbers.setdefault(plain, len(self._elements))
        if number == len(self._elements):
            self._elements.append(plain)
            self._file(plain, number)
        return number

    def rarity(self, number: int) -> tuple[bool, int]:
        """Sorts elements: those with few words first, those that any word may fit last."""
        element = self._elements[number]
        return element.number or not element.words, len(element.words)

    def table(self) -> ElementTable:
        """All elements that were added."""
        tests = [(element.particles, element.number, frozenset(element.wanted), frozenset(element.unwanted)) for element in self._elements]
        return ElementTable(dict(self._by_form), dict(self._by_lemma), dict(self._by_feature), self._others, tests)

    def _file(self, element: Element, number: int) -> None:
        keys: Iterable[str] = element.words
        if element.words and element.number:
            self._others.append(number)
        if element.words:
            table = self._by_form if is_matched_by_form(element, self._language) else self._by_lemma
        elif element.wanted:
            table, keys = self._by_feature, element.wanted[:1]
        else:
            self._others.append(number)
            return
        for key in keys:
            table[key].append(number)


class Forms:
    """Tells the form of a word, worked out once for all words that patterns cannot tell apart."""

    def __init__(self, table: ElementTable) -> None:
        self._table = table
        # Most elements ask for one of their words and nothing else.
        self._plain = frozenset([number for number, test in enumerate(table.tests) if test in _NO_TESTS])
        # Most words fit nothing, and most of the rest one of a few sets.
        self._sets: dict[frozenset[int], frozenset[int]] = {}
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._work_out)
        self._remembered_any = lru_cache(maxsize=_REMEMBERED)(self._fit_any)

    def form(self, word: AnalysedWord) -> Form:
        """The form of a word: what all words share that patterns cannot tell apart."""
        return self._remembered(word.text, word.lemma, word.features, word.particle, word.pos)

    def _work_out(self, text: str, lemma: str, features: frozenset[str], particle: str, pos: str) -> Form:
        table, said = self._table, features | {pos}
        digit = any(letter.isdecimal() for letter in text)
        near = (*table.by_form.get(text.lower(), ()), *table.by_lemma.get(lemma, ()))
        # One of its words is enough for an element that takes numbers too.
        plain = self._plain
        numbers = [number for number in near if number in plain or _fits(table.tests[number], True, said, particle)]
        if text in SENTENCE_ENDS or lemma in _BREAK_WORDS or not _CLAUSE_BREAKS.isdisjoint(features):
            numbers.append(BREAK)
        found = self._remembered_any(said, particle, digit).union(numbers)
        return Form(self._sets.setdefault(found, found))

    def _fit_any(self, said: frozenset[str], particle: str, digit: bool) -> frozenset[int]:
        """The elements without words of their own that fit a word: of many words the same, and most of what has to be asked."""
        table = self._table
        near = list(table.others)
        for feature in said:
            near += table.by_feature.get(feature, ())
        return frozenset([number for number in near if _fits(table.tests[number], digit, said, particle)])


def _fits(test: Test, digit: bool, said: frozenset[str], particle: str) -> bool:
    """Whether a word with one of the element's words meets the rest of it: what the Matcher asks as well."""
    particles, number, wanted, unwanted = test
    if particles and particle not in particles:
        return False
    if number and not digit:
        return False
    return said.issuperset(wanted) and said.isdisjoint(unwanted)
