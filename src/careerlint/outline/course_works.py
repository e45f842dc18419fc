"""Works of a course: the projects that the bullets of a course tell of, beside the course itself."""

from __future__ import annotations

import re

from careerlint.expression import Expression
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import DraftEntry, of_title
from careerlint.outline.levels import PROJECT_PARTS
from careerlint.outline.sections import first_line

_WORK_LABEL = Expression(r"\W*(역할|담당(?:\s?업무)?|맡은\s?일|(?:사용\s?)?기술(?:\s?스택)?|성과|결과|기여도?|role|my part|stack|tools?|tech(?:nologies)?|results?|impact)\W*[:：|]", re.IGNORECASE)
"""How the bullets of a project say what its author did and with what."""
_SEVERAL = 2


def works_of_course(draft: Draft, index: int) -> list[DraftEntry]:
    """A course and the projects made there, where two or more of its bullets each have a role, tools, results or a period among the bullets inside them."""
    section = draft.sections[index]
    for place in (index, *(child for child in draft.children[index] if draft.sections[child].kind not in PROJECT_PARTS)):
        first, last = draft.sections[place].lines
        outer = draft.outer_bullets(first, last)
        made = [position for position, stop in zip(outer, [*outer[1:], last], strict=False) if _tells_of_work(draft, position, stop)]
        if len(made) >= _SEVERAL and 2 * len(made) >= len(outer):
            works = [of_title(draft, start, stop, place, "project") for start, stop in zip(outer, [*outer[1:], last], strict=False) if start >= made[0]]
            return [DraftEntry(section.title, (first_line(section), made[0]), index, "course"), *works]
    return []


def _tells_of_work(draft: Draft, position: int, stop: int) -> bool:
    """Whether the bullets inside a bullet tell of it with two labels of a project: its role, tools, results."""
    inside = [draft.document.words(line.span) for line in draft.lines[position + 1 : stop] if line.kind == "item" and line.depth > 1]
    return len({match[1] for words in inside if (match := _WORK_LABEL.match(words))}) >= _SEVERAL
