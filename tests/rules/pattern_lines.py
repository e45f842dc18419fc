"""One line of patterns for tests, parsed as a block of a signal file is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from careerlint.rules.shorthand import Pattern, parse_block


def as_it_is(word: str) -> frozenset[str]:
    """For tests of patterns alone: a word has no other forms."""
    return frozenset((word,))


def pattern_of(line: str, lists: Mapping[str, tuple[str, ...]] | None = None, inflect: Callable[[str], frozenset[str]] = as_it_is) -> Pattern:
    """The only pattern that a line writes down."""
    (pattern,) = parse_block(line, lists or {}, inflect, 1)
    return pattern
