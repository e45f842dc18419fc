"""The table of skills: reads the vocabulary's data into skills and the spellings they are looked up by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from careerlint.expression import Expression
from careerlint.model.term import Skill

WORD = Expression(r"A\*|[A-Za-z][A-Za-z0-9]*[+#]*|[0-9]+[A-Za-z]*|[가-힣]+")
"""A word as names are compared: letters of one script; Hangul and Latin are two words."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a skill: `exact` is the only form that counts (empty: any case), `lone` whether it may stand alone.

    A name that is an ordinary word counts in its own case, and in another case beside other technologies ("flask, redis").
    `right` says that it is no misspelling; `slashed` that it is written with a slash (A/B test), which else ends a name.
    """

    skill: Skill
    exact: str = ""
    lone: bool = True
    right: bool = True
    slashed: bool = False


@dataclass(frozen=True)
class SkillTable:
    """Skills by name, and spellings by their words in lower case with a space between them; made once for a rule set.

    A name of several words is there in every way to write some of them together (random forest, randomforest).
    """

    skills: Mapping[str, Skill]
    spellings: Mapping[str, tuple[Spelling, ...]]
    capitals: Mapping[str, str]
    """Words of names whose capitals nobody disputes, by their letters in lower case (pytorch: PyTorch)."""
    openings: Mapping[str, frozenset[str]]
    """The first words of names of several words, up to each word but the last, with the beginnings of the word that follows."""

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> SkillTable:
        """From `rules/vocabulary/skills.yml`, whose shape was checked when it was read."""
        skills: dict[str, Skill] = {}
        spellings: dict[str, tuple[Spelling, ...]] = {}
        openings: dict[str, set[str]] = {}
        capitals: dict[str, str] = {}
        for name, item in data.items():
            skill = Skill(
                name, item["kind"], bool(item.get("technique")), tuple(item.get("fields", ())), tuple(item.get("part_of", ()))
            )
            skills[name] = skill
            if item.get("strict"):
                words_of_name = WORD.findall(name)
                capitals |= {word.lower(): word for word in words_of_name if len(words_of_name) == 1 or not word[1:].islower()}
            for text, spelling in _spellings(skill, item):
                for words in _ways([match.group().lower() for match in WORD.finditer(text)]):
                    known = spellings.get(" ".join(words), ())
                    if all(other.skill is skill for other in known):
                        spellings[" ".join(words)] = (*known, spelling)
                    for count in range(1, len(words)):
                        openings.setdefault(" ".join(words[:count]), set()).add(beginning(words[count]))
        return cls(skills, spellings, capitals, {words: frozenset(following) for words, following in openings.items()})

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first letters (see `beginning`) of everything that a name may begin with: most words are none."""
        return frozenset(beginning(name) for name in (*self.spellings, *self.openings))


def beginning(word: str) -> str:
    """The first letters of a word in lower case: three of ASCII, two of Hangul."""
    return word[:3].lower() if word[:1].isascii() else word[:2]


def _ways(words: list[str]) -> Iterator[list[str]]:
    """Every way to write some of the words together."""
    if len(words) < 2:
        yield words
        return
    for rest in _ways(words[1:]):
        yield [words[0], *rest]
        yield [words[0] + rest[0], *rest[1:]]


def _spellings(skill: Skill, item: Mapping[str, Any]) -> Iterator[tuple[str, Spelling]]:
    # A slip that only its capitals make stands before the name, which counts in any case.
    for text in item.get("wrong", ()):
        if text.startswith("="):
            yield text[1:], Spelling(skill, text[1:], right=False)
    yield skill.name, Spelling(skill, skill.name if item.get("exact") else "", bool(item.get("alone", True)), slashed="/" in skill.name)
    if item.get("exact") and len(skill.name) > 2:
        yield skill.name, Spelling(skill, lone=False)
    for text in item.get("also", ()):
        exact = text.removeprefix("=") if text.startswith("=") else ""
        yield exact or text, Spelling(skill, exact, slashed="/" in text)
    for text in item.get("wrong", ()):
        if not text.startswith("="):
            yield text, Spelling(skill, right=False)
