"""Numbered sisters: a bold line "프로젝트 4. ..." behind the heading "프로젝트 3. ..." is the next work, and no part of that one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.outline.lines import OutlineLine

_COUNTED = Expression(r"\W{0,4}(?P<sort>프로젝트|과제|작품|project|work|case study)\s?#?(?P<number>\d{1,2})(?![-.]?\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Count:
    sort: str
    number: int


def with_numbered_sisters(document: Document, lines: Sequence[OutlineLine]) -> list[OutlineLine]:
    """The lines with such bold lines as headings of the level at which the works before them are counted."""
    found = list(lines)
    last: tuple[_Count, int] | None = None
    for place, line in enumerate(lines):
        count = _count(document, line)
        if count is None:
            continue
        if not line.look:
            last = (count, line.level)
        elif last is not None and count == _Count(last[0].sort, last[0].number + 1):
            found[place] = replace(line, level=last[1], look=False)
            last = (count, last[1])
    return found


def _count(document: Document, line: OutlineLine) -> _Count | None:
    counted = _COUNTED.match(document.words(line.span)) if line.kind == "heading" and not line.prompt else None
    return _Count(counted["sort"].lower(), int(counted["number"])) if counted is not None else None
