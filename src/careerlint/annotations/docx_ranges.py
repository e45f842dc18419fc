"""Ranges of comments in the XML of a .docx: runs are parted at the first and the last letter, and keep their look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from careerlint.readers.docx_letters import letters_of
from careerlint.readers.docx_xml import Element, attribute, child, name_of

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = " \t\r\n"
# Word writes these at the beginning of a run when it lays out the page; they are worth no run of their own.
_WITHOUT_WEIGHT = frozenset({"rPr", "lastRenderedPageBreak"})
_PROPERTIES = frozenset({"pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData"})
# What shows one of several contents, or a content that is made anew: a range around it stays, one inside may be lost.
# LibreOffice takes a comment inside w:fldSimple for words of the field.
_CLOSED = frozenset({"r", "mc:AlternateContent", "fldSimple"})
# LibreOffice loses the range of a comment inside these; they only say what the words are, and two say it as well as one.
_TAGS = frozenset({"smartTag", "customXml"})

_Position = tuple[int, int]
"""Before which child of a run, and how many of that child's letters stand on the left."""


@dataclass(frozen=True, slots=True)
class Point:
    """A letter of a run: those before `offset` stand on the left; or `edge`, the child of the run that a range begins or ends with.

    Without both it is the beginning or the end of the run, whatever it holds.
    """

    run: Element
    offset: int = -1
    edge: Element | None = None


_Edge = tuple[Point, bool]
"""A point, and whether a range begins there."""


@dataclass(frozen=True, slots=True)
class Range:
    """Where the comment `identifier` stands: from the letter at `first` to the letter before `last`."""

    identifier: str
    first: Point
    last: Point


def place_ranges(ranges: Sequence[Range], reference: Callable[[str], Element]) -> None:
    """Mark the ranges in the tree; `reference` makes the run that follows a range and shows its comment.

    Of ranges that begin together the first of the sequence is the outer one.
    """
    parted = _part_runs(ranges)
    edges = [(each, parted[each.first.run].begun_at(each.first), parted[each.last.run].ended_at(each.last)) for each in ranges]
    for _, begun, ended in edges:
        _part_tags(begun, first=True)
        _part_tags(ended, first=False)
    starts: dict[Element, list[Range]] = defaultdict(list)
    ends: dict[Element, list[Range]] = defaultdict(list)
    for each, begun, ended in edges:
        starts[_outermost(begun, first=True)].append(each)
        ends[_outermost(ended, first=False)].append(each)
    for node, opened in starts.items():
        for each in opened:
            node.addprevious(_marker(node, "commentRangeStart", each.identifier))
    for node, closed in ends.items():
        # What was opened last is closed first, as brackets are.
        for each in closed:
            _add_after(node, reference(each.identifier))
            _add_after(node, _marker(node, "commentRangeEnd", each.identifier))


def remove_ranges(root: Element, identifiers: Iterable[str]) -> None:
    """Take the marks of these comments out of a tree; a run that showed nothing but a comment goes with it."""
    wanted = set(identifiers)
    names = ("commentRangeStart", "commentRangeEnd", "commentReference")
    marks = [each for each in root.iter() if name_of(each) in names and attribute(each, "id") in wanted]
    for mark in marks:
        run = mark.getparent()
        _remove(mark)
        if run is not None and name_of(run) == "r" and all(name_of(each) == "rPr" for each in run):
            _remove(run)


class _Parted:
    """A run that was parted: its parts in order, and the positions between them."""

    def __init__(self, run: Element, points: Iterable[_Edge]) -> None:
        _part_outer_blanks(run)
        children = [(element, len(letters_of(element))) for element in run]
        self._positions = {(point, begins): _position(children, point, begins) for point, begins in points}
        self._cuts = sorted({position for position in self._positions.values() if position is not None})
        self._parts = _cut(run, self._cuts)

    def begun_at(self, point: Point) -> Element:
        """The part that begins at the point."""
        position = self._positions[point, True]
        return self._parts[0] if position is None else self._parts[self._cuts.index(position) + 1]

    def ended_at(self, point: Point) -> Element:
        """The part that ends at the point."""
        position = self._positions[point, False]
        return self._parts[-1] if position is None else self._parts[self._cuts.index(position)]


def _part_runs(ranges: Sequence[Range]) -> dict[Element, _Parted]:
    points: dict[Element, set[_Edge]] = defaultdict(set)
    for each in ranges:
        points[each.first.run].add((each.first, True))
        points[each.last.run].add((each.last, False))
    return {run: _Parted(run, wanted) for run, wanted in points.items()}


def _position(children: Sequence[tuple[Element, int]], point: Point, begins: bool) -> _Position | None:
    """Where the run has to be parted for a range that begins (ends) at the point; None at the edge of the run.

    `children` are those of the run, each with the number of its letters. What has none (the mark of a footnote, a picture) is
    left out of the range.
    """
    elements = [element for element, _ in children]
    if point.edge is not None:
        return _beside(elements, elements.index(point.edge), begins)
    passed = 0
    for index, (_, count) in enumerate(children if point.offset >= 0 else ()):
        inside = point.offset - passed
        passed += count
        if begins and inside < count:
            return (index, inside) if inside else _beside(elements, index, begins)
        if not begins and count and inside <= count:
            return (index, inside) if inside < count else _beside(elements, index, begins)
    return None


def _beside(children: Sequence[Element], index: int, before: bool) -> _Position | None:
    """The position before (after) a child, None where nothing of weight is on its other side."""
    if before:
        return (index, 0) if any(name_of(each) not in _WITHOUT_WEIGHT for each in children[:index]) else None
    return (index + 1, 0) if children[index + 1 :] else None


def _cut(run: Element, cuts: Sequence[_Position]) -> list[Element]:
    """Part a run at the positions; every part has the run's attributes and properties."""
    look = child(run, "rPr")
    content = list(run)
    parts = [run]
    for index, inside in reversed(cuts):
        part = _empty_like(run)
        if look is not None:
            part.append(deepcopy(look))
        if inside:
            part.append(_cut_text(content[index], inside))
        part.extend(content[index + (1 if inside else 0) :])
        content = content[: index + (1 if inside else 0)]
        _add_after(run, part)
        parts.insert(1, part)
    return parts


def _cut_text(text: Element, inside: int) -> Element:
    """Leave the first letters in a w:t and return another one with those after them."""
    letters = text.text or ""
    rest = _empty_like(text)
    text.text, rest.text = letters[:inside], letters[inside:]
    for each in (text, rest):
        if each.text != (each.text or "").strip(_BLANKS):
            each.set(_SPACE, "preserve")
    return rest


def _part_outer_blanks(run: Element) -> None:
    """Give blanks that Word does not show, around letters that are not marked to keep them, a w:t of their own.

    Where a run is parted, blanks become outer ones that must be kept, and the mark is for the whole w:t.
    """
    for element in list(run):
        letters = element.text or ""
        body = letters.strip(_BLANKS)
        if name_of(element) != "t" or element.get(_SPACE) == "preserve" or not body or body == letters:
            continue
        start = letters.index(body)
        element.text = body
        if start:
            element.addprevious(_text_like(element, letters[:start]))
        if letters[start + len(body) :]:
            _add_after(element, _text_like(element, letters[start + len(body) :]))


def _text_like(model: Element, letters: str) -> Element:
    made = _empty_like(model)
    made.text = letters
    return made


def _empty_like(model: Element) -> Element:
    """An element of the same name with the same attributes; what declares its namespaces is found where it is put."""
    made = etree.Element(model.tag)
    for name, text in model.attrib.items():
        made.set(name, text)
    return made


def _outermost(node: Element, first: bool) -> Element:
    """What the mark of a range stands beside: the run's part, or what is around it where that begins or ends there too.

    So a link or a tracked insertion that is commented on as a whole stays whole.
    """
    ancestors = _up_to_paragraph(node)
    closed = [index for index, each in enumerate(ancestors) if name_of(each) in _CLOSED or _is_plain_control(each)]
    start = closed[-1] + 1 if closed else 0
    found = ancestors[start - 1] if start else node
    for ancestor in ancestors[start:]:
        if _has_neighbours(found, before=first):
            break
        found = ancestor
    return found


def _part_tags(node: Element, first: bool) -> None:
    """Part the smart tags around a run's part, so that one begins (ends) where the part does."""
    found = node
    for ancestor in _up_to_paragraph(node):
        if _has_neighbours(found, before=first):
            if name_of(ancestor) in _TAGS:
                # What stands in front moves, never what follows: many marks are set from the front to the back.
                other = _empty_like(ancestor)
                other.extend(deepcopy(each) for each in ancestor if name_of(each) in _PROPERTIES)
                moved = [each for each in found.itersiblings(preceding=True) if name_of(each) not in _PROPERTIES][::-1]
                other.extend(moved if first else [*moved, found])
                ancestor.addprevious(other)
                found = ancestor if first else other
                continue
            if name_of(ancestor) not in _CLOSED:
                return
        found = ancestor


def _has_neighbours(element: Element, before: bool) -> bool:
    """Whether anything stands before (after) an element inside its parent, properties of the parent left out."""
    return any(name_of(each) not in _PROPERTIES for each in element.itersiblings(preceding=before))


def _up_to_paragraph(node: Element) -> list[Element]:
    found: list[Element] = []
    for ancestor in node.iterancestors():
        if name_of(ancestor) == "p":
            return found
        found.append(ancestor)
    return found


def _is_plain_control(element: Element) -> bool:
    """Whether this content control holds text without markup, or what Word fills anew from a data part when it opens the document.

    Of the former LibreOffice loses the letters before a comment inside.
    """
    properties = child(element, "sdtPr") if name_of(element) == "sdt" else None
    return properties is not None and any(name_of(each) in ("text", "dataBinding") for each in properties)


def _marker(beside: Element, name: str, identifier: str) -> Element:
    """A mark of a range in the namespace of the tree."""
    space = word_namespace(beside)
    made = etree.Element(etree.QName(space, name))
    made.set(etree.QName(space, "id"), identifier)
    return made


def word_namespace(element: Element) -> str:
    """The namespace of WordprocessingML in this tree: that of its root."""
    return etree.QName(element.getroottree().getroot()).namespace or ""


def _add_after(node: Element, added: Element) -> None:
    """Put an element behind another one, before the white space between that and the next."""
    tail, node.tail = node.tail, None
    node.addnext(added)
    added.tail = tail


def _remove(element: Element) -> None:
    """Take an element out and keep the white space behind it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
