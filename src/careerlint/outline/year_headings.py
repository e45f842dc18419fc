"""Year headings: "2021" or "2020년 하반기" above what was done then; the lines below are the works, and the year is none."""

from __future__ import annotations

import re

from careerlint.dates import has_date_range, without_dates
from careerlint.expression import Expression
from careerlint.model.outline import EntryKind
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import DraftEntry, by_lines

_YEAR = Expression(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BESIDE_YEAR = Expression(r"(?:\W|_|학년도|년도|년|상반기|하반기|[1-4]\s?(?:분기|학기)|봄|여름|가을|겨울|[HQ][1-4]|spring|summer|autumn|fall|winter|(?:first|second)\shalf|of)*", re.IGNORECASE)
"""What may stand in a heading beside a year that names nothing else."""


def is_year(heading: str) -> bool:
    """Whether a heading is a year or a part of one, and neither a period (of one job) nor a name."""
    year = _YEAR.search(heading)
    if year is None or has_date_range(heading):
        return False
    return _BESIDE_YEAR.fullmatch(without_dates(heading[: year.start()] + heading[year.end() :])) is not None


def told_in_year(draft: Draft, index: int, listing: EntryKind) -> list[DraftEntry]:
    """The entries among the lines of a year; none where its first line begins none, for then nobody can say what the year is about."""
    section = draft.sections[index]
    if section.title is None or not is_year(draft.document.words(section.title)):
        return []
    found = by_lines(draft, range(*section.lines), listing, index)
    return found if found and found[0].lines[0] == section.lines[0] else []
