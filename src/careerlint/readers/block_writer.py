"""The writer of text formats: containers, leaves and letters go in; text, pieces, blocks and marks come out together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from careerlint.model.document import Block, BlockKind, Mark, MarkKind
from careerlint.model.place import Piece, SourceRange
from careerlint.model.span import Span
from careerlint.readers.block_frames import Frame, OpenMark, moved, placed
from careerlint.readers.source_map import SourceMap, clean

# Deeper nesting is never meant; those who walk blocks do so recursively.
_DEEPEST = 40
_CONTAINERS = frozenset({"list", "item", "table", "row", "cell", "quote", "note"})
_ONLY_CHILD: dict[str, BlockKind] = {"list": "item", "table": "row", "row": "cell"}
_ONLY_PARENT: dict[str, BlockKind] = {"item": "list", "row": "table", "cell": "row"}


@dataclass(frozen=True, slots=True)
class Written:
    """What a document is made of."""

    text: str
    pieces: tuple[Piece, ...]
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]


class BlockWriter:
    """Separators come by themselves: a blank line between top-level blocks, a tab between cells, else a line end.

    A leaf is opened where letters come without one, and the parent that a block needs (a list for an item) likewise.
    Blocks without letters leave no trace, but for empty items and cells.
    """

    def __init__(self) -> None:
        self._map = SourceMap()
        self._stack = [Frame("quote", False, start=0)]
        self._marks: list[Mark] = []
        self._open_marks: list[OpenMark] = []
        self._after_image = -1

    @property
    def depth(self) -> int:
        """How many blocks are open; `close_to` takes it back."""
        return len(self._stack)

    @property
    def length(self) -> int:
        """How many letters are written."""
        return self._map.length

    @property
    def leaf(self) -> BlockKind | None:
        """The kind of the open leaf."""
        top = self._stack[-1]
        return top.kind if top.is_leaf else None

    @property
    def leaf_started(self) -> bool:
        """Whether the open leaf has letters."""
        top = self._stack[-1]
        return top.is_leaf and top.start >= 0

    @property
    def at_line_start(self) -> bool:
        """Whether the next letter begins a line of a leaf."""
        return not self.leaf_started or self._map.ends_with("\n")

    @property
    def container(self) -> BlockKind | None:
        """The kind of the innermost open container; None at the top."""
        for frame in reversed(self._stack[1:]):
            if not frame.is_leaf:
                return frame.kind
        return None

    @property
    def item_depth(self) -> int:
        """How many items are open around the next block, not counting those outside of the innermost cell."""
        depth = 0
        for frame in reversed(self._stack[1:]):
            if frame.kind == "cell":
                break
            depth += frame.kind == "item"
        return depth

    def open(
        self,
        kind: BlockKind,
        *,
        tag: str = "",
        markdown: bool = False,
        level: int = 0,
        marker: str = "",
        head: bool = False,
        info: str = "",
        gap: float | None = None,
    ) -> None:
        """Open a block; an open leaf ends. HTML end tags do not close `markdown` blocks. The rest are fields of `Block`."""
        stack = self._stack
        if stack[-1].is_leaf:
            self._pop()
        self._open_between(kind, markdown)
        is_leaf = kind not in _CONTAINERS
        if kind in _ONLY_PARENT:
            # Its parent was not opened, since it would have been too deep.
            if stack[-1].kind != _ONLY_PARENT[kind]:
                return
        elif not is_leaf and len(stack) >= _DEEPEST:
            return
        if kind == "cell" and stack[-1].kind == "row":
            stack[-1].cells += 1
        frame = Frame(kind, is_leaf, tag, markdown, level, marker, head, info, gap)
        frame.first_mark = len(self._marks)
        stack.append(frame)

    def _open_between(self, kind: BlockKind, markdown: bool) -> None:
        """Open the parents that a block needs where it comes without them."""
        top = self._stack[-1].kind if len(self._stack) > 1 else None
        if kind in _ONLY_PARENT and top != _ONLY_PARENT[kind]:
            self.open(_ONLY_PARENT[kind], markdown=markdown)
        elif top in _ONLY_CHILD and kind != _ONLY_CHILD[top]:
            self.open(_ONLY_CHILD[top], markdown=markdown)
            self._open_between(kind, markdown)

    def change_marker(self, marker: str) -> None:
        """Set the marker of the innermost open item, once its check box is known."""
        for frame in reversed(self._stack):
            if frame.kind == "item":
                frame.marker = marker
                return

    def find(self, kinds: frozenset[str], stop: frozenset[str] = frozenset(), tag: str = "") -> int:
        """Depth of the innermost open block of one of the kinds (and tag), not past `stop` or Markdown's own containers; else 0."""
        for index in range(len(self._stack) - 1, 0, -1):
            frame = self._stack[index]
            if frame.markdown and not frame.is_leaf:
                return 0
            if frame.kind in kinds and (not tag or frame.tag == tag):
                return index
            if frame.kind in stop:
                return 0
        return 0

    def close_leaf(self) -> None:
        """End the open leaf, if any."""
        if self.leaf is not None:
            self._pop()

    def close_to(self, depth: int) -> None:
        """Close blocks until `depth` are open."""
        while len(self._stack) > max(depth, 1):
            self._pop()

    def letters(self, letters: str, offset: int) -> None:
        """Write letters that stand one to one at `offset` of the source."""
        if not letters or not self._begin(letters):
            return
        top = self._stack[-1]
        if top.letters == 0 and top.kind != "code":
            stripped = letters.lstrip()
            offset += len(letters) - len(stripped)
            letters = stripped
        if self._after_image == self._map.length and letters[0] == " " and self._map.ends_with(" "):
            # The spaces on both sides of a picture are one.
            letters, offset = letters[1:], offset + 1
        self._count(letters)
        start = self._map.length
        self._map.add_source(letters, offset)
        self._start_marks(start)

    def unit(self, letters: str, start: int, end: int) -> None:
        """Write letters that come from the source `start` to `end` as a whole."""
        letters = " ".join(clean(letters).split("\n")).replace("\r", " ").replace("\xa0", " ")
        if not letters or not self._begin(letters):
            return
        self._count(letters)
        before = self._map.length
        self._map.add_unit(letters, SourceRange(start, end))
        self._start_marks(before)

    def line_end(self, start: int, end: int) -> None:
        """Write a line end that the source has at `start` to `end`; none at the beginning of a leaf, none twice."""
        if not self.leaf_started:
            return
        self._map.remove_trailing(" \t\xa0")
        if not self._map.ends_with("\n") or self.leaf == "code":
            self._map.add_unit("\n", SourceRange(start, end))

    def image(self, target: str, source: SourceRange) -> None:
        """A picture stands here, and there in the source."""
        self._marks.append(Mark("image", Span(self._map.length, self._map.length), target, source))
        self._after_image = self._map.length

    def open_mark(self, kind: MarkKind, target: str = "") -> None:
        """Letters from here on carry the mark, until it is closed or the leaf ends."""
        self._open_marks.append(OpenMark(kind, target))

    def close_mark(self, kind: MarkKind) -> None:
        """End the innermost mark of the kind."""
        for index in range(len(self._open_marks) - 1, -1, -1):
            if self._open_marks[index].kind == kind:
                self._finish_mark(self._open_marks.pop(index))
                return

    def drop_mark(self, kind: MarkKind) -> None:
        """Forget the innermost mark of the kind: what looked like its beginning was none."""
        for index in range(len(self._open_marks) - 1, -1, -1):
            if self._open_marks[index].kind == kind:
                del self._open_marks[index]
                return

    def finish(self) -> Written:
        """Close everything and give the parts of the document."""
        self.close_to(1)
        marks = sorted(self._marks, key=lambda mark: (mark.span.start, -mark.span.end))
        return Written(self._map.text(), self._map.pieces(), tuple(self._stack[0].children), tuple(marks))

    def _begin(self, letters: str) -> bool:
        """Open the leaf and write the separator before its first letter; False where blank letters begin nothing."""
        if self.leaf_started:
            return True
        if not letters or letters.isspace():
            return False
        if self.leaf is None:
            self.open("paragraph")
        first = next(index for index, frame in enumerate(self._stack) if frame.start < 0)
        for index in range(first, len(self._stack)):
            frame, parent = self._stack[index], self._stack[index - 1]
            if frame.kind == "cell" and parent.kind == "row":
                self._write_tabs(parent, parent.cells - 1)
            elif parent.has_text:
                self._map.insert("\n\n" if index == 1 else "\n")
            parent.has_text = True
            frame.start = self._map.length
        return True

    def _write_tabs(self, row: Frame, wanted: int) -> None:
        if wanted > row.tabs:
            self._map.insert("\t" * (wanted - row.tabs))
            row.tabs = wanted

    def _count(self, letters: str) -> None:
        frame = self._stack[-1]
        size = len(letters.strip())
        frame.letters += size
        if self._open_marks and any(mark.kind == "strong" for mark in self._open_marks):
            frame.bold += size

    def _start_marks(self, start: int) -> None:
        for mark in self._open_marks:
            if mark.start < 0:
                # A combining mark may have shortened the text.
                mark.start = min(start, self._map.length)

    def _finish_mark(self, mark: OpenMark) -> None:
        if 0 <= mark.start < self._map.length:
            self._marks.append(Mark(mark.kind, Span(mark.start, self._map.length), mark.target))

    def _pop(self) -> None:
        frame = self._stack.pop()
        parent = self._stack[-1]
        if frame.is_leaf:
            while self._open_marks:
                self._finish_mark(self._open_marks.pop())
            if frame.start >= 0:
                self._trim(frame)
        if frame.kind == "cell" and frame.tag == "th":
            parent.heads += 1
        length = self._map.length
        if frame.start < 0:
            if frame.kind in ("item", "cell") or (frame.kind == "list" and frame.children):
                parent.children.append(moved(frame.written(length, length, tuple(frame.children)), length))
            return
        if frame.kind == "row":
            self._write_tabs(frame, frame.cells - 1)
            frame.head = frame.head or 0 < frame.cells == frame.heads
        children = placed(frame) if frame.children and frame.kind != "note" else ()
        parent.children.append(frame.written(frame.start, self._map.length, children))

    def _trim(self, frame: Frame) -> None:
        length = self._map.remove_trailing(" \t\n\xa0\u2003\u2002\u3000")
        for index in range(frame.first_mark, len(self._marks)):
            span = self._marks[index].span
            if span.end > length:
                self._marks[index] = replace(self._marks[index], span=Span(min(span.start, length), length))
        kept = [mark for mark in self._marks[frame.first_mark :] if len(mark.span) or mark.kind == "image"]
        self._marks[frame.first_mark :] = kept
