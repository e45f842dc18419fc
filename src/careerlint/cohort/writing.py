"""Writing: the files of a report, each whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import IO

from careerlint.cohort.presenting import Presented
from careerlint.cohort.rows import DocumentRow, FindingRow
from careerlint.cohort.schema import StoreError
from careerlint.cohort.summary import write_summary
from careerlint.cohort.tables import columns_of, write_csv, write_json_lines, write_parquet, write_workbook

Writer = Callable[[Presented, IO[bytes]], None]


def _write_workbook(presented: Presented, file: IO[bytes]) -> None:
    contents = presented.contents
    findings = ("findings", columns_of(FindingRow), contents.findings())
    documents = ("documents", columns_of(DocumentRow), contents.documents())
    write_workbook((findings, documents), file)


OUTPUTS: Mapping[str, Writer] = {
    "findings.jsonl": lambda presented, file: write_json_lines(presented.contents.findings(), file),
    "findings.csv": lambda presented, file: write_csv(presented.contents.findings(), columns_of(FindingRow), file),
    "findings.xlsx": _write_workbook,
    "findings.parquet": lambda presented, file: write_parquet(presented.contents.findings(), file),
    "documents.jsonl": lambda presented, file: write_json_lines(presented.contents.documents(), file),
    "documents.csv": lambda presented, file: write_csv(presented.contents.documents(), columns_of(DocumentRow), file),
    "entries.jsonl": lambda presented, file: write_json_lines(presented.contents.entries(), file),
    "summary.md": write_summary,
}
"""What a report holds besides what is handed back to people, by name."""


def write_outputs(presented: Presented, folder: Path, outputs: Mapping[str, Writer] = OUTPUTS) -> None:
    """Write every output; one that cannot be written leaves that of the run before in place. Raises StoreError."""
    for name, writer in outputs.items():
        save_file(folder / name, partial(writer, presented))


def save_bytes(target: Path, content: bytes) -> None:
    """Write a file of this content; raises StoreError."""

    def write(file: IO[bytes]) -> None:
        file.write(content)

    save_file(target, write)


def save_file(target: Path, write: Callable[[IO[bytes]], None]) -> None:
    """Write a file under another name and put it in place; raises StoreError."""
    # Nobody else writes here while the store is open, so that the draft of a run that was killed is written over.
    draft = target.with_name(f".{target.name}.draft")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with draft.open("wb") as file:
                write(file)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(
            f"cannot write {target}: {error.strerror or error}; make room or choose another folder with --out, and call again: what was linted is kept"
        ) from None
