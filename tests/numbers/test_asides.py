"""Asides: the dates, versions and tickets of a line, with what belongs to them, and what is left without them."""

from __future__ import annotations

import pytest

from careerlint.model.aside import blanked, text_outside
from careerlint.model.span import Span
from careerlint.numbers.asides import asides_of
from careerlint.numbers.reading import read_numbers


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("In March 2023, sped up the search.", "sped up the search."),
        ("Sped up the search (2023.05).", "Sped up the search ."),
        ("Sped up the search with Python 3.10.", "Sped up the search with Python ."),
        ("Sped up the search, ticket #231.", "Sped up the search ."),
        ("[2024.07] Tried a tree.", "Tried a tree."),
        ("Day 2 (2024-05-01): the tree grew.", "the tree grew."),
        ("Jun 2024 | Answered mails", "Answered mails"),
        ("05/2024 - 07/2024: Answered mails", "Answered mails"),
        ("Answered mails, March 2023 - Present", "Answered mails"),
        ("Late in the summer of 2022, we sped it up", "we sped it up"),
        ("[23.05] sped it up", "sped it up"),
        ("2023.05 ~ 2023.07 (3개월) 서버 담당", "서버 담당"),
        ("서버를 2023년 3월에 옮겼다.", "서버를 옮겼다."),
        ("2023년 3월부터 5월까지 서버를 옮겼다.", "서버를 옮겼다."),
        ("3주차: 서버가 멈췄다.", "서버가 멈췄다."),
        ("버전 2.1에서 멈췄다 (DESK-231)", "멈췄다"),
    ],
)
def test_when_and_which_version_are_asides(line: str, left: str) -> None:
    assert text_outside(line, asides_of(line, read_numbers(line))) == left


@pytest.mark.parametrize(
    "line",
    [
        "Recall rose from 0.71 to 0.83.", "Labelled 2000 pictures.", "Moved over 4,000 desks.", "The ship sank in 1912.", "The 2020 census was read.", "No accident since 2019.",
        "More came in 2023 than in 2022.", "Between 2021 and 2022 fewer came in 2022 than in 2021.", "2주 단위로 회의", "2019년 대비 30% 향상", "v3 거래를 처리", "2024-05-01", "COVID-19 검사", "4인 팀에서 서버 담당",
    ],
)  # fmt: skip
def test_what_counts_compares_or_names_is_none(line: str) -> None:
    assert asides_of(line, read_numbers(line)) == ()


def test_blanks_keep_every_other_letter_where_it_stood() -> None:
    line = "Sped up (2023.05) the search"
    assert blanked(line, [Span(8, 17)]) == "Sped up           the search"


def test_a_line_without_asides_is_left_as_it_is() -> None:
    assert text_outside("Sped  up", []) == "Sped  up"
