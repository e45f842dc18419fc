"""The reports of many documents for a program: one after the other, and nothing that one document can break."""

from __future__ import annotations

import importlib
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import FunctionType

import pytest
from cohort_folders import ENGLISH, KOREAN, LOOP, make_class, write_text

import careerlint
from careerlint.cohort.streaming import UnreadableWarning
from careerlint.config import Config
from careerlint.model.finding import Unreadable

CONFIG = Config(as_of=date(2026, 1, 1))


def test_every_report_comes_once(tmp_path: Path) -> None:
    folder = make_class(tmp_path / "class", 2)
    (folder / "person000" / "loop.pdf").write_bytes(LOOP)
    told: list[Unreadable] = []
    reports = list(careerlint.batch([folder, tmp_path / "nothing.md"], CONFIG, jobs=1, on_unreadable=told.append))
    assert sorted(report.path for report in reports) == sorted(str(path) for path in folder.glob("*/*.md"))
    assert sorted((Path(each.path).name, each.kind) for each in told) == [("loop.pdf", "broken"), ("nothing.md", "missing")]
    for report in reports:
        alone = careerlint.lint(report.path, CONFIG)
        assert report.findings == alone.findings
        assert report.findings
        assert report.document == alone.document


@pytest.mark.parametrize("kind", [str, Path])
def test_one_path_is_a_path_and_not_its_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type) -> None:
    monkeypatch.chdir(tmp_path)
    write_text(tmp_path / "a" / "b.md", KOREAN)
    write_text(tmp_path / "c" / "d.md", KOREAN)
    told: list[Unreadable] = []
    assert [report.path for report in careerlint.batch(kind("a"), CONFIG, jobs=1, on_unreadable=told.append)] == ["a/b.md"]
    assert [report.path for report in careerlint.batch(kind("ca"), CONFIG, jobs=1, on_unreadable=told.append)] == []
    assert [each.path for each in told] == ["ca"]


def test_what_nobody_asked_for_is_warned_of(tmp_path: Path) -> None:
    write_text(tmp_path / "empty.md", "")
    with pytest.warns(UnreadableWarning, match=r"empty\.md: The file is empty"):
        assert list(careerlint.batch([tmp_path], CONFIG)) == []


def test_the_first_report_comes_before_the_last_document_is_done(tmp_path: Path) -> None:
    for number in range(40):
        write_text(tmp_path / f"{number:02}.md", ENGLISH.format(number=number))
    stream = careerlint.batch([tmp_path], CONFIG, jobs=1)
    first = next(stream)
    assert first.findings
    # The rest is never linted.
    stream.close()  # type: ignore[attr-defined]


def test_a_script_that_calls_at_its_top_level_is_not_run_again_by_its_workers(tmp_path: Path) -> None:
    folder = make_class(tmp_path / "class", 2)
    script = write_text(tmp_path / "script.py", f"import careerlint\nprint('begun')\nprint(len(list(careerlint.batch([{str(folder)!r}], jobs=2))))\nprint(__file__, __spec__)\n")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.splitlines()) == (0, ["begun", str(len(list(folder.glob("*/*.md")))), f"{script} None"]), done.stderr[-2000:]


def test_the_name_is_a_function_whatever_was_imported() -> None:
    importlib.import_module("careerlint.cohort.running")
    importlib.import_module("careerlint.cli.batch")
    assert isinstance(careerlint.batch, FunctionType)
