"""Korean tellings of a change in one clause: what is wrong is told with what it should be, and what fits stays silent."""

from __future__ import annotations

import pytest

from careerlint.checks.korean_arithmetic import wrong_korean_tellings

_WRONG = [
    ("문의가 주 80건에서 20건으로, 정확히 절반으로 감소", "절반", "25%"),
    ("로딩 6초를 2초로 줄여 2배 빠르게 만들었다", "2배", "3.0배"),
    ("용량 8GB → 2GB, 3분의 1로 줄임", "3분의 1", "25%"),
    ("결정계수를 0.62에서 0.74로 올려 30% 향상", "30%", "19%"),
    ("대기 60분을 40분으로 줄여 2배 빨라짐", "2배", "1.5배"),
    ("월 100시간 걸리던 일을 월 20시간으로 줄여 70% 절감", "70%", "80%"),
]
_RIGHT = [
    "문의가 주 80건에서 40건으로, 정확히 절반으로 감소",
    "로딩 6초를 2초로 줄여 3배 빠르게 만들었다",
    "용량 8GB → 2GB, 4분의 1로 줄임",
    "월 100시간 걸리던 일을 월 20시간으로 줄여 80% 절감",
    "이탈률을 30%에서 24%로 낮춰 6% 감소",
    "대기 60분을 40분으로 줄여 약 30% 단축",
    "결정계수를 0.60에서 0.72로 올려 20% 향상",
    "결정계수를 0.60에서 0.72로 올려 12% 향상",
    "대기 60분을 22분으로 줄여 3배 빨라짐",
    "대기 50분을 27분으로 줄여 2배 가까이 빨라짐",
    # Another quantity and another clause.
    "문턱을 0.5에서 0.35로 낮춰 재현율 12% 상승",
    "버전을 1.2에서 1.4로 올려 오류 30% 감소",
    "문의를 80건에서 20건으로 줄이고 비용도 절반으로 감소",
    "문의를 80건에서 20건으로 줄였고 50% 절감",
    "회원 80명이 문의 20건으로 절반으로",
]


@pytest.mark.parametrize(("text", "size", "expected"), _WRONG)
def test_wrong(text: str, size: str, expected: str) -> None:
    (found,) = wrong_korean_tellings(text)
    assert text[found.span.start : found.span.end] == size
    assert found.expected == (expected,)


@pytest.mark.parametrize("text", _RIGHT)
def test_right(text: str) -> None:
    assert not list(wrong_korean_tellings(text))
