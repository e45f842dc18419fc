"""Clauses: what only seemed so takes back the praise in its clause, and none that stands behind it."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("At first it seemed hopeless; the release is a world-class recommender.", True),
        ("At first the release seemed a world-class recommender.", False),
        ("처음에는 느려 보였지만 개선하여 완벽한 시스템을 구축했습니다.", True),
        ("처음에는 완벽한 시스템을 구축한 것처럼 보였습니다.", False),
    ],
)
def test_what_only_seemed_so_reaches_to_the_end_of_its_clause(line: str, found: bool) -> None:
    report = linter().lint(read_text(line), Config(select=("HON001",)))
    assert bool(report.findings) is found
