"""Pages of works: what is folded, works that are counted by headings and bold lines, and signs before titles."""

from __future__ import annotations

from datetime import date

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.finding import Report, Run
from careerlint.outline.unsaid import unfolds
from careerlint.readers import read_text
from careerlint.reporters.look import Look
from careerlint.reporters.terminal import render_terminal


def report_on(text: str) -> Report:
    return linter().lint(read_text(text.encode(), "case.md", Config().limits), Config())


def titles(report: Report) -> list[str]:
    return [report.document.words(entry.title) if entry.title is not None else "" for entry in report.outline.entries]


_FOLDED = "# 포트폴리오\n\n## 프로젝트 1. 강수 지도\n\n<details><summary>{flap}</summary>\n\n- 지도를 그렸다.\n- 관측소를 골랐다.\n\n</details>\n\n## 프로젝트 2. 조류 소리\n\n- 소리를 모았다.\n"


@pytest.mark.parametrize("flap", ["펼치기", "더 보기", "더보기", "자세히 보기", "Click to expand", "Show more", "👉 클릭", "접기/펼치기", "▶ 펼쳐보기 (click)"])
def test_the_flap_of_a_folded_part_is_no_heading_and_no_entry(flap: str) -> None:
    report = report_on(_FOLDED.format(flap=flap))
    assert titles(report) == ["프로젝트 1. 강수 지도", "프로젝트 2. 조류 소리"]
    assert flap not in [report.document.words(section.title) for section in report.outline.sections if section.title is not None]
    assert flap not in [report.document.words(statement.span) for statement in report.outline.statements]


@pytest.mark.parametrize("words", ["데이터 전처리 과정", "학습 결과 보기 좋게 그리기", "Click tracking model", "Read the tide tables", "열기구 예측"])
def test_other_titles_of_folded_parts_are_told(words: str) -> None:
    assert not unfolds(words)


def test_a_bold_line_counts_on_behind_headings() -> None:
    report = report_on("# 포트폴리오\n\n## 프로젝트 1. 강수 지도\n\n- 지도를 그렸다.\n\n## 프로젝트 2. 조류 소리\n\n- 소리를 모았다.\n\n**프로젝트 3. 나무 나이**\n\n- 나이테를 셌다.\n\n**프로젝트 4. 얼음 두께**\n\n- 두께를 쟀다.\n")
    assert titles(report) == ["프로젝트 1. 강수 지도", "프로젝트 2. 조류 소리", "프로젝트 3. 나무 나이", "프로젝트 4. 얼음 두께"]


def test_a_bold_line_counts_on_in_english() -> None:
    report = report_on("# Portfolio\n\n## Project 1: Rain map\n\n- Drew the map.\n\n## Project 2: Bird calls\n\n- Collected the calls.\n\n**Project 3: Tree rings**\n\n- Counted the rings.\n")
    assert titles(report) == ["Project 1: Rain map", "Project 2: Bird calls", "Project 3: Tree rings"]


@pytest.mark.parametrize("line", ["**프로젝트 2의 배경**", "**프로젝트 5. 다른 이야기**", "**모델 3. 나무**", "**프로젝트 2-1. 한 걸음**"])
def test_another_bold_line_is_a_part_of_its_work(line: str) -> None:
    report = report_on(f"# 포트폴리오\n\n## 프로젝트 1. 강수 지도\n\n- 지도를 그렸다.\n\n## 프로젝트 2. 조류 소리\n\n- 소리를 모았다.\n\n{line}\n\n- 더 모았다.\n")
    assert titles(report) == ["프로젝트 1. 강수 지도", "프로젝트 2. 조류 소리"]


def test_a_heading_with_a_sign_is_told_once() -> None:
    report = report_on("# 포트폴리오\n\n## 📌 프로젝트 1. 강수 지도\n\n- 지도를 그렸다.\n- 정확도가 대폭 향상됐다.\n\n## 📌 프로젝트 2. 조류 소리\n\n- 소리를 모았다.\n- LSTM을 시도했지만 잘 되지 않았다.\n")
    shown = render_terminal(Run((report,), "0.0.0", "0123456789abcdef", date(2026, 1, 1)), Look(language="ko"))
    assert "📌 프로젝트 1. 강수 지도" in shown
    assert "> 프로젝트 1. 강수 지도" not in shown


@pytest.mark.parametrize("group", ["🏗 Industrial & Team Projects", "Personal R Projects (Applied Statistics)", "Geo dashboards", "지도 프로젝트 모음"])
def test_a_heading_that_groups_works_is_none_of_them(group: str) -> None:
    bullets = "* **[Tide map](./tide)**: Draws the tides of a bay.\n* **[Weir gauges](./weir)**: Reads forty gauges.\n"
    assert titles(report_on(f"# Portfolio\n\n## Featured Projects\n\n### {group}\n\n{bullets}\n### Side Projects\n\n{bullets.replace('Tide', 'Rain')}")) == ["Tide map: Draws the tides of a bay.", "Weir gauges: Reads forty gauges.", "Rain map: Draws the tides of a bay.", "Weir gauges: Reads forty gauges."]


def test_a_project_whose_name_ends_like_a_group_is_one_where_its_bullets_name_nothing() -> None:
    told = "### Registry of school projects\n\n- Read 4,000 forms because nobody had counted them.\n- Cut the time of a search from 9 s to 1 s.\n"
    assert titles(report_on(f"# Portfolio\n\n## Featured Projects\n\n{told}\n### Tide map\n\n- Drew the tides of a bay.\n")) == ["Registry of school projects", "Tide map"]


@pytest.mark.parametrize(("first", "second"), [("주임 연구원", "연구원"), ("Senior engineer", "Engineer")])
def test_posts_that_somebody_rose_to_are_parts_of_the_one_job(first: str, second: str) -> None:
    text = f"# 이바다\n\n## 경력\n\n### 노을소프트 (2021.06 - 2024.07)\n\n**{first}** 2023.03 – 2024.07\n\n- 검색 색인을 다시 짰습니다.\n\n**{second}** 2021.06 – 2023.02\n\n- 결제 오류를 줄였습니다.\n\n## 학력\n\n- 푸른대학교 (2017.03 - 2021.02)\n"
    assert titles(report_on(text))[0].startswith("노을소프트")
    assert len(titles(report_on(text))) == 2


def test_bullets_that_name_a_work_by_a_link_and_tell_it_in_the_next_row() -> None:
    text = (
        "# Ada's data science portfolio\n\nProjects of a course.\n\n## Data management\n**Organizing, cleaning and transforming data for analysis using [pandas](https://pandas.example/)**  \n"
        "- [Missing values](https://works.example/1)<br>\n  Ways to detect and fill missing values of gauges.\n"
        "- [Tidy data](https://works.example/2)\n  - :medal_sports: [**Gold standard**](https://works.example/3)<br>\n    A notebook that tidies the results of the games of 2008.\n\n"
        "## App design\n**Building interactive applications with [Streamlit](https://streamlit.example/) to visualize and explore data**  \n- :dog: [**DogFinder**](https://works.example/4)<br>\n  An app that helps to explore the traits of breeds.\n"
    )
    assert titles(report_on(text)) == ["Missing values", "Gold standard", "DogFinder"]


def test_what_stands_between_counted_works_is_a_part_of_the_one_before() -> None:
    text = (
        "# Data portfolio\n\n## Projects\n\n### 1. [Stock app](./stock)\n\nAn app with three forecasts.\n\n### Techniques used\n\n- **Smoothing**: shows trends\n- **Simulation**: draws outcomes\n\n"
        "### 2. [Dashboards](./bi)\n\nScripts that prepare the data.\n\n## Structure\n\nSee the folders.\n"
    )
    assert titles(report_on(text)) == ["1. Stock app", "2. Dashboards"]


def test_a_work_that_sums_up_is_no_summary() -> None:
    work = "### 문제 정의\n\n- 대화를 읽는 데 오래 걸림\n\n### 주요 작업\n\n- 모델 학습\n- 점수 비교\n\n"
    text = "".join(f"## [{name}](./{number})\n\n{work}" for number, name in enumerate(("ML-Regression: 아파트 실거래가 예측", "CV-Classification: 문서 이미지 분류", "NLP-Summarization: 일상 대화 요약")))
    assert titles(report_on(text))[-1] == "NLP-Summarization: 일상 대화 요약"
