"""The few rules that need code: numbers, placeholders, names and skills."""

from careerlint.checks.arithmetic_rule import find_number_mismatches
from careerlint.checks.misspelled_names import find_misspelled_names
from careerlint.checks.placeholders import find_placeholders
from careerlint.checks.project_fields import find_too_many_fields
from careerlint.checks.role_gap import find_role_gap
from careerlint.checks.unbacked_skills import find_unbacked_skills
from careerlint.model.evidence import Check

CHECKS: dict[str, Check] = {
    "placeholders": find_placeholders,
    "arithmetic": find_number_mismatches,
    "misspelled-names": find_misspelled_names,
    "unbacked-skills": find_unbacked_skills,
    "too-many-fields": find_too_many_fields,
    "role-gap": find_role_gap,
}
"""Every function that a rule file may name under `check`."""
