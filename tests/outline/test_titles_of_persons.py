"""Documents whose title or frame says that they are a history of jobs, works of a person or a letter."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.outline import Outline
from careerlint.readers import read_text

_JOBS = "## Ostrava Retail, engineer (2020-2024)\n\n### A. Fruit scale\n- Trained a model\n- Wrote the labels\n\n### B. Shelf scanner\n- Wrote the guide\n- Drew the boxes\n"


def _outline(text: str) -> Outline:
    return linter().lint(read_text(text.encode(), "case.md", Config().limits), Config()).outline


@pytest.mark.parametrize("title", ["Detailed career history - Dmitri Volkov", "Career in detail: Ines Rauch", "Obinna Adeyemi, career in detail", "Katrin Ostermann - work in detail", "Professional activity of Dmitri Lebedinsky"])
def test_a_history_of_jobs_by_its_title(title: str) -> None:
    assert _outline(f"# {title}\n\n{_JOBS}").kind == "career"


def test_projects_of_one_dated_job_are_entries() -> None:
    outline = _outline(f"# Detailed career history - Dmitri Volkov\n\n{_JOBS}")
    assert len(outline.entries) == 2


def test_jobs_of_a_history_need_no_years() -> None:
    outline = _outline("# Vita, professional part: Goran Pesic\n\n## Programmer, Archive\n- Wrote forms\n\n## Programmer, Water Works\n- Wrote the transfer\n")
    assert [entry.kind for entry in outline.entries] == ["job", "job"]


def test_a_greeting_and_a_name_at_the_end_make_a_letter() -> None:
    text = "# To the team of Windpark Nord\n\nHello,\n\nblades ice up, and I photographed 400 of them for my thesis at the coast in winter.\n\nThe crack list is used in spring.\n\nJannik\n"
    assert _outline(text).kind == "cover-letter"


@pytest.mark.parametrize("text", [
    "# Greeter\n\nHello,\n\nthis page greets visitors of the museum by name and remembers them for a week.\n\nIt runs on one small board.\n",
    "# Career page scraper\n\nReads job adverts in detail every night.\n\n- Wrote the crawler\n",
])
def test_a_project_stays_a_project(text: str) -> None:
    assert _outline(text).kind == "project"


def test_what_introduces_the_author_below_the_title_is_no_work() -> None:
    works = "".join(f"## {number}. {name}\n\n{name}를 만들었습니다.\n\n- 모델을 학습해 F1 0.8\n- 화면을 구현\n\n" for number, name in ((1, "조개 지도"), (2, "물때 시계"), (3, "파도 예보")))
    outline = _outline(f"# 데이터 분석 포트폴리오\n\n서미나 · Data Analyst / AI Engineer\n\n과정에서 만든 작품 3종입니다.\n처음부터 끝까지 만들었습니다.\n\n---\n\n{works}")
    assert len(outline.entries) == 3


def test_a_sum_of_all_jobs_behind_a_trade_is_no_job() -> None:
    outline = _outline("# 경력기술서\n\n**화면 개발자 · 총 경력 9년** (2016.09 ~ 2026.04)\n\n**핵심 역량**\n\n- 화면 설계\n\n---\n\n## 물결은행 · 앱팀\n\n**2020.01 ~ 2026.04**\n\n- 결제 화면을 다시 작성\n- 오류를 40% 줄임\n\n## 가온소프트 · 웹팀\n\n**2016.09 ~ 2019.12**\n\n- 관리 화면을 구현\n- 통계를 추가\n")
    assert len(outline.entries) == 2
