"""WHY004: causes that are concluded from a correlation, and A/B results that say nothing of how they were measured."""

from __future__ import annotations

from collections.abc import Iterator

from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule
from careerlint.model.signal import Signal


def find_causal_leaps(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each statement that leaps from going together to causing, or quotes an A/B test bare."""
    for index in range(len(evidence.outline.statements)):
        signal = _leap(evidence, index) or _bare_test(evidence, index)
        if signal is not None:
            yield Hit(signal.span, index, evidence.entry_of(index), values={"match": evidence.document.words(signal.span)})


def _leap(evidence: Evidence, index: int) -> Signal | None:
    claim = _first(evidence, index, "causal-claim")
    if claim is None or not any(evidence.has(near, ("correlation",)) for near in _around(evidence, index, 1, 0)):
        return None
    return None if any(evidence.has(near, ("experiment",)) for near in _around(evidence, index, 2, 2)) else claim


def _bare_test(evidence: Evidence, index: int) -> Signal | None:
    test = _first(evidence, index, "ab-test")
    if test is None or any(evidence.has(near, ("experiment", "sample")) for near in _around(evidence, index, 2, 2)):
        return None
    return test


def _around(evidence: Evidence, index: int, before: int, after: int) -> range:
    around = evidence.neighbourhood(index)
    return range(max(index - before, around.start), min(index + after + 1, around.stop))


def _first(evidence: Evidence, index: int, name: str) -> Signal | None:
    return next((signal for signal in evidence.signals[index] if signal.name == name and signal.strength == "strong"), None)
