"""What is left of a line without its asides: stretches that say when, in which version or under which ticket."""

from __future__ import annotations

from collections.abc import Sequence

from careerlint.model.span import Span


def blanked(text: str, asides: Sequence[Span]) -> str:
    """The text with blanks in place of its asides: every other letter stands where it stood."""
    pieces, end = list[str](), 0
    for aside in asides:
        pieces += (text[end : aside.start], " " * len(aside))
        end = aside.end
    return "".join((*pieces, text[end:]))


def text_outside(text: str, asides: Sequence[Span]) -> str:
    """The text without its asides, a blank where one stood between words."""
    if not asides:
        return text
    ends = [0, *(aside.end for aside in asides)]
    starts = [*(aside.start for aside in asides), len(text)]
    return " ".join(piece for start, end in zip(ends, starts, strict=True) if (piece := text[start:end].strip()))
