"""Finds skills in a text by looking its words up, one to four at a time, in a table of normalised spellings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careerlint.model.span import Span
from careerlint.model.term import Mention, Skill

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*[+#]*|[0-9]+[A-Za-z]*|[가-힣]+")
_JOINT = re.compile(r"[ \-./_]?")
_LONGEST = 4
"""Words of the longest name ("Retrieval Augmented Generation")."""
_VERSION = re.compile(r"(?:v?\d+(?:\.\d+)*[a-z]{0,2})$")
_PARTICLES = (
    "으로써", "에서는", "으로는", "이라는", "에서도", "으로", "에서", "에는", "이나", "까지", "부터", "처럼", "보다", "에게", "이며", "라는",
    "과", "와", "을", "를", "은", "는", "이", "가", "의", "로", "에", "도", "만", "나", "랑", "용", "식",
)
"""Korean particles that follow a noun without a space, longest first."""


@dataclass(frozen=True, slots=True)
class _Spelling:
    skill: Skill
    exact: str
    """The only form that counts, for names that are words of the language too (Go, R); empty for any case."""


class TermFinder:
    """Looks up names of skills; made once for a rule set and used for every document."""

    def __init__(self, skills: Mapping[str, Skill], spellings: Mapping[str, _Spelling]) -> None:
        self.skills = skills
        self._spellings = spellings

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> TermFinder:
        """From `rules/vocabulary/skills.yml`: a mapping of right spelling to `also`, `exact`, `kind`, `technique`, `fields`, `part_of`."""
        skills: dict[str, Skill] = {}
        spellings: dict[str, _Spelling] = {}
        for name, item in data.items():
            skill = Skill(
                name, item["kind"], bool(item.get("technique", False)), tuple(item.get("fields", ())), tuple(item.get("part_of", ()))
            )
            skills[name] = skill
            exact = bool(item.get("exact", False))
            spellings.setdefault(normalise_term(name), _Spelling(skill, name if exact else ""))
            for other in item.get("also", ()):
                spellings.setdefault(normalise_term(other), _Spelling(skill, ""))
        return cls(skills, spellings)

    def find(self, text: str, offset: int = 0) -> tuple[Mention, ...]:
        """Mentions ordered by start, without overlap; `offset` is where the text starts in the document."""
        words = list(_WORD.finditer(text))
        found: list[Mention] = []
        position = 0
        while position < len(words):
            mention = self._mention_at(text, words, position)
            if mention is None:
                position += 1
                continue
            last, end, skill = mention
            start = words[position].start()
            found.append(Mention(skill, Span(start + offset, end + offset), text[start:end]))
            position = last + 1
        return tuple(found)

    def _mention_at(self, text: str, words: Sequence[re.Match[str]], position: int) -> tuple[int, int, Skill] | None:
        """The longest name that begins at a word: index of its last word, where it ends, and its skill."""
        best: tuple[int, int, Skill] | None = None
        joined = ""
        for last in range(position, min(position + _LONGEST, len(words))):
            if last > position and not _JOINT.fullmatch(text[words[last - 1].end() : words[last].start()]):
                break
            word = words[last].group()
            for form in _forms(word):
                spelling = self._spellings.get(joined + form.lower())
                end = words[last].start() + len(form)
                if spelling is not None and (not spelling.exact or text[words[position].start() : end] == spelling.exact):
                    best = (last, words[last].end() if form.isascii() else end, spelling.skill)
                    break
            joined += word.lower()
        return best


def normalise_term(name: str) -> str:
    """A name as it is looked up: its words in lower case without what joins them (scikit-learn, "random forest")."""
    return "".join(match.group().lower() for match in _WORD.finditer(name))


def _forms(word: str) -> tuple[str, ...]:
    """The word itself, then without its version or its particle."""
    if word[0].isascii():
        stem = _VERSION.sub("", word)
        return (word, stem) if stem and stem != word else (word,)
    return (word, *(word[: -len(particle)] for particle in _PARTICLES if word.endswith(particle) and len(word) > len(particle) + 1))
