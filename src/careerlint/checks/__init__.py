"""The rules that need code: numbers, placeholders, privacy, form."""

from careerlint.checks.arithmetic_rule import find_number_mismatches
from careerlint.checks.placeholders import find_placeholders
from careerlint.checks.privacy import find_national_ids, find_protected_attributes, find_public_contacts
from careerlint.model.evidence import Check

CHECKS: dict[str, Check] = {
    "placeholders": find_placeholders,
    "arithmetic": find_number_mismatches,
    "national-ids": find_national_ids,
    "protected-attributes": find_protected_attributes,
    "public-contacts": find_public_contacts,
}
"""Every function that a rule file may name under `check`."""
