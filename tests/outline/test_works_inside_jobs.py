"""Works inside jobs: what a job tells line by line, and bullets and titles whose period stands below them."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text


def entries(text: str) -> list[tuple[str, str]]:
    """The kinds and titles of the entries of a document."""
    document = read_text(text.encode(), "case.md", Config().limits)
    outline = linter().outline(document, Config())
    return [(entry.kind, document.words(entry.title) if entry.title is not None else "") for entry in outline.entries]


_SCHOOL = "\n## Education\n\n- Gull College, 2012 - 2016\n"


@pytest.mark.parametrize("told", [
    "**Tide ledger** — lead, 2021.03 – 2022.02\n\n- Cut the error from 12 cm to 5 cm.\n\n**Buoy map** — engineer, 2019.05 – 2020.12\n\n- Told of faults a day before.\n",
    "Tide ledger (2021.03 – 2022.02)\n- Cut the error from 12 cm to 5 cm.\n- Moved batches to streams.\n\nBuoy map (2019.05 – 2020.12)\n- Told of faults a day before.\n",
    "Tide ledger\n2021.03 – 2022.02\n\n- Cut the error from 12 cm to 5 cm.\n\nBuoy map\n2019.05 – 2020.12\n\n- Told of faults a day before.\n",
])
def test_lines_with_a_period_each_are_works_of_their_job(told: str) -> None:
    found = entries(f"# Résumé\n\n## Experience\n\n### Vell Works\n\n*Harbour office · 2019.03 – present*\n\n{told}\n{_SCHOOL}")
    assert [kind for kind, _ in found[:-1]] == ["job", "project", "project"]
    assert [title.split(" (")[0].split(" —")[0] for _, title in found[:-1]] == ["Vell Works", "Tide ledger", "Buoy map"]


def test_the_same_in_korean() -> None:
    text = (
        "# 이력서\n\n## 경력\n\n### 물결기계 — 데이터 엔지니어\n\n2019.03 – 현재 · 부산\n\n**조석 예측 플랫폼** — 기술 리드, 2021.03 – 2022.02\n\n- 예측 오차를 12 cm에서 5 cm로 줄였다.\n\n"
        "**부표 위치 추적** — 담당, 2019.05 – 2020.12\n\n- 수신기 고장을 하루 전에 알렸다.\n\n## 학력\n\n- 가온대학교 (2010 - 2014)\n"
    )
    assert [kind for kind, _ in entries(text)] == ["job", "project", "project", "course"]


def test_posts_at_one_employer_are_jobs() -> None:
    text = f"# Résumé\n\n## Experience\n\n### Vell Works\n\nSenior Analyst, 2017.01 – 2019.02\n\n- Cut the report to ten minutes.\n\nAnalyst, 2015.01 – 2016.12\n\n- Wrote the first dashboard.\n{_SCHOOL}"
    assert entries(text)[:2] == [("job", "Senior Analyst, 2017.01 – 2019.02"), ("job", "Analyst, 2015.01 – 2016.12")]


@pytest.mark.parametrize("told", [
    "2019.03 – 2021.02 · Harbour office\n\nI ran the tables from 2019 to 2021 and told of faults a day before.\n\n- Cut the error from 12 cm to 5 cm.\n",
    "Analyst, 2019.03 – 2021.02\n\n- Cut the error from 12 cm to 5 cm.\n\nWhat I used\n\n- Python\n",
])
def test_a_period_of_the_job_itself_parts_nothing(told: str) -> None:
    assert entries(f"# Résumé\n\n## Experience\n\n### Vell Works\n\n{told}{_SCHOOL}")[:-1] == [("job", "Vell Works")]


@pytest.mark.parametrize("between", ["\n  ", "\n\n    ", "\n    \n    "])
def test_bullets_above_their_periods_are_jobs(between: str) -> None:
    text = f"# Résumé\n\n## Experience\n\n- Vell Works (analyst){between}2019.06 - 2021.08\n\n- 물결기계 (인턴){between}2017.06 - 2019.05\n{_SCHOOL}"
    assert entries(text)[:2] == [("job", "Vell Works (analyst)"), ("job", "물결기계 (인턴)")]
