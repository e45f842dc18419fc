"""The baseline: findings that were accepted before. They are known by rule, section and words, not by their line or file."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from careerlint.model.finding import Finding, Report, Run
from careerlint.standing import is_there

VERSION = 1
DEFAULT_NAME = "careerlint-baseline.json"
_LARGEST = 100_000_000


class BaselineError(Exception):
    """Why a baseline cannot be used, in words for the user."""


@dataclass(frozen=True, slots=True, order=True)
class Accepted:
    """One accepted finding. `path` (from the folder of the baseline, with `/`) says where it was; `fingerprint` knows it again."""

    path: str
    code: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The run with nothing but its new findings, and the accepted ones that are gone, ordered by path and code."""

    run: Run
    stale: tuple[Accepted, ...]


def accepted_of(run: Run, folder: Path) -> tuple[Accepted, ...]:
    """All findings of a run as accepted ones, ordered."""
    return tuple(sorted(Accepted(_path(report.path, folder), finding.code, finding.fingerprint) for report in run.reports for finding in report.findings))


def write_baseline(accepted: Iterable[Accepted]) -> str:
    """The text of a baseline file: one finding in a line, so that a difference is easy to read."""
    rows = ",\n".join(f"    {json.dumps([each.path, each.code, each.fingerprint], ensure_ascii=False)}" for each in accepted)
    return f'{{\n  "version": {VERSION},\n  "findings": [\n{rows}\n  ]\n}}\n' if rows else f'{{\n  "version": {VERSION},\n  "findings": []\n}}\n'


def read_baseline(path: Path) -> tuple[Accepted, ...]:
    """The accepted findings of a file; raises BaselineError."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except FileNotFoundError:
        raise BaselineError(f"there is no baseline {path}; write one with 'careerlint baseline write'") from None
    except OSError as error:
        raise BaselineError(f"the baseline {path} cannot be read ({error.strerror}); name another one with --baseline") from None
    try:
        data: Any = json.loads(content) if len(content) <= _LARGEST else None
        if not isinstance(data, dict) or data.get("version") != VERSION:
            raise ValueError
        return tuple(Accepted(*(_text(part) for part in row)) for row in data["findings"])
    except (ValueError, TypeError, KeyError, RecursionError):
        raise BaselineError(f"{path} is no baseline of this careerlint; write it anew with 'careerlint baseline write'") from None


def compare(run: Run, accepted: tuple[Accepted, ...], folder: Path, may_be_found: Callable[[Accepted], bool]) -> Compared:
    """Leave out of the run what was accepted.

    A finding of the same file is taken first, then one of any file: a text may have moved, also into another format. Accepted
    findings are stale where their file was linted, or is there no longer, their rule was asked (`may_be_found`), and nothing answers to them.
    """
    left = Counter(accepted)
    reports = {index: (outcome, _path(outcome.path, folder)) for index, outcome in enumerate(run.outcomes) if isinstance(outcome, Report)}
    new: dict[int, list[Finding]] = {}
    for index, (report, path) in reports.items():
        new[index] = [finding for finding in report.findings if not _take(left, Accepted(path, finding.code, finding.fingerprint))]
    linted = {path for _, path in reports.values()}
    # A file that was not linted and is still there keeps what was accepted in it.
    moved = Counter({each: count for each, count in left.items() if each.path in linted or not is_there(folder / each.path)})
    anywhere: dict[tuple[str, str], list[Accepted]] = {}
    for each in sorted(moved.elements()):
        anywhere.setdefault((each.code, each.fingerprint), []).append(each)
    outcomes = list(run.outcomes)
    for index, (report, _) in reports.items():
        kept = []
        for finding in new[index]:
            candidates = anywhere.get((finding.code, finding.fingerprint))
            if candidates:
                moved[candidates.pop()] -= 1
            else:
                kept.append(finding)
        outcomes[index] = replace(report, findings=tuple(kept))
    return Compared(replace(run, outcomes=tuple(outcomes)), tuple(sorted(each for each in moved.elements() if may_be_found(each))))


def _take(left: Counter[Accepted], wanted: Accepted) -> bool:
    if left[wanted] <= 0:
        return False
    left[wanted] -= 1
    return True


def _path(path: str, folder: Path) -> str:
    return os.path.relpath(os.path.realpath(path), os.path.realpath(folder)).replace(os.sep, "/")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
