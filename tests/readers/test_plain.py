"""Plain text: blank lines, bullets, numbers and short lines become blocks."""

from __future__ import annotations

import unicodedata

import pytest
from contract import check_contract

from careerlint.model.document import Document
from careerlint.readers import UnreadableError, read_text


def plain(source: str | bytes) -> Document:
    document = read_text(source, "sample.txt")
    check_contract(document)
    return document


def headings(document: Document) -> list[str]:
    return [document.words(block.span) for block in document.walk() if block.kind == "heading"]


def items(document: Document) -> list[tuple[int, str, str]]:
    return [
        (block.level, block.marker, document.words(block.children[0].span))
        for block in document.walk()
        if block.kind == "item" and block.children
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    document = plain("저는 추천 시스템을 만들어 왔고 그 과정에서\n데이터를 먼저 보는 습관을 들였습니다.\n\n둘째 문단입니다.\n")
    assert [block.kind for block in document.blocks] == ["paragraph", "paragraph"]
    assert document.text.count("\n\n") == 1
    assert "과정에서\n데이터를" in document.text


@pytest.mark.parametrize(
    "source",
    [
        "[지원 동기]\n글을 씁니다.",
        "【지원 동기】\n글을 씁니다.",
        "■ 지원 동기\n글을 씁니다.",
        "지원 동기\n=========\n글을 씁니다.",
        "지원 동기\n\n글을 씁니다.",
        "지원 동기:\n- 글",
        "경 력 사 항\n글을 씁니다.",
        "EXPERIENCE\nAcme, Engineer",
        "## 지원 동기\n글을 씁니다.",
        "1. 지원 동기\n귀사의 서비스를 오래 써 왔습니다.",
    ],
)
def test_lines_that_look_like_headings(source: str) -> None:
    document = plain(source)
    assert document.blocks[0].kind == "heading"
    assert document.blocks[0].level == (2 if source.startswith("##") else 0)
    assert len(document.blocks) == 2


@pytest.mark.parametrize(
    "source",
    [
        "프로젝트를 마쳤습니다.\n\n다음 글입니다.",
        "hong@example.com\n\n다음 글입니다.",
        "홍길동\n서울시 강남구",
        "이 문장은 서른 글자를 넘기 때문에 제목이 아니라 본문으로 읽어야 하는 줄\n\n다음 글입니다.",
        "마지막 줄",
        "- 하나\n\n다음 글입니다.",
        "● 하나\n● 둘\n\n다음 글입니다.",
        "AWS, GCP, SQL\n도구들입니다.",
    ],
)
def test_lines_that_are_no_headings(source: str) -> None:
    assert headings(plain(source)) == []


def test_bullets_nest_by_indentation_and_by_rank() -> None:
    document = plain("1) 추천 모델\n- 역할: 설계\n  이어지는 줄\n  · 세부\n- 성과\n2) 검색\n\uf0b7 CTR 개선\n")
    assert items(document) == [
        (1, "1)", "추천 모델"),
        (2, "-", "역할: 설계\n이어지는 줄"),
        (3, "·", "세부"),
        (2, "-", "성과"),
        (1, "2)", "검색"),
        (2, "•", "CTR 개선"),
    ]


def test_every_bullet_glyph_is_a_marker_and_a_minus_needs_a_space() -> None:
    for glyph in "•◦▪■▶●○◆◇★☆※✓✔·ㆍ‣⁃→":
        document = plain(f"{glyph} 하나\n{glyph} 둘")
        assert items(document) == [(1, glyph, "하나"), (1, glyph, "둘")], glyph
    assert items(plain("·하나\n·둘")) == [(1, "·", "하나"), (1, "·", "둘")]
    assert items(plain("-5% 감소했다\n*별")) == []
    assert items(plain("① 하나\n② 둘\n가. 셋")) == [(1, "①", "하나"), (1, "②", "둘"), (1, "가.", "셋")]
    assert items(plain("3.5점을 받았다\n2023.01 입사했다")) == []


def test_a_wrapped_bullet_without_indentation_goes_on() -> None:
    document = plain("- Built a service that reduced the latency of the search by forty percent for\nall customers\n\nText after it.\n")
    assert items(document)[0][2].endswith("for\nall customers")
    assert document.blocks[-1].kind == "paragraph"


def test_file_trees_are_code_and_drawn_lines_no_text() -> None:
    document = plain("구조는 다음과 같습니다.\n\nproject\n├── data\n└── src\n\n==========\n끝입니다.\n")
    assert [block.kind for block in document.blocks] == ["paragraph", "code", "paragraph"]
    assert "====" not in document.text
    assert document.words(document.blocks[1].span) == "project\n├── data\n└── src"


def test_addresses_get_a_mark() -> None:
    document = plain("저장소는 https://github.com/a/b입니다.")
    assert [(document.words(mark.span), mark.target) for mark in document.marks] == [
        ("https://github.com/a/b", "https://github.com/a/b")
    ]


def test_windows_text_in_cp949() -> None:
    source = "[경력]\r\n- 결제 서버 개발\r\n- 오류율 3%에서 1%로\r\n"
    document = plain(source.encode("cp949"))
    assert document.text == "[경력]\n\n결제 서버 개발\n오류율 3%에서 1%로"
    assert document.line_column(document.text.index("오류율")) == (3, 3)


def test_blank_text_is_refused() -> None:
    with pytest.raises(UnreadableError) as refused:
        read_text("\n \n", "sample.txt")
    assert refused.value.kind == "empty"


@pytest.mark.parametrize(
    "line", ["지도", "\u2028지도", "a\x85\U000f1234 \uf0b7 지도", "\x01지도", unicodedata.normalize("NFD", "한글") + "\u2029지도"], ids=ascii
)
def test_byte_columns_are_those_of_the_file(line: str) -> None:
    """Unclean letters are replaced one to one, and not always by one that takes as many bytes."""
    text = f"제목\n\n{line} 끝\n"
    document = read_text(text.encode(), "a.txt")
    at, column = document.line_column(document.text.index("끝"))
    assert text.encode().split(b"\n")[at - 1][document.byte_column(at, column) - 1 :].decode() == "끝"


def test_a_blank_in_the_address_of_a_letter_heads_nothing() -> None:
    document = read_text(b"2 June 2025\n\nHiring Manager\n[Company Name]\nLondon\n\nDear Hiring Manager,\n\nI collect tide tables.\n", "cover.txt")
    assert not [block for block in document.blocks if block.kind == "heading" and "Company" in document.words(block.span)]


_LONG = "• Moved forty tables of the branch to the new warehouse over one winter, and wrote the checks that compare both of them every night\n"


@pytest.mark.parametrize("rows", [
    "Teller, Fen Savings\nVell, FE / Hybrid\nJune 2017 – August 2018\n• Served",
    "Teller, Fen Savings\n2017 – 2018\n• Served",
    "Teller, Fen Savings, Jan 2017 – Aug 2018\n• Served",
    "Fen Savings | Teller | 01/2017 - 08/2018\n• Served",
    "여울은행 창구 직원\n2017.01 - 2018.08\n• 창구 안내",
    "Atlas of the weirs\n• Drew it",
])
def test_a_title_right_behind_a_bullet_is_no_part_of_it(rows: str) -> None:
    document = plain(_LONG * 2 + "• Wrote the report on late payments for the whole branch office\n" + rows)
    assert items(document)[2][2] == "Wrote the report on late payments for the whole branch office"


@pytest.mark.parametrize(("bullet", "rest"), [
    ("• Moved several services of the bank over a long winter to the Google", "Cloud Platform, to Azure and to those"),
    ("• Moved several services of the bank in a winter to the Google", "Cloud Platform and Azure\nTeller, Fen Savings\n2017 – 2018"),
    ("• Moved several services of the bank over a winter to another one", "and wrote the report of 2017 – 2018"),
])
def test_the_wrapped_end_of_a_bullet_is_a_part_of_it(bullet: str, rest: str) -> None:
    wrapped = "• Wrote the report on late payments for all the branch offices\n"
    document = plain(wrapped * 3 + bullet + "\n" + rest)
    assert items(document)[3][2].endswith(rest.split("\n")[0])
