"""Inside jobs: the works and clients that a job tells of one by one, where its layout sets them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careerlint.dates import has_date, has_date_range, is_period
from careerlint.expression import Expression
from careerlint.model.span import Span
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import DraftEntry, by_lines
from careerlint.outline.heads import WHEN_LABEL, head_span
from careerlint.outline.sections import first_line
from careerlint.outline.sentences import ends_sentence

_TOLD = Expression(r"\s?(?:[:：]|[—–-]{1,2}\s)\s?\S[^\n]{4}")
_LONGEST_TITLE = 130
_SEVERAL = 2


def linked_inside(draft: Draft, index: int) -> list[int]:
    """The bold lines inside a job that each begin with a link to whom or what was worked for, where all of them do and have told what was done: "**[Tern Bank](https://...)**"."""
    inside = draft.children[index]
    if len(inside) < _SEVERAL:
        return []
    linked = all(
        (title := draft.sections[child].title) is not None and title.start in draft.links and draft.lines[first_line(draft.sections[child])].look
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


def dated_inside(draft: Draft, index: int) -> list[int]:
    """The lines right below the heading of a job, two or more, that each have a period beside or below a name and stand above what was done: "**Tide ledger** — lead, 2021.03 – 2022.02"."""
    first, last = draft.sections[index].lines
    below = {place: end for place in range(first, last) if (end := _end_of_name_with_period(draft, place, last)) is not None}
    told = [place for place, end in below.items() if end < last and end not in below and draft.lines[end].kind in ("item", "text")]
    # Above the first of them the job has its own period.
    return told if len(told) >= _SEVERAL and list(below)[-len(told) :] == told and not draft.children[index] else []


def _end_of_name_with_period(draft: Draft, place: int, last: int) -> int | None:
    """Where a name and its period end, in one line or two, if this line is a name with a period."""
    head = draft.lines[place].rows(draft.document)[0].strip()
    if draft.lines[place].kind != "text" or len(head) > _LONGEST_TITLE or is_period(head) or WHEN_LABEL.match(head) or ends_sentence(head):
        return None
    if has_date_range(head):
        return place + 1
    following = draft.lines[place + 1] if place + 1 < last else None
    return place + 2 if following is not None and following.kind == "text" and is_period(draft.document.words(following.span).strip()) else None


def with_linked_items(draft: Draft, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """The entries, jobs whose last bullets each begin with a link to a work and tell of it parted from these: "I have worked on", "[Ledger mirror](https://...): a second copy of the ledger"."""
    links = draft.links
    found: list[DraftEntry] = []
    for entry in entries:
        first, last = entry.lines
        outer = draft.outer_bullets(first, last)
        titles = [Span(start, links[start]) for place in outer if (start := head_span(draft.document, draft.lines[place]).start) in links and _TOLD.match(draft.document.text, links[start], draft.lines[place].span.end)]
        behind = any(draft.lines[place].kind not in ("item", "silent") for place in range(outer[0], last)) if outer else True
        if entry.kind != "job" or entry.rows is not None or behind or len(titles) < _SEVERAL or len(titles) < len(outer) or outer[0] == first:
            found.append(entry)
            continue
        found.append(replace(entry, lines=(first, outer[0])))
        found += [DraftEntry(title, (place, stop), draft.section_by_line[place], "project") for title, place, stop in zip(titles, outer, [*outer[1:], last], strict=True)]
    return found
