"""HON004: reports sentences and table rows whose numbers do not fit each other."""

from __future__ import annotations

from collections.abc import Iterator

from careerlint.checks.arithmetic import check_statement_arithmetic, impossible_value
from careerlint.checks.arithmetic_tables import check_table_arithmetic
from careerlint.checks.english_arithmetic import wrong_tellings
from careerlint.checks.labelled_sizes import with_label
from careerlint.model.document import Block
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule
from careerlint.model.span import Span

_TOLD = {
    "ko": ("함께 적힌 숫자로 계산하면 {}입니다", "나올 수 없는 값입니다"),
    "en": ("the numbers beside it give {}", "no such value is possible"),
}
"""What is told of a mismatch: with and without a right value."""


def find_number_mismatches(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each stated number that contradicts the numbers beside it, statements first, then tables."""
    for index, statement in enumerate(evidence.outline.statements):
        measures = evidence.measures[index]
        if measures.numbers and statement.label and not statement.head:
            number = impossible_value(statement.label, evidence.text(index), measures.numbers)
            if number is not None:
                yield _hit(evidence, index, number.span.shifted(statement.span.start), (), ())
                continue
            yield from _label_hits(evidence, index)
        if measures.numbers and not statement.head:
            for mismatch in check_statement_arithmetic(evidence.text(index), measures.numbers, measures.changes):
                offset = statement.span.start
                yield _hit(
                    evidence, index, mismatch.span.shifted(offset), mismatch.expected,
                    tuple(span.shifted(offset) for span in mismatch.related),
                )
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


def _place_of(evidence: Evidence, words: str, begin: int) -> Span:
    start = max(evidence.document.text.find(words, begin), begin)
    return Span(start, start + len(words))


def _table_hits(evidence: Evidence, table: Block) -> Iterator[Hit]:
    rows = [row for row in table.children if row.kind == "row" and row.children]
    if len(rows) < 2 or not rows[0].head:
        return
    header = _texts(evidence, rows[0])
    body = [row for row in rows[1:] if len(row.children) == len(rows[0].children)]
    for mismatch in check_table_arithmetic(header, tuple(_texts(evidence, row) for row in body)):
        cell = body[mismatch.row].children[mismatch.column]
        index = next((i for i, statement in enumerate(evidence.outline.statements) if statement.span.overlaps(cell.span)), -1)
        yield _hit(evidence, index, cell.span, mismatch.expected, ())


def _texts(evidence: Evidence, row: Block) -> tuple[str, ...]:
    return tuple(" ".join(evidence.document.words(cell.span).split()) for cell in row.children)


def _hit(evidence: Evidence, index: int, span: Span, expected: tuple[str, ...], related: tuple[Span, ...]) -> Hit:
    entry = evidence.outline.statements[index].entry if index >= 0 else -1
    values = {"match": evidence.document.words(span)}
    for language, (with_value, without) in _TOLD.items():
        joined = (" 또는 " if language == "ko" else " or ").join(expected)
        right = joined if language == "ko" else joined.replace("%p", " points")
        values[f"told_{language}"] = with_value.format(right) if right else without
    return Hit(span, index, entry, values=values, related=related)
