"""Fixing: corrections go through the source map, and a file that has changed is left alone."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.fixing import Correction, FixError, corrections, edits_of, fix_file
from careerlint.model.finding import Report
from careerlint.model.span import Span
from careerlint.readers import read_text

CONFIG = Config(select=("FMT013",), as_of=date(2026, 1, 1))


def report_of(data: bytes, name: str = "work.md") -> Report:
    return linter().lint(read_text(data, name), CONFIG)


def test_one_misspelling_is_one_finding_with_all_its_places_corrected() -> None:
    report = report_of(b"# Work\n\n- Github and Github, and `Github`\n")
    assert len(report.findings) == 1
    assert [report.document.words(item.span) for item in corrections(report)] == ["Github", "Github"]


def test_related_words_of_another_spelling_are_no_correction() -> None:
    report = report_of(b"# Work\n\n- Github is here, Pytorch is there\n")
    finding = replace(report.findings[0], related=(report.findings[1].span,))
    assert [item.text for item in corrections(replace(report, findings=(finding,)))] == ["GitHub"]


def test_a_file_that_has_changed_is_left(tmp_path: Path) -> None:
    path = tmp_path / "work.md"
    path.write_bytes(b"# Work\n\n- More words. Github\n")
    with pytest.raises(FixError, match="has changed"):
        fix_file(path, report_of(b"# Work\n\n- Github\n"))
    assert path.read_bytes() == b"# Work\n\n- More words. Github\n"


def test_words_from_two_places_are_left_out() -> None:
    data = b"# Work\n\n- Git**hub**\n"
    document = report_of(data).document
    start = document.text.index("Github")
    assert list(edits_of(document, (Correction(Span(start, start + 6), "GitHub"),))) == []


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "work.md"
    path.write_bytes(b"# Work\n\n- Github\n")
    report = report_of(path.read_bytes())

    def broken(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(FixError, match="No space left"):
        fix_file(path, report)
    assert [(item.name, item.read_bytes()) for item in tmp_path.iterdir()] == [("work.md", b"# Work\n\n- Github\n")]
