"""Folded stretches: what stands in `<details>` is told under its summary, and what stands behind it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

import careerlint
from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text

_PAGE = "# Tide Finder\n\nFinds tides.\n\n## Features\n\n{}\n\n## Results\n\n- 0.91\n"


def told(text: str) -> dict[str, str]:
    """The headings around each statement, innermost first, by its words."""
    document = read_text(text.encode(), "README.md", Config().limits)
    outline = linter().outline(document, Config())
    return {document.words(one.span): " < ".join(filter(None, outline.headings_above(one.section))) for one in outline.statements}


@pytest.mark.parametrize("folded", [
    "<details>\n<summary>Data</summary>\n\n- 300 photographs\n\n</details>\n\nNine harbours use it.",
    "<details><summary><b>Data</b></summary>\n<div markdown=\"1\">\n\n- 300 photographs\n\n</div>\n</details>\n\n- Nine harbours use it.",
    "<details><summary>Data</summary>\n300 photographs\n</details>\nNine harbours use it.",
])
def test_what_follows_a_folded_stretch_stands_under_the_heading_around_it(folded: str) -> None:
    found = told(_PAGE.format(folded))
    assert found["300 photographs"] == "Data < Features < Tide Finder"
    assert found["Nine harbours use it."] == "Features < Tide Finder"
    assert found["0.91"] == "Results < Tide Finder"


def test_a_heading_behind_a_folded_one_is_no_part_of_it() -> None:
    folded = "<details>\n<summary>Data</summary>\n\n### Photographs\n\n- 300 photographs\n\n</details>\n\n#### Harbours\n\nNine harbours use it."
    assert told(_PAGE.format(folded))["Nine harbours use it."] == "Harbours < Features < Tide Finder"


def test_folds_inside_folds_end_one_after_the_other() -> None:
    inner = "<details>\n<summary>Data</summary>\n\n- 300 photographs\n\n</details>\n\nNine harbours use it."
    found = told(_PAGE.format(f"<details>\n<summary>Method</summary>\n\nIt counts.\n\n{inner}\n\n</details>\n\nIt is free."))
    assert [found[words].split(" < ")[0] for words in ("It counts.", "300 photographs", "It is free.")] == ["Method", "Data", "Features"]
    assert found["Nine harbours use it."] != found["300 photographs"]


def test_a_fold_without_an_end_goes_on_to_the_next_heading() -> None:
    found = told(_PAGE.format("<details>\n<summary>Data</summary>\n\n- 300 photographs\n\nNine harbours use it."))
    assert found["Nine harbours use it."] == "Data < Features < Tide Finder" and found["0.91"] == "Results < Tide Finder"


def test_a_finding_behind_a_folded_stretch_is_told_under_the_heading_around_it(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(_PAGE.format("<details>\n<summary>Data</summary>\n\n- 300 photographs\n\n</details>\n\nI tried an LSTM but it did not work."), encoding="utf-8")
    report = careerlint.lint(path, Config())
    place = next(one.section for one in report.outline.statements if "LSTM" in report.document.words(one.span))
    assert report.heading(place) == "Features"
