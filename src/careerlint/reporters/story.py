"""The story of a document: which element of a good project story each entry holds, and what is already strong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from careerlint.expression import Expression
from careerlint.model.evidence import TOLD_IN_A_LINE
from careerlint.model.finding import LEVELS, Finding, Report
from careerlint.model.signal import Signal

ELEMENTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("goal", ("goal",)),
    ("reason", ("reason",)),
    ("alternative", ("alternative",)),
    ("change", ("change",)),
    ("measure", ("metric", "before-after")),
    ("adversity", ("failure", "difficulty")),
    ("cause", ("cause",)),
    ("remedy", ("remedy",)),
    ("lesson", ("lesson",)),
    ("role", ("role",)),
)
"""The columns of the story matrix, each with the signals that fill it."""


_PERIOD = Expression(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""A year: what it bounds is a period and no change."""
_BARE_SWAP = Expression(r"(?:교체|대체|전환)\S*|considered|considering|vs\.?|versus|아니라|아닌", re.IGNORECASE)
"""Words that compare two ways only beside the name of one: values are replaced too, and groups set against each other."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One entry: its title and, in the order of `ELEMENTS`, the statement that shows each element, or None."""

    entry: int
    title: str
    cells: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Strength:
    """Something an interviewer will like: `name` is one of the elements, `statement` shows it."""

    name: str
    statement: int


def story_matrix(report: Report) -> tuple[StoryRow, ...]:
    """A row for every project, job and competition that has statements, in reading order."""
    by_entry: dict[int, list[Signal]] = {}
    for signal in report.signals:
        by_entry.setdefault(report.outline.statements[signal.statement].entry, []).append(signal)
    rows = []
    for index, entry in enumerate(report.outline.entries):
        if entry.kind in ("course", "answer") or entry.statements[0] >= entry.statements[1]:
            continue
        if entry.section >= 0 and report.outline.sections[entry.section].kind in TOLD_IN_A_LINE:
            continue
        signals = by_entry.get(index, [])
        cells = tuple(_shown_by(report, signals, names) for _, names in ELEMENTS)
        rows.append(StoryRow(index, entry_title(report, index), cells))
    return tuple(rows)


def entry_title(report: Report, entry: int) -> str:
    """The title of an entry on one line; the document's own title, or empty, where it has none."""
    title = report.outline.entries[entry].title
    return " ".join(report.shown(title).split()) if title else ""


def strengths(report: Report, most: int = 3) -> tuple[Strength, ...]:
    """The strongest statements, honest failures first: failure with its remedy or lesson, both ends of a change, a comparison.

    A row of a table tells no story, and a claim that was negated praises nothing.
    """
    blamed = {finding.statement for finding in report.findings}
    names: dict[int, set[str]] = {}
    statements = report.outline.statements
    for signal in report.signals:
        claim = report.claims[signal.statement]
        if signal.strength == "strong" and claim.own and not claim.negated and statements[signal.statement].table < 0 and _counts(report, signal):
            names.setdefault(signal.statement, set()).add(signal.name)
    for index, held in names.items():
        following = names.get(index + 1, set()) if index + 1 < len(statements) and statements[index + 1].entry == statements[index].entry else set()
        if {"failure", "cause"} <= held and following & {"remedy", "change", "lesson"}:
            held.add("answered")
    # A technique is named: only then two of a kind are set side by side.
    named = {signal.statement for signal in report.signals if signal.name == "technique"}
    for signal in report.signals:
        if signal.name == "alternative" and signal.strength == "strong" and signal.statement in names:
            words = report.shown(signal.span).strip()
            if signal.statement in named or not _BARE_SWAP.fullmatch(words):
                names[signal.statement].add("compared")
    found: list[Strength] = []
    for name, wanted in (
        ("adversity", ({"failure", "remedy"}, {"failure", "answered"}, {"difficulty", "remedy"}, {"failure", "lesson"})),
        ("measure", ({"before-after", "change"}, {"before-after", "improvement"}, {"before-after", "action"})),
        ("alternative", ({"compared", "metric"}, {"compared", "reason"})),
    ):
        for statement, held in names.items():
            if statement not in blamed and any(group <= held for group in wanted):
                found.append(Strength(name, statement))
                blamed.add(statement)
                break
    return tuple(found[:most])


def _counts(report: Report, signal: Signal) -> bool:
    """Whether the words of a change are no dates."""
    return signal.name != "before-after" or _PERIOD.search(report.shown(signal.span)) is None


def most_important(findings: Sequence[Finding], most: int = 3) -> tuple[Finding, ...]:
    """The findings that matter most: the gravest first, each rule once as long as there are other rules."""
    ranked = sorted(findings, key=lambda finding: (LEVELS.index(finding.level), finding.span.start))
    chosen: list[Finding] = []
    for finding in ranked:
        if finding.level != "note" and finding.code not in {other.code for other in chosen}:
            chosen.append(finding)
    chosen += [finding for finding in ranked if finding.level != "note" and finding not in chosen]
    return tuple(chosen[:most])


def _shown_by(report: Report, signals: list[Signal], names: tuple[str, ...]) -> int | None:
    for strength in ("strong", "weak", "label"):
        for signal in signals:
            if signal.name in names and signal.strength == strength and report.claims[signal.statement].author in ("author", "team"):
                return signal.statement
    return None
