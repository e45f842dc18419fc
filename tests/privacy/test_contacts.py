"""Contacts: whose phone or address it is."""

from __future__ import annotations

import pytest
from found_in import told_in, values_in

NUMBER = "010-4821-7730"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("연락처 010-4821-7730", "010-****-****"),
        ("☎ 010.4821.7730", "010.****.****"),
        ("+82 10-4821-7730", "+82 10-****-****"),
        ("휴대폰 01048217730", "010********"),
        ("(010) 4821-7730", "(010) ****-****"),
        ("Phone: (415) 555-0132", "(415) ***-****"),
        ("Phone: +1 415-555-0132", "+1 ***-***-****"),
        ("Mobile 07700 900123", "077** ******"),
    ],
)
def test_the_first_group_of_a_phone_number_stays(text: str, shown: str) -> None:
    assert [value.shown for value in values_in(text).values()] == [shown]


@pytest.mark.parametrize(
    "text",
    [
        "119에 신고합니다.",
        "고객센터 1588-1234",
        "운송장 번호 010-4821-7730",
        "ISBN 979-11-4821-773-0",
        "버전 3.10.4821-7730",
        "2023-0104-8217",
        "id 01048217730",
        "010-****-7730",
        "010-XXXX-7730",
        "010-0000-0000",
        "계좌 110-482-773010",
        "사업자 등록번호 120-48-21773",
        "예: 010-4821-7730",
        "Serial number 415-555-0132",
        "415-555-0132",
    ],
)
def test_these_are_nobodys_phone(text: str) -> None:
    assert told_in(text, "phone") == []


@pytest.mark.parametrize("title", ["고객센터", "Customer support"])
def test_the_number_of_a_service_is_masked_and_no_finding(title: str) -> None:
    value = values_in(f"{title} {NUMBER}")[NUMBER]
    assert (value.certain, value.shown) == (False, "010-****-****")


@pytest.mark.parametrize(
    "line",
    [
        "테스트 자동화 엔지니어 이바다 | 010-4821-7730",
        "Jane Poe, Test Engineer | (503) 555-0142",
        "데이터 검증 담당 이바다 010-4821-7730",
        "예: 010-4821-7730",
        "집 주소: 서울특별시 은평구 나무로12길 8, 103동 1204호 (테스트 장비 보관)",
    ],
)
def test_a_word_of_samples_beside_a_value_leaves_it_masked(line: str) -> None:
    values = list(values_in(line).values())
    assert [value.certain for value in values] == [False]
    assert "*" in values[0].shown


@pytest.mark.parametrize("line", ["테스트 엔지니어 이바다 | 010-4821-7730 | bada@mail.org", "Jane Poe, Test Engineer | (503) 555-0142 | j@mail.org", "가상화 엔지니어 이바다 | 010-4821-7730"])
def test_a_job_that_tests_does_not_make_a_sample_of_its_contacts(line: str) -> None:
    assert len(told_in(line, "phone")) == 1


def test_a_column_of_data_is_none_and_a_column_of_members_is() -> None:
    rows = "|---|---|---|\n| 가 | 1 | 010-4821-7730 |\n| 나 | 2 | 010-4821-7731 |\n"
    assert told_in(f"| 고객 | 주문 | 전화 |\n{rows}", "phone") == []
    assert told_in(f"| 값 | 수 | 전화 |\n{rows}", "phone") == []
    assert len(told_in(f"| 이름 | 역할 | 전화 |\n{rows}", "phone")) == 2


def test_several_numbers_in_code_are_data_and_one_is_somebodys() -> None:
    assert told_in("```\nauthor phone 010-4821-7730\n```", "phone") == [NUMBER]
    assert told_in("```\n('010-4821-7730'),\n('010-4821-7731')\n```", "phone") == []
    assert told_in('```\n{"phone": "010-1234-5678"}\n```', "phone") == []


def test_a_link_to_a_phone_counts_by_its_words() -> None:
    assert told_in("[전화하기](tel:01048217730)", "phone") == ["전화하기"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("집 주소: 서울특별시 은평구 나무로12길 8, 103동 1204호", ["서울특별시 은평구 나무로12길 8, 103동 1204호"]),
        ("| 주소 | 경기도 성남시 분당구 나무로 8 | 연락처 | 없음 |\n|---|---|---|---|", ["경기도 성남시 분당구 나무로 8"]),
        ("경기도 성남시 분당구 나무로 8, 1204호에 삽니다.", ["경기도 성남시 분당구 나무로 8, 1204호"]),
        ("서울 은평구에 삽니다.", []),
        ("회사 주소: 서울특별시 은평구 나무로 8, 1204호", []),
        ("서울특별시 은평구 나무로 8에서 열린 대회", []),
        ("| 매장 | 주소 |\n|---|---|\n| 가 | 서울 은평구 나무로 8, 101호 |\n| 나 | 서울 은평구 나무로 9, 102호 |", []),
        ("Home: 12 Elm Street, Apt 4B, Springfield, IL 62704", ["12 Elm Street, Apt 4B, Springfield, IL 62704"]),
        ("Address: Hauptstr. 12, 10115 Berlin", ["Hauptstr. 12, 10115 Berlin"]),
        ("Office address: 12 Elm Street, Apt 4B", []),
        ("It finds 12 Elm Street first.", []),
        ("Address: 10.0.0.12:8080 behind the proxy", []),
    ],
)
def test_address(text: str, found: list[str]) -> None:
    assert told_in(text, "address") == found


def test_a_number_with_points_beside_other_contacts_and_a_british_address_are_private() -> None:
    text = "# Resume\n\nJane Roe | jane@mail.org | 415.867.5309\n\n221 Baker Street, London NW1 6XE\n"
    assert {"415.867.5309", "221 Baker Street, London NW1 6XE"} <= set(values_in(text))


def test_a_number_with_points_in_a_sentence_is_none() -> None:
    assert not values_in("# Map\n\nThe grid 415.867.5309 was split into tiles.\n")
