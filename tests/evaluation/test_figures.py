"""The labelled documents: a change may not make the rules worse than what was reached."""

from __future__ import annotations

from collections import Counter

import pytest
from measure import FIRST_RULES, Tally, cases, measure_language

FLOORS = {"ko": (0.95, 0.88), "en": (0.90, 0.80)}
"""Precision and recall over the ten rules that a language must keep."""
MOST_ALARMS = 3.0
"""Alarms for each 100 statements of documents without a labelled finding."""


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_figures_stay(language: str) -> None:
    tally = Tally()
    measure_language(language, tally)
    right, missed, false = (sum(counter.values()) for counter in (tally.right, tally.missed, tally.false))
    precision, recall = right / max(right + false, 1), right / max(right + missed, 1)
    alarms = 100 * false / max(tally.clean[language], 1)
    figures = f"precision {precision:.3f}, recall {recall:.3f}, alarms {alarms:.2f}\n" + "\n".join(tally.remarks)
    assert precision >= FLOORS[language][0], figures
    assert recall >= FLOORS[language][1], figures
    assert alarms <= MOST_ALARMS, figures


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_cases_are_sound(language: str) -> None:
    found = list(cases(language))
    assert not [name for name, count in Counter(case["id"] for case in found).items() if count > 1]
    for case in found:
        assert all(item["text"] in case["text"] for item in case["findings"]), case["id"]
    rules = Counter((case["rule"], bool(case["findings"])) for case in found if case["rule"] in FIRST_RULES)
    short = [key for key in rules if rules[key] < 25]
    assert not short, short
