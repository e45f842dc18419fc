"""Protected attributes: the author's own, not those of users and data."""

from __future__ import annotations

import pytest
from found_in import values_in

FORM = "# 이력서\n\n## 인적사항\n"
LETTER = "# 자기소개서\n\n## 성장과정\n"
RESUME = "# Resume\n\n## Personal details\n"
COVER = "# Cover letter\n\nDear Hiring Team,\n\n"


def kinds_in(text: str) -> list[str]:
    return [value.kind for value in values_in(text).values() if value.certain]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (FORM + "- 생년월일 : 1996. 3. 14.", ["birth-date"]),
        (FORM + "- **나이** | 만 29세", ["age"]),
        (FORM + "- 성별: 남성", ["gender"]),
        (FORM + "- 성별/결혼: 남 / 기혼", ["marital-status"]),
        (FORM + "- 결혼 여부(선택): 기혼", ["marital-status"]),
        (FORM + "- 가족 관계: 부, 모, 누나", ["family"]),
        (FORM + "- 본적: 전북 군산시", ["home-town"]),
        (FORM + "- 키/몸무게: 178cm / 70kg", ["body"]),
        (FORM + "| 이름 | 나무리 |\n|---|---|\n| 종교 | 불교 |", ["religion"]),
        (RESUME + "- D.O.B.: 14/03/1996", ["birth-date"]),
        (RESUME + "- Sex: M", ["gender"]),
        (RESUME + "- Civil status: single", ["marital-status"]),
        (RESUME + "- Weight: 70 kg", ["body"]),
        (RESUME + "- Hometown: Busan", ["home-town"]),
        (LETTER + "저는 1남 2녀 중 장남으로 태어났습니다.", ["family"]),
        (LETTER + "어머니께서는 시장에서 가게를 운영하셨습니다.", ["family"]),
        (LETTER + "저는 두 아이의 엄마로서 시간을 나누는 법을 배웠습니다.", ["marital-status"]),
        (COVER + "My father was a bus driver and I grew up with timetables.", ["family"]),
        (COVER + "I am married and have a son.", ["marital-status"]),
        (FORM + "성별: 남 / 키 180cm / 종교: 기독교", ["gender", "body", "religion"]),
        (FORM + "신장 180cm / 체중 70kg / 종교: 불교", ["body", "religion"]),
        ("# 경력기술서\n\n나무리\n\n## 경력\n### 솔빛상사 (2021.01 ~ 2023.12)\n- 발주 양식을 통일함\n\n## 기타\n- 생년월일: 1994년 7월 3일 / 여 / 미혼", ["birth-date", "gender", "marital-status"]),
        ("# 경력기술서\n\n나무리\n\n## 경력\n### 솔빛상사 (2021.01 ~ 2023.12)\n- 발주 양식을 통일함\n\n## 기타\n- 나이: 31세 (남)", ["age", "gender"]),
        (RESUME + "- Date of birth: 3 July 1994 / female / single", ["birth-date", "gender", "marital-status"]),
        (RESUME + "- Date of birth: 3 July 1994, female engineers network", ["birth-date"]),
        (COVER + "As a practising Muslim I plan around Ramadan.", ["religion"]),
    ],
)
def test_told(text: str, kinds: list[str]) -> None:
    assert kinds_in(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        FORM + "- 생년월일:\n- 성별: \n- 종교: ",
        FORM + "- 생년월일: ****.**.**",
        FORM + "- 병역: 병장 만기 전역 (2017.03 - 2018.12)",
        FORM + "- 신장 질환 예측 모델",
        "# 이력서\n\n## 프로젝트\n- 키 178개를 캐시에 두었습니다.\n- 나이 20~29 구간을 나누었습니다.",
        "# 이력서\n\n## 고객 페르소나\n- 성별: 여\n- 나이: 34세",
        "# 이탈 예측\n\n- 성별: 남\n- 나이: 34",
        LETTER + "부모님의 가게 장부를 정리했습니다.",
        LETTER + "저는 세 번째 회사에서 팀의 막내로 일했습니다.",
        LETTER + "만 65세 이상 고객을 위한 글자 크기를 정했습니다.",
        RESUME + "- Date of birth: on request\n- Gender:",
        "# Resume\n\n## Projects\n- Age: the strongest feature of the model",
        COVER + "The product was born in 2019 and I joined a year later.",
        COVER + "I am single-minded about tests.",
        COVER + "I am engaged in open source.",
    ],
)
def test_silent(text: str) -> None:
    assert kinds_in(text) == []


def test_a_head_row_of_a_form_labels_the_row_below() -> None:
    rows = "|---|---|---|\n| 나무리 | 1996.03.14 | 여 |"
    assert kinds_in(f"{FORM}| 이름 | 생년월일 | 성별 |\n{rows}") == ["birth-date", "gender"]
    assert kinds_in(f"{FORM}| 이름 | 취득일 | 등급 |\n{rows}") == []


@pytest.mark.parametrize(
    ("head", "below", "told"),
    [
        ("| 사진 | 성명 | 나무리 | 생년월일 | 1996.04.12 |", "| | 주소 | 군산시 | 연락처 | 없음 |", ["1996.04.12"]),
        ("| 이름 | 나무리 | 종교 | 불교 |", "| 병역 | 필 | 취미 | 등산 |", ["불교"]),
        ("| 성명 | 나무리 | 나이 | 29세 |", "| 지원부서 | 서버 | 입사구분 | 신입 |", ["29세"]),
        ("| 성명 | 나무리 | 고향 | 군산 |", "| 이메일 | a@b.co | 휴대폰 | 없음 |", ["군산"]),
        ("| Name | Na Muri | Gender | Female |", "| Email | a@b.co | Nationality | Korean |", ["Female"]),
        ("| Name | Na Muri | Date of birth | 12 April 1996 |", "| Address | Gunsan | Driving licence | yes |", ["12 April 1996"]),
        ("| 생년월일 | | 성별 | |", "| 출생지 | | 키 | |", []),
        ("| Name | Gender | Religion |", "| Na Muri | F | Buddhist |", ["F", "Buddhist"]),
        ("| 성명 | 고향 | 전공 |", "| 나무리 | 군산 | 통계 |", ["군산"]),
    ],
)
def test_a_form_whose_values_stand_beside_their_labels_has_none_below_them(head: str, below: str, told: list[str]) -> None:
    bars = "|---" * (head.count("|") - 1) + "|"
    assert [words for words, value in values_in(f"# 이력서\n\n{head}\n{bars}\n{below}\n\n## 경력\n- 지도를 만들었습니다.").items() if value.certain] == told


def test_a_table_of_the_family() -> None:
    assert kinds_in(f"{FORM}| 관계 | 연령 | 직업 |\n|---|---|---|\n| 부 | 60 | 어부 |") == ["family"] * 3


@pytest.mark.parametrize(("target", "count"), [("images/증명사진.jpg", 1), ("profile.png", 1), ("https://img.shields.io/profile.png", 0), ("result.png", 0)])
def test_photo(target: str, count: int) -> None:
    assert kinds_in(f"# 이력서\n\n나무리\n\n![]({target})\n\n## 경력\n- 지도를 만들었습니다.").count("photo") == count


@pytest.mark.parametrize("picture", ['<img src="images/forest_photo.jpg" title="Lab picture">', "![단체 사진](images/photo.jpg)", "![](images/team_photo.jpg)", "![시제품 사진](photo.png)"])
def test_a_photo_of_a_group_or_a_thing_is_none_of_the_author(picture: str) -> None:
    assert "photo" not in kinds_in(f"# 이력서\n\n나무리\n\n{picture}\n\n## 경력\n- 지도를 만들었습니다.")
