"""Inflections: the forms for which an English word of a pattern stands."""

from __future__ import annotations

import pytest

from careerlint.rules.inflection import inflect


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("write", {"write", "writes", "wrote", "written", "writing"}),
        ("dockerize", {"dockerize", "dockerizes", "dockerized", "dockerizing"}),
        ("the", {"the"}),
        ("f1", {"f1"}),
        ("되다", {"되다"}),
    ],
)
def test_a_word_stands_for_its_forms(word: str, forms: set[str]) -> None:
    assert inflect(word) == forms
