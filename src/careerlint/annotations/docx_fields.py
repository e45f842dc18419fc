"""Fields of a .docx whose result is made anew (a date, a page number): a comment stands around one, never inside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from careerlint.annotations.docx_ranges import Point
from careerlint.expression import Expression
from careerlint.readers.docx_letters import letters_of
from careerlint.readers.docx_xml import Element, attribute, name_of

# What stands in these was written by somebody; LibreOffice loses the text of a comment inside any other field.
_KEPT = Expression(r"\s*(?:HYPERLINK|FORMTEXT|EQ|SYMBOL)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    """A field while it is read: its first and last part, each with the run around it, and its instruction."""

    run: Element
    begin: Element
    instruction: str = ""
    end_run: Element | None = None
    end: Element | None = None


class Fields:
    """The fields that begin and end in one paragraph, by its runs."""

    def __init__(self, runs: Iterable[Element]) -> None:
        children = [(run, child) for run in runs for child in run if not _is_gone(run)]
        self._order = {child: index for index, (_, child) in enumerate(children)}
        self._remade = [field for field in _fields(children) if field.end is not None and not _KEPT.match(field.instruction)]

    def outside(self, point: Point, begins: bool) -> Point:
        """The point itself, or the edge of the outermost field that is made anew around it."""
        letter = _letter(point, begins) if self._remade else None
        if letter is None:
            return point
        place = self._order.get(letter, -1)
        for field in self._remade:
            if field.end is not None and field.end_run is not None and self._order[field.begin] <= place <= self._order[field.end]:
                return Point(field.run, edge=field.begin) if begins else Point(field.end_run, edge=field.end)
        return point


def _fields(children: Iterable[tuple[Element, Element]]) -> Iterator[_Field]:
    """All fields in the order of their beginnings, also those without an end."""
    found: list[_Field] = []
    opened: list[_Field] = []
    for run, child in children:
        kind = attribute(child, "fldCharType") if name_of(child) == "fldChar" else None
        if kind == "begin":
            opened.append(_Field(run, child))
            found.append(opened[-1])
        elif kind == "end" and opened:
            field = opened.pop()
            field.end_run, field.end = run, child
        elif name_of(child) == "instrText" and opened:
            opened[-1].instruction += child.text or ""
    yield from found


def _letter(point: Point, begins: bool) -> Element | None:
    """The child of the run that holds the first (last) letter at the point."""
    passed = 0
    for child in point.run:
        passed += len(letters_of(child))
        if passed > point.offset or (not begins and passed == point.offset):
            return child
    return None


def _is_gone(run: Element) -> bool:
    return any(name_of(each) in ("del", "moveFrom") for each in run.iterancestors())
