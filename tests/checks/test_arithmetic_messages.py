"""HON004: what is told where no value would be right names the number that it contradicts."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text


@pytest.mark.parametrize(("text", "told"), [
    ("# Reader\n\n| | Public | Private |\n|---|---|---|\n| EM | 45.4% | 58.3% |\n| F1 | 46.4% | 56.9% |\n", "exact match can never be above F1, and the F1 beside it is 56.9%"),
    ("# 독해\n\n| 구분 | EM | F1 |\n|---|---|---|\n| 공개 | 58.3% | 56.9% |\n", "EM(완전 일치)은 F1보다 높을 수 없는데 옆의 F1은 56.9%입니다"),
    ("# Reader\n\n- Accuracy of 1.2 on the test set\n", "this measure cannot take such a value"),
])
def test_the_message_names_the_contradiction(text: str, told: str) -> None:
    document = read_text(text.encode(), "case.md", Config().limits)
    report = linter().lint(document, Config(select=("HON004",)))
    assert len(report.findings) == 1
    assert told in report.findings[0].message
