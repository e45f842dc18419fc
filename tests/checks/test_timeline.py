"""Timelines: ends before starts, work in the future, totals larger than the dates, overlapping employments; and their legitimate look-alikes."""

from __future__ import annotations

import pytest
from found_words import findings_of, related_of, words_of

from careerlint.checks.experience import stated_experience

JOBS = "# Resume\n\n## Experience\n"


def _conflicts(text: str) -> list[str]:
    return words_of(text, "HON010")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (JOBS + "### Acme, engineer (2021 – 2019)\n- Built it", "2021 – 2019"),
        (JOBS + "### Acme, engineer (Mar 2021 – Feb 2021)\n- Built it", "Mar 2021 – Feb 2021"),
        (JOBS + "### Acme, engineer (15.11.2023 – 30.06.2023)\n- Built it", "15.11.2023 – 30.06.2023"),
        ("# 이력서\n\n## 프로젝트\n### 물때 지도\n- 기간: 2023.09 - 2023.04\n- 만듦", "2023.09 - 2023.04"),
        ("# 이력서\n\n| 근무처 | 입사 | 퇴사 |\n|---|---|---|\n| 가나상사 | 2019.03 | 2018.12 |", "2019.03 2018.12"),
        ("# 이력서\n\n## 경력\n### 가나상사 (23.06 ~ 22.08)\n- 발주함", "23.06 ~ 22.08"),
    ],
)
def test_end_before_start(text: str, words: str) -> None:
    assert _conflicts(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "# 노트\n\n가격은 2021-2019 사이에 내렸다고 한다.",
        "# 분석\n\n오차가 23.06 ~ 22.08 사이였다.",
        JOBS + "### Acme, engineer (09/10/2022 – 08/11/2022)\n- Built it",
        JOBS + "### Acme, engineer (2023.11 – 02)\n- Built it",
        JOBS + "### Acme, engineer (2021 – 2021)\n- Built it",
        "# Paper\n\n## References\n- Moss A., pages 2023-05 – 2021-03",
    ],
)
def test_what_may_be_in_order(text: str) -> None:
    assert _conflicts(text) == []


@pytest.mark.parametrize(
    ("title", "told", "found"),
    [
        ("Acme, engineer (June 2026 – present)", "Reduced the build from 9 to 2 minutes", True),
        ("Acme, engineer (June 2026, expected)", "Reduced the build from 9 to 2 minutes", False),
        ("Incoming engineer, Acme (June 2026 – present)", "Reduced the build from 9 to 2 minutes", False),
        ("Acme, engineer (June 2026 – present)", "Offer accepted, payments team", False),
        ("Acme, engineer (December 2025 – present)", "Reduced the build from 9 to 2 minutes", False),
    ],
)
def test_work_in_the_future(title: str, told: str, found: bool) -> None:
    assert bool(_conflicts(f"{JOBS}### {title}\n- {told}")) is found


@pytest.mark.parametrize(
    ("stated", "found"),
    [("8 years of experience", True), ("over 8 years of professional experience", True), ("5 years of experience", False), ("Total experience: 5 years 4 months", True), ("Total experience: 5 years 2 months", False), ("20 years of Python experience", False)],
)
def test_stated_total(stated: str, found: bool) -> None:
    jobs = "- Engineer, Acme, 2023-01 – present\n- Engineer, Initech, 2021-01 – 2022-12\n"
    assert bool(_conflicts(f"# Ada Moss\n\n{stated}\n\n## Experience\n{jobs}")) is found


def test_a_selection_of_jobs_adds_up_to_nothing() -> None:
    assert _conflicts("# Ada Moss\n\n9 years of experience\n\n## Selected experience\n- Engineer, Acme, 2023-01 – present\n") == []


def test_a_job_without_dates_leaves_the_sum_open() -> None:
    assert _conflicts("# Ada Moss\n\n9 years of experience\n\n## Experience\n### Acme (2023-01 – present)\n- Built it\n\n### Initech\n- Built that\n") == []


OVERLAPS = [
    ("가나상사 구매팀 (2019.03 ~ 2021.12)", "다라식품 물류팀 (2021.06 ~ 2024.02)", True), ("가나상사 구매팀 (2019.03 ~ 2021.12)", "다라식품 물류팀 (2021.11 ~ 2024.02)", False),
    ("가나상사 구매팀 (2019.03 ~ 2021.12)", "가나상사 물류팀 (2021.06 ~ 2024.02)", False), ("가나상사 구매팀 (2019.03 ~ 2021.12)", "프리랜서 디자이너 (2021.06 ~ 2024.02)", False),
    ("가나상사 구매팀 (2019.03 ~ 2021.12)", "다라대학 겸임 강사 (2021.03 ~ 2024.02)", False), ("가나상사 (2019 ~ 2021)", "다라식품 (2021 ~ 2024)", False), ("가나상사 (2019 ~ 2023)", "다라식품 (2021 ~ 2024)", True),
    ("가나상사 (21.03 ~ 현재)", "다라식품 (22.06 ~ 현재)", True), ("가나상사 (05.03 ~ 현재)", "다라식품 (06.06 ~ 현재)", False),
    ("가나상사 (2019.03 ~ 재직중)", "다라식품 (2021.06 ~ 2024.02)", True), ("가나상사 (2019.03 ~ )", "다라식품 (2021.06 ~ 2024.02)", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "found"), OVERLAPS)
def test_two_employments(first: str, second: str, found: bool) -> None:
    text = f"# 이력서\n\n## 경력\n### {first}\n- 발주 양식을 통일함\n### {second}\n- 배차표를 만듦\n"
    assert [finding.level for finding in findings_of(text, "HON010")] == (["warning"] if found else [])


INSIDE = [
    ("Engineer | Acme", "Data Analyst | Initech", "", True), ("Engineer, Acme", "Archive move", "", False), ("Engineer, Acme", "Freelance Engineer, Initech", "", False),
    ("Engineer, Acme", "Data Analyst Intern, Initech", "", False), ("Engineer, Acme", "Part-time Editor, Initech", "", False), ("Engineer, Acme", "Data Analyst, Acme", "", False),
    ("Engineer, Acme", "Events Manager, Rowing Club", "", False), ("Engineer, Acme", "Data Analyst, Initech", "- BSc Statistics, Moss College, 2018-09 – 2022-06\n", False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "study", "found"), INSIDE)
def test_an_employment_inside_another(first: str, second: str, study: str, found: bool) -> None:
    text = f"# Ada Moss\n\n## Experience\n### {first}\n*2019-01 – 2022-12*\n\n- Cut the queue by a third\n\n### {second}\n*2020-06 – 2021-03*\n\n- Drew the plan\n"
    assert bool(_conflicts(text + (f"\n## Education\n{study}" if study else ""))) is found


def test_an_overlap_shows_both_periods() -> None:
    text = "# Employment\n\n- Planner, Acme, 2020-02 – 2023-06\n- Planner, Initech, 2022-10 – 2025-03\n"
    assert _conflicts(text) == ["2022-10 – 2025-03"]
    assert related_of(text, "HON010") == ["2020-02 – 2023-06"]


def test_two_employments_of_the_same_dates_are_told_once() -> None:
    text = "# Employment\n\n- Planner, Acme, 2020-02 – 2023-06\n- Clerk, Globex, 2020-02 – 2023-06\n- Planner, Initech, 2022-10 – 2025-03\n"
    assert _conflicts(text) == ["2022-10 – 2025-03"]
    assert related_of(text, "HON010") == ["2020-02 – 2023-06"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "# 경력기술서\n\n## 가나상사 (2019.03 ~ 2021.12)\n- 인사 시스템 (2020.01 ~ 2020.12)\n- 회계 시스템 (2020.06 ~ 2021.03)\n",
        "# Work\n- Clerk, Acme, 2019-09 – present\n\n# Study\n- BSc Data Science (evening), 2021-10 – 2025-06\n",
        "# 이력서\n\n## 근무 이력\n### 가나상사\n2019.03 ~ 현재\n- 발주함\n\n## 업무 경험\n### 창고 이전\n2020.01 ~ 2020.12\n- 옮김\n\n### 결품 줄이기\n2020.06 ~ 2021.03\n- 셈\n",
        "# 이력서\n\n## 경력\n### 가나상사 (2019.03 ~ 2021.12)\n- 발주함\n\n## 외주\n- 병원 예약 화면 (2020.05 ~ 2021.12)\n",
    ],
)
def test_parts_of_a_job_and_what_is_done_beside_it(text: str) -> None:
    assert _conflicts(text) == []


@pytest.mark.parametrize(
    ("text", "months", "narrow"),
    [
        ("총 경력: 7년 6개월", 90, False), ("경력 5년", 60, False), ("7년차 백엔드 개발자", 72, False), ("3년의 실무 경험", 36, False), ("경력사항 (총 6년 3개월)", 75, False), ("nine years of professional experience", 108, False),
        ("Total experience: 4 years 1 month", 49, False), ("10+ years of experience in data engineering", 120, True), ("5 years of Python experience", 60, True),
    ],
)  # fmt: skip
def test_what_is_stated(text: str, months: int, narrow: bool) -> None:
    (stated,) = stated_experience(text)
    assert (stated.months, stated.narrow) == (months, narrow)


@pytest.mark.parametrize("text", ["20년 경력의 시니어 멘토에게 배웠다", "경력 무관", "experts with 20 years of experience", "경력 단절 3년", "5 years of data", "3년 동안 12건"])
def test_what_states_no_experience_of_the_author(text: str) -> None:
    assert not list(stated_experience(text))


def test_what_is_led_beside_a_job_is_no_second_one() -> None:
    """A job as a cook and years among the alumni of a program do not contradict each other."""
    text = "# Resume\n\n## Work Experience\n\n### Mainfare Hall, Cook\n\nSeptember 2014 - May 2016\n\n- Washed 300 plates a day.\n\n## {}\n\n### College Crusade\n\nJune 2012 - May 2015\n\n- Mentored 12 pupils.\n"
    assert findings_of(text.format("Leadership Experience"), "HON010") == []
    assert findings_of(text.format("Other Experience"), "HON010") != []
