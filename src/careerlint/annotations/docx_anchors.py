"""Anchors: where in the body of a .docx a remark can stand, at its own words or, where Word holds no comments, near them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lxml import etree

from careerlint.annotations.docx_fields import Fields
from careerlint.annotations.docx_package import Package
from careerlint.annotations.docx_ranges import Point, word_namespace
from careerlint.model.document import Document
from careerlint.model.place import RunRange
from careerlint.model.span import Span
from careerlint.readers.docx_xml import Element, attribute, child, descendants, link_attribute, name_of, switch

Nook = Literal["header", "footer", "footnote", "endnote", "box", "hidden", "formula"]
"""What holds no comments, or none that anybody would see."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """From which letter to which one a comment stands; `nook` says why not at its own words, None where it does."""

    first: Point
    last: Point
    nook: Nook | None = None


class Anchors:
    """Finds the anchors of one document in the tree of its main part; ranges are marked in it only when all are found."""

    def __init__(self, package: Package, root: Element, document: Document) -> None:
        self._package = package
        self._root = root
        self._document = document
        # Paragraphs are counted as the reader counts them.
        self._paragraphs = tuple(descendants(root, "p"))
        self._runs: dict[int, tuple[Element, ...]] = {}
        self._fields: dict[int, Fields] = {}
        self._notes: dict[str, _Notes] = {}

    def of(self, span: Span) -> Anchor | None:
        """Where the remark on these words stands; None where the body has no paragraph for it."""
        places = [place for place in self._document.places(span) if isinstance(place, RunRange)]
        own = [place for place in places if self._holds_comments(place)]
        if own:
            return Anchor(self._first(own[0]), self._last(own[-1]))
        if not places:
            return self._near(self._paragraph_before(span), "formula")
        place = places[0]
        if place.part != self._package.written_main:
            return self._beside_part(place)
        box = _box_around(self._paragraphs[place.paragraph])
        return self._near(place.paragraph, "hidden") if box is None else self._beside_box(box)

    def _holds_comments(self, place: RunRange) -> bool:
        return place.part == self._package.written_main and self._is_open(place.paragraph) and not _is_hidden(self._run(place))

    def _is_open(self, paragraph: int) -> bool:
        return _box_around(self._paragraphs[paragraph]) is None

    def _run(self, place: RunRange) -> Element:
        return self._runs_of(place.paragraph)[place.run]

    def _runs_of(self, paragraph: int) -> tuple[Element, ...]:
        if paragraph not in self._runs:
            self._runs[paragraph] = tuple(_runs(self._paragraphs[paragraph]))
        return self._runs[paragraph]

    def _first(self, place: RunRange) -> Point:
        return self._fields_of(place).outside(Point(self._run(place), place.start), begins=True)

    def _last(self, place: RunRange) -> Point:
        return self._fields_of(place).outside(Point(self._run(place), place.end), begins=False)

    def _fields_of(self, place: RunRange) -> Fields:
        if place.paragraph not in self._fields:
            self._fields[place.paragraph] = Fields(self._runs_of(place.paragraph))
        return self._fields[place.paragraph]

    @cached_property
    def _letters(self) -> dict[int, list[RunRange]]:
        """By paragraph of the body, the letters that a comment can stand at."""
        found: dict[int, list[RunRange]] = {}
        for place in self._document.places(Span(0, len(self._document.text))):
            if isinstance(place, RunRange) and self._holds_comments(place):
                found.setdefault(place.paragraph, []).append(place)
        return found

    def _near(self, paragraph: int, nook: Nook) -> Anchor | None:
        """The letters of the paragraph, else of the nearest one that has any."""
        if not self._letters:
            return self._at_any_run(nook)
        nearest = min(self._letters, key=lambda other: (abs(other - paragraph), other))
        places = self._letters[nearest]
        return Anchor(self._first(places[0]), self._last(places[-1]), nook)

    def _paragraph_before(self, span: Span) -> int:
        places = self._document.places(Span(0, span.start))
        return next((place.paragraph for place in reversed(places) if isinstance(place, RunRange) and place.part == self._package.written_main), 0)

    def _at_any_run(self, nook: Nook) -> Anchor | None:
        """A body without letters still has the run that carries a text box or a picture; else its first paragraph gets an empty one."""
        open_paragraphs = [paragraph for index, paragraph in enumerate(self._paragraphs) if self._is_open(index)]
        for run in (run for paragraph in open_paragraphs for run in _runs(paragraph)):
            shows_comment = any(name_of(each) == "commentReference" for each in run)
            if not shows_comment and not any(name_of(each) in ("del", "moveFrom", "r") for each in run.iterancestors()):
                return Anchor(Point(run), Point(run), nook)
        if not open_paragraphs:
            return None
        added = etree.SubElement(open_paragraphs[0], etree.QName(word_namespace(self._root), "r"))
        return Anchor(Point(added), Point(added), nook)

    def _beside_box(self, box: Element) -> Anchor | None:
        """The letters of the paragraph that carries the text box, else the run with the box itself."""
        paragraph = self._outer_paragraph(box)
        if paragraph in self._letters:
            return self._near(paragraph, "box")
        run = next((each for each in reversed(list(box.iterancestors())) if name_of(each) == "r"), None)
        return self._near(paragraph, "box") if run is None else Anchor(Point(run), Point(run), "box")

    def _outer_paragraph(self, box: Element) -> int:
        around = [each for each in box.iterancestors() if name_of(each) == "p"]
        return self._paragraphs.index(around[-1]) if around else 0

    def _beside_part(self, place: RunRange) -> Anchor | None:
        """Words of another part: at the mark of the note, or where the section with this header begins (its footer: ends)."""
        kind, identifier = self._link_of(place.part)
        if kind in ("footnotes", "endnotes"):
            return self._at_note(place, "footnote" if kind == "footnotes" else "endnote")
        sections = _sections(self._root, self._paragraphs)
        for first, last, properties in sections:
            if any(link_attribute(each, "id") == identifier for each in properties):
                return self._near(last, "footer") if kind == "footer" else self._near(first, "header")
        return self._near(0, "header")

    def _link_of(self, part: str) -> tuple[str, str]:
        for identifier, link in self._package.links.items():
            if not link.external and part in (link.target, self._package.archive.entry_name(link.target)):
                return link.kind, identifier
        return "", ""

    def _at_note(self, place: RunRange, nook: Literal["footnote", "endnote"]) -> Anchor | None:
        mark = self._mark_of_note(place, nook)
        return self._near(0, nook) if mark is None else Anchor(Point(mark), Point(mark), nook)

    def _mark_of_note(self, place: RunRange, nook: Literal["footnote", "endnote"]) -> Element | None:
        """The run with the mark of the note that holds the place, where it stands among letters of the body."""
        if nook not in self._notes:
            self._notes[nook] = _Notes(self._package.part(self._package.linked(f"{nook}s")), self._root, nook)
        return self._notes[nook].mark(place.paragraph)


class _Notes:
    """The notes of one kind: the paragraphs of their part, and the runs of the body that show their marks."""

    def __init__(self, part: Element | None, root: Element, nook: Literal["footnote", "endnote"]) -> None:
        self._nook = nook
        self._paragraphs = () if part is None else tuple(descendants(part, "p"))
        self._marks: dict[str | None, Element] = {}
        for mark in descendants(root, f"{nook}Reference"):
            run = mark.getparent()
            if run is not None and name_of(run) == "r" and _box_around(run) is None:
                self._marks.setdefault(attribute(mark, "id"), run)

    def mark(self, paragraph: int) -> Element | None:
        """The run that shows the mark of the note around a paragraph."""
        if paragraph >= len(self._paragraphs):
            return None
        around = (each for each in self._paragraphs[paragraph].iterancestors() if name_of(each) == self._nook)
        return next((self._marks.get(attribute(each, "id")) for each in around), None)


def _runs(paragraph: Element) -> Iterator[Element]:
    """The runs of a paragraph, without those of paragraphs inside it."""
    for run in descendants(paragraph, "r"):
        if next((each for each in run.iterancestors() if name_of(each) == "p"), None) is paragraph:
            yield run


def _box_around(element: Element) -> Element | None:
    """The outermost text box around an element."""
    boxes = [each for each in element.iterancestors() if name_of(each) == "txbxContent"]
    return boxes[-1] if boxes else None


def _is_hidden(run: Element) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and switch(vanish)


def _sections(root: Element, paragraphs: Sequence[Element]) -> Iterator[tuple[int, int, Element]]:
    """First and last paragraph of each section, and its properties."""
    first = 0
    for index, paragraph in enumerate(paragraphs):
        properties = child(paragraph, "pPr", "sectPr")
        if properties is not None:
            yield first, index, properties
            first = index + 1
    last = child(root, "body", "sectPr")
    if last is not None:
        yield min(first, len(paragraphs) - 1), len(paragraphs) - 1, last
