"""Title bullets: which outermost bullets of a list begin entries, by their names, their periods and the bullets inside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from careerlint.dates import has_date, is_period, sums_up
from careerlint.expression import Expression
from careerlint.outline.draft import Draft
from careerlint.outline.heads import (
    FACT_LABEL,
    LONGEST_TITLE,
    NAME_LABEL,
    before_colon,
    has_label_colon,
    head_of,
    head_span,
    is_name_with_period,
    is_period_with_name,
    short_title,
)
from careerlint.outline.lines import OutlineLine
from careerlint.outline.sentences import ends_sentence

_SEVERAL = 2
TITLE_ROWS = 3
"""A title of a job is at most company, position and period, each on a row of its own."""
_LISTED = Expression(r"\s?(?:,|and\b|or\b|와|과|및|그리고)\s?")
_SET_OFF = Expression(r"\s?(?:[:：|(]|[-–—]{1,2}\s|$)")
"""What sets a name off from what is told of it."""
_NAMED_ITEM = Expression(r"^[^:：–—\n.]{2,60}?(?:\s[-–—]{1,2}\s|[:：]\s)\s*\S")
_ADDRESS_BEHIND = Expression(r"[:：]\s*(?:https?://|www\.)\S+\s*$", re.IGNORECASE)
"""A label with an address and nothing else."""
GOES_ON = Expression(r"\W{0,2}(?:19|20)\d\d(?:\s?[./년-]\s?\d{1,2}){0,2}\s?[.월일]?\s?[~～∼〜]\s?:?\s?(?=[^\s\d:])")
"""A row that begins with when something began, and is not over: "2022 ~ M.Sc. at Gull College"."""
NUMBER = Expression(r"\(?\d{1,2}[.)]|[①-⑳]")
"""The marker of a numbered bullet."""
NAMES = r"[^\s,·]+(?:\s[^\s,·]+){0,2}(?:\s?[,·]\s?[^\s,·]+(?:\s[^\s,·]+){0,2})"
"""Two names or more beside each other, repeated: an expression's words."""
_NAMES_BEHIND = Expression(rf"[^:：\n]{{2,40}}[:：]\s*{NAMES}+")
"""Names behind a label: "Source code management: Git, SVN"."""
LABELLED = Expression(r"^[\s*\[【(]*[^\s:：][^:：\n]{0,20}?\s*(?:[\])】]\s*)?[:：](?:\s|$)")
"""A short label with its colon at the start of a row."""


def item_positions(draft: Draft, first: int, last: int, named: bool) -> list[int]:
    """Outermost bullets that are entries: most of them are bold at their start, dated, or have bullets of their own."""
    outer = draft.outer_bullets(first, last)
    # A paragraph inside a bullet begins none.
    outer = [position for position in outer if draft.lines[position].block.kind == "item"] or outer
    numbered = [position for position in outer if NUMBER.match(draft.lines[position].block.marker)]
    if len(numbered) < len(outer) and numbered and all(_is_title_item(draft, position, last) for position in numbered):
        # Numbers before names and dots before what was done, at one level.
        return numbered
    if not named and _are_labelled_names([head_of(draft.document, draft.lines[position]) for position in outer]):
        return []
    if numbered and (dated := dated_bullets(draft, range(first, numbered[0]))):
        return dated
    heads = Counter(head_of(draft.document, draft.lines[position]) for position in outer)
    # "Motive" twice is a label under two projects, and names neither; a school with its year may have been visited twice.
    telling = [
        position for position in outer
        if (heads[head := head_of(draft.document, draft.lines[position])] == 1 or has_date(head)) and _is_title_item(draft, position, last)
    ]
    names = [position for position in outer if _NAMED_ITEM.match(head_of(draft.document, draft.lines[position]))]
    labelled = any(FACT_LABEL.match(head_of(draft.document, draft.lines[position])) for position in names)
    all_named = named and not labelled and len(names) >= _SEVERAL and len(names) == len(outer)
    bold = [position for position in names if is_strong(draft, draft.lines[position]) and not _ADDRESS_BEHIND.search(head_of(draft.document, draft.lines[position]))]
    if all_named and len(bold) == len(names):
        # "**Gauge**: ..." beside "**Lamp**: ..." with bullets of its own: both are names.
        return names
    both = sorted({*bold, *telling})
    if named and not labelled and len(bold) >= _SEVERAL and 4 * len(both) >= 3 * len(outer) and not _are_parts(draft, bold):
        # One more bullet may hold what is said in short of others.
        return both
    if telling and len(telling) * 2 >= len(outer):
        return telling
    return names if all_named else []


def _are_labelled_names(heads: Sequence[str]) -> bool:
    """Whether bullets are all labels with names behind them and no date, three or more in one of them: "**Programming languages:** Python, SQL, R"."""
    return bool(heads) and all(_NAMES_BEHIND.fullmatch(head) and not has_date(head) for head in heads) and any(len(re.split("[,·]", head)) > _SEVERAL for head in heads)


def dated_bullets(draft: Draft, places: range) -> list[int]:
    """The bullets of a range that holds nothing but bullets with a period each: jobs, below which "1. Languages" numbers something else."""
    told = [place for place in places if draft.lines[place].kind != "silent"]
    return told if all(draft.lines[place].kind == "item" and has_date(head_of(draft.document, draft.lines[place])) for place in told) else []


def _are_parts(draft: Draft, positions: Sequence[int]) -> bool:
    """Whether the names of most bullets are those of parts of one work: "**Background**: ...", "**Results**: ..."."""
    return 2 * sum(draft.vocabulary.kind_of(before_colon(head_of(draft.document, draft.lines[position]))) is not None for position in positions) >= len(positions)


def _is_title_item(draft: Draft, position: int, last: int) -> bool:
    line = draft.lines[position]
    head = head_of(draft.document, line)
    if speaks_of_links(draft, line) or sums_up(head):
        return False
    nested = position + 1 < last and draft.lines[position + 1].kind in ("item", "text") and draft.lines[position + 1].depth > 1
    opened = len(head) <= LONGEST_TITLE and GOES_ON.match(head) is not None
    if LABELLED.match(head) and not (NAME_LABEL.match(head) or is_strong(draft, line) or opened or is_period_with_name(head)) and not (nested and has_date(before_colon(head))) and not is_name_with_period(head):
        return False
    dated = (len(head) <= LONGEST_TITLE and has_date(head)) or short_title(head) != head or opened or _is_above_period(draft, position, last)
    return dated or (nested and not ends_sentence(head)) or (is_strong(draft, line) and not has_label_colon(head))


def _is_above_period(draft: Draft, position: int, last: int) -> bool:
    """Whether the row or the paragraph below the name in a bullet is its period and no more: "Vell Works (analyst)", below it "2019.06 - 2019.08"."""
    head, *rows = draft.lines[position].rows(draft.document)
    inside = position + 1 < last and draft.lines[position + 1].kind == "item" and draft.lines[position + 1].block.kind != "item"
    below = rows[0] if rows else head_of(draft.document, draft.lines[position + 1]) if inside else ""
    return len(head) <= LONGEST_TITLE and is_period(below.strip())


def is_strong(draft: Draft, line: OutlineLine) -> bool:
    """Whether a line is bold, or begins so behind a mark or two."""
    return line.block.bold or line.span.start in draft.strong or any(start in draft.strong for start in range(line.span.start + 1, min(line.span.start + 3, line.span.end)))


def speaks_of_links(draft: Draft, line: OutlineLine) -> bool:
    """Whether a row begins with a bold link and goes on to others in a list or a sentence: "**[Tern](...)** and **[Gull](...)**, made with friends"."""
    place = head_span(draft.document, line)
    if place.start not in draft.links or place.start not in draft.strong:
        return False
    bold = [mark for mark in draft.document.marks_from(place) if mark.kind == "link" and mark.span.start in draft.strong]
    behind = draft.document.text[bold[0].span.end : place.end] if bold else ""
    if len(bold) < _SEVERAL or any(has_date(row) for row in line.rows(draft.document)[:TITLE_ROWS]):
        return False
    return _LISTED.match(behind) is not None or (ends_sentence(behind) and _SET_OFF.match(behind) is None)
