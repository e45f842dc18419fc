"""Among facts: what somebody did, told in bullets among the facts about a person."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text

_WORKS = "## 프로젝트\n\n### 둑 지도\n\n**일정**: 2024.07.08 ~ 2024.08.16\n\n- 전국의 둑 300개를 지도에 그렸다.\n\n### 물때 종\n\n**일정**: 2024.09.01 ~ 2024.10.16\n\n- 하루 네 번 울린다.\n"


def entries(text: str) -> list[tuple[str, str]]:
    document = read_text(text.encode(), "case.md", Config().limits)
    return [(entry.kind, document.words(entry.title) if entry.title is not None else "") for entry in linter().outline(document, Config()).entries]


@pytest.mark.parametrize("label", ["직무 관련 경험 사항", "활동 이력", "Training"])
def test_dated_bullets_below_a_bold_label_are_entries(label: str) -> None:
    facts = f"**이름**: 도하늘\n\n**{label}**\n\n- **자갈 아카데미 3기**: 2026.05 - 현재\n- **물결소프트 인턴**: 2024.01 - 2024.12\n\n**GitHub**: [https://github.com/a](https://github.com/a)\n\n"
    found = entries(f"# 도하늘 이력서\n\n## 인적 사항\n\n{facts}{_WORKS}")
    assert found[:2] == [("course", "자갈 아카데미 3기: 2026.05 - 현재"), ("job", "물결소프트 인턴: 2024.01 - 2024.12")]
    assert len(found) == 4


@pytest.mark.parametrize("facts", ["**희망 조건**\n\n- **근무 시작**: 2026.05 - 2026.12\n", "**경험 사항**\n\n- **취미**: 조정\n- **조정부**: 2020.05 - 2021.12\n"])
def test_other_bullets_are_facts(facts: str) -> None:
    assert len(entries(f"# 도하늘 이력서\n\n## 인적 사항\n\n**이름**: 도하늘\n\n{facts}\n{_WORKS}")) == 2
