"""Sorted works: bullets that say of what sort a work is before they name it, and the jobs behind them."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text


def entries(text: str) -> list[tuple[str, str]]:
    document = read_text(text.encode(), "case.txt", Config().limits)
    return [(entry.kind, document.words(entry.title) if entry.title is not None else "") for entry in linter().outline(document, Config()).entries]


_WORKS = "▪ Group Project: Tide map - Drew the tides of a bay from forty gauges, with a team of three.\n▪ Passion Project: Buoy bells - Rings when the water comes.\n"
_NEXT = "Tern Harbour – Sorrel May 2019 – Oct 2020\nBuoy keeper\n▪ Told of faults a day before.\nGull Mill – Sorrel Feb 2015 – May 2019\nRope tester\n▪ Tested four hundred ropes a month.\n"
_PAGE = "Ada Lind\nada@example.com\n\nCareer History\nVell Works – Sorrel Oct 2020 - Current\nTide clerk\n▪ Cut the error of the tables from 12 cm to 5 cm.\nProjects\n{works}{next}Education\nB.S. in Rivers – Gull College May 2013\n"


def test_bullets_name_works_behind_their_sort() -> None:
    found = entries(_PAGE.format(works=_WORKS, next=""))
    assert [title for kind, title in found if kind == "project"] == ["Group Project: Tide map", "Passion Project: Buoy bells"]


def test_the_next_jobs_behind_the_works_of_one_are_jobs() -> None:
    found = entries(_PAGE.format(works=_WORKS, next=_NEXT))
    assert [kind for kind, _ in found] == ["job", "project", "project", "job", "job", "course"]
    assert [title.split(" – ")[0] for kind, title in found if kind == "job"] == ["Vell Works", "Tern Harbour", "Gull Mill"]


@pytest.mark.parametrize("works", ["▪ 팀 프로젝트: 둑 지도 - 전국의 둑 300개를 그렸다.\n▪ 개인 프로젝트: 물때 종 - 하루 네 번 울린다.\n"])
def test_bullets_name_works_in_korean(works: str) -> None:
    found = entries(f"도하늘\n\n경력\n물결소프트 2020.10 ~ 현재\n연구원\n▪ 오차를 줄였다.\n프로젝트\n{works}학력\n가온대학교 2008 - 2012\n")
    assert [title for kind, title in found if kind == "project"] == ["팀 프로젝트: 둑 지도", "개인 프로젝트: 물때 종"]


def test_dated_lines_behind_works_of_a_list_without_jobs_above_are_works() -> None:
    found = entries(f"Ada Lind\nada@example.com\n\nSkills\nPython, Rust\nProjects\n{_WORKS}Harbour charts Feb 2015 – May 2019\nCharts of a harbour\n▪ Drew forty charts.\nEducation\nB.S. in Rivers – Gull College May 2013\n")
    assert [kind for kind, _ in found] == ["project", "project", "project", "course"]
