"""Unsaid: lines that a page has and its author never tells: names of pictures, tags, commands to a typesetter, dates and signatures of letters."""

from __future__ import annotations

import re

from careerlint.expression import Expression
from careerlint.model.document import Block, Document

_PICTURE = Expression(r"\W*(?:(?:[A-Z\d][\w&.,'’()-]*|of|the|and|for|&|de)\s+){1,8}(?:logo|avatar|profile (?:picture|photo)|cover photo)\W*|(?:[\w&.()-]+\s){0,4}(?:회사|기업|대학교?|학교|프로필|단체)\s?(?:로고|사진)")
"""The name of a picture in its place, as pages copied from the web leave it behind."""
_LOOP = Expression(r"(?:\s*\{%[^%\n]*%\}\s*)+")
"""Tags of a page's template alone in their block: a loop over posts, a file to include."""
_TYPESET = Expression(r"\\(?:[A-Za-z]+\*?(?:\{[^{}\n]*\}|\[[^\[\]\n]*\])?)?")
"""A command to a typesetter alone in its block, as pages for Pandoc have it: "\\pagenumbering{gobble}"."""
_CLOSING = Expression(r"(?:(?:best|kind|warm)(?:est)?\s)?(?:regards|wishes)|(?:yours\s)?(?:sincerely|faithfully|truly)(?:\syours)?|respectfully(?:\syours)?|(?:many\s)?thanks|thank you", re.IGNORECASE)
"""What a letter says above the name of its writer."""
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_LETTER_HEAD = Expression(rf"(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH},?\s(?:19|20)\d\d|to whom it may concern|dear\s[^.!?\n]{{1,50}})[,:.]?", re.IGNORECASE)
"""The date of a letter and its greeting, which head nothing."""
_UNFOLD = Expression(
    r"[\W_]*(?:(?:click|tap|press)(?: here| me)?(?: to (?:expand|open|unfold|see|show|view|read)(?: (?:it|all|more|details?|the details))?| for (?:more|details?))?|(?:expand|unfold|show|see|view|read)(?: (?:me|all|more|details?|the details))?|more"
    r"|(?:클릭|눌러|클릭\s?(?:하여|해서))(?:\s?(?:하세요|주세요))?(?:\s?(?:펼치기|펼쳐\s?보기|열기|보기|더\s?보기|자세히\s?보기))?|(?:펼치기|펼쳐\s?보기|접기|접기\s?/\s?펼치기|펼치기\s?/\s?접기|더\s?보기|자세히\s?(?:보기)?|상세\s?(?:히\s)?보기|내용\s?보기|전체\s?보기|열기))(?:\s?\((?:click|클릭)!?\))?[\W_]*",
    re.IGNORECASE,
)
"""What stands on the flap of a folded part of a page."""


def unfolds(words: str) -> bool:
    """Whether a line only says that more is folded below it: "펼치기", "Click to expand"."""
    return _UNFOLD.fullmatch(words) is not None


def is_loop(words: str) -> bool:
    """Whether words are nothing but tags of a page's template."""
    return _LOOP.fullmatch(words) is not None


def says_nothing(words: str) -> bool:
    """Whether a paragraph is the name of a picture, the tags of a page's template or a command to a typesetter."""
    return any(expression.fullmatch(words) is not None for expression in (_PICTURE, _LOOP, _TYPESET))


def is_of_a_letter(document: Document, block: Block, before: Block | None) -> bool:
    """Whether a line that stands alone in plain text is the date or the greeting of a letter, or the name below "Sincerely,"."""
    if _LETTER_HEAD.fullmatch(document.words(block.span).strip()):
        return True
    return before is not None and _CLOSING.fullmatch(document.words(before.span).strip().rstrip(",. ").split("\n")[-1]) is not None
