"""Tests for line bounds: searching the stretches of a text finds what searching all of it finds."""

from __future__ import annotations

import re

import pytest

from careerlint.checks.placeholders import FLAGS, compiled
from careerlint.engine import linter
from careerlint.model.line_bound import Bound, bound_of
from careerlint.model.rule import MASKED
from careerlint.readers import read_text

_TEXT = """# OOO 지원서

Responsible for the pictures of a harbour and their labels.
- your name here

  **
- Project 1
- accuracy: XX %
[ 회사명 ]을 입력하세요

lorem ipsum dolor sit amet,
( 추후 작성 예정 )

TODO: add
results
- Skill #1
, more
- Skill #2
  - 성과 1
Here is a revised version of your summary:
2 to 3 sentences about the team
"""


@pytest.mark.parametrize(
    ("expression", "bound"),
    [
        ("lorem ipsum", Bound(True, 0)),
        (r"(?<![A-Za-z])XX(?! %)", Bound(True, 0)),
        (r"^[\s*>-]*(?P<x>your name)\s*$", Bound(True, 2)),
        (r"TODO[^.]*results", Bound(False, -1)),
        (r"TODO\s?:\s?add", Bound(False, 2)),
        (r"name(?=\s*(?:$|\n|[.,]))", Bound(True, 2)),
        (r"name\Z", Bound(True, -1)),
        (r"(?s:a.b)", Bound(False, -1)),
    ],
)
def test_bound_tells_how_far_a_match_reaches(expression: str, bound: Bound) -> None:
    assert bound_of(expression, re.MULTILINE) == bound


def test_an_end_of_the_text_is_no_end_of_a_line() -> None:
    assert bound_of("name$", 0) == Bound(False, -1)
    assert bound_of("(?m)name$", 0) == Bound(True, 0)
    assert bound_of("(?:(?m:name$))", 0) == Bound(False, -1)


def _words() -> list[str]:
    rule = next(rule for rule in linter().rule_set.rules if rule.check == "placeholders")
    return [word.removeprefix(MASKED) for found in rule.words.values() for word in found]


def _found(expression: str, text: str, stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [match.span() for start, end in stretches for match in compiled(expression).finditer(text, start, end)]


@pytest.mark.parametrize("text", [_TEXT, _TEXT.replace("\n", "\n\n"), _TEXT.replace("\n\n", "\n"), _TEXT * 3])
def test_stretches_hold_every_match(text: str) -> None:
    document = read_text(text, "page.txt")
    found = {word: _found(word, document.text, list(document.stretches(word, FLAGS))) for word in _words()}
    assert found == {word: _found(word, document.text, [(0, len(document.text))]) for word in _words()}
    assert sum(bool(spans) for spans in found.values()) > 5


def test_stretches_of_one_line_are_that_line() -> None:
    document = read_text("First line of prose.\n\nlorem ipsum dolor.\n\nLast line of prose.", "page.txt")
    (stretch,) = document.stretches("lorem ipsum", 0)
    assert document.text[slice(*stretch)] == "lorem ipsum dolor."
    assert not list(document.stretches("harbour", 0))
