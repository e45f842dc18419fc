"""Tables of contents of works that are told further down, and where the last of these works ends."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.document import Document
from careerlint.model.outline import Outline
from careerlint.outline.vocabulary import heading_words
from careerlint.readers import read_text


def outlined(text: str) -> tuple[Document, Outline]:
    document = read_text(text.encode(), "case.md", Config().limits)
    return document, linter().outline(document, Config())


def works(text: str) -> list[str]:
    document, outline = outlined(text)
    return [document.words(entry.title) if entry.title is not None else "" for entry in outline.entries if entry.kind == "project"]


_KOREAN = """# 문다은 포트폴리오

## 프로젝트 목차

| # | 프로젝트 | 기간 | 인원 | 기여도 |
|---|---|---|---|---|
| 1 | 항구 물때 예측 | 2025.02 | 4명 | 35% |
| 2 | 리뷰 감성 분석 | 2025.05 | 5명 | 25% |

## Project 1. 항구 물때 예측

### 문제 정의

- 항구 열 곳의 물때를 예측하는 모델을 만들었습니다.

### 결과

- 오차를 12cm에서 7cm로 줄였습니다.

## Project 2. 리뷰 감성 분석 (2025.05 ~ 2025.06)

**팀 프로젝트 (5명)**

### 결과

- F1 0.91을 얻었습니다.
"""
_ENGLISH = """# Portfolio of Sam Vell

## Projects

| Project | Period | Team | Share |
|---|---|---|---|
| Tide clock | 2025 | 4 | 35% |
| Review sentiment | 2025 | 5 | 25% |

## 1. Tide clock

### Results

- Cut the error from 12 cm to 7 cm.

## 2. Review sentiment, with a web page

### Results

- Reached an F1 of 0.91.
"""


@pytest.mark.parametrize(("text", "titles"), [
    (_KOREAN, ["Project 1. 항구 물때 예측", "Project 2. 리뷰 감성 분석 (2025.05 ~ 2025.06)"]), (_ENGLISH, ["1. Tide clock", "2. Review sentiment, with a web page"]),
])
def test_a_row_that_names_a_work_told_below_is_that_work(text: str, titles: list[str]) -> None:
    document, outline = outlined(text)
    assert works(text) == titles
    row = next(statement for statement in outline.statements if statement.form == "row" and "25%" in document.words(statement.span))
    entry = next(index for index, entry in enumerate(outline.entries) if entry.title is not None and document.words(entry.title) == titles[1])
    assert row.entry == entry
    assert all(outline.statements[place].form != "row" for place in range(*outline.entries[entry].statements))


def test_rows_of_works_that_nothing_tells_stay_works() -> None:
    assert works(_KOREAN.split("## Project 1")[0]) == ["항구 물때 예측", "리뷰 감성 분석"]


@pytest.mark.parametrize("heading", ["Tech", "Tech Stack", "사용 기술"])
def test_a_part_as_high_as_the_works_is_of_none_where_theirs_stand_below(heading: str) -> None:
    document, outline = outlined(f"{_KOREAN}\n## {heading}\n\n`Python` `Hadoop`\n")
    assert outline.sections[-1].kind == "skills"
    assert outline.sections[-1].entry == -1
    assert "Hadoop" not in document.words(outline.entries[-1].span)


def test_a_part_as_high_as_the_works_is_of_the_last_where_no_work_has_parts_below() -> None:
    _, outline = outlined("# Tern shop\n\n## Tide clock\n\nA clock that rings at high water.\n\n## Buoy alarm\n\nA buoy that calls when the anchor drags.\n\n## Tech Stack\n\n- C\n- Rust\n")
    assert outline.sections[-1].kind != "skills" or outline.sections[-1].entry == -1


@pytest.mark.parametrize("line", ["팀 프로젝트 (5명)", "개인 프로젝트 (2주)", "Team project (5 people)", "Personal project"])
def test_a_bold_line_below_a_title_that_says_of_what_sort_the_work_is_heads_nothing(line: str) -> None:
    text = _KOREAN.replace("팀 프로젝트 (5명)", line)
    assert line not in [section.heading for section in outlined(text)[1].sections]
    assert works(text) == works(_KOREAN)


@pytest.mark.parametrize(("heading", "words"), [
    ("㈜갈매기시장 (2023.03 ~ 재직중)", "(주)갈매기시장 (2023.03 ~ 재직중)"), ("(주)갈매기시장 [정규직]", "(주)갈매기시장 [정규직]"), ("[역할]", "역할"), ("【결과 (2023)】", "결과 (2023)"), ("<[배경]>", "배경"),
    ("[Team] Tide clock (2023)", "[Team] Tide clock (2023)"),
])
def test_brackets_go_only_where_one_pair_is_around_all(heading: str, words: str) -> None:
    assert heading_words(heading) == words


@pytest.mark.parametrize(("heading", "words"), [("42 Seoul 팀 프로젝트", "42 Seoul 팀 프로젝트"), ("90 Days of Code", "90 Days of Code"), ("3 Results", "Results"), ("12 결과", "결과"), ("3.21 Results", "Results"), ("42. Results", "Results")])
def test_a_large_number_without_a_mark_belongs_to_the_name(heading: str, words: str) -> None:
    assert heading_words(heading) == words
