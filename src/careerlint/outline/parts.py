"""Parts: documents inside a document, as a merged PDF holds résumé, letter and portfolio."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerlint.dates import is_period
from careerlint.model.outline import Kind
from careerlint.outline.draft import Draft
from careerlint.outline.levels import RESUME_SECTIONS
from careerlint.outline.sections import DraftSection
from careerlint.outline.vocabulary import heading_words

_MOST_WORDS = 4
_SEVERAL = 2
_LINK_LINES = 3


@dataclass(frozen=True, slots=True)
class DraftPart:
    """A part as half-open ranges of lines and sections; `kind` is None where no title names it."""

    kind: Kind | None
    lines: tuple[int, int]
    sections: tuple[int, int]


def draft_parts(draft: Draft) -> list[DraftPart]:
    """The parts in reading order; one alone unless two or more title-like headings name different kinds."""
    starts: list[tuple[int, Kind | None]] = []
    for index, section in enumerate(draft.sections):
        if section.title is None or section.level > 2:
            continue
        words = heading_words(draft.document.words(section.title))
        kind = draft.vocabulary.title_kind(words)
        # A section "포트폴리오" below the title "이력서" is a section; a part stands as high as the first one.
        high = not starts or section.level <= draft.sections[starts[0][0]].level
        if kind is not None and len(words.split()) <= _MOST_WORDS and high and (not starts or starts[-1][1] != kind):
            starts.append((index, kind))
    if starts and starts[0][1] == "cover-letter" and _tells_of_a_life(draft, draft.sections[: starts[0][0]]):
        # A résumé without a title of its own stands before the letter.
        starts.insert(0, (0, "resume"))
    whole = [DraftPart(None, (0, len(draft.lines)), (0, len(draft.sections)))]
    if len(starts) < 2 or not all(_has_room(draft, starts, position) for position in range(len(starts))):
        return whole
    parts = []
    for position, (index, kind) in enumerate(starts):
        first = 0 if position == 0 else index
        last = starts[position + 1][0] if position + 1 < len(starts) else len(draft.sections)
        line = 0 if position == 0 else draft.sections[index].lines[0] - 1
        end = draft.sections[last].lines[0] - 1 if last < len(draft.sections) else len(draft.lines)
        parts.append(DraftPart(kind, (line, end), (first, last)))
    return parts


def _tells_of_a_life(draft: Draft, sections: Sequence[DraftSection]) -> bool:
    """Whether the first sections are those of a résumé, or hold several rows that are a period each, as a page of a job site has them when it is copied."""
    if len({section.kind for section in sections} & RESUME_SECTIONS) >= _SEVERAL:
        return True
    inside = draft.lines[: sections[-1].lines[1]] if sections else []
    periods = sum(is_period(cell.strip()) for line in inside for row in line.rows(draft.document) for cell in row.split("\t"))
    return periods > _SEVERAL or (periods == _SEVERAL and any(section.kind == "experience" for section in sections))


def _has_room(draft: Draft, starts: Sequence[tuple[int, Kind | None]], position: int) -> bool:
    """Whether the part is more than a heading with a link under it."""
    first = starts[position][0]
    last = starts[position + 1][0] if position + 1 < len(starts) else len(draft.sections)
    return sum(section.lines[1] - section.lines[0] + (section.title is not None) for section in draft.sections[first:last]) > _LINK_LINES
