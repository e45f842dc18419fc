"""Named lines: works of a page that are named by lines of one form, a link each or italic words each, with what is told of them right below."""

from __future__ import annotations

import re
from collections.abc import Mapping

from careerlint.expression import Expression
from careerlint.model.document import MarkKind
from careerlint.model.span import Span
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import DraftEntry, kind_of
from careerlint.outline.heads import head_of, head_span
from careerlint.outline.sentences import ends_sentence

_LEADS_ON = Expression(
    r"\b(?:click|try|view|visit|open|watch|live|download|demo|here|source|code|repo(?:sitory)?|github|video|report|notebook|dataset|read more|more|link|back|top)\b\W*$|^(?:click|view|see|visit|open|read|back)\b|(?:바로\s?가기|보러\s?가기|링크|코드|저장소|데모|영상|발표\s?자료|보고서|더\s?보기)\W*$|^(?:https?:|www\.)",
    re.IGNORECASE,
)
"""A link that leads to something of a work, and names none."""
_FEWEST = 3
_LONGEST_NAME = 110


def named_lines(draft: Draft, place: range, kind: MarkKind) -> list[DraftEntry]:
    """The works among these lines that are named by lines that are a link ("[Tide tables](https://...)") or italic as a whole.

    There are three or more, no two alike; none but the first stands right below a heading, which would name what is told, and each has words below it.
    """
    wholes = draft.links if kind == "link" else {mark.span.start: mark.span.end for mark in draft.document.marks_from(Span(draft.lines[place.start].span.start, draft.lines[place.stop - 1].span.end)) if mark.kind == kind}
    named = [position for position in place if _is_name(draft, position, wholes)]
    heads = [head_of(draft.document, draft.lines[position]).lower() for position in named]
    first = next((position for position, line in enumerate(draft.lines) if line.kind == "heading"), -1)
    headed = [above for position in named if (above := _above(draft, position)) not in (-1, first, place.start - 1) and draft.lines[above].kind == "heading"]
    if len(named) < _FEWEST or len(set(heads)) < len(heads) or headed:
        return []
    names = frozenset(named)
    if not all(_is_told(draft, position, names, place.stop) for position in named):
        return []
    ends = [*named[1:], place.stop]
    return [_entry(draft, position, end) for position, end in zip(named, ends, strict=True)]


def _is_name(draft: Draft, position: int, wholes: Mapping[int, int]) -> bool:
    line = draft.lines[position]
    if line.kind != "text" or line.aside:
        return False
    place = head_span(draft.document, line)
    head = draft.document.words(place)
    whole = place.start in wholes and place.start + len(head.rstrip(" :：")) <= wholes[place.start] <= place.end
    return whole and len(head) <= _LONGEST_NAME and not leads_on(head) and not ends_sentence(head)


def _above(draft: Draft, position: int) -> int:
    """The line above that says something, or -1."""
    return next((place for place in range(position - 1, -1, -1) if draft.lines[place].kind != "silent"), -1)


def _is_told(draft: Draft, position: int, names: frozenset[int], stop: int) -> bool:
    """Whether words stand in the rows below a name, or in the line below it that names no other."""
    if "\n" in draft.document.words(draft.lines[position].span).strip():
        return True
    below = next((place for place in range(position + 1, stop) if draft.lines[place].kind != "silent"), stop)
    return below < stop and below not in names and draft.lines[below].kind in ("text", "item")


def _entry(draft: Draft, position: int, end: int) -> DraftEntry:
    head = head_span(draft.document, draft.lines[position])
    title = Span(head.start, head.start + len(draft.document.words(head).rstrip(" :：")))
    return DraftEntry(title, (position, end), draft.section_by_line[position], kind_of(draft, title, "project"))


def leads_on(words: str) -> bool:
    """Whether the words of a link lead to something of a work ("Demo", "View the code"), and name none."""
    return _LEADS_ON.search(words) is not None
