"""Credit: which words are no evidence for an element of a story, though a signal of it stands there, and which are one without."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careerlint.expression import Expression
from careerlint.model.finding import Report
from careerlint.model.signal import Signal
from careerlint.model.span import Span

_LEAVING = Expression(r"(?:퇴사|퇴직|이직|사직)\s?(?:사유|이유)|reasons? (?:for|of) leaving", re.IGNORECASE)
"""A field of a form that asks why a job ended: what stands there tells nothing of the work."""
_ARROW = Expression(r"→|➔|⇒|->|=>")
_EXPLAINABLE = Expression(r"(?:이유|원인|근거|까닭)[을를]?\s?(?:설명|해석|알려|보여|제시)|\b(?:explain|interpret)\w*\s(?:the |its )?reasons?\b", re.IGNORECASE)
"""A model that can give its reasons: they are none of the story."""
_LEARNED_TOOL = Expression(r"\b(?:learn(?:ed|t)|learning)\s(?:how\s)?to\s(?:use|work with|code|program|write)\b", re.IGNORECASE)
"""A tool that was learned is no lesson of the work."""
_TROUBLES = frozenset(("failure", "difficulty", "obstacle"))
_DEEDS = frozenset(("change", "response", "deed"))
_FIGURES = frozenset(("figure", "before-after", "metric"))
_EXCUSES = frozenset(("blame", "apology", "self-deprecation"))
_BESIDE = 24
"""Letters around the words of a signal that are read with them."""


def is_credit(report: Report, element: str, signal: Signal) -> bool:
    """Whether the words of a signal show the element; what a form asks of the end of a job shows none."""
    statement = report.outline.statements[signal.statement]
    if statement.label and _LEAVING.search(statement.label):
        return False
    words = report.shown(signal.span)
    if element == "cause":
        around = report.shown(Span(signal.span.start, min(signal.span.end + _BESIDE, statement.span.end)))
        return not _EXPLAINABLE.search(around) and not (_ARROW.search(words) and any(letter.isdigit() for letter in words))
    if element == "lesson":
        return not _LEARNED_TOOL.search(report.shown(Span(statement.span.start, min(signal.span.end + _BESIDE, statement.span.end))))
    return True


def remedy_by_change(report: Report, signals: Sequence[Signal]) -> int | None:
    """A statement that tells a trouble or its cause and then what was changed or done about it: a remedy by any words. `signals` are those of one entry."""
    for index, here in sorted(_own(report, signals).items()):
        troubles = [signal.span.start for signal in here if signal.name in _TROUBLES]
        causes = [signal.span.end for signal in here if signal.name == "cause" and is_credit(report, "cause", signal)]
        changes = [signal.span.start for signal in here if signal.name == "change"]
        deeds = [signal.span.start for signal in here if signal.name in _DEEDS]
        figures = [signal.span.start for signal in here if signal.name in _FIGURES]
        fails = [signal.span.start for signal in here if signal.name == "failure"]
        if any(signal.name in _EXCUSES for signal in here):
            continue
        changed = _behind(changes, troubles) and not _behind(fails, changes)
        explained = _behind(changes, causes) and any(signal.name == "before-after" for signal in here)
        recovered = bool(troubles) and _behind(deeds, causes) and _behind(figures, causes) and not _behind(fails, causes)
        if changed or explained or recovered:
            return index
    return None


def measure_by_label(report: Report, signals: Sequence[Signal]) -> int | None:
    """A statement behind a label of results ("성과: 가입 210명") that counts anything: what is named a result is one."""
    own = [signal for signal in signals if report.claims[signal.statement].own]
    results = {signal.statement for signal in own if signal.name == "achievement" and signal.strength == "label"}
    return next((signal.statement for signal in own if signal.name == "quantity" and signal.statement in results), None)


def _own(report: Report, signals: Sequence[Signal]) -> dict[int, list[Signal]]:
    """By statement the strong signals of what the author tells as done."""
    strong: dict[int, list[Signal]] = {}
    for signal in signals:
        claim = report.claims[signal.statement]
        if signal.strength == "strong" and claim.own and not claim.negated:
            strong.setdefault(signal.statement, []).append(signal)
    return strong


def _behind(later: Sequence[int], earlier: Sequence[int]) -> bool:
    """Whether any of the later places stands behind any of the earlier ones."""
    return bool(later and earlier) and max(later) > min(earlier)
