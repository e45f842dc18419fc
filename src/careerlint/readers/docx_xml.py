"""The XML of a .docx: safe parsing, names without namespaces, relationships between parts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from careerlint.readers.limits import UnreadableError
from careerlint.readers.zip_guard import Archive

Element = etree._Element

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    # Strict Open XML, as Word offers it under "Save as".
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_LINKS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_PREFIXES = {
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
    "http://purl.oclc.org/ooxml/drawingml/main": "a:",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp:",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp:",
    "urn:schemas-microsoft-com:vml": "v:",
}
_OFF = frozenset({"0", "false", "off", "none"})
_LARGEST_NUMBER = 1_000_000


@lru_cache(maxsize=4096)
def _name(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    if namespace + "}" in _WORD:
        return local
    prefix = _PREFIXES.get(namespace[1:])
    return prefix + local if prefix else ""


def name_of(element: Element) -> str:
    """The local name of a WordprocessingML element, with a prefix (`mc:Choice`, `a:blip`) for others, "" for unknown ones."""
    tag = element.tag
    return _name(tag) if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """A WordprocessingML attribute."""
    for namespace in _WORD:
        value = element.get(namespace + name)
        if value is not None:
            return value
    return None


def link_attribute(element: Element, name: str) -> str | None:
    """An attribute that names a relationship (`r:id`, `r:embed`)."""
    for namespace in _LINKS:
        value = element.get(namespace + name)
        if value is not None:
            return value
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of each name in turn."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if name_of(each) == name), None)
    return element


def value(element: Element | None, *path: str) -> str | None:
    """The `w:val` at the end of the path."""
    found = child(element, *path)
    return attribute(found, "val") if found is not None else None


def number(text: str | None) -> int | None:
    """A whole number, None where it is none or beyond what any layout holds (twips and half-points stay far below)."""
    try:
        # Some programs write "24.0".
        result = int(float(text)) if text and len(text) < 20 else None
    except (ValueError, OverflowError):
        return None
    return result if result is not None and abs(result) <= _LARGEST_NUMBER else None


def switch(element: Element) -> bool:
    """The state of an on/off property that is present."""
    return attribute(element, "val") not in _OFF


def descendants(root: Element, *names: str) -> Iterator[Element]:
    """Every WordprocessingML element of these names, in document order."""
    return root.iter(*(namespace + name for name in names for namespace in _WORD))


def parse(data: bytes) -> Element:
    """Parse a part; raises `UnreadableError` (broken) for malformed XML and for any DOCTYPE."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise UnreadableError("broken") from None
    # Word writes none; what a document type may do (entities, other files) is never wanted here.
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError("broken")
    return root


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another (`target` is an entry's name) or, if `external`, to an address."""

    kind: str
    target: str
    external: bool


def relationships(archive: Archive, part: str) -> dict[str, Relationship]:
    """The links of a part by their id; `part` "" gives those of the whole package."""
    folder, _, file = part.rpartition("/")
    data = archive.read(posixpath.join(folder, "_rels", file + ".rels"))
    if data is None:
        return {}
    found: dict[str, Relationship] = {}
    for element in parse(data):
        identifier, target = element.get("Id"), element.get("Target")
        if identifier is None or target is None:
            continue
        external = element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/" + folder, target.replace("\\", "/"))).lstrip("/")
        found[identifier] = Relationship((element.get("Type") or "").rpartition("/")[2], target, external)
    return found


def related(links: dict[str, Relationship], kind: str) -> str | None:
    """The first part that is linked as `kind` ("styles", "numbering")."""
    return next((link.target for link in links.values() if link.kind == kind and not link.external), None)
