"""Look: how a report is drawn and what it may need to know beside the run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from careerlint.model.finding import Report
from careerlint.model.picture import PagePictures
from careerlint.model.rule import Rule

Notes = Literal["all", "grouped", "none"]
"""How notes are shown: each by itself, the missing elements of an entry as one block, or no notes at all."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the report is drawn: `width` in cells, `language` of the frame around the documents ("ko" or "en").

    `notes` says how the notes on missing elements are shown. `root` is the absolute folder that consumers count paths from,
    empty where paths stay as they were given; `rules` are those that ran, for formats that describe them. `draw` makes pictures of
    a document's pages, None where it can't; `redact` leaves out every word of the documents, for formats that can.
    `title` is what the whole is called, empty where the documents say so; `silenced` is how many findings stand on text that many people
    share and are told nowhere in it.
    """

    width: int = 80
    color: bool = False
    quiet: bool = False
    statistics: bool = False
    language: str = "en"
    notes: Notes = "grouped"
    root: str = ""
    rules: tuple[Rule, ...] = ()
    draw: Callable[[Report], PagePictures | None] | None = None
    redact: bool = False
    title: str = ""
    silenced: int = 0
