"""Named technologies: a skill of the vocabulary, and a place where a text mentions it."""

from __future__ import annotations

from dataclasses import dataclass

from careerlint.model.span import Span


@dataclass(frozen=True, slots=True)
class Skill:
    """One technology or method. `name` is its right spelling.

    `kind` is a word of the vocabulary ("language", "library", "model", "method", "store", "tool", "service", "concept", and "everyday" for what
    nobody asks proof of: Git, editors, Office);
    `technique` says that choosing it is a decision that wants a reason (a model, an architecture, an algorithm, a loss, a store, a way of
    serving). `fields` are fields of machine learning ("cv", "nlp" ...), `part_of` names of skills that this one is evidence for.
    """

    name: str
    kind: str
    technique: bool = False
    fields: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slip:
    """Letters of a name that are surely misspelt, and the right ones."""

    span: Span
    right: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the document's text that names a skill, with the version behind it; `spelling` is as written there."""

    skill: Skill
    span: Span
    spelling: str
    slips: tuple[Slip, ...] = ()
