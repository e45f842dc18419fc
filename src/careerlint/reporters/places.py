"""Places: where a finding stands, in words and as a range of the source."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from careerlint.model.document import TEXT_FORMATS, Document
from careerlint.model.finding import Finding, Report
from careerlint.model.place import PagePlace, RunRange, SourceRange
from careerlint.model.span import Span
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.phrases import PHRASES

_LONGEST_TITLE = 24


class Lines(NamedTuple):
    """A range of the source: lines and columns from 1, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def source_lines(document: Document, stands: Span | SourceRange) -> Lines | None:
    """Where a stretch of the text, or of the source itself, stands in the source; None for .docx and .pdf, which have no lines."""
    if document.format not in TEXT_FORMATS:
        return None
    if isinstance(stands, SourceRange):
        first, last = document.lines_of(stands)
        return Lines(*first, *last)
    span = stands
    start = document.line_column(span.start)
    # Where the reader put the letters in itself, what comes before the span may end after what follows it begins.
    end = max(document.end_line_column(span.end), start)
    return Lines(*start, *end)


def where(report: Report, stands: Span | SourceRange, language: str = "") -> str:
    """The place in the language of the messages, or another: "line 5", "page 2" of a .pdf, "paragraph 14" of a .docx, with the question or title over it in a form."""
    words = PHRASES[language or report.language]
    if isinstance(stands, SourceRange):
        return words["line"].format(line=report.document.lines_of(stands)[0][0])
    places = report.document.places(stands)
    if places and isinstance(places[0], PagePlace):
        return words["page"].format(page=places[0].page)
    if places and isinstance(places[0], RunRange):
        paragraph = words[_part_of(places[0])].format(paragraph=places[0].paragraph + 1)
        title = _title_above(report, stands) if _part_of(places[0]) == "paragraph" else ""
        # Nobody counts the paragraphs in the cells of a form; its question or title is found at once.
        return words["in-form"].format(place=paragraph, title=title) if title else paragraph
    line, _ = report.document.line_column(stands.start)
    return words["line"].format(line=line)


def _title_above(report: Report, span: Span) -> str:
    """The heading or question over a stretch in a table, shortened; empty outside of tables."""
    blocks = report.document.blocks
    place = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    if place < 0 or blocks[place].kind != "table" or not blocks[place].span.contains(span):
        return ""
    above = bisect_right(report.titles, span.start, key=lambda title: title.start)
    words = on_one_line(report.shown(report.titles[above - 1])) if above else ""
    return words if len(words) <= _LONGEST_TITLE else words[:_LONGEST_TITLE].rstrip() + "…"


def _part_of(place: RunRange) -> str:
    """The key of the words for the part of a .docx: each header and footer counts its paragraphs for itself."""
    name = place.part.rpartition("/")[2]
    return next((part for part in ("header", "footer") if name.startswith(part)), "paragraph")


def place_in_file(report: Report, stands: Span | SourceRange, path: str) -> str:
    """`path:line:column` of a text (from 1, code points), `path, page 2` of a document without lines."""
    lines = source_lines(report.document, stands)
    return f"{path}, {where(report, stands)}" if lines is None else f"{path}:{lines.line}:{lines.column}"


def placed_message(report: Report, finding: Finding) -> str:
    """The message on one line; where the consumer knows no place in the document, the place stands before it."""
    message = on_one_line(finding.message)
    if report.document.format in TEXT_FORMATS:
        return message
    return f"{where(report, finding.stands)}: {message}"


def safe_fix(document: Document, finding: Finding) -> str | None:
    """What may stand in place of the words in the source; None where markup stands among them."""
    if finding.fix is None or document.format not in TEXT_FORMATS:
        return None
    return finding.fix if len(document.places(finding.span)) == 1 else None
