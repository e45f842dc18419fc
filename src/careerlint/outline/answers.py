"""Answers: what a letter tells under each question of a form or heading of its own."""

from __future__ import annotations

from collections import Counter
from itertools import dropwhile

from careerlint.model.outline import SectionKind
from careerlint.model.span import Span
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import DraftEntry, of_lines, to_end
from careerlint.outline.sections import ancestors, first_line
from careerlint.outline.sentences import ends_sentence

_NO_ANSWER: frozenset[SectionKind] = frozenset(("personal", "links", "education", "certificates", "languages", "awards", "training", "publications", "references"))
"""Sections beside the answers of a letter that hold facts and tell nothing."""
_SEVERAL = 2
_SHORT_LINE = 100


def answers(draft: Draft) -> list[DraftEntry]:
    """The answers of a letter in reading order; the whole of one that has no headings."""
    asked = [index for index, section in enumerate(draft.sections) if section.kind in ("letter", "prompt") and (_is_innermost(draft, index) or _answers_itself(draft, index))]
    asked = [index for index in asked if not any(place in asked and _answers_itself(draft, place) for place in ancestors(draft.sections, index))]
    if len(asked) >= _SEVERAL:
        questions = frozenset(asked)
        inside = {place for index in asked for place in ancestors(draft.sections, index)}
        beside = {(draft.sections[index].parent, draft.sections[index].level) for index in asked}
        told = [
            index for index, section in enumerate(draft.sections)
            if index in questions or (section.title is not None and (section.parent, section.level) in beside and section.kind not in _NO_ANSWER and index not in inside and _is_prose(draft, index))
        ]
        return [to_end(draft, index, "answer") for index in told]
    titled = [index for index, section in enumerate(draft.sections) if section.title is not None and section.lines[0] < section.lines[1]]
    # The name of the letter stands above who writes it, and "Expected salary" asks for no story.
    told = [index for index in titled if draft.sections[index].kind != "personal" and not (draft.children[index] and draft.vocabulary.title_kind(draft.document.words(draft.sections[index].title or Span(0, 0))))]
    titled = told if len(told) >= _SEVERAL else titled
    if len(titled) == _SEVERAL and draft.children[titled[0]] and not _says_something(draft, titled[0]):
        # Under the name stand facts, and what is told follows.
        titled = titled[1:]
    # Who writes, whom to and when stand above the letter.
    titled = list(dropwhile(lambda index: not _says_something(draft, index), titled)) or titled
    if not titled:
        return [DraftEntry(None, (0, len(draft.lines)), 0, "answer")]
    if sum(draft.sections[index].parent < 0 for index in titled) < _SEVERAL:
        return [of_lines(draft, index, "answer") for index in titled]
    groups = Counter((section.parent, section.level) for index, section in enumerate(draft.sections) if section.title is not None and _only_groups(draft, index))
    grouped = {index for index in titled if groups[draft.sections[index].parent, draft.sections[index].level] >= _SEVERAL and _headed(draft, index)}
    whole = {index for index in titled if index not in grouped and _answers_itself(draft, index)}
    told = [index for index in titled if whole.isdisjoint(ancestors(draft.sections, index)) and not (draft.sections[index].parent in grouped and draft.lines[first_line(draft.sections[index])].look)]
    return [to_end(draft, index, "answer") if index in whole else _to_first_heading(draft, index) if index in grouped else of_lines(draft, index, "answer") for index in told]


def _only_groups(draft: Draft, index: int) -> bool:
    """Whether a heading says nothing itself and groups answers under headings of their own; one beside several of these that says a few words groups them too."""
    section = draft.sections[index]
    return section.lines[0] == section.lines[1] and len(_headed(draft, index)) >= _SEVERAL


def _headed(draft: Draft, index: int) -> list[int]:
    """The sections inside a section that have a real heading and words below it."""
    return [child for child in draft.children[index] if not draft.lines[first_line(draft.sections[child])].look and draft.sections[child].lines[0] < draft.ends[child]]


def _to_first_heading(draft: Draft, index: int) -> DraftEntry:
    """What a section says itself, up to the first real heading in it."""
    section = draft.sections[index]
    return DraftEntry(section.title, (first_line(section), first_line(draft.sections[_headed(draft, index)[0]])), index, "answer")


def _answers_itself(draft: Draft, index: int) -> bool:
    """Whether prose stands right below a question that has headings inside, so that these are parts of its answer; a letter's own name asks nothing."""
    title = draft.sections[index].title
    named = title is None or draft.vocabulary.title_kind(draft.document.words(title)) is not None
    parts = bool(draft.children[index]) and all(draft.sections[child].kind != "prompt" for child in draft.children[index])
    return not named and parts and _is_prose(draft, index)


def _is_prose(draft: Draft, index: int) -> bool:
    """Whether words and no list are what stands under a heading; a number may open a paragraph ("1. A map of wells" above what is told of it)."""
    lines = draft.lines_of(draft.sections[index])
    told = sum(len(line.span) for line in lines if line.kind == "text")
    listed = sum(len(line.span) for line in lines if line.kind == "item")
    return all(line.kind in ("text", "silent", "item") for line in lines) and told > _SHORT_LINE and told > 2 * listed


def _says_something(draft: Draft, index: int) -> bool:
    """Whether a row under a heading ends as a sentence does."""
    rows = [row for line in draft.lines_of(draft.sections[index]) for row in line.rows(draft.document)]
    return any(ends_sentence(row.strip()) for row in rows)


def _is_innermost(draft: Draft, index: int) -> bool:
    """Whether no other question stands inside this one, as inside the title "자기소개서"."""
    return not any(draft.sections[child].kind in ("letter", "prompt") for child in draft.children[index])
