"""The named technologies of all statements of a document."""

from __future__ import annotations

from bisect import bisect_right

from careerlint.model.document import Document
from careerlint.model.outline import Outline
from careerlint.model.term import Mention
from careerlint.terms.finding import TermFinder


def mentions_of(finder: TermFinder, document: Document, outline: Outline) -> tuple[list[list[Mention]], list[Mention]]:
    """Named technologies by statement, and those that stand in none (headings, labels, code)."""
    inside: list[list[Mention]] = [[] for _ in outline.statements]
    outside: list[Mention] = []
    starts = [statement.span.start for statement in outline.statements]
    for mention in finder.find(document.text):
        index = bisect_right(starts, mention.span.start) - 1
        within = index >= 0 and outline.statements[index].span.contains(mention.span)
        (inside[index] if within else outside).append(mention)
    return inside, outside
