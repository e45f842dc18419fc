"""The numbers of a cohort, against a count of our own from the rows as JSON."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import asdict, replace
from typing import Any

import pytest
from generated import generated_cohort

from careerlint.cohort.counting import count_cohort, count_rows
from careerlint.cohort.rows import Cohort
from careerlint.model.story import ELEMENTS

Row = dict[str, Any]


def lines(rows: tuple[Any, ...]) -> list[Row]:
    """The rows as they come back from a file with one JSON object in each line."""
    return [json.loads(json.dumps(asdict(row), ensure_ascii=False)) for row in rows]


@pytest.fixture(params=[(1, ("1반", "2반", "")), (2, ()), (3, ("A", "B", "C", "D"))], ids=["some-groups", "no-groups", "groups"])
def cohort(request: pytest.FixtureRequest) -> Cohort:
    seed, groups = request.param
    return generated_cohort(50, seed, groups)


def test_documents_and_people(cohort: Cohort) -> None:
    documents, tally = lines(cohort.documents), count_cohort(cohort)
    assert tally.documents == len(documents)
    assert tally.read == sum(not row["error"] for row in documents)
    assert {person.person for person in tally.people} == {row["person"] for row in documents}
    assert tally.people_read == len({row["person"] for row in documents if not row["error"]})
    assert tally.duplicates == sum(row["duplicate_of"] != "" for row in documents)
    assert dict(tally.unread) == Counter(row["error"] for row in documents if row["error"])
    assert [count for _, count in tally.unread] == sorted((count for _, count in tally.unread), reverse=True)


def test_levels_of_everything(cohort: Cohort) -> None:
    findings, tally = lines(cohort.findings), count_cohort(cohort)
    kind_of = {row["path"]: row["kind"] for row in lines(cohort.documents)}
    by_level = Counter(row["level"] for row in findings)
    assert asdict(tally.levels) == {level: by_level[level] for level in ("error", "warning", "note")}
    named = [(row["level"], kind_of[row["path"]], row["group"]) for row in findings]
    for part in tally.kinds:
        assert asdict(part.levels) == {level: sum((known, kind) == (level, part.name) for known, kind, _ in named) for level in asdict(tally.levels)}
    for part in tally.groups:
        assert asdict(part.levels) == {level: sum((known, group) == (level, part.name) for known, _, group in named) for level in asdict(tally.levels)}
    assert sum(part.levels.total for part in tally.kinds) == len(findings)
    for person in tally.people:
        assert person.levels.total == sum(row["person"] == person.person for row in findings)


def test_groups_are_there_when_one_document_has_one(cohort: Cohort) -> None:
    documents, tally = lines(cohort.documents), count_cohort(cohort)
    names = {row["group"] for row in documents}
    assert {part.name for part in tally.groups} == (names if names != {""} else set())
    for part in tally.groups:
        own = [row for row in documents if row["group"] == part.name]
        assert (part.people, part.documents, part.unread) == (
            len({row["person"] for row in own}), sum(not row["error"] for row in own), sum(bool(row["error"]) for row in own)
        )


def test_rules_by_people_and_not_by_findings(cohort: Cohort) -> None:
    findings, tally = lines(cohort.findings), count_cohort(cohort)
    people = {code: len({row["person"] for row in findings if row["code"] == code}) for code in {row["code"] for row in findings}}
    assert {rule.code: rule.people for rule in tally.rules} == people
    assert {rule.code: rule.findings for rule in tally.rules} == Counter(row["code"] for row in findings)
    assert {rule.code: rule.documents for rule in tally.rules} == {code: len({row["path"] for row in findings if row["code"] == code}) for code in people}
    assert [rule.people for rule in tally.rules] == sorted(people.values(), reverse=True)
    gravest = {"error": 0, "warning": 1, "note": 2}
    for rule in tally.rules:
        assert gravest[rule.level] == min(gravest[row["level"]] for row in findings if row["code"] == rule.code)


def test_stories(cohort: Cohort) -> None:
    entries, tally = lines(cohort.entries), count_cohort(cohort)
    assert tally.story.entries == len(entries)
    assert tally.story.people == len({row["person"] for row in entries})
    for place, _ in enumerate(ELEMENTS):
        assert tally.story.told[place] == sum(row["told"][place] for row in entries)
        assert tally.story.told_by[place] == len({row["person"] for row in entries if row["told"][place]})
    assert sum(story.entries for story in tally.stories) == len(entries)


def test_each_persons_first_rules_are_the_gravest(cohort: Cohort) -> None:
    findings = lines(cohort.findings)
    gravest = {"error": 0, "warning": 1, "note": 2}
    for person in count_cohort(cohort).people:
        own = [row for row in findings if row["person"] == person.person]
        place = {code: min(gravest[row["level"]] for row in own if row["code"] == code) for code in {row["code"] for row in own}}
        shown = [place[code] for code in person.first]
        assert len(person.first) == min(3, len(place)) == len(set(person.first))
        assert shown == sorted(place.values())[: len(shown)]


def test_people_are_ordered_by_name_and_by_nothing_else(cohort: Cohort) -> None:
    names = [person.person for person in count_cohort(cohort).people]
    assert names == sorted(names, key=lambda name: (name.casefold(), name))


def test_order_of_rows_changes_no_number(cohort: Cohort) -> None:
    chance = random.Random(0)
    documents = tuple(chance.sample(cohort.documents, len(cohort.documents)))
    findings = tuple(chance.sample(cohort.findings, len(cohort.findings)))
    entries = tuple(chance.sample(cohort.entries, len(cohort.entries)))
    shuffled = replace(cohort, documents=documents, findings=findings, entries=entries)
    ours, theirs = count_cohort(cohort), count_cohort(shuffled)
    assert replace(ours, people=()) == replace(theirs, people=())
    assert [replace(person, first=()) for person in ours.people] == [replace(person, first=()) for person in theirs.people]


def test_rows_may_come_one_at_a_time(cohort: Cohort) -> None:
    assert count_rows(iter(cohort.documents), iter(cohort.findings), iter(cohort.entries), "ko") == count_cohort(cohort)


def test_nothing_at_all() -> None:
    tally = count_cohort(Cohort((), (), (), "0.1.0", "", "2026-01-01", "en"))
    assert (tally.documents, tally.people, tally.rules, tally.levels.total, tally.story.entries) == (0, (), (), 0, 0)
