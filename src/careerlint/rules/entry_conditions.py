"""Conditions of rules about an entry or the whole document: which signals its statements carry, and which none does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerlint.model.evidence import Evidence
from careerlint.model.rule import Condition
from careerlint.rules.conditions import is_row_of_numbers

_NOT_TOLD = frozenset(("form", "task", "quotation"))
"""Authors whose words neither show nor fill a gap of the author's story."""


def holds_for_entry(condition: Condition, evidence: Evidence, entry: int) -> bool:
    """Whether the condition holds for an entry; for the document where `entry` is -1."""
    about_statements = condition.signals or condition.without or condition.words or condition.tables
    if condition.quoted or condition.named or (condition.forms and not about_statements):
        # A place of words, which an entry or a heading has none of.
        return False
    if not _is_such_entry(condition, evidence, entry):
        return False
    if not about_statements:
        return True
    if entry < 0 or condition.within != "document":
        return _holds_of_statements(condition, evidence, entry)
    # About the statements of the whole document, and asked of each of its entries.
    asked = ("statements", condition)
    if asked not in evidence.held:
        evidence.held[asked] = _holds_of_statements(condition, evidence, entry)
    return evidence.held[asked]


def _holds_of_statements(condition: Condition, evidence: Evidence, entry: int) -> bool:
    statements = list(_statements(condition, evidence, entry))
    if condition.tables and not condition.signals:
        return any(is_row_of_numbers(evidence, index) for index in statements)
    if condition.without and any(_carries(condition, evidence, index, condition.without) for index in statements):
        return False
    if condition.words and not any(_holds_words(condition, evidence, index) for index in statements):
        return False
    if not condition.signals:
        return True
    return sum(_carries(condition, evidence, index, condition.signals) for index in statements) >= condition.least


def _is_such_entry(condition: Condition, evidence: Evidence, entry: int) -> bool:
    outline = evidence.outline
    if condition.kinds and (evidence.kind_of_entry(entry) if entry >= 0 else outline.kind) not in condition.kinds:
        return False
    if condition.told and not _tells_enough(condition, evidence):
        return False
    if entry >= 0:
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


def _tells_enough(condition: Condition, evidence: Evidence) -> bool:
    """Whether the document has as many told entries as the condition asks for."""
    asked = ("entries", condition)
    if asked not in evidence.held:
        evidence.held[asked] = sum(_is_told(condition, evidence, told) for told in evidence.stories.judged) >= condition.told
    return evidence.held[asked]


def _is_told(condition: Condition, evidence: Evidence, entry: int) -> bool:
    """Whether a told entry is of the kind and size that the condition asks for."""
    if condition.entries:
        kind = "competition" if entry in evidence.stories.contests else evidence.outline.entries[entry].kind
        if kind not in condition.entries:
            return False
    return evidence.stories.sizes[entry] >= condition.size and len(evidence.stories.telling[entry]) >= condition.tells


def _statements(condition: Condition, evidence: Evidence, entry: int) -> Iterator[int]:
    """The statements that the condition chooses, in reading order."""
    outline = evidence.outline
    for index in _range(condition, evidence, entry):
        statement, claim = outline.statements[index], evidence.claims[index]
        if claim.author in (_NOT_TOLD - condition.authors) or (not condition.anyone and not claim.own):
            continue
        if condition.authors and claim.author not in condition.authors:
            continue
        if condition.modalities and claim.modality not in condition.modalities:
            continue
        if condition.settings and claim.setting not in condition.settings:
            continue
        if condition.forms and statement.form not in condition.forms:
            continue
        if condition.sections and condition.sections.isdisjoint(outline.section_kinds(statement)):
            continue
        yield index


def _range(condition: Condition, evidence: Evidence, entry: int) -> Sequence[int]:
    if entry < 0:
        return range(len(evidence.outline.statements))
    if condition.within == "document":
        return [index for told in evidence.stories.judged for index in evidence.entry_statements(told)]
    return evidence.entry_statements(entry)


def _carries(condition: Condition, evidence: Evidence, statement: int, names: Sequence[str]) -> bool:
    return any(
        signal.name in names and (signal.strength != "label" or condition.labels) and (signal.strength != "weak" or condition.weak) and evidence.is_sign(signal, statement)
        for signal in evidence.signals[statement]
    )


def _holds_words(condition: Condition, evidence: Evidence, statement: int) -> bool:
    text = evidence.text(statement).lower()
    return any(word.lower() in text for word in condition.words)


def _has_heading(condition: Condition, evidence: Evidence, entry: int) -> bool:
    """Whether one of the words stands in the entry's title or in a heading or label inside or above the entry."""
    outline = evidence.outline
    found = [evidence.document.words(evidence.title(entry))]
    for index in _range(condition, evidence, entry):
        statement = outline.statements[index]
        found += [statement.label, *statement.context]
    found += outline.headings_above(outline.entries[entry].section if entry >= 0 else -1)
    text = "\n".join(found).lower()
    return any(word.lower() in text for word in condition.headings)
