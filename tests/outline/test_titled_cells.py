"""Titled cells: works of a portfolio each in a table of its own, below a heading in one of its cells."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.finding import Report
from careerlint.readers import read_text


def report_on(text: str) -> Report:
    return linter().lint(read_text(text.encode(), "case.md", Config().limits), Config())


def titles(report: Report) -> list[str]:
    return [report.document.words(entry.title) if entry.title is not None else "" for entry in report.outline.entries]


_CARD = '<table>\n  <tr>\n    <td width="220px">\n      <h3><a href="https://github.com/a/{name}">\n      {name}</a></h3>\n      <img src="{name}.png" alt="{name}"/>\n    </td>\n    <td>\n      {told}\n    </td>\n  </tr>\n</table>\n\n'
_WORKS = {"Tide map": "Draws the tides of a bay from forty gauges. The model was tried, and it failed.", "Bird calls": "Collects the calls of birds along the coast and counts them.", "둑 지도": "전국의 둑 300개를 지도에 그리고 높이를 적었습니다."}


@pytest.mark.parametrize("end", ["", "## Skills\n\n- Python\n"])
def test_a_heading_in_a_cell_heads_what_stands_in_its_table(end: str) -> None:
    report = report_on("# Portfolio\n\n## Projects\n\n" + "".join(_CARD.format(name=name, told=told) for name, told in _WORKS.items()) + end)
    assert titles(report) == list(_WORKS)
    told = [{statement.entry for statement in report.outline.statements if report.document.words(statement.span) in words} - {-1} for words in _WORKS.values()]
    assert told == [{0}, {1}, {2}]


def test_what_stands_below_the_table_belongs_to_its_heading() -> None:
    report = report_on("# Portfolio\n\n## Projects\n\n" + "".join(_CARD.format(name=name, told=told) + f"Made by {len(name)} people.\n\n" for name, told in _WORKS.items()))
    below = [statement.entry for statement in report.outline.statements if report.document.words(statement.span).startswith("Made by")]
    assert (titles(report), below) == (list(_WORKS), [0, 1, 2])


def test_cells_side_by_side_are_a_work_each() -> None:
    cells = "".join(f"<td><h3>{name}</h3>{told}</td>" for name, told in _WORKS.items())
    assert titles(report_on(f"# Portfolio\n\n## Projects\n\n<table><tr>{cells}</tr></table>\n")) == list(_WORKS)


def test_headings_in_the_first_row_alone_are_heads_of_columns() -> None:
    report = report_on("# Tide map\n\n## Results\n\n<table><tr><td><h3>Model</h3></td><td><h3>Error</h3></td></tr><tr><td>LSTM</td><td>12 cm</td></tr></table>\n")
    assert [section.heading for section in report.outline.sections if section.title is not None] == ["Tide map", "Results"]
