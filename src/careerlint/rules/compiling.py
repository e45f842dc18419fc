"""Compiling: reads all rule and signal files, merges what belongs together and checks that names exist."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from careerlint.model.rule import Rule
from careerlint.rules.rule_error import RuleFileError
from careerlint.rules.rule_files import read_rule
from careerlint.rules.signal_files import read_signal
from careerlint.rules.signal_patterns import SignalFile
from careerlint.rules.vocabulary_files import read_vocabulary


def compile_files(files: Sequence[Path]) -> tuple[tuple[SignalFile, ...], tuple[Rule, ...], dict[str, Any]]:
    """The signals, the rules ordered by code, and the vocabulary; raises RuleFileError for the first mistake."""
    vocabulary = read_vocabulary([path for path in files if path.parent.name == "vocabulary"])
    lists = vocabulary.pop("lists", {})
    signals: list[SignalFile] = []
    rules: list[Rule] = []
    for path in files:
        if path.parent.name in ("signals", "claims"):
            signals.append(read_signal(path, lists))
        elif path.parent.name != "vocabulary":
            rules.append(read_rule(path))
    _check_references(signals, rules)
    return _merged(signals), tuple(sorted(rules, key=lambda rule: rule.code)), vocabulary


def _merged(signals: Sequence[SignalFile]) -> tuple[SignalFile, ...]:
    """One signal for each name: a user's file adds patterns to a signal that exists."""
    by_name: dict[str, SignalFile] = {}
    for signal in signals:
        old = by_name.get(signal.name)
        by_name[signal.name] = signal if old is None else SignalFile(
            signal.name,
            old.patterns + signal.patterns,
            old.labels | signal.labels,
            old.sections | signal.sections,
            old.numbers or signal.numbers,
            old.terms or signal.terms,
        )
    return tuple(by_name.values())


def _check_references(signals: Sequence[SignalFile], rules: Sequence[Rule]) -> None:
    names = {signal.name for signal in signals}
    taken: dict[str, str] = {}
    for rule in rules:
        for key in (rule.code, rule.name):
            if key in taken:
                raise RuleFileError(Path(rule.path), 1, 1, f"'{key}' is already taken by {taken[key]}; choose another")
            taken[key] = rule.path
        conditions = (*rule.needs, *rule.heard_with, *rule.unless, *(condition for change in rule.levels for condition in change.when))
        for name in (*rule.fires, *(name for condition in conditions for name in (*condition.signals, *condition.without, *condition.free_of))):
            if name not in names:
                near = get_close_matches(name, names, 1)
                hint = f"; did you mean '{near[0]}'?" if near else "."
                raise RuleFileError(Path(rule.path), 1, 1, f"there is no signal '{name}'{hint} Known: {', '.join(sorted(names))}")
