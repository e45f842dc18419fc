"""Tables as entries: rows that each tell one job, project or course, and forms that tell one project."""

from __future__ import annotations

import re
from dataclasses import dataclass

from careerlint.dates import has_date
from careerlint.expression import Expression
from careerlint.model.document import Block, Document
from careerlint.model.span import Span
from careerlint.outline.lines import trimmed

_NAME_COLUMN = Expression(
    r"^(?:주요)?(?:프로젝트|과제|회사|직장|근무처|기관|과정|교육|활동|대회|공모전|학교|단체)(?:명|이름|내용)?$|^(?:project|company|employer|organization|institution|school|course|competition|contest|hackathon)(?:name|title)?$", re.IGNORECASE
)
_WORK_COLUMN = Expression(r"^(?:주요)?(?:프로젝트|과제|대회|공모전|작품|작업)(?:명|이름)?$|^(?:projects?|competitions?|contests?|hackathons?)(?:name|title)?$", re.IGNORECASE)
_PLAIN_NAME = Expression(r"^(?:이름|제목|저장소|레포(?:지토리)?|name|title|repo(?:sitory)?)$", re.IGNORECASE)
_NAME_KEY = Expression(r"^(?:프로젝트|과제|회사|직장|근무처|과정|대회|작품|서비스)(?:명|이름|제목)?$|^project(?:name|title)?$|^company$", re.IGNORECASE)
_OTHER_COLUMN = Expression(
    r"^(?:기간|근무기간|일시|역할|담당|담당업무|업무|성과|결과|기술|사용기술|인원|설명|내용|요약|직무|직위|직급|부서|규모|비고|링크|주최|주제|period|dates?|years?|role|position|title|result|stack|description|summary|link)$", re.IGNORECASE
)
_TOOL_COLUMN = Expression(r"^(?:technolog(?:y|ies)|(?:technical)?skills?|tools?|languages?|tech(?:stack)?|stack|기술(?:스택|명)?|보유기술|사용기술|언어)$", re.IGNORECASE)
_CERTIFICATE = Expression(r"(?:자격증?|면허)\s?(?:취득|합격)\W*$")
"""A row of "경력 및 자격사항" that is no job."""
_LONGEST_KEY = 12
_LETTER = Expression(r"[가-힣A-Za-z]")


@dataclass(frozen=True, slots=True)
class RowEntry:
    """An entry inside a table: its title and the half-open range of its rows."""

    title: Span
    rows: tuple[int, int]
    form: bool = False
    """Whether all rows tell of it, as a form does whose first row names the project."""


def row_entries(document: Document, table: Block, named_only: bool = False, of_projects: bool = False) -> list[RowEntry]:
    """One entry for every row of a list of jobs or projects, one for a form with the name in its first row.

    With `named_only` a column must be named after what is listed; rows with dates alone may be a timetable. In a list of projects (`of_projects`)
    a column "Name" is enough.
    """
    rows = [row for row in table.children if row.kind == "row"]
    if not rows:
        return []
    form = _form_name(document, rows)
    if form is not None:
        return [RowEntry(form, (0, len(rows)), form=True)]
    if is_title_row(document, table):
        place = next(index for index, row in enumerate(rows) if document.words(row.span).strip())
        title = _title(document, rows[place], -1)
        return [RowEntry(title, (place, place + 1))] if title is not None else []
    body = range(1 if _is_header(document, rows) else 0, len(rows))
    width = max(len(row.children) for row in rows)
    if width < 2 or not body:
        return []
    named = [index for index, cell in enumerate(rows[0].children) if _NAME_COLUMN.match(_squeezed(document, cell))]
    if not named and of_projects and rows[0].head and rows[0].children and _PLAIN_NAME.match(_squeezed(document, rows[0].children[0])):
        named = [0]
    dated = sum(any(has_date(line) for cell in rows[index].children for line in document.words(cell.span).split("\n")) for index in body)
    if not named and (named_only or dated * 2 < len(body)):
        return []
    entries = []
    for index in body:
        title = _title(document, rows[index], named[0] if named else -1)
        if title is not None and not _CERTIFICATE.search(document.words(title)):
            entries.append(RowEntry(title, (index, index + 1)))
    return entries


def is_title_row(document: Document, table: Block) -> bool:
    """Whether a table is one row with a name on one side and its date on the other, as a title is set out: "**Tide clerk**" | "2019 - 2021"."""
    rows = [row for row in table.children if row.kind == "row" and document.words(row.span).strip()]
    if len(rows) != 1:
        return False
    cells = [words for cell in rows[0].children if (words := document.words(cell.span).strip())]
    return len(cells) in (2, 3) and has_date(cells[-1]) and not has_date(cells[0]) and not _OTHER_COLUMN.match("".join(cells[0].split()).strip(":：."))


def count_works(document: Document, table: Block) -> int:
    """How many works a table lists, a row each, in a column named after them ("Project", "대회")."""
    rows = [row for row in table.children if row.kind == "row"]
    listed = bool(rows) and rows[0].head and any(_WORK_COLUMN.match(_squeezed(document, cell)) for cell in rows[0].children)
    return len(row_entries(document, table, named_only=True)) if listed else 0


def lists_tools(document: Document, table: Block) -> bool:
    """Whether a table lists what somebody can use, by its first header ("Technology"), and no job."""
    rows = [row for row in table.children if row.kind == "row"]
    return bool(rows) and rows[0].head and bool(rows[0].children) and _TOOL_COLUMN.match(_squeezed(document, rows[0].children[0])) is not None


def _form_name(document: Document, rows: list[Block]) -> Span | None:
    for row in rows[:2]:
        cells = row.children
        if len(cells) >= 2 and _NAME_KEY.match(_squeezed(document, cells[0])) and len(rows) >= 2:
            keys = [_squeezed(document, other.children[0]).split("(", 1)[0] for other in rows if other.children]
            values = document.words(cells[1].span).strip()
            if all(0 < len(key) <= _LONGEST_KEY and not has_date(key) for key in keys) and values and not _NAME_COLUMN.match(values) and not _OTHER_COLUMN.match(_squeezed(document, cells[1])) and len(cells) in (2, 4):
                return trimmed(document, cells[1].span)
    return None


def _is_header(document: Document, rows: list[Block]) -> bool:
    cells = [_squeezed(document, cell) for cell in rows[0].children]
    return rows[0].head or any(_NAME_COLUMN.match(cell) for cell in cells)


def _title(document: Document, row: Block, column: int) -> Span | None:
    cells = row.children
    chosen = cells[column : column + 1] if 0 <= column < len(cells) else ()
    for cell in (*chosen, *cells):
        words = document.words(cell.span).strip().split("\n", 1)[0]
        if _LETTER.search(words) and not (has_date(words) and len(_LETTER.findall(words)) <= 4):
            span = trimmed(document, cell.span)
            return Span(span.start, span.start + len(words.rstrip()))
    return None


def _squeezed(document: Document, cell: Block) -> str:
    return "".join(document.words(cell.span).split()).strip(":：.")
