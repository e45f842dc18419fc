"""View: what the page shows, as plain values for the templates; words of the document in them are safe to show, not yet escaped."""

from __future__ import annotations

from dataclasses import dataclass

from careerlint.model.finding import Level
from careerlint.reporters.html.said import Said

Text = str | Said
"""Words of the document, or of the frame in both languages."""


@dataclass(frozen=True, slots=True)
class Scaffold:
    """A piece of a rewrite: a blank to be filled in, or the words between two."""

    text: str
    blank: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """An element that a story lacks, and what an interviewer asks about it."""

    name: str
    question: str


@dataclass(frozen=True, slots=True)
class Card:
    """One finding, or the missing elements of one entry.

    `target` is the element of the document that shows the words. `again` says that an earlier card tells the same about
    the same rule, so that only the message is new.
    """

    key: str
    number: int
    level: Level
    codes: tuple[str, ...]
    name: str
    place: Said
    words: str
    target: str
    message: Text
    why: str = ""
    rewrite: tuple[Scaffold, ...] = ()
    question: str = ""
    gaps: tuple[Gap, ...] = ()
    again: bool = False
    levels: tuple[tuple[Level, int], ...] = ()
    """How many findings of each level; `level` is the gravest."""
    family: str = ""
    section: str = ""

    @property
    def count(self) -> int:
        """The number of findings."""
        return sum(count for _, count in self.levels)


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under one heading."""

    heading: tuple[Text, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document's text as it is shown.

    `marks` are kinds of emphasis; `cards` those about it, `about` says that they are not about these very words; `first` that
    a card's words begin here. `element` names the element where something leads to it, else it is empty.
    """

    text: str
    marks: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    level: Level | None = None
    about: bool = False
    strong: bool = False
    first: bool = False
    element: str = ""
    numbers: str = ""
    """The numbers of the cards whose words end here, for paper."""


@dataclass(frozen=True, slots=True)
class Node:
    """One block of a document; `pieces` where it has no blocks inside."""

    kind: str
    level: int = 0
    marker: str = ""
    head: bool = False
    bold: bool = False
    wide: bool = False
    pieces: tuple[Piece, ...] = ()
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Strip:
    """One line of a spot on the picture of a page: percentages of its width and height, written into the style sheet."""

    element: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Spot:
    """The words of cards, or a statement, on the picture of a page."""

    element: str
    strips: tuple[Strip, ...]
    cards: tuple[str, ...]
    told: tuple[str, ...]
    level: Level | None
    about: bool
    strong: bool
    first: bool
    words: str
    numbers: str
    """The numbers of its cards, for paper."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a PDF: its picture where there is one, what lies on it, and its text."""

    number: int
    nodes: tuple[Node, ...]
    source: str = ""
    width: int = 0
    height: int = 0
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The document's side: pages of a PDF or the blocks of a text.

    `covered` says that private values are painted over on the pictures, `missing` that there should be pictures and are none.
    """

    pages: tuple[Page, ...] = ()
    nodes: tuple[Node, ...] = ()
    covered: bool = False
    missing: bool = False
    strips: tuple[Strip, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the story matrix: `target` is the element of the document that tells it; `said` and `missing` put the cell into words."""

    element: Said
    target: str
    held: bool
    said: Said
    missing: Said


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of the story matrix."""

    title: Text
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Praise:
    """Something that is strong already."""

    text: Said
    words: str
    place: Said
    target: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, and how many findings have it."""

    value: str
    label: Text
    count: int


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document with everything that is told about it; `tongue` is its own language, `language` that of the messages."""

    key: str
    name: Text
    folder: str
    kind: Said
    facts: tuple[Text, ...]
    language: str
    tongue: str
    counts: tuple[tuple[Level, int], ...]
    important: tuple[Card, ...]
    praise: tuple[Praise, ...]
    heads: tuple[Said, ...]
    rows: tuple[Row, ...]
    more_rows: int
    groups: tuple[Group, ...]
    families: tuple[Choice, ...]
    sections: tuple[Choice, ...]
    sheet: Sheet | None
    notices: tuple[tuple[Said, str], ...]
    clean: Said


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be linted, and the reason with the way out."""

    name: Text
    reason: Said


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule of this report, with an example of each sort, in both languages."""

    code: str
    name: str
    level: Level
    summary: Said
    why: Said
    bad: Said
    good: Said
