"""What to teach first: rules by share of people, each with the least private words."""

from __future__ import annotations

import random

from careerlint.cohort.counting import count_cohort
from careerlint.cohort.rows import Cohort, DocumentRow, FindingRow, StatementRow
from careerlint.cohort.teaching import bad_example, good_example, lessons, sentences_to_teach, teach_first
from careerlint.engine import linter
from careerlint.model.finding import Level


def cohort_of(met: dict[str, int], people: int, level: Level = "warning") -> Cohort:
    """People of whom so many meet each rule."""
    documents = tuple(DocumentRow(f"{number:03}.md", f"p{number}", "", "") for number in range(people))
    findings = tuple(
        FindingRow(f"{number:03}.md", f"p{number}", "", code, code.lower(), level, "m", f"text of {code}", 0, 4, "f") for code, count in met.items() for number in range(count)
    )
    return Cohort(documents, findings, (), "0.1.0", "", "2026-01-01", "en")


def finding(text: str, path: str = "a.md", person: str = "김민준", start: int = 0, code: str = "STO001") -> FindingRow:
    return FindingRow(path, person, "", code, "bare-failure", "error", "m", text, start, start + len(text), "f")


def codes(cohort: Cohort) -> list[str]:
    return [count.code for count in lessons(count_cohort(cohort))]


def test_three_rules_and_two_more_where_many_meet_them() -> None:
    assert codes(cohort_of({"A1": 9, "A2": 8, "A3": 7, "A4": 6, "A5": 5, "A6": 5}, 10)) == ["A1", "A2", "A3", "A4", "A5"]
    assert codes(cohort_of({"A1": 9, "A2": 8, "A3": 7, "A4": 3, "A5": 2}, 20)) == ["A1", "A2", "A3"]
    assert codes(cohort_of({"A1": 9}, 10)) == ["A1"]


def test_what_one_person_alone_does_is_no_lesson_for_all() -> None:
    assert codes(cohort_of({"A1": 1, "A2": 2}, 10)) == ["A2"]
    assert codes(cohort_of({"A1": 1}, 1)) == ["A1"]


def test_people_count_and_not_findings() -> None:
    rows = tuple(finding("잘 안되더라구요", "a.md", "p0", start, "MANY") for start in range(40)) + tuple(
        finding("잘 안되더라구요", f"{number}.md", f"p{number}", 0, "WIDE") for number in range(5)
    )
    cohort = Cohort(tuple(DocumentRow(f"{number}.md", f"p{number}", "", "") for number in range(5)), rows, (), "", "", "2026-01-01", "ko")
    assert codes(cohort) == ["WIDE"]


def test_the_example_is_the_least_private_and_does_not_depend_on_order() -> None:
    rows = [
        finding("김민준은 성능이 나아지지 않았습니다", person="김민준"), finding("010-****-****로 연락을 주십시오"), finding("성능이 0.81에서 멈췄습니다"), finding("did not help at all"),
        finding("안됨"), finding("성능이 나아지지 않았습니다"), finding("me@****.com 이었습니다"),
    ]  # fmt: skip
    for seed in range(20):
        random.Random(seed).shuffle(rows)
        example = count_cohort(Cohort((), tuple(rows), (), "", "", "2026-01-01", "ko")).rules[0].example
        assert example is not None and example.text == "성능이 나아지지 않았습니다"
    english = count_cohort(Cohort((), tuple(rows), (), "", "", "2026-01-01", "en")).rules[0].example
    assert english is not None and english.text == "did not help at all"


def test_the_sentence_around_an_example() -> None:
    rows = tuple(finding("잘 안되더라구요", f"{number}.md", f"p{number}", 120) for number in range(3))
    cohort = Cohort(tuple(DocumentRow(row.path, row.person, "", "") for row in rows), rows, (), "", "", "2026-01-01", "ko")
    statements = [
        StatementRow("0.md", "p0", "다른 문장입니다.", 0, 10), StatementRow("0.md", "p0", "전이학습도 해봤는데 잘 안되더라구요.", 109, 130),
        StatementRow("1.md", "p1", "남의 문장입니다. 잘 안되더라구요.", 109, 130),
    ]  # fmt: skip
    sentence = sentences_to_teach(count_cohort(cohort), statements)["STO001"]
    assert (sentence.before, sentence.words, sentence.after) == ("전이학습도 해봤는데 ", "잘 안되더라구요", ".")
    masked = [StatementRow("0.md", "p0", "****에게 말했지만 잘 안되더라구요.", 100, 140)]
    sentence = sentences_to_teach(count_cohort(cohort), masked)["STO001"]
    assert (sentence.words, sentence.text) == ("****에게 말했지만 잘 안되더라구요.", "****에게 말했지만 잘 안되더라구요.")
    rules = {rule.code: rule for rule in linter().rule_set.rules}
    lesson = teach_first(count_cohort(cohort), rules, {})[0]
    assert lesson.example is not None and lesson.example.words == "잘 안되더라구요"


def test_titles_and_private_values_are_nobodys_example() -> None:
    rules = {rule.code: rule for rule in linter().rule_set.rules}
    for code in ("RES002", "PRV002"):
        rows = tuple(finding("홍길동 이력서", f"{number}.md", f"p{number}", 0, code) for number in range(3))
        cohort = Cohort(tuple(DocumentRow(row.path, row.person, "", "") for row in rows), rows, (), "", "", "2026-01-01", "ko")
        assert teach_first(count_cohort(cohort), rules, {})[0].example is None


def test_every_rule_has_words_that_fit_a_glance() -> None:
    for rule in linter().rule_set.rules:
        for language in ("ko", "en"):
            for text in (bad_example(rule, language), good_example(rule, language)):
                assert "[[" not in text and len(text) <= 203 and text.count("\n") < 4
