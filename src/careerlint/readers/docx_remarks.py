"""Comments of a Word document that speak to careerlint ("careerlint: ignore STO001"), with the paragraph they hang on."""

from __future__ import annotations

from careerlint.model.place import Origin, RunRange
from careerlint.model.remark_words import slip_of
from careerlint.readers.docx_xml import Element, attribute, descendants, name_of

_MARK = "careerlint:"
OURS = "careerlint"
"""The author of the remarks that an annotated copy holds: they quote findings and command nothing."""


def read_remarks(comments: Element | None, root: Element, part: str) -> tuple[tuple[Origin, str], ...]:
    """The remarks in the order of the document; `part` is the zip entry that the paragraphs are counted in."""
    if comments is None:
        return ()
    texts = {attribute(comment, "id"): _text(comment) for comment in descendants(comments, "comment") if attribute(comment, "author") != OURS}
    wanted = {identifier: text for identifier, text in texts.items() if text.lower().startswith(_MARK) or slip_of(text)}
    if not wanted:
        return ()
    places: dict[str | None, int] = {}
    paragraph = -1
    for element in root.iter():
        name = name_of(element)
        if name == "p":
            paragraph += 1
        # A comment on a single place has no range, only the reference to it.
        elif name in ("commentRangeStart", "commentReference") and attribute(element, "id") in wanted:
            places.setdefault(attribute(element, "id"), max(paragraph, 0))
    ordered = sorted((place, identifier or "") for identifier, place in places.items())
    return tuple((RunRange(part, place, 0, 0, 0), wanted[identifier]) for place, identifier in ordered)


def _text(comment: Element) -> str:
    return "".join(element.text or "" for element in descendants(comment, "t")).strip()
