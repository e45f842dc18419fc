"""What stands around a number: its line, its column, code, and words that say that it is a sample."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from careerlint.expression import Expression
from careerlint.model.document import Block, Document
from careerlint.model.span import Span

SAMPLE = Expression(
    r"예시|예\s?[):：]|예를 들|샘플|가상(?!화|현실)|가짜|더미|테스트|임의|견본|목업|형식|형태|포맷|양식|정규식|정규화|패턴|변환|마스킹|비식별|가명|익명|검출|탐지|추출|인식|파싱|검증|유효성|하이픈|지오코딩|좌표|"
    r"(?i:(?<![@.])\bexamples?\b(?!\.)|\be\.g\b|sample|dummy|\bfake|\bmock|(?<![@.])\btest(?:s|ing|ed)?\b(?!\.)|\bfixture|synthetic|fictional|placeholder|\bformat|pattern|regex|\bmask|redact|anonymi[sz]|normali[sz]|convert|detect|extract|pars(?:e|ing)|validat|geocod|faker|seed data)"
)
"""Words beside a number that nobody owns."""

_REACH = 120
_FAR = 10**12
_DEEPEST = 6

FAKE = Expression(
    r"샘플|가상(?!화|현실)|가짜|더미|테스트|임의|견본|목업|(?i:(?<![@.])\btest(?:s|ing|ed)?\b(?!\.)|sample|dummy|\bfake|\bmock|fixture|synthetic|fictional|placeholder|faker|seed data|sandbox)"
)
"""Words beside a number of identity that was made up; an example may be the author's own all the same."""

LONG_NUMBER = Expression(r"[0-9](?:[-–—−‐－.· ()]{0,3}[0-9]){8}")
"""As many digits as the shortest phone number has; documents without it are soon done."""

_PEOPLE = Expression(
    r"역할|담당|팀원|이름|성명|소속|학번|직책|포지션|파트|github|깃허브|이메일|e-?mail|\brole\b|\bmember|\bposition\b|\bteam\b|\bcontact\b|linkedin", re.IGNORECASE
)
_RECORDS = Expression(
    r"(?:^|[\s_])id$|^id|주문|고객|회원|customer|user|order|구매|결제|가입|등록일|created|updated|금액|amount|price|매장|가게|store|점포|업체|예약|reserv|patient|환자|수취인|수신자|index|^no\.?$|^#$|^번호$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Column:
    """The column of a table that holds a cell: its header (empty where there is none), its other cells and the other headers."""

    header: str
    cells: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def is_of_people(self) -> bool:
        """Whether the table lists the members of a team, whose contacts are their own."""
        named = sum(_PEOPLE.search(header) is not None for header in self.others)
        return named >= 1 and not any(_RECORDS.search(header) for header in (*self.others, self.header))


@dataclass(frozen=True)
class Surroundings:
    """The lines, tables and code of one document, looked up by span."""

    document: Document

    def line(self, span: Span) -> tuple[str, str]:
        """What stands before and after the span on its line, as far as it may tell something; a row of a table is one line."""
        text = self.document.text
        near = text[max(span.start - _REACH, 0) : span.start], text[span.end : span.end + _REACH]
        return near[0].rpartition("\n")[2], near[1].partition("\n")[0]

    def line_above(self, span: Span) -> str:
        """The line above that of the span."""
        text = self.document.text
        end = text.rfind("\n", 0, span.start)
        return text[max(text.rfind("\n", 0, end) + 1, end - _REACH) : end] if end > 0 else ""

    def is_sample(self, span: Span) -> bool:
        """Whether its line says that it is an example or the material of a program; in code the line above may say so."""
        return self._is_beside(SAMPLE, span)

    def is_fake(self, span: Span) -> bool:
        """Whether its line says that it was made up."""
        return self._is_beside(FAKE, span)

    def _is_beside(self, words: Expression, span: Span) -> bool:
        before, after = self.line(span)
        if words.search(before) or words.search(after):
            return True
        return self.code(span) is not None and words.search(self.line_above(span)) is not None

    def code(self, span: Span) -> Span | None:
        """The code that holds the span: a block, or a stretch in a line."""
        return _holding(self._code, span)

    def column(self, span: Span) -> Column | None:
        """The column of a table that the span stands in; the same object for all of its cells."""
        for table in self._around(self._tables, span):
            rows = self._rows[id(table)]
            here = next(self._around(rows, span), None)
            place = -1 if here is None else next((index for index, cell in enumerate(here.children) if cell.span.contains(span)), -1)
            if here is not None and place >= 0:
                return self._column(table, place, is_head=here.head and here is rows[0])
        return None

    def _column(self, table: Block, place: int, *, is_head: bool) -> Column:
        key = (id(table), place, is_head)
        if key not in self._columns:
            rows = self._rows[id(table)]
            head = rows[0] if rows[0].head and not is_head else None
            headers = tuple(self._words(cell) for cell in head.children) if head else ()
            cells = tuple(self._words(row.children[place]) for row in rows if row is not head and place < len(row.children))
            others = tuple(header for index, header in enumerate(headers) if index != place)
            self._columns[key] = Column(headers[place] if place < len(headers) else "", cells, others)
        return self._columns[key]

    @staticmethod
    def _around(blocks: list[Block], span: Span) -> Iterator[Block]:
        """The blocks that hold the span, innermost first; blocks nest only a few deep."""
        index = bisect_right(blocks, span.start, key=lambda block: block.span.start)
        return (block for block in reversed(blocks[max(index - _DEEPEST, 0) : index]) if block.span.contains(span))

    def _words(self, block: Block) -> str:
        return " ".join(self.document.words(block.span).split())

    @cached_property
    def _code(self) -> list[Span]:
        found = [block.span for block in self.document.walk() if block.kind == "code"]
        found += [mark.span for mark in self.document.marks if mark.kind == "code"]
        return sorted(found)

    @cached_property
    def _columns(self) -> dict[tuple[int, int, bool], Column]:
        return {}

    @cached_property
    def _rows(self) -> dict[int, list[Block]]:
        return {id(table): [row for row in table.children if row.kind == "row" and row.children] for table in self._tables}

    @cached_property
    def _tables(self) -> list[Block]:
        return [block for block in self.document.walk() if block.kind == "table"]


def _holding(spans: list[Span], span: Span) -> Span | None:
    index = bisect_right(spans, Span(span.start, _FAR))
    for candidate in reversed(spans[max(index - 3, 0) : index]):
        if candidate.contains(span):
            return candidate
    return None
