"""What statements of an entry or of the whole document tell together, asked by conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from careerlint.model.claim import GIVEN
from careerlint.model.evidence import Evidence
from careerlint.model.rule import Condition
from careerlint.rules.figures import is_row_of_numbers


def statements_of_stories(evidence: Evidence) -> list[int]:
    """The statements of all entries that are asked what they lack."""
    return [index for entry in evidence.stories.judged for index in evidence.entry_statements(entry)]


def holds_of_statements(condition: Condition, evidence: Evidence, around: Iterable[int]) -> bool:
    """Whether those statements of a range that the condition chooses tell what it asks for."""
    statements = list(_chosen(condition, evidence, around))
    if condition.tables and not condition.signals:
        return any(is_row_of_numbers(evidence, index) for index in statements)
    if condition.without and any(_carries(condition, evidence, index, condition.without) for index in statements):
        return False
    if condition.words and not any(_holds_words(condition, evidence, index) for index in statements):
        return False
    if not condition.signals:
        return True
    return sum(_carries(condition, evidence, index, condition.signals) for index in statements) >= condition.least


def tells_enough(condition: Condition, evidence: Evidence) -> bool:
    """Whether the document has as many told entries as the condition asks for."""
    return sum(_is_told(condition, evidence, told) for told in evidence.stories.judged) >= condition.told


def _is_told(condition: Condition, evidence: Evidence, entry: int) -> bool:
    """Whether a told entry is of the kind and size that the condition asks for."""
    if condition.entries:
        kind = "competition" if entry in evidence.stories.contests else evidence.outline.entries[entry].kind
        if kind not in condition.entries:
            return False
    return evidence.stories.sizes[entry] >= condition.size and len(evidence.stories.telling[entry]) >= condition.tells


def _chosen(condition: Condition, evidence: Evidence, around: Iterable[int]) -> Iterator[int]:
    """The statements that the condition chooses, in reading order."""
    outline = evidence.outline
    for index in around:
        statement, claim = outline.statements[index], evidence.claims[index]
        if claim.author in (GIVEN - condition.authors) or (not condition.anyone and not claim.own):
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


def _carries(condition: Condition, evidence: Evidence, statement: int, names: Sequence[str]) -> bool:
    return any(
        signal.name in names and (signal.strength != "label" or condition.labels) and (signal.strength != "weak" or condition.weak) and evidence.is_sign(signal, statement)
        for signal in evidence.signals[statement]
    )


def _holds_words(condition: Condition, evidence: Evidence, statement: int) -> bool:
    text = evidence.text(statement).lower()
    return any(word.lower() in text for word in condition.words)
