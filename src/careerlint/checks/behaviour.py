"""OWN003: says which of collaboration, ownership, impact and craftsmanship a document shows nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule

_KINDS = ("resume", "portfolio", "cover-letter")
_FEWEST = 2
"""A document with fewer statements of the author's own tells too little to miss anything."""
_REACH = 4
"""How many statements after a difficulty its remedy may stand."""
_NAMES = {
    "collaboration": ("협업", "collaboration"),
    "ownership": ("문제를 끝까지 푼 경험(오너십)", "ownership of a problem"),
    "impact": ("임팩트", "impact"),
    "craft": ("맡은 일을 넘어선 개선(장인정신)", "craftsmanship beyond the task"),
}


def find_behaviour_gaps(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """At most one hit, about the document: the behaviours for which no statement is evidence."""
    if evidence.outline.kind not in _KINDS or evidence.stories.looks_back:
        return
    told = [index for index, claim in enumerate(evidence.claims) if not claim.foreign]
    if sum(evidence.claims[index].own for index in told) < _FEWEST:
        return
    shown = {
        "collaboration": _any(evidence, told, ("collaboration",)),
        "ownership": _has_solved(evidence, told),
        "impact": _any(evidence, told, ("impact", "effect", "before-after")),
        # What stands under "오픈소스 기여" is one, whatever its words.
        "craft": any(signal.name == "craft" for index in told for signal in evidence.signals[index]),
    }
    missing = [name for name, found in shown.items() if not found]
    if missing:
        title = evidence.title()
        values = {"match": evidence.document.words(title)}
        for place, language in enumerate(("ko", "en")):
            values[f"missing.{language}"] = ", ".join(_NAMES[name][place] for name in missing)
        yield Hit(title, values=values, variant=" ".join(missing))


def _any(evidence: Evidence, told: Sequence[int], names: Sequence[str]) -> bool:
    return any(evidence.has(index, names) for index in told)


def _has_solved(evidence: Evidence, told: Sequence[int]) -> bool:
    """Whether an obstacle and what was done about it stand in one statement or close together in one entry."""
    for index in told:
        if not any(signal.name in ("difficulty", "failure", "obstacle") for signal in evidence.signals[index]):
            continue
        around = evidence.neighbourhood(index)
        near = range(index, min(index + _REACH, around.stop))
        if any(signal.name in ("remedy", "change", "lesson") for other in near for signal in evidence.signals[other]):
            return True
    return any(
        (evidence.has(index, ("remedy",)) and evidence.has(index, ("cause", "action"))) or (evidence.has(index, ("difficulty", "failure", "obstacle")) and evidence.has(index, ("response",)))
        for index in told
    )
