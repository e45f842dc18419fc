"""Finds skills in a text by looking its words up, one to four at a time, in a table of normalised spellings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from careerlint.expression import Expression
from careerlint.model.span import Span
from careerlint.model.term import Mention, Skill, Slip
from careerlint.terms.table import WORD, SkillTable, Spelling, beginning

_JOINT = Expression(r"[-. _/'·]?|[ ]?&[ ]?")
_LONGEST = 4
"""Words of the longest name ("Retrieval Augmented Generation")."""
_VERSION = Expression(r"[vVbB]?\d+(?:[A-Za-z]{1,2})?$")
_TAIL = Expression(
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
_VERBAL = frozenset("하해했한할함합되된됐돼시")
"""Syllables with which a noun becomes a verb (파인튜닝하고, 양자화했다, 테스트해)."""
_ENDINGS = (*_PARTICLES, *_NOUNS_BEHIND)
_WITH_PLURAL = frozenset(("model", "method", "concept"))
_LIST_GAP = Expression(r"[\s,/·|&、;:+()\[\]•ㆍ*-]{0,6}(?:(?:and|or|및|또는|와|과|랑|이나|나|language|언어)[\s,]{0,3})?")
_LANGUAGE_BEFORE = Expression(r"(?:\b(?:in|using|with|via)|(?:언어|language|languages)\s?:)\s$", re.IGNORECASE)
_TOOL_BEHIND = Expression(
    r"(?:를|을|로|으로)(?![가-힣])|\s?(?:언어|프로그래밍|패키지|스크립트|서버|코드)|"
    r"\s(?:services?|code|scripts?|programs?|programming|packages?|library|libraries|applications?|apps?|backends?|servers?|clients?|binary|binaries)\b"
)
_AROUND = Expression(r"[^\s()<>\[\]|,\"']*")
_ADDRESS = Expression(r"(?:https?://|www\.)|[\w.+-]@[\w-]|[A-Za-z0-9-]\.(?:com|org|io|net|kr|ai|dev|me|edu|gov)/")
_LONGEST_ADDRESS = 300
_AROUND_NAME = 60
"""Letters on both sides of a name that can say what it names."""
_OTHERS = {
    "BART": Expression(r"\bBART(?:'s)?\s(?:trains?|stations?|rides?|ridership|riders?|commut\w+|strike|lines?|tracks?|delays?|fares?|passengers?|system|police|transit|schedule|stops?|data)\b|\b(?:transit|ridership|commut\w+|San Francisco|Bay Area|Oakland|Berkeley|trains?\b(?=.*\bstations?))", re.IGNORECASE),
    "MSE loss": Expression(r"\bMSE[ -]loss\s?(?:(?:of|was|is|=|:|fell|rose|dropped|went|decreased|reached|from|to|at|\()\s?)+(?:about |to |from )?\d|\b(?:lowest|final|validation|test|average|mean|reported)\sMSE[ -]loss\b", re.IGNORECASE),
}
"""Names that something else bears too, with the words that stand around that."""


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    name_end: int
    last: int
    spelling: Spelling


_NOWHERE, _IS_NAME, _OPENS = range(3)


class _Places(dict[str, int]):
    """Remembers for the words of one text where in a name they can stand: most are met often and stand in none."""

    def __init__(self, place: Callable[[str], int]) -> None:
        super().__init__()
        self._place = place

    def __missing__(self, word: str) -> int:
        place = self[word] = self._place(word)
        return place


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
        letters = [word.group() for word in words]
        places = _Places(self._place)
        found: list[_Found] = []
        taken = 0
        for position, word in enumerate(letters):
            place = places[word]
            if place == _NOWHERE or words[position].start() < taken or (place == _OPENS and not self._may_go_on(letters, position)):
                continue
            match = self._longest_at(text, words, position)
            if match is not None:
                found.append(match)
                taken = match.end
        found = [item for item in found if not _is_in_address(text, item) and not _names_another(text, item)]
        return tuple(
            Mention(item.spelling.skill, Span(item.start + offset, item.end + offset), text[item.start : item.end], self._slips(text, item, offset))
            for run in _lists(text, found)
            for item in run
            if item.spelling.lone or _is_meant(text, item, run)
        )

    def _slips(self, text: str, item: _Found, offset: int) -> tuple[Slip, ...]:
        """Misspelt words of the name; a name all in lower case or all in capitals is a way of writing, no slip."""
        if not item.spelling.right:
            return (Slip(Span(item.start + offset, item.name_end + offset), item.spelling.skill.name),)
        slips = []
        for word in WORD.finditer(text, item.start, item.name_end):
            right = self.table.capitals.get(word.group().lower(), "")
            if right and word.group() != right and not (word.group().islower() or word.group().isupper()):
                slips.append(Slip(Span(word.start() + offset, word.end() + offset), right))
        return tuple(slips)

    def _place(self, word: str) -> int:
        """Where in a name the word can stand: it may be one, or only open one, or neither."""
        if beginning(word) not in self._beginnings:
            return _NOWHERE
        if word.lower() in self._spellings or any(form.lower() in self._spellings for form in _forms(word)):
            return _IS_NAME
        return _OPENS if word.lower() in self._openings else _NOWHERE

    def _may_go_on(self, letters: Sequence[str], position: int) -> bool:
        return position + 1 < len(letters) and beginning(letters[position + 1]) in self._openings[letters[position].lower()]

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
                if spelling is not None and not joined and _is_odd_plural(word, form, spelling):
                    spelling = None
                if spelling is not None:
                    whole = words[last].end() if form.isascii() else end
                    best = _Found(start, _with_tail(text, whole, spelling), end, last, spelling)
                    break
            opening = joined + word.lower()
            joined = opening + " "
            if opening not in self._openings:
                break
        return best

    def _spelling(self, normal: str, text: str, start: int, end: int) -> Spelling | None:
        for spelling in self._spellings.get(normal, ()):
            if not spelling.slashed and "/" in text[start:end]:
                continue
            if not spelling.exact:
                return spelling if spelling.lone or not _is_glued(text, start, end) else None
            if text[start:end] == spelling.exact and not _is_glued(text, start, end):
                return spelling
        return None


@lru_cache(maxsize=4096)
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
    verbal = [word[:index] for index in range(2, len(word)) if word[index] in _VERBAL]
    if not word.endswith(_ENDINGS) or word.endswith("학과"):
        return (word, *verbal)
    forms = [word, *verbal, *(word[: -len(particle)] for particle in _PARTICLES if word.endswith(particle) and len(word) > len(particle) + 1)]
    return (*forms, *(form[:-2] for form in forms if form.endswith(_NOUNS_BEHIND) and len(form) > 3))


def _is_odd_plural(word: str, form: str, spelling: Spelling) -> bool:
    """No name of one word but those of models and methods has a plural: "canvas" is no Canva, "reacts" no React."""
    return word == f"{form}s" and (spelling.skill.kind not in _WITH_PLURAL or spelling.exact.islower())


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


def _is_in_address(text: str, item: _Found) -> bool:
    """Whether the name is part of a web or mail address, which names nothing."""
    line = text.rfind("\n", max(item.start - _LONGEST_ADDRESS, 0), item.start) + 1
    before = text[max(line, item.start - _LONGEST_ADDRESS) : item.start]
    start = item.start
    for letter in reversed(before):
        if letter.isspace() or letter in "()<>[]|,\"'":
            break
        start -= 1
    around = _AROUND.match(text, start)
    return around is not None and _ADDRESS.search(around.group()) is not None


def _names_another(text: str, item: _Found) -> bool:
    """Whether the words around say that something else bears the name: BART the railway, a loss that is reported as a figure."""
    other = _OTHERS.get(item.spelling.skill.name)
    return other is not None and other.search(text[max(item.start - _AROUND_NAME, 0) : item.end + _AROUND_NAME]) is not None


def _lists(text: str, found: Sequence[_Found]) -> Iterator[list[_Found]]:
    """The names by list: those that only a comma, a slash, "and" and the like part."""
    run: list[_Found] = []
    for item in found:
        if run and not _is_list(text, run[-1].end, item.start):
            yield run
            run = []
        run.append(item)
    yield run


def _is_meant(text: str, item: _Found, run: Sequence[_Found]) -> bool:
    """Whether a name that is an ordinary word is meant as a name: in a list with others, alone in its line, or "in R", "R로"."""
    if text[item.end : item.end + 1] == "-":
        return False
    if any(other.spelling.lone for other in run):
        return True
    if not item.spelling.exact:
        return False
    if len(run) > 1:
        return True
    line_start, line_end = text.rfind("\n", 0, item.start) + 1, text.find("\n", item.end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if line.strip(" \t-*•·|") == text[item.start : item.end]:
        return True
    if item.spelling.skill.kind != "language":
        return False
    if _LANGUAGE_BEFORE.search(text, max(item.start - 12, 0), item.start):
        return True
    return item.spelling.skill.name != "C" and _TOOL_BEHIND.match(text, item.end) is not None


def _is_list(text: str, start: int, end: int) -> bool:
    gap = text[start:end]
    return len(gap) < 16 and bool(gap.strip()) and _LIST_GAP.fullmatch(gap) is not None
