"""A block while it is being written, and how it becomes a finished one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from careerlint.model.document import Block, BlockKind, MarkKind
from careerlint.model.span import Span


@dataclass(slots=True)
class Frame:
    """A block that is being written; `start` is -1 until its first letter."""

    kind: BlockKind
    is_leaf: bool
    tag: str = ""
    markdown: bool = False
    level: int = 0
    marker: str = ""
    head: bool = False
    info: str = ""
    gap: float | None = None
    start: int = -1
    has_text: bool = False
    letters: int = 0
    bold: int = 0
    cells: int = 0
    heads: int = 0
    tabs: int = 0
    first_mark: int = 0
    children: list[Block] = field(default_factory=list)

    def written(self, start: int, end: int, children: tuple[Block, ...] = ()) -> Block:
        """The finished block."""
        bold = self.is_leaf and 0 < self.letters == self.bold
        span = Span(start, end)
        return Block(self.kind, span, children, self.level, bold, None, self.marker, self.head, None, self.info, self.gap)


@dataclass(slots=True)
class OpenMark:
    """A mark whose end is not there yet; `start` is -1 until its first letter."""

    kind: MarkKind
    target: str
    start: int = -1


def placed(frame: Frame) -> tuple[Block, ...]:
    """The children, with empty ones moved to where they belong among their siblings."""
    children: list[Block] = []
    position = frame.start
    for index, child in enumerate(frame.children):
        if frame.kind == "row" and index:
            position += 1
        if not len(child.span):
            child = moved(child, position)
        children.append(child)
        position = child.span.end
    return tuple(children)


def moved(block: Block, position: int) -> Block:
    """An empty block and all in it, at another position."""
    span = Span(position, position)
    return replace(block, span=span, children=tuple(moved(child, position) for child in block.children))
