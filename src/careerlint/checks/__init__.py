"""The rules that need code: numbers, placeholders, privacy, form."""

from careerlint.checks.answer_length import find_answer_lengths
from careerlint.checks.arithmetic_rule import find_number_mismatches
from careerlint.checks.empty_sections import find_empty_sections
from careerlint.checks.endings import find_mixed_endings
from careerlint.checks.long_statements import find_long_statements
from careerlint.checks.numbering import find_repeated_numbers
from careerlint.checks.picture_pages import find_picture_pages
from careerlint.checks.placeholders import find_placeholders
from careerlint.checks.privacy import find_national_ids, find_protected_attributes, find_public_contacts
from careerlint.checks.references import find_broken_references
from careerlint.checks.repetition import find_repeated_wording
from careerlint.model.evidence import Check

CHECKS: dict[str, Check] = {
    "placeholders": find_placeholders,
    "arithmetic": find_number_mismatches,
    "picture-pages": find_picture_pages,
    "mixed-endings": find_mixed_endings,
    "long-statements": find_long_statements,
    "broken-references": find_broken_references,
    "empty-sections": find_empty_sections,
    "repeated-wording": find_repeated_wording,
    "answer-length": find_answer_lengths,
    "repeated-numbers": find_repeated_numbers,
    "national-ids": find_national_ids,
    "protected-attributes": find_protected_attributes,
    "public-contacts": find_public_contacts,
}
"""Every function that a rule file may name under `check`."""
