"""Parts: outcomes of documents as Parquet files in a folder that several machines reach, one for each chunk that was linted."""

from __future__ import annotations

import hashlib
import io
import json
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from functools import cached_property, lru_cache
from typing import Any
from uuid import uuid4

from careerlint.cohort.linting import Order
from careerlint.cohort.recording import FindingRecord, Record
from careerlint.cohort.storage import StorageError, folder_of
from careerlint.cohort.store import TRANSIENT, dependencies_of
from careerlint.repository import still_holds

_PREFIX, _SUFFIX, _DRAFT = "part-", ".parquet", ".draft"
_PLAIN = ("content", "format", "kind", "language", "pages", "sketch", "report", "error", "reason", "reason_ko")
_ATTEMPTS, _SECONDS_BETWEEN = 10, 1.0
"""A folder that is shared by a network may show a file some seconds after it was written."""
_LARGEST = 2_000_000_000


class PartError(Exception):
    """Why parts cannot be written or read, in one line for the user."""


class Parts:
    """The parts in a folder, by its address or path. Each is written whole, under a name made of what is in it."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    @cached_property
    def _place(self) -> tuple[Any, str]:
        return folder_of(self._folder)

    def open(self) -> None:
        """Make the folder; raises PartError."""
        try:
            system, top = self._place
            system.makedirs(top, exist_ok=True)
        except Exception as error:
            raise self._unusable(error) from None

    def write(self, rows: Sequence[tuple[Order, Record]]) -> str:
        """Write the outcomes of a chunk; the name of the part. Raises PartError."""
        name = hashlib.sha256("".join(key_of(order, order.content) for order, _ in rows).encode()).hexdigest()[:32]
        try:
            system, top = self._place
            target = f"{top}/{_PREFIX}{name}{_SUFFIX}"
            # A worker may be killed while it writes, and its chunk is being done again elsewhere.
            draft = f"{top}/.{_PREFIX}{name}.{uuid4().hex[:8]}{_DRAFT}"
            try:
                system.pipe_file(draft, _packed(rows))
                system.mv(draft, target)
            except BaseException:
                with suppress(Exception):
                    system.rm_file(draft)
                raise
        except Exception as error:
            raise self._unusable(error) from None
        return name

    def read(self, name: str) -> list[Record]:
        """The outcomes in a part, in the order of its chunk; raises PartError."""
        for attempt in range(_ATTEMPTS):
            try:
                return [record for _, record in self._rows(name)]
            except FileNotFoundError:
                if attempt < _ATTEMPTS - 1:
                    time.sleep(_SECONDS_BETWEEN)
            except Exception as error:
                raise self._unusable(error) from None
        raise PartError(f"the workers wrote to {self._folder}, and nothing arrived here; name storage that all machines share with --parts")

    def names(self) -> Iterator[str]:
        """The parts that are there."""
        system, top = self._place
        with suppress(FileNotFoundError):
            for info in sorted(system.ls(top, detail=True, refresh=True), key=lambda info: str(info["name"])):
                name = str(info["name"]).rsplit("/", 1)[-1]
                if name.startswith(_PREFIX) and name.endswith(_SUFFIX) and (info.get("size") or 0) <= _LARGEST:
                    yield name[len(_PREFIX) : -len(_SUFFIX)]

    def known(self) -> KnownParts:
        """What the parts tell already; one that cannot be read tells nothing. Raises PartError."""
        places: dict[str, tuple[str, bool]] = {}
        try:
            names = list(self.names())
        except Exception as error:
            raise self._unusable(error) from None
        for name in names:
            with suppress(Exception):
                places |= {key: (name, whole) for key, whole, error in self._keys(name) if error not in TRANSIENT}
        return KnownParts(self, places)

    def remove_drafts(self, names: set[str]) -> None:
        """Remove what workers that were killed left of these parts."""
        with suppress(Exception):
            system, top = self._place
            for path in system.ls(top, detail=False, refresh=True):
                name = str(path).rsplit("/", 1)[-1]
                if name.startswith(f".{_PREFIX}") and name.endswith(_DRAFT) and name.split(".")[1].removeprefix(_PREFIX) in names:
                    system.rm_file(path)

    def rows_of(self, name: str) -> dict[str, Record]:
        """The outcomes in a part by key; none where it cannot be read."""
        with suppress(Exception):
            return dict(self._rows(name))
        return {}

    def _rows(self, name: str) -> Iterator[tuple[str, Record]]:
        for row in self._table(name, None).to_pylist():
            yield row["key"], _record(row)

    def _keys(self, name: str) -> Iterator[tuple[str, bool, str]]:
        for row in self._table(name, ["key", "whole", "error"]).to_pylist():
            yield row["key"], row["whole"], row["error"]

    def _table(self, name: str, columns: list[str] | None) -> Any:
        from pyarrow.parquet import read_table

        system, top = self._place
        # Listings that a file system keeps know nothing of what others wrote since.
        system.invalidate_cache(top)
        with system.open(f"{top}/{_PREFIX}{name}{_SUFFIX}", "rb") as file:
            return read_table(file, columns=columns)

    def _unusable(self, error: Exception) -> PartError:
        reason = str(error) if isinstance(error, StorageError) else f"{type(error).__name__}: {error}"
        return PartError(f"the parts in {self._folder} cannot be written or read ({reason}); make room, or name other storage with --parts")


class KnownParts:
    """What parts of earlier calls tell, read as it is asked for."""

    def __init__(self, parts: Parts, places: dict[str, tuple[str, bool]]) -> None:
        self._places = places
        # Documents come in the order in which they were linted.
        self._rows = lru_cache(maxsize=8)(parts.rows_of)
        self._states: dict[tuple[str, str], tuple[int, ...] | None] = {}

    def record(self, order: Order) -> Record | None:
        """The outcome of a document, where its content, configuration and what was looked at around it are the same."""
        key = key_of(order, order.content)
        name, whole = self._places.get(key, ("", False))
        if not name or (order.whole and not whole):
            return None
        record = self._rows(name).get(key)
        return record if record is not None and still_holds(record.dependencies, order.config.as_of, self._states) else None


def key_of(order: Order, content: str) -> str:
    """The name of a document with this content under its configuration."""
    text = "\0".join((order.path, order.file, order.member, content, order.identity))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _packed(rows: Sequence[tuple[Order, Record]]) -> bytes:
    import pyarrow as arrow
    from pyarrow.parquet import write_table

    table = arrow.Table.from_pylist([_row(order, record) for order, record in rows], schema=_schema())
    content = io.BytesIO()
    write_table(table, content, compression="zstd")
    return content.getvalue()


def _schema() -> Any:
    import pyarrow as arrow

    text, number = arrow.string(), arrow.int64()
    finding = arrow.struct([("start", number), ("end", number), *((name, text) for name in ("code", "name", "level", "message", "text", "fingerprint"))])
    return arrow.schema([
        ("key", text), ("path", text), ("identity", text), ("whole", arrow.bool_()),
        *((name, number if name == "pages" else arrow.large_binary() if name in ("sketch", "report") else text) for name in _PLAIN),
        ("strengths", arrow.list_(text)),
        ("findings", arrow.list_(finding)),
        ("entries", arrow.list_(arrow.struct([("title", text), ("told", arrow.list_(arrow.bool_()))]))),
        ("statements", arrow.list_(arrow.struct([("start", number), ("end", number), ("text", text)]))),
        ("asked", text),
    ])  # fmt: skip


def _row(order: Order, record: Record) -> dict[str, Any]:
    return {
        "key": key_of(order, record.content or order.content), "path": order.path, "identity": order.identity, "whole": bool(record.report or record.error),
        **{name: getattr(record, name) for name in _PLAIN},
        "strengths": list(record.strengths),
        "findings": [asdict(finding) for finding in record.findings],
        "entries": [{"title": title, "told": list(told)} for title, told in record.entries],
        "statements": [{"start": start, "end": end, "text": text} for start, end, text in record.statements],
        # Names of files may hold what is no UTF-8, which JSON escapes.
        "asked": json.dumps([asdict(each) for each in record.dependencies]),
    }  # fmt: skip


def _record(row: dict[str, Any]) -> Record:
    return Record(
        **{name: row[name] for name in _PLAIN},
        strengths=tuple(row["strengths"]),
        findings=tuple(FindingRecord(**finding) for finding in row["findings"]),
        entries=tuple((entry["title"], tuple(entry["told"])) for entry in row["entries"]),
        statements=tuple((each["start"], each["end"], each["text"]) for each in row["statements"]),
        dependencies=dependencies_of(row["asked"]),
    )
