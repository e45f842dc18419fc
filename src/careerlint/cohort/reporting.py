"""Reporting: everything that a report holds, made from its store without linting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from careerlint.cohort.contents import Contents
from careerlint.cohort.dashboard import render_dashboard
from careerlint.cohort.handing import FOLDER, PAGE_NAME, Handed, hand_back_all, remove_old
from careerlint.cohort.naming import folder_name
from careerlint.cohort.presenting import Presented
from careerlint.cohort.store import Store
from careerlint.cohort.writing import OUTPUTS, Writer, save_bytes, write_outputs
from careerlint.readers.limits import Limits
from careerlint.reporters.look import Look, Notes

MOST_PAGES = 2_000
"""With more documents than this nobody gets a page, unless it is asked for."""


def gets_pages(documents: int, people: str) -> bool:
    """Whether everybody gets a folder: `people` is "always", "never", or "auto" for as many as one hands back."""
    return people != "never" and (people == "always" or documents <= MOST_PAGES)


def write_report(
    store: Store | None, contents: Contents, folder: Path, notes: Notes, jobs: int, limits: Limits, outputs: Mapping[str, Writer] = OUTPUTS, *, pages: bool
) -> Iterator[tuple[str, str]]:
    """Write every output and what people get; yields what could not be made, a path and a reason each, as it turns out.

    `store` is None where somebody else may be writing it. In the folder of the store itself, what earlier runs made for people and this one does not is removed. Raises StoreError.
    """
    presented = Presented(contents)
    write_outputs(presented, folder, outputs)
    files: set[str] = set()
    taken: set[str] = set()
    folders = {person: folder_name(person, taken) for person in contents.people()} if pages else {}
    if pages:
        for name, handed in hand_back_all(contents, folder, Look(language=contents.language, notes=notes), jobs, limits):
            files |= _paths(name, handed)
            yield from handed.failed
    addresses = ((person, f"{FOLDER}/{name}/{PAGE_NAME}") for person, name in folders.items())
    page = render_dashboard(presented.frame, presented.beside({person: address for person, address in addresses if address in files}), presented.tally)
    save_bytes(folder / "index.html", page.encode("utf-8", "replace"))
    if store is not None and folder.resolve() == store.path.parent.resolve():
        remove_old(folder, store.handed(), files)
        store.keep_handed(files)


def _paths(name: str, handed: Handed) -> set[str]:
    return {f"{FOLDER}/{name}/{file}" for file in handed.files}
