"""STO002: trouble on the way, trouble of others that is the motive, and one warning for a document without any."""

from __future__ import annotations

import pytest
from story_texts import report_on, titles

SMOOTH = "- 화면을 구현했습니다.\n- 지도를 그렸습니다.\n- 회원 40명이 씁니다.\n"


@pytest.mark.parametrize(
    "trouble",
    [
        "터널에서 좌표가 튀어 필터를 넣었습니다.", "처음에는 배경 소음까지 글자로 옮겨졌다.", "외부 API가 차단되어 공공 자료로 옮겼다.",
        "기사들이 반대하여 두 노선에서 먼저 시험했습니다.", "기울기가 발산하는 문제는 학습률을 낮춰 해결했다.", "응답이 12건뿐이어서 현장에서 물었다.",
    ],
)
def test_trouble_on_the_way_is_met(trouble: str) -> None:
    assert titles(f"# 산책 지도\n{SMOOTH}- {trouble}\n", "STO002") == []


def test_what_others_suffered_before_the_work_is_no_obstacle() -> None:
    assert titles("# 식단 봇\n학생들이 메뉴를 자주 놓쳤습니다.\n봇을 만들었습니다.\n210명이 구독했습니다.", "STO002") == ["식단 봇"]


@pytest.mark.parametrize(
    "text",
    [
        "# Product classifier\n- The problem: sellers chose wrong categories.\n- Collected 20,000 product images.\n- Trained a classifier.\n- Reached F1 0.83.",
        "# Product classifier\n- Problem: one label in six was wrong.\n- Collected 20,000 product images.\n- Trained a classifier.\n- Reached F1 0.83.",
        "# 상품 분류\n- 문제: 분류 코드 여섯 개 중 하나가 틀렸다.\n- 상품 사진 2만 장을 수집했다.\n- 분류기를 학습했다.\n- F1 0.83을 얻었다.",
    ],
)
def test_the_problem_that_the_project_solves_is_no_obstacle(text: str) -> None:
    assert len(titles(text, "STO002")) == 1


def test_a_problem_after_the_first_deed_is_an_obstacle() -> None:
    text = "# Product classifier\n- Collected 20,000 product images.\n- Trained a classifier.\n- Problem: one label in six was wrong.\n- Reached F1 0.83."
    assert titles(text, "STO002") == []


def test_trouble_that_was_analysed_is_met_even_at_the_beginning() -> None:
    text = "# 설문\n방문객의 4%만 응답했는데, 원인은 여섯 장짜리 종이였습니다.\n문항을 다섯 개로 줄였습니다.\n응답률이 19%가 되었습니다."
    assert titles(text, "STO002") == []


def test_the_warning_is_given_once() -> None:
    text = f"# 포트폴리오\n## 산책 지도\n{SMOOTH}## 서가 안내\n{SMOOTH}## 공구 대여\n{SMOOTH}"
    assert [finding.level for finding in report_on(text, "STO002").findings] == ["warning", "note", "note"]


def test_one_entry_with_trouble_leaves_notes() -> None:
    text = f"# 포트폴리오\n## 산책 지도\n{SMOOTH}## 서가 안내\n{SMOOTH}- 좌표가 튀는 오류를 고쳤습니다.\n"
    assert [finding.level for finding in report_on(text, "STO002").findings] == ["note"]
