"""Numbers of identity: dates, checksums, labels, and numbers that only look alike."""

from __future__ import annotations

import pytest
from found_in import CONFIG, told_in, values_in

from careerlint.engine import linter
from careerlint.model.span import Span
from careerlint.privacy import mask_numbers
from careerlint.privacy.identity import birth_date, has_resident_checksum, is_card
from careerlint.privacy.plain_letters import plain_letters
from careerlint.readers import read_text


@pytest.mark.parametrize(
    ("digits", "valid"),
    [
        ("9004121234562", True),
        ("9004121234563", False),
        ("0309153123455", True),
        ("9211305678903", True),
        ("9211305678901", False),
    ],
)
def test_checksum(digits: str, valid: bool) -> None:
    assert has_resident_checksum(digits) is valid


def test_the_checksum_of_a_foreigner_is_two_further() -> None:
    native = [digit for digit in range(10) if has_resident_checksum(f"921130567890{digit}")]
    assert native == [3]


@pytest.mark.parametrize(("digits", "year"), [("9004121", 1990), ("0309153", 2003), ("8501015", 1985), ("0102277", 2001)])
def test_the_century_digit_tells_the_year(digits: str, year: int) -> None:
    born = birth_date(digits)
    assert born is not None
    assert born.year == year


@pytest.mark.parametrize("digits", ["9002301", "9013011", "9000121", "0502293"])
def test_no_such_day(digits: str) -> None:
    assert birth_date(digits) is None


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        ("4539-8012-0037-1147", True),
        ("4539-8012-0037-1148", False),
        ("5271830044190024", True),
        ("371449635398431", True),
        ("6225 8012 3412 3419", True),
        ("1234-5678-9012-3452", False),
        ("0000-0000-0000-0000", False),
    ],
)
def test_card(number: str, valid: bool) -> None:
    assert is_card(number) is valid


@pytest.mark.parametrize(
    "text",
    [
        "주민등록번호: 900412-1234562",
        "## 나무리 900412-1234562",
        "| 주민번호 | 이름 |\n|---|---|\n| 900412-1234562 | 나무리 |",
        "> 900412 - 1234562",
        "```\nid = '900412-1234562'\n```",
        "주민번호 9004121234562",
    ],
    ids=["label", "heading", "header row", "quote", "code", "without hyphen"],
)
def test_a_resident_number_counts_wherever_it_stands(text: str) -> None:
    assert [words.replace(" ", "").replace("-", "") for words in told_in(text, "resident-number")] == ["9004121234562"]


@pytest.mark.parametrize(
    "text",
    [
        "주민등록번호: 900412-1******",
        "주민등록번호: ******-*******",
        "주문번호 900412-1234562",
        "Order 900412-1234562",
        "900412-1234563",
        "9004121234562건의 로그",
        "이름 900412-1234562-01",
        "A900412-1234562",
        "2150123-1234562",
        "테스트 데이터: 900412-1234562",
        "```\n# dummy\nrrn = '900412-1234562'\n```",
    ],
)
def test_these_are_no_resident_numbers(text: str) -> None:
    assert told_in(text, "resident-number") == []


def test_after_october_2020_a_label_decides_and_before_it_the_checksum() -> None:
    assert told_in("주민등록번호 211105-4019281", "resident-number") == ["211105-4019281"]
    assert told_in("문의 211105-4019281", "resident-number") == []
    assert told_in("주민등록번호 900412-1234563", "resident-number") == []


def test_a_birth_after_today_is_none() -> None:
    assert told_in("주민등록번호 270105-4019281", "resident-number") == []


def test_a_labelled_number_with_a_wrong_checksum_is_masked_all_the_same() -> None:
    assert values_in("주민등록번호 900412-1234563")["900412-1234563"].shown == "9004**-*******"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("여권번호: M48213907", ["M48213907"]),
        ("Passport No: M482A3907", ["M482A3907"]),
        ("passport number 533380006", ["533380006"]),
        ("여권번호: M********", []),
        ("여권번호: M00000000", []),
        ("모델 M48213907", []),
        ("예시 여권번호 M48213907", ["M48213907"]),
        ("가짜 여권번호 M48213907", []),
    ],
)
def test_passport(text: str, found: list[str]) -> None:
    assert told_in(text, "passport") == found


def test_thirteen_digits_in_a_row_are_a_grown_persons_or_none() -> None:
    assert told_in("지원서 (9206302983101)", "resident-number") == ["9206302983101"]
    assert told_in("기록 1610112345676", "resident-number") == []
    assert told_in("`9206302983101`", "resident-number") == []


def test_a_card_that_is_published_for_tests_is_another_kind() -> None:
    assert told_in("4111-1111-1111-1111", "card") == []
    assert told_in("card 4242 4242 4242 4242", "test-card") == ["4242 4242 4242 4242"]
    assert told_in("card 4000 0000 0000 9995", "test-card") == ["4000 0000 0000 9995"]
    assert told_in("테스트 카드 4242 4242 4242 4242", "test-card") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("4539-8012-0037-1147", 1),
        ("카드 4539 8012 0037 1147", 1),
        ("4539 8012 0037 1147", 1),
        ("1024 4539 8012 0037 1147", 0),
        ("4539 8012 0037 1147 2048", 0),
        ("4539801200371147", 0),
        ("card number 4539801200371147", 1),
        ("계좌 4539-8012-0037-1147", 0),
        ("테스트 카드 4539-8012-0037-1147", 0),
        ("550e8400-e29b-4539-8012-003711470000", 0),
        ("4539-8012-****-1147", 0),
    ],
)
def test_a_card_needs_a_shape_or_a_label(text: str, count: int) -> None:
    assert len(told_in(text, "card")) == count


@pytest.mark.parametrize(
    "number",
    [
        "900101\u200b-1234568",
        "9001\u20600\ufeff1-1234568",
        "９００１０１-１２３４５６８",
        "９００１０１－１２３４５６８",
        "𝟗𝟎𝟎𝟏𝟎𝟏-𝟏𝟐𝟑𝟒𝟓𝟔𝟖",
        "900101--1234568",
        "900101.1234568",
        "900101/1234568",
        "900101~1234568",
        "900101 · 1234568",
        "900101_1234568",
    ],
)
def test_a_number_behind_its_label_however_it_is_written(number: str) -> None:
    text = f"# 이력서\n\n- 세계 최초의 시스템을 개발했습니다, 주민등록번호: {number}."
    assert told_in(text, "resident-number") == [number]
    report = linter().lint(read_text(text.encode(), "case.md"), CONFIG)
    said = [report.shown(Span(0, len(report.document.text))), *(finding.message for finding in report.findings)]
    digits = ["".join(letter for letter in plain_letters(words).text if letter.isalnum()) for words in said]
    assert not any("1234568" in words for words in digits)


@pytest.mark.parametrize("number", ["900101.1234568", "900101/1234568", "900101--1234568"])
def test_other_marks_join_nothing_without_a_label(number: str) -> None:
    assert values_in(f"# 이력서\n\n- 로그 {number} 을 읽었습니다.") == {}


@pytest.mark.parametrize(("text", "kind"), [("여권번호: Ｍ１２３４５６７８", "passport"), ("휴대폰: ０１０-２３４５-６７８９", "phone"), ("휴대폰: 010\u200b-2345-6789", "phone"), ("생년월일: １９９０년 １월 １일", "birth-date")])
def test_wide_and_split_values_of_every_kind(text: str, kind: str) -> None:
    assert told_in(f"# 이력서\n\n## 인적사항\n\n- {text}", kind) == [text.partition(": ")[2]]


def test_names_of_files_are_masked_however_they_are_written() -> None:
    assert mask_numbers("이력서_９００１０１-１２３４５６８.pdf") == "이력서_******-*******.pdf"
    assert mask_numbers("010\u200b-2345-6789.pdf") == "***\u200b-****-****.pdf"


@pytest.mark.parametrize("number", ["52718300441908", "222300312200328", "527183004419022"])
def test_a_card_of_the_wrong_length_is_none(number: str) -> None:
    """Its prefix and its last digit may be right all the same."""
    assert not is_card(number)
