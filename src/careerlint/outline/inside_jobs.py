"""Inside jobs: the works and clients that a job tells of one by one, where its layout sets them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careerlint.dates import has_date, has_date_range
from careerlint.expression import Expression
from careerlint.model.span import Span
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import DraftEntry, by_lines
from careerlint.outline.sections import first_line
from careerlint.outline.titles import head_span

_TOLD = Expression(r"\s?(?:[:：]|[—–-]{1,2}\s)\s?\S[^\n]{4}")
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


def with_linked_items(draft: Draft, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """The entries, jobs whose last bullets each begin with a link to a work and tell of it parted from these: "I have worked on", "[Ledger mirror](https://...): a second copy of the ledger"."""
    links = draft.links
    found: list[DraftEntry] = []
    for entry in entries:
        first, last = entry.lines
        outer = [place for place in range(first, last) if draft.lines[place].kind == "item" and draft.lines[place].depth == 1]
        titles = [Span(start, links[start]) for place in outer if (start := head_span(draft.document, draft.lines[place]).start) in links and _TOLD.match(draft.document.text, links[start], draft.lines[place].span.end)]
        behind = any(draft.lines[place].kind not in ("item", "silent") for place in range(outer[0], last)) if outer else True
        if entry.kind != "job" or entry.rows is not None or behind or len(titles) < _SEVERAL or len(titles) < len(outer) or outer[0] == first:
            found.append(entry)
            continue
        found.append(replace(entry, lines=(first, outer[0])))
        found += [DraftEntry(title, (place, stop), draft.section_by_line[place], "project") for title, place, stop in zip(titles, outer, [*outer[1:], last], strict=True)]
    return found
