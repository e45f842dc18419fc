"""Line index: a line is left out only where the expression cannot match in it."""

from __future__ import annotations

import re

import pytest

from careerlint.model.line_index import LineIndex
from careerlint.model.literals import parts_of

_LINES = ("Loss fell by 20%", "the  share was\tHALF", "상위 5% 달성", "", "a half of it, 100 %", "ＡＵＣ 0.9", "x.x and x x")


@pytest.mark.parametrize(
    ("expression", "lines"),
    [
        ("half|share", {1, 4}),
        ("(?:share|loss) (?:was|fell)", {0, 1}),
        (r"\d+\s?%", {0, 2, 4}),
        ("상위.*달성", {2}),
        ("auc", {5}),
        ("[xX]{1,3}[.]x", {6}),
        ("gone", set()),
        ("half of gone|nowhere", set()),
        (r"\d", set(range(len(_LINES)))),
    ],
)
def test_lines_that_can_match(expression: str, lines: set[int]) -> None:
    found = LineIndex(_LINES, parts_of("\n".join(_LINES))).may_match(expression)
    assert {number for number in range(len(_LINES)) if number in found} == lines
    matching = {number for number, line in enumerate(_LINES) if re.search(expression, line, re.IGNORECASE)}
    assert matching <= lines


def test_no_literal_reaches_into_the_next_line() -> None:
    lines = ("to be", "or not")
    found = LineIndex(lines, parts_of("\n".join(lines))).may_match("be or")
    assert not any(number in found for number in range(2))
