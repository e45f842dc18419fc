"""The generated documents are those of the rules as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careerlint.explaining import explain, rule_index, rule_page
from careerlint.model.rule import Rule
from careerlint.rules.rule_set import load_rule_set

PAGES = Path(__file__).parent.parent.parent / "docs" / "rules"
RULES = load_rule_set().rules
ADVICE = "run: careerlint rules pages docs/rules"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_is_fresh(rule: Rule) -> None:
    assert (PAGES / f"{rule.code}.md").read_text(encoding="utf-8") == rule_page(rule), ADVICE


def test_index_is_fresh() -> None:
    assert (PAGES / "README.md").read_text(encoding="utf-8") == rule_index(RULES), ADVICE


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} == {rule.code for rule in RULES} | {"README"}


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_and_terminal_tell_the_same(rule: Rule, language: str) -> None:
    page = rule_page(rule)
    for texts in (rule.summary, rule.why, rule.rewrite, rule.question):
        # What a finding fills in has no value on the page of its rule.
        told = re.sub(r"\{[a-z]+\}", "〈…〉", texts[language])
        assert told in page
        assert told in explain(rule, language)
