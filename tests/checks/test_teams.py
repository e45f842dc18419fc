"""How many people did a project: counters, number words, lists of names, and what is no team."""

from __future__ import annotations

import pytest

from careerlint.checks.teams import is_solo, listed_members, team_sizes

SIZES = [
    ("인원 4명, 2024.03 ~ 2024.06", [4]), ("5인 팀으로 진행했습니다", [5]), ("전자결재 개편 (3인)", [3]), ("팀원 두 명과 함께한 과제", [3]), ("참여 인원: 3명", [3]),
    ("3명이 함께 만든 지도", [3]), ("5명의 팀원 중 저는 서버를 맡았다", [5]), ("4인, 본인 기여도 40%", [4]), ("6인 1팀", [6]), ("4명이 팀을 이뤄", [4]), ("팀 구성: 3명", [3]),
    ("친구 3명과 함께", [4]), ("4인 프로젝트", [4]), ("Team of 4, March to May", [4]), ("a team of three", [3]), ("Bed board (5 people, 3 months)", [5]), ("The five of us split the city", [5]),
    ("a 3-person team", [3]), ("with two colleagues", [3]), ("worked with three other students", [4]), ("Team: 4", [4]), ("team size: 6", [6]),
    ("사용자 5명이 시험했다", []), ("120팀 중 3등", []), ("4인 가족", []), ("두 팀으로 나눴다", []), ("총 5,439명", []), ("12 teams took part", []), ("a team of 10 teams", []), ("PM 1인, 전처리 2인", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people"), SIZES)
def test_sizes(text: str, people: list[int]) -> None:
    assert [size.people for size in team_sizes(text)] == people


@pytest.mark.parametrize(("label", "text", "people"), [("팀원", "김다경, 유성현, 피주안", 3), ("Members", "Yusuf, Lena and me", 3), ("멤버", "정하늘 · 오세린", 2)])
def test_lists_of_names(label: str, text: str, people: int) -> None:
    members = listed_members(label, text)
    assert members is not None
    assert members.people == people


@pytest.mark.parametrize(("label", "text"), [("기술", "Java, Spring"), ("팀원", "백엔드 3명, 화면 2명"), ("Team", "blue")])
def test_what_lists_no_people(label: str, text: str) -> None:
    assert listed_members(label, text) is None


@pytest.mark.parametrize(("text", "solo"), [("1인 개발: 물때 알림", True), ("개인 프로젝트", True), ("Star map (solo, 2024)", True), ("3인 팀", False), ("Team of two", False)])
def test_solo(text: str, solo: bool) -> None:
    assert is_solo(text) is solo
