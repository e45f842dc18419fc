"""Rows: what a batch keeps of each document and finding, and what every output of it is made from."""

from __future__ import annotations

from dataclasses import dataclass

from careerlint.model.finding import Level

LEAST_PEOPLE = 3
"""Two people with the same words are a pair, which a reader would put names to; from three on it is text that goes round."""
_ONE_IN = 5
"""A form or an assignment reaches a good part of a cohort; what fewer have in common is the text of a team, or chance."""


Written = tuple[str, str]
"""A document: its path and its person, for a manifest may name one file for several people."""
BANDS = 20
"""Keys that the sketch of a statement is made of."""


def people_who_share(people: int) -> int:
    """How many of so many people must have a text in common for it to be nobody's own."""
    return max(LEAST_PEOPLE, -(-people // _ONE_IN))


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding; `start` and `end` are offsets of the document's text, `fingerprint` holds no text of it."""

    path: str
    person: str
    group: str
    code: str
    name: str
    level: Level
    message: str
    text: str
    start: int
    end: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row of a story matrix: `told` has a truth value for each element, in the order of `model.story.ELEMENTS`."""

    path: str
    person: str
    group: str
    title: str
    told: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement as it may be shown, for finding text that many share; `start` and `end` like those of findings."""

    path: str
    person: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SketchRow:
    """The sketches of one document's so many statements, as `sketch_statements` makes them; empty where there is none."""

    path: str
    person: str
    statements: int
    sketch: bytes


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document, or one that could not be linted: then `error` is a stable word, `reason` the line for people, and the rest empty.

    `content` is the SHA-256 of the bytes; `duplicate_of` the path of the first document with the same content, else empty.
    """

    path: str
    person: str
    group: str
    content: str
    format: str = ""
    kind: str = ""
    language: str = ""
    pages: int | None = None
    statements: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    strengths: tuple[str, ...] = ()
    duplicate_of: str = ""
    error: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Cohort:
    """All rows of one run, each list ordered by path, then start; `ruleset`, `version` and `as_of` (ISO day) say what made them."""

    documents: tuple[DocumentRow, ...]
    findings: tuple[FindingRow, ...]
    entries: tuple[EntryRow, ...]
    version: str
    ruleset: str
    as_of: str
    language: str
    """The language of the frame: "ko" or "en"."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one person's findings since the run before: how many are gone, were never seen before, or came back."""

    person: str
    cured: int
    new: int
    returned: int


@dataclass(frozen=True, slots=True)
class SharedText:
    """Words that at least `LEAST_PEOPLE` wrote nearly alike; what differs between them is left out of `text`."""

    text: str
    people: int
    documents: int
    statements: int
