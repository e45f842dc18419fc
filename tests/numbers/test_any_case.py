"""Any case: the rewritten expression matches what the written one does."""

from __future__ import annotations

import re

import pytest

from careerlint.numbers.any_case import compile_quick


@pytest.mark.parametrize(
    ("expression", "rewritten"),
    [
        ("(?i:ab|c)", "(?:[aA](?i:b)|[cC])"),
        ("(?i:ab|cd|ae|[xa]y|af)", "(?:[aA](?i:b|e)|[cC](?i:d)|(?i:[xa]y)|[aA](?i:f))"),
        ("x(?i:a(?:b|c)|[)|]d|\\)e)y", "x(?:[aA](?i:(?:b|c))|(?i:[)|]d)|(?i:\\)e))y"),
        ("(?i:alone)", "(?i:alone)"),
        ("(?i:s?acre|[kK]|a+)", "(?:(?i:s?acre)|(?i:[kK])|(?i:a+))"),
        ("(?i:a|b) (?i:c|d)", "(?:[aA]|[bB]) (?:[cC]|[dD])"),
        ("no group", "no group"),
    ],
)
def test_first_letters_are_spelled_out(expression: str, rewritten: str) -> None:
    assert compile_quick(expression).pattern == rewritten


def test_matches_are_the_same() -> None:
    expression = "(?i:f[-_ ]?1|(?:roc|pr)-auc|map|(?!learning)[a-z]+ rate)(?![a-z])"
    for text in ("F1", "f-1 ROC-AUC", "mAP maps MAP", "Error Rate", "learning rate"):
        assert compile_quick(expression).findall(text) == re.findall(expression, text)
