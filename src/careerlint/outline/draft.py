"""The draft of an outline: a document with its lines and sections, and what is read of them once for all that look at it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from careerlint.model.document import Document
from careerlint.outline.levels import PROJECT_PARTS
from careerlint.outline.lines import OutlineLine
from careerlint.outline.sections import DraftSection, children, ends
from careerlint.outline.vocabulary import HeadingVocabulary


@dataclass(frozen=True)
class Draft:
    """All of a document or one of its parts; parents and lines of sections are counted from where it starts."""

    document: Document
    lines: Sequence[OutlineLine]
    sections: Sequence[DraftSection]
    vocabulary: HeadingVocabulary
    _found: dict[Callable[[Draft], Sequence[int]], Sequence[int]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def children(self) -> Sequence[Sequence[int]]:
        """For every section those directly inside it, in order."""
        return children(self.sections)

    @cached_property
    def ends(self) -> Sequence[int]:
        """For every section the line at which it ends with everything in it."""
        return ends(self.sections)

    @cached_property
    def works_and_parts(self) -> Mapping[tuple[int, int], tuple[Sequence[int], Sequence[int]]]:
        """For every parent and level the sections there that may be works, with something below their titles, and those that are parts of a project."""
        found: dict[tuple[int, int], tuple[list[int], list[int]]] = {}
        for index, section in enumerate(self.sections):
            works, parts = found.setdefault((section.parent, section.level), ([], []))
            if section.kind in PROJECT_PARTS:
                parts.append(index)
            elif section.title is not None and section.kind == "other" and section.lines[0] < self.ends[index]:
                works.append(index)
        return found

    @cached_property
    def strong(self) -> frozenset[int]:
        """The offsets at which a strong stretch of two or more characters starts."""
        return frozenset(mark.span.start for mark in self.document.marks if mark.kind == "strong" and len(mark.span) >= 2)

    @cached_property
    def strong_ends(self) -> Mapping[int, int]:
        """Where the strong stretches end, by where they start."""
        return {mark.span.start: mark.span.end for mark in self.document.marks if mark.kind == "strong"}

    @cached_property
    def links(self) -> Mapping[int, int]:
        """Where the words of links to the web end, by where they start."""
        return {
            mark.span.start + len(words) - len(words.lstrip()): mark.span.end
            for mark in self.document.marks if mark.kind == "link" and mark.target.startswith("http") and (words := self.document.words(mark.span))
        }

    @cached_property
    def headings_inside(self) -> Mapping[int, Counter[str]]:
        """For every section that has blocks in how many of them a heading stands, in small letters."""
        return {
            index: Counter(name for block in blocks for name in {self.sections[child].heading.lower() for child in self.children[block]})
            for index, blocks in enumerate(self.children) if blocks
        }

    @cached_property
    def titled(self) -> Sequence[DraftSection]:
        """The sections with a heading, in order."""
        return [section for section in self.sections if section.title is not None]

    def once(self, read: Callable[[Draft], Sequence[int]]) -> Sequence[int]:
        """The sections that a function finds, looked for once however many ask for them."""
        if read not in self._found:
            self._found[read] = read(self)
        return self._found[read]

    def lines_of(self, section: DraftSection) -> Sequence[OutlineLine]:
        """The lines that stand directly under the heading of a section."""
        return self.lines[slice(*section.lines)]

    def outer_bullets(self, first: int, last: int) -> list[int]:
        """The bullets between two lines that stand in no other bullet."""
        return [place for place in range(first, last) if self.lines[place].kind == "item" and self.lines[place].depth == 1]

    @cached_property
    def section_by_line(self) -> Sequence[int]:
        """For every line the section that it heads, or directly under whose heading it stands."""
        found = [0] * len(self.lines)
        for index, section in enumerate(self.sections):
            first, last = section.lines
            for line in range(max(first - 1, 0) if section.title is not None else first, last):
                found[line] = index
        return found
