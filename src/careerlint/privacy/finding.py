"""Finding: every private value of a document, once, in reading order."""

from __future__ import annotations

import re
from dataclasses import replace

from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.outline import Outline
from careerlint.model.private import PrivateValue
from careerlint.model.span import Span
from careerlint.model.today import Today
from careerlint.privacy.attributes import find_attributes
from careerlint.privacy.contacts import find_contacts
from careerlint.privacy.identity import find_identity_numbers
from careerlint.privacy.plain_letters import plain_letters
from careerlint.privacy.surroundings import Surroundings

_NUMBER = Expression(r"(?<![0-9])(?:[0-9]{6}[-–—−]?[1-8][0-9]{6}|01[016789][-. ]?[0-9]{3,4}[-. ]?[0-9]{4}|[0-9]{4}[- ][0-9]{4}[- ][0-9]{4}[- ][0-9]{4})(?![0-9])")


def find_private_values(document: Document, outline: Outline, today: Today) -> tuple[PrivateValue, ...]:
    """All private values, ordered by start; of two that overlap the certain and longer one stays."""
    plain = plain_letters(document.text)
    around = Surroundings(document if plain.text == document.text else replace(document, text=plain.text))
    found = [*find_identity_numbers(around, today), *find_contacts(around), *find_attributes(around, outline)]
    kept: list[PrivateValue] = []
    for value in sorted((plain.back(value, document.text) for value in found), key=lambda value: (value.span, value.kind)):
        if kept and value.span.overlaps(kept[-1].span):
            kept[-1] = max(kept[-1], value, key=lambda one: (one.certain, len(one.span)))
        else:
            kept.append(value)
    return tuple(kept)


def mask_numbers(text: str) -> str:
    """A text that is no document's (the words of a fault, the name of a file) with what looks like a private number starred."""
    plain = plain_letters(text)
    shown = list(text)
    for found in _NUMBER.finditer(plain.text):
        number = plain.span(Span(*found.span()))
        shown[number.start : number.end] = re.sub(r"\d", "*", text[number.start : number.end])
    return "".join(shown)
