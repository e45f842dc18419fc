"""Counting: the numbers of a cohort, each of them to be counted again from the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from careerlint.cohort.examples import Example, best_example
from careerlint.cohort.rows import Cohort, DocumentRow, EntryRow, FindingRow
from careerlint.model.finding import LEVELS, Level
from careerlint.model.story import ELEMENTS

FIRST = 3
"""How many rules of a person are named as the first to look at."""


@dataclass(frozen=True, slots=True)
class Levels:
    """How many findings there are of each level."""

    error: int = 0
    warning: int = 0
    note: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.error + self.warning + self.note


@dataclass(frozen=True, slots=True)
class PartCount:
    """What a part of the cohort holds: a group, or all documents of one kind. `documents` are those that could be read."""

    name: str
    people: int
    documents: int
    unread: int
    levels: Levels


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many people, documents and findings a rule meets; `level` is the gravest that it was told with."""

    code: str
    name: str
    level: Level
    people: int
    documents: int
    findings: int
    example: Example | None


@dataclass(frozen=True, slots=True)
class StoryCount:
    """How many entries of a part of the cohort there are, and how many of them tell each of `ELEMENTS`; the same for people.

    A person tells an element where one of their entries does.
    """

    name: str
    entries: int
    told: tuple[int, ...]
    people: int
    told_by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PersonCount:
    """One person: what they handed in, what was found in it, and the rules to look at first, the gravest in front."""

    person: str
    groups: tuple[str, ...]
    documents: int
    unread: int
    levels: Levels
    first: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """All numbers of a cohort. `documents` counts every file, `read` those that could be linted, `people_read` people who have one."""

    documents: int
    read: int
    people_read: int
    duplicates: int
    levels: Levels
    unread: tuple[tuple[str, int], ...]
    """By stable word, the most frequent first."""
    kinds: tuple[PartCount, ...]
    groups: tuple[PartCount, ...]
    """Empty where no document has a group."""
    rules: tuple[RuleCount, ...]
    """The rules that most people meet first; the graver first among equals."""
    story: StoryCount
    stories: tuple[StoryCount, ...]
    """By group, or by kind of document where there are no groups."""
    people: tuple[PersonCount, ...]
    """Ordered by name."""


def count_cohort(cohort: Cohort) -> Tally:
    """The numbers of the rows of a cohort."""
    return count_rows(cohort.documents, cohort.findings, cohort.entries, cohort.language)


def count_rows(documents: Iterable[DocumentRow], findings: Iterable[FindingRow], entries: Iterable[EntryRow], language: str) -> Tally:
    """The numbers of rows that are read once each, in this order; they need not be in memory. Examples are in `language` where there are any."""
    counts = _Counts(language)
    for document in documents:
        counts.add_document(document)
    for finding in findings:
        counts.add_finding(finding)
    for entry in entries:
        counts.add_entry(entry)
    return counts.tally()


def people_order(name: str) -> tuple[str, str]:
    """The order of names: letters first without their case."""
    return name.casefold(), name


@dataclass(slots=True)
class _Part:
    people: set[str] = field(default_factory=set)
    documents: int = 0
    unread: int = 0
    levels: Counter[str] = field(default_factory=Counter)

    def count(self, name: str) -> PartCount:
        return PartCount(name, len(self.people), self.documents, self.unread, _levels(self.levels))


@dataclass(slots=True)
class _Rule:
    name: str
    level: int
    people: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    findings: int = 0
    example: Example | None = None


@dataclass(slots=True)
class _Story:
    entries: int = 0
    told: list[int] = field(default_factory=lambda: [0] * len(ELEMENTS))
    people: set[str] = field(default_factory=set)
    told_by: list[set[str]] = field(default_factory=lambda: [set() for _ in ELEMENTS])

    def add(self, entry: EntryRow, person: str) -> None:
        self.entries += 1
        self.people.add(person)
        for index, told in enumerate(entry.told[: len(ELEMENTS)]):
            if told:
                self.told[index] += 1
                self.told_by[index].add(person)

    def count(self, name: str) -> StoryCount:
        return StoryCount(name, self.entries, tuple(self.told), len(self.people), tuple(map(len, self.told_by)))


@dataclass(slots=True)
class _Person:
    groups: set[str] = field(default_factory=set)
    documents: int = 0
    unread: int = 0
    levels: Counter[str] = field(default_factory=Counter)
    rules: dict[str, int] = field(default_factory=dict)
    """By code, the place of its gravest level; in the order of the documents."""

    def count(self, name: str) -> PersonCount:
        first = sorted(self.rules, key=lambda code: self.rules[code])[:FIRST]
        groups = tuple(sorted(group for group in self.groups if group))
        return PersonCount(name, groups, self.documents, self.unread, _levels(self.levels), tuple(first))


class _Counts:
    """What is known after the rows so far."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.people: dict[str, _Person] = {}
        self.groups: dict[str, _Part] = {}
        self.kinds: dict[str, _Part] = {}
        self.rules: dict[str, _Rule] = {}
        self.levels: Counter[str] = Counter()
        self.unread: Counter[str] = Counter()
        self.duplicates = 0
        self.kind_of: dict[str, str] = {}
        self.story = _Story()
        self.stories_of_groups: dict[str, _Story] = {}
        self.stories_of_kinds: dict[str, _Story] = {}
        self._words: dict[str, str] = {}

    def add_document(self, row: DocumentRow) -> None:
        name = self._one(row.person)
        person = self.people.setdefault(name, _Person())
        group = self.groups.setdefault(row.group, _Part())
        person.groups.add(self._one(row.group))
        group.people.add(name)
        self.duplicates += bool(row.duplicate_of)
        if row.error:
            self.unread[row.error] += 1
            person.unread += 1
            group.unread += 1
            return
        self.kind_of[self._one(row.path)] = self._one(row.kind)
        kind = self.kinds.setdefault(row.kind, _Part())
        kind.people.add(name)
        for part in (person, group, kind):
            part.documents += 1

    def add_finding(self, row: FindingRow) -> None:
        self.levels[row.level] += 1
        for part in (self.people.setdefault(row.person, _Person()), self.groups.setdefault(row.group, _Part())):
            part.levels[row.level] += 1
        self.kinds.setdefault(self.kind_of.get(row.path, ""), _Part()).levels[row.level] += 1
        place = LEVELS.index(row.level)
        rule = self.rules.setdefault(row.code, _Rule(row.name, place))
        rule.level = min(rule.level, place)
        rule.people.add(self._one(row.person))
        rule.documents.add(self._one(row.path))
        rule.findings += 1
        rule.example = best_example(rule.example, row, self.language)
        held = self.people[row.person].rules
        held[self._one(row.code)] = min(place, held.get(row.code, place))

    def add_entry(self, row: EntryRow) -> None:
        person = self._one(row.person)
        for story in (
            self.story,
            self.stories_of_groups.setdefault(row.group, _Story()),
            self.stories_of_kinds.setdefault(self.kind_of.get(row.path, ""), _Story()),
        ):
            story.add(row, person)

    def _one(self, word: str) -> str:
        """The same object for all words that are equal: each row of a store brings its own."""
        return self._words.setdefault(word, word)

    def tally(self) -> Tally:
        grouped = any(self.groups)
        stories = self.stories_of_groups if grouped else self.stories_of_kinds
        rules = (
            RuleCount(code, rule.name, LEVELS[rule.level], len(rule.people), len(rule.documents), rule.findings, rule.example)
            for code, rule in self.rules.items()
        )
        people = [self.people[name].count(name) for name in sorted(self.people, key=people_order)]
        read = sum(person.documents for person in people)
        return Tally(
            documents=read + self.unread.total(),
            read=read,
            people_read=sum(person.documents > 0 for person in people),
            duplicates=self.duplicates,
            levels=_levels(self.levels),
            unread=tuple(sorted(self.unread.items(), key=lambda item: (-item[1], item[0]))),
            kinds=_parts(self.kinds),
            groups=_parts(self.groups) if grouped else (),
            rules=tuple(sorted(rules, key=lambda rule: (-rule.people, LEVELS.index(rule.level), rule.code))),
            story=self.story.count(""),
            stories=tuple(stories[name].count(name) for name in sorted(stories, key=people_order)),
            people=tuple(people),
        )


def _parts(parts: dict[str, _Part]) -> tuple[PartCount, ...]:
    return tuple(parts[name].count(name) for name in sorted(parts, key=people_order))


def _levels(counts: Counter[str]) -> Levels:
    return Levels(counts["error"], counts["warning"], counts["note"])
