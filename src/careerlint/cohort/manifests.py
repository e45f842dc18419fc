"""Manifests: a table of documents with the person and the group of each, as a spreadsheet program saves it."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from careerlint.readers import bytes_of
from careerlint.readers.encoding import decode
from careerlint.readers.limits import Limits, UnreadableError
from careerlint.standing import is_file, stored

_COLUMNS = {
    "path": ("path", "file", "경로", "파일"),
    "person": ("person", "name", "이름", "성명"),
    "group": ("group", "class", "그룹", "반", "분반", "팀"),
}
_MOST_ROWS = 200_000
_LARGEST_CELL = 131_072


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One row: `line` from 1, `path` as it is written, `file` where that is; empty `path` where the row names none."""

    line: int
    path: str
    file: str
    person: str
    group: str


def is_manifest(path: Path) -> bool:
    """Whether a file is meant as a manifest: nothing else is read from a .csv."""
    return path.suffix.lower() == ".csv" and is_file(path)


def check_manifest(path: Path, limits: Limits) -> None:
    """Raise UnreadableError where a manifest has no column of paths."""
    _columns_of(_rows(path, limits))


def read_manifest(path: Path, limits: Limits) -> Iterator[ManifestRow]:
    """The rows of a manifest; paths in it count from its folder. Raises UnreadableError."""
    rows = _rows(path, limits)
    columns = _columns_of(rows)
    try:
        for number, row in enumerate(rows, 2):
            if number > _MOST_ROWS:
                raise UnreadableError("too-large", f"The manifest has more than {_MOST_ROWS} rows; split it.", f"목록이 {_MOST_ROWS}행을 넘습니다. 나누어 저장하세요.")
            if not any(cell.strip() for cell in row):
                continue
            values = {name: row[index].strip() if index < len(row) else "" for name, index in columns.items()}
            written = values["path"]
            yield ManifestRow(number, written, _place(path.parent, written), values.get("person", ""), values.get("group", ""))
    except csv.Error:
        raise _no_table() from None


def _rows(path: Path, limits: Limits) -> Iterator[list[str]]:
    text = decode(bytes_of(path, limits))
    first = text.split("\n", 1)[0]
    # Excel writes semicolons where the comma is the decimal mark, and tabs into its "Unicode text".
    mark = max(",;\t", key=first.count)
    csv.field_size_limit(_LARGEST_CELL)
    return csv.reader(text.splitlines(), delimiter=mark)


def _columns_of(rows: Iterator[list[str]]) -> dict[str, int]:
    """Where each column stands, by the names in the first row; raises UnreadableError without one of paths."""
    try:
        header = [cell.strip().casefold() for cell in next(rows, [])]
    except csv.Error:
        raise _no_table() from None
    columns = {name: header.index(found) for name, allowed in _COLUMNS.items() if (found := next((word for word in allowed if word in header), None))}
    if "path" not in columns:
        raise UnreadableError(
            "broken",
            "The manifest has no column 'path'; name the column of the files 'path' in its first row, beside 'person' and 'group'.",
            "목록에 '경로' 열이 없습니다. 첫 행에서 파일이 적힌 열의 이름을 '경로'(또는 path)로 하세요.",
        )
    return columns


def _no_table() -> UnreadableError:
    return UnreadableError("broken", "The manifest is no table of comma-separated values; save it as CSV again.", "쉼표로 나눈 표(CSV)가 아닙니다. CSV로 다시 저장하세요.")


def _place(folder: Path, written: str) -> str:
    """Where a written path leads; a spreadsheet composes letters that the file system may hold decomposed."""
    if not written or "\0" in written:
        return ""
    return str(stored(folder / (written.replace("\\", "/") if os.sep == "/" else written)))
