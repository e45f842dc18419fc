"""From the entries of a .docx to text, blocks and marks, with the same line ends between them as in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from careerlint.model.document import Block, BlockKind, Mark, MarkKind
from careerlint.model.place import RunRange
from careerlint.model.span import Span
from careerlint.readers.docx_items import CodeLines, Entry, Item, ItemList, SignedHeading, entries, without_letters
from careerlint.readers.docx_nodes import Node, Origin, Paragraph, Stretch, Table
from careerlint.readers.limits import Limits, UnreadableError
from careerlint.readers.source_map import OriginOf, SourceMap

_BLANKS = " \t\n\u00a0\u2002\u2003\u3000"
# Those who walk blocks do so recursively; tables in tables beyond this are read as their paragraphs.
_DEEPEST_TABLE = 10

Written = Callable[[], Block | None]


@dataclass(slots=True)
class _OpenMark:
    kind: MarkKind
    target: str
    start: int


class BlockBuilder:
    """Grows the text of a document; separators come before the next letters, so that nothing empty leaves any."""

    def __init__(self, limits: Limits) -> None:
        # Off for a document that is typed in a fixed-width font throughout.
        self.code = True
        self.map = SourceMap()
        self.marks: list[Mark] = []
        self._limits = limits
        self._part = ""
        self._pending = ""
        self._tables = 0

    def top(self, part: str, writers: Iterable[Iterable[Node] | tuple[BlockKind, Iterable[Node]]]) -> list[Block]:
        """Write top-level blocks of one part: plain nodes, or a kind (note, header, footer) whose lines they are."""
        self._part = part
        found: list[Block] = []
        for each in writers:
            if isinstance(each, tuple):
                kind, nodes = each
                written: list[Written] = [lambda kind=kind, nodes=nodes: self._lines(kind, nodes)]  # type: ignore[misc]
            else:
                written = [self._writer(entry, 1) for entry in entries(list(each), self.code)]
            found += self._sequence(written, "\n\n", started=self.map.length > 0)
        return found

    def _sequence(self, writers: Iterable[Written], separator: str, started: bool = False) -> list[Block]:
        """Write siblings with the separator between those that have letters."""
        found: list[Block] = []
        for write in writers:
            if started:
                self._pending = separator
            block = write()
            if block is not None:
                found.append(block)
                started = True
            elif started:
                self._pending = ""
        return found

    def _writer(self, entry: Entry, depth: int) -> Written:
        def write() -> Block | None:
            if isinstance(entry, Table):
                return self._table(entry)
            if isinstance(entry, ItemList):
                return self._list(entry, depth)
            if isinstance(entry, CodeLines):
                return self._lines("code", entry.lines)
            if isinstance(entry, SignedHeading):
                return self._leaf("heading", entry.paragraph, marker=entry.sign)
            if entry.heading:
                return self._leaf("heading", entry, level=entry.heading, strong=False)
            return self._leaf("paragraph", entry)

        return write

    def _children(self, nodes: Sequence[Node]) -> list[Block]:
        return self._sequence([self._writer(entry, 1) for entry in entries(nodes, self.code)], "\n")

    def _list(self, content: ItemList, depth: int) -> Block | None:
        items = self._sequence([self._item_writer(item, below, depth) for item, below in content.entries], "\n")
        return _around("list", items) if items else None

    def _item_writer(self, item: Item, below: list[ItemList], depth: int) -> Written:
        def write() -> Block | None:
            writers: list[Written] = [lambda: self._leaf("paragraph", item.paragraph)]
            writers += [self._writer(each, depth + 1) for each in below]
            children = self._sequence(writers, "\n")
            return _around("item", children, level=depth, marker=item.marker) if children else None

        return write

    def _table(self, table: Table) -> Block | None:
        if self._tables >= _DEEPEST_TABLE:
            return self._lines("paragraph", (table,))
        self._tables += 1
        head = table.head if any(table.head) else _head_by_look(table)
        writers = [self._row_writer(row, is_head) for row, is_head in zip(table.rows, head, strict=True)]
        rows = self._sequence(writers, "\n")
        self._tables -= 1
        return _around("table", rows) if rows else None

    def _row_writer(self, row: tuple[tuple[Node, ...], ...], is_head: bool) -> Written:
        def write() -> Block | None:
            if not any(_has_letters(cell) for cell in row):
                return None
            self._flush()
            start = self.map.length
            cells: list[Block] = []
            for index, cell in enumerate(row):
                if index:
                    self.map.insert("\t")
                before = self.map.length
                children = tuple(self._children(cell))
                cells.append(Block("cell", Span(before, self.map.length), children))
            return Block("row", Span(start, self.map.length), tuple(cells), head=is_head)

        return write

    def _leaf(
        self, kind: BlockKind, paragraph: Paragraph, level: int = 0, marker: str = "", strong: bool = True
    ) -> Block | None:
        first_mark = len(self.marks)
        start = self._stretches(_stripped(paragraph).stretches, strong, self.code)
        if start is None:
            return None
        end = self._trim(first_mark)
        return Block(kind, Span(start, end), level=level, bold=paragraph.bold, size=paragraph.points, marker=marker)

    def _lines(self, kind: BlockKind, nodes: Iterable[Node]) -> Block | None:
        """Write everything as one leaf of the kind, a line for each paragraph."""
        start: int | None = None
        first_mark = len(self.marks)
        for paragraph in paragraphs_of(nodes):
            if paragraph.text.strip():
                if start is not None:
                    self._trim(first_mark)
                    self._pending = "\n"
                # The indent of code is part of it.
                whole = paragraph if kind == "code" and start is not None else _stripped(paragraph)
                begun = self._stretches(whole.stretches, strong=False, code=False)
                start = begun if start is None else start
        if start is None:
            return None
        return Block(kind, Span(start, self._trim(first_mark)))

    def _stretches(self, stretches: Sequence[Stretch], strong: bool, code: bool) -> int | None:
        """Write stretches that do not begin with a blank; returns where their letters start, None where there are none."""
        start: int | None = None
        open_marks: list[_OpenMark] = []
        for stretch in stretches:
            if stretch.image:
                self.marks.append(Mark("image", Span(self.map.length, self.map.length), stretch.image))
            elif stretch.letters == "\n":
                self._line_end(stretch)
            elif stretch.letters:
                if start is None:
                    self._flush()
                    start = self.map.length
                wanted = _marks(stretch, strong, code)
                open_marks = self._close_marks(open_marks, wanted)
                begun = self._letters(stretch.letters, stretch.origin)
                known = {(mark.kind, mark.target) for mark in open_marks}
                open_marks += [_OpenMark(*each, begun) for each in wanted if each not in known]
        self._close_marks(open_marks, [])
        return start

    def _close_marks(self, opened: list[_OpenMark], wanted: list[tuple[MarkKind, str]]) -> list[_OpenMark]:
        still: list[_OpenMark] = []
        for mark in opened:
            if (mark.kind, mark.target) in wanted:
                still.append(mark)
            else:
                self.marks.append(Mark(mark.kind, Span(mark.start, self.map.length), mark.target))
        return still

    def _letters(self, letters: str, origin: Origin | None) -> int:
        """Append letters; returns where they start, one earlier where they compose with what stands before."""
        span = self.map.insert(letters) if origin is None else self.map.add(letters, self._origin(origin))
        if self.map.length > self._limits.characters:
            raise UnreadableError("too-large")
        return span.start

    def _line_end(self, stretch: Stretch) -> None:
        if not self.map.ends_with("\n") and stretch.origin is not None:
            self.map.remove_trailing(" \t\u00a0")
            self.map.add("\n", self._origin(stretch.origin))

    def _flush(self) -> None:
        if self._pending:
            self.map.insert(self._pending)
            self._pending = ""

    def _trim(self, first_mark: int) -> int:
        """Take trailing blanks away, from the marks too; returns the end of the text."""
        length = self.map.remove_trailing(_BLANKS)
        kept: list[Mark] = []
        for mark in self.marks[first_mark:]:
            span = Span(min(mark.span.start, length), min(mark.span.end, length))
            if len(span) or mark.kind == "image":
                kept.append(Mark(mark.kind, span, mark.target))
        self.marks[first_mark:] = kept
        return length

    def _origin(self, origin: Origin) -> OriginOf:
        part = self._part

        def ranged(low: int, high: int) -> RunRange:
            return RunRange(part, origin.paragraph, origin.run, origin.offset + low, origin.offset + high)

        return ranged


def paragraphs_of(nodes: Iterable[Node]) -> Iterator[Paragraph]:
    """All paragraphs, those in tables too."""
    for node in nodes:
        if isinstance(node, Paragraph):
            yield node
        else:
            for row in node.rows:
                for cell in row:
                    yield from paragraphs_of(cell)


def _around(kind: BlockKind, children: Sequence[Block], level: int = 0, marker: str = "") -> Block:
    return Block(kind, Span(children[0].span.start, children[-1].span.end), tuple(children), level=level, marker=marker)


def _has_letters(cell: Iterable[Node]) -> bool:
    return any(paragraph.text.strip() for paragraph in paragraphs_of(cell))


def _stripped(paragraph: Paragraph) -> Paragraph:
    """The paragraph without leading blanks."""
    text = paragraph.text
    blank = len(text) - len(text.lstrip())
    return without_letters(paragraph, blank) if blank else paragraph


def _marks(stretch: Stretch, strong: bool, code: bool) -> list[tuple[MarkKind, str]]:
    found: list[tuple[MarkKind, str]] = []
    if stretch.code and code:
        found.append(("code", ""))
    if stretch.link:
        found.append(("link", stretch.link))
    if stretch.bold and strong:
        found.append(("strong", ""))
    if stretch.italic:
        found.append(("emphasis", ""))
    if stretch.struck:
        found.append(("struck", ""))
    if stretch.hidden:
        found.append(("hidden", ""))
    if stretch.math:
        found.append(("math", ""))
    return found


def _head_by_look(table: Table) -> tuple[bool, ...]:
    """The first row is a header where all its letters are bold and those of the next are not."""
    bold = [_is_bold(row) for row in table.rows[:2]]
    return tuple(index == 0 and bold == [True, False] for index in range(len(table.rows)))


def _is_bold(row: tuple[tuple[Node, ...], ...]) -> bool:
    found = [paragraph for cell in row for paragraph in paragraphs_of(cell) if paragraph.text.strip()]
    return bool(found) and all(paragraph.bold for paragraph in found)
