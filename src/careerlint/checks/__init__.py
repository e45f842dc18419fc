"""The few rules that need code: numbers, placeholders."""

from careerlint.checks.arithmetic_rule import find_number_mismatches
from careerlint.checks.contradictions import find_contradictions
from careerlint.checks.mixed_units import find_mixed_units
from careerlint.checks.perfect_scores import find_perfect_scores
from careerlint.checks.placeholders import find_placeholders
from careerlint.checks.self_ratings import find_self_ratings
from careerlint.checks.sole_credit import find_sole_credit
from careerlint.checks.timeline import find_timeline_conflicts
from careerlint.model.evidence import Check

CHECKS: dict[str, Check] = {
    "placeholders": find_placeholders,
    "arithmetic": find_number_mismatches,
    "perfect-scores": find_perfect_scores,
    "sole-credit": find_sole_credit,
    "timeline": find_timeline_conflicts,
    "mixed-units": find_mixed_units,
    "contradictions": find_contradictions,
    "self-ratings": find_self_ratings,
}
"""Every function that a rule file may name under `check`."""
