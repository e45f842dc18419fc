"""Korean spacing: whether two parts of a broken line are two words, where the page does not tell."""

from __future__ import annotations

import pytest

from careerlint.readers.korean_spacing import WHOLE, stood_apart


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("수문 개폐 순서를", "바꿔 보는 시뮬레이터"), ("관측소 서른한 곳의 수위를", "세 시간 앞서 예측했다"), ("데이터를 모두 정리하고", "다시 학습했습니다"),
        ("실험 결과를", "표로 정리했습니다"), ("5년 차 백엔드 개발자", "한별입니다"),
    ],
)  # fmt: skip
def test_two_words_stood_apart(first: str, second: str) -> None:
    assert stood_apart(first, second)
    assert stood_apart(first, second, WHOLE)


@pytest.mark.parametrize(
    ("first", "second"),
    [("나는 지", "금까지 관측소에서"), ("문제가 생", "겼을 때 기록을"), ("무엇보다도 나", "랑 같이 일한"), ("수위를 예측하", "였고 그 결과를"), ("주요 방", "향은 다음과 같다")],
)
def test_the_parts_of_one_word_stood_together(first: str, second: str) -> None:
    assert not stood_apart(first, second)


def test_on_pages_that_break_between_words_only_certain_parts_are_joined() -> None:
    assert not stood_apart("무엇보다도 나", "랑 같이 일한", WHOLE)
    assert stood_apart("데이터를 모두", "다 모았다", WHOLE)
