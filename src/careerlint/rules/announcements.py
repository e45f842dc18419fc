"""Announcements: statements that say what follows and end in a colon."""

from __future__ import annotations

from collections.abc import Iterator

from careerlint.model.evidence import Evidence
from careerlint.model.outline import Statement
from careerlint.model.span import Span

_FURTHEST = 200
"""Statements above a bullet, in which the one that announces its list is looked for."""


def announces(evidence: Evidence, statement: int) -> bool:
    """Whether a statement ends in a colon ("the challenges I met were:"): what follows tells, and it does not."""
    return evidence.text(statement).rstrip(" *_").endswith((":", "："))


def heads_list(evidence: Evidence, statement: int) -> bool:
    """Whether a Korean statement is nothing but nouns over a list, in bold ("**쿼리 부하 개선**") or behind a sign that the list does not bear ("✅ 쿼리 부하 개선"): the list tells."""
    statements = evidence.outline.statements
    found, words = statements[statement], evidence.words[statement]
    if found.language != "ko" or not words or words[-1].pos != "noun" or statement + 1 == len(statements):
        return False
    following = statements[statement + 1]
    if following.form != "bullet" or following.section != found.section:
        return False
    if _bears_sign(found) and following.block.kind == "item" and following.block.marker != found.block.marker:
        return True
    marks = evidence.document.marks_from(Span(found.span.start, found.span.start))
    over = following.parent == statement or found.form == "prose"
    return over and any(mark.kind == "strong" and mark.span.contains(found.span) for mark in marks)


def _bears_sign(found: Statement) -> bool:
    """Whether a bullet's mark is a sign and neither a dash nor a number, as writers put before titles."""
    marker = found.block.marker
    return found.block.kind == "item" and bool(marker) and not marker.isascii() and not marker[0].isalnum()


def announcement_of(evidence: Evidence, statement: int, around: range) -> Iterator[int]:
    """The sentence that ends in a colon above the list that a bullet stands in."""
    statements = evidence.outline.statements
    found = statements[statement]
    for index in range(statement - 1, max(statement - _FURTHEST, around.start) - 1, -1):
        other = statements[index]
        if other.section != found.section:
            return
        if other.form != "bullet" or other.depth < found.depth:
            if announces(evidence, index):
                yield index
            if other.form != "bullet":
                return
