"""Lists of works under headings that say what they are about, in tables, and beside an index of themselves."""

from __future__ import annotations

import pytest
from vocabulary_files import heading_vocabulary

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text


def entries(text: str) -> list[tuple[str, str]]:
    """The kinds and titles of the entries of a document."""
    document = read_text(text.encode(), "case.md", Config().limits)
    outline = linter().outline(document, Config())
    return [(entry.kind, document.words(entry.title) if entry.title is not None else "") for entry in outline.entries]


def works(text: str) -> list[str]:
    return [title for kind, title in entries(text) if kind == "project"]


@pytest.mark.parametrize("heading", ["Projects related to AI", "Projects in machine learning", "Side projects with Rust", "Projects outside of work", "AI 관련 프로젝트", "오픈소스 기여"])
def test_a_list_is_known_by_what_it_lists(heading: str) -> None:
    assert heading_vocabulary().kind_of(heading) == "projects"


@pytest.mark.parametrize("heading", ["Experience with AWS", "Work on the bell", "What projects in this repository do", "Results on the test set", "Project about weirs"])
def test_other_headings_are_not(heading: str) -> None:
    assert heading_vocabulary().kind_of(heading) != "projects"


def test_bullets_with_bullets_are_works_under_each_list() -> None:
    listed = "- [Weir map](https://example.org/weir)\n  - A map of all weirs\n  - Draws 300 of them\n\n- [Tide bell](https://example.org/bell)\n  - Rings with the tide\n\n"
    text = f"# Ada Lind\n\n## Professional experience\n\n### Clerk at Vell Ltd (2012 - 2019)\n\nI kept the tables.\n\n## Projects related to water\n\n{listed}## Other projects\n\n{listed.replace('Weir', 'Rope').replace('Tide', 'Lamp')}"
    assert works(text) == ["Weir map", "Tide bell", "Rope map", "Lamp bell"]


_LIFE = "# 도하늘 · 데이터 엔지니어\n\n## 경력\n\n**물결기계 · 데이터 엔지니어 · 2019.03 – 현재**\n\n- 조석표를 맡았다.\n\n"


def test_linked_rows_that_tell_are_works_of_a_person() -> None:
    table = "## 연동·운영 개선\n\n| 경험 | 해결한 문제와 결과 |\n| --- | --- |\n| [조석 예측](tide.md) | 예측 오차를 12 cm에서 5 cm로 줄였고 세 항구가 쓴다 |\n| [부표 추적](buoy.md) | 수신기 고장을 하루 전에 알려 주는 화면을 작성했다 |\n\n## 학력\n\n가온대학교 (2008 - 2012)\n"
    assert works(_LIFE + table) == ["조석 예측", "부표 추적"]


@pytest.mark.parametrize("row", ["| [조석 예측](tide.md) | 2021 |", "| 조석 예측을 하는 사람 | 예측 오차를 12 cm에서 5 cm로 줄였고 세 항구가 쓴다 |"])
def test_other_rows_are_none(row: str) -> None:
    assert works(f"{_LIFE}## 덧붙임말\n\n| 이름 | 내용 |\n| --- | --- |\n{row}\n{row.replace('조석', '부표')}\n") == []


def test_an_index_with_other_numbers_is_none_beside_what_it_names() -> None:
    text = (
        "# Data portfolio\n\n## Portfolio Projects\n\n| No. | Project | Result |\n|---|---|---|\n| 1 | Weir map | 300 weirs |\n| 2 | Tide bell | rings |\n| 3 | Lamp bench | forty lamps |\n\n"
        "## Representative Projects\n\n### 1. Weir map\n\nA map of all weirs.\n\n### 2. Tide bell\n\nA bell that rings with the tide.\n"
    )
    assert works(text) == ["Lamp bench", "1. Weir map", "2. Tide bell"]


def test_a_title_above_all_of_a_life_lists_nothing() -> None:
    text = "# Career\n\nCloud · Security · Backend\n\n## 프로필 요약\n\n물때를 다루는 일을 했습니다.\n\n## 스킬\n- Python\n\n## 학력\n- 2012 졸업 / 가온고등학교\n\n## 인턴·대외활동\n\n### 물결기계\n- 기간: 2019.02 ~ 2019.04\n\n조석표를 작성했습니다.\n\n## 자격증\n- 2020.07 / 항해사\n"
    assert [title for kind, title in entries(text) if kind == "job"] == ["물결기계"]


def test_who_taught_is_told_line_by_line() -> None:
    text = f"{_LIFE}## 강의 · 멘토링\n\n- **멘토**, 물결기계 — 신입 교육 (2020–2021)\n- **조교**, 가온대학교 — 확률론 (2012)\n"
    assert [title.split(",")[0] for kind, title in entries(text) if kind == "other"] == ["멘토", "조교"]


def test_where_competitions_are_held_is_no_competition() -> None:
    text = f"{_LIFE}## Projects related to AI\n\n- [Kaggle](https://example.org/kaggle)\n  - What I tried there as a beginner\n- [Kaggle Tides](https://example.org/tides)\n  - Forecasts of tides in nine harbours\n"
    assert [(kind, title) for kind, title in entries(text) if kind != "job"] == [("project", "Kaggle"), ("competition", "Kaggle Tides")]


@pytest.mark.parametrize("group", ["Kaggle\n", "Kaggle\n\n", ""])
@pytest.mark.parametrize("period", ["대회기간 : 2022년 3월", "기간: 2022.03 ~ 2022.05", "Period: March 2022"])
def test_bullets_with_the_form_of_a_work_are_works_below_any_line(group: str, period: str) -> None:
    form = f"  - 링크 : https://example.org\n  - {period}\n  - 결과 : 3등\n\n"
    text = f"# project\n코드 정리하는 곳\n\n{group}- 흑점 개수 예측 대회\n{form}- 물고기 길이 예측 대회\n{form}\nETC\n- 갈매기 사진 공모전\n{form}"
    assert entries(text) == [("competition", "흑점 개수 예측 대회"), ("competition", "물고기 길이 예측 대회"), ("competition", "갈매기 사진 공모전")]


def test_a_bullet_without_the_form_leaves_the_list_a_list() -> None:
    text = "# Ada Lind\n\n## Projects\n\n**Weir map**\n- Planning\n  - Period: March 2022\n- Drew the weirs\n\n**Tide bell**\n- Rings with the tide\n"
    assert works(text) == ["Weir map", "Tide bell"]


@pytest.mark.parametrize("when", ["Expected in 2022.02", "2022.02 졸업예정", "Expected in May 2022", "졸업 예정 2022.02"])
def test_a_degree_to_come_is_one_of_the_list(when: str) -> None:
    text = f"# 도하늘\n\n## Education\n\n* 물결대학교, 물결시, {when}\n* 갯벌고등학교, 갯벌시, 2016.02\n\n## Skills\n\n- Rust\n"
    assert [kind for kind, _ in entries(text)] == ["course", "course"]
