"""Bare addresses in a text: they stay words and carry a link mark."""

from __future__ import annotations

import re

from careerlint.expression import Expression
from careerlint.model.document import Mark
from careerlint.model.span import Span

# ASCII only: Korean particles follow an address without a space.
_ADDRESS = Expression(r"(?:https?://|www\.)[!#-;=?-Z_a-z~%\[\]]{3,2000}", re.ASCII)
_NOT_LAST = ".,;:!?'*_~"
_BRACKETS = {")": "(", "]": "["}


def with_bare_links(text: str, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks, and one more for each address outside of links and code; ordered by start."""
    if "://" not in text and "www." not in text:
        return marks
    taken = sorted((mark.span.start, mark.span.end) for mark in marks if mark.kind in ("link", "code"))
    found: list[Mark] = []
    index = 0
    reached = 0
    for address in _ADDRESS.finditer(text):
        start, end = address.start(), _end(text, address.start(), address.end())
        while index < len(taken) and taken[index][0] < end:
            reached = max(reached, taken[index][1])
            index += 1
        if start >= reached:
            found.append(Mark("link", Span(start, end), text[start:end]))
    return tuple(sorted([*marks, *found], key=lambda mark: (mark.span.start, -mark.span.end)))


def _end(text: str, start: int, end: int) -> int:
    """Without the punctuation of the sentence, and without a closing bracket that was opened before the address."""
    while end > start and (text[end - 1] in _NOT_LAST or _closes_outer(text[start:end])):
        end -= 1
    return end


def _closes_outer(address: str) -> bool:
    last = address[-1]
    return last in _BRACKETS and address.count(last) > address.count(_BRACKETS[last])
