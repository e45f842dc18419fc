"""Contents: what a store holds, row by row in the order of every output, so that no output needs it all at once."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from careerlint.cohort.rows import (
    Change,
    Cohort,
    DocumentRow,
    EntryRow,
    FindingRow,
    SharedText,
    SketchRow,
    StatementRow,
    Written,
)
from careerlint.cohort.schema import StoreError, count_done
from careerlint.cohort.store import RunFacts
from careerlint.model.finding import LEVELS, Unreadable

_IN_ORDER = "ORDER BY documents.path, documents.key"
_FINDINGS = f"""SELECT path, person, "group", code, findings.name, level, message, text, start, "end", fingerprint, documents.id, number
    FROM documents CROSS JOIN findings ON document = documents.id {{condition}} {_IN_ORDER}, number"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A document whose report was kept: enough to make its page, and to find its file again. `shared` numbers the findings on text that many share."""

    path: str
    file: str
    member: str
    content: str
    format: str
    report: bytes
    shared: frozenset[int] = frozenset()


class Contents:
    """The rows of the last run; `language` is that of the frame, and of the reasons why documents could not be read."""

    def __init__(self, connection: sqlite3.Connection, language: str = "") -> None:
        self._connection = connection
        row = connection.execute("SELECT as_of, version, ruleset, options, language, notes, number FROM runs ORDER BY number DESC LIMIT 1").fetchone()
        if row is None:
            raise StoreError("the store holds no run yet; call 'careerlint batch' again to make one")
        self.facts = RunFacts(*row[:6])
        self.run = int(row[6])
        self.language = language or self.facts.language or self._usual_language()

    def documents(self) -> Iterator[DocumentRow]:
        """Every document, those that could not be linted too; levels count what `findings` tells."""
        silenced = "(SELECT COUNT(*) FROM findings WHERE document = documents.id AND shared IS NOT NULL AND level = '{}')"
        levels = ", ".join(f"{level}s - {silenced.format(level)}" for level in LEVELS)
        reason = "reason_ko" if self.language == "ko" else "reason"
        rows = self._rows(
            f"""SELECT path, person, "group", content, format, kind, language, pages, statements, {levels}, strengths,
                COALESCE((SELECT path FROM documents AS other WHERE other.id = documents.first), ''), error, {reason} FROM documents {_IN_ORDER}"""
        )
        for row in rows:
            yield DocumentRow(*(*row[:12], tuple(json.loads(row[12])), *row[13:]))

    def findings(self) -> Iterator[FindingRow]:
        """Every finding that does not stand on text that many share, by path, then start."""
        for row in self._rows(_FINDINGS.format(condition="AND shared IS NULL")):
            yield FindingRow(*row[:11])

    def all_findings(self) -> Iterator[tuple[FindingRow, int, int]]:
        """Every finding with the number of its document and its own, in the same order."""
        for row in self._rows(_FINDINGS.format(condition="")):
            yield FindingRow(*row[:11]), row[11], row[12]

    def entries(self) -> Iterator[EntryRow]:
        """Every row of a story matrix."""
        for row in self._rows(f'SELECT path, person, "group", title, entries.told FROM documents CROSS JOIN entries ON document = documents.id {_IN_ORDER}, number'):
            yield EntryRow(*(*row[:4], tuple(cell == "1" for cell in row[4])))

    def statements(self) -> Iterator[StatementRow]:
        """Every statement, as it may be shown."""
        for row in self._rows(f'SELECT path, person, text, start, "end" FROM documents CROSS JOIN statements ON document = documents.id {_IN_ORDER}, number'):
            yield StatementRow(*row)

    def sketches(self) -> Iterator[SketchRow]:
        """The sketches of each document's statements, in the order of the statements."""
        for row in self._rows(f"SELECT path, person, statements, COALESCE(sketches.content, x'') FROM documents LEFT JOIN sketches ON document = documents.id {_IN_ORDER}"):
            yield SketchRow(*row)

    def cohort(self) -> Cohort:
        """All rows at once, for what looks at them together."""
        facts = self.facts
        return Cohort(tuple(self.documents()), tuple(self.findings()), tuple(self.entries()), facts.version, facts.ruleset, facts.as_of, self.language)

    def count(self, condition: str = "1") -> int:
        """How many documents meet a condition of ours."""
        return int(self._connection.execute(f"SELECT COUNT(*) FROM documents WHERE {condition}").fetchone()[0])

    def unfinished(self) -> tuple[int, int] | None:
        """How many documents have their outcome and how many there are, where the last run has not ended; else None."""
        if self._connection.execute("SELECT finished FROM runs ORDER BY number DESC LIMIT 1").fetchone()[0]:
            return None
        return count_done(self._connection)

    def people(self) -> Iterator[str]:
        """Everybody, by name."""
        return (row[0] for row in self._rows("SELECT DISTINCT person FROM documents ORDER BY person"))

    def count_people(self) -> int:
        """How many people there are."""
        return int(self._connection.execute("SELECT COUNT(DISTINCT person) FROM documents").fetchone()[0])

    def count_findings(self) -> dict[str, int]:
        """How many findings there are of each level."""
        counts: dict[str, int] = dict(self._rows("SELECT level, COUNT(*) FROM findings WHERE shared IS NULL GROUP BY level"))
        return {level: counts.get(level, 0) for level in LEVELS}

    def shared(self) -> Iterator[SharedText]:
        """The text that many share, that of most people first."""
        return (SharedText(*row) for row in self._rows("SELECT text, people, documents, statements FROM shared ORDER BY number"))

    def loose(self) -> tuple[str, ...]:
        """The people of files that lie beside the folders of other people, by name: they may be nobody's, as a notice for all is."""
        inside = "CASE WHEN root = '.' THEN path WHEN substr(path, 1, length(root) + 1) = root || '/' THEN substr(path, length(root) + 2) ELSE '' END"
        rows = self._rows(
            f"""WITH held AS (SELECT person, root, instr({inside}, '/') AS below FROM documents WHERE NOT told AND {inside} <> '')
                SELECT DISTINCT person FROM held WHERE below = 0 AND EXISTS (SELECT 1 FROM held AS other WHERE other.root = held.root AND other.below > 0) ORDER BY person"""
        )
        return tuple(row[0] for row in rows)

    def count_silenced(self) -> int:
        """How many findings stand on it."""
        return int(self._connection.execute("SELECT COUNT(*) FROM findings WHERE shared IS NOT NULL").fetchone()[0])

    def copies(self) -> frozenset[Written]:
        """The documents that have the content of another one."""
        return frozenset(self._rows("SELECT path, person FROM documents WHERE first IS NOT NULL"))

    def changes(self) -> tuple[Change, ...]:
        """What changed since the run before, for everybody for whom something did, by name."""
        if self.run < 2:
            return ()
        rows = self._rows(
            """SELECT person, SUM(until IS NOT NULL AND until = :run),
                   SUM(until IS NULL AND since = :run AND NOT before), SUM(until IS NULL AND since = :run AND before)
               FROM (SELECT *, EXISTS (SELECT 1 FROM appearances AS e WHERE e.person = a.person AND e.fingerprint = a.fingerprint AND e.since < a.since) AS before
                     FROM appearances AS a WHERE until = :run OR (until IS NULL AND since = :run))
               GROUP BY person ORDER BY person""",
            {"run": self.run},
        )
        return tuple(Change(*row) for row in rows)

    def same_rules(self) -> bool:
        """Whether the run before was made with the same release, rules and options: only then are its findings comparable."""
        rows = list(self._rows("SELECT version, ruleset, options FROM runs ORDER BY number DESC LIMIT 2"))
        return len(rows) < 2 or rows[0] == rows[1]

    def kept_of(self, person: str) -> tuple[Kept, ...]:
        """The documents of one person whose reports were kept, in order."""
        rows = self._rows(
            f"""SELECT path, file, member, done_content, format, reports.content, documents.id FROM documents JOIN reports ON document = documents.id
                WHERE person = ? {_IN_ORDER}""",
            (person,),
        )
        return tuple(Kept(row[0], os.fsdecode(row[1]), row[2], row[3], row[4], row[5], self._silenced_in(row[6])) for row in rows)

    def _silenced_in(self, document: int) -> frozenset[int]:
        return frozenset(row[0] for row in self._rows("SELECT number FROM findings WHERE document = ? AND shared IS NOT NULL", (document,)))

    def reasons(self) -> dict[str, tuple[str, str]]:
        """The reasons why documents could not be read, Korean and English, by the one that `documents` tells."""
        place = 0 if self.language == "ko" else 1
        return {pair[place]: pair for pair in self._rows("SELECT DISTINCT reason_ko, reason FROM documents WHERE error <> ''")}

    def unread_of(self, person: str) -> tuple[Unreadable, ...]:
        """The documents of one person that could not be linted, in order."""
        return tuple(Unreadable(*row) for row in self._rows(f"SELECT path, error, reason, reason_ko FROM documents WHERE person = ? AND error <> '' {_IN_ORDER}", (person,)))

    def _usual_language(self) -> str:
        rows = dict(self._rows("SELECT language, COUNT(*) FROM documents GROUP BY language"))
        return "ko" if rows.get("ko", 0) > rows.get("en", 0) else "en"

    def _rows(self, query: str, values: Any = ()) -> Iterator[Any]:
        return iter(self._connection.execute(query, values))
