"""HON011, traces: what backs each claim of the vocabulary, by the name of a file, by a dependency, by an import."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from backing_repositories import FILES, PACKAGES, PYTHON, THINGS, backing_files
from repositories import readme

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.surroundings import Imagined
from careerlint.readers import read_text

OTHER = {"README.md": "", "stops.c": "int main() {}"}
STACK = "# Crowded stops\n\n## Overview\n\nShows how crowded a bus stop will be.\n\n## Tech stack\n\n- {name}\n"


def found(text: str, files: dict[str, str]) -> list[str]:
    around = Imagined(files)
    document = replace(read_text(text, "README.md"), folder=str(around.root))
    report = linter().lint(document, Config(select=("HON011",), as_of=date(2026, 1, 1)), around)
    return [finding.message for finding in report.findings]


@pytest.mark.parametrize("name", sorted({*PYTHON, *PACKAGES, *FILES}))
def test_a_technology_without_any_trace_is_told(name: str) -> None:
    assert len(found(STACK.format(name=name), OTHER)) == 1


@pytest.mark.parametrize(("name", "path", "content"), list(backing_files()), ids=[f"{name}, {path}" for name, path, _ in backing_files()])
def test_one_trace_of_a_technology_is_enough(name: str, path: str, content: str) -> None:
    assert found(STACK.format(name=name), {**OTHER, path: content}) == []


@pytest.mark.parametrize("key", THINGS)
def test_one_trace_of_a_thing_is_enough(key: str) -> None:
    claim, files = THINGS[key]
    assert len(found(readme(claim), OTHER)) == 1
    assert {path: found(readme(claim), {**OTHER, path: content}) for path, content in files.items()} == {path: [] for path in files}
