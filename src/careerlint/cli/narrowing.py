"""Narrowing a run to what is new: since a baseline, since a revision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerlint.baseline import Accepted
    from careerlint.cli.configuring import Configuring
    from careerlint.config import Config
    from careerlint.model.finding import Run

_STALE = 20
"""Stale entries that are told one by one."""


class NarrowingError(Exception):
    """Why the run cannot be compared, in words for the user."""


def narrow_run(run: Run, configuring: Configuring, revision: str | None) -> tuple[Run, tuple[str, ...]]:
    """The run without what was there before, and lines about accepted findings that are gone. Raises NarrowingError."""
    if revision is not None:
        run = _since_revision(run, configuring, revision)
    baseline = configuring.of(Path(run.outcomes[0].path)).baseline
    return _since_baseline(run, baseline, configuring) if baseline is not None else (run, ())


def _since_revision(run: Run, configuring: Configuring, name: str) -> Run:
    from careerlint.changed import only_changed
    from careerlint.model.finding import Report
    from careerlint.repository import GitError, Revision

    revision = Revision(name)
    try:
        outcomes = [
            only_changed(outcome, revision, configuring.of(Path(outcome.path)).config) if isinstance(outcome, Report) else outcome
            for outcome in run.outcomes
        ]
    except GitError as error:
        raise NarrowingError(str(error)) from None
    return replace(run, outcomes=tuple(outcomes))


def _since_baseline(run: Run, path: Path, configuring: Configuring) -> tuple[Run, tuple[str, ...]]:
    from careerlint.baseline import BaselineError, compare, read_baseline
    from careerlint.reporters.clean_text import on_one_line

    try:
        compared = compare(run, read_baseline(path), path.parent, _asked_about(path.parent, configuring))
    except BaselineError as error:
        raise NarrowingError(str(error)) from None
    lines = [f"careerlint: {on_one_line(each.path)}: {each.code} of the baseline is gone" for each in compared.stale[:_STALE]]
    if len(compared.stale) > _STALE:
        lines.append(f"careerlint: and {len(compared.stale) - _STALE} more of the baseline are gone")
    if lines:
        lines.append("careerlint: 'careerlint baseline write' takes them out")
    return compared.run, tuple(lines)


def _asked_about(folder: Path, configuring: Configuring) -> Callable[[Accepted], bool]:
    """What tells whether the rule of an accepted finding was asked about its document, or is a rule no longer: what was not asked is not gone."""
    from careerlint.config import chosen_rules
    from careerlint.rules.rule_set import rule_set_of

    @cache
    def spared(config: Config) -> frozenset[str]:
        rules = rule_set_of(config.rule_folders, config.use_cache).rules
        return frozenset(rule.code for rule in rules) - {rule.code for rule in chosen_rules(rules, config)}

    return lambda accepted: accepted.code not in spared(configuring.of(folder / accepted.path).config)
