"""STO002: entries whose story meets no obstacle once the work has begun."""

from __future__ import annotations

from collections.abc import Iterator

from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule

_MET = frozenset(("difficulty", "failure", "obstacle"))
_BEGUN = ("action", "change", "use")
_NOT_TOLD = frozenset(("form", "task", "quotation"))


def find_smooth_stories(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each told entry without an obstacle; the problem that stands before all work is its motive, not an obstacle."""
    for entry in evidence.told_entries:
        if not _meets_obstacle(evidence, entry):
            title = evidence.title(entry)
            yield Hit(title, -1, entry, values={"match": evidence.document.words(title)})


def _meets_obstacle(evidence: Evidence, entry: int) -> bool:
    begun = False
    for index in evidence.entry_statements(entry):
        claim = evidence.claims[index]
        if claim.author in _NOT_TOLD:
            continue
        begun = begun or (claim.own and evidence.has(index, _BEGUN))
        for signal in evidence.signals[index]:
            if signal.name in _MET and (signal.strength == "label" or (begun and claim.modality == "done")):
                return True
    return False
