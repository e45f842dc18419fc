"""Lengths in brackets behind a period: what the dates allow."""

from __future__ import annotations

import pytest

from careerlint.checks.stated_lengths import wrong_lengths

WRONG = [
    ("2024.07.08 ~ 2024.08.16 (7주)", True), ("2022.01 ~ 2022.05 (11개월)", True), ("2019.07 - 2021.12(2년 2개월)", False), ("2024.04 ~ 2025.06 (3개월)", False),
    ("Jan 2020 – Mar 2020 (6 months)", True), ("2015.03 ~ 2021.02 (3년)", False),
]  # fmt: skip
RIGHT = [
    "2024.08.19 ~ 2024.10.11 (7주)", "2022.01 ~ 2022.05 (5개월)", "2022.01 ~ 2022.05 (4개월)", "2017.04 ~ 현재(3년 8개월)", "2015.03 ~ 2020.12 (5년)", "2020.01 ~ 2020.12 (1년)", "2020 ~ 2022 (1년)",
    "2021.03.01 ~ 2021.08.31 (약 6개월)", "Jan 2020 – Dec 2021 (2 years)", "2022.01 ~ 2022.05 (3명)", "2022.01 ~ 2022.05 (7주차 발표)",
]  # fmt: skip


@pytest.mark.parametrize(("text", "longer"), WRONG)
def test_wrong(text: str, longer: bool) -> None:
    assert [found.longer for found in wrong_lengths(text)] == [longer]


@pytest.mark.parametrize("text", RIGHT)
def test_right(text: str) -> None:
    assert list(wrong_lengths(text)) == []
