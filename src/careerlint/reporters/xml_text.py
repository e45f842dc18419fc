"""XML text: words that stand in an XML 1.0 document, whatever a document or a file name holds."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from careerlint.expression import Expression
from careerlint.reporters.clean_text import shown

_ILLEGAL = Expression("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_safe(text: str) -> str:
    """The text without characters that XML 1.0 forbids or that a terminal would obey."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", shown(text))


def xml_text(root: ET.Element) -> str:
    """The document with its declaration, indented by two, with a line end.

    "##[" opens a command anywhere in a line of a GitHub log; it is written as a character reference.
    """
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode").replace("##[", "&#35;#[")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'
