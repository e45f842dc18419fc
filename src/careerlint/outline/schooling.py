"""Schooling: degrees and courses that stand in a line each and show no period, or a period in a list that is none of degrees."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careerlint.dates import begins_open, has_date, is_period
from careerlint.expression import Expression
from careerlint.model.outline import SectionKind
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import DraftEntry, of_title
from careerlint.outline.lines import OutlineLine
from careerlint.outline.posts_and_schools import FINISHED, SCHOOL, STUDIED
from careerlint.outline.sections import first_line
from careerlint.outline.sentences import ends_sentence

_LABELLED_SCHOOL = Expression(r"\W*(?:학교(?:명)?|학력|최종\s?학력|출신\s?학교|school|university|college|education)\W{0,3}[:：]\W{0,3}(?=[^\s:：])", re.IGNORECASE)
"""The label of a fact: "학교: 자갈대학교"."""
_NO_NAME = Expression(r"(?:I|My|We|In|At|During|After|As|저는|제가|나는|현재)\b|.{0,40}(?:GPA|학점|평점)\W{0,3}[:：]?\s?\d", re.IGNORECASE)
"""How prose begins, and what a degree consists of."""
_TO_COME = Expression(r"\s?\([^()]{1,20}\)\s*$")
_LONGEST = 130
_ROWS = 2
_TAUGHT: frozenset[SectionKind] = frozenset(("education", "training"))
_OF_A_PERSON: frozenset[SectionKind] = frozenset(("summary", "personal", "experience"))


def schools(draft: Draft, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """The degrees and courses that no entry holds: in lists of them, and where no other list of them stands also among the facts about a person."""
    taken = {line for entry in entries for line in range(*entry.lines)}
    studied = any(entry.kind == "course" and _names_school(draft, entry) for entry in entries)
    found: list[DraftEntry] = []
    for index, section in enumerate(draft.sections):
        if section.title is not None and section.kind in _TAUGHT and taken.isdisjoint(range(first_line(section), draft.ends[index])):
            found += _between(draft, index, [place for place in range(*section.lines) if _is_schooling(draft, place, told=False)])
    if found or studied:
        return found
    for index, section in enumerate(draft.sections):
        if section.title is not None and section.kind in _OF_A_PERSON:
            free = (place for place in range(*section.lines) if place not in taken)
            found += _between(draft, index, [place for place in free if _is_schooling(draft, place, told=section.kind != "experience", labelled=True)])
    return found


def _names_school(draft: Draft, entry: DraftEntry) -> bool:
    """Whether the title of a course, or what stands right below it, names a school; a course of training leaves open where somebody studied."""
    first, last = entry.lines
    rows = [row for line in draft.lines[first : min(first + _ROWS, last)] for row in line.rows(draft.document)[:_ROWS]]
    return any(SCHOOL.search(row) for row in [*rows, draft.document.words(entry.title) if entry.title is not None else ""])


def _between(draft: Draft, index: int, starts: Sequence[int]) -> list[DraftEntry]:
    """The entries that begin at these lines, each with what hangs below its first line or goes on in text behind it."""
    found = []
    for start, stop in zip(starts, [*starts[1:], draft.sections[index].lines[1]], strict=False):
        found.append(of_title(draft, start, _end(draft, start, stop), index, "course"))
    return found


def _end(draft: Draft, start: int, stop: int) -> int:
    """Where what is told of a degree ends: at the next line that stands as high in a list."""
    line = draft.lines[start]
    return next((place for place in range(start + 1, stop) if draft.lines[place].kind != "silent" and line.kind == "item" and draft.lines[place].depth <= line.depth), stop)


def _is_schooling(draft: Draft, place: int, told: bool, labelled: bool = False) -> bool:
    """Whether a line names a school, or a course that was finished; where `told` it also says when, or what was studied.

    Where `labelled` a label is enough that says so, and outside of lists of facts it is asked for.
    """
    line = draft.lines[place]
    if line.kind not in ("item", "text") or line.depth > 1:
        return False
    rows = _title_rows(draft, line)
    if labelled and rows and (label := _LABELLED_SCHOOL.match(rows[0])) is not None:
        return SCHOOL.search(rows[0], label.end()) is not None
    if labelled and not told:
        return False
    if not rows or len(rows[0]) > _LONGEST or _NO_NAME.match(rows[0]) or rows[-1].endswith(",") or ends_sentence(rows[-1]):
        return False
    named = any(SCHOOL.search(row) for row in rows)
    dated = any(has_date(row) or begins_open(row) for row in rows)
    if named and (not told or dated or any(STUDIED.search(row) for row in rows)):
        return line.kind == "item" or dated or any(STUDIED.search(row) for row in rows)
    return any(FINISHED.search(row) for row in rows)


def _title_rows(draft: Draft, line: OutlineLine) -> Sequence[str]:
    """The row that would name a line: its first, or behind a period the one below it too."""
    rows = [words for row in line.rows(draft.document) if (words := row.strip())]
    first = _TO_COME.sub("", rows[0]) if rows else ""
    return rows[: _ROWS if is_period(first) or begins_open(f"{first} ") else 1]
