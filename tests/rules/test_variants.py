"""What means the same gets the same verdict: every example of every rule, in other spaces, endings, letters and marks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from variants import variants_of

from careerlint.checks import CHECKS
from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.rule import Rule
from careerlint.readers import read_text
from careerlint.rules.judged import Judged
from careerlint.rules.judging import judge

RULES = linter().rule_set.rules
KNOWN = Path(__file__).parent / "variant-differences.yml"
"""Examples whose verdict changes with the form, each with the reason."""


def known_differences() -> set[tuple[str, str, str]]:
    """Rule, variant and text of the documented differences."""
    items: list[dict[str, Any]] = yaml.safe_load(KNOWN.read_text(encoding="utf-8")) or []
    assert all(set(item) == {"rule", "variant", "text", "because"} and item["because"] for item in items)
    return {(item["rule"], item["variant"], item["text"]) for item in items}


def fires(rule: Rule, text: str) -> bool:
    config = Config(select=(rule.code,), preview=True, as_of=date(2026, 1, 1))
    evidence = linter().examine(read_text(text.encode(), "example.md", config.limits), config)
    # Only this rule is judged: to lint as a whole asks all of them and takes three times as long.
    return any(not verdict.stopped for verdict in judge(rule, Judged(evidence), CHECKS))


def is_claim(rule: Rule) -> bool:
    """Whether a rule is about what a statement claims, which a date beside it leaves as it is."""
    return rule.scope == "statement" and bool(rule.fires) and not rule.check


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_verdict_does_not_hang_on_the_form(rule: Rule) -> None:
    known = known_differences()
    differing = []
    for examples in rule.examples.values():
        for expected, texts in ((True, examples.bad), (False, examples.good)):
            for example in texts:
                for name, text in variants_of(example, claim=is_claim(rule)):
                    plain = text.replace("[[", "").replace("]]", "")
                    if fires(rule, plain) != expected and (rule.code, name, plain) not in known:
                        differing.append(f"{'silent' if expected else 'fires'} with {name}: {plain!r}")
    assert not differing, "\n" + "\n".join(differing)


def test_documented_differences_are_real() -> None:
    by_code = {rule.code: rule for rule in RULES}
    forms = {
        (rule.code, name, text.replace("[[", "").replace("]]", "")): expected
        for rule in RULES for examples in rule.examples.values() for expected, texts in ((True, examples.bad), (False, examples.good))
        for example in texts for name, text in variants_of(example, claim=is_claim(rule))
    }
    for code, name, text in known_differences():
        assert (code, name, text) in forms, f"{code} has no such variant any more: {text}"
        assert fires(by_code[code], text) != forms[code, name, text], f"{code} gives the same verdict now: {text}"
