"""Titles without their periods."""

from __future__ import annotations

import pytest

from careerlint.dates import sums_up, without_period


@pytest.mark.parametrize(("title", "bare"), [
    ("지하철 혼잡도 예측 (2021.03 ~ 2021.06, 3인)", "지하철 혼잡도 예측 (3인)"), ("자율주행 RC카 (팀 3명, 2024.09 ~ 2024.12)", "자율주행 RC카 (팀 3명)"),
    ("Tide clock (Jan 2020 - Mar 2021 | team of 3)", "Tide clock (team of 3)"), ("Tide clock [solo · 2020.01 – 2021.03]", "Tide clock [solo]"), ("Tide clock (solo, 2020.01 – 2021.03, C++)", "Tide clock (solo, C++)"),
    ("Rent (Jan 2020 - Mar 2021)", "Rent"), ("2020.01 ~ 2021.03 | 물결조명", "물결조명"), ("2020.01 ~ 2021.03", "2020.01 ~ 2021.03"),
])
def test_what_parted_a_period_from_other_words_goes_with_it(title: str, bare: str) -> None:
    assert without_period(title) == bare


@pytest.mark.parametrize(("row", "found"), [
    ("총 경력 5년 (2022.07 ~ 현재)", True), ("총 재직기간: 5년 2개월 (2019.03 ~ 2024.05)", True), ("합산 경력 5년 (2019.01 ~ 2023.12)", True), ("경력 합계: 5년 3개월", True), ("6 years experience in total", True), ("재직기간: 2020.01 ~ 2022.01 (2년)", False), ("Acme Ltd, lead with 8 years of experience in payments (2015.01 – 2023.12)", False), ("총 경력: 3년 9개월", True), ("경력 5년 (2022.07 ~ 현재)", True), ("Total experience: 5 years", True), ("5 years of experience (2019 - present)", True),
    ("물결조명 (2019.03 ~ 현재)", False), ("2년 3개월 (2019.03 ~ 2021.05)", False), ("총 2년 3개월 (2019.03 ~ 2021.05)", False), ("Vell Works, 5 years (2019 - 2024)", False), ("2019 - 2024 (5 years)", False),
])
def test_a_row_that_sums_up_all_jobs(row: str, found: bool) -> None:
    assert sums_up(row) is found
