"""The package of a .docx: its parts as XML, how they are linked, and the bytes of a copy in which some of them are new."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from lxml import etree

from careerlint.annotations.zip_copy import copy_archive
from careerlint.readers.docx_xml import Element, Relationship, parse, related, relationships
from careerlint.readers.limits import UnreadableError
from careerlint.readers.zip_guard import Archive, open_archive

_MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_KINDS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespace of WordprocessingML in strict Open XML."""


@dataclass
class Package:
    """A .docx that its reader has read: the parts by name, and those that the copy has anew.

    Parts are parsed as the reader parses them, so what it counts is counted the same here.
    """

    content: bytes
    archive: Archive
    main: str
    links: dict[str, Relationship]
    _changed: dict[str, bytes] = field(default_factory=dict)

    @property
    def written_main(self) -> str:
        """The main part as the places of a document name it."""
        return self.archive.entry_name(self.main) or self.main

    @property
    def is_signed(self) -> bool:
        """Whether a digital signature vouches for the content."""
        return any(name.lower().startswith("_xmlsignatures/") for name in self.archive.names)

    def part(self, name: str | None) -> Element | None:
        """A part as XML; None where there is none."""
        content = self.archive.read(name) if name else None
        return parse(content) if content else None

    def linked(self, kind: str) -> str | None:
        """The name of the part that the main part is linked to as this kind."""
        return related(self.links, kind)

    def put(self, name: str, root: Element) -> None:
        """Give the copy this part."""
        self._changed[name] = _DECLARATION + etree.tostring(root, encoding="UTF-8", xml_declaration=False, with_tail=False)

    def add(self, name: str, kind: str, content_type: str, strict: bool) -> str:
        """Link the main part to a new part of this kind and say what is in it; returns the name, another one where it is taken."""
        stem, ending = posixpath.splitext(posixpath.join(posixpath.dirname(self.main), name))
        taken = {other.lower() for other in self.archive.names}
        free = next(each for each in (f"{stem}{count or ''}{ending}" for count in range(len(taken) + 1)) if each.lower() not in taken)
        self._link(posixpath.basename(free), kind, strict)
        self.describe(free, content_type)
        return free

    def describe(self, name: str, content_type: str) -> None:
        """Say what is in a part, unless that is said already."""
        types = self.part(_TYPES)
        if types is None:
            raise UnreadableError("broken")
        space = etree.QName(types).namespace
        wanted = f"/{name}".lower()
        if any((each.get("PartName") or "").lower() == wanted for each in types):
            return
        etree.SubElement(types, etree.QName(space, "Override"), PartName=f"/{name}", ContentType=content_type)
        self.put(_TYPES, types)

    def copy(self) -> bytes:
        """The bytes of the copy."""
        return copy_archive(self.content, self._changed) if self._changed else self.content

    def _link(self, target: str, kind: str, strict: bool) -> None:
        folder, file = posixpath.split(self.main)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        links = self.part(name)
        if links is None:
            links = parse(f'<Relationships xmlns="{_LINKS}"/>'.encode())
        taken = {each.get("Id") for each in links}
        identifier = next(each for each in (f"rId{number}" for number in range(1, len(taken) + 2)) if each not in taken)
        tag = etree.QName(etree.QName(links).namespace, "Relationship")
        etree.SubElement(links, tag, Id=identifier, Type=f"{_STRICT_KINDS if strict else _KINDS}/{kind}", Target=target)
        self.put(name, links)


def open_package(content: bytes) -> Package:
    """The package of a file that was read before; raises `UnreadableError` where it is none."""
    archive = open_archive(content)
    main = related(relationships(archive, ""), "officeDocument") or _MAIN
    return Package(content, archive, main, relationships(archive, main))
