"""Names: which matched words are the proper name of a product, a prize or a firm."""

from __future__ import annotations

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence
from careerlint.model.span import Span

_WORD = Expression(r"[A-Za-z][\w'’-]*")
_CAPITAL_BEFORE = Expression(r"\b[A-Z][\w'’-]+\s$")
_CAPITAL_BEHIND = Expression(r"\s(?:for\s|of\s|the\s)?[A-Z][\w'’-]+")
_SHORT = 3
"""Letters of the words that a title writes small ("of", "for")."""


def is_name(evidence: Evidence, statement: int, match: Span) -> bool:
    """Whether every longer word of the match begins with a capital and so does one beside it, in a sentence that writes other words small.

    What opens a sentence has its capital from there, and a line in Title Case names nothing.
    """
    around = evidence.outline.statements[statement].span
    text, words = evidence.document.words(around), evidence.document.words(match)
    start = match.start - around.start
    long = [word[0] for word in _WORD.finditer(words) if len(word[0]) > _SHORT]
    if start <= 0 or not long or not all(word[0].isupper() and not word.isupper() for word in long):
        return False
    before, behind = text[:start], text[start + len(words) :]
    first, last = _CAPITAL_BEFORE.search(before), _CAPITAL_BEHIND.match(behind)
    # The capitals beside it belong to the name, that of the first word to the sentence.
    others = f"{before[: first.start()] if first else before} {behind[last.end() :] if last else behind}"
    rest = [word[0] for word in _WORD.finditer(others) if len(word[0]) > _SHORT][1:]
    small = sum(word[0].islower() for word in rest)
    if not small or 2 * small < len(rest):
        return False
    return first is not None or last is not None or len(long) > 1
