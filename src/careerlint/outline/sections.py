"""Sections: headings become a tree, each with what it announces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerlint.model.document import Document
from careerlint.model.outline import SectionKind
from careerlint.model.span import Span
from careerlint.outline.lines import OutlineLine
from careerlint.outline.vocabulary import HeadingVocabulary, heading_words


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A section before its entries are known; `lines` is the half-open range of lines that stand directly under it."""

    kind: SectionKind
    title: Span | None
    heading: str
    level: int
    parent: int
    lines: tuple[int, int]
    span: Span


def draft_sections(document: Document, lines: Sequence[OutlineLine], vocabulary: HeadingVocabulary) -> list[DraftSection]:
    """Every section in reading order; the first has no title and holds what stands above the first heading."""
    starts = [index for index, line in enumerate(lines) if line.kind == "heading"]
    bounds = [*starts, len(lines)]
    sections = [DraftSection("other", None, "", 0, -1, (0, bounds[0]), _span(document, lines, 0, bounds[0]))]
    stack: list[int] = []
    for position, start in enumerate(starts):
        line, end = lines[start], bounds[position + 1]
        words = document.words(line.span)
        while stack and sections[stack[-1]].level >= line.level:
            stack.pop()
        parent = stack[-1] if stack else -1
        kind = vocabulary.kind_of(words)
        span = Span(line.span.start, lines[end - 1].span.end)
        sections.append(DraftSection(kind or "other", line.span, heading_words(words), line.level, parent, (start + 1, end), span))
        stack.append(len(sections) - 1)
    return sections


def ancestors(sections: Sequence[DraftSection], index: int) -> list[int]:
    """The sections around a section, innermost first."""
    found = []
    index = sections[index].parent
    while index >= 0:
        found.append(index)
        index = sections[index].parent
    return found


def children(sections: Sequence[DraftSection], index: int) -> list[int]:
    """The sections directly inside a section, in order."""
    return [position for position, section in enumerate(sections) if section.parent == index]


def _span(document: Document, lines: Sequence[OutlineLine], first: int, last: int) -> Span:
    if first >= last:
        return Span(0, 0)
    return Span(lines[first].span.start, lines[last - 1].span.end)
