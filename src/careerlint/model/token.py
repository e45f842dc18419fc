"""A word of a statement as every room sees it, whatever language analysed it."""

from __future__ import annotations

from typing import Protocol


class AnalysedWord(Protocol):
    """One word with its dictionary form and features; `start` and `end` are offsets in the statement's text.

    The features are those of the languages room: `neg`, `past`, `final`, `attr` and so on.
    """

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def lemma(self) -> str: ...
    @property
    def features(self) -> frozenset[str]: ...
    @property
    def particle(self) -> str: ...
    @property
    def pos(self) -> str: ...
