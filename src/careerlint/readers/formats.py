"""The formats of documents: the endings of their names, and which function reads each, here or in a child process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from careerlint.model.document import Format


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatRow:
    """One format: `reader` is `module:function`, imported when a file comes; `suffixes` are the endings of names, in lower case.

    `isolated` says that the libraries behind the reader can crash, hang or eat all memory on one bad file, so that it runs in a child process.
    """

    reader: str
    suffixes: tuple[str, ...]
    isolated: bool


FORMATS: Mapping[Format, FormatRow] = {
    "md": FormatRow(reader="careerlint.readers.markdown:read_markdown", suffixes=(".md", ".markdown", ".mdown"), isolated=False),
    "txt": FormatRow(reader="careerlint.readers.plain:read_plain", suffixes=(".txt", ".text"), isolated=False),
    "docx": FormatRow(reader="careerlint.readers.docx:read_docx", suffixes=(".docx", ".docm"), isolated=True),
    "pdf": FormatRow(reader="careerlint.readers.pdf:read_pdf", suffixes=(".pdf",), isolated=True),
}
"""Every format there is, once."""

SUFFIXES: Mapping[str, Format] = {suffix: format for format, row in FORMATS.items() for suffix in row.suffixes}
"""The format that an ending of a name tells."""
