"""Handing back: a folder for each person with a page of their documents and copies with every remark at its words."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from careerlint.annotating import MARK, annotated
from careerlint.cohort.contents import Contents, Kept
from careerlint.cohort.linting import content_of, digest_of
from careerlint.cohort.naming import folder_name
from careerlint.cohort.recording import in_recorded_order, report_of
from careerlint.cohort.storage import is_address
from careerlint.cohort.workers import Failure, Workers
from careerlint.cohort.writing import save_bytes
from careerlint.drawing import draw_document
from careerlint.model.document import TEXT_FORMATS
from careerlint.model.finding import Report, Run, Unreadable
from careerlint.readers.limits import Limits, UnreadableError
from careerlint.reporters.formats import FORMATS
from careerlint.reporters.look import Look

FOLDER = "people"
PAGE_NAME = "index.html"
_REVIEW = ".md"
_SECONDS = 120.0
"""How long the page and the copies of one document may take."""


@dataclass(frozen=True, slots=True)
class HandBack:
    """What one person gets, and the folder that it goes to."""

    person: str
    folder: Path
    kept: tuple[Kept, ...]
    unread: tuple[Unreadable, ...]
    look: Look
    version: str
    ruleset: str
    as_of: date
    limits: Limits


@dataclass(frozen=True, slots=True)
class Handed:
    """The names of the files that a person got, and what could not be made, a path and a reason each."""

    files: tuple[str, ...]
    failed: tuple[tuple[str, str], ...] = ()


def hand_back_all(contents: Contents, folder: Path, look: Look, jobs: int, limits: Limits) -> Iterator[tuple[str, Handed]]:
    """What everybody gets, as it is made: the name of each folder below `people/`, and what is in it.

    It is made from the reports that were kept, in worker processes: the libraries that write documents read them first.
    """
    taken: set[str] = set()
    tasks = (_hand_back(contents, person, folder / FOLDER / folder_name(person, taken), look, limits) for person in contents.people())
    workers = Workers(jobs)
    try:
        given = (task for task in tasks if task.kept or task.unread)
        for done in workers.run(hand_back, given, lambda task: _SECONDS * max(1, len(task.kept)), lambda task: task.limits.memory):
            result = done.result
            name = done.task.folder.name
            yield name, Handed((), ((done.task.person, result.kind),)) if isinstance(result, Failure) else result
    finally:
        workers.close()


def hand_back(task: HandBack) -> Handed:
    """Make the page, the annotated copies and the reviews of one person; a copy needs the document as it was when it was linted.

    Who handed in only what nobody can read gets a page too: it says what to do. A document that lies there twice is told once.
    """
    distinct = once_each(task.kept)
    reports = [_found_again(kept) for kept in distinct]
    silenced = sum(len(kept.shared) for kept in distinct)
    look = replace(task.look, draw=draw_document, language=reports[0].language if reports else task.look.language, title=task.person, silenced=silenced)
    page = FORMATS["html"](_run(task, *reports, *task.unread), look)
    save_bytes(task.folder / PAGE_NAME, page.encode("utf-8", "replace"))
    files, failed = [PAGE_NAME], []
    taken: dict[str, set[str]] = {}
    for kept, report in zip(distinct, reports, strict=True):
        try:
            copy = annotated(_content(kept, report, task.limits), _run(task, report), task.look.notes)
        except MemoryError:
            raise
        except Exception as failure:
            failed.append((kept.path, str(failure) if isinstance(failure, UnreadableError) else type(failure).__name__))
            continue
        name = _copy_name(kept.path, taken, _REVIEW if report.document.format in TEXT_FORMATS else "")
        save_bytes(task.folder / name, copy.content)
        files.append(name)
    return Handed(tuple(files), tuple(failed))


def once_each(kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """The documents in their order, of those with the same content the one with the shortest name: "cv.docx" before "cv (1).docx"."""
    best: dict[str, Kept] = {}
    for each in kept:
        best[each.content] = min(best.get(each.content, each), each, key=lambda one: len(PurePosixPath(one.path).name))
    return tuple(each for each in kept if best[each.content] is each)


def remove_old(folder: Path, before: set[str], now: set[str]) -> None:
    """Remove what an earlier run made for people and this one did not, and folders that are empty then."""
    for file in sorted(before - now):
        place = folder / file
        if not Path(os.path.realpath(place)).is_relative_to(os.path.realpath(folder / FOLDER)):
            continue
        with suppress(OSError):
            place.unlink(missing_ok=True)
        with suppress(OSError):
            place.parent.rmdir()


def _hand_back(contents: Contents, person: str, folder: Path, look: Look, limits: Limits) -> HandBack:
    facts = contents.facts
    return HandBack(
        person, folder, contents.kept_of(person), contents.unread_of(person), look, facts.version, facts.ruleset, date.fromisoformat(facts.as_of), limits
    )


def _found_again(kept: Kept) -> Report:
    """The report that was kept, under the document's own path, without what stands on text that many share.

    The report of a copy was made of another file, which may be somebody else's. The folder is where the document is looked for;
    an archive or a storage has none.
    """
    report = report_of(kept.report)
    folder = "" if kept.member or is_address(kept.file) else str(Path(kept.file).absolute().parent)
    silenced = {id(finding) for number, finding in enumerate(in_recorded_order(report)) if number in kept.shared}
    findings = tuple(finding for finding in report.findings if id(finding) not in silenced)
    return replace(report, document=replace(report.document, path=kept.path, folder=folder), findings=findings)


def _run(task: HandBack, *outcomes: Report | Unreadable) -> Run:
    return Run(outcomes, task.version, task.ruleset, task.as_of)


def _content(kept: Kept, report: Report, limits: Limits) -> bytes:
    """The document as it was when it was linted, which its copy is made of; raises UnreadableError. A review of a text needs the report alone."""
    if report.document.format in TEXT_FORMATS:
        return b""
    content = content_of(kept.file, kept.member, limits)
    if digest_of(content) != kept.content:
        raise UnreadableError("missing", "The document has changed since it was linted; call again.", "검사한 뒤 문서가 바뀌었습니다. 다시 실행하세요.")
    return content


def _copy_name(path: str, taken: dict[str, set[str]], suffix: str) -> str:
    """The name of an annotated copy or a review beside others of one person; without a suffix that of the document."""
    found = PurePosixPath(path)
    suffix = suffix or found.suffix.lower()
    return f"{folder_name(found.stem, taken.setdefault(suffix, set()))}{MARK}{suffix}"
