"""The reports of many documents for a program: one after the other, and nothing that one document can break."""

from __future__ import annotations

import importlib
from datetime import date
from pathlib import Path
from types import FunctionType

import pytest
from cohort_folders import ENGLISH, LOOP, make_class, write_text

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


def test_the_name_is_a_function_whatever_was_imported() -> None:
    importlib.import_module("careerlint.cohort.running")
    importlib.import_module("careerlint.cli.batch")
    assert isinstance(careerlint.batch, FunctionType)
