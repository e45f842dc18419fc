"""The examples of every rule are tests: missing, noisy, misplaced."""

from __future__ import annotations

import pytest

from careerlint.engine import linter
from careerlint.proof import prove

RULES = linter().rule_set.rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_examples(rule: object) -> None:
    from careerlint.model.rule import Rule

    assert isinstance(rule, Rule)
    failures = [f"{item.language} {item.fault}: {item.example!r}: {item.detail}" for item in prove(rule, linter())]
    assert not failures, "\n" + "\n".join(failures)
