"""Rules as typed data: which signals in which scope are a finding, with every text that a reader is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from careerlint.model.finding import Level

Within = Literal["statement", "next", "previous", "neighbours", "children", "parent", "announcement", "section", "entry", "later", "document"]
"""Where a condition looks: `later` is the rest of the entry after the statement; `neighbours` both sides; `section` what stands under the same heading.

A rule about an entry looks at the whole entry, or with `document` at every entry that is told; a rule about the document
looks at every statement.
"""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must hold; every field that is given must.

    `signals`: any of them stands in the statements that `within` names (`count` of them for next, previous, neighbours;
    with `anyone` false only where their claim is the author's own). Weak patterns count inside the statement only.
    `linked` asks for a link word ("so", "instead") or a shared noun (with `shared` for so many shared nouns and no link word), `about_same` for a statement about the same thing.
    A statement that carries one of `free_of` is no evidence ("it failed, because they were late" explains no other failure).
    `after` and `outside` compare with the words of the match, `same_clause` asks that evidence beside them in the statement stands in one clause with them. `labels` admits signals that a label or heading gives,
    `tables` asks that the evidence stands in a table; without `signals` any row with figures will do,
    and with `within: section` a printed output too.
    `sections`, `kinds`, `settings`, `forms`, `authors`, `modalities` look at where the statement stands and whose it is,
    `headings` are words in a heading, prompt or column header above it,
    `topics` words that open or close one that is no title of an entry; `quoted` says that the match stands between
    quotation marks, `named` that it is a proper name. `weak` false asks for strong patterns inside the statement too. `without` are signals that the statement
    itself must not carry. `block` asks that both stand in one paragraph or bullet. `opening` says that no statement of the entry stands before this one,
    `preface` that the statement stands above all headings inside its entry, `announces` that it ends in a colon and only says what follows, `identified` that it stands under the name of a class, `below` that the witness too stands below such a heading.

    `least` is the number of statements that must carry one of the signals.

    In rules about entries and documents the fields about statements choose which statements count, and none may carry one of `without`. Without signals `sections` asks for a part of that kind with text in it.
    `entries` names kinds of entries, `size` is the fewest statements of the entry, `tells` the fewest that tell of the
    author's work, `told` the fewest projects, jobs and competitions of the document (only those of such kind and size). In rules about
    statements `entries` is the kind of the statement's entry, and `told` says that this is one of those that tell a story.
    """

    signals: tuple[str, ...] = ()
    within: Within = "statement"
    count: int = 1
    linked: bool = False
    shared: int = 1
    about_same: bool = False
    free_of: tuple[str, ...] = ()
    after: bool = False
    outside: bool = False
    same_clause: bool = False
    labels: bool = True
    anyone: bool = True
    tables: bool = False
    sections: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    modalities: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    quoted: bool = False
    named: bool = False
    block: bool = False
    weak: bool = True
    opening: bool = False
    announces: bool = False
    preface: bool = False
    identified: bool = False
    below: bool = False
    without: tuple[str, ...] = ()
    least: int = 1
    entries: frozenset[str] = frozenset()
    size: int = 0
    told: int = 0
    tells: int = 0


@dataclass(frozen=True, slots=True)
class LevelChange:
    """The level that holds where all conditions do; with `once` only for the first finding of the document."""

    level: Level
    when: tuple[Condition, ...]
    once: bool = False


@dataclass(frozen=True, slots=True)
class Examples:
    """Texts in one language: bad ones with `[[ ]]` around the finding's words, good ones that stay silent."""

    bad: tuple[str, ...]
    good: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts of a rule for one sort of its findings, instead of the rule's own: a question must fit what the person wrote.

    It applies where the words of a finding hold one of `words`, where the check of the rule names one of `variants` among what it found, or where
    a change of level gave the finding this `level`: what is told once for a whole document reads otherwise than what one entry lacks.
    `texts` maps the names of texts ("message", "why", "rewrite", "question", "gap") to the text of each language.
    """

    words: tuple[str, ...]
    variants: tuple[str, ...]
    texts: Mapping[str, Mapping[str, str]]
    level: Level | None = None


FIRST_RULESET = "2026.12"
"""The ruleset with which rules began."""
ELEMENTS = ("obstacle", "reason", "alternative", "goal", "metric", "before", "effect")
"""Elements of a story that are also learned from labelled sentences, so that any words may tell them."""
MASKED = "masked:"
"""A word expression that begins with this names text masked on purpose (OO대학교): at most a note."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue. Texts map a language ("ko", "en") to what the writer reads.

    `fires` names the signals whose words are the finding; `check` names a function of the checks room instead. A rule about
    entries or the document may have neither: its conditions decide, and the finding points at the title. `needs` are conditions that must hold beside it, `unless` those of which none may.
    `claim` is `own` (only the author's own assertions, told as done), `author` (the author's words, wishes too) or `any`.
    `gap` names the element of the story that is missing, for rules that report one ("reason"): such notes are shown together.
    `levels_told` says to the writer when the level is another than the rule's own.
    `most` is the highest number of findings in one entry, or outside entries in one section (0: no limit); the first ones stay.
    `every` says that its findings point at things and judge no statement: each is told, beside others of its family.
    `gather` says that the one finding of a statement names every place where the rule found something, as `{match}` and related ones.
    `covers` says that what it finds is no text of the author: rules about statements say nothing of the same words.
    `told_as` names the elements (obstacle, reason ...) that any words of the entry may tell: such a statement, told by its weight, is answer enough.
    `denies` names the elements of the story (`model.story.ELEMENTS`) that the words of a finding do not tell, whatever signals they carry: reports show no element there.
    `words_alone` is the weight from which the words of a statement are a match that no pattern knows (0: never), `heard_with` what must hold beside that weight.
    `variants` are the texts, by name, of which a hit of the check names one for the blank `{variant}`: what it found, in other words for each sort.
    `wordings` are texts for some sorts of its findings: the first that applies has the word, and where the check names several sorts their scaffolds stand together.
    `typical` are examples that a reader of the rule's page knows at once, a bad one and what it may become; the others test its edges.
    `since` is the first ruleset (year and month) that has it.
    `specificity` decides between findings of one family on one statement when levels are equal: the higher stays.
    """

    code: str
    name: str
    level: Level
    scope: Literal["statement", "entry", "document"]
    status: Literal["stable", "trial"]
    talk: tuple[str, ...]
    claim: Literal["own", "author", "any"]
    fires: tuple[str, ...]
    check: str
    needs: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    levels: tuple[LevelChange, ...]
    specificity: int
    summary: Mapping[str, str]
    message: Mapping[str, str]
    why: Mapping[str, str]
    rewrite: Mapping[str, str]
    question: Mapping[str, str]
    examples: Mapping[str, Examples]
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gap: Mapping[str, str] = field(default_factory=dict)
    most: int = 0
    levels_told: Mapping[str, str] = field(default_factory=dict)
    every: bool = False
    gather: bool = False
    covers: bool = False
    words_alone: float = 0.0
    heard_with: tuple[Condition, ...] = ()
    told_as: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    typical: Mapping[str, Examples] = field(default_factory=dict)
    variants: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    wordings: tuple[Wording, ...] = ()
    since: str = "2026.12"
    path: str = ""

    def shown(self, language: str) -> Examples | None:
        """The examples in a language that people are shown: the typical ones where there are any."""
        return self.typical.get(language) or self.examples.get(language)

    @property
    def family(self) -> str:
        """The letters of the code: `STO` of `STO001`."""
        return self.code.rstrip("0123456789")
