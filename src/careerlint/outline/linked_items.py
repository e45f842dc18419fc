"""Linked items: works of a portfolio that bullets name by a link and tell behind it: "[Tide bell](bell/README.md): rings by the tide table of the harbour"."""

from __future__ import annotations

from careerlint.expression import Expression
from careerlint.model.outline import SectionKind
from careerlint.model.span import Span
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import DraftEntry, kind_of
from careerlint.outline.named_lines import leads_on

_TELLS = Expression(r"\W{0,3}?(?:(?:\s?[:：]|\s[—–-]{1,2})\s|[^\S\n]*\n\s*)(?=\S[^\n]{19})")
_SIGNS = Expression(r"(?::\w{1,30}:|[^\w\n]){1,8}")
"""A sign before the link: an emoji or its name."""
_FEWEST = 3
_LONGEST_NAME = 110
_MAY_LIST: frozenset[SectionKind] = frozenset(("other", "projects"))


def linked_items(draft: Draft) -> list[DraftEntry]:
    """The works that bullets of any depth name so, three or more and no two alike, where most bullets beside them do."""
    links = {mark.span.start: mark.span for mark in draft.document.marks if mark.kind == "link" and mark.target and not mark.target.startswith("#")}
    named = {position: name for position in range(len(draft.lines)) if (name := _name(draft, position, links)) is not None}
    if len({draft.document.words(name).lower() for name in named.values()}) < max(len(named), _FEWEST):
        return []
    beside = {(draft.section_by_line[position], draft.lines[position].depth) for position in named}
    alike = sum(line.kind == "item" and (draft.section_by_line[position], line.depth) in beside for position, line in enumerate(draft.lines))
    if 4 * len(named) < 3 * alike:
        return []
    return [DraftEntry(name, (position, _end(draft, position)), draft.section_by_line[position], kind_of(draft, name, "project")) for position, name in named.items()]


def _name(draft: Draft, position: int, links: dict[int, Span]) -> Span | None:
    """The link that a bullet begins with, where the bullet goes on to tell what it names."""
    line = draft.lines[position]
    signs = _SIGNS.match(draft.document.text, line.span.start, line.span.end)
    link = links.get(signs.end()) if signs is not None else links.get(line.span.start)
    if line.kind != "item" or link is None or link.end > line.span.end or draft.sections[draft.section_by_line[position]].kind not in _MAY_LIST:
        return None
    words = draft.document.words(link)
    told = _TELLS.match(draft.document.text, link.end, line.span.end)
    return link if told is not None and len(words) <= _LONGEST_NAME and not leads_on(words) else None


def _end(draft: Draft, position: int) -> int:
    """The line behind the bullet and those below it."""
    depth = draft.lines[position].depth
    return next((place for place in range(position + 1, len(draft.lines)) if draft.lines[place].kind == "heading" or draft.lines[place].depth <= depth), len(draft.lines))
