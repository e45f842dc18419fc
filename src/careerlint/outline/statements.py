"""Statements: sentences, bullets and table rows, with their labels, parents and context."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from careerlint.dates import has_date_range
from careerlint.expression import Expression
from careerlint.model.document import Block, Document
from careerlint.model.outline import Language, StatementForm
from careerlint.model.span import Span
from careerlint.model.surnames import SURNAMES
from careerlint.outline.lines import OutlineLine, trimmed
from careerlint.outline.narrow_rows import narrow_rows
from careerlint.outline.tables import work_columns
from careerlint.outline.told_cells import is_form, told_cells

SplitKorean = Callable[[list[str]], list[list[tuple[int, int]]]]

# What was taken of white space is never given back: endless blanks would be tried in every way to part them. A label of blanks comes last.
_LABEL = Expression(r"[\s\[(【]*+(?:(?P<label>[^\n:：|\[\](){}→]{1,24}?)\s*+|(?<=\s))[\])】]?\s*+[:：]\s++(?=\S)")
_BRACKET_LABEL = Expression(r"\s*[\[【](?P<label>[^\]】\n]{1,16})[\]】]\s*(?=\S)")
_ENGLISH_END = Expression(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9가-힣])")
_ABBREVIATION = Expression(r"(?:\b(?:e\.g|i\.e|etc|vs|cf|al|Dr|Mr|Mrs|Ms|Prof|Inc|Ltd|Co|Corp|No|Fig|Eq|approx|St|Jr|Sr|Univ|Dept|Sec|Ver|v)|\b[A-Z])\.$")
_KOREAN_END = Expression(r"[.!?…]\s|[다요음함됨임]\s+\S|[다요]\.")
_LINE_START = Expression(r"\s*(?:(?:[-*>]|->|=>|\d{1,2}[.)])\s+|(?:->|=>)|[•◦▪■▶●○·ㆍ※✓✔→⇒➔①-⑳])\s*")
_HANGUL = Expression(r"[가-힣]")
_TWO_SYLLABLES = Expression(r"[가-힣][^가-힣]*+[가-힣]")
_THREE_LETTERS = Expression(r"[A-Za-z][^A-Za-z]*+[A-Za-z][^A-Za-z]*+[A-Za-z]")
_SENTENCE_END = Expression(r"(?:[.!?…:]|[다요음함됨임죠까])[\"')\]]*\s*$")
# Nouns that end in the same letters (결과, 평가, 정의, 경로) keep particles such as 과, 가, 의, 로 out.
_UNFINISHED = Expression(r"(?:[가-힣](?:을|를)|에서|에게|에는|에도|으로|하여|해서|아서|어서|하고|하며|으며|지만|는데|면서|위해|위한|통해|통한|대해|대한|보다|처럼|로서|로써|부터|이라|라는|다는|없이|없어|않고|못해)\s*$")
_LOWER = Expression(r"\s*[a-z]+(?:\s|[,.]|$)")
_WRAP_WIDTH = 36
"""A line shorter than this, in characters, was ended on purpose and is not wrapped."""
_LONG_CELL = 60
_COLUMN = Expression(r"(?:[A-Z][a-z&]{1,20}(?:\s[A-Za-z][a-z]{1,20})?(?: {2,}|\t)|[가-힣]{2,10}(?:\s[가-힣]{1,10})?(?: {3,}|\t))\S")
"""A row whose first word stands in a column of its own: "Practices   Web performance, design"."""
_FEWEST_POINTS = 3
_FEWEST_ROWS = 4
_CAPITAL = Expression(r"\s*[\"'(*_]{0,3}[A-Z][\w'’-]*\s+\S|\s*[\"'(*_]{0,3}[A-Z][\w'’-]{2,}\s*$")
"""How a row opens that is a line of its own: with a capital."""
_ENGLISH_POINT = Expression(
    r"^\s*(?!(?:The|This|That|These|Those|It|We|In|On|At|By|For|With|And|But|Also|Then|However|When|While|After|Before|If|As|My|Our|I|A|An)\b)[A-Z][a-z]*(?:ed|ing|t|te|ne|de|ok|ve|ew|an)\b"
)
"""A row that opens with a deed ("Built", "Led")."""
_JOINING = r"\b(?:and|the|for|with|our|its|via|or|of|to|in|on|by|at|as|an|a|my|from|using)"
_BROKEN_OFF = Expression(rf"(?:[,;:–—-]|{_JOINING})\s*$")
_JOINS = Expression(rf"\S\s.*{_JOINING}\s*$")
"""A line that ends in a word which joins what follows: "Contributions to"."""
_KOREAN_POINT = Expression(
    r"(?:개발|구축|구현|설계|개선|적용|도입|향상|감소|단축|절감|달성|운영|관리|분석|작성|제작|수행|진행|참여|지원|확보|해결|확인|전환|제공|처리|연동|배포|최적화|자동화|고도화|완료|담당|기여|출시|방지|학습|변경|추가|제거|통합|검증|테스트|정리|공유|수집|주도|선정|수립|구성|[함임됨음])[.)\]]?\s*$"
)
_PERSON = Expression(rf"^(?:팀장|팀원)?\s*[(@]?[{SURNAMES}][가-힣] ?[가-힣]\)?(?:\s*\(?(?:팀장|팀원|리더|PM)\)?)?$")
_NO_PERSON = frozenset(("이메일", "기여도", "전처리", "정확도", "정밀도", "임베딩", "유사도", "하이퍼", "지원자", "전공명", "기관명", "과정명", "도구명", "주요기", "연구실", "기술명", "제품명", "성공률"))


@dataclass(frozen=True, slots=True)
class DraftStatement:
    """A statement before its section and entry are known; `line` is the index of its outline line."""

    span: Span
    line: int
    form: StatementForm
    block: Block
    depth: int = 0
    label: str = ""
    headers: tuple[str, ...] = ()
    table: int = -1
    row: int = -1
    head: bool = False
    told: bool = False
    """Whether it stands in the row of a job or project and is read as the bullet that it would be below its title."""


def language_of(text: str) -> Language:
    """`ko` with two or more Hangul syllables, `en` with three or more Latin letters, else none."""
    if _TWO_SYLLABLES.search(text):
        return "ko"
    return "en" if _THREE_LETTERS.search(text) else ""


def draft_statements(document: Document, lines: Sequence[OutlineLine], split_korean: SplitKorean, works: Mapping[tuple[int, int], Span]) -> list[DraftStatement]:
    """All statements in reading order; Korean text with several possible sentences is split in one call.

    `works` are the titles of the jobs and projects that are told in the rows of tables, by line and row.
    """
    drafts: list[DraftStatement] = []
    tables = 0
    for index, line in enumerate(lines):
        if line.kind in ("text", "item"):
            drafts += _of_text(document, line, index)
        elif line.kind == "heading":
            drafts += _of_heading(document, line, index)
        elif line.kind == "table" and line.table is not None:
            drafts += _of_table(document, line.table, index, tables, works)
            tables += 1
    return _split(document, drafts, split_korean)


def _of_heading(document: Document, line: OutlineLine, index: int) -> Iterator[DraftStatement]:
    text = document.words(line.span)
    sentence = (len(_HANGUL.findall(text)) >= 12 and re.search(r"(?:니다|[했었였]다|요|음|함|됨)[.!]?\s*$", text)) or (
        not _HANGUL.search(text) and len(text.split()) > 7 and text.rstrip().endswith((".", "!"))
    )
    if sentence:
        yield DraftStatement(trimmed(document, line.span), index, "heading", line.block)


def _of_text(document: Document, line: OutlineLine, index: int) -> Iterator[DraftStatement]:
    form: StatementForm = "bullet" if line.kind == "item" else "prose"
    for span in _joined_lines(document, line.span):
        label, rest = _label(document, span)
        if len(rest):
            yield DraftStatement(rest, index, form, line.block, depth=line.depth, label=label)


def _joined_lines(document: Document, span: Span) -> Iterator[Span]:
    """Hard-wrapped lines together, lines that end on purpose apart."""
    start = span.start
    offset = span.start
    rows = document.words(span).split("\n")
    apart = _are_points(rows) or (document.format == "md" and _are_rows_of_a_list(rows))
    narrow = narrow_rows(rows)
    for position, row in enumerate(rows):
        end = offset + len(row)
        following = rows[position + 1] if position + 1 < len(rows) else None
        if following is None or apart or _COLUMN.match(following) or not (position in narrow or _is_wrapped(row, following)):
            yield Span(start, end)
            start = end + 1
        offset = end + 1


def _are_points(rows: Sequence[str]) -> bool:
    """Whether each row tells a thing of its own though no mark stands before it: the next one's first word had room in it, and no row goes on.

    The first row may be a title ("**Engineer | Quay | 2020 - 2022**").
    """
    titled = len(rows) > _FEWEST_POINTS and (len(rows[0]) < _LONG_CELL or has_date_range(rows[0]))
    told = rows[1:] if titled else rows
    if len(told) < _FEWEST_POINTS or any(len(row) < _WRAP_WIDTH for row in told):
        return False
    korean = _HANGUL.search(told[0]) is not None
    if any((_KOREAN_POINT if korean else _ENGLISH_POINT).search(row) is None or _BROKEN_OFF.search(row) for row in told):
        return False
    width = max(len(row) for row in told)
    roomy = [len(row) + 1 + len(following.split(maxsplit=1)[0]) <= width for row, following in pairwise(told)]
    return 2 * sum(roomy) >= len(roomy)


def _are_rows_of_a_list(rows: Sequence[str]) -> bool:
    """Whether rows of a Markdown source are a list without marks: each opens with a capital, none goes on, and they are not of one width.

    "Salt water rusts the hinges", "Wax keeps for a week", each in a row of its own: prose that is wrapped opens a row with a capital now and then only.
    """
    if len(rows) < _FEWEST_ROWS or any(_CAPITAL.match(row) is None for row in rows) or any(_BROKEN_OFF.search(row) for row in rows[:-1]):
        return False
    width = max(len(row) for row in rows)
    roomy = [len(row) + 1 + len(following.split(maxsplit=1)[0]) <= width for row, following in pairwise(rows)]
    return 3 * sum(roomy) >= len(roomy)


def _is_wrapped(row: str, following: str) -> bool:
    if not row.strip() or not following.strip() or (len(row) < _WRAP_WIDTH and not _goes_on(row, following)):
        return False
    return not (_SENTENCE_END.search(row) or _LINE_START.match(following) or _LABEL.match(following))


def _goes_on(row: str, following: str) -> bool:
    """Whether a short line is surely no line of its own: it ends in a particle, a connective or a word like "to", or the next begins in lower case."""
    if _HANGUL.search(row[-3:]):
        return _UNFINISHED.search(row) is not None
    return _JOINS.search(row) is not None or (_LOWER.match(following) is not None and re.search(r"[A-Za-z0-9%,]\s*$", row) is not None and " " in row.strip())


def _label(document: Document, span: Span) -> tuple[str, Span]:
    span = trimmed(document, span)
    text = document.words(span)
    marker = _LINE_START.match(text)
    if marker is not None and marker.end() < len(text):
        span = Span(span.start + marker.end(), span.end)
        text = document.words(span)
    match = _LABEL.match(text) or _BRACKET_LABEL.match(text)
    if match is None or not match["label"] or len(match["label"].split()) > 4 or not any(character.isalpha() for character in match["label"]) or "http" in match["label"]:
        return "", span
    return match["label"].strip(" *_`"), trimmed(document, Span(span.start + match.end(), span.end))


def _of_table(document: Document, table: Block, index: int, number: int, works: Mapping[tuple[int, int], Span]) -> Iterator[DraftStatement]:
    rows = [row for row in table.children if row.kind == "row"]
    if not rows:
        return
    headers = tuple(" ".join(document.words(cell.span).split()) for cell in rows[0].children) if rows[0].head else ()
    width = max(len(row.children) for row in rows)
    people = _is_people(headers)
    works_aside = [" ".join(document.words(cell.span).split()) for cell in work_columns(document, table)]
    pairs = width == 2 and not people and _is_key_value(document, rows)
    for position, row in enumerate(rows):
        span = trimmed(document, row.span)
        if not len(span):
            continue
        if row.head and not pairs:
            yield DraftStatement(span, index, "row", row, table=number, row=position, head=True)
            continue
        if works_aside:
            if position:
                yield from _of_columns(document, row, works_aside, index, number, position)
            continue
        title = works.get((index, position))
        form = title is not None and is_form(document, table, title)
        told = _told(document, row, headers, form, title, index, position) if title is not None else []
        if told or form:
            yield from told
            continue
        cells = row.children
        key = " ".join(document.words(cells[0].span).split()) if cells else ""
        if pairs and len(cells) == 2:
            above = headers[1:2] if not row.head else ()
            for part in _cell_lines(document, cells[1].span):
                yield DraftStatement(part, index, "cell", cells[1], label=key, headers=above, table=number, row=position)
        elif people:
            for column, cell in enumerate(cells):
                name = headers[column] if column < len(headers) else ""
                for part in _cell_lines(document, cell.span):
                    yield DraftStatement(part, index, "cell", cell, headers=(name,) if name else (), table=number, row=position)
        elif any(len(cell.span) > _LONG_CELL for cell in cells):
            for column, cell in enumerate(cells):
                header = headers[column] if column < len(headers) else ""
                for part in _cell_lines(document, cell.span):
                    yield DraftStatement(part, index, "cell", cell, label=header, headers=(key,) if column else (), table=number, row=position)
        else:
            yield DraftStatement(span, index, "row", row, headers=headers, table=number, row=position)


def _of_columns(document: Document, row: Block, works: Sequence[str], index: int, number: int, position: int) -> Iterator[DraftStatement]:
    """What a row tells of each of the works that have a column, under the label at its left."""
    label, *cells = row.children
    for work, cell in zip(works, cells, strict=True):
        for part in _cell_lines(document, cell.span):
            yield DraftStatement(part, index, "cell", cell, label=" ".join(document.words(label.span).split()), headers=(work,), table=number, row=position)


def _told(document: Document, row: Block, headers: Sequence[str], form: bool, title: Span, index: int, position: int) -> list[DraftStatement]:
    """What a row tells of a work, each line with the label that it has itself or gets from its column."""
    found = []
    for each in told_cells(document, row, headers, title, form=form):
        label, rest = _label(document, each.span)
        if len(rest):
            found.append(DraftStatement(rest, index, "cell" if each.aside else "bullet", each.block, 0 if each.aside else 1, label or each.label, each.context, row=position, told=True))
    return found


def _is_people(headers: Sequence[str]) -> bool:
    """Whether a header row names people, so that each column tells what one of them did."""
    names = [header for header in headers if header.strip()]
    return len(names) >= 2 and all(_PERSON.match(name) and name.replace(" ", "") not in _NO_PERSON for name in names)


def _is_key_value(document: Document, rows: Sequence[Block]) -> bool:
    """Two columns, short keys on the left without numbers, and something longer on the right."""
    keys = [document.words(row.children[0].span).strip() for row in rows if len(row.children) == 2]
    values = [document.words(row.children[1].span).strip() for row in rows if len(row.children) == 2]
    if not keys or any(len(key) > 20 or any(character.isdigit() for character in key) for key in keys):
        return False
    return sum(len(value) > len(key) for key, value in zip(keys, values, strict=True)) * 2 >= len(keys) and any(len(value) > 15 for value in values)


def _cell_lines(document: Document, span: Span) -> Iterator[Span]:
    for part in _joined_lines(document, span):
        _, rest = _label(document, part)
        if len(rest):
            yield rest


def _split(document: Document, drafts: Sequence[DraftStatement], split_korean: SplitKorean) -> list[DraftStatement]:
    texts = [document.words(draft.span) for draft in drafts]
    korean = [
        index for index, (draft, text) in enumerate(zip(drafts, texts, strict=True))
        if draft.form != "row" and language_of(text) == "ko" and _KOREAN_END.search(text[:-1])
    ]
    found = dict(zip(korean, split_korean([texts[index] for index in korean]), strict=True)) if korean else {}
    statements: list[DraftStatement] = []
    for index, (draft, text) in enumerate(zip(drafts, texts, strict=True)):
        if index in found:
            ranges = found[index]
        elif draft.form != "row":
            ranges = _english_sentences(text)
        else:
            ranges = [(0, len(text))]
        for start, end in ranges:
            span = trimmed(document, Span(draft.span.start + start, draft.span.start + end))
            if len(span):
                # A cell holds what would be bullets, one sentence behind the other.
                block = replace(draft.block, span=span) if draft.told else draft.block
                statements.append(draft if span == draft.span else replace(draft, span=span, block=block))
    return statements


def _english_sentences(text: str) -> list[tuple[int, int]]:
    ranges = []
    start = 0
    for match in _ENGLISH_END.finditer(text):
        if _ABBREVIATION.search(text[start : match.start()]):
            continue
        ranges.append((start, match.start()))
        start = match.end()
    ranges.append((start, len(text)))
    return ranges
