"""Look: how a report is drawn and what it may need to know beside the run."""

from __future__ import annotations

from dataclasses import dataclass

from careerlint.model.rule import Rule
from careerlint.reporters.gaps import Notes


@dataclass(frozen=True, slots=True)
class Look:
    """How the report is drawn: `width` in cells, `language` of the frame around the documents ("ko" or "en").

    `notes` says how the notes on missing elements are shown. `root` is the absolute folder that consumers count paths from,
    empty where paths stay as they were given; `rules` are those that ran, for formats that describe them.
    """

    width: int = 80
    color: bool = False
    quiet: bool = False
    statistics: bool = False
    language: str = "en"
    notes: Notes = "grouped"
    root: str = ""
    rules: tuple[Rule, ...] = ()
