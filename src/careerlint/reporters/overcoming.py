"""Overcoming: where a trouble is told and what was done about it follows, in one statement or in the next ones."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from careerlint.model.finding import Report
from careerlint.model.signal import Signal

_REACH = 3
"""How many statements after a trouble its answer may stand."""
_NEAR = 2
"""And how many where no cause is told."""
_TROUBLE = frozenset(("failure", "difficulty"))
_ANSWERS = frozenset(("remedy", "change", "turnaround", "before-after"))
_DEEDS = frozenset(("remedy", "change", "turnaround", "action", "response"))
_EXCUSES = frozenset(("blame", "apology", "self-deprecation"))
_CALLED_TROUBLE = frozenset(("failure", "difficulty", "obstacle"))
_CALLED_ANSWER = frozenset(("remedy", "cause"))
_TELLS_DEED = _DEEDS | {"deed", "before-after", "technique"}
_FEWEST_WORDS = 5
"""Words of a trouble, and of its answer, that tell more than their names."""


class Overcome(NamedTuple):
    """The statement that tells the trouble, and a later one that answers it; `by_deed` where that one says what was done."""

    trouble: int
    answer: int
    by_deed: bool


def told_in_steps(report: Report, blamed: Set[int]) -> Iterator[Overcome]:
    """Troubles whose remedy, or whose cause and then what changed, follow within a few statements of the same text.

    A story is mostly told in short sentences: what went wrong, why, what was done. Nothing is said of a trouble that any rule has
    something against, nor of one that another trouble or an excuse follows before its answer.
    """
    strong: dict[int, list[Signal]] = {}
    for signal in report.signals:
        # A weak sign of a cause ("it ignored the hours") is one behind a trouble, and a label tells a remedy of its own line.
        if (signal.strength == "strong" or signal.name == "cause" or _is_labelled(report, signal)) and report.claims[signal.statement].own and report.outline.statements[signal.statement].table < 0:
            strong.setdefault(signal.statement, []).append(signal)
    yield from _labelled_pairs(report, strong, blamed)
    for trouble, signals in sorted(strong.items()):
        if trouble not in blamed and _names(signals) & _TROUBLE and (answer := _answer(report, strong, trouble, blamed)) is not None:
            yield Overcome(trouble, answer, bool(_names(strong[answer]) & _DEEDS))


def _labelled_pairs(report: Report, strong: Mapping[int, Sequence[Signal]], blamed: Set[int]) -> Iterator[Overcome]:
    """Statements that their labels call a trouble and then its answer ("Issue: ...", "Fix: ..."), both told in a sentence, and the answer with what was done."""
    labelled: dict[int, set[str]] = {}
    for signal in report.signals:
        if _has_own_label(report, signal) and report.claims[signal.statement].author in ("author", "team") and signal.statement not in blamed:
            labelled.setdefault(signal.statement, set()).add(signal.name)
    for trouble, called in sorted(labelled.items()):
        # "Fix" stands among troubles too, but is the answer to one.
        if not called & _CALLED_TROUBLE or called & _CALLED_ANSWER or _is_short(report, trouble):
            continue
        answer = next((other for other in _following(report, trouble) if "remedy" in labelled.get(other, ())), None)
        if answer is None or _is_short(report, answer):
            continue
        names = {signal.name for signal in strong.get(answer, ()) if signal.strength == "strong"}
        if names & _TELLS_DEED and not names & _EXCUSES:
            yield Overcome(trouble, answer, True)


def _is_short(report: Report, statement: int) -> bool:
    return len(report.shown(report.outline.statements[statement].span).split()) < _FEWEST_WORDS


def _answer(report: Report, strong: dict[int, list[Signal]], trouble: int, blamed: Set[int]) -> int | None:
    """The statement that answers a trouble: a remedy close by, or what changed once the cause is told."""
    explained, later = "cause" in _names(strong[trouble]), False
    for other in _following(report, trouble):
        names = _names(strong.get(other, ()))
        later = later or "cause" in names
        # The next bullet is a matter of its own, unless a bullet tells the cause.
        apart = _is_bullet_beside(report, trouble, other)
        negated = report.claims[other].negated
        if other in blamed or names & _EXCUSES:
            return None
        if not negated and (names & _ANSWERS if later or (explained and not apart) else not apart and "remedy" in names and other - trouble <= _NEAR):
            return other
        # Another trouble, or what was not done or known, ends the story without an answer.
        if names & _TROUBLE or (negated and "cause" not in names):
            return None
    return None


def _is_bullet_beside(report: Report, trouble: int, other: int) -> bool:
    statements = report.outline.statements
    first, found = statements[trouble], statements[other]
    return first.form == "bullet" and found.block.span != first.block.span and found.parent != trouble


def _is_labelled(report: Report, signal: Signal) -> bool:
    """Whether the label of the very statement says that it is a remedy ("해결: ...")."""
    return signal.name == "remedy" and _has_own_label(report, signal)


def _has_own_label(report: Report, signal: Signal) -> bool:
    """Whether the label of the very statement gives the signal, and no heading above it."""
    label = report.outline.statements[signal.statement].label
    return signal.strength == "label" and bool(label) and signal.pattern == f"label {label}"


def _following(report: Report, trouble: int) -> Iterator[int]:
    """The next statements of the same entry and section that go on with it: sentences of one text, or what stands below its bullet."""
    statements = report.outline.statements
    first = statements[trouble]
    for other in range(trouble + 1, min(trouble + 1 + _REACH, len(statements))):
        found = statements[other]
        together = found.block.span == first.block.span or found.parent == trouble or (found.form == first.form and (found.form == "prose" or found.parent == first.parent))
        if found.entry != first.entry or found.section != first.section or not together:
            return
        yield other


def _names(signals: Collection[Signal]) -> set[str]:
    return {signal.name for signal in signals}
