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
    serving). `fields` are fields of machine learning ("cv", "nlp" ...), `part_of` names of skills that this one is evidence for;
    `strict` says that nobody disputes the capitals of the name.
    """

    name: str
    kind: str
    technique: bool = False
    fields: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the document's text that names a skill; `spelling` is as written there.

    `name` is the span without the version that `span` includes (ResNet in ResNet-50); `right` is false for a misspelling.
    """

    skill: Skill
    span: Span
    spelling: str
    name: Span
    right: bool = True
