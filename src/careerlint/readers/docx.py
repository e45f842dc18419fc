"""The reader of .docx files: the body, then footnotes, then headers and footers, as Word shows them."""

from __future__ import annotations

from collections.abc import Iterable

from careerlint.model.document import BlockKind, Document
from careerlint.readers.docx_body import PartContent
from careerlint.readers.docx_layout import unfolded
from careerlint.readers.docx_nodes import Node
from careerlint.readers.docx_numbering import read_numbering
from careerlint.readers.docx_remarks import read_remarks
from careerlint.readers.docx_styles import read_styles
from careerlint.readers.docx_writing import BlockBuilder, paragraphs_of
from careerlint.readers.docx_xml import (
    Element,
    Relationship,
    attribute,
    child,
    descendants,
    link_attribute,
    name_of,
    parse,
    related,
    relationships,
)
from careerlint.readers.limits import Limits, UnreadableError
from careerlint.readers.zip_guard import Archive, open_archive

_MAIN = "word/document.xml"
# Beyond this share of its letters a fixed-width font is a taste and says nothing.
_MOSTLY = 0.7
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))


def read_docx(data: bytes, path: str, limits: Limits) -> Document:
    """Read the bytes of a .docx (.docm, strict Open XML); `path` is only the document's name.

    Raises `UnreadableError`: `encrypted`, `broken`, `too-large`, and `no-text` or `empty` for a file without letters.
    """
    archive = open_archive(data)
    main = related(relationships(archive, ""), "officeDocument") or _MAIN
    content = archive.read(main)
    root = parse(content) if content is not None else None
    body = child(root, "body")
    if root is None or name_of(root) != "document" or body is None:
        raise UnreadableError("broken")
    document = _write(archive, main, root, body, path, limits)
    if not document.text:
        raise UnreadableError("no-text" if any(name.startswith("word/media/") for name in archive.names) else "empty")
    return document


def _write(archive: Archive, main: str, root: Element, body: Element, path: str, limits: Limits) -> Document:
    links = relationships(archive, main)
    styles = read_styles(_optional(archive, related(links, "styles")))
    numbering = read_numbering(_optional(archive, related(links, "numbering")))
    builder = BlockBuilder(limits)

    def content_of(part: str, top: Element) -> PartContent:
        return PartContent(top, relationships(archive, part), styles, numbering)

    body_nodes = list(unfolded(PartContent(root, links, styles, numbering).nodes(body)))
    builder.code = _share_of_code(body_nodes) < _MOSTLY
    blocks = builder.top(archive.entry_name(main) or main, [body_nodes])
    for kind, name in _NOTES:
        part = related(links, kind)
        notes = _optional(archive, part)
        if part is not None and notes is not None:
            content = content_of(part, notes)
            # Separator lines between text and notes are stored as notes too.
            written = [note for note in descendants(notes, name) if attribute(note, "type") in (None, "normal")]
            blocks += builder.top(archive.entry_name(part) or part, [("note", content.nodes(note)) for note in written])
    seen: set[str] = set()
    for part, is_header in _furniture(root, links):
        top = _optional(archive, part)
        nodes = list(content_of(part, top).nodes(top)) if top is not None else []
        words = "\n".join(paragraph.text for paragraph in paragraphs_of(nodes))
        # Sections often have headers of their own that say the same again.
        if words not in seen:
            seen.add(words)
            kind_of_block: BlockKind = "header" if is_header else "footer"
            blocks += builder.top(archive.entry_name(part) or part, [(kind_of_block, nodes)])
    marks = sorted(builder.marks, key=lambda mark: (mark.span.start, -mark.span.end))
    remarks = read_remarks(_optional(archive, related(links, "comments")), root, archive.entry_name(main) or main)
    return Document(path, "docx", builder.map.text(), builder.map.pieces(), tuple(blocks), tuple(marks), remarks)


def _share_of_code(nodes: Iterable[Node]) -> float:
    stretches = [stretch for paragraph in paragraphs_of(nodes) for stretch in paragraph.stretches]
    letters = sum(len(stretch.letters) for stretch in stretches)
    return sum(len(stretch.letters) for stretch in stretches if stretch.code) / max(letters, 1)


def _furniture(root: Element, links: dict[str, Relationship]) -> list[tuple[str, bool]]:
    """Header and footer parts in the order of the sections, each once, headers before footers."""
    found: dict[str, bool] = {}
    for element in descendants(root, "headerReference", "footerReference"):
        link = links.get(link_attribute(element, "id") or "")
        if link is not None and not link.external:
            found.setdefault(link.target, name_of(element) == "headerReference")
    return sorted(found.items(), key=lambda entry: not entry[1])


def _optional(archive: Archive, part: str | None) -> Element | None:
    content = archive.read(part) if part else None
    return parse(content) if content else None
