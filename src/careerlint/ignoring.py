"""Ignoring: writes a remark beside each finding of a text file, so that only later findings are told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from careerlint.expression import Expression
from careerlint.fixing import Edit, edit_file
from careerlint.model.document import Block, Document
from careerlint.model.finding import Finding, Report
from careerlint.model.place import SourceRange
from careerlint.suppressions import target_of

_AT_LINE_START = frozenset(("heading", "paragraph"))
_OPENING = Expression(r"(?P<before>[ \t>]*)(?:`{3}|~{3}|<pre\b)", re.IGNORECASE)
"""What opens code, where nothing but blanks and the marks of a quotation stand before it."""
_Form = Literal["file", "before", "inside"]


class _Place(NamedTuple):
    """Where a remark goes in the source: for the file, on a line of its own before what follows (which is set in by the same letters), or inside the line."""

    offset: int
    form: _Form
    indent: str = ""


def add_ignores(path: Path, report: Report) -> int:
    """Write the remarks into the file of the report and return how many findings they cover; raises FixError."""
    edits = list(ignoring_edits(report))
    return len(report.findings) - len(without_place(report)) if edits and edit_file(path, report.document, edits) else 0


def without_place(report: Report) -> tuple[Finding, ...]:
    """The findings that no remark can accept where they stand, because it would become a part of code."""
    return tuple(finding for finding in report.findings if _place(report.document, finding) is None)


def ignoring_edits(report: Report) -> Iterator[Edit]:
    """The remarks as insertions into the source, ordered by place; those of one place share one."""
    document = report.document
    codes: dict[_Place, set[str]] = defaultdict(set)
    for finding in report.findings:
        place = _place(document, finding)
        if place is not None:
            codes[place].add(finding.code)
    remark = _remark_text if document.format == "txt" else _remark_markdown
    for place, names in sorted(codes.items()):
        yield Edit(place.offset, place.offset, remark(", ".join(sorted(names)), place, _line_end(document.source)))


def _place(document: Document, finding: Finding) -> _Place | None:
    """Where the remark on a finding goes; None where there is no place for it but in code."""
    block = target_of(document, finding.span.start)
    if block is None:
        return _Place(_first_line(document), "file")
    if document.format == "txt":
        return _Place(_line_start(document.source, _source(document, block)[0]), "before")
    around = _around(document.blocks, finding.span.start)
    start, end = _source(document, around[-1])
    if any(each.kind == "row" for each in around):
        return _Place(end, "inside")
    if finding.source is not None:
        return _Place(_trimmed_line_end(document.source, finding.source.end), "inside")
    if around[-1].kind == "code":
        return _before_code(document.source, start, is_inner=len(around) > 1)
    if len(around) == 1 and around[0].kind in _AT_LINE_START:
        return _Place(_line_start(document.source, start), "before")
    return _Place(_trimmed_line_end(document.source, end), "inside")


def _before_code(source: str, start: int, *, is_inner: bool) -> _Place | None:
    """The place before the line that opens the code whose first letter stands at `start`, or before code that is only set in."""
    line = _line_start(source, start)
    if (opening := _OPENING.match(source, line, start)) is None:
        above = source[:line].rstrip()
        opening = _OPENING.match(above, _line_start(above, len(above)))
    if opening is not None:
        return _Place(opening.end("before"), "before", opening["before"])
    return None if is_inner or source[line:start].strip() else _Place(line, "before")


def _source(document: Document, block: Block) -> tuple[int, int]:
    """The source range of the letters of a block."""
    origins = [piece.origin for piece in document.pieces_of(block.span) if isinstance(piece.origin, SourceRange)]
    return (origins[0].start, origins[-1].end) if origins else (0, 0)


def _around(blocks: tuple[Block, ...], offset: int) -> tuple[Block, ...]:
    """The blocks around a place, outermost first; a remark on a line of its own would end a list or table, not a paragraph."""
    for block in blocks:
        if block.span.start <= offset < block.span.end:
            return (block, *_around(block.children, offset))
    return ()


def _first_line(document: Document) -> int:
    origin = next((piece.origin for piece in document.pieces if isinstance(piece.origin, SourceRange)), None)
    return _line_start(document.source, origin.start) if origin is not None else 0


def _line_start(source: str, offset: int) -> int:
    return source.rfind("\n", 0, offset) + 1


def _trimmed_line_end(source: str, offset: int) -> int:
    end = source.find("\n", offset)
    line = source[offset : end if end >= 0 else len(source)]
    return offset + len(line.rstrip())


def _line_end(source: str) -> str:
    return "\r\n" if "\r\n" in source else "\n"


def _remark_markdown(names: str, place: _Place, line_end: str) -> str:
    verb = "ignore-file" if place.form == "file" else "ignore"
    remark = f"<!-- careerlint: {verb} {names} -->"
    return f" {remark}" if place.form == "inside" else f"{remark}{line_end}{place.indent}"


def _remark_text(names: str, place: _Place, line_end: str) -> str:
    return f"# careerlint: {'ignore-file' if place.form == 'file' else 'ignore'} {names}{line_end}"
