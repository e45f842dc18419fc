"""Run-in titles: works and activities told in a paragraph each that begins with its bold name, or below a name in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careerlint.expression import Expression
from careerlint.model.outline import EntryKind
from careerlint.model.span import Span
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import DraftEntry, kind_of
from careerlint.outline.heads import head_span
from careerlint.outline.lines import OutlineLine

_AUTHOR = Expression(r"[A-Z][\w'’-]+,?\s(?:[A-Z]\.[\s-]?){1,3}|(?:[A-Z]\.\s?){1,3}[A-Z]\w+|.{0,40}\bet al\b")
"""How a paper is cited: the name of the writer is bold there."""
_ENDS_NAME = (".", ":", "：", "!", "?")
_BEHIND_NAME = Expression(r"\s?[:：]\s|\s[—–-]{1,2}\s")
_NAME = Expression(r"[^\W\d_][^\n]{2,90}")
_OF_THE_WRITER = Expression(r"\b(?:I|we|my|our|us)\b|(?:했|였|었|았|한|된|이)다[.\s]|니다[.\s]", re.IGNORECASE)
"""Words of somebody who tells, which the reference to a paper has not."""
_BRACKETED = Expression(r"\s*[\[【〈<](?P<name>[^\[\]【】\n]{4,60})[\]】〉>]\s*")
_SHORTEST_TOLD = 60
_OPENING = 500
_SEVERAL = 2


def run_in_titles(draft: Draft, index: int, kind: EntryKind) -> list[DraftEntry]:
    """The entries among the paragraphs of a section that begin with a bold name and go on to tell of it: "**Open Greenhouse:** Every second Saturday I lead ...".

    Names of parts ("Background") are none, and where bullets or tables stand there these tell what is listed.
    """
    section = draft.sections[index]
    first, last = section.lines
    if kind not in ("project", "other") or any(draft.lines[place].kind in ("item", "table") for place in range(first, last)):
        return []
    named = [(place, title) for place in range(first, last) if (title := _run_in(draft, draft.lines[place])) is not None]
    known = sum(draft.vocabulary.kind_of(draft.document.words(title).strip(" .:：")) is not None for _, title in named)
    ends = [*(place for place, _ in named[1:]), last]
    if len(named) < (_SEVERAL if kind == "project" else 1) or known:
        return []
    if section.kind == "publications" and not all(_is_told_by_writer(draft, place, end) for (place, _), end in zip(named, ends, strict=True)):
        return []
    return [DraftEntry(title, (place, end), index, kind_of(draft, title, kind)) for (place, title), end in zip(named, ends, strict=True)]


def _is_told_by_writer(draft: Draft, first: int, last: int) -> bool:
    """Whether somebody tells in these lines what was done, as no reference to a paper does."""
    return any(_OF_THE_WRITER.search(draft.document.words(line.span)[:_OPENING]) for line in draft.lines[first:last])


def _run_in(draft: Draft, line: OutlineLine) -> Span | None:
    """The bold name with which a paragraph begins, without its colon."""
    start = head_span(draft.document, line).start
    end = draft.strong_ends.get(start, 0)
    name = draft.document.text[start:end].rstrip()
    behind = draft.document.text[end : line.span.end]
    if line.kind != "text" or not _NAME.fullmatch(name) or _AUTHOR.match(name) or len(behind.strip()) < _SHORTEST_TOLD:
        return None
    stop = name.endswith(_ENDS_NAME) and behind[:1].isspace()
    return Span(start, start + len(name.rstrip(" :："))) if stop or _BEHIND_NAME.match(behind) else None


def bracketed(draft: Draft, index: int) -> list[DraftEntry]:
    """The works of a section whose names stand in brackets in a line each, with prose below: "[Who held the memory]"."""
    first, last = draft.sections[index].lines
    named: list[tuple[int, Span]] = []
    for place in range(first, last - 1):
        line, below = draft.lines[place], draft.lines[place + 1]
        match = _BRACKETED.fullmatch(draft.document.words(line.span)) if line.kind == "text" else None
        if match is not None and below.kind in ("text", "item") and len(below.span) >= _SHORTEST_TOLD:
            named.append((place, Span(line.span.start + match.start("name") - 1, line.span.start + match.end("name") + 1)))
    if len(named) < _SEVERAL or named[0][0] != first:
        return []
    ends = [*(place for place, _ in named[1:]), last]
    return [DraftEntry(title, (place, end), index, "project") for (place, title), end in zip(named, ends, strict=True)]


def with_bracketed(draft: Draft, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """The entries with works in brackets: in place of a section that holds nothing else and was taken for a job, and in sections about troubles that no entry holds."""
    taken = {line for entry in entries for line in range(*entry.lines)}
    found = [
        work
        for index, section in enumerate(draft.sections)
        if "troubleshooting" in (section.kind, section.late) and taken.isdisjoint(range(*section.lines))
        for work in bracketed(draft, index)
    ]
    for entry in entries:
        section = draft.sections[entry.section]
        whole = entry.rows is None and entry.title is not None and entry.title == section.title and entry.lines[1] == section.lines[1]
        found += (bracketed(draft, entry.section) if whole and entry.kind == "job" else []) or [entry]
    return found
