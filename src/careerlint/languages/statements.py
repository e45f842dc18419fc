"""The words of all statements of a document."""

from __future__ import annotations

from collections.abc import Sequence

from careerlint.languages import LANGUAGES, analyser
from careerlint.languages.word import Word
from careerlint.model.aside import blanked
from careerlint.model.document import Document
from careerlint.model.outline import Outline
from careerlint.model.span import Span


def analyse_statements(document: Document, outline: Outline, asides: Sequence[Sequence[Span]]) -> list[tuple[Word, ...]]:
    """The words of every statement without its asides; each language gets all its statements in one call, which halves its cost.

    What a sentence says, and which word ends it, must not hang on the date behind it.
    """
    words: list[tuple[Word, ...]] = [()] * len(outline.statements)
    for language in LANGUAGES:
        indices = [index for index, statement in enumerate(outline.statements) if statement.language == language]
        if indices:
            texts = [blanked(document.line(outline.statements[index].span), asides[index]) for index in indices]
            for index, found in zip(indices, analyser(language).analyse(texts), strict=True):
                words[index] = found
    return words
