"""The private values of a small Markdown text, for the tests of the privacy room."""

from __future__ import annotations

from datetime import date

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.private import PrivateValue
from careerlint.readers import read_text

CONFIG = Config(as_of=date(2026, 1, 1))


def values_in(text: str) -> dict[str, PrivateValue]:
    """The values by their words."""
    document = read_text(text.encode(), "case.md")
    return {document.words(value.span): value for value in linter().examine(document, CONFIG).private}


def told_in(text: str, kind: str) -> list[str]:
    """The words of the certain values of one kind."""
    return [words for words, value in values_in(text).items() if value.kind == kind and value.certain]
