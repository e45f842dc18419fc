"""Answers: what a letter tells under each question of a form or heading of its own."""

from __future__ import annotations

from careerlint.expression import Expression
from careerlint.model.outline import SectionKind
from careerlint.model.span import Span
from careerlint.outline.entry_drafts import DraftEntry, Reading, of_lines, to_end
from careerlint.outline.sections import ancestors
from careerlint.outline.vocabulary import title_kind

_NO_ANSWER: frozenset[SectionKind] = frozenset(("personal", "links", "education", "certificates", "languages", "awards", "training", "publications", "references"))
"""Sections beside the answers of a letter that hold facts and tell nothing."""
_SENTENCE_END = Expression(r"[.!?]$|[다요]$")
_SEVERAL = 2
_SHORT_LINE = 100


def answers(reading: Reading) -> list[DraftEntry]:
    """The answers of a letter in reading order; the whole of one that has no headings."""
    asked = [index for index, section in enumerate(reading.sections) if section.kind in ("letter", "prompt") and (_is_innermost(reading, index) or _answers_itself(reading, index))]
    asked = [index for index in asked if not any(place in asked and _answers_itself(reading, place) for place in ancestors(reading.sections, index))]
    if len(asked) >= _SEVERAL:
        inside = {place for index in asked for place in ancestors(reading.sections, index)}
        beside = {(reading.sections[index].parent, reading.sections[index].level) for index in asked}
        told = [
            index for index, section in enumerate(reading.sections)
            if index in asked or (section.title is not None and (section.parent, section.level) in beside and section.kind not in _NO_ANSWER and index not in inside and _is_prose(reading, index))
        ]
        return [to_end(reading, index, "answer") for index in told]
    titled = [index for index, section in enumerate(reading.sections) if section.title is not None and section.lines[0] < section.lines[1]]
    # The name of the letter stands above who writes it, and "Expected salary" asks for no story.
    told = [index for index in titled if reading.sections[index].kind != "personal" and not (reading.children[index] and title_kind(reading.document.words(reading.sections[index].title or Span(0, 0))))]
    titled = told if len(told) >= _SEVERAL else titled
    if len(titled) == _SEVERAL and reading.children[titled[0]] and not _says_something(reading, titled[0]):
        # Under the name stand facts, and what is told follows.
        titled = titled[1:]
    if not titled:
        return [DraftEntry(None, (0, len(reading.lines)), 0, "answer")]
    if sum(reading.sections[index].parent < 0 for index in titled) < _SEVERAL:
        return [of_lines(reading, index, "answer") for index in titled]
    whole = {index for index in titled if _answers_itself(reading, index)}
    told = [index for index in titled if whole.isdisjoint(ancestors(reading.sections, index))]
    return [to_end(reading, index, "answer") if index in whole else of_lines(reading, index, "answer") for index in told]


def _answers_itself(reading: Reading, index: int) -> bool:
    """Whether prose stands right below a question that has headings inside, so that these are parts of its answer; a letter's own name asks nothing."""
    title = reading.sections[index].title
    named = title is None or title_kind(reading.document.words(title)) is not None
    parts = bool(reading.children[index]) and all(reading.sections[child].kind != "prompt" for child in reading.children[index])
    return not named and parts and _is_prose(reading, index)


def _is_prose(reading: Reading, index: int) -> bool:
    """Whether words and no list are what stands under a heading; a number may open a paragraph ("1. A map of wells" above what is told of it)."""
    lines = reading.lines[slice(*reading.sections[index].lines)]
    told = sum(len(line.span) for line in lines if line.kind == "text")
    listed = sum(len(line.span) for line in lines if line.kind == "item")
    return all(line.kind in ("text", "silent", "item") for line in lines) and told > _SHORT_LINE and told > 2 * listed


def _says_something(reading: Reading, index: int) -> bool:
    """Whether a row under a heading ends as a sentence does."""
    rows = [row for line in reading.lines[slice(*reading.sections[index].lines)] for row in reading.document.words(line.span).split("\n")]
    return any(_SENTENCE_END.search(row.strip()) for row in rows)


def _is_innermost(reading: Reading, index: int) -> bool:
    """Whether no other question stands inside this one, as inside the title "자기소개서"."""
    return not any(reading.sections[child].kind in ("letter", "prompt") for child in reading.children[index])
