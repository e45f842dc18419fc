"""STO002: entries whose story meets no obstacle once the work has begun."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from careerlint.expression import Expression
from careerlint.model.evidence import Evidence, Hit
from careerlint.model.rule import Rule

_MET = frozenset(("difficulty", "failure", "obstacle", "hitch"))
_BEGUN = ("action", "change", "use")
_OTHERS = Expression(
    r"사용자|고객|유저|이용자|학생|어르신|노인|환자|직원|주민|시민|회원|소상공인|점주|농가|교사|사람들|아이들|담당자|상담원|기존\s?(?:시스템|방식|서비스)|"
    r"판매자|구매자|소비자|관객|승객|"
    r"\b(?:sellers?|buyers?|shoppers?|merchants?|consumers?|travell?ers?|passengers?|applicants?|tenants?|users?|customers?|clients?|students?|patients?|people|residents?|members?|nurses?|doctors?|teachers?|farmers?|drivers?|riders?|home|hospital|company|office|shop|town|city|school|library|club|team|agents?|staff|visitors?|readers?|everyone|nobody)\b",
    re.IGNORECASE,
)
"""Whose problem the project sets out to solve."""
_MOTIVE = Expression(
    r"(?:해결할\s?|프로젝트의?\s?|기존\s?)?문제(?:점|\s?(?:정의|상황|인식|제기|배경))?|(?:프로젝트\s?|개발\s?|기획\s?|제작\s?)?(?:배경|동기|계기|필요성|상황)|"
    r"(?:the\s|our\s|business\s)?(?:problem|motivation|background|situation|context|need|why)(?:\s(?:statement|definition|to solve))?",
    re.IGNORECASE,
)
"""Labels and headings of why a project was begun."""
_SHORTEST_NAME = 4
_SHORT_KINDS = frozenset(("resume", "career"))
_FEWEST_BULLETS = 3
_NOT_TOLD = frozenset(("form", "task", "quotation"))


def find_smooth_stories(evidence: Evidence, rule: Rule) -> Iterator[Hit]:
    """One hit for each told entry without an obstacle; the problem of others that stands before all work is its motive.

    A résumé that tells how trouble was met in one of its jobs or projects owes it in no other job: it has a page for all of them.
    """
    smooth = [entry for entry in evidence.asked_entries if not _meets_obstacle(evidence, evidence.entry_statements(entry)) and not _met_elsewhere(evidence, entry)]
    shown = len(smooth) < len(evidence.asked_entries)
    for entry in smooth:
        is_job = evidence.outline.entries[entry].kind == "job"
        if not _is_brief(evidence, entry) and not (shown and is_job):
            title = evidence.title(entry)
            yield Hit(title, -1, entry, values={"match": evidence.document.words(title)})


def _is_brief(evidence: Evidence, entry: int) -> bool:
    """Whether a job of a résumé has two bullets, however many sentences they hold: there is no room for more than results."""
    if evidence.outline.kind not in _SHORT_KINDS or evidence.outline.entries[entry].kind != "job":
        return False
    statements = [evidence.outline.statements[index] for index in evidence.entry_statements(entry)]
    return all(found.form == "bullet" for found in statements) and len({found.block.span for found in statements}) < _FEWEST_BULLETS


def _met_elsewhere(evidence: Evidence, entry: int) -> bool:
    """Whether a section outside the entry is headed by its name and tells of an obstacle: "Route map: the tiles that never came"."""
    sections, told = evidence.outline.sections, evidence.outline.entries[entry]
    name = next((section.heading for section in sections if section.title is not None and section.title == told.title), "")
    if len(name) < _SHORTEST_NAME:
        return False
    named = {
        number for number, section in enumerate(sections)
        if section.title is not None and name in section.heading and not told.span.contains(section.title) and section.title != told.title
    }
    own = evidence.entry_statements(entry)
    return bool(named) and _meets_obstacle(evidence, [index for index, found in enumerate(evidence.outline.statements) if found.section in named and index not in own])


def _meets_obstacle(evidence: Evidence, statements: Iterable[int]) -> bool:
    begun = False
    for index in statements:
        claim = evidence.claims[index]
        if claim.author in _NOT_TOLD:
            continue
        begun = begun or (claim.own and evidence.has(index, _BEGUN))
        for signal in evidence.signals[index]:
            if signal.name not in _MET:
                continue
            own = begun or not (evidence.match(_OTHERS, index) or _is_motive(evidence, index)) or _is_analysed(evidence, index)
            if signal.strength == "label" or (claim.modality == "done" and own):
                return True
    return False


def _is_motive(evidence: Evidence, statement: int) -> bool:
    """Whether a label or heading says that this is the problem which the project sets out to solve."""
    found = evidence.outline.statements[statement]
    return any(_MOTIVE.fullmatch(words.strip()) for words in (found.label, *found.context[-1:], evidence.outline.sections[found.section].heading))


def _is_analysed(evidence: Evidence, statement: int) -> bool:
    """Whether the cause of the trouble is told: then it was met, and not only found at the start."""
    return any(signal.name == "cause" and signal.strength == "strong" for signal in evidence.signals[statement])
