"""Wrapped paragraphs: words are found over a soft line end, and over no other."""

from __future__ import annotations

import pytest

from careerlint.expression import Expression
from careerlint.model.wrapped import WrappedText
from careerlint.readers import read_text

WORD = r"[Yy]our [Nn]ame"


def found(text: str) -> list[str]:
    document = read_text(text, "letter.md")
    return [document.words(span) for span in WrappedText(document).spans_of(Expression(WORD), WORD)]


@pytest.mark.parametrize("text", ["Dear all, your\nname is here", "- Dear all, your\n  name is here", "> Dear all, your\n> name is here", "One\ntwo\n\nDear all, your\nname"])
def test_over_a_soft_line_end(text: str) -> None:
    assert [" ".join(words.split()) for words in found(text)] == ["your name"]


@pytest.mark.parametrize("text", ["Dear all, your name is here\nand there", "your\n\nname", "It is your.\nname it", "- your\n- name", "# your\nname"])
def test_over_no_other(text: str) -> None:
    assert found(text) == []
