"""WHY004: a leap needs a correlation near it and no experiment; a bare A/B test needs no sample near it."""

from __future__ import annotations

import pytest
from story_texts import titles


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("학습 시간과 성적의 상관은 0.68이었다. 학습 시간이 성적을 올린다는 결론을 얻었다.", 1),
        ("학습 시간이 성적을 올린다는 결론을 얻었다.", 0),
        ("무작위로 나눈 두 반의 상관도 보았다. 알림이 제출을 늘린다는 결론을 얻었다.", 0),
        ("Cups and commits correlate. This shows that coffee makes us write more code.", 1),
        ("This shows that coffee makes us write more code.", 0),
        ("A/B test showed a higher click rate.", 1),
        ("A/B test on 4,000 users showed a higher click rate.", 0),
        ("Both pages ran for three weeks. The A/B test showed a higher click rate.", 0),
    ],
)
def test_leaps(text: str, found: int) -> None:
    assert len(titles(f"# Study\n\n{text}\n", "WHY004")) == found
