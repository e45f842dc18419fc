"""Courses and elements: where a pattern matches is found without spaCy, exactly where spaCy's Matcher finds it."""

from __future__ import annotations

from random import Random

import pytest
from pattern_lines import pattern_of
from spacy.vocab import Vocab

from careerlint.languages import Word, doc_of
from careerlint.rules.courses import course_of, courses_of, reach, spans
from careerlint.rules.elements import ElementIndex, Forms
from careerlint.rules.matching import Analysed, SignalMatcher
from careerlint.rules.passages import Reading, passage_of
from careerlint.rules.pattern_table import line_of, table_of
from careerlint.rules.signal_patterns import SignalPattern
from careerlint.rules.windows import Matchers, Window


def _words(text: str, feature: str = "neg") -> list[Word]:
    """Words of one letter each, a capital one with the feature."""
    return [Word(index, index + 1, letter, letter.lower(), frozenset((feature,) if letter.isupper() else ())) for index, letter in enumerate(text)]


def _matches(line: str, text: str) -> list[tuple[int, int]]:
    index = ElementIndex("ko")
    (course,) = courses_of(pattern_of(line).elements, index)
    words = _words(text)
    forms = Forms(index.table())
    passage = passage_of([Reading(text, words, tuple(forms.form(word) for word in words))])
    reached = reach(course, passage, passage.places(course.needs))
    ends = [place for place in range(len(text)) if reached and reached[-1] >> place & 1]
    return [(begin, last + 1) for last in ends for begin, _ in spans(course, reached, last, passage)]


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        ("a b", "xabx", [(1, 3)]),
        ("a b", "ba", []),
        ("a b", "axb", []),
        ("a ~ b", "axxxb", [(0, 5)]),
        ("a ~ b", "axxxxb", []),
        ("a ~~ b", "axxxxb", [(0, 6)]),
        # The first a is too far from any b.
        ("a ~ b", "axxxxaxb", [(5, 8)]),
        ("a ~ b", "ax.b", []),
        ("a ~ b", "ab.axb", [(0, 2), (3, 6)]),
        ("a ~ b c ~ d", "aabcxd", [(1, 6), (0, 6)]),
        ("^a b", "xab", []),
        ("^a b", "abab", [(0, 2)]),
        ("a[neg]", "xaA", [(2, 3)]),
        ("a[-neg]", "Axa", [(2, 3)]),
        ("*[neg] b", "Xb", [(0, 2)]),
    ],
)
def test_matches_are_found_without_spacy(line: str, text: str, expected: list[tuple[int, int]]) -> None:
    assert _matches(line, text) == expected


def test_words_that_may_be_missing_make_a_course_each() -> None:
    elements = pattern_of("x? a y? b").elements
    assert sorted(len(course.steps) for course in courses_of(elements, ElementIndex("ko"))) == [2, 3, 3, 4]


def test_no_match_reaches_into_the_next_statement() -> None:
    index = ElementIndex("ko")
    (course,) = courses_of(pattern_of("a ~ b").elements, index)
    forms = Forms(index.table())
    readings = [Reading(text, _words(text), tuple(forms.form(word) for word in _words(text))) for text in ("xa", "bxa", "xb")]
    passage = passage_of(readings)
    assert not reach(course, passage, passage.places(course.needs))


# Patterns of every sort: no gap, one, several, words that may be missing at the ends, between and beside gaps.
_PATTERNS = ("a", "a b", "a ~ b", "a ~ a ~ b", "a ~~ b ~ a", "a b ~ a", "a ~ b c", "x? a b", "a x? b", "a b x? a?", "a b? ~ a", "a ~ b? c", "^a ~ b", "*[seq] ~ a", "a ~ *[seq] ~ b", "a .? b", "a|b ~ b|c ~ a|c")


@pytest.mark.parametrize("line", _PATTERNS)
def test_matches_are_those_of_spacys_matcher(line: str) -> None:
    """The words say all there is to say: a thousand statements of few different words, some of which end a clause."""
    random = Random(line)
    vocab = Vocab()
    pattern = SignalPattern("s", "ko", "strong", False, pattern_of(line))
    matchers = Matchers(vocab, lambda pieces: doc_of(pieces, vocab))  # type: ignore[arg-type]
    matcher = SignalMatcher(table_of([pattern], "ko"), "ko", lambda: matchers)
    texts = ["".join(random.choices("aabbcx.AB", k=random.randint(1, 12))) for _ in range(1000)]
    statements = [Analysed(number, text, _words(text, "seq"), 0) for number, text in enumerate(texts)]
    index = ElementIndex("ko")
    prepared = line_of(0, pattern, index)
    forms = Forms(index.table())
    windows = [Window(Reading(item.text, item.words, tuple(forms.form(word) for word in item.words)), prepared, 0, len(item.words)) for item in statements]
    expected = [sorted((begin, end) for begin, end, _ in found) for found in matchers.matches(windows)]
    assert [[(signal.span.start, signal.span.end) for signal in found] for found in matcher.find(statements)] == expected


def test_same_tests_share_a_number() -> None:
    index = ElementIndex("ko")
    first, second = (course_of(pattern_of(line).elements, index) for line in ("a b", "^b ~ a"))
    assert first.needs == second.needs


def test_rarest_element_sorts_first() -> None:
    index = ElementIndex("ko")
    course = course_of(pattern_of("a|b|c ~ *[neg] ~ d").elements, index)
    ordered = sorted((step.element for step in course.steps), key=index.rarity)
    assert ordered == [course.steps[2].element, course.steps[0].element, course.steps[1].element]


def test_number_needs_a_digit() -> None:
    index = ElementIndex("en")
    (step,) = course_of(pattern_of("<num>").elements, index).steps
    forms = Forms(index.table())
    assert [step.element in forms.form(Word(0, len(text), text, text, frozenset())).fits for text in ("12%", "many")] == [True, False]
