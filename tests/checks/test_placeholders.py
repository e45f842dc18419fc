"""FMT005: each blank that was left, by its own words, and none where a label, a slot of a program or a record of a domain stands."""

from __future__ import annotations

import pytest
from linting import findings


def told(line: str, heading: str = "# 항구 지도\n\n## 프로젝트\n\n") -> list[tuple[str, str]]:
    text = f"{heading}{line}\n"
    found = findings("FMT005", text)
    assert len(found) <= 1, "a statement has one finding"
    return [(words, found[0].level) for words in found[0].message.rpartition("': ")[0].strip("'").split("', '")] if found else []


@pytest.mark.parametrize(
    ("line", "blanks"),
    [
        ("- [회사명]에서 [기간] 동안 크레인을 지도에 표시했습니다.", ["[회사명]", "[기간]"]),
        ("- <회사명>에서 <직무>로 일하며 배를 세었습니다.", ["<회사명>", "<직무>"]),
        ("- 전화: 010-0000-0000, 이메일: [이메일]", ["010-0000-0000", "[이메일]"]),
        ("- (주)○○○ 및 □□□에서 일했습니다.", ["(주)○○○", "□□□"]),
        ("- XXX 회사에서 일하며 OO% 개선했습니다.", ["XXX 회사", "OO%"]),
        ("## [이름] 이력서", ["[이름]"]),
        ("## [회사명] [직무명] 지원서", ["[회사명]", "[직무명]"]),
        ("- Worked at [Company Name] from [Start Date] to [End Date].", ["[Company Name]", "[Start Date]", "[End Date]"]),
    ],
)
def test_each_blank_is_told(line: str, blanks: list[str]) -> None:
    assert [(words.strip("[]"), level) for words, level in told(line)] == [(blank.strip("[]"), "error") for blank in blanks]


def test_each_blank_is_a_place_of_the_finding() -> None:
    (finding,) = findings("FMT005", "# 항구 지도\n\n## 프로젝트\n\n- [회사명]에서 [기간] 동안 [직무]로 일했습니다.\n")
    assert finding.message.startswith("'[회사명]', '[기간]', '[직무]'") and len(finding.related) == 2


def test_a_name_of_circles_may_be_masked_on_purpose() -> None:
    assert told("- OOO에서 크레인을 지도에 표시했습니다.") == [("OOO", "note")]


def test_an_all_zero_number_is_told_in_english_too() -> None:
    assert told("Call 010-0000-0000.", "# Ada\n\n") == [("010-0000-0000", "error")]


@pytest.mark.parametrize(
    "line",
    [
        "- [이름] 김다온", "- [기간] 2023.01 ~ 2023.05 [역할] 백엔드 [인원] 4명", "- [역할] 데이터 수집", "- [회사] 소개: 물류 회사", "- AAAA 레코드를 추가해 IPv6로 접속하게 했습니다.",
        "- 알림 문구의 [이름]을 사용자 이름으로 바꿔 보냈습니다.", "- [이름]을 토큰으로 치환해 학습했습니다.", "- 배열 <기간>의 길이를 세었습니다.", "- [이메일](mailto:a@b.kr)로 알립니다.", "Project 3\t12", "- OOM에서 벗어났습니다.",
    ],
)
def test_what_is_no_blank_is_silent(line: str) -> None:
    assert told(line) == []


_LOG = "I counted 4,000 tides and fitted a line to them.\n"


@pytest.mark.parametrize(
    "heading",
    [
        "# Harbour Academy | Project 2", "# Harbour Academy, Project 2", "# Harbour Academy · Project 2", "# Data course: Project 5", "# Harbour Academy; Project 2", "# HA / Project 2", "# Capstone | Project 1",
        "# CS 224 | Homework 3", "# Statistics, Assignment 4", "Harbour Academy | Project 2", "# Ada\n\n## Courses\n\n### Harbour Academy | Project 2",
    ],
)
def test_the_number_of_course_work_behind_its_course_is_a_title(heading: str) -> None:
    assert not findings("FMT005", f"{heading}\n\n{_LOG}")


@pytest.mark.parametrize("heading", ["# Ada\n\n## Projects\n\n### Project 2", "# Ada\n\nI drew maps.\n\n- Harbour Academy | Project 2", "🚀 Project 2"])
def test_a_number_that_is_all_or_stands_in_a_list_is_a_blank(heading: str) -> None:
    assert [finding.message.split("'")[1] for finding in findings("FMT005", f"{heading}\n\n{_LOG}")] == ["Project 2"]


@pytest.mark.parametrize("mark", [".", "…", "-", "_", "*", "=", "~", "·", "•", "#", "+", "─", "- ", "* ", "_ "])
@pytest.mark.parametrize("many", [4, 6, 12, 90])
def test_a_drawn_line_is_no_blank(mark: str, many: int) -> None:
    # A few dots on their own say that words are missing.
    gap = "\n" if many > 7 else ""
    line = f"{gap}{mark * many}"
    assert not findings("FMT005", f"Ada Moss\n\nCONTACT\n{line}\n\nada@weirs.net\n\nWORK\n{line}\n\nMended four gates of the north weir.\n\nCOURSES\n{line}\n\nKnots and ropes.\n")


@pytest.mark.parametrize(
    "text",
    ["## Goals\n\n......\n\n## Work\n\n- Sorted plates", "GOALS\n..........\n\n## Work\n\n- Sorted plates", "## Goals\n\n............", "## Goals\n\n............\n............\n............", "## Work\n\n- Sorted plates by glaze in one day\n- ............"],
)
def test_dots_with_nothing_below_are_a_blank(text: str) -> None:
    assert findings("FMT005", f"# Ada\n\n{text}\n")
