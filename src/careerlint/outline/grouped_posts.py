"""Grouped posts: the dated bullets inside bullets that only say of what sort these are: "**Research**" above two posts at a laboratory."""

from __future__ import annotations

import re

from careerlint.dates import has_date
from careerlint.expression import Expression
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import DraftEntry, of_title
from careerlint.outline.heads import LONGEST_TITLE, head_of
from careerlint.outline.sentences import ends_sentence

_SORT = Expression(
    r"[^\n:：]{0,30}(?:관련|분야|기타|이력|경력|경험|활동|수상|정규직|계약직|인턴십?|아르바이트|프리랜서)(?:\s?(?:이력|경력|경험|활동|업무|사항|내역))?\W*"
    r"|\W*(?:(?:other|earlier|previous|related|selected|professional|industry|academic|research|teaching|clinical|freelance|volunteer|student|part-time|full-time|work)\W{1,3}(?:and\s|&\s)?){0,3}(?:experience|work|jobs|roles|positions|posts|internships|activities|awards|research|teaching|industry|freelance|others?)\W*",
    re.IGNORECASE,
)
"""What several posts have in common; a company or a school is none of it."""
_PRIZE = Expression(r"[(,|·\s](?:대상|금상|은상|동상|최우수상|우수상|장려상|입상|특별상|\d등|(?:grand|first|second|third|1st|2nd|3rd)\s(?:prize|place)|runner-up|winner)(?=[\s,)|·]|$)", re.IGNORECASE)
_SEVERAL = 2
_INSIDE = 2
"""How deep the bullets below an outer one stand."""


def grouped_posts(draft: Draft, first: int, last: int, index: int) -> list[DraftEntry]:
    """The dated bullets of a range whose outer bullets, nothing beside them, only name sorts and have no date; none where one inside has none."""
    told = [place for place in range(first, last) if draft.lines[place].kind != "silent"]
    groups = [place for place in told if draft.lines[place].depth == 1]
    posts = [place for place in told if draft.lines[place].depth == _INSIDE]
    if not groups or len(posts) < _SEVERAL or any(draft.lines[place].kind != "item" for place in told):
        return []
    if not all(_SORT.fullmatch(head) and not has_date(head) for place in groups for head in (head_of(draft.document, draft.lines[place]),)):
        return []
    if any(len(head) > LONGEST_TITLE or not has_date(head) or ends_sentence(head) for place in posts for head in (head_of(draft.document, draft.lines[place]),)):
        return []
    ends = sorted({*groups, *posts, last})
    return [of_title(draft, place, next(end for end in ends if end > place), index, "competition" if _PRIZE.search(head_of(draft.document, draft.lines[place])) else "job") for place in posts]
