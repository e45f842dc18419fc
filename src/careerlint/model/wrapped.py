"""Wrapped paragraphs: their text on one line each, for words that a soft line end parts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.letters import half_width
from careerlint.model.line_bound import bound_of
from careerlint.model.span import Span
from careerlint.model.text_lines import TextLines

_SOFT_KINDS = frozenset(("paragraph", "item", "quote", "note"))
_SOFT_END = Expression(r"(?<=[\w,\])}%'’\"”/&-])[ \t]?\n[ \t]{0,3}(?=[\w\[({'‘\"“%])")
"""A line end after which the sentence goes on: no mark that ends one before it, and none that begins a list behind it."""


class WrappedText:
    """The paragraphs of a document that go on over a line end, each on one line, in half width."""

    def __init__(self, document: Document) -> None:
        self._starts: list[int] = []
        self._offsets: list[int] = []
        self._ends: list[int] = []
        lines: list[str] = []
        length = 0
        for block in document.walk() if "\n" in document.text else ():
            words = document.words(block.span) if block.kind in _SOFT_KINDS and not block.children else ""
            soft = [match.span() for match in _SOFT_END.finditer(words)] if "\n" in words else []
            if soft:
                self._starts.append(length)
                self._offsets.append(block.span.start - length)
                self._ends += [length + start + words[start:end].index("\n") for start, end in soft]
                for start, end in soft:
                    words = words[:start] + " " * (end - start) + words[end:]
                lines += half_width(words).split("\n")
                length += len(words) + 1
        self._text = "\n".join(lines)
        self._document = document

    @cached_property
    def _lines(self) -> TextLines:
        return TextLines(self._text, self._document.parts)

    def spans_of(self, expression: Expression, source: str) -> Iterator[Span]:
        """Where the document holds a match over a soft line end; `source` is the expression as it was written, with the flags of the compiled one."""
        if not self._ends:
            return
        bound = bound_of(source, expression.flags)
        for start, end in self._lines.stretches(source, bound.reach if bound.together else -1):
            for match in expression.finditer(self._text, start, end):
                span = Span(*(match.span("x") if match.groupdict().get("x") is not None else match.span()))
                place = bisect_right(self._ends, span.start)
                if place < len(self._ends) and self._ends[place] < span.end:
                    yield span.shifted(self._offsets[bisect_right(self._starts, span.start) - 1])
