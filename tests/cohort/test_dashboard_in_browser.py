"""The page of a cohort in a browser: search, keyboard, policy, contrast, narrow screens, and names of strangers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from generated import generated_cohort
from test_dashboard import HOSTILE

from careerlint.cohort.dashboard import ROWS, Beside, render_dashboard
from careerlint.cohort.group_page import render_group_tables
from careerlint.cohort.grouping import tables_of_groups
from careerlint.cohort.rows import Change, Cohort, DocumentRow, SharedText
from careerlint.engine import linter

SHARED = (SharedText("본 교육 과정에서 배운 내용을 바탕으로 …를 수행하였습니다.", 9, 9, 9),)


class Shown:
    """A page in the browser and everything that it complained about or asked for."""

    def __init__(self, browser: Any, path: Path, text: str, **how: Any) -> None:
        path.write_text(text, encoding="utf-8")
        self.page = browser.new_page(**{"viewport": {"width": 1280, "height": 900}, **how})
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._dismiss)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri())

    def _dismiss(self, dialog: Any) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()

    @property
    def names(self) -> list[str]:
        """The people whose rows can be seen."""
        return [text.strip() for text in self.page.locator("#people-table tbody tr:visible th").all_inner_texts()]


def page_text(cohort: Cohort, **beside: Any) -> str:
    pages = {row.person: f"people/{row.person}/index.html" for row in cohort.documents}
    return render_dashboard(cohort, Beside(linter().rule_set.rules, pages, SHARED, 4, changes=(Change(cohort.documents[0].person, 1, 2, 3),), **beside))


@pytest.fixture(scope="module")
def cohort() -> Cohort:
    return generated_cohort(40, 21)


@pytest.fixture
def shown(browser: Any, tmp_path: Path, cohort: Cohort) -> Iterator[Shown]:
    made = Shown(browser, tmp_path / "index.html", page_text(cohort))
    yield made
    made.page.close()


def test_opens_without_a_complaint_and_asks_for_nothing(shown: Shown) -> None:
    assert shown.complaints == []
    assert len(shown.asked) == 1


def test_search_finds_people_by_name_and_group(shown: Shown, cohort: Cohort) -> None:
    person = cohort.documents[5].person
    box = shown.page.get_by_label("이름이나 그룹 찾기")
    box.fill(person)
    assert shown.names == [person]
    assert shown.page.locator("#shown").inner_text() == "40명 가운데 1명을 보입니다."
    box.fill("track a")
    assert sorted(shown.names) == sorted({row.person for row in cohort.documents if row.group == "Track A"})
    box.fill("없는사람")
    assert shown.names == []
    box.fill("")
    assert len(shown.names) == 40
    assert shown.complaints == []


def test_search_reads_decomposed_letters(shown: Shown, cohort: Cohort) -> None:
    import unicodedata

    person = next(row.person for row in cohort.documents if not row.person.isascii())
    shown.page.locator("#search").fill(unicodedata.normalize("NFD", person))
    assert shown.names == [person]


def test_everything_can_be_reached_by_keyboard(shown: Shown) -> None:
    page = shown.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.id || document.activeElement.className || document.activeElement.tagName"))
    assert {"frame-ko", "theme-system", "scroll"} <= seen
    page.locator("#search").focus()
    page.keyboard.type("김")
    assert shown.names and all("김" in name for name in shown.names)


def test_the_switches_change_language_and_brightness(shown: Shown) -> None:
    page = shown.page
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    assert page.locator("h1").inner_text() == "40명의 문서에서 찾은 것"
    page.locator("#frame-en").check(force=True)
    assert page.locator("h1").inner_text() == "What was found in the documents of 40 people"
    page.locator("#theme-dark").check(force=True)
    assert page.evaluate(ground) != light


def test_a_link_leads_to_the_text_of_the_rule(shown: Shown) -> None:
    link = shown.page.locator("ol.lessons a").first
    target = link.get_attribute("href")
    link.click()
    assert target.startswith("#rule-")
    shown.page.wait_for_function("target => { const top = document.querySelector(target).getBoundingClientRect().top; return top >= 0 && top < innerHeight; }", arg=target)


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_screen_is_too_narrow(browser: Any, tmp_path: Path, cohort: Cohort, width: int, language: str) -> None:
    made = Shown(browser, tmp_path / "index.html", page_text(replace(cohort, language=language)), viewport={"width": width, "height": 800})
    assert made.page.evaluate("document.documentElement.scrollWidth") <= width
    assert made.page.locator("section[aria-labelledby=rules] svg:visible").count() == 1
    made.page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_axe_finds_nothing(browser: Any, tmp_path: Path, cohort: Cohort, scheme: str, language: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    known = linter().rule_set.rules
    told = replace(cohort, language=language)
    for text in (page_text(told), page_text(told, redacted=True), render_group_tables(tables_of_groups(told), known)):
        made = Shown(browser, tmp_path / "index.html", text, color_scheme=scheme)
        found = Axe().run(made.page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
        made.page.close()


def test_names_of_strangers_do_nothing(browser: Any, tmp_path: Path) -> None:
    rows = tuple(DocumentRow(f"{name}.md", name, name, "", error="x" if index % 3 == 0 else "", reason=name) for index, name in enumerate(HOSTILE))
    many = generated_cohort(1600, 22)
    for documents in (rows, rows + many.documents):
        cohort = Cohort(documents, (), (), "0.1.0", "r", "2026-01-01", "en")
        made = Shown(browser, tmp_path / "index.html", page_text(cohort))
        made.page.locator("#search").fill("script")
        assert made.names == sorted(name for name in HOSTILE[:2] + HOSTILE[7:8] if "script" in name)
        made.page.locator("#search").fill("calc")
        assert made.names == [HOSTILE[2]]
        assert made.complaints == [] and len(made.asked) == 1
        assert made.page.evaluate("document.documentElement.scrollWidth") <= 1280
        made.page.close()


def test_search_looks_through_everybody_of_a_large_cohort(browser: Any, tmp_path: Path) -> None:
    cohort = generated_cohort(1600, 23)
    made = Shown(browser, tmp_path / "index.html", page_text(cohort))
    assert len(made.names) == ROWS
    last = sorted({row.person for row in cohort.documents}, key=str.casefold)[-1]
    assert last not in made.names
    first_rows = made.page.locator("#people-table tbody").inner_html()
    made.page.locator("#search").fill(last)
    assert made.names == [last]
    cells = made.page.locator("#people-table tbody tr td").all_inner_texts()
    group = next(row.group for row in cohort.documents if row.person == last)
    read = sum(row.person == last and not row.error for row in cohort.documents)
    assert cells[:2] == [group, str(read)]
    assert made.page.locator("#people-table tbody th a").get_attribute("href").startswith("people/")
    made.page.locator("#search").fill("")
    assert len(made.names) == ROWS
    # Rows that the script makes are those that the page came with.
    squeezed = "".join(first_rows.split())
    assert "".join(made.page.locator("#people-table tbody").inner_html().split()) == squeezed
    assert made.complaints == []
    made.page.close()


def test_prints_without_switches_and_with_the_numbers(shown: Shown) -> None:
    shown.page.emulate_media(media="print")
    assert not shown.page.locator("header.top").is_visible()
    assert shown.page.locator("ol.lessons").is_visible()
    assert len(shown.names) == 40
