"""The shorthand of patterns: what a line means, and how a mistake is told."""

from __future__ import annotations

import pytest
from pattern_lines import pattern_of

from careerlint.rules.inflection import inflect
from careerlint.rules.shorthand import ShorthandLineError, parse_block

LISTS = {"gain": ("향상", "개선"), "verbs": ("improve", "=cut")}


def test_word_with_features_and_particle() -> None:
    (element,) = pattern_of("효과/가|는[neg,-attr]", {}, inflect).elements
    assert element.words == {"효과"}
    assert element.particles == ("가", "는")
    assert element.wanted == ("neg",)
    assert element.unwanted == ("attr",)


def test_alternatives_and_lists() -> None:
    (element,) = pattern_of("@gain|상승", LISTS, inflect).elements
    assert element.words == {"향상", "개선", "상승"}


def test_english_words_stand_for_their_inflections() -> None:
    (element,) = pattern_of("@verbs|write", LISTS, inflect).elements
    assert {"improved", "improving", "improves", "wrote", "written", "cut"} <= element.words
    assert "cutting" not in element.words


def test_gaps_optional_and_first() -> None:
    first, gap, second = pattern_of("^결과 ~~ 좋다?", {}, inflect).elements[:3]
    assert first.first and gap.gap == 8 and second.optional


def test_a_number_may_be_one_of_the_words() -> None:
    (element,) = pattern_of("<num>|=two|=three", {}, inflect).elements
    assert element.number and element.words == {"two", "three"}
    (alone,) = pattern_of("<num>", {}, inflect).elements
    assert alone.number and not alone.words


def test_what_may_be_missing_at_the_start_leaves_the_next_word_first() -> None:
    patterns = parse_block("^=a? =very? =dead =end", {}, inflect, 1)
    opened = [[(sorted(element.words), element.first, element.optional) for element in pattern.elements] for pattern in patterns]
    assert opened == [
        [(["a"], True, False), (["very"], False, True), (["dead"], False, False), (["end"], False, False)],
        [(["very"], True, False), (["dead"], False, False), (["end"], False, False)],
        [(["dead"], True, False), (["end"], False, False)],
    ]


def test_exact_forms_are_kept() -> None:
    (element,) = pattern_of("=worse", {}, inflect).elements
    assert element.exact and element.words == {"worse"}


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("~ 결과", "between two words"),
        ("결과 ~", "between two words"),
        ("결과?", "must be there"),
        ("*", "matches every word"),
        ("@nothing", "no list 'nothing'"),
        ("가||나", "alternative is empty"),
        ("결과[neg", "is no pattern"),
        ("=그대로|결과", "two lines"),
    ],
)
def test_mistakes_are_told(line: str, part: str) -> None:
    with pytest.raises(ShorthandLineError, match=part.replace("(", r"\(")):
        pattern_of(line, LISTS, inflect)


def test_a_mistake_in_a_block_names_its_line() -> None:
    with pytest.raises(ShorthandLineError) as caught:
        parse_block("가 나\n# remark\n다 @x  # remark", {}, inflect, 10)
    assert (caught.value.line, caught.value.column) == (12, 3)
