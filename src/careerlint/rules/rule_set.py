"""The rule set: finds the rule folders, reads them once, and keeps the compiled form in the user's cache."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.metadata import version
from pathlib import Path
from typing import Any
from uuid import uuid4

from careerlint.model.rule import Rule
from careerlint.rules.rule_files import read_rule
from careerlint.rules.signal_files import SignalFile, read_lists, read_signal
from careerlint.rules.skill_files import check_skills
from careerlint.rules.yaml_source import RuleFileError, read_source

_FORMAT = "4"
"""Changes when the pickled classes change shape."""


@dataclass(frozen=True)
class RuleSet:
    """All signals, claim markers and rules; `vocabulary` maps a file name without suffix to its data.

    `identity` is a hash of every file that went in. Rules are ordered by code.
    """

    signals: tuple[SignalFile, ...]
    rules: tuple[Rule, ...]
    vocabulary: Mapping[str, Any]
    identity: str

    def rule(self, name: str) -> Rule | None:
        """The rule with this code or name, in any case."""
        wanted = name.strip().lower()
        return next((rule for rule in self.rules if wanted in (rule.code.lower(), rule.name)), None)


def rules_folder() -> Path:
    """Where the rules that come with careerlint are: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent.parent / "rules"


def load_rule_set(folders: Sequence[Path] = (), *, use_cache: bool = True) -> RuleSet:
    """The rules that come along and those of the user's folders; raises RuleFileError for the first mistake."""
    roots = (rules_folder(), *folders)
    for folder in folders:
        if not folder.is_dir():
            raise RuleFileError(folder, 1, 1, "there is no such folder of rules; --rules takes a folder")
    files = [(root, path) for root in roots for path in sorted(root.rglob("*.yml"))]
    identity = _identity(files)
    cached = _cache_file(identity)
    if use_cache:
        with suppress(OSError, pickle.PickleError, EOFError, AttributeError, ImportError, IndexError, TypeError, ValueError):
            found = pickle.loads(cached.read_bytes())
            if isinstance(found, RuleSet) and found.identity == identity:
                return found
    rule_set = _compile(files, identity)
    if use_cache:
        _write(cached, rule_set)
    return rule_set


def _identity(files: Sequence[tuple[Path, Path]]) -> str:
    digest = hashlib.sha256(f"{_FORMAT} {version('careerlint')}".encode())
    for root, path in files:
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _cache_file(identity: str) -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("careerlint") / f"rules-{identity}.pickle"


def _write(path: Path, rule_set: RuleSet) -> None:
    # A read-only home is no reason to fail: the next run compiles again.
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{uuid4().hex}")
        draft.write_bytes(pickle.dumps(rule_set, protocol=pickle.HIGHEST_PROTOCOL))
        draft.replace(path)


def _compile(files: Sequence[tuple[Path, Path]], identity: str) -> RuleSet:
    vocabulary: dict[str, Any] = {}
    lists: dict[str, dict[str, tuple[str, ...]]] = {"ko": {}, "en": {}}
    signals: list[SignalFile] = []
    rules: list[Rule] = []
    for _, path in (item for item in files if item[1].parent.name == "vocabulary"):
        source = read_source(path)
        if path.stem == "lists":
            source.check_keys((), source.data, ("ko", "en"), "the shared lists")
            for language, data in source.data.items():
                lists[language] |= read_lists(source, (language,), data)
        elif path.stem == "skills":
            vocabulary["skills"] = check_skills(source, vocabulary.get("skills", {}))
        else:
            vocabulary[path.stem] = source.data
    for _, path in files:
        if path.parent.name in ("signals", "claims"):
            signals.append(read_signal(path, lists))
        elif path.parent.name != "vocabulary":
            rules.append(read_rule(path))
    _check_references(signals, rules)
    return RuleSet(_merged(signals), tuple(sorted(rules, key=lambda rule: rule.code)), vocabulary, identity)


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
        conditions = (*rule.needs, *rule.unless, *(condition for change in rule.levels for condition in change.when))
        for name in (*rule.fires, *(name for condition in conditions for name in (*condition.signals, *condition.without))):
            if name not in names:
                near = get_close_matches(name, names, 1)
                hint = f"; did you mean '{near[0]}'?" if near else ""
                raise RuleFileError(Path(rule.path), 1, 1, f"there is no signal '{name}'{hint} Known: {', '.join(sorted(names))}")
