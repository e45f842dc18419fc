"""Literals: an expression is left out only where it cannot match."""

from __future__ import annotations

import re

import pytest

from careerlint.checks.literals import literals, lowered, may_match
from careerlint.engine import linter


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("lorem ipsum", [{"lorem ipsum"}]),
        ("(?i:Lorem) [0-9]+", [{" "}, {"lorem"}]),
        ("TODO|to be added", [{"todo", "to be added"}]),
        ("a(?:bc|de)?f", [{"a"}, {"f"}]),
        ("[xX]{2,3}%", [{"xx"}, {"%"}]),
        (r"\[(?:name|date)\]", [{"["}, {"]"}, {"name", "date"}]),
        ("word|[0-9]", []),
        (r"(?<!no )\d", []),
    ],
)
def test_literals_that_are_needed(expression: str, expected: list[set[str]]) -> None:
    assert sorted(literals(expression), key=sorted) == sorted(expected, key=sorted)


@pytest.mark.parametrize("expression", ["(?i)sink", "(?i)[sk]{2}in"])
def test_letters_that_only_ignoring_case_makes_equal(expression: str) -> None:
    # LATIN SMALL LETTER LONG S and the sign of Kelvin.
    for text in ("ſinK", "SKIN", "KKin", "sKın"):
        assert may_match(expression, lowered(text)) or not re.search(expression, text)


def test_examples_of_the_rules_pass() -> None:
    rules = [rule for rule in linter().rule_set.rules if rule.check == "placeholders"]
    assert rules
    for rule in rules:
        expressions = [word.removeprefix("masked:") for words in rule.words.values() for word in words]
        texts = [text for examples in rule.examples.values() for text in (*examples.bad, *examples.good)]
        for expression in expressions:
            for text in texts:
                assert may_match(expression, lowered(text)) or not re.search(expression, text, re.MULTILINE)
