"""CHG002, CHG004, CHG005 and RES005: changes, gains, their starts and their causes, and where the result stands."""

from __future__ import annotations

import pytest
from story_texts import evidence_of, titles

from careerlint.checks.effects import count_changes


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("인식기를 교체하고 사전을 추가했습니다.", 2),
        ("이미지 압축, 코드 분할, 글꼴 서브셋을 적용했습니다.", 3),
        ("지도를 그렸습니다.", 0),
        ("사전은 바꾸지 않았습니다.", 0),
        ("Replaced the detector, added night photos and changed the loss", 3),
        ("Applied Python for AI was taught to 14 people", 0),
        ("Used fastText instead of a transformer", 0),
    ],
)
def test_count_of_changes(sentence: str, count: int) -> None:
    evidence = evidence_of(f"# 실험\n- {sentence}\n- 사진을 찍었습니다.")
    assert count_changes(evidence, 0) == count


def test_two_changes_and_one_gain_are_unattributed() -> None:
    assert titles("# 번호판\n- 보정을 추가했습니다.\n- 인식기를 교체했습니다.\n- 정확도가 0.78에서 0.90으로 올랐습니다.", "CHG005") == ["번호판"]


@pytest.mark.parametrize("gain", ["큐와 캐싱으로 응답 시간 5초 → 0.5초", "이미지 압축, 코드 분할로 응답 시간 5초 → 0.5초", "동일 기준으로 응답 시간 5초 → 0.5초", "결과적으로 응답 시간이 5초에서 0.5초로 줄었습니다"])
def test_several_means_of_one_gain_are_unattributed(gain: str) -> None:
    assert titles(f"# 장터\n- 화면을 구현했습니다.\n- 비동기 큐와 Redis 캐싱 적용\n- {gain}", "CHG005") == ["장터"]


@pytest.mark.parametrize(
    "text",
    [
        "# 번호판\n- 인식기를 교체했습니다.\n- 정확도가 0.78에서 0.90으로 올랐습니다.",
        "# 번호판\n- 보정을 추가해 정확도가 0.78에서 0.84가 되었습니다.\n- 인식기를 교체해 0.84에서 0.90이 되었습니다.",
        "# 번호판\n- 보정을 추가하고 인식기를 교체했습니다.\n- 배치 크기를 32에서 8로 줄였습니다.",
        "# 번호판\n- 보정을 추가하고 인식기를 교체했습니다.\n- 파라미터가 44M에서 5M으로 줄었습니다.",
        "# 서버\n- 로그 형식을 교체했습니다.\n- 알림을 추가했습니다.\n- 화면이 느렸습니다. 색인을 바꿔 조회가 900ms에서 120ms로 줄었습니다.",
        "# 꽃 가게\n- 배경을 나무색으로 바꾸고 문구를 교체했습니다.\n- A/B 테스트 결과 나무색 배경의 구매율이 4%에서 5%로 올랐습니다.",
        "# 장터\n- 화면을 구현했습니다.\n- 비동기 큐와 Redis 캐싱 적용\n- 비동기 처리로 멈춤 해결, Redis 캐싱으로 응답 시간 5초 → 0.5초 개선",
        "# 장터\n- 화면을 구현했습니다.\n- 비동기 큐와 Redis 캐싱 적용\n- 캐싱을 통해 응답 시간을 5초에서 0.5초로 단축",
        "# Lifts\nI moved to Ghent. We changed the sensor type. Night calls fell from 11 to 4 a month.",
    ],
)
def test_one_change_for_each_gain_is_attributed(text: str) -> None:
    assert titles(text, "CHG005") == []


def test_a_value_with_a_start_beside_it_is_silent() -> None:
    assert titles("- 하루 50분 걸리던 작업 시간을 15분으로 줄였습니다.", "CHG004") == []
    assert titles("- 작업 시간을 15분으로 줄였습니다.", "CHG004") == ["시간을 15분으로 줄였습니다"]
    assert titles("- 고객 3명의 요청으로 조회 시간을 90ms로 줄였습니다.", "CHG004") == ["시간을 90ms로 줄였습니다"]
    saved = "# Ada Moss\n## Experience\n### Manager, Kubus Soft (2010 - 2014)\n- Moved the files to a server, resulting in an annual savings of $26,000\n- Ran the desk"
    assert titles(saved, "CHG004") == []


def test_preparing_data_is_no_change() -> None:
    assert titles("# 수요 예측\n- 기록을 정규화했습니다.\n- 이상치를 제외했습니다.", "CHG002") == []
    assert titles("# 수요 예측\n- 모델의 손실을 교체했습니다.\n- 기록을 모았습니다.", "CHG002") == ["수요 예측"]


def test_a_result_in_the_last_third_behind_tools_is_buried() -> None:
    steps = "".join(f"- {place}번째 화면을 구현했습니다.\n" for place in ("첫", "두", "세", "네", "다섯", "여섯"))
    result, tools = "- 응답이 800ms에서 210ms가 되었습니다.\n", "- Java, Spring, MySQL, Redis\n"
    assert titles(f"# 예약 서버\n{tools}{steps}{result}", "RES005") == ["예약 서버"]
    assert titles(f"# 예약 서버\n{result}{tools}{steps}", "RES005") == []
    assert titles(f"# 예약 서버\n{steps}{steps}{result}", "RES005") == []
