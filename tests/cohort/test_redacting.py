"""A redacted cohort holds nothing that was written, no file name and no person; what is kept is kept."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import asdict, replace
from itertools import pairwise

import pytest
from generated import generated_cohort

from careerlint.cohort.counting import count_cohort
from careerlint.cohort.dashboard import Beside, render_dashboard
from careerlint.cohort.group_page import render_group_tables
from careerlint.cohort.grouping import tables_of_groups
from careerlint.cohort.overview import render_group_overview, render_overview
from careerlint.cohort.redacting import person_aliases, redact_changes, redact_cohort, redact_shared
from careerlint.cohort.rows import Change, Cohort, DocumentRow, EntryRow, FindingRow, SharedText
from careerlint.engine import linter

SECRET_WORDS = ("zebrafish", "산딸나무", "Quillfeather", "달맞이꽃밭")
PEOPLE = ("홍길동아무개", "Zachary Quillfeather", "남궁소율이", "Ottoline Vex", "제갈민", "선우진하")



@pytest.fixture(scope="module", params=["ko", "en"])
def telling(request: pytest.FixtureRequest) -> Cohort:
    """Rows in which every field that may hold words holds some."""
    documents, findings, entries = [], [], []
    for number, person in enumerate(PEOPLE):
        for part, word in enumerate(SECRET_WORDS[:3]):
            path = f"{person}/{word}_이력서파일.docx"
            content = f"{number}{part}".ljust(64, "c")
            first = f"{PEOPLE[0]}/{SECRET_WORDS[0]}_이력서파일.docx"
            group = "달빛반" if number % 2 else f"{PEOPLE[0]} 조"
            if part == 2:
                documents.append(DocumentRow(path, person, group, content, error="encrypted" if number else "surprise", reason=f"{path} is locked by {person}"))
                continue
            documents.append(DocumentRow(path, person, group, content, "docx", "resume", "ko", 2, 9, 1, 0, 0, ("measure", f"said {word}"), first if part else ""))
            text = f"{word} 프로젝트가 잘 안되더라구요"
            findings.append(FindingRow(path, person, group, "STO001", "bare-failure", "error", f"'{text}': 이유가 없습니다.", text, 410, 410 + len(text), "deadbeef" * 2))
            entries.append(EntryRow(path, person, group, f"{word} 연구소 {person}", (True,) * 10))
    key = lambda row: row.path  # noqa: E731
    return Cohort(tuple(sorted(documents, key=key)), tuple(sorted(findings, key=key)), tuple(sorted(entries, key=key)), "0.1.0", "r" * 16, "2026-01-01", request.param)


def outputs(cohort: Cohort) -> dict[str, str]:
    """Everything that is written of a redacted cohort, and of its tables by group."""
    known = linter().rule_set.rules
    redacted = redact_cohort(cohort, {rule.code: rule for rule in known})
    shared = redact_shared((SharedText(f"{SECRET_WORDS[0]} {SECRET_WORDS[1]}", 3, 3, 3),))
    changes = redact_changes((Change(PEOPLE[0], 1, 2, 3), Change("gone", 1, 1, 1)), person_aliases(cohort))
    beside = Beside(known, {}, shared, 2, {}, changes, redacted=True)
    tables = tables_of_groups(cohort, 5)
    return {
        "documents.jsonl": "\n".join(json.dumps(asdict(row), ensure_ascii=False) for row in redacted.documents),
        "findings.jsonl": "\n".join(json.dumps(asdict(row), ensure_ascii=False) for row in redacted.findings),
        "entries.jsonl": "\n".join(json.dumps(asdict(row), ensure_ascii=False) for row in redacted.entries),
        "index.html": render_dashboard(redacted, beside),
        "summary.md": render_overview(redacted, beside),
        "groups.html": render_group_tables(tables, known),
        "groups.md": render_group_overview(tables, known),
    }


def words_of(cohort: Cohort) -> set[str]:
    """Every word of the source but for what is kept (names of groups, formats): texts, names, paths, hashes."""
    held = [row.text for row in cohort.findings] + [row.title for row in cohort.entries] + [row.reason for row in cohort.documents]
    held += [text for row in cohort.documents for text in (row.path, row.person, row.content, *row.strengths[1:])] + [row.fingerprint for row in cohort.findings]
    return {word for text in held for word in re.findall(r"[^\W_]+", text) if len(word) > 1} - {"is", "by", "said", "docx"}


def test_no_word_of_the_source_is_in_any_output(telling: Cohort) -> None:
    written = outputs(telling)
    # "프로젝트" and the like are words of careerlint itself: what the pages say without any cohort is not the source's.
    empty = replace(telling, documents=(), findings=(), entries=())
    own = " ".join(outputs(empty).values()) + " ".join(rule.summary[telling.language] + rule.why["ko"] + rule.why["en"] for rule in linter().rule_set.rules)
    own += " ".join(text for rule in linter().rule_set.rules if rule.code == "STO001" for held in rule.examples.values() for text in (*held.bad, *held.good))
    secret = {word for word in words_of(telling) if word.casefold() not in own.casefold()} | set(SECRET_WORDS) | set(PEOPLE)
    assert {"zebrafish", "이력서파일", "홍길동아무개", "Quillfeather", "연구소"} <= secret
    for name, text in written.items():
        assert not [word for word in secret if word.casefold() in text.casefold()], name


def test_what_is_kept(telling: Cohort) -> None:
    redacted = redact_cohort(telling, {rule.code: rule for rule in linter().rule_set.rules})
    rule = next(rule for rule in linter().rule_set.rules if rule.code == "STO001")
    assert {row.message for row in redacted.findings} == {rule.summary[telling.language]}
    assert {(row.text, row.start, row.end) for row in redacted.findings} == {("", 0, 0)}
    assert {row.content for row in redacted.documents} == {""}
    assert len({row.fingerprint for row in redacted.findings}) == len(redacted.findings)
    assert Counter(row.kind for row in redacted.documents) == Counter(row.kind for row in telling.documents)
    ours, theirs = count_cohort(telling), count_cohort(redacted)
    assert (ours.documents, ours.read, ours.levels, ours.unread, ours.duplicates) == (theirs.documents, theirs.read, theirs.levels, theirs.unread, theirs.duplicates)
    assert [(rule.code, rule.people, rule.findings) for rule in ours.rules] == [(rule.code, rule.people, rule.findings) for rule in theirs.rules]
    assert ours.story.told_by == theirs.story.told_by


def test_a_group_keeps_its_name_unless_it_names_a_person(telling: Cohort) -> None:
    redacted = redact_cohort(telling, {})
    groups = {row.group for row in redacted.documents}
    assert "달빛반" in groups and len(groups) == 2
    assert groups - {"달빛반"} == {"그룹 001" if telling.language == "ko" else "group 001"}


def test_an_alias_is_one_person_and_paths_stay_apart() -> None:
    cohort = generated_cohort(30, 4)
    redacted = redact_cohort(cohort, {})
    sizes = sorted(Counter(row.person for row in cohort.documents).values())
    assert sorted(Counter(row.person for row in redacted.documents).values()) == sizes
    assert len({row.path for row in redacted.documents}) == len(cohort.documents)
    assert [row.path for row in redacted.documents] == sorted(row.path for row in redacted.documents)
    assert {row.person for row in redacted.findings} <= {row.person for row in redacted.documents}
    assert redact_cohort(cohort, {}) == redacted


def test_aliases_do_not_follow_the_order_of_names() -> None:
    cohort = generated_cohort(60, 5)
    aliases = person_aliases(cohort)
    by_name = [aliases[name] for name in sorted(aliases)]
    by_path = [aliases[person] for person in dict.fromkeys(row.person for row in cohort.documents)]
    assert by_name != sorted(by_name) and by_name != sorted(by_name, reverse=True)
    assert by_path != sorted(by_path)
    assert sum(first < second for first, second in pairwise(by_name)) < 45


def test_changes_of_people_who_left_are_left_out() -> None:
    cohort = generated_cohort(3, 6)
    person = cohort.documents[0].person
    aliases = person_aliases(cohort)
    assert redact_changes((Change(person, 1, 2, 3), Change("누군가", 1, 1, 1)), aliases) == (Change(aliases[person], 1, 2, 3),)
