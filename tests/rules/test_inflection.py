"""Inflections: the forms for which an English word of a pattern stands."""

from __future__ import annotations

import subprocess
import sys

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


def test_the_data_is_read_without_spacy_and_its_package_stays_whole_for_others() -> None:
    call = """
import sys
from careerlint.rules.inflection import inflect
assert "wrote" in inflect("write")
assert "spacy" not in sys.modules and "lemminflect" not in sys.modules
import lemminflect
assert lemminflect.getLemma("wrote", "VERB") == ("write",)
"""
    subprocess.run([sys.executable, "-c", call], check=True, timeout=60)
