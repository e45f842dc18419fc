"""STO005: which parts of a story are missing, when nobody asks for a role, and what the message lists."""

from __future__ import annotations

import pytest
from story_texts import evidence_of, report_on

from careerlint.checks.star import PARTS, missing_parts


def missing(text: str) -> list[str]:
    evidence = evidence_of(text)
    assert len(evidence.stories.told) == 1
    return [PARTS[part][1] for part in missing_parts(evidence, evidence.stories.told[0])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 벤치 지도\n- 벤치 340개를 기록했습니다.\n- 지도를 그렸습니다.", ["situation or goal", "result"]),
        ("# 벤치 지도\n- 앉을 곳이 없다는 민원이 많았습니다.\n- 지도를 그렸습니다.\n- 주민 60명이 봅니다.", []),
        ("# 저울 (4인 팀)\n- 정확도 0.95\n- 31팀 중 3위", ["situation or goal", "task or role", "action"]),
        ("# 저울 (개인)\n- 정확도 0.95\n- 31팀 중 3위", ["situation or goal", "action"]),
        ("# 저울 (4인 팀)\n- 펌웨어 담당\n- 무게를 재는 코드를 작성했습니다.\n- 정확도 0.95", ["situation or goal"]),
        ("# Bench map\n- Recorded 340 benches\n- Drew the map", ["situation or goal", "result"]),
        ("# Scale (team of 4)\n- Accuracy 0.95\n- Third of 31 teams", ["situation or goal", "task or role", "action"]),
        ("# Bench map\n- Residents complained that they found no seat\n- Drew the map\n- 60 residents use it", []),
    ],
)
def test_parts(text: str, expected: list[str]) -> None:
    assert missing(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# Greenhouse (5 people)\nTomatoes froze twice in one spring.\n- My part was the firmware\n- No frost damage in the two springs since.",
        "# Drain map\nTwo cellars were flooded last winter.\n- Wrote the map page\n- Nobody has had to pump since.",
        "# Hive scale\nFourteen swarms were lost in a year.\n- Soldered the scale\n- Not one hive was lost last spring.",
        "# 온실 조절기\n토마토가 한 봄에 두 번 얼었습니다.\n- 펌웨어를 작성했습니다.\n- 그 뒤로 서리 피해가 한 건도 없었습니다.",
        "# 합창단 자리표 (3인 팀)\n지휘자가 자리표를 손으로 그렸습니다.\n- 서버는 제가 맡아 만들었습니다.\n- 자리표가 5분이면 나옵니다.",
    ],
)
def test_trouble_that_opens_the_entry_and_has_not_come_back(text: str) -> None:
    assert missing(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Bench map\nI drew benches.\n- Wrote the page\n- No test was written.", ["situation or goal", "result"]),
        ("# Bench map\nA bench map in Vue.\n- Recorded 340 benches\n- Drew the map", ["situation or goal", "result"]),
        ("# 벤치 지도\n벤치 지도입니다.\n- 벤치 340개를 기록했습니다.\n- 지도를 그렸습니다.", ["situation or goal", "result"]),
    ],
)
def test_a_deed_or_a_description_opens_no_story(text: str, expected: list[str]) -> None:
    assert missing(text) == expected


def test_teams_of_a_ranking_are_no_colleagues() -> None:
    assert "task or role" not in missing("# 저울\n- 정확도 0.95\n- 31팀 중 3위")


def test_bullets_of_a_resume_are_the_authors_own_part() -> None:
    text = "# 이루다\n## 경력\n### 가온소프트 (2020.01 ~ 2022.03)\n- 팀원들과 배포 절차를 정의\n- 점검표를 작성"
    assert "task or role" not in missing(text)


def test_a_prize_in_the_title_is_a_result() -> None:
    assert missing("# 급식 공모전 장려상\n- 발표 자료를 제작했습니다.\n- 설문을 분석했습니다.") == ["situation or goal"]


def test_message_lists_the_parts_in_the_readers_language() -> None:
    text = "# 벤치 지도\n- 벤치 340개를 기록했습니다.\n- 지도를 그렸습니다."
    assert "상황이나 목표, 결과" in report_on(text, "STO005").findings[0].message
    english = "# Bench map\n- Recorded 340 benches\n- Drew the map"
    assert "situation or goal, result is not found" in report_on(english, "STO005").findings[0].message
