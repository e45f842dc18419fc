"""Heads: which lines open a section, whether the format says so or only their words and look do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from careerlint.model.document import Format
from careerlint.model.outline import SectionKind
from careerlint.outline.dates import is_date
from careerlint.outline.headings import heading_words, is_capitals
from careerlint.outline.lines import Line
from careerlint.outline.prompts import asks_in_english, is_prompt
from careerlint.outline.vocabulary import LISTING_KINDS, RESUME_KINDS, HeadingVocabulary, title_kind

_LONGEST_KNOWN = 34
_LEAST_SECTIONS = 3
_BIG_GLYPHS = frozenset("■▶►●◆◇□★☆▣◈※▪♦")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[ⅠⅡⅢⅣⅤⅥ]+|[IVX]{1,4})[.)]\s*\S")
_BRACKETED = re.compile(r"^\s*[\[【<〈《「(].{1,28}[\]】>〉》」)]\s*$")


@dataclass(frozen=True, slots=True)
class Head:
    """A line that opens a section. `level` 0 is settled later by its neighbours; `words` is the heading without decoration.

    `resume` and `project` are what it announces in a résumé and in a project's text; `look` says that the format itself gives no level.
    """

    line: int
    level: int
    words: str
    resume: SectionKind | None
    project: SectionKind | None
    look: bool
    prompt: bool = False


def find_heads(lines: Sequence[Line], vocabulary: HeadingVocabulary, format: Format) -> list[Head]:
    """All heads in reading order, those by look with level 0."""
    capitals_known = sum(line.kind != "table" and is_capitals(line.text) and vocabulary.exact(line.text) is not None for line in lines)
    heads: list[Head] = []
    for index, line in enumerate(lines):
        head = None
        if line.kind == "heading":
            head = _real_head(lines, index, vocabulary, format, heads)
        elif line.kind != "table":
            head = _head_by_look(lines, index, vocabulary, format, capitals_known >= 2)
        if head is not None:
            heads.append(head)
    return _by_rank(heads, lines) if format in ("pdf", "docx") else heads


def _by_rank(heads: list[Head], lines: Sequence[Line]) -> list[Head]:
    """In a résumé whose headings only their look tells, known sections stand on one level and titles of jobs below it."""
    known = [head for head in heads if head.level and head.resume in RESUME_KINDS and head.resume != "letter"]
    if len({head.resume for head in known}) < _LEAST_SECTIONS:
        return heads
    base = Counter(head.level for head in known).most_common(1)[0][0]
    capitals = sum(is_capitals(lines[head.line].text) for head in known) * 2 > len(known)
    ranked: list[Head] = []
    for head in heads:
        if head.level and head.line > known[0].line and title_kind(head.words) is None:
            if head.resume in RESUME_KINDS or (capitals and is_capitals(lines[head.line].text)):
                head = replace(head, level=base if head.level <= base + 1 else head.level)
            elif head.level <= base:
                head = replace(head, level=base + 1)
        ranked.append(head)
    return ranked


def known_levels(heads: Sequence[Head]) -> int:
    """The level at which the format's own headings announce sections of a résumé; 0 where none does."""
    levels = Counter(head.level for head in heads if not head.look and head.resume in RESUME_KINDS and head.level)
    return min(levels) if levels else 0


def _real_head(lines: Sequence[Line], index: int, vocabulary: HeadingVocabulary, format: Format, before: Sequence[Head]) -> Head | None:
    line = lines[index]
    by_look = format in ("pdf", "docx")
    if is_date(line.text) or (by_look and len(line.text) > 140 and not is_prompt(line.text)):
        return None
    words = heading_words(line.text)
    if not words:
        return None
    resume, project = vocabulary.kind_of(line.text), vocabulary.kind_of(line.text, "project")
    prompt = is_prompt(line.text)
    follows = before[-1] if before and before[-1].line == index - 1 else None
    # Word and PDF writers set company and job title in two big lines: the second continues the first.
    if by_look and resume is None and not prompt and follows is not None and not follows.look and follows.resume is None and follows.level == line.level and len(before) > 1:
        return None
    return Head(index, line.level, words, resume, project, line.level == 0, prompt)


def _head_by_look(lines: Sequence[Line], index: int, vocabulary: HeadingVocabulary, format: Format, capitals: bool) -> Head | None:
    line = lines[index]
    text = line.text
    if is_prompt(text) and (line.kind == "text" or line.depth <= 1) and (line.opens or format != "md"):
        return Head(index, 0, heading_words(text), "prompt", "prompt", True, True)
    if len(text) > _LONGEST_KNOWN + 10 or "\t" in text or text.endswith((".", "다.", "요.")):
        return None
    if line.kind == "item" and not (line.dropped[:1] in _BIG_GLYPHS or (line.dropped[:1].isdigit() and line.depth == 1)):
        return None
    words = heading_words(text)
    if not words or len(words) > _LONGEST_KNOWN:
        return None
    resume, project = vocabulary.kind_of(text), vocabulary.kind_of(text, "project")
    if resume is not None and resume in RESUME_KINDS and _stands_out(lines, index, line, resume, words):
        return Head(index, 0, words, resume, project, True)
    if project is not None and line.kind == "text" and _is_marked(lines, index, line):
        return Head(index, 0, words, resume, project, True)
    if format in ("txt", "pdf") and capitals and line.kind == "text" and line.alone and line.gap >= 0.5 and is_capitals(text) and len(words.split()) <= 5:
        return Head(index, 0, words, None, None, True)
    if index < 3 and line.kind == "text" and line.opens and len(words.split()) <= 4 and title_kind(words) is not None and not line.nested:
        return Head(index, 1, words, resume, project, True)
    return None


def _stands_out(lines: Sequence[Line], index: int, line: Line, kind: SectionKind, words: str) -> bool:
    """Whether a line with a section's name is its heading, not a word in a list or a form's cell."""
    if line.kind == "item":
        return kind in LISTING_KINDS | {"letter", "skills", "awards", "certificates", "personal", "summary"}
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or following.kind == "heading":
        return line.bold and following is not None
    if line.nested:
        return kind in LISTING_KINDS | {"letter", "awards", "certificates", "summary", "skills"}
    if line.depth or not line.opens:
        return line.bold
    # One short word between other short lines of a paragraph is as likely a value.
    return line.alone or line.bold or is_capitals(words) or line.text.rstrip().endswith(":")


def _is_marked(lines: Sequence[Line], index: int, line: Line) -> bool:
    text = line.text.rstrip()
    if line.bold or text.endswith((":", "：")) or _BRACKETED.match(text) or is_capitals(text):
        return True
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or following.kind == "heading" or line.depth or not line.alone:
        return False
    return bool(line.dropped) or _NUMBERED.match(text) is not None or following.kind in ("item", "table") or line.gap >= 1


def english_prompts(heads: Sequence[Head], lines: Sequence[Line]) -> list[Head]:
    """The heads that ask something in English."""
    return [head for head in heads if asks_in_english(lines[head.line].text)]
