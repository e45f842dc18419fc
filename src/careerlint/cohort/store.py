"""Store: what is known of every document, kept as it comes, so that a run that was cut off goes on where it was."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from careerlint.cohort.gathering import Found
from careerlint.cohort.recording import FindingRecord, Record
from careerlint.cohort.schema import (
    IS_DONE,
    NothingFoundError,
    connect,
    count_done,
    translate_errors,
    writer_lock,
)
from careerlint.model.surroundings import Dependency
from careerlint.repository import still_holds

_MOST_NAMED = 5
"""Paths that lead nowhere and are named; who gave more knows what is meant."""
_KEPT = ("findings", "entries", "statements", "sketches", "reports")
"""The tables that hold something of each document."""
TRANSIENT = ("timeout", "memory", "crashed")
"""Outcomes that the next run may better: they may say more about the machine than about the document."""
_RESULT = "done_content, done_identity, done_run, format, kind, language, pages, statements, errors, warnings, notes, strengths, error, reason, reason_ko, asked"


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What a run is made with: `options` names everything that decides about findings, `language` and `notes` how they are told.

    `language` is that of the frame, empty for the one that most documents are in.
    """

    as_of: str
    version: str
    ruleset: str
    options: str
    language: str
    notes: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document that is to be linted, by its number in the store."""

    number: int
    path: str
    file: str
    member: str
    content: str
    identity: str


class Store:
    """The writing side of a store; close it, or use it in a `with`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = writer_lock(path)
        try:
            self.connection = connect(path, writing=True)
        except BaseException:
            self._lock.close()
            raise
        self.run = 0
        self._today = date.min
        self._states: dict[tuple[str, str], tuple[int, ...] | None] = {}

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the store up; another call may write it then."""
        self.connection.close()
        self._lock.close()

    def unfinished(self) -> str:
        """The day of the run that was cut off; empty where none was."""
        row = self._one("SELECT as_of FROM runs WHERE finished = 0 ORDER BY number DESC LIMIT 1")
        return str(row[0]) if row else ""

    def begin(self, facts: RunFacts) -> bool:
        """Go on with the run that was cut off, or begin the next; whether an earlier one is continued."""
        with translate_errors(self.path), self.connection:
            self.connection.execute("BEGIN IMMEDIATE")
            row = self._one("SELECT number FROM runs WHERE finished = 0 ORDER BY number DESC LIMIT 1")
            number = int(row[0]) if row else int(self._one("SELECT COALESCE(MAX(number), 0) + 1 FROM runs")[0])
            self.connection.execute(
                "INSERT OR REPLACE INTO runs(number, as_of, version, ruleset, options, language, notes) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (number, facts.as_of, facts.version, facts.ruleset, facts.options, facts.language, facts.notes),
            )
        self.run, self._today = number, date.fromisoformat(facts.as_of)
        return row is not None

    def forget_run(self) -> None:
        """Take back the run that has just begun: what was linted before is as finished as it was."""
        with translate_errors(self.path), self.connection:
            self.connection.execute("DELETE FROM runs WHERE number = ?", (self.run,))

    def gather(self, documents: Iterator[tuple[Found, str, str]]) -> int:
        """Take in the documents of this run, each with its content and the identity of its configuration; how many there are.

        Documents of earlier runs that are not among them are dropped. All of it happens, or nothing; StoreError where nothing is there.
        """
        count = there = 0
        with translate_errors(self.path), self.connection:
            self.connection.execute("BEGIN IMMEDIATE")
            # A run that goes on looks anew: what is there now is what counts.
            self.connection.execute("UPDATE documents SET run = 0")
            missing: list[str] = []
            for found, content, identity in documents:
                count += 1
                is_missing = found.failure is not None and found.failure.kind == "missing"
                missing += [found.path] if is_missing else []
                there += not is_missing
                self._take(found, content, identity)
            if not there:
                # A slip in a path must not cost what is known of all documents.
                absent = f" (not there: {', '.join(missing[:_MOST_NAMED])})" if missing else ""
                raise NothingFoundError(f"no document found{absent}; name folders or files that are there (.md, .txt, .docx, .pdf, .zip, or a .csv with a column 'path')")
            self.connection.execute("DELETE FROM documents WHERE run <> ?", (self.run,))
            self._tell_people_apart()
            self._find_copies()
        return count

    def waiting(self, *, copies: bool, whole: bool) -> Iterator[Waiting]:
        """The documents whose outcome is not known yet, in order; those that are the first of their content, or the copies."""
        last = ("", b"")
        while True:
            # Outcomes are written while these rows are read, so that each is asked for anew.
            row = self._one(
                f"""SELECT id, path, file, member, key, {IS_DONE}
                        AND NOT (error IN {TRANSIENT} AND done_run < :run) AND (NOT :whole OR error <> '' OR EXISTS (SELECT 1 FROM reports WHERE document = documents.id)), asked, content, identity
                    FROM documents WHERE (path, key) > (:path, :key) AND (first IS NOT NULL) = :copies ORDER BY path, key LIMIT 1""",
                {"run": self.run, "whole": whole, "copies": copies, "path": last[0], "key": last[1]},
            )
            if row is None:
                return
            last = (row[1], row[4])
            if not row[5] or not still_holds(dependencies_of(row[6]), self._today, self._states):
                yield Waiting(row[0], row[1], os.fsdecode(row[2]), row[3], row[7], row[8])

    def save(self, number: int, record: Record) -> None:
        """Keep the outcome of a document, all of it or nothing."""
        levels = Counter(finding.level for finding in record.findings)
        with translate_errors(self.path), self.connection:
            self.connection.execute("BEGIN IMMEDIATE")
            self._forget(number, unread=bool(record.error))
            self.connection.execute(
                f"""UPDATE documents SET content = COALESCE(NULLIF(:content, ''), content), ({_RESULT}) = (COALESCE(NULLIF(:content, ''), content), identity, :run, :format, :kind, :language, :pages, :statements,
                    :errors, :warnings, :notes, :strengths, :error, :reason, :reason_ko, :asked) WHERE id = :number""",
                {
                    "content": record.content, "run": self.run, "format": record.format, "kind": record.kind, "language": record.language, "pages": record.pages,
                    "statements": len(record.statements), "errors": levels["error"], "warnings": levels["warning"], "notes": levels["note"],
                    "strengths": json.dumps(record.strengths), "error": record.error, "reason": record.reason, "reason_ko": record.reason_ko,
                    "asked": json.dumps([asdict(each) for each in record.dependencies]), "number": number,
                },
            )  # fmt: skip
            self.connection.executemany("INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)", ((number, index, *_values(finding)) for index, finding in enumerate(record.findings)))
            self.connection.executemany(
                "INSERT INTO entries VALUES (?, ?, ?, ?)", ((number, index, title, "".join("01"[cell] for cell in cells)) for index, (title, cells) in enumerate(record.entries))
            )
            self.connection.executemany("INSERT INTO statements VALUES (?, ?, ?, ?, ?)", ((number, index, *statement) for index, statement in enumerate(record.statements)))
            if record.sketch:
                self.connection.execute("INSERT INTO sketches VALUES (?, ?)", (number, record.sketch))
            if record.report:
                self.connection.execute("INSERT INTO reports VALUES (?, ?)", (number, record.report))

    def copy(self, number: int) -> bool:
        """Give a copy the outcome of the first document of its content; false where that may differ, by name, configuration or surroundings."""
        row = self._one(
            """SELECT first.id FROM documents AS copy JOIN documents AS first ON first.id = copy.first
               WHERE copy.id = ? AND first.done_content = copy.content AND first.done_identity = copy.identity AND first.name = copy.name
               AND first.asked = '[]' AND first.error = ''""",
            (number,),
        )
        if row is None:
            return False
        with translate_errors(self.path), self.connection:
            self.connection.execute("BEGIN IMMEDIATE")
            self._forget(number, unread=False)
            self.connection.execute(f"UPDATE documents SET ({_RESULT}) = (SELECT {_RESULT} FROM documents WHERE id = ?) WHERE id = ?", (row[0], number))
            for table in _KEPT:
                columns = [name for _, name, *_ in self.connection.execute(f"PRAGMA table_info({table})") if name != "document"]
                names = ", ".join(f'"{name}"' for name in columns)
                self.connection.execute(f"INSERT INTO {table}(document, {names}) SELECT ?, {names} FROM {table} WHERE document = ?", (number, row[0]))
        return True

    def mark_shared(self, shared: Iterable[tuple[str, int, int, int]], findings: Iterable[tuple[int, int, int]]) -> None:
        """Keep the text that many share (words, people, documents, statements), and which findings stand on it: document, number, place of the text."""
        with translate_errors(self.path), self.connection:
            self.connection.execute("BEGIN IMMEDIATE")
            self.connection.execute("DELETE FROM shared")
            self.connection.execute("UPDATE findings SET shared = NULL WHERE shared IS NOT NULL")
            self.connection.executemany("INSERT INTO shared VALUES (?, ?, ?, ?, ?)", ((number, *text) for number, text in enumerate(shared)))
            self.connection.executemany("UPDATE findings SET shared = ? WHERE document = ? AND number = ?", ((place, document, number) for document, number, place in findings))

    def finish(self) -> None:
        """Close the run: what each person's documents say now is what the next run is compared with."""
        with translate_errors(self.path), self.connection:
            self.connection.execute("BEGIN IMMEDIATE")
            if self._one("SELECT finished FROM runs WHERE number = ?", (self.run,))[0]:
                return
            # A document that cannot be read any more says what it said when it could be.
            self.connection.execute(
                """CREATE TEMP TABLE now AS SELECT person, fingerprint FROM findings JOIN documents ON documents.id = document
                   UNION SELECT person, fingerprint FROM unseen JOIN documents ON documents.id = document"""
            )
            self.connection.execute("CREATE UNIQUE INDEX temp.now_by_person ON now(person, fingerprint)")
            # Somebody who is not here has cured nothing.
            self.connection.execute(
                """UPDATE appearances SET until = :run WHERE until IS NULL
                   AND NOT EXISTS (SELECT 1 FROM now WHERE now.person = appearances.person AND now.fingerprint = appearances.fingerprint)
                   AND person IN (SELECT person FROM documents)""",
                {"run": self.run},
            )
            self.connection.execute(
                """INSERT INTO appearances SELECT person, fingerprint, :run, NULL FROM now
                   WHERE NOT EXISTS (SELECT 1 FROM appearances AS known WHERE known.person = now.person AND known.fingerprint = now.fingerprint AND known.until IS NULL)""",
                {"run": self.run},
            )
            self.connection.execute("DROP TABLE temp.now")
            self.connection.execute("UPDATE runs SET finished = 1 WHERE number = ?", (self.run,))

    def count_done(self) -> tuple[int, int]:
        """How many documents have their outcome, and how many there are."""
        with translate_errors(self.path):
            return count_done(self.connection)

    def handed(self) -> set[str]:
        """The files that were made for people, from the report's folder."""
        return {row[0] for row in self.connection.execute("SELECT file FROM handed")}

    def keep_handed(self, files: set[str]) -> None:
        """Remember the files that were made for people."""
        with translate_errors(self.path), self.connection:
            self.connection.execute("BEGIN IMMEDIATE")
            self.connection.execute("DELETE FROM handed")
            self.connection.executemany("INSERT INTO handed VALUES (?)", ((file,) for file in sorted(files)))

    def _take(self, found: Found, content: str, identity: str) -> None:
        file = os.fsencode(found.file)
        row = {
            "key": b"\0".join((file, found.member.encode("utf-8", "surrogatepass"), found.person.encode() if found.told else b"")),
            "path": found.path, "person": found.person, "group": found.group, "root": found.root, "told": found.told, "file": file, "member": _clean(found.member),
            "name": found.path.rsplit("/", 1)[-1].casefold(), "run": self.run, "content": content, "identity": identity,
        }  # fmt: skip
        names = ", ".join(f'"{name}"' for name in row)
        changes = ", ".join(f'"{name}" = excluded."{name}"' for name in row if name != "key")
        self.connection.execute(f"INSERT INTO documents({names}) VALUES ({', '.join(f':{name}' for name in row)}) ON CONFLICT(key) DO UPDATE SET {changes}", row)
        if found.failure is not None:
            number = self._one("SELECT id FROM documents WHERE key = :key", row)[0]
            self._forget(number, unread=True)
            self.connection.execute(
                f"""UPDATE documents SET ({_RESULT}) = (content, identity, run, '', '', '', NULL, 0, 0, 0, 0, '[]', :error, :reason, :reason_ko, '[]') WHERE id = :number""",
                {"error": found.failure.kind, "reason": found.failure.message, "reason_ko": found.failure.message_ko, "number": number},
            )

    def _tell_people_apart(self) -> None:
        """Folders of one name in two places are two people, unless something tells that they are one."""
        self.connection.execute(
            """UPDATE documents SET person = person || ' (' || root || ')' WHERE NOT told AND person IN
               (SELECT person FROM documents WHERE NOT told GROUP BY person HAVING COUNT(DISTINCT root) > 1)"""
        )

    def _find_copies(self) -> None:
        self.connection.execute("UPDATE documents SET first = NULL")
        self.connection.execute(
            """UPDATE documents SET first = ranked.first FROM
               (SELECT id, FIRST_VALUE(id) OVER (PARTITION BY content ORDER BY path, key) AS first FROM documents WHERE content <> '') AS ranked
               WHERE ranked.id = documents.id AND ranked.first <> documents.id"""
        )

    def _forget(self, number: int, *, unread: bool) -> None:
        """Drop what was known of a document; of one that cannot be read now, what its last readable outcome told stays in `unseen`."""
        if unread:
            self.connection.execute("INSERT OR IGNORE INTO unseen SELECT document, fingerprint FROM findings WHERE document = ?", (number,))
        else:
            self.connection.execute("DELETE FROM unseen WHERE document = ?", (number,))
        for table in _KEPT:
            self.connection.execute(f"DELETE FROM {table} WHERE document = ?", (number,))

    def _one(self, query: str, values: Any = ()) -> Any:
        with translate_errors(self.path):
            return self.connection.execute(query, values).fetchone()


def _values(finding: FindingRecord) -> tuple[object, ...]:
    return (finding.start, finding.end, finding.code, finding.name, finding.level, finding.message, finding.text, finding.fingerprint)


def dependencies_of(text: str) -> tuple[Dependency, ...]:
    """What was looked at around a document, as it was written down."""
    return tuple(Dependency(each["kind"], each["path"], None if each["state"] is None else tuple(each["state"])) for each in json.loads(text))


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
