"""Passing on: the files of a report that may leave the house, without words and names, or with groups only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from careerlint.cohort.contents import Contents
from careerlint.cohort.counting import count_cohort
from careerlint.cohort.dashboard import render_dashboard
from careerlint.cohort.group_page import name_of, render_group_tables
from careerlint.cohort.grouping import GroupTables, tables_of_groups
from careerlint.cohort.handing import FOLDER
from careerlint.cohort.overview import render_group_overview, render_overview
from careerlint.cohort.presenting import Presented
from careerlint.cohort.redacting import person_aliases, redact_changes, redact_cohort, redact_shared
from careerlint.cohort.rows import DocumentRow, FindingRow
from careerlint.cohort.schema import NAME, StoreError
from careerlint.cohort.tables import columns_of, write_csv, write_json_lines, write_parquet, write_workbook
from careerlint.cohort.writing import OUTPUTS, save_bytes, save_file

REDACTED_FILES = (*OUTPUTS, "index.html")
GROUP_FILES = ("groups.csv", "rules.csv", "summary.md", "index.html")


@dataclass(frozen=True, slots=True)
class GroupRow:
    """What a group holds."""

    group: str
    people: int
    documents: int
    unread: int
    errors: int
    warnings: int
    notes: int


@dataclass(frozen=True, slots=True)
class GroupRuleRow:
    """How many people of a group meet a rule."""

    code: str
    name: str
    level: str
    group: str
    people: int


def private_folder(folder: Path) -> Path:
    """Where the store is while only what may be passed on is in the folder itself."""
    return folder.with_name(f"{folder.name}-private")


def refuse_leftovers(folder: Path, kept: Sequence[str]) -> None:
    """Raise StoreError where the folder holds anything of a report but the files that are written anew: it would be passed on too."""
    known = {*OUTPUTS, *GROUP_FILES, "index.html", FOLDER, NAME}
    found = sorted(name for name in known - set(kept) if (folder / name).exists())
    if found:
        raise StoreError(f"{folder} holds {found[0]} of another report, which must not be passed on; name another folder with --out")


def write_redacted(contents: Contents, folder: Path) -> None:
    """Every output of a report with aliases for people and documents, and without a word of them. Raises StoreError."""
    presented = Presented(contents)
    cohort = contents.cohort()
    rules = {rule.code: rule for rule in presented.rules}
    redacted = redact_cohort(cohort, rules)
    known = presented.beside({})
    changes = redact_changes(known.changes, person_aliases(cohort)) if known.changes is not None else None
    beside = replace(known, shared=redact_shared(known.shared), sentences={}, changes=changes, redacted=True, loose=())
    tally = count_cohort(redacted)
    finding_columns, document_columns = columns_of(FindingRow), columns_of(DocumentRow)
    save_file(folder / "findings.jsonl", partial(write_json_lines, redacted.findings))
    save_file(folder / "findings.csv", partial(write_csv, redacted.findings, finding_columns))
    save_file(folder / "findings.xlsx", partial(write_workbook, (("findings", finding_columns, redacted.findings), ("documents", document_columns, redacted.documents))))
    save_file(folder / "findings.parquet", partial(write_parquet, redacted.findings))
    save_file(folder / "documents.jsonl", partial(write_json_lines, redacted.documents))
    save_file(folder / "documents.csv", partial(write_csv, redacted.documents, document_columns))
    save_file(folder / "entries.jsonl", partial(write_json_lines, redacted.entries))
    save_bytes(folder / "summary.md", render_overview(redacted, beside, tally).encode("utf-8", "replace"))
    save_bytes(folder / "index.html", render_dashboard(redacted, beside, tally).encode("utf-8", "replace"))


def write_groups(contents: Contents, folder: Path, least: int) -> None:
    """The tables by group, in which no group is smaller than `least`, as page, summary and CSV. Raises StoreError."""
    tables = tables_of_groups(contents.cohort(), least)
    rules = Presented(contents).rules
    save_file(folder / "groups.csv", partial(write_csv, group_rows(tables), columns_of(GroupRow)))
    save_file(folder / "rules.csv", partial(write_csv, group_rule_rows(tables), columns_of(GroupRuleRow)))
    save_bytes(folder / "summary.md", render_group_overview(tables, rules).encode("utf-8", "replace"))
    save_bytes(folder / "index.html", render_group_tables(tables, rules).encode("utf-8", "replace"))


def group_rows(tables: GroupTables) -> tuple[GroupRow, ...]:
    """The rows of groups.csv."""
    counts = ((name_of(row)[tables.language == "en"], row.count) for row in tables.rows)
    return tuple(GroupRow(name, count.people, count.documents, count.unread, count.levels.error, count.levels.warning, count.levels.note) for name, count in counts)


def group_rule_rows(tables: GroupTables) -> tuple[GroupRuleRow, ...]:
    """The rows of rules.csv: by rule, then group."""
    people = {(rule.code, row): rule.people for row in tables.rows for rule in row.rules}
    return tuple(
        GroupRuleRow(rule.code, rule.name, rule.level, name_of(row)[tables.language == "en"], people.get((rule.code, row), 0))
        for rule in (tables.total.rules if tables.total else ())
        for row in tables.rows
    )
