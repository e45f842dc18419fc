"""The table of skills: reads the vocabulary's data into skills and the spellings they are looked up by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from careerlint.model.term import Skill

WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*[+#]*|[0-9]+[A-Za-z]*|[가-힣]+")
"""A word as names are compared: letters of one script; Hangul and Latin are two words."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a skill: `exact` is the only form that counts (empty: any case), `lone` whether it may stand alone.

    `right` says that it is no misspelling.
    """

    skill: Skill
    exact: str = ""
    lone: bool = True
    right: bool = True


@dataclass(frozen=True)
class SkillTable:
    """Skills by name, and spellings by their normal form; made once for a rule set."""

    skills: Mapping[str, Skill]
    spellings: Mapping[str, tuple[Spelling, ...]]
    openings: frozenset[str]
    """Normal forms of the first words of names of several words, up to each word but the last."""

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> SkillTable:
        """From `rules/vocabulary/skills.yml`, whose shape was checked when it was read."""
        skills: dict[str, Skill] = {}
        spellings: dict[str, tuple[Spelling, ...]] = {}
        openings: set[str] = set()
        for name, item in data.items():
            skill = Skill(
                name, item["kind"], bool(item.get("technique")), tuple(item.get("fields", ())), tuple(item.get("part_of", ())),
                bool(item.get("strict")),
            )
            skills[name] = skill
            for text, spelling in _spellings(skill, item):
                words = [match.group().lower() for match in WORD.finditer(text)]
                known = spellings.get("".join(words), ())
                if all(other.skill is skill for other in known):
                    spellings["".join(words)] = (*known, spelling)
                openings.update("".join(words[:count]) for count in range(1, len(words)))
        return cls(skills, spellings, frozenset(openings))

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first letters (see `beginning`) of everything that a name may begin with: most words are none."""
        return frozenset(beginning(name) for name in (*self.spellings, *self.openings))

    def evidenced(self, name: str) -> frozenset[str]:
        """The skill itself and every skill that a use of it is evidence for."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            skill = self.skills.get(waiting.pop())
            if skill is not None and skill.name not in found:
                found.add(skill.name)
                waiting += skill.part_of
        return frozenset(found)


def beginning(word: str) -> str:
    """The first letters of a word in lower case: three of ASCII, two of Hangul."""
    return word[:3].lower() if word[:1].isascii() else word[:2]


def normalise_term(name: str) -> str:
    """A name as it is looked up: its words in lower case without what joins them (scikit-learn, "random forest")."""
    return "".join(match.group().lower() for match in WORD.finditer(name))


def _spellings(skill: Skill, item: Mapping[str, Any]) -> Iterator[tuple[str, Spelling]]:
    yield skill.name, Spelling(skill, skill.name if item.get("exact") else "", bool(item.get("alone", True)))
    for text in item.get("also", ()):
        exact = text.removeprefix("=") if text.startswith("=") else ""
        yield exact or text, Spelling(skill, exact)
    for text in item.get("wrong", ()):
        yield text, Spelling(skill, right=False)
