"""A claim: whose word a statement is, and whether it is told as done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Author = Literal["author", "team", "third-party", "form", "task", "quotation", "none"]
"""`form` is a question or instruction of a form, `task` a description copied from a course or contest, `none` what
is no assertion at all (a heading, a header row, a name, a link list, a caption, code, an instruction to the reader)."""

GIVEN: frozenset[Author] = frozenset(("form", "task", "quotation"))
"""Whose words the author was given: they neither show nor fill a gap of the author's story."""

Modality = Literal["done", "plan", "goal", "hypothesis", "possibility", "duty", "question", "general", "wish"]
"""`general` is a timeless truth or rule of thumb ("overfitting lowers the score")."""

Setting = Literal["entry", "retrospective", "education", "summary", "letter", "experiment", "instruction", "other"]


@dataclass(frozen=True, slots=True)
class Claim:
    """The status of one statement; `negated` says that its main predicate is denied; `because` names the witness words."""

    author: Author
    modality: Modality
    setting: Setting
    negated: bool = False
    because: str = ""

    @property
    def given(self) -> bool:
        """Whether the words were given to the author, as those of a form are."""
        return self.author in GIVEN

    @property
    def foreign(self) -> bool:
        """Whether the words were given to the author, or tell of others."""
        return self.given or self.author == "third-party"

    @property
    def own(self) -> bool:
        """Whether the author (or the author's team) asserts it of their own work, as done."""
        return self.author in ("author", "team") and self.modality == "done"
