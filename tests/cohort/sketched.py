"""The sketches of statements that no store holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from careerlint.cohort.rows import SketchRow, StatementRow
from careerlint.cohort.sketches import sketch_statements


def sketch_rows(statements: Iterable[StatementRow]) -> Iterator[SketchRow]:
    """A row for each document, whose statements follow each other."""
    for (path, person), some in groupby(statements, lambda row: (row.path, row.person)):
        texts = [row.text for row in some]
        yield SketchRow(path, person, len(texts), sketch_statements(texts))
