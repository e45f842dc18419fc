"""Sorted works: bullets that say of what sort a work is before they name it ("Team project: Tide map - draws ..."), below a job, with the next jobs behind them."""

from __future__ import annotations

import re
from dataclasses import replace

from careerlint.dates import has_date_range
from careerlint.expression import Expression
from careerlint.model.span import Span
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import DraftEntry, by_lines, kind_of
from careerlint.outline.heads import head_of, head_span

_SORTED = Expression(
    r"(?:(?:group|team|passion|personal|solo|individual|side|toy|final|capstone|class|course)\s(?:project|work)|(?:팀|개인|조별|토이|사이드|졸업|최종|실전)\s?(?:프로젝트|과제))\s?[:：]\s?[^\n:：]{2,60}?(?=\s[-–—]\s\S|\s?[:：]\s\S)",
    re.IGNORECASE,
)
_SEVERAL = 2


def sorted_works(draft: Draft, index: int) -> list[DraftEntry]:
    """The works that the bullets right below the heading of a list name, two or more, and what the dated lines behind them tell; none where another bullet stands among them."""
    first, last = draft.sections[index].lines
    end = next((place for place in range(first, last) if draft.lines[place].kind == "text" and has_date_range(head_of(draft.document, draft.lines[place]))), last)
    bullets = draft.outer_bullets(first, end)
    named = [match for place in bullets if (match := _SORTED.match(head_of(draft.document, draft.lines[place])))]
    if len(named) < _SEVERAL or len(named) < len(bullets) or bullets[0] != first:
        return []
    found = []
    for match, place, stop in zip(named, bullets, [*bullets[1:], end], strict=True):
        start = head_span(draft.document, draft.lines[place]).start
        title = Span(start, start + match.end())
        found.append(DraftEntry(title, (place, stop), index, kind_of(draft, title, "project")))
    behind = by_lines(draft, range(end, last), "project", index)
    return found + ([replace(entry, kind="job") for entry in behind] if _goes_on_from_jobs(draft, index) else behind)


def _goes_on_from_jobs(draft: Draft, index: int) -> bool:
    """Whether the section above lists jobs by such dated lines, so that those behind the works of one job are the next jobs."""
    above = draft.sections[index - 1]
    told = [line for line in draft.lines_of(above) if line.kind == "text"]
    return above.kind == "experience" and bool(told) and has_date_range(head_of(draft.document, told[0]))
