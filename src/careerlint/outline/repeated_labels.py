"""Repeated labels: a line that stands below each of several jobs ("**Accomplishments**") is a label inside them and no section of a résumé."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careerlint.model.document import Document
from careerlint.model.outline import SectionKind
from careerlint.outline.lines import OutlineLine

_INSIDE: frozenset[SectionKind] = frozenset(("awards", "skills", "activities", "summary", "training", "publications", "links"))
"""What headings of a résumé announce that may also be a label inside a job: "Achievements", "Technologies"."""
_SEVERAL = 2


def without_repeated_labels(
    document: Document, lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None]
) -> tuple[list[OutlineLine], list[SectionKind | None]]:
    """The lines with such labels as text: lines that only look like headings, with the same words, a title between each two of them."""
    found, known = list(lines), list(kinds)
    places: dict[str, list[int]] = {}
    for place, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if line.kind == "heading" and line.look and not line.prompt and kind in _INSIDE:
            places.setdefault(document.words(line.span).strip(" :：*").lower(), []).append(place)
    for same in places.values():
        if len(same) >= _SEVERAL and all(_has_title(lines, kinds, first, last) for first, last in zip([-1, *same], same, strict=False)):
            for place in same:
                found[place] = replace(lines[place], kind="text", level=0)
                known[place] = None
    return found, known


def _has_title(lines: Sequence[OutlineLine], kinds: Sequence[SectionKind | None], first: int, last: int) -> bool:
    """Whether the last heading between two lines only looks like one and announces nothing, as the title of a job does."""
    between = [place for place in range(first + 1, last) if lines[place].kind == "heading"]
    return bool(between) and lines[between[-1]].look and kinds[between[-1]] is None
