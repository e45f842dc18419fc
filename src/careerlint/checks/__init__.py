"""The few rules that need code: numbers, placeholders."""

from careerlint.checks.arithmetic_rule import find_number_mismatches
from careerlint.checks.behaviour import find_behaviour_gaps
from careerlint.checks.motivation import find_generic_motivations
from careerlint.checks.own_role import find_no_own_role
from careerlint.checks.placeholders import find_placeholders
from careerlint.model.evidence import Check

CHECKS: dict[str, Check] = {
    "placeholders": find_placeholders,
    "arithmetic": find_number_mismatches,
    "own-role": find_no_own_role,
    "behaviour": find_behaviour_gaps,
    "motivation": find_generic_motivations,
}
"""Every function that a rule file may name under `check`."""
