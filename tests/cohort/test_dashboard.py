"""The page of a cohort: its numbers are those of the rows, it needs nothing beside it, and names of strangers do nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from generated import generated_cohort
from lxml import html

from careerlint.cohort.dashboard import MOST_DOCUMENTS, ROWS, Beside, render_dashboard
from careerlint.cohort.examples import Sentence
from careerlint.cohort.group_page import render_group_tables
from careerlint.cohort.grouping import tables_of_groups
from careerlint.cohort.rows import Change, Cohort, DocumentRow, FindingRow, SharedText
from careerlint.engine import linter
from careerlint.model.story import ELEMENTS

HOSTILE = (
    "<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "\u202egnp.exe\u202c", "홍\x00길\x1b[31m동", "{{ 7*7 }}", "a" * 5000,
    "javascript:alert(1)", "\"><svg onload=alert(1)>", "\ud800lone",
)  # fmt: skip


def page_of(text: str) -> Any:
    """The page as a tree."""
    return html.fromstring(text)


def number_of(element: Any) -> int:
    return int(re.sub(r"\D", "", element.text_content()))


def shown_in(element: Any, language: str) -> str:
    """The words of an element in one language of the page, on one line."""
    copy: Any = html.fromstring(html.tostring(element, encoding="unicode"))
    for other in copy.xpath(f"//*[contains(@class, 'in-{'en' if language == 'ko' else 'ko'}')]"):
        other.drop_tree()
    return " ".join(copy.text_content().split())


def section(page: Any, name: str) -> Any:
    return page.xpath(f"//section[@aria-labelledby='{name}']")[0]


def rows_of(table: Any) -> list[list[str]]:
    return [[" ".join(cell.text_content().split()) for cell in row] for row in table.xpath("./tbody/tr")]


@pytest.fixture(scope="module")
def cohort() -> Cohort:
    return generated_cohort(40, 11)


@pytest.fixture(scope="module")
def page(cohort: Cohort) -> Any:
    return page_of(render_dashboard(cohort, Beside(linter().rule_set.rules)))


def test_numbers_on_top(cohort: Cohort, page: Any) -> None:
    tiles = page.xpath("//dl[@class='tiles']/div")
    unread = [row for row in cohort.documents if row.error]
    assert number_of(tiles[0].xpath("./dd")[0]) == len({row.person for row in cohort.documents})
    assert number_of(tiles[1].xpath("./dd")[0]) == len(cohort.documents) - len(unread)
    assert number_of(tiles[2].xpath("./dd")[0]) == len(unread)
    levels = Counter(row.level for row in cohort.findings)
    assert [int(number) for number in re.findall(r"\d+", shown_in(tiles[3].xpath("./dd")[0], "ko"))] == [
        len(cohort.findings), levels["error"], levels["warning"], levels["note"]
    ]  # fmt: skip


def test_what_to_teach_is_what_most_people_meet(cohort: Cohort, page: Any) -> None:
    people: dict[str, set[str]] = {}
    for row in cohort.findings:
        people.setdefault(row.code, set()).add(row.person)
    read = len({row.person for row in cohort.documents if not row.error})
    lessons = section(page, "teach").xpath(".//ol/li")
    assert 3 <= len(lessons) <= 5
    counts = []
    for lesson in lessons:
        code = lesson.xpath(".//a/@href")[0].removeprefix("#rule-")
        told = shown_in(lesson.xpath(".//p[@class='meets']/span")[0], "en")
        assert told == f"{len(people[code])} of {read} people"
        counts.append(len(people[code]))
        assert page.xpath(f"//article[@id='rule-{code}']//dl")
    assert counts == sorted((len(held) for held in people.values()), reverse=True)[: len(counts)]


def test_an_example_is_a_sentence_of_the_cohort_or_of_the_rule(cohort: Cohort) -> None:
    rules = {rule.code: rule for rule in linter().rule_set.rules}
    sentences = {code: Sentence("앞에서 ", "잘 안되더라구요", ", 그래서 멈췄다") for code in rules}
    page = page_of(render_dashboard(cohort, Beside(tuple(rules.values()), sentences=sentences)))
    for lesson in section(page, "teach").xpath(".//ol/li"):
        rule = rules[lesson.xpath(".//a/@href")[0].removeprefix("#rule-")]
        own = rule.scope == "statement" and rule.family != "PRV"
        assert bool(lesson.xpath(".//mark")) == own
        assert lesson.xpath("string(.//blockquote)").strip()
        if own:
            assert lesson.xpath("string(.//blockquote)").strip() == "앞에서 잘 안되더라구요, 그래서 멈췄다"


def test_tables_beside_the_charts_have_the_numbers(cohort: Cohort, page: Any) -> None:
    table = section(page, "levels").xpath(".//table")[0]
    for name, people, documents, unread, *levels in rows_of(table):
        own = [row for row in cohort.documents if row.group == name]
        assert [int(people), int(documents), int(unread)] == [len({row.person for row in own}), sum(not row.error for row in own), sum(bool(row.error) for row in own)]
        assert [int(count) for count in levels] == [sum(row.group == name and row.level == level for row in cohort.findings) for level in ("error", "warning", "note")]
    for code, _, people, _, findings in (row for table in section(page, "rules").xpath(".//table") for row in rows_of(table)):
        met = [row for row in cohort.findings if row.code == code.split()[0]]
        assert (int(people), int(findings)) == (len({row.person for row in met}), len(met))
    for place, (_, people, entries) in enumerate(rows_of(section(page, "story").xpath(".//table")[0])):
        told = [row for row in cohort.entries if row.told[place]]
        assert people == f"{len({row.person for row in told})} / {len({row.person for row in cohort.entries})}"
        assert entries == f"{len(told)} / {len(cohort.entries)}"


def test_charts_show_the_same_numbers_without_colour(cohort: Cohort, page: Any) -> None:
    charts = section(page, "rules").xpath(".//*[local-name()='svg']")
    assert len(charts) == 2
    people = Counter(code for code, _ in {(row.code, row.person) for row in cohort.findings})
    for chart in charts:
        labels = [text.text for text in chart.xpath(".//*[local-name()='g'][@class='axis y']//*[local-name()='text']")]
        values = [text.text for text in chart.xpath(".//*[local-name()='text'][@class='value']")]
        assert [int(value.split(" · ")[0]) for value in values] == [people[label.split()[0]] for label in labels]
    assert len(section(page, "story").xpath(".//*[local-name()='svg']")) == 4
    assert "hatch-warning" in html.tostring(page, encoding="unicode")


def test_people_are_ordered_by_name_with_their_counts_and_no_score(cohort: Cohort, page: Any) -> None:
    rows = rows_of(section(page, "people").xpath(".//table")[0])
    names = sorted({row.person for row in cohort.documents}, key=lambda name: (name.casefold(), name))
    assert [row[0] for row in rows] == names
    for name, _, documents, unread, errors, warnings, notes, _ in rows:
        own = [row for row in cohort.findings if row.person == name]
        assert int(documents) == sum(row.person == name and not row.error for row in cohort.documents)
        assert int(unread) == sum(row.person == name and bool(row.error) for row in cohort.documents)
        assert [int(errors), int(warnings), int(notes)] == [sum(row.level == level for row in own) for level in ("error", "warning", "note")]
    text = section(page, "people").text_content()
    assert "점수도 순위도 없습니다" in text and "no score and no rank" in text


def test_unread_files_are_listed_with_reasons(cohort: Cohort, page: Any) -> None:
    rows = rows_of(section(page, "unread").xpath(".//table")[0])
    assert [row[0] for row in rows] == [row.path for row in cohort.documents if row.error]
    assert all(row[2] for row in rows)


def test_links_to_peoples_pages_only_where_they_exist(cohort: Cohort) -> None:
    first, second = cohort.documents[0].person, "없는 사람"
    page = page_of(render_dashboard(cohort, Beside(pages={first: f"people/{first} & <b>?#/index.html", second: "people/x/index.html"})))
    links = section(page, "people").xpath(".//tbody//th//a")
    assert [link.text_content() for link in links] == [first]
    assert not re.search(r"[<>&?# ]", links[0].get("href"))
    assert links[0].get("href").startswith("people/")


def test_changes_are_shown_by_person(cohort: Cohort) -> None:
    person = cohort.documents[0].person
    page = page_of(render_dashboard(cohort, Beside(changes=(Change(person, 1, 1, 1),))))
    assert shown_in(section(page, "changes").xpath("./p")[0], "en") == "1 cured, 1 new, 1 returned."
    row = next(row for row in rows_of(section(page, "people").xpath(".//table")[0]) if row[0] == person)
    assert row[-4:-1] == ["1", "1", "1"]
    assert "지난번과" not in render_dashboard(cohort, Beside())
    assert section(page_of(render_dashboard(cohort, Beside(changes=()))), "changes") is not None


def test_shared_text_is_shown_without_names(cohort: Cohort) -> None:
    text = "본 교육 과정에서 배운 내용을 바탕으로 다양한 프로젝트를 수행하였습니다."
    page = page_of(render_dashboard(cohort, Beside(shared=(SharedText(text, 14, 20, 20),), silenced=33)))
    shared = section(page, "shared")
    assert text in shared.text_content() and "14명" in shared.text_content()
    assert "(33)" in shown_in(shared, "en") and "33건" in shown_in(shared, "ko")
    assert not [row.person for row in cohort.documents if row.person in shared.text_content()]


@pytest.mark.parametrize("make", [lambda cohort: render_dashboard(cohort, Beside(linter().rule_set.rules)), lambda cohort: render_group_tables(tables_of_groups(cohort))], ids=["people", "groups"])
def test_nothing_is_fetched_and_nothing_else_runs(cohort: Cohort, make: Callable[[Cohort], str]) -> None:
    text = make(cohort)
    page = page_of(text)
    policy = dict(part.split(" ", 1) for part in page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0].split("; "))
    assert policy["default-src"] == "'none'" and "unsafe" not in str(policy)
    for name, element in (("style-src", page.xpath("//style")[0]), ("script-src", page.xpath("//script[not(@type)]")[0])):
        assert policy[name] == f"'sha256-{base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()}'"
    assert len(page.xpath("//script[not(@type='application/json')]")) == 1
    assert not page.xpath("//@src | //link | //iframe | //object | //form | //@style")
    assert not [name for element in page.iter() for name in element.attrib if name.lower().startswith("on")]
    assert not re.search(r"(?:https?:)?//(?!www\.w3\.org)", "".join(page.xpath("//@href")))
    assert "http://" not in re.sub(r"http://www\.w3\.org/\S+", "", text)


def test_names_of_strangers_are_only_text() -> None:
    documents = tuple(DocumentRow(f"{name}/{name}.md", name, name, "0" * 64, error="x" if index % 2 else "", reason=name) for index, name in enumerate(HOSTILE))
    findings = tuple(FindingRow(f"{name}/{name}.md", name, name, "STO001", name, "error", name, name, 0, 4, "f") for name in HOSTILE[::2])
    cohort = Cohort(documents, findings, (), "0.1.0", "r", "2026-01-01", "en")
    shared = tuple(SharedText(name, 3, 3, 3) for name in HOSTILE)
    for text in (render_dashboard(cohort, Beside(shared=shared, pages={name: f"people/{name}/index.html" for name in HOSTILE})), render_group_tables(tables_of_groups(cohort))):
        text.encode("utf-8")
        page = page_of(text)
        assert len(page.xpath("//script")) == 1 and not page.xpath("//img | //@onload | //@onerror")
        assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", text)
        assert "a" * 300 not in page.text_content()
        assert all(not link.lower().startswith("javascript") for link in page.xpath("//@href"))
    assert "&lt;script&gt;alert(1)" in render_dashboard(cohort)


def test_both_languages_say_everything(page: Any) -> None:
    assert len(page.xpath("//*[contains(@class, 'in-ko')]")) == len(page.xpath("//*[contains(@class, 'in-en')]"))
    hangul = re.compile("[가-힣]")
    for element in page.xpath("//span[contains(@class, 'in-en')]"):
        assert not hangul.search(element.text_content()), element.text_content()


def test_large_cohorts_have_no_row_for_everybody_and_stay_small() -> None:
    cohort = generated_cohort(5000, 12)
    assert len(cohort.documents) > 4 * MOST_DOCUMENTS
    text = render_dashboard(cohort, Beside(linter().rule_set.rules, {row.person: f"people/{row.person}/index.html" for row in cohort.documents}))
    assert len(text.encode()) < 5_000_000
    page = page_of(text)
    assert len(section(page, "people").xpath(".//tbody/tr")) == ROWS
    assert len(section(page, "unread").xpath(".//tbody/tr")) == 200
    assert "5,000" in section(page, "people").text_content()


def test_empty_cohort_and_one_person() -> None:
    assert "What was found" in render_dashboard(Cohort((), (), (), "0.1.0", "", "2026-01-01", "en"))
    one = replace(generated_cohort(1, 13, ()), language="en")
    assert "one person" in page_of(render_dashboard(one)).xpath("string(//h1)")


def test_elements_of_the_story_are_all_there(page: Any) -> None:
    assert len(rows_of(section(page, "story").xpath(".//table")[0])) == len(ELEMENTS)


def test_redacted_says_what_was_kept(cohort: Cohort) -> None:
    text = render_dashboard(cohort, Beside(redacted=True, shared=(SharedText("", 4, 4, 4),), changes=(Change("x", 0, 0, 0),)))
    assert "An alias means the same person within this report only" in text
    assert "별칭은 이 보고서 안에서만" in text
