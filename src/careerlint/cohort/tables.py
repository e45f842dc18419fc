"""Tables: the rows of a cohort as JSON lines, comma-separated values, a workbook and Parquet, written as they are read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from functools import cache
from itertools import islice
from typing import IO, Any

from careerlint.cohort.rows import FindingRow
from careerlint.reporters.xml_text import xml_safe

MOST_ROWS = 1_048_576
"""What a sheet of Excel holds, its header included."""
_LONGEST_CELL = 32_767
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BATCH = 500
_CREATED = datetime(2000, 1, 1)
"""A workbook carries the time that it was made: the same rows must give the same bytes."""

Row = Any
"""A frozen dataclass whose fields are the columns."""


def columns_of(kind: type) -> tuple[str, ...]:
    """The names of a table's columns."""
    return _columns_of(kind)


@cache
def _columns_of(kind: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))  # type: ignore[arg-type]


def write_json_lines(rows: Iterable[Row], file: IO[bytes]) -> None:
    """One JSON object in a line."""
    write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for row in rows:
        file.write(write(_named(row)).encode() + b"\n")


def write_csv(rows: Iterable[Row], columns: Sequence[str], file: IO[bytes]) -> None:
    """A table that spreadsheet programs open with its Korean letters, and in which no cell is a formula."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_safe(value) for value in _values(row)] for row in rows)
    text.detach()


def write_workbook(sheets: Iterable[tuple[str, Sequence[str], Iterable[Row]]], file: IO[bytes], most_rows: int = MOST_ROWS) -> None:
    """A workbook with a sheet for each table; nothing in it is a formula or a link. Rows that a sheet cannot hold are left out."""
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, options)
    book.set_properties({"created": _CREATED, "author": "careerlint"})
    head = book.add_format({"bold": True})
    for name, columns, rows in sheets:
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for column, title in enumerate(columns):
            sheet.set_column(column, column, _WIDTHS.get(title, 12))
        for column, title in enumerate(columns):
            sheet.write_string(0, column, title, head)
        for number, row in enumerate(islice(rows, most_rows - 1), 1):
            for column, value in enumerate(_values(row)):
                if isinstance(value, int):
                    sheet.write_number(number, column, value)
                else:
                    sheet.write_string(number, column, xml_safe(value)[:_LONGEST_CELL])
    book.close()


def write_parquet(rows: Iterable[FindingRow], file: IO[bytes]) -> None:
    """A Parquet file of findings."""
    import pyarrow as arrow
    from pyarrow.parquet import ParquetWriter

    schema = arrow.schema([(name, arrow.int64() if name in ("start", "end") else arrow.string()) for name in columns_of(FindingRow)])
    with ParquetWriter(file, schema, compression="zstd") as writer:
        for batch in _batches(rows):
            writer.write_table(arrow.Table.from_pylist([_named(row) for row in batch], schema=schema))


_WIDTHS = {"path": 40, "person": 14, "name": 26, "message": 70, "text": 50, "content": 14, "reason": 50, "fingerprint": 22}


def _batches(rows: Iterable[FindingRow]) -> Iterator[list[FindingRow]]:
    source = iter(rows)
    while batch := list(islice(source, _BATCH)):
        yield batch


def _named(row: Row) -> dict[str, Any]:
    """The cells by column; a row holds nothing that would have to be copied."""
    return {name: getattr(row, name) for name in columns_of(type(row))}


def _values(row: Row) -> list[Any]:
    """The cells of a row, each a text or a number."""
    values = [getattr(row, name) for name in columns_of(type(row))]
    return [", ".join(value) if isinstance(value, tuple) else "" if value is None else value for value in values]


def _safe(value: Any) -> Any:
    """A cell that no spreadsheet program takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
