"""Titles of jobs: which lines name one, and which only stand among them."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text


def outlined(text: str, path: str = "case.md") -> list[tuple[str, str, str]]:
    """The kinds, titles and words of the entries of a document."""
    document = read_text(text.encode(), path, Config().limits)
    outline = linter().outline(document, Config())
    return [(entry.kind, document.words(entry.title) if entry.title is not None else "", document.words(entry.span)) for entry in outline.entries]


def titles(text: str, path: str = "case.md") -> list[str]:
    return [title for _, title, _ in outlined(text, path)]


_NUMBERED = (
    "경력기술서\n한여울 / 데이터 분석 4년차\n\n{0} (주)갈매기시장 - CRM팀 (2022.04 ~ 현재)\n - 쉬는 고객에게 보내는 쪽지\n   · 복귀율 3.1% -> 4.4%\n - 알림 시간\n"
    "{1} 물결데이터 - 분석가 (2020.09 ~ 2022.03)\n - 매출 예측, MAPE 11%\n"
)


@pytest.mark.parametrize("numbers", [("1.", "2."), ("1)", "2)"), ("①", "②")])
def test_numbers_with_periods_below_a_name_are_jobs(numbers: tuple[str, str]) -> None:
    assert titles(_NUMBERED.format(*numbers), "case.txt") == ["(주)갈매기시장 - CRM팀 (2022.04 ~ 현재)", "물결데이터 - 분석가 (2020.09 ~ 2022.03)"]


def test_a_number_with_a_period_is_a_job_alone_where_it_names_a_company() -> None:
    assert titles(_NUMBERED.format("1.", "2.").split("2. ")[0], "case.txt") == ["(주)갈매기시장 - CRM팀 (2022.04 ~ 현재)"]


def test_numbers_with_periods_are_jobs_in_english_too() -> None:
    text = "Work experience\nSam Vell / four years of data\n\n1. Gull Market - CRM team (Apr 2022 - present)\n - Letters to guests that stay away\n2. Tern Data - analyst (Sep 2020 - Mar 2022)\n - Forecasts of sales\n"
    assert titles(text, "case.txt") == ["Gull Market - CRM team (Apr 2022 - present)", "Tern Data - analyst (Sep 2020 - Mar 2022)"]


def test_numbered_works_below_a_job_with_its_years_stay_in_it() -> None:
    text = "경력기술서\n\n(주)갈매기시장 2020.01 ~ 2022.03\n\n1. 쪽지 보내기 (2020.09 ~ 2021.03)\n - 복귀율을 4%로 올림\n2. 매출 예측 (2021.04 ~ 2022.03)\n - MAPE 11%\n"
    assert titles(text, "case.txt") == ["(주)갈매기시장 2020.01 ~ 2022.03"]


def test_what_an_author_adds_behind_the_last_number_is_of_no_job() -> None:
    found = outlined(_NUMBERED.format("1.", "2.") + "\n* 보유 기술: SQL, Tableau\n* 희망연봉: 협의\n", "case.txt")
    assert len(found) == 2
    assert "Tableau" not in found[-1][2]


@pytest.mark.parametrize("row", [
    "총 경력 5년 (2022.07 ~ 현재)", "총 경력: 3년 9개월 (2022.07 ~ 현재)", "경력 5년 (2022.07 ~ 현재)", "- 총 경력 5년 (2022.07 ~ 현재)", "**총 경력 5년 (2022.07 ~ 현재)**", "총 개발 경력 약 4년",
])
def test_how_long_somebody_worked_in_all_is_no_job(row: str) -> None:
    text = f"# 경력기술서 - 문다은\n\n{row}\n\n## 물결은행 | 개발자 | 2022.07 ~ 현재\n\n### 조회 API (2024.02 ~ 2024.08)\n\n- 응답을 3.4초로 줄였습니다.\n\n### 수집 서버 (2023.01 ~ 2023.12)\n\n- 서버를 설계했습니다.\n"
    assert titles(text) == ["조회 API (2024.02 ~ 2024.08)", "수집 서버 (2023.01 ~ 2023.12)"]


@pytest.mark.parametrize("row", ["Total experience: 5 years (Jul 2022 - present)", "5 years of experience (Jul 2022 - present)", "Total work experience - 5 years, 2 months"])
def test_how_long_somebody_worked_in_all_is_no_job_in_english_too(row: str) -> None:
    text = f"# Sam Vell\n\n## Experience\n\n{row}\n\n**Tern Bank, engineer** Jul 2022 - present\n\n- Cut the response to 3.4 s.\n"
    assert titles(text) == ["Tern Bank, engineer Jul 2022 - present"]


@pytest.mark.parametrize("gap", ["\t\t", "     ", " \t   "])
def test_a_period_that_a_gap_moves_to_the_margin_is_no_part_of_the_title(gap: str) -> None:
    text = f"# Tobias Fenn\n\n## Work experience\n\n*Vell Works, Gull Bay*{gap}March 2017 – March 2020\n\nRope tester\n\n- Tested forty ropes a week.\n- Cut the time for one by half.\n"
    assert titles(text) == ["Vell Works, Gull Bay"]


@pytest.mark.parametrize("head", ["**Vell Works, Gull Bay** | March 2017 – March 2020", "**Vell Works, Gull Bay** March 2017 – March 2020"])
def test_a_period_beside_its_words_stays_in_the_title(head: str) -> None:
    assert titles(f"# Tobias Fenn\n\n## Work experience\n\n{head}\n\n- Tested forty ropes a week.\n") == [head.replace("**", "")]


def test_another_trade_is_known_by_the_period_at_the_margin() -> None:
    text = "# Tobias Fenn, data analyst\n\n## Skills\n\n- Python, SQL, pandas\n\n## Experience\n\n*Head cook, Vell Inn*\t\t2015 - 2019\n\n- Ran a kitchen of six and planned the menus.\n"
    report = linter().lint(read_text(text.encode(), "case.md", Config().limits), Config())
    assert [report.document.words(finding.span) for finding in report.findings if finding.code == "FOC004"] == ["Head cook, Vell Inn"]


def test_the_only_bullet_inside_a_period_names_the_job() -> None:
    text = "# 이력서\n\n## 경력\n\n- 2022.09 ~\n  - 물결은행\n    - 직위: 대리\n    - 지연을 3초에서 1초로 줄임\n- 2020.01 ~ 2022.08\n  - 가온소프트\n    - 결제 화면을 구현\n    - 오류를 40% 줄임\n"
    assert titles(text) == ["물결은행", "가온소프트"]


def test_bullets_inside_a_period_that_tell_the_work_name_no_job() -> None:
    text = "# 이력서\n\n## 경력\n\n### 물결은행\n\n- 2022.09 ~ 2024.01\n  - 결제 화면을 구현\n  - 오류를 40% 줄임\n"
    assert titles(text) == ["물결은행"]


def test_a_date_before_a_colon_is_no_label() -> None:
    text = "# Ann Lee\n\n## Education\nMay, 2015: **Vell University**  \nBachelor of Science, Computer Science\n\n* Coursework: Databases, Networks\n\n## Work\n\n### Vell Harbour, engineer\n2016 - 2019\n\n- Built tools for 30 users\n"
    assert titles(text) == ["May, 2015: Vell University", "Vell Harbour, engineer"]


def test_works_with_their_years_at_the_margin_above_their_bullets() -> None:
    text = "Ada Lind\nada@example.org\n\nPROJECTS\nTide predictor — Python, Flask 2026\n•Objective : Tell the tide of five harbours.\n•Solution : Read 40 gauges and reached 95 %.\nWeir map — Python, K-Means 2025\n•Objective : Group weirs.\n•Solution : Drew 300 of them.\n\nEXPERIENCE\nVell Works, Bremen Oct 2025 – Jan 2026\n•Applied models to sales.\n"
    assert titles(text, "resume.txt") == ["Tide predictor — Python, Flask 2026", "Weir map — Python, K-Means 2025", "Vell Works, Bremen Oct 2025 – Jan 2026"]
