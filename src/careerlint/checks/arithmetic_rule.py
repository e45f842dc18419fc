"""HON004: reports sentences and table rows whose numbers do not fit each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from careerlint.checks.arithmetic import check_statement_arithmetic, impossible_cells, impossible_value
from careerlint.checks.arithmetic_tables import check_table_arithmetic
from careerlint.checks.english_arithmetic import wrong_tellings
from careerlint.checks.labelled_sizes import with_label
from careerlint.checks.places import statement_at
from careerlint.checks.tables import headed_rows
from careerlint.checks.told_next import MAY_FOLLOW, joined_with, wrong_in_next
from careerlint.expression import Expression
from careerlint.model.document import Block
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_WITHOUT_VALUE = frozenset(("em-f1", "range", "direction", "over-100"))
"""Reasons that say themselves why no value would be right."""
_HANGUL = Expression(r"[가-힣]")
_FACTOR = Expression(r"(?<=\d)x$")


def find_number_mismatches(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each stated number that contradicts the numbers beside it, statements first, then tables."""
    for index, statement in enumerate(evidence.outline.statements):
        measures = evidence.measures[index]
        if measures.numbers and statement.label and not statement.head:
            number = impossible_value(statement.label, evidence.text(index), measures.numbers)
            if number is not None:
                yield _hit(evidence, index, number.span.shifted(statement.span.start), (), (), "range")
                continue
            yield from _label_hits(evidence, index)
        if measures.numbers and not statement.head:
            for mismatch in check_statement_arithmetic(evidence.text(index), measures.numbers, measures.changes, partial(evidence.may_match, index)):
                offset = statement.span.start
                yield _hit(
                    evidence, index, mismatch.span.shifted(offset), mismatch.expected,
                    tuple(span.shifted(offset) for span in mismatch.related), mismatch.reason,
                )
        if not statement.head:
            yield from _next_hits(evidence, index)
    for table in (block for block in evidence.document.walk() if block.kind == "table"):
        yield from _table_hits(evidence, table)


def _label_hits(evidence: Evidence, index: int) -> Iterator[Hit]:
    """Hits for a size in the label of a statement that the two values behind it contradict."""
    statement = evidence.outline.statements[index]
    label = " ".join(statement.label.split())
    offset, begin = len(label) + 2, evidence.label_start(index)
    text, numbers = with_label(label, evidence.text(index), evidence.measures[index].numbers)
    if not numbers:
        return
    for telling in wrong_tellings(text, numbers):
        # The label may be written with more spaces than it is read with.
        places = [
            _place_of(evidence, text[span.start : span.end], begin) if span.end <= offset else span.shifted(statement.span.start - offset)
            for span in (telling.span, *telling.related)
        ]
        yield _hit(evidence, index, places[0], telling.expected, tuple(places[1:]))


def _next_hits(evidence: Evidence, index: int) -> Iterator[Hit]:
    """Hits for a size that the values in the statement before it contradict."""
    text, statements = evidence.text(index), evidence.outline.statements
    if not index or not MAY_FOLLOW.match(text) or statements[index - 1].head or statements[index - 1].entry != statements[index].entry:
        return
    previous = evidence.text(index - 1)
    offset = joined_with(previous, text)[1]
    for telling in wrong_in_next(previous, text, evidence.measures[index - 1].numbers, evidence.measures[index].numbers):
        related = tuple(span.shifted(statements[index - 1].span.start) for span in telling.related)
        yield _hit(evidence, index, telling.span.shifted(statements[index].span.start - offset), telling.expected, related)


def _place_of(evidence: Evidence, words: str, begin: int) -> Span:
    start = max(evidence.document.text.find(words, begin), begin)
    return Span(start, start + len(words))


def _table_hits(evidence: Evidence, table: Block) -> Iterator[Hit]:
    rows = headed_rows(table, 2)
    if not rows:
        return
    header = _texts(evidence, rows[0])
    body = [row for row in rows[1:] if len(row.children) == len(rows[0].children)]
    for row, column in impossible_cells(header, tuple(_texts(evidence, row) for row in body)):
        cell = body[row].children[column]
        yield _hit(evidence, statement_at(evidence, cell.span), cell.span, (), (), "range")
    for mismatch in check_table_arithmetic(header, tuple(_texts(evidence, row) for row in body)):
        cell = body[mismatch.row].children[mismatch.column]
        below = (body[mismatch.below[0]].children[mismatch.below[1]].span,) if mismatch.below else ()
        yield _hit(evidence, statement_at(evidence, cell.span), cell.span, mismatch.expected, below, "em-f1" if below else "change")


def _texts(evidence: Evidence, row: Block) -> tuple[str, ...]:
    return tuple(" ".join(evidence.document.words(cell.span).split()) for cell in row.children)


def _hit(evidence: Evidence, index: int | None, span: Span, expected: tuple[str, ...], related: tuple[Span, ...], reason: str = "") -> Hit:
    values = {
        "match": evidence.document.words(span), "beside": evidence.document.words(related[0]).strip() if related else "",
        "expected.ko": " 또는 ".join(_in_korean(expected)), "expected.en": " or ".join(_in_english(expected)),
    }
    variant = "expected" if any(expected) else reason if reason in _WITHOUT_VALUE else "impossible"
    return Hit(span, index, evidence.entry_of(index), values=values, related=related, variant=variant)


def _in_korean(expected: Sequence[str]) -> list[str]:
    """The values as a Korean message names them: those told in both languages in Korean alone ("하위 17.5%"), a factor in 배."""
    return [value for value in expected if _HANGUL.search(value)] or [_FACTOR.sub("배", value) for value in expected]


def _in_english(expected: Sequence[str]) -> list[str]:
    return [value.replace("%p", " points") for value in expected if not _HANGUL.search(value)]
