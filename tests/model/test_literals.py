"""Literals: an expression is left out only where it cannot match."""

from __future__ import annotations

import re

import pytest

from careerlint.checks.placeholders import compiled
from careerlint.engine import linter
from careerlint.model.literals import may_match, parts_of


@pytest.mark.parametrize(
    ("expression", "held", "missing"),
    [
        ("lorem ipsum", ["Lorem  ipsum"], ["lorem", "loremipsum"]),
        ("(?i:Lorem) [0-9]+", ["LOREM 1"], ["lorem", "1"]),
        ("TODO|to be added", ["todo", "to be added"], ["to do"]),
        ("a(?:bc|de)?f", ["af"], ["a", "f"]),
        ("[xX]{2,3}%", ["xx%"], ["x%"]),
        (r"\[(?:name|date)\]", ["[name]", "[date]"], ["[time]", "name"]),
        ("would you (?:like|want) more", ["Would you want\tmore"], ["would you more", "would you like"]),
        ("no(?= way)", ["no way"], ["no"]),
        ("a[xX]{1,3}[.]x", ["axx.x"], ["ax x", "a.x", "axx . x"]),
        ("0{3}-0{2,3}", ["000-00"], ["00-00", "000-0"]),
        ("word|[0-9]", [""], []),
        (r"(?<!no )\d", [""], []),
    ],
)
def test_literals_that_are_needed(expression: str, held: list[str], missing: list[str]) -> None:
    assert all(may_match(expression, parts_of(text)) for text in held)
    assert not any(may_match(expression, parts_of(text)) for text in missing)


@pytest.mark.parametrize("expression", ["(?i)sink", "(?i)[sk]{2}in"])
def test_letters_that_only_ignoring_case_makes_equal(expression: str) -> None:
    # LATIN SMALL LETTER LONG S and the sign of Kelvin.
    for text in ("ſinK", "SKIN", "KKin", "sKın"):
        assert may_match(expression, parts_of(text)) or not re.search(expression, text)


def test_examples_of_the_rules_pass() -> None:
    """Every expression is tried on every example in which it matches, whatever blanks stand for the blanks of either."""
    rules = [rule for rule in linter().rule_set.rules if rule.check == "placeholders"]
    assert rules
    for rule in rules:
        words = [word.removeprefix("masked:") for words in rule.words.values() for word in words]
        texts = [text for examples in rule.examples.values() for text in (*examples.bad, *examples.good)]
        for text in (*texts, *(text.replace(" ", " \t ") for text in texts)):
            parts = parts_of(text)
            for word in words:
                assert may_match(word, parts) or not compiled(word).search(text)
