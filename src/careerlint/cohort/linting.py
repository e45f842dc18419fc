"""Linting: one document in a worker process, from its bytes to what is kept of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from careerlint.checking import internal_failure
from careerlint.cohort.archives import member_bytes
from careerlint.cohort.recording import Record, record_failure, record_report
from careerlint.cohort.storage import is_address, is_only_here, stored_bytes
from careerlint.config import Config
from careerlint.model.finding import Report, Unreadable
from careerlint.readers import bytes_of, read_content
from careerlint.readers.limits import Limits, UnreadableError

_WORDS = {"ko": "모델을 바꿨습니다.", "en": "The model was changed."}

LINTING_SECONDS = 60.0
"""How long linting one document may take, beyond what its configuration allows for reading it."""


@dataclass(frozen=True, slots=True)
class Order:
    """One document to lint: where it is, what it is called, and how; `whole` keeps its report too.

    `content` and `identity` name the bytes and the configuration, where they are known; `data` are the bytes where no other
    process can fetch them.
    """

    number: int
    path: str
    file: str
    member: str
    config: Config
    whole: bool = False
    content: str = ""
    identity: str = ""
    data: bytes = field(default=b"", repr=False)


def seconds_of(order: Order) -> float:
    """How long a document may take from its bytes to its outcome."""
    return order.config.limits.seconds + LINTING_SECONDS


def memory_of(order: Order) -> int:
    """How much memory a document may take beyond what its worker has before it."""
    return order.config.limits.memory


def content_of(file: str, member: str, limits: Limits) -> bytes:
    """The bytes of a file, or of an entry of an archive; raises UnreadableError."""
    if member:
        return member_bytes(file, member, limits)
    return stored_bytes(file, limits) if is_address(file) else bytes_of(Path(file), limits)


def carry(order: Order) -> Order:
    """The order with the bytes, where the process that lints could not fetch them; what is wrong with them is told there."""
    if not is_only_here(order.file):
        return order
    try:
        return replace(order, data=content_of(order.file, order.member, order.config.limits))
    except UnreadableError:
        return order


def digest_of(content: bytes) -> str:
    """The name of a content."""
    return hashlib.sha256(content).hexdigest()


def load_languages(folders: tuple[Path, ...] = (), use_cache: bool = True) -> None:
    """Load what every document needs: libraries take far more address space while they load than a document may."""
    from careerlint.engine import linter
    from careerlint.languages import LANGUAGES, analyser

    ready = linter(folders, use_cache)
    for language in LANGUAGES:
        analyser(language).analyse([_WORDS[language]])
        _ = ready.signals.matcher(language).matchers


def load_libraries(folders: tuple[Path, ...] = (), use_cache: bool = True) -> None:
    """Load what every record needs: the languages, and what sketches are made with."""
    from careerlint.cohort.sketches import sketch_statements

    load_languages(folders, use_cache)
    sketch_statements(_WORDS.values())


def lint_order(order: Order) -> Record:
    """Lint one document; what is wrong with it is told in the record. MemoryError passes: the process is of no use after it."""
    outcome, content = lint_file(order)
    if isinstance(outcome, Unreadable):
        return record_failure(outcome, content)
    return record_report(outcome, content, whole=order.whole)


def lint_file(order: Order) -> tuple[Report | Unreadable, str]:
    """The report, and the name of the content that it is about."""
    # Imported on call: the program that starts the workers needs none of it.
    from careerlint.engine import linter

    content = ""
    try:
        data = order.data or content_of(order.file, order.member, order.config.limits)
        content = digest_of(data)
        document = read_content(data, Path(order.member.replace("\\", "/") if order.member else order.file), order.config.limits)
    except UnreadableError as error:
        return Unreadable(order.path, error.kind, error.message, error.message_ko), content
    # The name decides about some findings, and what is in an archive or a storage has nothing around it.
    document = replace(document, path=order.path, folder="" if order.member or is_address(order.file) else document.folder)
    try:
        return linter(order.config.rule_folders, order.config.use_cache).lint(document, order.config), content
    except MemoryError:
        raise
    except Exception as fault:
        return internal_failure(order.path, fault), content
