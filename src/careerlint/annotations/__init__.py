"""Annotations: a copy of the person's own document with each remark at its words, and the table of what writes one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from careerlint.model.document import Format

__all__ = ["ANNOTATORS", "AUTHOR", "Annotated"]

AUTHOR = "careerlint"
"""Whose remarks ours are: what bears this name is replaced by a second run, all else is somebody's and stays."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """The annotated copy: `content` are its bytes, `remarks` how many it holds, `told` what its writer should know, a line each.

    A line in `told` is in the language of the report: a remark that stands elsewhere than at its words, a signature that breaks.
    """

    content: bytes
    remarks: int
    told: tuple[str, ...] = ()


ANNOTATORS: Mapping[Format, str] = {
    "docx": "careerlint.annotations.docx:annotate_docx",
    "pdf": "careerlint.annotations.pdf:annotate_pdf",
}
"""Where the annotator of a format lives: `(content: bytes, report: Report) -> Annotated`; imported when such a file comes."""
