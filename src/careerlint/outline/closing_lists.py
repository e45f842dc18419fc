"""Closing lists: skills, languages and the like that stand at the end of a résumé under a plain line or bullet, behind the last job and no part of it."""

from __future__ import annotations

import re
from collections import Counter

from careerlint.expression import Expression
from careerlint.model.document import Block, Document
from careerlint.model.outline import SectionKind
from careerlint.outline.vocabulary import HeadingVocabulary

_NAMES = Expression(
    r"(?:(?:my|key|core|technical|professional|computer|hard|soft|other)\s){0,2}skills|(?:foreign\s|spoken\s)?languages|certificates|certifications|hobbies|interests|(?:hobbies|interests)\sand\s(?:hobbies|interests)"
    r"|(?:보유\s?)?(?:기술|스킬)|외국어|어학|언어|자격증|취미|관심사",
    re.IGNORECASE,
)
"""What a person has; "Technologies" and "Stack" are as often those of one job."""
_FEWEST = 2
_FEWEST_SKILLS = 5
_LONGEST_ITEM = 40


def closing_lists(document: Document, vocabulary: HeadingVocabulary) -> frozenset[int]:
    """Where the lines begin that head such lists behind all headings, each the only one of its kind and words.

    A label that stands in several jobs, or beside a section of its kind, is one of a job, and so is one above few skills.
    """
    headings = [block for block in document.walk() if block.kind == "heading"]
    known = {vocabulary.kind_of(document.words(block.span)) for block in headings}
    if "experience" not in known or any(block.kind == "heading" for block in document.blocks[-1:]):
        return frozenset()
    last = headings[-1].span.end
    found: dict[int, SectionKind] = {}
    # The words of a bullet may be a paragraph inside it.
    names = Counter({block.span.start: name for block in document.walk() if block.kind in ("paragraph", "item") and (name := _name(document, block))}.values())
    for block, below in zip(document.blocks, (*document.blocks[1:], None), strict=True):
        head = block.children[0] if block.kind == "list" and len(block.children) == 1 else block
        listed = _listed(head, below)
        name = _name(document, head) if block.span.start > last and listed is not None else ""
        kind = vocabulary.kind_of(name) if name else None
        if listed is None or kind is None or kind in known or names[name] > 1 or kind in found.values():
            continue
        short = all(len(document.words(item.span).strip()) <= _LONGEST_ITEM for item in listed.children)
        if short and len(listed.children) >= (_FEWEST_SKILLS if kind == "skills" else _FEWEST):
            found[head.span.start] = kind
    return frozenset(found)


def _listed(head: Block, below: Block | None) -> Block | None:
    """The list right below a line, or inside a bullet."""
    if head.kind == "item":
        return next((child for child in head.children if child.kind == "list"), None)
    return below if head.kind == "paragraph" and below is not None and below.kind == "list" else None


def _name(document: Document, block: Block) -> str:
    """The first row of a block in small letters where it is the name of such a list, with or without a colon."""
    row = document.words(block.span).split("\n", 1)[0].strip().rstrip(":： ")
    whole = block.kind == "item" or "\n" not in document.words(block.span).strip()
    return row.lower() if whole and _NAMES.fullmatch(row) else ""
