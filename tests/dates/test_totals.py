"""Totals: rows that only say for how long somebody worked in all, and rows that name a job or tell more."""

from __future__ import annotations

import pytest

from careerlint.dates import sums_up


@pytest.mark.parametrize("row", [
    "총 경력 5년", "총 경력: 3년 9개월 (2022.07 ~ 현재)", "경력 5년 (2022.07 ~ 현재)", "총 개발 경력 약 4년", "총 실무경력 5년 3개월", "총 개발경력: 5년", "총 경력 5년 (정규직 4년, 인턴 1년)", "총 업무경력(2019.03 ~ 2024.06) 5년",
    "총 재직 기간: 4년 2개월", "누적 근무기간 30개월 이상", "Total experience: 5 years", "Total professional work experience in IT: 7 years", "Overall work experience: over 6 years and 3 months (2 years part-time)", "7 years of software experience in total",
    "프론트엔드 개발자 · 총 경력 9년 (2016.09 ~ 2026.04)", "Developer | Total experience: 9 years",
])
def test_how_long_somebody_worked_in_all(row: str) -> None:
    assert sums_up(row)


@pytest.mark.parametrize("row", ["경력 5년", "총 경력 5년 (물결은행, 2019.03 ~ 2024.02)", "Total experience: 5 years (Vell Works, 2019 - 2024)", "물결은행 경력 5년 (2019.03 ~ 2024.02)", "총 경력 5년의 개발자가 만든 앱", "총 경력 관리 서버 5년 운영", "Experience at Vell Works: 5 years", "Total of 5 years at Vell Works", "개발자 · 물결은행 5년 (2019.03 ~ 2024.02)", "Vell Works · 5 years"])
def test_rows_that_tell_more(row: str) -> None:
    assert not sums_up(row)
