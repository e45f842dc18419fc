"""Question cells: the questions of a letter in the cells of a form, each with the cell that answers it, below it or beside it.

Outside of a table a question heads the paragraphs that answer it. In a form it stands in a cell; what the writer tells stands in another, and is a letter
there as anywhere: sentences to be read as sentences, and not the row of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from careerlint.expression import Expression
from careerlint.model.document import Block, Document
from careerlint.model.pledges import is_pledge
from careerlint.model.span import Span
from careerlint.outline.columns import filled
from careerlint.outline.prompts import is_prompt
from careerlint.outline.vocabulary import HeadingVocabulary

PieceKind = Literal["rows", "title", "question", "answer"]
_SENTENCE = Expression(r"(?:니다|[어아해세예에네지]요|[았었했였한된는이]다)[.!?…\"'”’)]*(?:\s|$)|[a-z)]\.(?:\s|$)")
_NUMBER = Expression(r"\W{0,4}(?:(?:문항|질문|Q|No)\W{0,4})?(?:\d{1,2}\W{0,4})?", re.IGNORECASE)
"""The cell that counts the questions."""
_LIMIT = Expression(r"\W*(?:공백\s?(?:포함|제외)\s?)?(?:최대\s?)?\d[\d,]*\s?(?:자|byte|바이트)\s?(?:이내|내외|이하|이상)?\W*", re.IGNORECASE)
_LONGEST_LABEL, _LONGEST_TITLE = 40, 24
_SHORTEST_PROSE, _LONG_PROSE = 15, 120
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a table: `rows` as a table of their own, or the cell that titles, asks or answers; `span` is the question without its answer in one cell."""

    kind: PieceKind
    block: Block
    span: Span


def pieces(document: Document, table: Block, vocabulary: HeadingVocabulary) -> list[Piece]:
    """A table in pieces, in reading order; one of all its rows where no cell of it asks."""
    rows = _rows_of(table)
    rows = unnested(document, rows) if _asks_inside(document, rows, vocabulary) else rows
    rows = [row for row in rows if not is_pledge(document.words(row.span).replace("\t", "\n"))]
    asked = [_asked(document, row, vocabulary) for row in rows]
    labels = [_label(document, row) for row in rows]
    lettered = _are_of_a_letter(document, [label for label in labels if label is not None], vocabulary)
    found: list[Piece] = []
    kept: list[Block] = []
    place = 0
    while place < len(rows):
        read, after = _read(document, rows, place, asked, labels[place] if lettered else None)
        if not read:
            kept.append(rows[place])
            place += 1
            continue
        title = _title(document, kept[-1], vocabulary) if kept else None
        if title is not None:
            kept.pop()
        found += _as_rows(table, kept)
        if title is not None:
            found.append(Piece("title", title, title.span))
        found += read
        kept, place = [], after
    return [*found, *_as_rows(table, kept)]


def unnested(document: Document, rows: Sequence[Block]) -> list[Block]:
    """The rows, and where a cell holds a table its rows between what stands before and behind it, in reading order and without overlap."""
    found: list[Block] = []
    for row in rows:
        if not any(_inner_tables(row)):
            found.append(row)
            continue
        beside: list[Block] = []
        for part in (part for cell in row.children for part in _parts(cell)):
            if part.kind == "table":
                found += [*_as_row(row, beside), *unnested(document, _rows_of(part))]
                beside = []
            elif document.words(part.span).strip():
                beside.append(part)
        found += _as_row(row, beside)
    return found


def _asks_inside(document: Document, rows: Sequence[Block], vocabulary: HeadingVocabulary) -> bool:
    """Whether a cell of a table in a cell asks; other tables in tables are read where they stand."""
    inner = [row for row in rows for table in _inner_tables(row) for row in _rows_of(table)]
    return bool(inner) and (any(_asked(document, row, vocabulary) for row in inner) or _asks_inside(document, inner, vocabulary))


def _rows_of(table: Block) -> list[Block]:
    return [row for row in table.children if row.kind == "row"]


def _inner_tables(row: Block) -> Iterator[Block]:
    return (child for cell in row.children for child in cell.children if child.kind == "table")


def _parts(cell: Block) -> Iterator[Block]:
    """The tables in a cell, and what stands before, between and behind them as cells."""
    kept: list[Block] = []
    for child in (*cell.children, None):
        if child is not None and child.kind != "table":
            kept.append(child)
            continue
        if kept:
            yield replace(cell, span=Span(kept[0].span.start, kept[-1].span.end), children=tuple(kept))
            kept = []
        if child is not None:
            yield child
    if not cell.children:
        yield cell


def _as_row(row: Block, cells: Sequence[Block]) -> list[Block]:
    return [replace(row, span=Span(cells[0].span.start, cells[-1].span.end), children=tuple(cells), head=False)] if cells else []


def _as_rows(table: Block, rows: Sequence[Block]) -> list[Piece]:
    if not rows:
        return []
    span = Span(rows[0].span.start, rows[-1].span.end)
    part = table if tuple(rows) == table.children else replace(table, span=span, children=tuple(rows))
    return [Piece("rows", part, part.span)]


def _read(document: Document, rows: Sequence[Block], place: int, asked: Sequence[tuple[Block, Span] | None], label: tuple[Block, Block] | None) -> tuple[list[Piece], int]:
    """The question of a row with its answer, and the row behind them; nothing where the row asks nothing or nothing answers it."""
    question = asked[place]
    cells = filled(document, rows[place].children)
    if question is not None:
        cell, span = question
        if span.end < cell.span.end:
            return [Piece("question", cell, span), Piece("answer", _behind(cell, span), Span(span.end, cell.span.end))], place + 1
        beside = [other for other in cells if other.span.start >= cell.span.end]
        if beside:
            answer = max(beside, key=lambda other: len(other.span))
            named = [other for other in cells if other.span.end <= cell.span.start and _NUMBER.fullmatch(document.words(other.span)) is None]
            if named and _LIMIT.fullmatch(document.words(span)) is not None:
                # The limit stands in a cell of its own, beside what is asked.
                return [Piece("question", named[-1], Span(named[-1].span.start, span.end)), Piece("answer", answer, answer.span)], place + 1
            above = [Piece("title", other, other.span) for other in cells[:1] if other is not cell and _NUMBER.fullmatch(document.words(other.span)) is None]
            return [*above, Piece("question", cell, span), Piece("answer", answer, answer.span)], place + 1
        below = list(_answers_below(document, rows, place, asked))
        if below:
            return [Piece("question", cell, span), *(Piece("answer", answer, answer.span) for answer in below)], place + 1 + len(below)
    if label is not None:
        name, answer = label
        above = [Piece("title", other, other.span) for other in cells[:1] if other is not name]
        return [*above, Piece("question", name, name.span), Piece("answer", answer, answer.span)], place + 1
    return [], place


def _asked(document: Document, row: Block, vocabulary: HeadingVocabulary) -> tuple[Block, Span] | None:
    """The cell of a row that asks, with the words of the question: all of them, or its first row where the answer stands below it."""
    cells = filled(document, row.children)
    for cell in cells:
        if is_prompt(document, cell, cell.span):
            return cell, cell.span
        first = document.first_row(cell.span)
        if first.end < cell.span.end and is_prompt(document, cell, first) and _is_told(document, Span(first.end, cell.span.end)):
            return cell, first
        if len(cells) == 1 and len(cell.span) <= _LONGEST_LABEL and vocabulary.kind_of(document.words(cell.span)) == "letter" and vocabulary.title_kind(document.words(cell.span)) is None:
            return cell, cell.span
    return None


def _answers_below(document: Document, rows: Sequence[Block], place: int, asked: Sequence[tuple[Block, Span] | None]) -> Iterator[Block]:
    """The cells that stand alone in the rows right below a question and answer it."""
    named = len(rows[place].span) <= _LONGEST_LABEL
    for below in range(place + 1, len(rows)):
        cells = filled(document, rows[below].children)
        if len(cells) != 1 or asked[below] is not None:
            return
        if (named or below > place + 1) and not _is_told(document, cells[0].span):
            return
        yield cells[0]


def _label(document: Document, row: Block) -> tuple[Block, Block] | None:
    """A short label and the prose beside it, which are all that a row holds beside the name of its part."""
    cells = filled(document, row.children)
    if len(cells) not in (_PAIR, _PAIR + 1):
        return None
    name, told = cells[-2:]
    return (name, told) if len(name.span) <= _LONGEST_LABEL and not _is_told(document, name.span) and _is_told(document, told.span) else None


def _are_of_a_letter(document: Document, labels: Sequence[tuple[Block, Block]], vocabulary: HeadingVocabulary) -> bool:
    """Whether most labels with prose beside them are those of a letter: "성장과정", "지원동기"."""
    known = sum(vocabulary.kind_of(document.words(name.span)) == "letter" or is_prompt(document, name, name.span) for name, _ in labels)
    return known > 0 and 2 * known >= len(labels)


def _title(document: Document, row: Block, vocabulary: HeadingVocabulary) -> Block | None:
    """The cell of a row that names the letter below it: "자기소개서"."""
    cells = filled(document, row.children)
    named = len(cells) == 1 and len(cells[0].span) <= _LONGEST_TITLE
    words = document.words(cells[0].span) if named else ""
    return cells[0] if named and (vocabulary.kind_of(words) == "letter" or vocabulary.title_kind(words) is not None) else None


def _is_told(document: Document, span: Span) -> bool:
    """Whether words are told in sentences, or are too many for anything else."""
    words = document.words(span).strip()
    return len(words) >= _LONG_PROSE or (len(words) >= _SHORTEST_PROSE and _SENTENCE.search(words) is not None)


def _behind(cell: Block, span: Span) -> Block:
    """A cell without its first row."""
    children = [replace(child, span=Span(min(span.end + 1, child.span.end), child.span.end)) if child.span.start < span.end else child for child in cell.children or (replace(cell, kind="paragraph"),) if child.span.end > span.end]
    return replace(cell, span=Span(span.end + 1, cell.span.end), children=tuple(children))
