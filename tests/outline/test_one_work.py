"""One work: pages that tell a single work below a label, the sort of the page or the title of a portfolio."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text


def outlined(text: str) -> tuple[str, list[str]]:
    """The kind of a document and the titles of its entries."""
    document = read_text(text.encode(), "README.md", Config().limits)
    outline = linter().outline(document, Config())
    return outline.kind, [document.words(entry.title) if entry.title is not None else "" for entry in outline.entries]


@pytest.mark.parametrize("label", ["프로젝트 이름", "프로젝트명", "작품 이름", "Project Name", "Project title", "Title", "제목"])
def test_a_label_as_a_heading_has_the_name_below_it(label: str) -> None:
    text = f"# {label}\n\n**HarbourInventory**\n\n## 소개\n동네 창고의 재고를 세는 앱이다.\n\n## 주요 기능\n\n- 남은 개수를 보여 준다.\n"
    assert outlined(text) == ("project", ["HarbourInventory"])


def test_the_only_row_of_a_summary_names_what_is_reported() -> None:
    text = "### Summary\n\nTicket machine stopped printing after the update\n\n### Description\n\nIt accepted coins and printed nothing.\n\n### Impact\n\nForty passengers had no ticket.\n"
    assert outlined(text) == ("project", ["Ticket machine stopped printing after the update"])


@pytest.mark.parametrize("below", ["HarbourInventory", "- HarbourInventory", "* **HarbourInventory**"])
def test_the_only_line_or_bullet_below_a_label_is_the_name(below: str) -> None:
    text = f"# 프로젝트 이름\n\n{below}\n\n## 소개\n동네 창고의 재고를 세는 앱이다.\n"
    assert outlined(text) == ("project", ["HarbourInventory"])


@pytest.mark.parametrize("below", ["목차", "동네 창고의 재고를 센다.", "- 재고\n- 창고", ""])
def test_a_label_with_no_name_below_it_is_no_name_itself(below: str) -> None:
    assert outlined(f"# 프로젝트 이름\n\n{below}\n\n## Description\n\nIt accepted coins.\n\n## Usage\n\nRun it.\n")[1] == [""]


def test_labels_in_a_portfolio_have_the_names_below_them() -> None:
    work = "### 프로젝트 이름\n\n{}\n\n#### 역할\n\n- 지도를 그렸다.\n\n"
    assert outlined(f"# 포트폴리오\n\n## 프로젝트\n\n{work.format('- 물길 지도')}{work.format('소음 지도')}") == ("portfolio", ["물길 지도", "소음 지도"])


@pytest.mark.parametrize(("heading", "below"), [
    ("Summary", "It stopped printing after the update."), ("Summary", "Stopped printing\n\n- twice"), ("Overview", "A tool for tides"), ("Tern", "**Renames photographs**"),
])
def test_other_rows_below_a_first_heading_name_nothing(heading: str, below: str) -> None:
    text = f"# {heading}\n\n{below}\n\n## Description\n\nIt accepted coins and printed nothing.\n\n## Usage\n\nRun it.\n"
    assert outlined(text)[1] == [heading]


@pytest.mark.parametrize("sort", ["트러블 슈팅", "Troubleshooting", "회고", "Report"])
def test_the_only_heading_below_the_sort_of_a_page_names_the_work(sort: str) -> None:
    text = f"# {sort}\n\n## 깨지는 파일 이름 고치기\n\n### 문제 1\n이름이 풀어져 보였다.\n\n### 문제 2\n물음표가 되었다.\n\n### 해결\nNFC로 모았다.\n"
    assert outlined(text) == ("project", ["깨지는 파일 이름 고치기"])


_PARTS = "## 1. Goal\n\n- Put them side by side.\n\n## 2. Pipeline\n\nRaw tables are loaded.\n\n## 3. Data model (five tables)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## 4. Ideas (planned)\n\n- rank them\n\n## 5. Progress\n\n- [x] tables\n"


@pytest.mark.parametrize("title", ["Data portfolio of Ines Calder", "백이든 | Data Engineer Portfolio", "포트폴리오"])
def test_the_one_work_below_the_title_of_a_portfolio_is_told_as_a_project(title: str) -> None:
    assert outlined(f"# {title}\n\nHello.\n\n# Vacant shops in Tarn\n\nA pipeline.\n\n{_PARTS}") == ("project", ["Vacant shops in Tarn"])


def test_two_works_below_the_title_of_a_portfolio_are_two() -> None:
    parts = "## Goal\n\n- See.\n\n## Data\n\n- Open data.\n\n## Results\n\n- Seen.\n\n"
    assert outlined(f"# Portfolio\n\nHello.\n\n# Vacant shops\n\n{parts}# Tide bells\n\n{parts}") == ("portfolio", ["Vacant shops", "Tide bells"])


_WORK = "# {}\n\nCounts weirs in photographs.\n\n## Data\n\n- 300 photographs\n\n## Results\n\n- 0.91\n\n"


@pytest.mark.parametrize("part", ["Installation", "Results", "설치 방법", "Dataset"])
def test_a_part_as_high_as_the_title_makes_no_portfolio(part: str) -> None:
    text = f"{_WORK.format('Tide Finder')}# {part}\n\n- It is told here.\n\n{_WORK.format('Weir model')}"
    assert outlined(text) == ("project", ["Tide Finder"])


def test_a_part_behind_each_of_two_titles_is_one_of_each() -> None:
    behind = "# Installation\n\n- pip install it\n\n"
    assert outlined(f"{_WORK.format('Tide Finder')}{behind}{_WORK.format('Weir model')}{behind}") == ("portfolio", ["Tide Finder", "Weir model"])


@pytest.mark.parametrize("title", ["Capstone Project", "Final Project"])
def test_two_words_that_announce_a_project_are_nobodys_name(title: str) -> None:
    text = f"# {title}\n\nFinds tides in photographs.\n\n## Overview\n\nIt counts them.\n\n## Data\n\n- 300 photographs\n\n## Results\n\n- 0.91\n"
    assert outlined(text) == ("project", [title])
    assert outlined(f"# {title}\n\nFinds tides in photographs.\n\n# Results\n\n- 0.91\n")[0] == "project"


def test_sessions_called_by_their_days_are_parts_of_one_work() -> None:
    session = "#### Improvement: ranking\n- Added a second ranking\n- Ranked 40 answers again\n\n### Key observations ({0})\n- Chunks matter\n\n"
    text = "## Search helper - test results and log\n\n" + "".join(f"### Test session: 2026-0{number}-20{more}\n\n{session.format(number)}" for number, more in ((2, " to 2026-02-21"), (3, ""), (4, " — with a cache")))
    kind, entries = outlined(text)
    assert (kind, len(entries)) == ("project", 1)


def test_works_named_behind_their_periods_stay_works() -> None:
    work = "- 역할: 서버\n- 기간: 두 달\n- 지연을 3초에서 1초로 줄임\n\n"
    text = "# 포트폴리오\n\n" + "".join(f"## {period} {name}\n\n{work}" for period, name in (("2024.01.02 ~ 2024.03.04", "물때 알림"), ("2024.05.02 ~ 2024.07.04", "등대 지도"), ("2024.08.02 ~ 2024.09.04", "갯벌 기록")))
    assert len(outlined(text)[1]) == 3
