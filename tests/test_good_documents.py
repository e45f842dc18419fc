"""Twelve good documents, written by people who did not see the patterns, are silent but for notes that are written down."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import careerlint
from careerlint.config import Config

FOLDER = Path(__file__).parent / "good"
CONFIG = Config(as_of=date(2026, 1, 1))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.md")), ids=lambda path: path.name)
def test_good_document_is_silent(path: Path) -> None:
    known: list[dict[str, Any]] = yaml.safe_load((FOLDER / "known-findings.yml").read_text(encoding="utf-8"))
    report = careerlint.lint(path, CONFIG)
    found = sorted((finding.code, " ".join(report.document.words(finding.span).split())) for finding in report.findings)
    assert found == sorted((item["code"], item["text"]) for item in known if item["file"] == path.name)
    assert all(finding.level == "note" for finding in report.findings)


def test_there_are_twelve_in_two_languages() -> None:
    assert sorted(path.name[:2] for path in FOLDER.glob("*.md")) == ["en"] * 6 + ["ko"] * 6
