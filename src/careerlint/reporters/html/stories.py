"""Stories: the matrix of entries and elements as links, and what is strong already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from careerlint.model.finding import Report
from careerlint.model.span import Span
from careerlint.model.story import ELEMENTS
from careerlint.reporters.html.anchors import Anchor
from careerlint.reporters.html.said import phrase, place_of
from careerlint.reporters.html.view import Cell, Praise, Row
from careerlint.reporters.html.voice import Voice
from careerlint.reporters.story import StoryRow, Strength

MOST_ROWS = 24


def anchors_of_stories(report: Report, rows: tuple[StoryRow, ...], strong: tuple[Strength, ...], prefix: str) -> Iterator[Anchor]:
    """The statements that a cell or a strength leads to."""
    praised = {strength.statement for strength in strong}
    shown = {cell for row in rows for cell in row.cells if cell is not None}
    for statement in sorted(shown | praised):
        yield Anchor(report.outline.statements[statement].span, "told", key_of(prefix, statement), strong=statement in praised)


def key_of(prefix: str, statement: int) -> str:
    """What the page calls a statement."""
    return f"{prefix}s{statement}"


def kept_rows(rows: tuple[StoryRow, ...]) -> tuple[StoryRow, ...]:
    """All rows, or of very many the fullest, in reading order."""
    if len(rows) <= MOST_ROWS:
        return rows
    fullest = sorted(range(len(rows)), key=lambda index: (-sum(cell is not None for cell in rows[index].cells), index))[:MOST_ROWS]
    return tuple(rows[index] for index in sorted(fullest))


def rows_of(report: Report, rows: tuple[StoryRow, ...], targets: Mapping[str, str], voice: Voice, prefix: str) -> tuple[Row, ...]:
    """The rows of the matrix; every cell leads to the statement that shows its element, or says what is missing."""
    made = []
    for row in rows:
        title = voice.title(row.entry)
        cells = []
        for (name, _), statement in zip(ELEMENTS, row.cells, strict=True):
            element = phrase(name)
            words = voice.words(_short(report.outline.statements[statement].span)) if statement is not None else ""
            said = phrase("matrix-told" if statement is not None else "matrix-untold").filled(title=title, element=element, words=words)
            missing = phrase("missing-told").filled(title=title, what=phrase(f"{name}-missing"))
            cells.append(Cell(element, targets.get(key_of(prefix, statement), "") if statement is not None else "", statement is not None, said, missing))
        made.append(Row(title, tuple(cells)))
    return tuple(made)


def praise_of(report: Report, strong: tuple[Strength, ...], targets: Mapping[str, str], voice: Voice, prefix: str) -> tuple[Praise, ...]:
    """What an interviewer will like, each with its statement."""
    made = []
    for strength in strong:
        span = report.outline.statements[strength.statement].span
        target = targets.get(key_of(prefix, strength.statement), "")
        made.append(Praise(phrase(f"{strength.name}-strength"), voice.words(span), place_of(report, span), target))
    return tuple(made)


def _short(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + 90))
