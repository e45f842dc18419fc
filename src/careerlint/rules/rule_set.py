"""The rule set: finds the rule folders and takes their compiled form from the installed package or the user's cache, or compiles it."""

from __future__ import annotations

import hashlib
import pickle
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from careerlint.cache_folder import cache_folder
from careerlint.collector import without_collection
from careerlint.files import keep_file
from careerlint.model.outline import LANGUAGES
from careerlint.model.rule import MASKED, Rule
from careerlint.packing import pack
from careerlint.rules.packed import unpack_rules
from careerlint.rules.rule_error import RuleFileError
from careerlint.standing import is_folder

if TYPE_CHECKING:
    from careerlint.model.line_bound import Bound
    from careerlint.model.literals import Needed
    from careerlint.rules.pattern_table import PatternTable
    from careerlint.rules.signal_patterns import SignalFile


COMPILED = "compiled.bin"
"""The compiled rules of a package, beside its rule files."""


@dataclass(frozen=True)
class RuleSet:
    """All signals and claim markers (their patterns are in the tables) and rules; `vocabulary` maps a file name without suffix to its data.

    `identity` is a hash of every file that went in. Rules are ordered by code. `tables` are the pickled patterns by language:
    listing and explaining rules needs none of them, and they are nine tenths of the whole. `needs` are pickled too: what the word
    expressions of rules need.
    """

    rules: tuple[Rule, ...]
    signals: tuple[SignalFile, ...]
    vocabulary: Mapping[str, Any]
    identity: str
    tables: Mapping[str, bytes] = field(repr=False)
    needs: bytes = field(repr=False)

    @without_collection()
    def table(self, language: str) -> PatternTable:
        """The patterns of one language, unpacked."""
        return cast("PatternTable", unpack_rules(self.tables[language]))

    def word_needs(self) -> tuple[Mapping[str, Needed], Mapping[tuple[str, int], Bound]]:
        """What the word expressions of rules need, by expression, and with their flags where their matches stand."""
        return cast("tuple[Mapping[str, Needed], Mapping[tuple[str, int], Bound]]", unpack_rules(self.needs))

    def rule(self, name: str) -> Rule | None:
        """The rule with this code or name, in any case."""
        wanted = name.strip().lower()
        return next((rule for rule in self.rules if wanted in (rule.code.lower(), rule.name)), None)


def rules_folder() -> Path:
    """Where the rules that come with careerlint are: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent.parent / "rules"


def compile_into(path: Path) -> None:
    """Compile the rules that come with careerlint and write them down, as the build of a wheel does; raises RuleFileError."""
    path.write_bytes(_packed(load_rule_set(use_cache=False)))


@lru_cache(maxsize=4)
def rule_set_of(folders: tuple[Path, ...] = (), use_cache: bool = True) -> RuleSet:
    """The rules of these folders, loaded once for each process; raises RuleFileError."""
    return load_rule_set(folders, use_cache=use_cache)


@without_collection()
def load_rule_set(folders: Sequence[Path] = (), *, use_cache: bool = True) -> RuleSet:
    """The rules that come along and those of the user's folders; raises RuleFileError for the first mistake."""
    roots = (rules_folder(), *folders)
    for folder in folders:
        if not is_folder(folder):
            raise RuleFileError(folder, 0, 0, "there is no such folder of rules; correct the path")
        for path in sorted(folder.rglob("*.yaml")):
            raise RuleFileError(path, 1, 1, "only files that end in .yml are read; rename it")
        if next(folder.rglob("*.yml"), None) is None:
            raise RuleFileError(folder, 0, 0, "no rule is there: no file in this folder ends in .yml; name the folder that holds them")
    files = [(root, path) for root in roots for path in sorted(root.rglob("*.yml"))]
    identity = _identity([*files, *((roots[0], path) for path in sorted(roots[0].glob("weights/*.json")))])
    # A package was built with the compiled rules; users' own change them, and are kept in their cache.
    cached = _cache_file(identity) if use_cache else None
    for kept in (roots[0] / COMPILED, *((cached,) if cached else ())):
        found = _read(kept, identity)
        if found is not None:
            return found
    rule_set = _compile([path for _, path in files], identity)
    if cached:
        _write(cached, rule_set)
    return rule_set


def _read(path: Path, identity: str) -> RuleSet | None:
    """The compiled rules that a file holds, if they are those of this identity. It stands first in the file, so that others are not read."""
    with suppress(OSError, pickle.UnpicklingError), path.open("rb") as file:
        if file.read(len(identity)) == identity.encode():
            found = unpack_rules(file.read())
            return found if isinstance(found, RuleSet) else None
    return None


def _packed(rule_set: RuleSet) -> bytes:
    return rule_set.identity.encode() + pack(rule_set)


def _identity(files: Sequence[tuple[Path, Path]]) -> str:
    """A hash of the files and of the code that compiles them and whose classes are pickled."""
    digest = hashlib.sha256()
    package = Path(__file__).resolve().parent.parent
    for folder in ("rules", "model"):
        for path in sorted((package / folder).glob("*.py")):
            digest.update(path.read_bytes() + b"\0")
    for root, path in files:
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _compile(files: Sequence[Path], identity: str) -> RuleSet:
    # Imported on use: a set that was compiled before needs no YAML.
    from careerlint.rules.compiling import compile_files
    from careerlint.rules.pattern_table import table_of

    signals, rules, vocabulary = compile_files(files)
    patterns = [pattern for signal in signals for pattern in signal.patterns]
    tables = {language: pack(table_of(patterns, language)) for language in LANGUAGES}
    needs = pack(_word_needs(rules))
    return RuleSet(rules, tuple(replace(signal, patterns=()) for signal in signals), vocabulary, identity, tables, needs)


def _word_needs(rules: Iterable[Rule]) -> tuple[dict[str, Needed], dict[tuple[str, int], Bound]]:
    from careerlint.model.line_bound import bound_of
    from careerlint.model.literals import needed

    words = [word.removeprefix(MASKED) for rule in rules if rule.check == "placeholders" for found in rule.words.values() for word in found]
    return {word: needed(word) for word in words}, {(word, int(re.MULTILINE)): bound_of(word, re.MULTILINE) for word in words}


def _cache_file(identity: str) -> Path | None:
    folder = cache_folder()
    return folder and folder / f"rules-{identity}.pickle"


def _write(path: Path, rule_set: RuleSet) -> None:
    # A read-only home is no reason to fail: the next run compiles again.
    with suppress(OSError):
        keep_file(path, _packed(rule_set))
