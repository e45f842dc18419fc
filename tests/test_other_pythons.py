"""Other Pythons: every supported one that is on this machine imports what needs no library, and reads and writes what another has packed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from careerlint import lint
from careerlint.kept_expressions import compile_expression
from careerlint.packing import pack
from careerlint.results import pack as pack_report
from careerlint.results import unpack as unpack_report
from careerlint.rules.packed import unpack_rules
from careerlint.rules.rule_set import RuleSet, rule_set_of

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src"
MODULES = sorted(".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__") for path in SOURCE.rglob("*.py") if path.stem != "__main__")
EXPRESSIONS = [(r"(?P<whole>\d+)(?:\.(\d+))?\s?(?P<unit>ms|개)", 0), (r"(?:[가-힣]++|😀)(?P<again>.)(?P=again)", re.DOTALL | re.IGNORECASE)]
EVERY = 20
"""Of so many patterns one is packed again: all take seconds, and what one Python packs in another way is in many of them."""
TEXT = "3.5 ms, 팀 40개\n만들었다 😀xx GO!!\n"

WORK = """
import importlib, json, sys
from dataclasses import replace
from pathlib import Path

source, folder, modules, expressions, text, every = json.loads(sys.argv[1])
sys.path.insert(0, source)
failed = {}
for name in modules:
    try:
        importlib.import_module(name)
    except Exception as error:
        is_library = isinstance(error, ModuleNotFoundError) and not error.name.startswith("careerlint")
        failed[name] = error.name.split(".")[0] if is_library else repr(error)

from careerlint.kept_expressions import compile_expression
from careerlint.packing import pack
from careerlint.results import pack as pack_report, unpack as unpack_report
from careerlint.rules.packed import unpack_rules

rules = unpack_rules(Path(folder, "rules").read_bytes())
tables = {}
for language in rules.tables:
    table = rules.table(language)
    tables[language] = pack(replace(table, lines=tuple(pack(unpack_rules(line)) for line in table.lines[::every])))
Path(folder, "rules again").write_bytes(pack(replace(rules, tables=tables, needs=pack(rules.word_needs()))))
report = unpack_report(Path(folder, "report").read_bytes())
Path(folder, "report again").write_bytes(pack_report(replace(report, signals=tuple(report.signals))))
found = [[match.span() for match in compile_expression(*each).finditer(text)] for each in expressions]
print(json.dumps([failed, found]))
"""


def _candidates() -> Iterator[Path]:
    for name in ("python3", "python3.11", "python3.12", "python3.13"):
        for folder in (None, os.defpath):
            if found := shutil.which(name, path=folder):
                yield Path(found)
    versions = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    yield from sorted(versions.glob("3.*/bin/python"))


def _others() -> dict[str, Path]:
    """The supported Pythons of this machine that are of another release than ours, by that release."""
    supported = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    least, below = (tuple(map(int, part.lstrip("<>=").split("."))) for part in supported.split(","))
    found: dict[str, Path] = {}
    for candidate in _candidates():
        done = subprocess.run([candidate, "-S", "-c", "import sys; print(*sys.version_info[:3], sys.implementation.name)"], capture_output=True, text=True, timeout=60, check=False)
        if done.returncode == 0 and (told := done.stdout.split())[3:] == ["cpython"]:
            version = tuple(map(int, told[:3]))
            if least <= version < below and version != sys.version_info[:3]:
                found.setdefault(".".join(told[:3]), candidate)
    return found


def _parts(rules: Any, step: int) -> tuple[Any, ...]:
    assert isinstance(rules, RuleSet)
    tables = {language: rules.table(language) for language in rules.tables}
    lines = {language: [unpack_rules(line) for line in table.lines[::step]] for language, table in tables.items()}
    return rules.rules, rules.signals, rules.vocabulary, rules.word_needs(), {language: replace(table, lines=()) for language, table in tables.items()}, lines


def test_every_other_python_of_this_machine_reads_and_writes_what_ours_does(tmp_path: Path) -> None:
    others = _others()
    if not others:
        pytest.skip("no other Python that is supported is on this machine")
    rules = rule_set_of()
    (tmp_path / "rules").write_bytes(pack(rules))
    (tmp_path / "cv.md").write_text("# Ada Lind\n\n## Projects\n\n- 정확도를 40%에서 52%로 올렸다.\n- We tried a larger network but it did not work.\n", encoding="utf-8")
    report = lint(tmp_path / "cv.md")
    (tmp_path / "report").write_bytes(pack_report(report))
    asked = json.dumps([str(SOURCE), str(tmp_path), MODULES, EXPRESSIONS, TEXT, EVERY])
    expected = [[list(match.span()) for match in compile_expression(*each).finditer(TEXT)] for each in EXPRESSIONS]
    expected_parts = _parts(rules, EVERY)
    for version, python in others.items():
        # Without the libraries of that Python: which it has is chance, and they are built for one version.
        done = subprocess.run([python, "-S", "-B", "-P", "-X", "utf8", "-c", WORK, asked], capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
        assert done.returncode == 0, f"Python {version}: {done.stderr}"
        failed, found = json.loads(done.stdout)
        assert found == expected, f"Python {version}"
        ours = {name: missing for name, missing in failed.items() if not missing.isidentifier() or missing in sys.stdlib_module_names}
        assert not ours, f"Python {version} cannot import modules: {ours}"
        assert unpack_report((tmp_path / "report again").read_bytes()) == replace(report, signals=tuple(report.signals)), f"Python {version}"
        assert _parts(unpack_rules((tmp_path / "rules again").read_bytes()), 1) == expected_parts, f"Python {version}"
