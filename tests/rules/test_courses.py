"""Courses and elements: where a pattern can match is found without spaCy, never too narrowly."""

from __future__ import annotations

import pytest

from careerlint.languages import Word
from careerlint.rules.courses import course_of, window
from careerlint.rules.elements import ElementIndex
from careerlint.rules.shorthand import parse_line


def _words(text: str) -> list[Word]:
    """Words of one letter each, a capital one with the feature `neg`."""
    return [Word(index, index + 1, letter, letter.lower(), frozenset(("neg",) if letter.isupper() else ())) for index, letter in enumerate(text)]


def _window(line: str, text: str) -> tuple[int, int] | None:
    index = ElementIndex("ko")
    course = course_of(parse_line(line, {}, lambda word: frozenset((word,))), index)
    fitting = [index.form(word).fits for word in _words(text)]
    return window(course, lambda element: [place for place, found in enumerate(fitting) if element in found])


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        ("a b", "xabx", (1, 3)),
        ("a b", "ba", None),
        ("a b", "axb", None),
        ("a ~ b", "axxxb", (0, 5)),
        ("a ~ b", "axxxxb", None),
        ("a ~~ b", "axxxxb", (0, 6)),
        # The first a is too far from any b.
        ("a ~ b", "axxxxaxb", (5, 8)),
        ("a ~ b", "ax.b", None),
        ("a ~ b", "ab.axb", (0, 6)),
        # A word that may be missing may stand before, between and behind.
        ("x? a b", "xab", (0, 3)),
        ("a x? b", "axb", (0, 3)),
        ("a b x?", "abx", (0, 3)),
        # What stands between may be the full stop itself, where a word may be missing.
        ("a .? b", "a.b", (0, 3)),
        ("^a b", "xab", None),
        ("^a b", "abab", (0, 2)),
        ("a[neg]", "xaA", (2, 3)),
        ("a[-neg]", "Axa", (2, 3)),
        ("*[neg] b", "Xb", (0, 2)),
    ],
)
def test_window_holds_every_match(line: str, text: str, expected: tuple[int, int] | None) -> None:
    assert _window(line, text) == expected


def test_same_tests_share_a_number() -> None:
    index = ElementIndex("ko")
    first, second = (course_of(parse_line(line, {}, lambda word: frozenset((word,))), index) for line in ("a b", "^b ~ a"))
    assert first.needs == second.needs


def test_rarest_element_sorts_first() -> None:
    index = ElementIndex("ko")
    course = course_of(parse_line("a|b|c ~ *[neg] ~ d", {}, lambda word: frozenset((word,))), index)
    ordered = sorted((step.element for step in course.steps), key=index.rarity)
    assert ordered == [course.steps[2].element, course.steps[0].element, course.steps[1].element]


def test_number_needs_a_digit() -> None:
    index = ElementIndex("en")
    (step,) = course_of(parse_line("<num>", {}, lambda word: frozenset((word,))), index).steps
    assert [step.element in index.form(Word(0, len(text), text, text, frozenset())).fits for text in ("12%", "many")] == [True, False]
