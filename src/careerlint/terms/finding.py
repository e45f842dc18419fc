"""Finds skills in a text by looking its words up, one to four at a time, in a table of normalised spellings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careerlint.model.span import Span
from careerlint.model.term import Mention, Skill
from careerlint.terms.table import WORD, SkillTable, Spelling, beginning

_JOINT = re.compile(r"[-. _/'·]?|[ ]?&[ ]?")
_LONGEST = 4
"""Words of the longest name ("Retrieval Augmented Generation")."""
_VERSION = re.compile(r"[vVbB]?\d+(?:[A-Za-z]{1,2})?$")
_TAIL = re.compile(
    r"(?:[-_ ]?[vV]?\d+(?:\.\d+)*[a-zA-Z]{0,2}(?![A-Za-z0-9])|[-_](?:[BbLlVv]\d+|[A-Za-z]{1,2}/\d+|\d+(?:\.\d+)?[bBmM]|base|large|small|tiny|mini|nano|"
    r"medium|xl|xxl|turbo|instruct|chat|uncased|cased|multilingual|v\d+|[TSBLHXnsmlx])(?![A-Za-z0-9]))+"
)
"""What follows the name of a model: versions and sizes (ResNet-50, GPT-4o-mini, Llama-3-8B-Instruct, bert-base-uncased)."""
_PARTICLES = (
    "으로써", "에서는", "으로는", "이라는", "에서도", "이라고", "이었다", "입니다", "으로", "에서", "에는", "이나", "까지", "부터", "처럼", "보다",
    "에게", "이며", "라는", "이란", "이고", "등을", "등의",
    "과", "와", "을", "를", "은", "는", "이", "가", "의", "로", "에", "도", "만", "나", "랑", "용", "식", "등", "및", "란",
)
"""Korean particles that follow a noun without a space, longest first."""
_NOUNS_BEHIND = ("기반", "모델", "기법", "방식", "서버", "환경")
"""Nouns that are written to a name without a space."""
_LIST_GAP = re.compile(r"[\s,/·|&、;:+()\[\]•ㆍ*-]{0,6}(?:(?:and|or|및|또는|와|과|랑|이나|나|language|언어)[\s,]{0,3})?")
_LANGUAGE_BEFORE = re.compile(r"(?:\b(?:in|using|with|via)|(?:언어|language|languages)\s?:)\s$", re.IGNORECASE)
_TOOL_PARTICLE = re.compile(r"(?:를|을|로|으로)(?![가-힣])|\s?(?:언어|프로그래밍|패키지|스크립트)")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)>\]]+|[\w.+-]+@[\w-]+\.[\w.]+")


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    name_end: int
    last: int
    spelling: Spelling


class TermFinder:
    """Looks up names of skills; made once for a rule set and used for every document."""

    def __init__(self, table: SkillTable) -> None:
        self.table = table
        self._beginnings = table.beginnings
        self._openings = table.openings
        self._spellings = table.spellings

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> TermFinder:
        """From the data of `rules/vocabulary/skills.yml`."""
        return cls(SkillTable.from_data(data))

    @property
    def skills(self) -> Mapping[str, Skill]:
        """Every skill by its right spelling."""
        return self.table.skills

    def find(self, text: str, offset: int = 0) -> tuple[Mention, ...]:
        """Mentions ordered by start, without overlap; `offset` is where the text starts in the document."""
        words = list(WORD.finditer(text))
        found: list[_Found] = []
        position = 0
        beginnings = self._beginnings
        while position < len(words):
            word = words[position].group()
            if beginning(word) not in beginnings:
                position += 1
                continue
            match = self._longest_at(text, words, position)
            if match is None:
                position += 1
                continue
            found.append(match)
            position = match.last + 1
            while position < len(words) and words[position].start() < match.end:
                position += 1
        if not found:
            return ()
        found = _without_addresses(text, found)
        return tuple(
            Mention(item.spelling.skill, Span(item.start + offset, item.end + offset), text[item.start : item.end], _name(item, offset), item.spelling.right)
            for index, item in enumerate(found)
            if item.spelling.lone or _stands_by_others(text, found, index)
        )

    def _longest_at(self, text: str, words: Sequence[re.Match[str]], position: int) -> _Found | None:
        """The longest name that begins at a word."""
        start = words[position].start()
        best: _Found | None = None
        joined = ""
        for last in range(position, min(position + _LONGEST, len(words))):
            if last > position and not _JOINT.fullmatch(text, words[last - 1].end(), words[last].start()):
                break
            word = words[last].group()
            for form in _forms(word):
                end = words[last].start() + len(form)
                spelling = self._spelling(joined + form.lower(), text, start, end)
                if spelling is not None:
                    whole = words[last].end() if form.isascii() else end
                    best = _Found(start, _with_tail(text, whole, spelling), end, last, spelling)
                    break
            joined += word.lower()
            if joined not in self._openings:
                break
        return best

    def _spelling(self, normal: str, text: str, start: int, end: int) -> Spelling | None:
        for spelling in self._spellings.get(normal, ()):
            if not spelling.exact:
                return spelling if spelling.lone or not _is_glued(text, start, end) else None
            if text[start:end] == spelling.exact and not _is_glued(text, start, end):
                return spelling
        return None


def _forms(word: str) -> tuple[str, ...]:
    """The word itself, then without its version, its plural or its particle."""
    if word.isascii():
        forms = [word]
        stem = _VERSION.sub("", word)
        if 2 <= len(stem) < len(word):
            forms.append(stem)
        if len(word) > 3 and word.endswith("s"):
            forms.append(word[:-1])
        return tuple(forms)
    forms = [word, *(word[: -len(particle)] for particle in _PARTICLES if word.endswith(particle) and len(word) > len(particle) + 1)]
    return (*forms, *(form[:-2] for form in forms if form.endswith(_NOUNS_BEHIND) and len(form) > 3))


def _with_tail(text: str, end: int, spelling: Spelling) -> int:
    """Where the name ends with the version or size of a model behind it."""
    if spelling.skill.kind != "model" or end == len(text) or text[end] not in "-_ 0123456789vV":
        return end
    tail = _TAIL.match(text, end)
    return tail.end() if tail is not None and not tail.group().startswith(" ") else end


def _is_glued(text: str, start: int, end: int) -> bool:
    """Whether a hyphen or apostrophe makes an ordinary word part of a longer one (X-Ray, Go-to-market)."""
    if start > 1 and text[start - 1] in "-'’_." and text[start - 2].isalnum():
        return True
    return end + 1 < len(text) and text[end] in "'’_&" and text[end + 1].isalnum()


def _name(item: _Found, offset: int) -> Span:
    return Span(item.start + offset, item.name_end + offset)


def _without_addresses(text: str, found: list[_Found]) -> list[_Found]:
    """What is part of a web or mail address names nothing."""
    if "://" not in text and "@" not in text and "www." not in text:
        return found
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    return [item for item in found if not any(start <= item.start and item.end <= end for start, end in addresses)]


def _stands_by_others(text: str, found: Sequence[_Found], index: int) -> bool:
    """Whether a name that is an ordinary word is meant as one: in a list with others, alone in its line, or "in R", "R로"."""
    item = found[index]
    if text[item.end : item.end + 1] == "-":
        return False
    if index > 0 and _is_list(text, found[index - 1].end, item.start):
        return True
    if index + 1 < len(found) and _is_list(text, item.end, found[index + 1].start):
        return True
    line_start, line_end = text.rfind("\n", 0, item.start) + 1, text.find("\n", item.end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if line.strip(" \t-*•·|") == text[item.start : item.end]:
        return True
    if item.spelling.skill.kind != "language":
        return False
    if _LANGUAGE_BEFORE.search(text, max(item.start - 12, 0), item.start):
        return True
    return item.spelling.skill.name != "C" and _TOOL_PARTICLE.match(text, item.end) is not None


def _is_list(text: str, start: int, end: int) -> bool:
    gap = text[start:end]
    return len(gap) < 16 and bool(gap.strip()) and _LIST_GAP.fullmatch(gap) is not None
