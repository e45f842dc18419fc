"""Examples: which words of a cohort show best and least privately what a rule is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from careerlint.cohort.rows import FindingRow, StatementRow
from careerlint.expression import Expression

_PRIVATE = Expression(r"[*@]|https?:")
"""A masked value, an address."""
_HANGUL = Expression(r"[\uac00-\ud7a3]")
_FITTING = (8, 70)
"""Letters of an example that says something and is read at a glance."""


@dataclass(frozen=True, slots=True)
class Example:
    """Words that a rule was told about, as they may be shown; `rank` is the smaller, the less they tell of whose they are."""

    rank: tuple[bool, bool, bool, bool, int, str]
    path: str
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement as it may be shown, with the words that a rule is about between what stands in front of and behind them."""

    before: str
    words: str
    after: str

    @property
    def text(self) -> str:
        """All of it."""
        return self.before + self.words + self.after


def best_example(known: Example | None, row: FindingRow, language: str) -> Example | None:
    """The less private of the example so far and the words of a finding, before that one in the language of the page.

    The choice is the same in whatever order they come.
    """
    text = " ".join(row.text.split())
    if not text:
        return known
    foreign = (_HANGUL.search(text) is not None) != (language == "ko")
    rank = (_names(row.person, text), _PRIVATE.search(text) is not None, foreign, any(letter.isdigit() for letter in text), _unfit(text), text)
    if known is not None and (known.rank, known.path, known.start) <= (rank, row.path, row.start):
        return known
    return Example(rank, row.path, row.start, text)


def _names(person: str, text: str) -> bool:
    """Whether a part of the person's name stands in the text."""
    folded = text.casefold()
    return any(part in folded for part in re.split(r"[\W_]+", person.casefold()) if len(part) > 1)


def _unfit(text: str) -> int:
    """By how many letters the text is too short or too long."""
    short, long = _FITTING
    return max(short - len(text), len(text) - long, 0)


def example_sentences(examples: Mapping[str, Example], statements: Iterable[StatementRow]) -> dict[str, Sentence]:
    """By code, the statement that an example stands in, read from the statements once; a code without one is left out."""
    wanted: dict[str, list[tuple[str, Example]]] = {}
    for code, example in examples.items():
        wanted.setdefault(example.path, []).append((code, example))
    found: dict[str, Sentence] = {}
    for row in statements:
        for code, example in wanted.get(row.path, ()):
            if row.start <= example.start < row.end:
                found[code] = _sentence(row, example)
    return found


def _sentence(row: StatementRow, example: Example) -> Sentence:
    """The words of a finding inside of their statement; the whole statement where its masked words have other places."""
    start = example.start - row.start
    end = start + len(example.text)
    if row.text[start:end] != example.text:
        return Sentence("", row.text, "")
    return Sentence(row.text[:start], example.text, row.text[end:])
