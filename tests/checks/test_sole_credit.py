"""Sole credit: words that take all of a team's work, bounded parts that do not, and shares that exceed a part."""

from __future__ import annotations

import pytest
from found_words import related_of, words_of

from careerlint.checks.credit import overfull, shares_of_statement, whole_credits

ALL = [
    "모든 결과물이 온전히 저 한 사람의 작품입니다", "처음부터 끝까지 전부 저 혼자의 손으로 만들었습니다",
    "전 과정을 혼자 수행", "개발 전체를 단독으로 수행함", "사실상 저 혼자 모든 코드를 작성했습니다", "제가 전부 만들고 나머지는 발표만 했다", "전체 기여도 100%", "기획부터 배포까지 전부 혼자 했다",
    "기획, 디자인, 개발을 혼자서 다 했습니다", "I did all the work myself.", "All features were implemented by me alone.", "I single-handedly delivered the project.", "Contribution: 100%",
    "I built the whole thing on my own: data, backend, app and slides", "planning 100%, design 100%, code 100%", "Entirely my own work", "100% of the code is mine",
    "I single-handedly designed, built, tested and launched the whole app.", "Single-handedly planned, coded and installed the entire system.", "I alone designed, wrote and shipped the whole game.", "No one else touched the code.", "I was the only one who worked on it.",
    "Every line of it is mine.", "The whole app is my own work.", "It was built entirely by me.", "기획부터 출시까지 오로지 저 혼자 해냈습니다", "앱 전체가 제 작품입니다", "저 말고는 아무도 코드를 쓰지 않았습니다", "팀원들 몫까지 전부 제가 했습니다", "사실상 1인 개발이었습니다",
]  # fmt: skip
NOT_ALL = [
    "화면은 온전히 제 손으로 그렸습니다", "저 한 사람의 힘으로는 어려웠던 일입니다", "모든 문서를 한 사람이 검토하게 정했습니다",
    "프론트엔드 전체를 단독으로 수행함", "서버 (기여도 100%)", "기여도 100% (서버)", "백엔드 파트 기여도 100%", "혼자서는 모두 할 수 없어 일을 나눴다", "혼자 먹기 좋은 식당만 전부 모았다", "혼자 다 하려다 막혔다",
    "출석률 100%, 과제 100%, 시험 100%", "서버 개발 100%, 화면 개발 30%", "Single-handedly migrated the billing service.", "My contribution: 100% backend", "I alone wrote the importer",
    "Not a single-handed effort", "I could not build the whole app alone", "one core at 100% load", "Test coverage 100%",
    "My part was the firmware, and that I wrote alone, all of it: sensor polling, alarms.", "My part was the firmware; all of it is mine.", "The dashboard, all of it by myself", "The whole firmware is my own work.", "Backend 100 % mine; the page is Ana's.",
    "Single-handedly designed, built and tested the login page for the whole app.", "A course in single-handed dinghies", "Nobody else worked on the firmware.", "No one else wrote it down.", "API 설계부터 배포까지 혼자 했다", "화면 전체가 제 작품입니다", "모델 코드는 전부 제가 썼습니다", "저 말고는 아무도 개발 경험이 없었습니다",
]  # fmt: skip


@pytest.mark.parametrize("text", ALL)
def test_all_of_it(text: str) -> None:
    assert list(whole_credits(text))


@pytest.mark.parametrize("text", NOT_ALL)
def test_a_part_of_it(text: str) -> None:
    assert not list(whole_credits(text))


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        ([("서버", "김하나 70%, 박두리 50%")], {"김하나", "박두리"}),
        ([("본인", "지도 80%, 알림 50%"), ("최과장", "지도 40%, 알림 50%")], {"본인", "최과장"}),
        ([("", "본인 70%, 팀원 50%")], {"본인", "팀원"}),
        ([("서버", "김하나 60%, 박두리 40%"), ("화면", "김하나 100%")], set()),
        ([("본인", "지도 80%, 알림 50%"), ("최과장", "지도 20%, 알림 50%")], set()),
        ([("김가", "모델링 60%"), ("이나", "모델링 50%")], {"김가", "이나"}),
        ([("기능", "서버 60%"), ("신규", "서버 70%")], set()),
        ([("비용", "임대료 70%, 인건비 50%")], set()),
        ([("Server", "Ana 60%, me 60%")], {"Ana", "me"}),
        ([("Sensor boxes", "Pavel 60%, Dita 40%")], set()),
    ],
)
def test_shares_of_one_part(lines: list[tuple[str, str]], people: set[str]) -> None:
    shares = [share for label, text in lines for share in shares_of_statement(text, label)]
    assert {share.person for share in overfull(shares)} == people


@pytest.mark.parametrize(
    "text",
    [
        "# Hive\n\n## Who did what\n| part | share |\n|---|---|\n| Firmware | Ana 70 %, Jonas 50 % |\n| Housing | Jonas 100 % |\n",
        "# Hive\n\n| area | contribution |\n|---|---|\n| Sensor box | Ana (70 %), Jonas (50 %) |\n| Housing | Jonas 100 % |\n",
        "# Hive\n\n| task | who |\n|---|---|\n| Sensor box | 70 % Ana, 50 % Jonas |\n| Housing | Jonas 100 % |\n",
        "# Hive\n\n## Who did what\n- Import: Ana 60 %, Jonas 40 %\n- Sensor box (Ana 80 %, Jonas 45 %)\n- Housing: Jonas 100 %\n",
        "# Hive\n\n## Who did what\n- Sensor box – Ana 80 %, Jonas 45 %\n- Housing – Jonas 100 %\n",
        "# Hive\n\n| 파트 | 기여도 |\n|---|---|\n| 펌웨어 | 김하나 70%, 박두리 50% |\n| 상자 | 박두리 100% |\n",
    ],
)
def test_shares_in_one_cell_or_bullet(text: str) -> None:
    assert words_of(text, "HON006") == ["Hive"]


@pytest.mark.parametrize(
    "text",
    [
        "# Bus\n\n| part | share of the work |\n|---|---|\n| timetable import | Femi 80 %, Greta 20 % |\n| map page | Greta 90 %, Luis 10 % |\n",
        "# Bus\n\n| part | share |\n|---|---|\n| Tests | Backend 80 %, Frontend 70 % |\n| Rent | Hall 70 % |\n",
        "# Bus\n\n## Results\n- Detector (Cats 90 %, Dogs 85 %)\n- Test coverage: Backend 80%, Frontend 70%\n",
        "# Bus\n\n| 파트 | 기여도 |\n|---|---|\n| 펌웨어 | 김하나 70%, 박두리 30% |\n| 상자 | 박두리 60%, 김하나 40% |\n",
    ],
)
def test_shares_that_fit_and_percents_of_things(text: str) -> None:
    assert words_of(text, "HON006") == []


def test_the_finding_stands_on_the_title_and_shows_both_places() -> None:
    text = "# 프로젝트\n\n## 물길 지도\n- 인원 4명\n- 전체 기여도 100%\n"
    assert words_of(text, "HON006") == ["물길 지도"]
    assert related_of(text, "HON006") == ["인원 4명", "전체 기여도 100%"]


def test_a_solo_project_beside_a_team_project_is_silent() -> None:
    text = "# Projects\n\n## Tide alarm\n- Team of 4\n- My part: the sensor\n\n## Star map (solo)\n- I built the whole thing on my own\n"
    assert words_of(text, "HON006") == []


def test_one_part_for_each_column() -> None:
    header = "| who | backend | frontend |\n|---|---|---|\n"
    fair = f"# Map\n\n{header}| Ana | 100% | 0% |\n| Tom | 0% | 100% |\n"
    more = f"# Map\n\n{header}| Ana | 100% | 0% |\n| Tom | 30% | 100% |\n"
    assert words_of(fair, "HON006") == []
    assert words_of(more, "HON006") == ["Map"]
