"""Schema: the tables of the store, and how one is opened so that nothing but a store of ours is."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from careerlint.standing import is_file, is_folder

VERSION = 3
NAME = "store.sqlite"
LOCK = "store.lock"
"""Beside the store; nothing is in it, and it stays, since what waits for it may have it open."""
IS_DONE = "done_content IS content AND done_identity IS identity"
"""Whether the outcome of a document is known, as a condition of SQL."""
_APPLICATION = 0x63726C74
_TABLES = """
CREATE TABLE runs(
    number INTEGER PRIMARY KEY, as_of TEXT NOT NULL, version TEXT NOT NULL, ruleset TEXT NOT NULL, options TEXT NOT NULL,
    language TEXT NOT NULL, notes TEXT NOT NULL, finished INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE documents(
    id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, path TEXT NOT NULL, person TEXT NOT NULL, "group" TEXT NOT NULL, root TEXT NOT NULL, told INTEGER NOT NULL,
    file BLOB NOT NULL, member TEXT NOT NULL, name TEXT NOT NULL, run INTEGER NOT NULL, content TEXT NOT NULL, identity TEXT NOT NULL, first INTEGER,
    done_content TEXT, done_identity TEXT, done_run INTEGER,
    format TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT '', pages INTEGER, statements INTEGER NOT NULL DEFAULT 0,
    errors INTEGER NOT NULL DEFAULT 0, warnings INTEGER NOT NULL DEFAULT 0, notes INTEGER NOT NULL DEFAULT 0, strengths TEXT NOT NULL DEFAULT '[]',
    error TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '', reason_ko TEXT NOT NULL DEFAULT '', asked TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX documents_in_order ON documents(path, key);
CREATE INDEX documents_by_content ON documents(content);
CREATE INDEX documents_by_person ON documents(person, path, key);
CREATE TABLE findings(
    document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE, number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    code TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL, message TEXT NOT NULL, text TEXT NOT NULL, fingerprint TEXT NOT NULL,
    shared INTEGER, PRIMARY KEY(document, number)
) WITHOUT ROWID;
CREATE TABLE entries(
    document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE, number INTEGER NOT NULL, title TEXT NOT NULL, told TEXT NOT NULL,
    PRIMARY KEY(document, number)
) WITHOUT ROWID;
CREATE TABLE statements(
    document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE, number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY(document, number)
) WITHOUT ROWID;
CREATE TABLE sketches(document INTEGER PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE, content BLOB NOT NULL);
CREATE TABLE shared(number INTEGER PRIMARY KEY, text TEXT NOT NULL, people INTEGER NOT NULL, documents INTEGER NOT NULL, statements INTEGER NOT NULL);
CREATE TABLE reports(document INTEGER PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE, content BLOB NOT NULL);
CREATE TABLE appearances(person TEXT NOT NULL, fingerprint TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER, PRIMARY KEY(person, fingerprint, since)) WITHOUT ROWID;
CREATE TABLE unseen(document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE, fingerprint TEXT NOT NULL, PRIMARY KEY(document, fingerprint)) WITHOUT ROWID;
CREATE TABLE handed(file TEXT PRIMARY KEY) WITHOUT ROWID;
"""


class StoreError(Exception):
    """Why the store cannot be used, in one line for the user."""


class NothingFoundError(StoreError):
    """That the paths of a call lead to no document."""


def connect(path: Path, *, writing: bool) -> sqlite3.Connection:
    """The store at a path, made where it is not there and is to be written; raises StoreError.

    Who reads sees one state of it to the end, whatever is written meanwhile, and no document whose outcome is not known yet.
    """
    if not writing and not is_file(path):
        raise StoreError(f"there is no store {path}; 'careerlint batch PATH --out FOLDER' makes one")
    with translate_errors(path):
        connection = sqlite3.connect(path, timeout=1.0, isolation_level=None) if writing else sqlite3.connect(_read_only(path), timeout=10.0, isolation_level=None, uri=True)
        try:
            _prepare(connection, path, writing)
            if not writing:
                connection.execute("BEGIN")
                leave_out_waiting(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def writer_lock(path: Path) -> sqlite3.Connection:
    """What only one call can hold for a store; it belongs to the process and goes with it, however it ends. Raises StoreError.

    It is a database of its own beside the store, for a lock on the store itself would keep out readers too.
    """
    with translate_errors(path):
        lock = sqlite3.connect(path.with_name(LOCK), timeout=1.0, isolation_level=None)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except BaseException:
            lock.close()
            raise
    return lock


def leave_out_waiting(connection: sqlite3.Connection) -> None:
    """Let this connection see only documents whose outcome is known: the others would count as clean."""
    connection.execute(f"CREATE TEMP VIEW documents AS SELECT * FROM main.documents WHERE {IS_DONE}")


def count_done(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many documents have their outcome, and how many there are."""
    done, count = connection.execute(f"SELECT COALESCE(SUM({IS_DONE}), 0), COUNT(*) FROM main.documents").fetchone()
    return int(done), int(count)


def _read_only(path: Path) -> str:
    """The address of a store that is only read; on a medium that can't be written nobody else changes it."""
    fixed = "" if os.access(path.parent, os.W_OK) or is_file(path.with_name(f"{path.name}-wal")) else "&immutable=1"
    return f"{path.absolute().as_uri()}?mode=ro{fixed}"


def _prepare(connection: sqlite3.Connection, path: Path, writing: bool) -> None:
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    application, version = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    empty = connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0] == 0
    if not (writing and empty) and application != _APPLICATION:
        raise StoreError(f"{path} is no store of careerlint; name another folder with --out")
    if not empty and version != VERSION:
        raise StoreError(f"{path} was made by another version of careerlint; use a new folder with --out")
    connection.execute("PRAGMA cache_size = -2000")
    if not writing:
        return
    connection.execute("PRAGMA wal_autocheckpoint = 500")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    # Nothing else takes the lock before the first change.
    connection.execute("BEGIN IMMEDIATE")
    if empty:
        for statement in _TABLES.strip().split(";\n"):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


@contextmanager
def translate_errors(path: Path) -> Iterator[None]:
    """What the database says, in words for the user."""
    try:
        yield
    except sqlite3.OperationalError as error:
        words = str(error)
        if "locked" in words or "busy" in words:
            raise StoreError(f"another careerlint is working on {path}; wait until it has ended, or use another folder with --out") from None
        if "full" in words or "disk I/O" in words or "readonly" in words or "unable to open" in words:
            raise StoreError(f"{path} cannot be written ({words}); make room or choose another folder with --out, and call again: what was linted is kept") from None
        raise StoreError(f"{path} cannot be used ({words}); move it away and call again") from None
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path} is damaged or no store ({error}); move it away and call again") from None


def file_of(store: Path) -> Path:
    """The store's file, by the folder of the report or by itself."""
    return store / NAME if is_folder(store) else store
