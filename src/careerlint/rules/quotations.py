"""Quotations: where a text holds words between quotation marks that are not the author's own."""

from __future__ import annotations

from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.span import Span

# Quoted words are another's, an example or a name; an apostrophe inside an English word opens no quotation.
_QUOTED = Expression(
    r"""["“”][^"“”\n]{1,200}["“”]|‘[^’\n]{1,200}’(?![A-Za-z])|(?<![A-Za-z0-9])'[^'\n]{1,120}'(?![A-Za-z])|[「『〈《][^」』〉》\n]{1,200}[」』〉》]"""
)
# What the author says to himself is his own word: looking back, I say "I could have done better".
_OWN_WORDS = Expression(r"(?:\bI(?:['’](?:d|ll))?|\blook(?:ed|ing)? back\b[^.!?\"“]{0,90}\b(?:and|I|to))\s(?:(?:always|often|now|just|still|would|can only)\s)?(?:say|said|think|thought|tell myself|told myself)(?: to myself)?[,:]?\s*$")
_FIRST_PERSON = Expression(r"\bI\b")


def quotations_in(document: Document, around: Span) -> tuple[Span, ...]:
    """The quotations of the text in a span, with their marks."""
    words = document.line(around)
    return tuple(
        Span(*quotation.span()).shifted(around.start) for quotation in _QUOTED.finditer(words)
        if not (_OWN_WORDS.search(words[: quotation.start()]) and _FIRST_PERSON.search(quotation[0]))
    )
