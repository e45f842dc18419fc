"""Inside jobs: the works and clients that a job tells of one by one, where its layout sets them apart."""

from __future__ import annotations

from careerlint.dates import has_date, has_date_range
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import DraftEntry, by_lines
from careerlint.outline.sections import first_line

_SEVERAL = 2


def linked_inside(draft: Draft, index: int) -> list[int]:
    """The bold lines inside a job that each begin with a link to whom or what was worked for, where all of them do and have told what was done: "**[Tern Bank](https://...)**"."""
    inside = draft.children[index]
    if len(inside) < _SEVERAL:
        return []
    links = {mark.span.start for mark in draft.document.marks if mark.kind == "link" and mark.target.startswith("http")}
    linked = all(
        (title := draft.sections[child].title) is not None and title.start in links and draft.lines[first_line(draft.sections[child])].look
        and draft.sections[child].lines[0] < draft.sections[child].lines[1] and not has_date(draft.document.words(title))
        for child in inside
    )
    return list(inside) if linked else []


def made_at_work(draft: Draft, index: int) -> list[DraftEntry]:
    """Projects under the heading "주요 업무" of a job, where lines with a period each have more told below them."""
    duties = [child for child in draft.children[index] if draft.sections[child].kind == "role"]
    if len(duties) != 1 or len(draft.children[index]) != 1:
        return []
    found = by_lines(draft, range(*draft.sections[duties[0]].lines), "project", duties[0])
    dated = [entry for entry in found if entry.title is not None and has_date_range(draft.document.words(entry.title))]
    told = sum(entry.lines[1] - entry.lines[0] > 1 for entry in dated)
    return dated if len(dated) >= _SEVERAL and len(dated) == len(found) and 2 * told > len(dated) else []
