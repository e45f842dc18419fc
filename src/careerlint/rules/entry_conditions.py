"""Conditions of rules about an entry or the whole document: which signals its statements carry, and which none does."""

from __future__ import annotations

from collections.abc import Sequence

from careerlint.model.evidence import Evidence
from careerlint.model.rule import Condition
from careerlint.rules.entry_statements import holds_of_statements, statements_of_stories
from careerlint.rules.judged import Judged


def holds_for_entry(condition: Condition, judged: Judged, entry: int | None) -> bool:
    """Whether the condition holds for an entry; for the document where `entry` is None."""
    about_statements = condition.signals or condition.without or condition.words or condition.tables
    if condition.quoted or condition.named or (condition.forms and not about_statements):
        # A place of words, which an entry or a heading has none of.
        return False
    if not _is_such_entry(condition, judged, entry):
        return False
    if not about_statements:
        return True
    if entry is None or condition.within != "document":
        return holds_of_statements(condition, judged.evidence, _range(condition, judged.evidence, entry))
    # About the statements of the whole document, and asked of each of its entries.
    return judged.stories_hold(condition)


def _is_such_entry(condition: Condition, judged: Judged, entry: int | None) -> bool:
    evidence = judged.evidence
    outline = evidence.outline
    if condition.kinds and (evidence.kind_of_entry(entry) if entry is not None else outline.kind) not in condition.kinds:
        return False
    if condition.told and not judged.tells_enough(condition):
        return False
    if entry is not None:
        if condition.entries and outline.entries[entry].kind not in condition.entries:
            return False
        if condition.size and evidence.stories.sizes[entry] < condition.size:
            return False
        if condition.tells and len(evidence.stories.telling[entry]) < condition.tells:
            return False
    if condition.headings and not _has_heading(condition, evidence, entry):
        return False
    if condition.sections and not (condition.signals or condition.without or condition.words):
        return any(
            not condition.sections.isdisjoint(outline.section_kinds(outline.statements[index]))
            for index in _range(condition, evidence, entry)
        )
    return True


def _range(condition: Condition, evidence: Evidence, entry: int | None) -> Sequence[int]:
    if entry is None:
        return range(len(evidence.outline.statements))
    if condition.within == "document":
        return statements_of_stories(evidence)
    return evidence.entry_statements(entry)


def _has_heading(condition: Condition, evidence: Evidence, entry: int | None) -> bool:
    """Whether one of the words stands in the entry's title or in a heading or label inside or above the entry."""
    outline = evidence.outline
    found = [evidence.document.words(evidence.title(entry))]
    for index in _range(condition, evidence, entry):
        statement = outline.statements[index]
        found += [statement.label, *statement.context]
    found += outline.headings_above(outline.entries[entry].section if entry is not None else -1)
    text = "\n".join(found).lower()
    return any(word.lower() in text for word in condition.headings)
