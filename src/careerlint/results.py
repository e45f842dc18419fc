"""Kept results: the report of an unchanged document is taken from the user's cache, where only who has the document can read it."""

from __future__ import annotations

import hashlib
import os
import pickle
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from careerlint import packing
from careerlint.cache_folder import cache_folder
from careerlint.config import Config
from careerlint.files import keep_file
from careerlint.model.finding import Report, Unreadable
from careerlint.packing import dataclass_in
from careerlint.repository import still_holds

RESULTS = "results"
"""Where reports are kept below the cache folder."""
_DAYS = 30
_MOST_BYTES = 500_000_000
_NONCE = 12
_DECIDING = ("careerlint", "datasketch", "kiwipiepy", "kiwipiepy_model", "lemminflect", "lxml", "pdfplumber", "pypdfium2", "pyromark", "python-docx", "spacy")
_ANY_DAY = date.min
"""The day decides about some reports only, and those say so themselves."""


class ResultStore:
    """Reports by the content of their document. Each is encrypted under a key made of that content, so that a cache alone tells nothing.

    Several runs may share it: entries are written whole and never changed. What cannot be read, written or decrypted is no
    reason to fail; the document is linted again.
    """

    def __init__(self, folder: Path, ruleset: str) -> None:
        self._folder = folder
        self._ruleset = ruleset
        self._wrote = False
        self._states: dict[tuple[str, str], tuple[int, ...] | None] = {}
        self._places: dict[Path, str] = {}

    def load(self, data: bytes, path: Path, config: Config) -> Report | None:
        """The report on a document with this content, place and configuration, if what was looked at around it has not changed."""
        secret = self._secret(data, path, config)
        with suppress(Exception):
            sealed = self._file(secret).read_bytes()
            found = unpack(self._cipher(secret).decrypt(sealed[:_NONCE], sealed[_NONCE:], None))
            if isinstance(found, Report) and still_holds(found.dependencies, config.as_of, self._states):
                document = replace(found.document, path=str(path), folder=str(path.absolute().parent))
                return replace(found, document=document)
        return None

    def save(self, data: bytes, path: Path, config: Config, report: Report) -> None:
        """Keep a report."""
        secret = self._secret(data, path, config)
        target = self._file(secret)
        nonce = os.urandom(_NONCE)
        # ImportError: the library that encrypts may not fit the system.
        with suppress(OSError, pickle.PickleError, RecursionError, ImportError):
            sealed = nonce + self._cipher(secret).encrypt(nonce, pack(report), None)
            keep_file(target, sealed)
            self._wrote = True

    def tidy(self) -> None:
        """Remove old entries, once something was written."""
        if self._wrote:
            remove_results(self._folder, older_than_days=_DAYS, most_bytes=_MOST_BYTES)

    @cached_property
    def _identity(self) -> str:
        return code_identity(self._ruleset)

    def _secret(self, data: bytes, path: Path, config: Config) -> bytes:
        folder = path.parent
        place = self._places.get(folder) or self._places.setdefault(folder, os.path.realpath(folder))
        digest = hashlib.sha256(f"{self._identity}\0{replace(config, as_of=_ANY_DAY)!r}\0{path.suffix.lower()}\0{path.name.lower()}\0{place}\0".encode("utf-8", "surrogatepass"))
        digest.update(data)
        return digest.digest()

    def _file(self, secret: bytes) -> Path:
        name = hashlib.sha256(b"name of " + secret).hexdigest()
        return self._folder / name[:2] / name[2:]

    @staticmethod
    def _cipher(secret: bytes) -> Any:
        # Imported on use: it takes as long as linting a short text.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(secret)


def code_identity(ruleset: str) -> str:
    """What a report depends on besides the document: the releases, the code, the rules."""
    digest = hashlib.sha256("\0".join((*releases(), ruleset, "")).encode())
    package = Path(__file__).resolve().parent
    # A checkout changes without a new version.
    for file in sorted(package.rglob("*.py")):
        found = file.stat()
        digest.update(f"{file.relative_to(package)}\0{found.st_mtime_ns}\0{found.st_size}\0".encode())
    return digest.hexdigest()


def releases() -> tuple[str, ...]:
    """The distributions whose release decides about findings, or about which text is held against which, with their releases."""
    return tuple(f"{name} {_release(name)}" for name in _DECIDING)


def _release(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def results_folder() -> Path | None:
    """Where reports are kept; None where the user has no cache."""
    folder = cache_folder()
    return folder and folder / RESULTS


def remove_results(folder: Path, *, older_than_days: int = -1, most_bytes: int = 0) -> int:
    """Remove entries that were not written within the days, then the oldest until no more than the bytes are left; returns how many."""
    entries = []
    for path in folder.glob("*/*"):
        with suppress(OSError):
            found = path.stat()
            entries.append((found.st_mtime, found.st_size, path))
    oldest_allowed = time.time() - older_than_days * 86_400
    removed = 0
    size = sum(entry[1] for entry in entries)
    for changed, length, path in sorted(entries):
        if changed >= oldest_allowed and size <= most_bytes:
            break
        with suppress(OSError):
            path.unlink()
            removed += 1
        size -= length
    return removed


class LazyTuple(Sequence[Any]):
    """A tuple of parts of a report that is built when it is first looked at.

    The signals take as long to build as everything else of a report, and most outputs never look at them.
    """

    __slots__ = ("_content", "_items")

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._items: tuple[Any, ...] | None = None

    @property
    def items(self) -> tuple[Any, ...]:
        """The parts; raises `pickle.UnpicklingError` for anything that is no part of a report."""
        if self._items is None:
            found = unpack(self._content)
            if not isinstance(found, tuple):
                raise pickle.UnpicklingError("no tuple of parts of a report")
            self._items = found
        return self._items

    def __getitem__(self, place: Any) -> Any:
        return self.items[place]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)

    def __eq__(self, other: object) -> bool:
        return self.items == (other.items if isinstance(other, LazyTuple) else other)

    def __hash__(self) -> int:
        return hash(self.items)

    def __reduce__(self) -> tuple[type[LazyTuple], tuple[bytes]]:
        return LazyTuple, (self._content,)


_OTHERS = {("datetime", "date"): date, ("builtins", "frozenset"): frozenset, (__name__, "LazyTuple"): LazyTuple}


def _part_of_report(module: str, name: str) -> Any:
    return _OTHERS.get((module, name)) or dataclass_in(("careerlint.model.",), module, name)


def pack(report: Report | Unreadable) -> bytes:
    """The report as bytes, its signals apart."""
    if isinstance(report, Report) and not isinstance(report.signals, LazyTuple):
        report = replace(report, signals=LazyTuple(packing.pack(report.signals)))
    return packing.pack(report)


def unpack(content: bytes) -> object:
    """What was packed; raises `pickle.UnpicklingError` for anything that is no part of a report."""
    return packing.unpack(content, _part_of_report)
