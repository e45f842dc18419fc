"""Items of lists and headings by sign in a .docx: what Word numbers, and lines that begin with a typed bullet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from careerlint.expression import Expression
from careerlint.model.heading_marks import HEADING_MARKS, MARKS_OF_LISTS
from careerlint.readers.docx_nodes import Node, Paragraph, Stretch, Table

_BULLETS = f"{HEADING_MARKS}•◦▪▫✓✔➢➤‣⁃∙·ㆍ⦁→"
_BLANK = "[ \t\u00a0\u3000]"
_TYPED_BULLET = Expression(f"{_BLANK}*(?:[{_BULLETS}](?:{_BLANK}+|(?=[가-힣]))|[-–*]{_BLANK}+)")
# Word itself steps lists by half an inch or, with Korean defaults, by 400 twentieths of a point.
_LEVEL_STEP = 360
_SPACE_STEP = 100
_DEEPEST_LIST = 9
_LONGEST_HEADING = 30
_SENTENCE_END = Expression(r"[.!?。]$|[다임함]\.?$")


@dataclass(frozen=True, slots=True)
class Item:
    """One line or paragraph of a list; `key` orders depths, whatever unit they come from."""

    paragraph: Paragraph
    marker: str
    key: int
    ordered: bool


@dataclass(frozen=True, slots=True)
class SignedHeading:
    """A short line that a ■ or its like marks as a heading; the sign is not among its letters."""

    paragraph: Paragraph
    sign: str


@dataclass(frozen=True, slots=True)
class ItemList:
    """Items of one depth, each with the lists below it."""

    key: int
    ordered: bool
    entries: list[tuple[Item, list[ItemList]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class CodeLines:
    """Paragraphs that follow each other and are set as code."""

    lines: list[Paragraph]


Entry = Paragraph | Table | SignedHeading | ItemList | CodeLines


def entries(nodes: Sequence[Node], code: bool = True) -> Iterator[Entry]:
    """The nodes with code blocks (if `code`) and lists in the place of numbered paragraphs and of lines that begin with a typed bullet.

    Paragraphs without letters end no list.
    """
    for is_code, group in groupby(nodes, key=lambda node: code and isinstance(node, Paragraph) and not node.heading and node.code):
        if is_code:
            yield CodeLines([node for node in group if isinstance(node, Paragraph)])
        else:
            yield from _with_lists(list(group))


def _with_lists(nodes: Sequence[Node]) -> Iterator[Entry]:
    items: list[Item] = []
    for entry in _with_items(nodes):
        if isinstance(entry, Item):
            items.append(entry)
        elif isinstance(entry, Paragraph) and not entry.text.strip() and not entry.has_picture:
            continue
        else:
            yield from _nested(items)
            items = []
            yield entry
    yield from _nested(items)


def _nested(items: Iterable[Item]) -> list[ItemList]:
    """Lists of lists by depth; numbers and bullets of one depth do not share a list."""
    roots: list[ItemList] = []
    stack: list[ItemList] = []
    for item in items:
        while stack and item.key < stack[-1].key:
            stack.pop()
        if stack and item.key == stack[-1].key and item.ordered != stack[-1].ordered:
            stack.pop()
        deeper = not stack or item.key > stack[-1].key or item.ordered != stack[-1].ordered
        if deeper and len(stack) < _DEEPEST_LIST:
            opened = ItemList(item.key, item.ordered)
            (stack[-1].entries[-1][1] if stack else roots).append(opened)
            stack.append(opened)
        stack[-1].entries.append((item, []))
    return roots


def _with_items(nodes: Sequence[Node]) -> Iterator[Node | Item | SignedHeading]:
    """The nodes, with items in the place of numbered paragraphs and of lines that begin with a typed bullet."""
    signs = [_heading_sign(node) for node in nodes]
    for index, node in enumerate(nodes):
        if isinstance(node, Table) or node.heading:
            yield node
        elif node.marker is not None:
            yield Item(node, node.marker.text, node.marker.level * _LEVEL_STEP, node.marker.ordered)
        elif signs[index] and _stands_alone(signs, index, node):
            yield SignedHeading(without_letters(node, len(_bullet(node))), signs[index])
        else:
            yield from _lines_as_items(node)


def _lines_as_items(paragraph: Paragraph) -> Iterator[Node | Item]:
    """Items for the lines that begin with a bullet; lines without one belong to what stands before."""
    groups: list[tuple[str, list[Stretch]]] = []
    for line in _lines(paragraph.stretches):
        text = "".join(stretch.letters for stretch in line)
        found = _TYPED_BULLET.match(text)
        if found and text[found.end() :].strip():
            groups.append((found[0], _without(line, found.end())))
        elif groups:
            groups[-1][1].extend(line)
        else:
            groups.append(("", line))
    for prefix, stretches in groups:
        part = replace(paragraph, stretches=tuple(stretches))
        if not prefix:
            yield part
            continue
        before = len(prefix) - len(prefix.lstrip())
        # Typed indents are a few spaces deep, tabs and true indents half an inch.
        key = paragraph.indent + sum(_LEVEL_STEP if letter == "\t" else _SPACE_STEP for letter in prefix[:before])
        yield Item(part, prefix.strip(), key, False)


def _lines(stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    """The stretches by lines; a line keeps the break that ends it."""
    lines: list[list[Stretch]] = [[]]
    for stretch in stretches:
        lines[-1].append(stretch)
        if stretch.letters == "\n":
            lines.append([])
    return lines


def _without(stretches: Sequence[Stretch], count: int) -> list[Stretch]:
    """The stretches without their first `count` letters."""
    left: list[Stretch] = []
    for stretch in stretches:
        size = min(count, len(stretch.letters))
        count -= size
        if size < len(stretch.letters) or stretch.image:
            origin = stretch.origin
            if origin is not None and size:
                origin = replace(origin, offset=origin.offset + size)
            left.append(replace(stretch, letters=stretch.letters[size:], origin=origin))
    return left


def without_letters(paragraph: Paragraph, count: int) -> Paragraph:
    """The paragraph without its first `count` letters."""
    return replace(paragraph, stretches=tuple(_without(paragraph.stretches, count)))


def _bullet(paragraph: Paragraph) -> str:
    found = _TYPED_BULLET.match(paragraph.text)
    return found[0] if found else ""


def _heading_sign(node: Node) -> str:
    """The sign of a short line that begins with ■ or its like, else ""."""
    if isinstance(node, Table) or node.heading or node.marker is not None:
        return ""
    text = node.text.strip()
    if not text or text[0] not in HEADING_MARKS or len(text) > _LONGEST_HEADING or "\n" in text:
        return ""
    return text[0] if _bullet(node) and not _SENTENCE_END.search(text) else ""


def _stands_alone(signs: list[str], index: int, node: Paragraph) -> bool:
    """Whether no neighbour begins with the same sign, or the line is bold: a heading and not one item among others."""
    before = signs[index - 1] if index else ""
    after = signs[index + 1] if index + 1 < len(signs) else ""
    return node.bold or (signs[index] not in (before, after) and signs[index] not in MARKS_OF_LISTS)
