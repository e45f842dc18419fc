"""Degrees: what stands below a degree under a heading or bold line of its own ("Grades", "Modules") is a part of it and no other degree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from careerlint.expression import Expression
from careerlint.outline.draft import Draft
from careerlint.outline.entry_drafts import DraftEntry
from careerlint.outline.vocabulary import heading_words

_PART = Expression(
    r"(?:(?:my|final|overall|exam|relevant|selected|core|main|major|notable|key|(?:ph\.?d|graduate|undergraduate|bachelor|master)(?:['’]?s)?(?:\slevel)?)\s){0,2}"
    r"(?:grades?|marks|gpa|scores|modules|subjects|course\s?work|courses(?:\staken)?|classes|curriculum|(?:thesis|dissertation)(?:\s(?:topic|title))?|hobbies|interests)"
    r"|(?:주요|전공|핵심|관련)?\s?(?:성적|학점|평점|이수\s?(?:과목|교과)|수강\s?(?:과목|내역)|전공\s?과목|과목|교과목|커리큘럼|학위\s?논문|졸업\s?논문)",
    re.IGNORECASE,
)
"""What a degree consists of, as the whole of a heading; nobody studies anything called so."""


def with_their_parts(draft: Draft, entries: Sequence[DraftEntry]) -> list[DraftEntry]:
    """The degrees and courses of a list, each with its parts right behind it; a part without a degree above is none."""
    kept: list[DraftEntry] = []
    for entry in entries:
        words = heading_words(draft.document.words(entry.title)) if entry.title is not None else ""
        if not words or entry.rows is not None or _PART.fullmatch(words) is None:
            kept.append(entry)
        elif kept and kept[-1].rows is None and kept[-1].lines[1] == entry.lines[0]:
            kept[-1] = replace(kept[-1], lines=(kept[-1].lines[0], entry.lines[1]))
    return kept
