"""The story of a document: which element of a good project story each entry holds, and what is already strong."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from careerlint.dates import without_period
from careerlint.expression import Expression
from careerlint.model.finding import LEVELS, Finding, Report
from careerlint.model.outline import TOLD_IN_A_LINE, Outline
from careerlint.model.signal import Signal
from careerlint.model.story import ELEMENTS
from careerlint.reporters.credit import is_credit, measure_by_label, remedy_by_change
from careerlint.reporters.overcoming import told_in_steps

_PERIOD = Expression(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""A year: what it bounds is a period and no change."""
_NUMBER = Expression(r"\d[\d,.]*")
_COMPARING = Expression(r"비교|견주|대조|\bcompar|\bversus\b|\bvs\b", re.IGNORECASE)
"""Words that say themselves that two ways were held against each other."""
_FIT_TO_COMPARE = Expression(r"비교\s?(?:실험|분석|연구|평가)?\s?(?:에|하기에|하기|용으로)\s?(?:더\s|매우\s)?(?:적합|알맞|유리|용이|쉽|좋)|\b(?:fit|suited|suitable|good|easy) (?:for|to) compar", re.IGNORECASE)
"""What something is good for: nothing was compared yet."""
_MAKESHIFT = Expression(r"나름(?:의|대로)|임시(?:로|방편)|급한\s?대로|어쩔\s?수\s?없이|궁여지책|\bmakeshift\b|\bstopgap\b", re.IGNORECASE)
"""What was done for want of something better, as its author says."""
_INSTEAD = Expression(r"대신|보다|검토했|고려했|\binstead of\b|\brather than\b|\bbeat|\bover\b|\bconsidered\b", re.IGNORECASE)
"""Words that set one way before another, where both are named."""
_CONSIDERED = Expression(r"(?:검토|고려)했")
"""Words of a way that was weighed and left, which the reason explains."""
_OUTCOMES = ("improvement", "effect", "impact", "gain-to")
"""Signals of what got better: an action inside of them ("cut the error") says nothing of what was changed."""
_LATIN = Expression(r"[A-Za-z][\w.+-]*")


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


def told_entries(report: Report) -> tuple[int, ...]:
    """The entries that are asked for a story, in reading order: every project, job and competition that has statements."""
    sections = report.outline.sections
    return tuple(
        index for index, entry in enumerate(report.outline.entries)
        if entry.kind not in ("course", "answer") and entry.statements[0] < entry.statements[1]
        and not (entry.section >= 0 and sections[entry.section].kind in TOLD_IN_A_LINE)
    )  # fmt: skip


def story_matrix(report: Report) -> tuple[StoryRow, ...]:
    """A row for every entry that is asked for a story."""
    by_entry: dict[int, list[Signal]] = {}
    for signal in report.signals:
        by_entry.setdefault(report.outline.statements[signal.statement].entry, []).append(signal)
    reproached, answers, told = _reproached(report), _answers(report), _told(report)
    rows = []
    for index in told_entries(report):
        signals = by_entry.get(index, [])
        shown = {name: _shown_by(report, name, signals, names, reproached.get(name, ())) for name, names in ELEMENTS}
        if shown["remedy"] is None:
            shown["remedy"] = answers.get(index, remedy_by_change(report, signals))
        if shown["change"] is None:
            # What is praised for saying what was changed says it.
            shown["change"] = next((statement for statement in sorted({signal.statement for signal in signals} & told.keys()) if _improves(report, told, statement)), None)
        if shown["measure"] is None:
            shown["measure"] = measure_by_label(report, signals)
        cells = tuple(shown.values())
        rows.append(StoryRow(index, entry_title(report, index), cells))
    return tuple(rows)


def entry_title(report: Report, entry: int) -> str:
    """The title of an entry on one line, without its period, which pushes the name out of a narrow column; the document's own title, or empty, where it has none."""
    title = report.outline.entries[entry].title
    return without_period(" ".join(report.shown(title).split())) if title else ""


def stands_in(report: Report, finding: Finding) -> tuple[int, int]:
    """The entry and the section that a finding is about, else those around its words; -1 where there is none."""
    outline = report.outline
    if finding.statement is not None:
        return outline.statements[finding.statement].entry, outline.statements[finding.statement].section
    if finding.entry is not None:
        return finding.entry, -1
    around = [index for index, entry in enumerate(outline.entries) if entry.span.contains(finding.span)]
    inside = [index for index, section in enumerate(outline.sections) if section.span.contains(finding.span)]
    return around[-1] if around else -1, inside[-1] if inside else -1


def is_around(outline: Outline, section: int, entry: int) -> bool:
    """Whether a section holds an entry, as "Education" does a course; else it is a part of the entry, as "Results" is of a project."""
    heading, title = outline.sections[section].title, outline.entries[entry].title
    return heading is not None and title is not None and heading.start < title.start


def strengths(report: Report, most: int = 3) -> tuple[Strength, ...]:
    """The strongest statements, honest failures first: failure with its remedy or lesson, both ends of a change, a comparison.

    Wrong praise is worse than none: a statement is quoted once, for what it says most plainly, and never where any rule has something
    against it. A row of a table tells no story, and a claim that was negated praises nothing.
    """
    blamed = set(report.faulted)
    told = _told(report)
    found: list[Strength] = []
    for name, plainness in (("adversity", _overcomes), ("measure", _improves), ("alternative", _compares)):
        ranked = [(plainness(report, told, statement), statement) for statement in told if statement not in blamed]
        if name == "adversity":
            # A row of figures answers a trouble, but tells neither it nor what was done.
            ranked += [(2, overcome.answer) for overcome in told_in_steps(report, blamed) if overcome.by_deed]
            ranked = [item for item in ranked if not _MAKESHIFT.search(report.shown(report.outline.statements[item[1]].span))]
        best = max(ranked, key=lambda item: (item[0], -item[1]), default=(0, -1))
        if best[0] > 0:
            found.append(Strength(name, best[1]))
            blamed.add(best[1])
    return tuple(found[:most])


def _told(report: Report) -> dict[int, list[Signal]]:
    """By statement the strong signals of what the author tells as their own."""
    told: dict[int, list[Signal]] = {}
    for signal in report.signals:
        claim = report.claims[signal.statement]
        if signal.strength == "strong" and claim.own and not claim.negated and report.outline.statements[signal.statement].table < 0:
            told.setdefault(signal.statement, []).append(signal)
    return told


def _overcomes(report: Report, told: dict[int, list[Signal]], statement: int) -> int:
    """How plainly the statement tells an obstacle and then what was done or learned."""
    signals, names = told[statement], {signal.name for signal in told[statement]}
    for before, answers, plainness in (("failure", ("remedy",), 3), ("difficulty", ("remedy",), 2)):
        for trouble in signals:
            if trouble.name == before and any(signal.name in answers and signal.span.end > trouble.span.end for signal in signals):
                return plainness
    statements = report.outline.statements
    next_one = statement + 1
    follows = next_one < len(statements) and statements[next_one].entry == statements[statement].entry
    following = {signal.name for signal in told.get(next_one, ())} if follows else set()
    if {"failure", "cause"} <= names and following & {"remedy", "change", "lesson"}:
        return 3
    return 1 if {"failure", "lesson"} <= names else 0


def _improves(report: Report, told: dict[int, list[Signal]], statement: int) -> int:
    """How plainly the statement tells what was changed and both ends of what came of it, and sets no two ways side by side."""
    names = {signal.name for signal in told[statement]}
    if not _has_both_ends(report, told[statement]) or "failure" in names or _words_match(report, told[statement], _COMPARING):
        return 0
    if names & {"change", "remedy"}:
        return 2
    outcomes = [signal.span for signal in told[statement] if signal.name in _OUTCOMES]
    return int(any(signal.name == "action" and not any(outcome.contains(signal.span) for outcome in outcomes) for signal in told[statement]))


def _compares(report: Report, told: dict[int, list[Signal]], statement: int) -> int:
    """How plainly the statement names two ways, and by which measure or for which reason one of them won."""
    signals, names = told[statement], {signal.name for signal in told[statement]}
    grounded = bool(names & {"metric", "reason"})
    ways = {report.shown(signal.span).lower() for signal in signals if signal.name == "technique"}
    words = report.shown(report.outline.statements[statement].span)
    if report.outline.statements[statement].language == "ko":
        ways |= {way.lower() for way in _LATIN.findall(words)}
    if not grounded or _FIT_TO_COMPARE.search(words):
        return 0
    # With one way named and one figure, the other is mostly a baseline that anything would beat.
    measured = len({signal.span for signal in signals if signal.name == "metric"})
    if _words_match(report, signals, _COMPARING) and (len(ways) >= 2 or measured >= 2):
        return 2 if _has_both_ends(report, signals) else 3
    one_is_enough = _words_match(report, signals, _CONSIDERED) and "reason" in names
    if _words_match(report, signals, _INSTEAD) and (len(ways) >= 2 or one_is_enough):
        return 0 if _has_both_ends(report, signals) else 1
    return 0


def _words_match(report: Report, signals: Sequence[Signal], pattern: Expression) -> bool:
    return any(signal.name == "alternative" and pattern.search(report.shown(signal.span)) for signal in signals)


def _has_both_ends(report: Report, signals: Sequence[Signal]) -> bool:
    """Whether a change is told with two numbers that are no dates."""
    changes = [report.shown(signal.span) for signal in signals if signal.name == "before-after"]
    return any(len(_NUMBER.findall(words)) >= 2 and _PERIOD.search(words) is None for words in changes)


def most_important(findings: Sequence[Finding], most: int = 3) -> tuple[Finding, ...]:
    """The findings that matter most: the gravest first, each rule once as long as there are other rules."""
    ranked = sorted(findings, key=lambda finding: (LEVELS.index(finding.level), finding.span.start))
    chosen: list[Finding] = []
    for finding in ranked:
        if finding.level != "note" and finding.code not in {other.code for other in chosen}:
            chosen.append(finding)
    chosen += [finding for finding in ranked if finding.level != "note" and finding not in chosen]
    return tuple(chosen[:most])


def _reproached(report: Report) -> dict[str, set[int]]:
    """By element the statements that show none of it: a choice by fashion gives no reason and no cause, a difficulty left open is no goal."""
    found: dict[str, set[int]] = {}
    for element, statement in report.denied:
        found.setdefault(element, set()).add(statement)
    return found


def _answers(report: Report) -> dict[int, int]:
    """By entry the first statement that answers a trouble told before."""
    found: dict[int, int] = {}
    for overcome in told_in_steps(report, frozenset(report.faulted)):
        found.setdefault(report.outline.statements[overcome.answer].entry, overcome.answer)
    return found


def _shown_by(report: Report, element: str, signals: list[Signal], names: tuple[str, ...], reproached: Collection[int]) -> int | None:
    for strength in ("strong", "weak", "label"):
        for signal in signals:
            if signal.statement in reproached or signal.name not in names or signal.strength != strength:
                continue
            if report.claims[signal.statement].author in ("author", "team") and is_credit(report, element, signal):
                return signal.statement
    return None
