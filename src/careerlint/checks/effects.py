"""CHG005 and RES005: gains that no single change accounts for, and results that stand at the end of a long entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule

_APPLIED = re.compile(r"적용|도입|appl(?:ied|ying)|introduc(?:ed|ing)", re.IGNORECASE)
_LISTED = re.compile(r"[,/·+&]|\band\b|와 |과 |및 ")
_ROWS = 3
"""A table with so many rows of figures tells what each step brought."""
_LONG = 8
"""Statements of an entry that is long enough to bury something."""
_TOOLS = 3
"""So many technologies before the first result are a list of tools."""


def find_unattributed_gains(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each told entry with several changes and a measured gain of which no statement says what brought it."""
    for entry in evidence.told_entries:
        if _is_unattributed(evidence, entry):
            yield _hit(evidence, entry)


def find_buried_results(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each long told entry whose only results stand in its last third, behind lists of tools."""
    for entry in evidence.told_entries:
        indices = [index for index in evidence.entry_statements(entry) if not evidence.outline.statements[index].head]
        if len(indices) < _LONG:
            continue
        results = [place for place, index in enumerate(indices) if evidence.has(index, ("metric", "before-after", "impact"))]
        if not results or 3 * results[0] < 2 * (len(indices) - 1):
            continue
        tools = {mention.skill.name for index in indices[: results[0]] for mention in evidence.mentions[index]}
        if len(tools) >= _TOOLS:
            yield _hit(evidence, entry)


def _hit(evidence: Evidence, entry: int) -> Hit:
    title = evidence.title(entry)
    return Hit(title, -1, entry, values={"match": evidence.document.words(title)})


def _is_unattributed(evidence: Evidence, entry: int) -> bool:
    changes, explained, unexplained, rows = 0, 0, 0, 0
    for index in evidence.entry_statements(entry):
        statement, claim = evidence.outline.statements[index], evidence.claims[index]
        gain = _is_gain(evidence, index)
        if statement.table >= 0 and not statement.head and re.search(r"\d[.,]\d|\d\s?%", evidence.text(index)):
            rows += 1
        if not claim.own or claim.negated:
            continue
        here = count_changes(evidence, index)
        changes += here
        if gain and here == 1:
            explained += 1
        elif gain:
            unexplained += 1
    return changes >= 2 and unexplained > 0 and explained < 2 and rows < _ROWS


def _is_gain(evidence: Evidence, statement: int) -> bool:
    """Whether the statement measures that something got better."""
    if not evidence.claims[statement].own:
        return False
    return evidence.has(statement, ("before-after",)) or (evidence.has(statement, ("improvement",)) and evidence.has(statement, ("metric",)))


def count_changes(evidence: Evidence, statement: int) -> int:
    """How many changes a statement tells: its verbs of change, and what it lists as applied."""
    spans = [signal.span for signal in evidence.signals[statement] if signal.name == "change" and signal.strength == "strong"]
    text, start = evidence.text(statement), evidence.outline.statements[statement].span.start
    for match in _APPLIED.finditer(text):
        if not any(span.start <= match.start() + start < span.end for span in spans):
            clause = re.split(r"[.;]|고 |며 ", text[: match.start()])[-1]
            return len(spans) + 1 + len(_LISTED.findall(clause))
    return len(spans)
