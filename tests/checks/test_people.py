"""The checks about people: the author's own part, the four behaviours, generic motivation, and the limit of findings."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text


def findings(text: str, code: str) -> list[tuple[str, str]]:
    """The words and the message of every finding of one rule."""
    document = read_text(text.encode(), "case.md", Config().limits)
    report = linter().lint(document, Config(select=(code,), preview=True))
    return [(document.words(finding.span), finding.message) for finding in report.findings]


TEAM = "# 포트폴리오\n## 프로젝트\n### 빗물 저장 지도 (4인 팀)\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("저희는 저장조 30곳을 지도에 올렸습니다.\n", 1),
        ("저장조 30곳이 조사되었습니다.\n", 1),
        ("저희는 저장조 30곳을 지도에 올렸습니다.\n저는 수위 센서를 달았습니다.\n", 0),
        ("- 저장조 30곳의 수위를 수집\n", 0),
        ("| 이름 | 역할 |\n|---|---|\n| 본인 | 수위 예측 |\n| 팀원 | 지도 |\n", 0),
    ],
)
def test_own_role(body: str, found: int) -> None:
    assert len(findings(TEAM + body, "OWN001")) == found


def test_own_role_of_one_person_and_of_many_teams_is_not_asked() -> None:
    assert not findings(TEAM.replace("4인 팀", "1인") + "저장조 30곳이 조사되었습니다.\n", "OWN001")
    assert not findings("# Resume\n## Projects\n### Reef contest\n- 9th of 80 teams\n", "OWN001")


def test_behaviour_gap_lists_what_is_missing_only() -> None:
    text = "# Resume\n## Experience\n### Baker, Port Mill (2019-2022)\n- Planned the night shift together with two colleagues\n- Overtime fell from 40 to 12 hours a month\n"
    (_, message), = findings(text, "OWN003")
    assert "ownership" in message and "craftsmanship" in message
    assert "collaboration" not in message and "impact" not in message


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("배차 담당자들과 달력 하나를 함께 쓰기로 함", "협업"),
        ("상담원 옆에 하루를 앉아 화면 흐름을 같이 그림", "협업"),
        ("반년치 사고 보고서를 손으로 세어 교대 시차제를 제안함", "장인정신"),
        ("입사 때 테스트가 하나도 없어 제가 시작한 테스트가 지금 1,900개", "장인정신"),
        ("인수인계 문서가 없어 먼저 한 장을 만들었고 지금은 네 명이 고쳐 씀", "장인정신"),
        ("Worked with the schedulers on one shared calendar", "collaboration"),
        ("Asked to sit with the agents for a day and sketched the banner with them", "collaboration"),
        ("Spent a day beside the clerks to see how they packed", "collaboration"),
        ("Found 8% double bookings and walked the schedulers through forty of them", "collaboration"),
        ("No tests existed when I joined; the suite I started now has 1,900", "craftsmanship"),
        ("There was no runbook, so I began one that four people now keep", "craftsmanship"),
        ("Counted six months of incident forms by hand and proposed a staggered handover", "craftsmanship"),
        ("Noticed that nobody checked the backups and began to test one each month", "craftsmanship"),
    ],
)
def test_what_was_done_with_others_or_unasked_is_heard(line: str, shown: str) -> None:
    korean = shown in ("협업", "장인정신")
    head = "# 나무리\n\n## 경력\n### 새봄병원 (2019.01 ~ 2023.02)\n- 병동 목록을 작성\n- " if korean else "# Na Muri\n\n## Experience\n### Nurse, Spring Ward (2019-01 - 2023-02)\n- Drew the ward list\n- "
    plain = "별 900개의 위치를 계산" if korean else "Worked with the design system to make buttons"
    assert shown in findings(head + plain, "OWN003")[0][1]
    assert shown not in findings(head + line, "OWN003")[0][1]


def test_a_project_has_no_behaviour_gap() -> None:
    assert not findings("# Tuner\n- Wrote a tuner\n- Tested it with 12 strings\n", "OWN003")


def test_motivation_is_generic_until_a_task_is_named() -> None:
    general = "# Cover letter\n## Why do you want to work for us?\nYour company has a great culture. I want to grow with you and become a leader.\n"
    assert len(findings(general, "FOC008")) == 1
    assert not findings(general + "Your tram timetable solver drops the last stop on Sundays.\n", "FOC008")


def test_the_motivation_of_a_project_is_not_asked() -> None:
    assert not findings("# Tuner\n## Motivation\nWe want to make people happy and to offer the best experience.\n", "FOC008")


def test_at_most_three_cliches_in_one_answer() -> None:
    phrases = ["저는 성실합니다.", "도전을 두려워하지 않습니다.", "호기심이 많습니다.", "맡은 일에 최선을 다하겠습니다.", "귀사와 함께 성장하고 싶습니다."]
    one = "# 자기소개서\n## 성격의 장점\n" + " ".join(phrases) + "\n"
    assert len(findings(one, "ATT005")) == 3
    assert len(findings(one + "## 입사 후 포부\n" + phrases[3] + "\n", "ATT005")) == 4


def test_an_apology_is_no_comparison_with_people() -> None:
    text = "# 자기소개서\n## 성장 과정\n남들보다 늦게 시작했지만 따라잡겠습니다.\n"
    assert findings(text, "ATT004") and not findings(text, "ATT003")


@pytest.mark.parametrize("line", ["매장 화면을 우리 가게에 맞게 바꿈", "패널 9개를 운영팀이 매일 확인합니다"])
def test_another_team_is_not_the_authors(line: str) -> None:
    assert not findings(f"# 포트폴리오\n## 프로젝트\n### 매장 화면\n- {line}\n", "OWN001")
