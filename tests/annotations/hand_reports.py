"""Reports with findings at chosen words, so that a test of annotated copies depends on no rule."""

from __future__ import annotations

import re
from collections.abc import Iterable

from careerlint.model.document import Document
from careerlint.model.finding import Finding, Report
from careerlint.model.outline import Outline
from careerlint.model.span import Span
from careerlint.readers import Limits
from careerlint.readers.docx import read_docx


def read(content: bytes) -> Document:
    """The document, read in this process."""
    return read_docx(content, "mine.docx", Limits())


def report_at(document: Document, spans: Iterable[Span], language: str = "en") -> Report:
    """A report with a finding at each span; the message is the words themselves, one a line end or tab in them as a blank."""
    found = tuple(
        Finding("STO001", "bare-failure", "error", "statement", span, "_".join(document.words(span).split()), "reason", "scaffold", "asked?", ("2-2",), "f" * 20)
        for span in sorted(spans)
    )
    return Report(document, Outline("resume", "en" if language == "en" else "ko", (), (), (), ()), (), (), found, language)


def report_on(content: bytes, *words: str, language: str = "en") -> Report:
    """A report with a finding at the first place of each of the words."""
    document = read(content)
    return report_at(document, (span_of(document, each) for each in words), language)


def span_of(document: Document, words: str) -> Span:
    """Where the words stand first."""
    start = document.text.index(words)
    return Span(start, start + len(words))


def word_spans(document: Document) -> list[Span]:
    """Every word, and every third of the stretches from one word to another: the ranges cross, nest and touch."""
    words = [Span(found.start(), found.end()) for found in re.finditer(r"\S+", document.text)]
    pairs = [Span(first.start, second.end) for index, first in enumerate(words) for second in words[index + 1 :]]
    return [*words, *pairs[::3]]
