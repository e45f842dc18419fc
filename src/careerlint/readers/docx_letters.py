"""The letters of a run of a .docx as `RunRange` counts them."""

from __future__ import annotations

from careerlint.readers.docx_xml import Element, name_of
from careerlint.readers.source_map import clean

_BREAKS = frozenset({"br", "cr"})
_TABS = frozenset({"tab", "ptab"})
_HARD_HYPHEN = "\u2011"
IN_LETTERS = str.maketrans("\n\r\t", "   ")
"""White space of the XML is no line end and no tab: those are elements of their own."""


def letters_of(element: Element) -> str:
    """The letters of a run's child; empty for what holds none."""
    name = name_of(element)
    if name == "t":
        return clean((element.text or "").translate(IN_LETTERS))
    if name in _TABS:
        return "\t"
    if name in _BREAKS:
        return "\n"
    return _HARD_HYPHEN if name == "noBreakHyphen" else ""
