"""Stories: which entries of a document tell of work, and which of their statements do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stories:
    """What the entries tell, each named by its index.

    `told` are those that tell a story: projects, jobs and competitions, no lists of degrees or prizes. `judged` are those of them of
    which one may ask what is missing: they are of the trade applied for and do more than look back. `work` are the entries that tell of
    work: no manuals, cards of an index, study notes or parts of another document. `telling` holds for each entry the statements that tell
    what the author did or got, `sizes` how many of its statements say something, without names of places, posts and dates. `contests`
    are competitions, by their kind or by the heading above. `open_statements` stand where authors tell their work. `looks_back` says that
    the whole document looks back, as a retrospective does, and is no front page of work.
    """

    told: tuple[int, ...]
    judged: tuple[int, ...]
    work: frozenset[int]
    telling: tuple[tuple[int, ...], ...]
    sizes: tuple[int, ...]
    contests: frozenset[int]
    open_statements: frozenset[int]
    looks_back: bool
