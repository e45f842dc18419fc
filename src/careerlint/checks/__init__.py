"""The rules that need code: numbers, placeholders, names, skills, people, form, privacy, the parts of a story."""

from careerlint.checks.adversity import find_smooth_stories
from careerlint.checks.answer_length import find_answer_lengths
from careerlint.checks.arithmetic_rule import find_number_mismatches
from careerlint.checks.behaviour import find_behaviour_gaps
from careerlint.checks.causality import find_causal_leaps
from careerlint.checks.comparisons import (
    find_papers_without_comparison,
    find_results_without_reference,
    find_single_run_gains,
)
from careerlint.checks.competitions import find_bare_competitions
from careerlint.checks.contradictions import find_contradictions
from careerlint.checks.effects import (
    find_buried_results,
    find_effectless_changes,
    find_unattributed_gains,
    find_unstarted_gains,
)
from careerlint.checks.empty_sections import find_empty_sections
from careerlint.checks.endings import find_mixed_endings
from careerlint.checks.long_statements import find_long_statements
from careerlint.checks.misspelled_names import find_misspelled_names
from careerlint.checks.mixed_units import find_mixed_units
from careerlint.checks.motivation import find_generic_motivations
from careerlint.checks.numbering import find_repeated_numbers
from careerlint.checks.own_role import find_no_own_role
from careerlint.checks.perfect_scores import find_perfect_scores
from careerlint.checks.placeholders import find_placeholders
from careerlint.checks.privacy import find_national_ids, find_protected_attributes, find_public_contacts
from careerlint.checks.project_documents import find_no_data_description, find_no_way_to_run, find_uncredited_reuse
from careerlint.checks.project_fields import find_too_many_fields
from careerlint.checks.references import find_broken_references
from careerlint.checks.repetition import find_repeated_wording
from careerlint.checks.repository_rule import find_claims_without_trace
from careerlint.checks.resume_balance import find_credentials_first, find_no_projects
from careerlint.checks.role_gap import find_role_gap
from careerlint.checks.self_ratings import find_self_ratings
from careerlint.checks.sole_credit import find_sole_credit
from careerlint.checks.star import find_star_gaps
from careerlint.checks.techniques import find_lone_techniques, find_used_techniques
from careerlint.checks.timeline import find_timeline_conflicts
from careerlint.checks.unbacked_skills import find_unbacked_skills
from careerlint.checks.unbridged_past import find_unbridged_past
from careerlint.checks.unread import find_unread
from careerlint.model.evidence import Check

CHECKS: dict[str, Check] = {
    "placeholders": find_placeholders,
    "arithmetic": find_number_mismatches,
    "misspelled-names": find_misspelled_names,
    "unbacked-skills": find_unbacked_skills,
    "too-many-fields": find_too_many_fields,
    "role-gap": find_role_gap,
    "papers-without-comparison": find_papers_without_comparison,
    "results-without-reference": find_results_without_reference,
    "single-run-gains": find_single_run_gains,
    "uncredited-reuse": find_uncredited_reuse,
    "no-way-to-run": find_no_way_to_run,
    "no-data-description": find_no_data_description,
    "unbridged-past": find_unbridged_past,
    "credentials-first": find_credentials_first,
    "no-projects": find_no_projects,
    "bare-competitions": find_bare_competitions,
    "own-role": find_no_own_role,
    "behaviour": find_behaviour_gaps,
    "motivation": find_generic_motivations,
    "smooth-stories": find_smooth_stories,
    "star-gaps": find_star_gaps,
    "used-techniques": find_used_techniques,
    "lone-techniques": find_lone_techniques,
    "effectless-changes": find_effectless_changes,
    "unstarted-gains": find_unstarted_gains,
    "unattributed-gains": find_unattributed_gains,
    "buried-results": find_buried_results,
    "causal-leaps": find_causal_leaps,
    "unread": find_unread,
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
    "perfect-scores": find_perfect_scores,
    "sole-credit": find_sole_credit,
    "timeline": find_timeline_conflicts,
    "mixed-units": find_mixed_units,
    "contradictions": find_contradictions,
    "self-ratings": find_self_ratings,
    "claims-without-trace": find_claims_without_trace,
}
"""Every function that a rule file may name under `check`."""
