"""Marks of dates: the signs that are looked for first leave no period and no date out."""

from __future__ import annotations

from random import Random

import pytest

from careerlint.dates import has_date, has_date_range, is_when, marks

_PIECES = (
    "2023", "2023.03", "03", "3", "월", "년", ".", "-", "~", " ", "  ", "→", "->", "–", "∼", "to", "TO", "until", "부터", "Jun", "jul.", "September", "May", "May2024", "'23", "’23.",
    "Since", "since", "present", "현재", ")", "(", "]", "\n", "a", "23년", "2020년", "1월", "3일", "fall", "Fall 2021", "/", "12/2020", ",", "now", "graduated", "|",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_signs_leave_nothing_out(seed: int) -> None:
    random = Random(seed)
    texts = ["".join(random.choices(_PIECES, k=random.randint(1, 9))) for _ in range(5000)]
    ranges = [text for text in texts if marks._RANGE.search(text)]
    assert len(ranges) > 100
    assert [text for text in texts if has_date_range(text)] == ranges
    assert [text for text in texts if has_date(text)] == [text for text in texts if marks._RANGE.search(text) or marks._SINGLE.search(text)]


@pytest.mark.parametrize(
    ("text", "when"),
    [("2021.03 - 2022.05 (1 year 3 months)", True), ("Mar 2021", True), ("2023.02 ", True), ("2021", True), ("2023년 졸업", True), ("January 2020 - March 2021", True), ("Graduated May 2021", True), ("2019.03 ~ 2023.02 (졸업예정)", True), ("Quay (2021)", False), ("12.5%", False), ("Tide clerk, Vell Harbour, 2021", False), ("Room 2021 of the harbour office", False), ("", False)],
)
def test_a_label_that_only_says_when(text: str, when: bool) -> None:
    assert is_when(text) is when


@pytest.mark.parametrize("text", ["물결대학교 (2022.02 졸업예정)", "물결대학교 (2022.02 졸업 예정).", "물결대학교 (2022.02)", "물결대학교, 2022.02 졸업", "물결대학교 [2022.02 수료]"])
def test_a_date_at_the_end_with_what_it_is_the_day_of(text: str) -> None:
    assert has_date(text)
