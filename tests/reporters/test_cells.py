"""Cells: cutting and wrapping by the width on a terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from careerlint.reporters.cells import cropped, cropped_left, padded, wrapped

TEXTS = (
    "실패는 좋은 이야깃거리입니다. 다만 〈원인〉을 말하지 않으면 면접에서 떨어지는 지름길이 됩니다.",
    "Failures make good stories, but only together with 〈cause〉 and 〈remedy〉 of each of them.",
    "띄어쓰기없이아주길게이어지는낱말은줄의너비에서끊어야합니다그리고계속됩니다",
    "e\u0301" * 40 + " 😀" * 9,
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", range(2, 90))
def test_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(0 < cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_words_stay_whole_and_lines_are_full() -> None:
    assert wrapped("원인과 조치와 배운 점", 13) == ("원인과 조치와", "배운 점")
    assert wrapped("원인과 조치와 배운 점", 12) == ("원인과", "조치와 배운", "점")


def test_no_words_are_one_empty_line() -> None:
    assert wrapped("  ", 10) == ("",)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", range(90))
def test_what_is_cropped_fits(text: str, width: int) -> None:
    assert cell_len(cropped(text, width)) <= width
    assert cell_len(cropped_left(text, width)) <= width


def test_cropping_keeps_the_right_end() -> None:
    assert cropped("잘 안되더라구요", 10) == "잘 안되..."
    assert cropped_left("잘 안되더라구요", 10) == "...라구요"
    assert cropped("short", 5) == cropped_left("short", 5) == "short"


def test_padding_counts_cells() -> None:
    assert padded("면접", 6) == "면접  "
