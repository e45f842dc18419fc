"""The few rules that need code: numbers, placeholders, the parts of a story."""

from careerlint.checks.adversity import find_smooth_stories
from careerlint.checks.arithmetic_rule import find_number_mismatches
from careerlint.checks.causality import find_causal_leaps
from careerlint.checks.effects import (
    find_buried_results,
    find_effectless_changes,
    find_unattributed_gains,
    find_unstarted_gains,
)
from careerlint.checks.placeholders import find_placeholders
from careerlint.checks.star import find_star_gaps
from careerlint.checks.techniques import find_lone_techniques, find_used_techniques
from careerlint.model.evidence import Check

CHECKS: dict[str, Check] = {
    "placeholders": find_placeholders,
    "arithmetic": find_number_mismatches,
    "smooth-stories": find_smooth_stories,
    "star-gaps": find_star_gaps,
    "used-techniques": find_used_techniques,
    "lone-techniques": find_lone_techniques,
    "effectless-changes": find_effectless_changes,
    "unstarted-gains": find_unstarted_gains,
    "unattributed-gains": find_unattributed_gains,
    "buried-results": find_buried_results,
    "causal-leaps": find_causal_leaps,
}
"""Every function that a rule file may name under `check`."""
