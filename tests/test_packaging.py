"""Packaging: the rules travel in the wheel and are found there; an editable install takes those of the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

import pytest

from careerlint.rules.rule_set import rules_folder

ROOT = Path(__file__).parent.parent
RULE_FILES = {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*.yml")}
ASK = """
import json
from pathlib import Path
import careerlint
from careerlint.rules.rule_set import load_rule_set, rules_folder
found = load_rule_set((), use_cache=False)
print(json.dumps([Path(careerlint.__file__).parent.as_posix(), rules_folder().as_posix(), len(found.rules), found.identity]))
"""


def answer(*paths: Path, folder: Path) -> list[str | int]:
    """Where careerlint and its rules are for a process that looks at these paths first."""
    import json

    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths))}
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, encoding="utf-8", env=environment, cwd=folder, timeout=60, check=True)
    found: list[str | int] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what the repository holds; pip fetches the build backend if it has to."""
    folder = tmp_path_factory.mktemp("wheel")
    call = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--disable-pip-version-check", "--wheel-dir", str(folder), str(ROOT)]
    done = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    if done.returncode and "No matching distribution found for hatchling" in done.stderr:
        pytest.skip("the build backend is not here and there is no package index")
    assert done.returncode == 0, done.stderr
    return next(folder.glob("careerlint-*.whl"))


@pytest.mark.xdist_group("wheel")
def test_the_wheel_holds_every_rule_and_the_mark_of_a_typed_package(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.removeprefix("careerlint/_rules/") for name in names if name.startswith("careerlint/_rules/")} >= RULE_FILES
    assert "careerlint/py.typed" in names
    page = ROOT / "src" / "careerlint" / "reporters" / "html"
    assert {f"careerlint/reporters/html/{path.relative_to(page).as_posix()}" for ending in ("css", "js", "j2") for path in page.rglob(f"*.{ending}")} <= names
    assert not [name for name in names if name.startswith(("tests/", "examples/", "rules/"))]


@pytest.mark.xdist_group("wheel")
def test_an_installed_wheel_finds_its_own_rules(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        file.extractall(tmp_path / "site")
    package, rules, count, identity = answer(tmp_path / "site", folder=tmp_path)
    assert package == (tmp_path / "site" / "careerlint").as_posix()
    assert rules == f"{package}/_rules"
    # The same files give the same identity wherever they lie.
    assert [count, identity] == answer(ROOT / "src", folder=tmp_path)[2:]


@pytest.mark.xdist_group("wheel")
def test_an_installed_wheel_compiles_no_rules_of_its_own(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        file.extractall(tmp_path / "site")
    call = "import sys; from careerlint.rules.rule_set import load_rule_set; load_rule_set(use_cache=False); print('careerlint.rules.compiling' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, env=environment, cwd=tmp_path, timeout=60, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.xdist_group("wheel")
def test_the_metadata_fit_what_is_promised(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        metadata = next(file.read(name).decode() for name in file.namelist() if name.endswith(".dist-info/METADATA"))
        scripts = next(file.read(name).decode() for name in file.namelist() if name.endswith("entry_points.txt"))
        licences = [name for name in file.namelist() if name.endswith("LICENSE")]
    assert "Requires-Python: <3.14,>=3.11" in metadata
    assert "License-Expression: MIT" in metadata
    assert "careerlint = careerlint.cli:main" in scripts
    assert len(licences) == 1


def test_no_other_kiwi_is_asked_for_than_the_rules_are_measured_with() -> None:
    """Its model decides where words end: with 0.22 and 0.23 the examples have other findings."""
    needs = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    major, minor = map(int, version("kiwipiepy").split(".")[:2])
    assert f"kiwipiepy>={major}.{minor},<{major}.{minor + 1}" in needs


def test_a_checkout_takes_the_rules_at_its_top() -> None:
    assert rules_folder() == ROOT / "rules"
    assert not (ROOT / "src" / "careerlint" / "_rules").exists()


def test_the_installed_command_is_of_this_checkout() -> None:
    try:
        found = distribution("careerlint")
    except PackageNotFoundError:
        pytest.skip("careerlint runs from its sources here")
    assert [point.value for point in found.entry_points] == ["careerlint.cli:main"]
