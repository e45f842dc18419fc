"""The labelled documents: the figures in docs/quality.md are those of the rules as they are, and stable rules earn their status."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from measure import FIRST_RULES, QUALITY, Tally, cases, measure_language, table, written_table

from careerlint.rules.rule_set import load_rule_set

FLOORS = {"ko": (0.90, 0.80), "en": (0.88, 0.80)}
"""Precision and recall over all rules that a language must keep."""
RULE_FLOOR = (0.90, 0.80)
"""Precision and recall below which a rule is a trial rule, in either language."""
MOST_ALARMS = 3.0
"""Alarms for each 100 statements of documents without a labelled finding."""


@cache
def tally_of(language: str) -> Tally:
    tally = Tally()
    measure_language(language, tally)
    return tally


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_figures_stay_and_are_written_down(language: str) -> None:
    tally = tally_of(language)
    right, missed, false = (sum(counter.values()) for counter in (tally.right, tally.missed, tally.false))
    precision, recall = right / max(right + false, 1), right / max(right + missed, 1)
    alarms = 100 * false / max(tally.clean[language], 1)
    figures = f"precision {precision:.3f}, recall {recall:.3f}, alarms {alarms:.2f}"
    assert precision >= FLOORS[language][0], figures
    assert recall >= FLOORS[language][1], figures
    assert alarms <= MOST_ALARMS, figures
    assert written_table(language, QUALITY.read_text(encoding="utf-8")) == table(tally), "run: make quality"
    stable = {rule.code for rule in load_rule_set().rules if rule.status == "stable"}
    weak = [code for code in sorted(stable) if tally.precision((language, code)) < RULE_FLOOR[0] or tally.recall((language, code)) < RULE_FLOOR[1]]
    assert not weak, f"below {RULE_FLOOR}, so trial: {weak}"


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_cases_are_sound(language: str) -> None:
    found = list(cases(language))
    assert not [name for name, count in Counter(case["id"] for case in found).items() if count > 1]
    for case in found:
        assert all(item["text"] in case["text"] for item in case["findings"]), case["id"]
    rules = Counter((case["rule"], bool(case["findings"])) for case in found)
    assert not [key for key, count in rules.items() if key[0] in FIRST_RULES and count < 25]
    known = {rule.code for rule in load_rule_set().rules}
    # No Markdown text has a page without letters.
    assert known - {rule for rule, _ in rules} - {"FMT001"} == {"HON011"}
