"""Names: words that praise, as the name of a prize, and the same words as praise."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text


def _codes(line: str) -> set[str]:
    text = f"# Ada Park\n## Experience\n### Harbour Data (2020 - 2023)\n- {line}\n- Counted 40 ships a day\n"
    document = read_text(text.encode(), "cv.md", Config().limits)
    return {finding.code for finding in linter().lint(document, Config(select=("ATT005", "HON001"))).findings}


@pytest.mark.parametrize(
    "line",
    ["Winner of the Fast Learner Award for apprentices in 2015", "Led the Best Coffee in Town survey with students of two schools"],
)
def test_a_name_is_no_praise(line: str) -> None:
    assert not _codes(line)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Fast learner who adapts to anything", "ATT005"),
        ("I am a Fast Learner Who Adapts To Anything", "ATT005"),
        ("Built a world-class tide model for the harbour", "HON001"),
    ],
)
def test_praise_is_told_also_in_capitals(line: str, code: str) -> None:
    assert code in _codes(line)
