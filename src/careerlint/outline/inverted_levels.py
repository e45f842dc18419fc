"""Inverted levels: works whose titles stand lower than their parts ("#### Tide bell" above "### Overview") go above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from careerlint.model.document import Document
from careerlint.model.outline import SectionKind
from careerlint.outline.lines import OutlineLine

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class _Inverted:
    """Titles of level `title` above parts of the smaller level `part`; `first` are the words of the parts right below titles."""

    title: int
    part: int
    first: frozenset[str]


def with_titles_above(document: Document, lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None], parts: frozenset[SectionKind]) -> list[OutlineLine]:
    """The lines with the parts of such works one level below the titles, where two works or more are told so and begin with the same part.

    A work whose title stands as high as its parts is one of them.
    """
    headings = [place for place, line in enumerate(lines) if line.kind == "heading" and not line.look]
    found = _find(document, lines, kinds, headings, parts)
    written = list(lines)
    if found is None:
        return written
    inside = False
    for position, place in enumerate(headings):
        line = lines[place]
        below = headings[position + 1] if position + 1 < len(headings) else None
        begins = below is not None and lines[below].level == found.part and _words(document, lines[below]) in found.first
        if line.level < found.part or (kinds[place] is None and line.level in (found.title, found.part) and begins):
            inside = line.level >= found.part
            written[place] = replace(line, level=found.title) if inside else line
        elif inside:
            written[place] = replace(line, level=line.level + found.title + 1 - found.part)
    return written


def _find(document: Document, lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None], headings: Sequence[int], parts: frozenset[SectionKind]) -> _Inverted | None:
    pairs = [
        (lines[place].level, lines[below].level, _words(document, lines[below]))
        for place, below in pairwise(headings)
        if kinds[place] is None and kinds[below] in parts and lines[below].level < lines[place].level
    ]
    titles, levels = {title for title, _, _ in pairs}, {part for _, part, _ in pairs}
    first = frozenset(words for _, _, words in pairs)
    if len(pairs) < _SEVERAL or len(titles) > 1 or len(levels) > 1 or len(pairs) < _SEVERAL * len(first):
        return None
    return _Inverted(titles.pop(), levels.pop(), first)


def _words(document: Document, line: OutlineLine) -> str:
    return "".join(document.words(line.span).split()).lower()
