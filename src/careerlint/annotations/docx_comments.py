"""The comments of a .docx: what one says in Word's own markup, and how ours are taken out while those of people stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count

from lxml import etree

from careerlint.annotations import AUTHOR
from careerlint.annotations.docx_package import STRICT, Package
from careerlint.annotations.docx_ranges import remove_ranges, word_namespace
from careerlint.annotations.remarks import Remark
from careerlint.readers.docx_xml import Element, attribute, descendants, value
from careerlint.reporters.xml_text import xml_safe

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_INITIALS = "cl"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_GREY = "7F7F7F"
# Half-points.
_SIZE = "20"
_LARGEST = 2**31 - 2
_COLUMN = (
    ("spacing", (("before", "0"), ("after", "60"), ("line", "240"), ("lineRule", "auto"))),
    ("ind", (("left", "0"), ("firstLine", "0"))),
    ("jc", (("val", "left"),)),
)
# What Word keeps about comments beside them: replies and what is done, lasting identifiers, authors.
_BESIDE = ("commentsExtended", "commentsIds", "commentsExtensible")


@dataclass(frozen=True, slots=True)
class Styles:
    """The document's own styles for comments and for the marks at them, "" where it has none; names differ by language."""

    text: str
    mark: str


class Comments:
    """The comments part of a package while it is changed, beside the tree of the main part."""

    def __init__(self, package: Package, root: Element) -> None:
        self._package = package
        self._main = root
        self._space = word_namespace(root)
        self._name = package.linked("comments")
        self._styles = _styles(package.part(package.linked("styles")))
        found = package.part(self._name)
        self.root = etree.Element(etree.QName(self._space, "comments"), nsmap={"w": self._space}) if found is None else found

    def remove_ours(self) -> bool:
        """Take out what an earlier run wrote, here, in the main part and beside; whether there was anything."""
        ours = [each for each in descendants(self.root, "comment") if attribute(each, "author") == AUTHOR]
        if not ours:
            return False
        remove_ranges(self._main, {attribute(each, "id") or "" for each in ours})
        known = {identifier for comment in ours for identifier in _paragraph_identifiers(comment)}
        for comment in ours:
            self.root.remove(comment)
        if known:
            self._remove_beside(known)
        self._remove_author()
        return True

    def add(self, remark: Remark, aside: str) -> str:
        """A comment with the texts of the remark, under what is said aside; returns its identifier."""
        identifier = self._free_identifier()
        comment = etree.SubElement(self.root, self._tag("comment"))
        for name, text in (("id", identifier), ("author", AUTHOR), ("initials", _INITIALS)):
            comment.set(self._tag(name), text)
        (_, message), *others = remark.parts
        self._paragraph(comment, ((f"[{remark.heading}] ", "b"), (message, "")), first=True)
        if aside:
            self._paragraph(comment, ((aside, "i"),))
        for label, text in others:
            self._paragraph(comment, ((f"{label}: ", "b"), (text, "")))
        self._paragraph(comment, ((remark.rule, "color"),))
        return identifier

    def reference(self, identifier: str) -> Element:
        """The run that shows a comment in the text."""
        run = etree.Element(self._tag("r"))
        if self._styles.mark:
            self._value(etree.SubElement(run, self._tag("rPr")), "rStyle", self._styles.mark)
        etree.SubElement(run, self._tag("commentReference")).set(self._tag("id"), identifier)
        return run

    def save(self) -> None:
        """Put the part into the package, linked and described."""
        if self._name is None:
            self._name = self._package.add("comments.xml", "comments", _TYPE, strict=self._space == STRICT)
        else:
            self._package.describe(self._name, _TYPE)
        self._package.put(self._name, self.root)

    def _free_identifier(self) -> str:
        return str(next(self._free))

    @cached_property
    def _free(self) -> Iterator[int]:
        """Numbers that no comment has, from the largest one on, as long as Word can count so far."""
        taken = set(_identifiers(self.root, self._main))
        first = max(taken, default=-1) + 1
        return (number for number in chain(range(first, _LARGEST), count()) if number not in taken)

    def _remove_beside(self, paragraphs: set[str]) -> None:
        """What Word keeps about the removed comments; an answer that somebody gave to one of them stands by itself from now on."""
        lasting: set[str] = set()
        for kind in _BESIDE:
            name = self._package.linked(kind)
            part = self._package.part(name)
            if name is None or part is None:
                continue
            for entry in list(part):
                if _attribute(entry, "paraId") in paragraphs or _attribute(entry, "durableId") in lasting:
                    lasting |= {identifier for identifier in [_attribute(entry, "durableId")] if identifier}
                    part.remove(entry)
                elif _attribute(entry, "paraIdParent") in paragraphs:
                    del entry.attrib[next(key for key in entry.attrib if etree.QName(key).localname == "paraIdParent")]
            self._package.put(name, part)

    def _remove_author(self) -> None:
        name = self._package.linked("people")
        part = self._package.part(name)
        if name is None or part is None:
            return
        ours = [each for each in part if _attribute(each, "author") == AUTHOR]
        for each in ours:
            part.remove(each)
        if ours:
            self._package.put(name, part)

    def _paragraph(self, comment: Element, texts: tuple[tuple[str, str], ...], first: bool = False) -> None:
        paragraph = etree.SubElement(comment, self._tag("p"))
        properties = etree.SubElement(paragraph, self._tag("pPr"))
        if self._styles.text:
            self._value(properties, "pStyle", self._styles.text)
        # The document's own text may be wide and justified; a comment is a narrow column of its own.
        for name, attributes in _COLUMN:
            made = etree.SubElement(properties, self._tag(name))
            for key, text in attributes:
                made.set(self._tag(key), text)
        if first:
            mark = etree.SubElement(paragraph, self._tag("r"))
            if self._styles.mark:
                self._value(etree.SubElement(mark, self._tag("rPr")), "rStyle", self._styles.mark)
            etree.SubElement(mark, self._tag("annotationRef"))
        for words, look in texts:
            run = etree.SubElement(paragraph, self._tag("r"))
            properties = etree.SubElement(run, self._tag("rPr"))
            if look == "color":
                self._value(properties, look, _GREY)
            elif look:
                etree.SubElement(properties, self._tag(look))
            self._value(properties, "sz", _SIZE)
            letters = etree.SubElement(run, self._tag("t"))
            letters.text = xml_safe(words)
            letters.set(_SPACE, "preserve")

    def _value(self, parent: Element, name: str, text: str) -> None:
        etree.SubElement(parent, self._tag(name)).set(self._tag("val"), text)

    def _tag(self, name: str) -> str:
        return f"{{{self._space}}}{name}"


def _styles(styles: Element | None) -> Styles:
    by_name = {}
    for style in descendants(styles, "style") if styles is not None else ():
        by_name[(value(style, "name") or "").lower()] = attribute(style, "styleId") or ""
    return Styles(by_name.get("annotation text", ""), by_name.get("annotation reference", ""))


def _identifiers(*roots: Element) -> Iterator[int]:
    for root in roots:
        for each in descendants(root, "comment", "commentRangeStart", "commentRangeEnd", "commentReference"):
            text = attribute(each, "id") or ""
            if text.isascii() and text.isdigit() and len(text) < 12:
                yield int(text)


def _paragraph_identifiers(comment: Element) -> Iterator[str]:
    for paragraph in descendants(comment, "p"):
        identifier = _attribute(paragraph, "paraId")
        if identifier:
            yield identifier


def _attribute(element: Element, name: str) -> str | None:
    """An attribute by its local name: newer parts have namespaces of the year they were made in."""
    return next((str(text) for key, text in element.attrib.items() if etree.QName(key).localname == name), None)
