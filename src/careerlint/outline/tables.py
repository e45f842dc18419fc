"""Tables as entries: rows that each tell one job, project or course, and forms that tell one project."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from careerlint.dates import has_date, is_when
from careerlint.expression import Expression
from careerlint.model.document import Block, Document
from careerlint.model.span import Span
from careerlint.outline.columns import (
    NAME_COLUMN,
    NAME_KEY,
    WORK_NAME,
    column_kind,
    filled,
    is_beside_name,
    is_column,
    squeezed,
)
from careerlint.outline.lines import trimmed

_WORK_COLUMN = Expression(r"^(?:주요)?(?:프로젝트|과제|대회|공모전|작품|작업)(?:명|이름)?$|^(?:projects?|competitions?|contests?|hackathons?)(?:name|title)?$", re.IGNORECASE)
_PLAIN_NAME = Expression(r"^(?:이름|제목|저장소|레포(?:지토리)?|name|title|repo(?:sitory)?)$", re.IGNORECASE)
_TOOL_COLUMN = Expression(r"^(?:technolog(?:y|ies)|(?:technical)?skills?|tools?|languages?|tech(?:stack)?|stack|기술(?:스택|명)?|보유기술|사용기술|언어)$", re.IGNORECASE)
_CERTIFICATE = Expression(r"(?:자격증?|면허)\s?(?:취득|합격)\W*$")
"""A row of "경력 및 자격사항" that is no job."""
_NO_WORK = Expression(r"^(?:자격(?:증|명|증명|사항|면허)|면허(?:명|증)?|시험(?:명)?|수상(?:명|내용)|외국어(?:명)?|어학|관계|군별|계급|certificates?|certifications?|exam|test)$", re.IGNORECASE)
_HOST = Expression(r"^(?:기관|단체)(?:명|이름)?$")
_LONGEST_KEY = 12
_SEVERAL = 2
_LONGEST_NAME = 80
_LETTER = Expression(r"[가-힣A-Za-z]")


@dataclass(frozen=True, slots=True)
class RowEntry:
    """An entry inside a table: its title and the half-open range of its rows."""

    title: Span
    rows: tuple[int, int]
    form: bool = False
    """Whether all rows tell of it, as a form does whose first row names the project."""
    column: bool = False
    """Whether `rows` counts columns: one below another stand what its sorts of facts are, and each work has a column."""


def row_entries(document: Document, table: Block, named_only: bool = False, of_projects: bool = False) -> list[RowEntry]:
    """One entry for every row of a list of jobs or projects, one for a form with the name in its first row.

    With `named_only` a column must be named after what is listed; rows with dates alone may be a timetable. In a list of projects (`of_projects`)
    a column "Name" is enough.
    """
    rows = [row for row in table.children if row.kind == "row"]
    if not rows:
        return []
    if columns := work_columns(document, table):
        return [RowEntry(trimmed(document, cell.span), (place, place + 1), column=True) for place, cell in enumerate(columns, 1)]
    forms = _forms(document, rows) or ([] if named_only else _titled_forms(document, rows))
    if forms:
        return forms
    if is_title_row(document, table):
        place = next(index for index, row in enumerate(rows) if document.words(row.span).strip())
        title = _title(document, rows[place], -1)
        return [RowEntry(title, (place, place + 1))] if title is not None else []
    body = range(1 if _is_header(document, rows) else 0, len(rows))
    width = max(len(row.children) for row in rows)
    if width < 2 or not body:
        return []
    named = _named_columns([squeezed(document, cell) for cell in rows[0].children])
    if not named and of_projects and rows[0].head and rows[0].children and _PLAIN_NAME.match(squeezed(document, rows[0].children[0])):
        named = [0]
    dated = sum(any(has_date(line) for cell in rows[index].children for line in document.words(cell.span).split("\n")) for index in body)
    if not named and (named_only or dated * 2 < len(body) or _lists_no_work(document, rows)):
        return []
    column = _name_column(document, rows, named)
    entries: list[RowEntry] = []
    for index in body:
        if entries and entries[-1].rows[1] == index and _goes_on(document, rows[index], named, column):
            entries[-1] = replace(entries[-1], rows=(entries[-1].rows[0], index + 1))
            continue
        title = _title(document, rows[index], column)
        if title is not None and not _CERTIFICATE.search(document.words(title)):
            entries.append(RowEntry(title, (index, index + 1)))
    return entries


def work_columns(document: Document, table: Block) -> tuple[Block, ...]:
    """The cells that name works side by side, above a column for each and behind labels in the first column: "Period", "Role", "Result"; none in other tables."""
    rows = [row for row in table.children if row.kind == "row"]
    if len(rows) <= _SEVERAL or any(len(row.children) != len(rows[0].children) for row in rows):
        return ()
    first, *names = rows[0].children
    kinds = [column_kind(squeezed(document, row.children[0])) for row in rows[1:]]
    words = [document.words(cell.span).strip() for cell in names]
    named = len(names) >= _SEVERAL and len(set(words)) == len(words) and all(_LETTER.search(name) and not is_when(name) and not is_column(document, cell) for name, cell in zip(words, names, strict=True))
    opens = not squeezed(document, first) or is_column(document, first) or NAME_KEY.match(squeezed(document, first)) is not None
    dated = any(kind == "period" and any(is_when(document.words(cell.span).strip()) for cell in row.children[1:]) for kind, row in zip(kinds, rows[1:], strict=True))
    return tuple(names) if named and opens and dated and all(kind not in (None, "name") for kind in kinds) else ()


def is_title_row(document: Document, table: Block) -> bool:
    """Whether a table is one row with a name on one side and its date on the other, as a title is set out: "**Tide clerk**" | "2019 - 2021"."""
    rows = [row for row in table.children if row.kind == "row" and document.words(row.span).strip()]
    if len(rows) != 1:
        return False
    cells = [document.words(cell.span).strip() for cell in filled(document, rows[0].children)]
    return len(cells) in (2, 3) and has_date(cells[-1]) and not has_date(cells[0]) and not is_beside_name(cells[0])


def count_works(document: Document, table: Block) -> int:
    """How many works a table lists, a row each, in a column named after them ("Project", "대회")."""
    rows = [row for row in table.children if row.kind == "row"]
    listed = bool(rows) and rows[0].head and any(_WORK_COLUMN.match(squeezed(document, cell)) for cell in rows[0].children)
    return len(row_entries(document, table, named_only=True)) if listed else 0


def lists_tools(document: Document, table: Block) -> bool:
    """Whether a table lists what somebody can use, by its first header ("Technology"), and no job."""
    rows = [row for row in table.children if row.kind == "row"]
    return bool(rows) and rows[0].head and bool(rows[0].children) and _TOOL_COLUMN.match(squeezed(document, rows[0].children[0])) is not None


def _forms(document: Document, rows: list[Block]) -> list[RowEntry]:
    """The works of a form: one where its first row names it, several where that label comes again further down."""
    name = _form_name(document, rows)
    if name is None:
        return []
    label = next(squeezed(document, row.children[0]) for row in rows if row.children and NAME_KEY.match(squeezed(document, row.children[0])))
    starts = [place for place, row in enumerate(rows) if len(row.children) > 1 and squeezed(document, row.children[0]) == label and document.words(row.children[1].span).strip()]
    if len(starts) < _SEVERAL or any(end - start < _SEVERAL for start, end in pairwise(starts)):
        return [RowEntry(name, (0, len(rows)), form=True)]
    return [RowEntry(trimmed(document, rows[start].children[1].span), (start, end)) for start, end in pairwise([*starts, len(rows)])]


def _titled_forms(document: Document, rows: list[Block]) -> list[RowEntry]:
    """The works of a form that has the name of each in a merged row ("프로젝트 1. 불량 탐지") above rows with their labels at the left."""
    starts = [place for place, row in enumerate(rows) if len(filled(document, row.children)) == 1]
    ends = [*starts[1:], len(rows)]
    titled = frozenset(starts)
    labelled = all(len(row.children) > 1 and is_column(document, row.children[0]) for place, row in enumerate(rows) if place not in titled)
    if not starts or starts[0] or not labelled or any(end - start <= _SEVERAL for start, end in zip(starts, ends, strict=True)):
        return []
    titles = [_title(document, rows[start], -1) for start in starts]
    return [
        RowEntry(title, (start, end), form=len(starts) == 1)
        for title, start, end in zip(titles, starts, ends, strict=True) if title is not None and len(title) <= _LONGEST_NAME and not is_beside_name(document.words(title))
    ]


def _form_name(document: Document, rows: list[Block]) -> Span | None:
    for row in rows[:2]:
        cells = row.children
        if len(cells) >= 2 and NAME_KEY.match(squeezed(document, cells[0])) and len(rows) >= 2:
            # "Responsibilities" is long for a label, and is known as one.
            keys = [squeezed(document, other.children[0]).split("(", 1)[0] for other in rows if other.children and not is_column(document, other.children[0])]
            values = document.words(cells[1].span).strip()
            if all(0 < len(key) <= _LONGEST_KEY and not has_date(key) for key in keys) and values and not NAME_COLUMN.match(values) and not is_beside_name(values) and len(cells) in (2, 4):
                return trimmed(document, cells[1].span)
    return None


def _named_columns(names: list[str]) -> list[int]:
    """The columns that name what is listed; beside a prize or a course with its name the host ("기관") is none of them."""
    found = [index for index, name in enumerate(names) if NAME_COLUMN.match(name)]
    plain = [index for index in found if not _HOST.match(names[index])]
    return plain if any(names[index].endswith("명") for index in plain) else found


def _name_column(document: Document, rows: list[Block], named: list[int]) -> int:
    """The column that names the entries: the projects, where several stand beside one company whose cell goes on below it."""
    if not named:
        return -1
    works = [index for index in named if WORK_NAME.match(squeezed(document, rows[0].children[index]))]
    merged = any(_is_empty(document, row, named[0]) and works and not _is_empty(document, row, works[0]) for row in rows[2:])
    return works[0] if merged else named[0]


def _goes_on(document: Document, row: Block, named: list[int], column: int) -> bool:
    """Whether a row tells more of the one above it: no name in it and, where no column is named, no period."""
    if column >= 0:
        return _is_empty(document, row, column) and len(row.children) > 1 and all(_is_empty(document, row, index) for index in named)
    words = [document.words(cell.span).strip() for cell in row.children]
    return len(words) > 1 and not words[0] and not any(has_date(line) for cell in words for line in cell.split("\n"))


def _is_empty(document: Document, row: Block, column: int) -> bool:
    return column >= len(row.children) or not document.words(row.children[column].span).strip()


def _lists_no_work(document: Document, rows: list[Block]) -> bool:
    """Whether the header of a form's list names certificates, tests, relatives or service, whose rows have dates too."""
    return any(_NO_WORK.match(squeezed(document, cell)) for cell in rows[0].children) if rows[0].head else False


def _is_header(document: Document, rows: list[Block]) -> bool:
    cells = [squeezed(document, cell) for cell in rows[0].children]
    return rows[0].head or any(NAME_COLUMN.match(cell) for cell in cells)


def _title(document: Document, row: Block, column: int) -> Span | None:
    cells = row.children
    chosen = cells[column : column + 1] if 0 <= column < len(cells) else ()
    for cell in (*chosen, *cells):
        words = document.words(cell.span).strip().split("\n", 1)[0]
        if _LETTER.search(words) and not is_when(words):
            span = trimmed(document, cell.span)
            return Span(span.start, span.start + len(words.rstrip()))
    return None

