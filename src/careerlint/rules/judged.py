"""A document while its rules are judged: its evidence, and what many conditions ask of it, read once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from careerlint.model.evidence import Evidence
from careerlint.model.rule import Condition
from careerlint.model.span import Span
from careerlint.rules.entry_statements import holds_of_statements, statements_of_stories, tells_enough
from careerlint.rules.heavy_statements import heavy_statements
from careerlint.rules.nouns import nouns_of
from careerlint.rules.quotations import quotations_in


@dataclass(frozen=True)
class Judged:
    """The evidence of a document, made ready for all its rules."""

    evidence: Evidence

    @cached_property
    def heavy(self) -> Mapping[str, tuple[int, ...]]:
        """By the code of a rule the statements that may be a match by their words alone."""
        return heavy_statements(self.evidence)

    # What they remember holds the evidence and not this, so that a document which is done with can go at once.
    @cached_property
    def nouns(self) -> Callable[[int], frozenset[str]]:
        """The nouns of a statement that say something."""
        words = self.evidence.words
        return cache(lambda statement: nouns_of(words[statement]))

    @cached_property
    def quotations(self) -> Callable[[Span], tuple[Span, ...]]:
        """The quotations of the text in a span."""
        document = self.evidence.document
        return cache(lambda around: quotations_in(document, around))

    @cached_property
    def stories_hold(self) -> Callable[[Condition], bool]:
        """Whether a condition about statements holds of the document's stories; it is asked of each entry."""
        evidence = self.evidence
        return cache(lambda condition: holds_of_statements(condition, evidence, statements_of_stories(evidence)))

    @cached_property
    def tells_enough(self) -> Callable[[Condition], bool]:
        """Whether the document has as many told entries as a condition asks for."""
        evidence = self.evidence
        return cache(lambda condition: tells_enough(condition, evidence))
