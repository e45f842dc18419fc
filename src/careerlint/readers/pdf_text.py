"""Writes drafts of blocks into the one text of a document, with pieces, marks and nested blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from careerlint.expression import Expression
from careerlint.model.document import Block, Mark, MarkKind
from careerlint.model.page_lines import Box
from careerlint.model.place import PageRange
from careerlint.model.span import Span
from careerlint.readers.pdf_blocks import Draft
from careerlint.readers.pdf_layout import SPACE, TAB, Glyph
from careerlint.readers.pdf_letters import Style
from careerlint.readers.source_map import SourceMap, clean

_ADDRESS = Expression(r"(?:https?://|www\.)[^\s<>()\[\]{}\"'가-힣]+")


HiddenTest = Callable[[Style], Callable[[Box], bool] | None]
"""What tells of the letters of a style whether they are hidden from a reader's eye; nothing where none of them is."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the marks of one page need: links with their boxes, and which letters are hidden."""

    links: tuple[tuple[Box, str], ...]
    hidden: HiddenTest


TableRows = Sequence[tuple[bool, Sequence[Sequence[Draft]]]]
"""Rows of (head, cells); a cell is the drafts of what stands in it."""


class TextWriter:
    """Grows the text; `blocks` and `marks` are complete after the last `write`."""

    def __init__(self, pages: dict[int, PageFacts], tables: Sequence[TableRows]) -> None:
        self.source = SourceMap()
        self.blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._pages = pages
        self._tables = tables

    def write(self, drafts: Sequence[Draft]) -> None:
        """Append drafts as top-level blocks, neighbouring items together as one list."""
        index = 0
        while index < len(drafts):
            if self.source.length:
                self.source.insert("\n\n")
            block, index = self._next(drafts, index)
            self.blocks.append(block)

    def marks(self) -> tuple[Mark, ...]:
        """Marks by start; addresses written out in the text are links too."""
        marks = self._marks
        linked = [mark.span for mark in marks if mark.kind == "link"]
        for found in _ADDRESS.finditer(self.source.text()):
            address = found[0].rstrip(".,;:!?")
            span = Span(found.start(), found.start() + len(address))
            if not any(span.overlaps(other) for other in linked):
                marks.append(Mark("link", span, address))
        return tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))

    def _next(self, drafts: Sequence[Draft], index: int) -> tuple[Block, int]:
        draft = drafts[index]
        if draft.table >= 0:
            return self._table(draft), index + 1
        if draft.kind == "item":
            return self._list(drafts, index, draft.level)
        span = self._runs(draft)
        return self._block(draft, span), index + 1

    def _block(self, draft: Draft, span: Span) -> Block:
        return Block(
            draft.kind, span, level=draft.level, bold=draft.bold, size=draft.size, marker=draft.marker, page=draft.page, gap=draft.gap
        )

    def _list(self, drafts: Sequence[Draft], index: int, level: int) -> tuple[Block, int]:
        start = self.source.length
        first = drafts[index]
        items: list[Block] = []
        while index < len(drafts) and drafts[index].kind == "item" and drafts[index].level >= level:
            if items:
                self.source.insert("\n")
            draft = drafts[index]
            span = self._runs(draft)
            item = self._block(draft, span)
            index += 1
            if index < len(drafts) and drafts[index].kind == "item" and drafts[index].level > level:
                text = replace(item, kind="paragraph", level=0, marker="", gap=None)
                self.source.insert("\n")
                inner, index = self._list(drafts, index, drafts[index].level)
                item = replace(item, span=Span(span.start, inner.span.end), children=(text, inner))
            items.append(item)
        return Block("list", Span(start, self.source.length), tuple(items), level=level, page=first.page, size=first.size, gap=first.gap), index

    def _table(self, draft: Draft) -> Block:
        start = self.source.length
        rows: list[Block] = []
        for head, cells in self._tables[draft.table]:
            if rows:
                self.source.insert("\n")
            row_start = self.source.length
            blocks: list[Block] = []
            for drafts in cells:
                if blocks:
                    self.source.insert(TAB)
                blocks.append(self._cell(drafts, draft.page, head))
            rows.append(Block("row", Span(row_start, self.source.length), tuple(blocks), head=head, page=draft.page))
        return Block("table", Span(start, self.source.length), tuple(rows), page=draft.page, gap=draft.gap)

    def _cell(self, drafts: Sequence[Draft], page: int, head: bool) -> Block:
        start = self.source.length
        children: list[Block] = []
        index = 0
        while index < len(drafts):
            if children:
                self.source.insert("\n")
            block, index = self._next(drafts, index)
            children.append(block)
        only = children[0] if len(children) == 1 and children[0].kind == "paragraph" else None
        return Block(
            "cell",
            Span(start, self.source.length),
            () if only else tuple(children),
            head=head,
            page=page,
            bold=bool(children) and all(child.bold for child in children),
            size=children[0].size if children else None,
        )

    def _runs(self, draft: Draft) -> Span:
        start = self.source.length
        for page, glyphs in draft.runs:
            self._glyphs(page, glyphs, draft)
        return Span(start, self.source.length)

    def _glyphs(self, page: int, glyphs: Sequence[Glyph], draft: Draft) -> None:
        letters: list[str] = []
        boxes: list[Box] = []
        looks: list[tuple[int, int, Style, Box | None]] = []

        def flush() -> None:
            if letters:
                taken = tuple(boxes)
                self.source.add(clean("".join(letters)), lambda low, high: PageRange(page, taken[low:high]))
                letters.clear()
                boxes.clear()

        for text, box, style in glyphs:
            if box is not None and len(text) == 1:
                before = self.source.length + len(letters)
                letters.append(text)
                boxes.append(box)
                looks.append((before, before + 1, style, box))
                continue
            flush()
            before = self.source.length
            if box is None:
                self.source.insert(text)
            else:
                self.source.add_unit(clean(text), PageRange(page, (box,)))
            looks.append((before, self.source.length, style, box))
        flush()
        self._mark(page, looks, draft)

    def _mark(self, page: int, looks: list[tuple[int, int, Style, Box | None]], draft: Draft) -> None:
        facts = self._pages[page]
        near = _links_near(facts.links, looks)
        runs: dict[MarkKind, list[tuple[int, int, str]]] = {"strong": [], "code": [], "hidden": [], "link": []}
        last: Style | None = None
        bold = fixed = False
        is_hidden: Callable[[Box], bool] | None = None
        for start, end, style, box in looks:
            if box is None:
                continue
            # Letters that are drawn together share their style.
            if style is not last:
                last, is_hidden = style, facts.hidden(style)
                bold, fixed = style.bold and not draft.bold, style.fixed and not draft.fixed
            if bold:
                _extend(runs["strong"], start, end, "")
            if fixed:
                _extend(runs["code"], start, end, "")
            if is_hidden is not None and is_hidden(box):
                _extend(runs["hidden"], start, end, "")
            for link, target in near:
                if link[0] - 1 <= (box[0] + box[2]) / 2 <= link[2] + 1 and link[1] - 1 <= (box[1] + box[3]) / 2 <= link[3] + 1:
                    _extend(runs["link"], start, end, target)
                    break
        limit = self.source.length
        for kind, found in runs.items():
            self._marks.extend(Mark(kind, Span(start, min(end, limit)), target) for start, end, target in found if start < min(end, limit))


def _links_near(links: tuple[tuple[Box, str], ...], looks: list[tuple[int, int, Style, Box | None]]) -> list[tuple[Box, str]]:
    boxes = [box for _, _, _, box in looks if box is not None]
    if not links or not boxes:
        return []
    low, high = min(box[1] for box in boxes), max(box[3] for box in boxes)
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    return [link for link in links if link[0][1] <= high and link[0][3] >= low and link[0][0] <= right and link[0][2] >= left]


def _extend(runs: list[tuple[int, int, str]], start: int, end: int, target: str) -> None:
    """Add a range, joined to the last one across a single implied space."""
    if runs and runs[-1][2] == target and start - runs[-1][1] <= 1:
        runs[-1] = (runs[-1][0], end, target)
    else:
        runs.append((start, end, target))


def without_edge_spaces(draft: Draft) -> Draft | None:
    """The draft without spaces at its ends, or None where nothing is left."""
    for position in (0, -1):
        while draft.runs:
            glyphs = draft.runs[position][1]
            while glyphs and glyphs[position][0] in (SPACE, TAB):
                glyphs = glyphs[1:] if position == 0 else glyphs[:-1]
            if glyphs:
                draft.runs[position] = (draft.runs[position][0], glyphs)
                break
            draft.runs.pop(position)
    return draft if draft.runs or draft.table >= 0 else None
