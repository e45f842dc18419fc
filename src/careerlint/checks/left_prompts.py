"""FMT005: what a template asks its writer, where a whole part of the document is still that and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerlint.checks.places import statement_at
from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.span import Span

_LONGEST = 120
_BORDER = Expression(r"[.?!]\s*|\n\s*|,?\s(?:and|or|but)\s(?=what|how|why|which)|,\s?(?=what|how|why|which)", re.IGNORECASE)
_ASKS = Expression(
    r"(?:what|how|why|which|where|when|who)\b(?:\s\w+){0,4}?\s(?:did|would|do|have|had|was|were|are|will)\s(?:I|you|we)\b[\w’' -]*"
    r"|(?:what|which\s\w+)(?:\s\w+){0,2}?\s(?:went|worked|could have|would have)\b(?:(?!\s(?:is|was|are|were)\b)[\w’' -])*"
    r"|(?:what|how|why)\s(?:I|you|we)\s(?:(?!\b(?:is|was|are|were)\b)[\w’' -])*",
    re.IGNORECASE,
)
"""What asks for a look back: "What did I learn", "What went well". "What I learned is ..." and "What worked was ..." answer it."""
_ASKS_TOO = Expression(r"what\s(?:is|are|was|were|did|had)(?:n[’']t)?(?:\s[\w’'-]+){1,6}", re.IGNORECASE)
"""What asks only beside such a question: "What was successful. What did I learn"."""
_OF_DATA = Expression(r"\b(?:we|our)\b[^.?]*\?", re.IGNORECASE)
"""A question that a business has and an analysis answers: "Why did we lose customers?"."""
_POSED = Expression(r"\W*(?:[0-9]+|q[0-9]*)\W*|.*\b(?:questions?|faq|problems?|tasks?|exercises?|asked)\b.*", re.IGNORECASE | re.DOTALL)
"""A heading below which a question is meant to stand."""


def find_left_prompts(evidence: Evidence) -> Iterator[Hit]:
    """A hit for each section that holds the questions of a template, and no answer to them."""
    document, sections = evidence.document, evidence.outline.sections
    parents = {section.parent for section in sections}
    for index, section in enumerate(sections):
        if section.title is None or index in parents or section.kind in ("prompt", "letter") or _POSED.fullmatch(section.heading):
            continue
        held = document.text[section.title.end : section.span.end]
        words = held.strip()
        start = section.title.end + len(held) - len(held.lstrip())
        span = Span(start, start + len(words))
        if _is_prompt(words) and not any(mark.kind in ("link", "image") and section.span.contains(mark.span) for mark in document.marks):
            statement = statement_at(evidence, span)
            yield Hit(span, statement, evidence.entry_of(statement), None, {"match": words})


def _is_prompt(words: str) -> bool:
    """Whether each sentence asks, and one of them for a look back."""
    if not 0 < len(words) <= _LONGEST or _OF_DATA.search(words):
        return False
    asked = [part for part in _BORDER.split(words) if part.strip()]
    return all(_ASKS.fullmatch(part) or _ASKS_TOO.fullmatch(part) for part in asked) and any(_ASKS.fullmatch(part) for part in asked)
