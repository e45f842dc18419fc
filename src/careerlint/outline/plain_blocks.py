"""Plain blocks: works or jobs in a row whose titles are plain lines without periods, each above bullets or a paragraph that tells of it."""

from __future__ import annotations

import re

from careerlint.dates import has_date, has_date_range
from careerlint.expression import Expression
from careerlint.outline.draft import Draft
from careerlint.outline.heads import head_of
from careerlint.outline.sentences import ends_sentence

_FEWEST, _SEVERAL = 3, 2
_LONGEST_TITLE = 70
_ADDRESS = Expression(r"\S+@\S+|(?:https?:|www\.)|\+?[\d()][\d() -]{6,}$", re.IGNORECASE)
_NO_NAME = Expression(r"[a-z\-–:,;&(]|(?i:\S+@\S+|https?:|www\.)|[^\s:：][^:：\n]{0,20}[:：](?:\s|$)|[^\n]*(?:[:：,]\s*$|\s\|\s|\t)")
"""How a row begins or ends that goes on elsewhere, or is a label or an address."""


def plain_blocks(draft: Draft, first: int, last: int) -> list[int]:
    """The titles among these lines, three or more, where nothing stands between but what they head, and lone names of groups above some of them; none where one has a period."""
    told = [place for place in range(first, last) if draft.lines[place].kind != "silent"]
    if not told or any(draft.lines[place].kind not in ("text", "item") for place in told):
        return []
    following = dict(zip(told, [*told[1:], last], strict=True))
    texts = [place for place in told if draft.lines[place].kind == "text"]
    if any(has_date(row) if len(row) <= _LONGEST_TITLE else has_date_range(row) for place in texts for row in draft.lines[place].rows(draft.document)):
        return []
    names = [place for place in texts if _is_name(draft, place)]
    heads = [place for place in names if _heads(draft, place, following[place], last)]
    headed = frozenset(heads)
    groups = [place for place in names if place not in headed and following[place] in headed]
    titled = [place for place in heads if following[place] < last and draft.lines[following[place]].kind == "item"]
    parts = sum(draft.vocabulary.kind_of(head_of(draft.document, draft.lines[place])) is not None for place in heads)
    distinct = len({head_of(draft.document, draft.lines[place]) for place in heads}) == len(heads)
    opening = min((*heads, *groups), default=last)
    # Above the first of them may stand whom the page is about.
    bullets_first = any(draft.lines[place].kind == "item" for place in told if place < opening)
    named = sum(place >= opening for place in names)
    whole = not bullets_first and len(heads) + len(groups) == named and len(groups) < len(heads) and not parts and distinct
    return heads if whole and len(heads) >= _FEWEST and len(titled) >= _SEVERAL and _SEVERAL * len(titled) >= len(heads) else []


def _is_name(draft: Draft, place: int) -> bool:
    """Whether the first row of a line is short, and no sentence, label or address."""
    head = head_of(draft.document, draft.lines[place])
    return len(head) <= _LONGEST_TITLE and not draft.lines[place].block.bold and draft.lines[place].span.start not in draft.strong and not _NO_NAME.match(head) and not ends_sentence(head)


def _heads(draft: Draft, place: int, below: int, last: int) -> bool:
    """Whether bullets, longer rows or a paragraph that is no name stand below a name."""
    rows = draft.lines[place].rows(draft.document)
    if len(rows) > 1:
        return len(rows[1]) > len(rows[0]) and not _ADDRESS.match(rows[1])
    return below < last and (draft.lines[below].kind == "item" or not _is_name(draft, below))
