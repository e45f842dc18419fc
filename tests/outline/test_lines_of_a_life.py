"""Lines of a life: degrees, courses and activities that stand in a line, a row or a paragraph each."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text


def outlined(text: str) -> list[tuple[str, str]]:
    """The kinds and titles of the entries of a document."""
    document = read_text(text.encode(), "case.md", Config().limits)
    outline = linter().outline(document, Config())
    return [(entry.kind, document.words(entry.title) if entry.title is not None else "") for entry in outline.entries]


def titles(text: str, kind: str) -> list[str]:
    return [title for found, title in outlined(text) if found == kind]


_KOREAN = "# 도하늘\n\n## 경력\n\n### 물결조명 (2019.03 ~ 현재)\n\n- 부트로더를 작성했다.\n\n"
_ENGLISH = "# Tobias Fenn\n\n## Experience\n\n### Marine Lamps (2018 - 2021)\n\n- Wrote the boot loader.\n\n"


@pytest.mark.parametrize("line", [
    "갈매기대학교 전자공학과 (4학년 휴학 중)", "갈매기고등학교 졸업", "갈매기대 전자공학과 졸업예정", "갈매기대학 정보처리과 중퇴", "**갈매기대학교** 산업공학 학사",
    "자갈 아카데미 7기 수료", "데이터 분석 과정 수료", "학점은행제 컴퓨터공학과 학사",
])
def test_a_bullet_that_names_a_school_or_a_finished_course_is_one(line: str) -> None:
    assert titles(f"{_KOREAN}## 학력\n\n- {line}\n", "course") == [line.replace("**", "")]


@pytest.mark.parametrize("line", [
    "Gull Bay Polytechnic, Electronics (on leave, fourth year)", "Gull Bay Secondary School, graduated", "B.Sc. in Biology, University of Sorrel", "**University of Sorrel**: Biology",
])
def test_a_bullet_in_english_too(line: str) -> None:
    assert titles(f"{_ENGLISH}## Education\n\n- {line}\n", "course") == [line.replace("**", "")]


@pytest.mark.parametrize("line", ["운영체제", "평점 4.2 / 4.5", "졸업 논문: 물때표를 읽는 법", "파이썬 기초를 혼자 공부했다."])
def test_what_a_degree_consists_of_is_none(line: str) -> None:
    assert titles(f"{_KOREAN}## 학력\n\n- 갈매기대학교 졸업\n- {line}\n", "course") == ["갈매기대학교 졸업"]


def test_paragraphs_with_a_period_above_the_school_are_degrees_below_an_introduction_too() -> None:
    text = "# 한여울의 포트폴리오\n\n# Introduction\n안녕하세요.\n\n## 이름\n한여울\n\n## 학력\n2019.03 ~ 2025.02\n솔바람대학교 소프트웨어학과 졸업예정\n\n2016.03 ~ 2019.02\n솔바람고등학교 졸업\n"
    assert titles(text, "course") == ["솔바람대학교 소프트웨어학과 졸업예정", "솔바람고등학교 졸업"]


@pytest.mark.parametrize("heading", ["Profile", "Personal Data", "인적 사항", "About"])
def test_schools_among_the_facts_about_a_person_are_degrees_where_no_list_has_any(heading: str) -> None:
    text = f"# 문서윤\n\n## {heading}\n\n* 2013.3 ~ 2019.2<br>물결대학교 로봇공학과 졸업\n* 2019.3 ~<br>솔향대학교 대학원 박사과정 재학중\n\n## Experience\n\n* 2018.7 ~ 2018.8<br>물결로봇 연구소 인턴\n"
    assert titles(text, "course") == ["물결대학교 로봇공학과 졸업", "솔향대학교 대학원 박사과정 재학중"]


def test_a_list_of_degrees_leaves_the_facts_above_alone() -> None:
    text = "# 문서윤\n\n## Profile\n\n- 물결대학교 로봇공학과 재학\n\n## 학력\n\n- 물결대학교 로봇공학과 (2019.03 ~ 2025.02)\n"
    assert titles(text, "course") == ["물결대학교 로봇공학과 (2019.03 ~ 2025.02)"]


@pytest.mark.parametrize("line", [
    "저는 물결대학교에서 로봇공학을 전공했습니다.", "I studied robots at the University of Vell", "물결대학교 앞에서 삽니다.", "부트캠프를 수료하면서 배웠던 소중한 경험", "물결대학교 근처 거주", "대학생 개발 동아리 회장",
])
def test_what_is_said_of_a_school_is_no_degree(line: str) -> None:
    assert titles(f"# 문서윤\n\n## About\n\n- {line}\n\n## Experience\n\n- 2018.7 ~ 2018.8 물결로봇 연구소 인턴\n", "course") == []


def test_a_labelled_school_above_the_first_job_is_a_degree() -> None:
    text = "# 조약돌\n\n## 경력\n\n- **학교:** 물결대학교\n  **학과:** 수학과\n\n1. **물결연구실**\n   _2023년 5월 ~ 2023년 11월_\n   - 통계 분석\n\n2. **자갈데이터**\n   _2024년 2월 ~ 2024년 6월_\n   - 고객 분류\n"
    assert outlined(text) == [("course", "학교: 물결대학교"), ("job", "물결연구실"), ("job", "자갈데이터")]


def test_courses_of_training_leave_the_school_among_the_facts() -> None:
    text = "# About\n\n## Personal Data\n> 1996.04.02<br>\n> e-mail: daon@example.com\n\n> Mar.2015 ~ Feb.2021 은하대학교<br>\n> 산업공학과\n\n## Education\n\\- 2020.03 ~ 2020.08<br>\n**임베디드 전문가 교육과정** - 은하상공회의소\n\n+ 소켓 통신\n\n\\- 2019.06 ~ 2019.08<br>\n**로봇 제어 교육** - 은하로봇교육원\n\n+ 모바일 로봇\n"
    assert titles(text, "course") == ["Mar.2015 ~ Feb.2021 은하대학교", "임베디드 전문가 교육과정 - 은하상공회의소", "로봇 제어 교육 - 은하로봇교육원"]


def test_bold_names_above_their_periods_are_parted_in_one_paragraph() -> None:
    text = f"{_KOREAN}## 학력\n\n**단풍방송대학 컴퓨터과학과**\n2017.03 - 2019.02 | 학사 졸업\n**조약돌대학 정보처리과**\n2010.03 - 2014.02 | 전문학사 졸업\n"
    assert titles(text, "course") == ["단풍방송대학 컴퓨터과학과", "조약돌대학 정보처리과"]


_CODE_DATES = "`2017 - 2018`\n__Vell University |__ Dept. of tides dept.\n- Measured tides.\n\n`2015`\n__Sand Office |__ Surveyor\n- Measured sand.\n"


def test_a_period_in_code_above_a_bold_name_is_no_title() -> None:
    assert titles(f"# Mara Quist\n\n## Experience\n\n{_CODE_DATES}", "job") == ["Vell University | Dept. of tides dept.", "Sand Office | Surveyor"]


@pytest.mark.parametrize("heading", ["Professional", "Industry", "Academic experience", "Teaching", "Freelance", "정규직", "국내"])
def test_jobs_of_one_sort_are_told_apart_below_the_name_of_the_sort(heading: str) -> None:
    text = f"# Mara Quist\n\n## Experience\n\n### {heading}\n\n{_CODE_DATES}\n## Education\n\n- Vell University, M.Sc. (2010 - 2014)\n"
    assert titles(text, "job") == ["Vell University | Dept. of tides dept.", "Sand Office | Surveyor"]


def test_an_employer_with_two_dated_works_is_one_job() -> None:
    text = "# Mara Quist\n\n## Experience\n\n### Vell Works\n\n`2017 - 2018`\n__Tide model__\n- Measured tides.\n\n`2015`\n__Sand model__\n- Measured sand.\n\n## Skills\n\n- Python\n"
    assert titles(text, "job") == ["Vell Works"]


def test_paragraphs_of_activities_with_their_years_are_entries() -> None:
    text = f"{_ENGLISH}## Community service\n\n***Treasurer***, Loam Rowing Club, Loam (2015 - )\n\n***Reading mentor***, Public Library of Loam (2012 - 2013)\n\n***Senator***, Student council (2004)\n"
    assert titles(text, "other") == ["Treasurer, Loam Rowing Club, Loam (2015 - )", "Reading mentor, Public Library of Loam (2012 - 2013)", "Senator, Student council (2004)"]


@pytest.mark.parametrize("lines", [
    ["코딩 동아리 '자갈' 회장 (2022.03 ~ 2023.02)", "자바 스터디 (2021.05 - 2021.08)"], ["2022.03 ~ 2023.02 코딩 동아리 회장", "2021.05 ~ 자바 스터디"], ["Volunteer fire brigade (2014 - today)", "Chess club (2016 - 2018)"],
])
def test_bullets_of_activities_with_their_years_are_entries(lines: list[str]) -> None:
    bullets = "".join(f"- {line}\n" for line in lines)
    assert titles(f"{_KOREAN}## 대외활동\n\n{bullets}", "other") == lines


def test_rows_of_activities_are_entries() -> None:
    text = f"{_KOREAN}## Activities & Awards\n\n| 기간 | 내용 |\n|---|---|\n| 2025.09 | 강변 해커톤 참가 |\n| 2025.02 ~ 07 | 들꽃 **백엔드 과정** 수료 |\n"
    assert titles(text, "other") == ["강변 해커톤 참가", "들꽃 백엔드 과정 수료"]


@pytest.mark.parametrize("section", [
    "## Interests\n\n- Chess\n- **Walks**\n- Maps of 2019\n", "## Activities\n\nI have written about tides since 2019.\n\nIn 2021 I held a talk.\n", "## Publications\n\n**Quist, M.** Tides of a harbour (2019)\n\n**Quist, M.** Sand (2018)\n",
    "## Activities\n\n- Chess club\n- Choir\n- Debating, where I learned to listen\n", "## Certificates\n\n- CKA (2022)\n- CCNA (2018)\n",
])
def test_interests_papers_and_prose_about_activities_are_none(section: str) -> None:
    assert titles(_ENGLISH + section, "other") == []


def test_rows_of_a_career_begin_with_their_periods_before_a_colon_or_behind_nothing() -> None:
    text = "# 소개\n\n안녕하세요. 백엔드 개발자 노을찬입니다.\n\n# Career\n\n- 2013.03 ~ 2019.02 : 단풍대학교 (졸업)\n- 2018.01 ~ 2018.07 : 국비교육 자바 과정 (수료)\n- 2020.03 ~ : 조약돌소프트 재직중 (담당 업무 : spring, react)\n"
    assert outlined(text) == [
        ("course", "2013.03 ~ 2019.02 : 단풍대학교 (졸업)"), ("course", "2018.01 ~ 2018.07 : 국비교육 자바 과정 (수료)"), ("job", "2020.03 ~ : 조약돌소프트 재직중 (담당 업무 : spring, react)"),
    ]


def test_what_began_and_goes_on_is_dated() -> None:
    text = "# Loam\n\n## Careers\n\n- 2015 ~ 2022 B.S. degree in electronics from Loam University.\n- 2019 ~ 2022 Tide lab\n- 2022 ~ Harbour lab\n\n## Skills\n\n- Python\n"
    assert outlined(text) == [("course", "2015 ~ 2022 B.S. degree in electronics from Loam University."), ("job", "2019 ~ 2022 Tide lab"), ("job", "2022 ~ Harbour lab")]


@pytest.mark.parametrize("line", ["기간: 2019.03 ~ 2020.01", "2019년 3월: 1200건", "2020 ~ 30", "예측 기간 : 2024.08.25 ~ 2024.08.31"])
def test_a_fact_with_a_period_begins_no_entry(line: str) -> None:
    text = f"{_KOREAN}- {line}\n- 전류를 줄였다.\n"
    assert titles(text, "job") == ["물결조명 (2019.03 ~ 현재)"]


@pytest.mark.parametrize(("line", "kind"), [("2013.10 ~ 2015.07 : 군대 (만기제대)", "other"), ("2013.10 - 2015.07 육군 병장 만기전역", "other"), ("2013.10 - 2015.07 육군 정보보호병 병장 만기 전역", "job"), ("2013.10 - 2015.07 국방부 군 복무 관리 시스템 개발자", "job")])
def test_military_service_among_the_jobs_is_none(line: str, kind: str) -> None:
    assert outlined(f"# 소개\n\n백엔드 개발자 노을찬입니다.\n\n# Career\n\n- {line}\n- 2020.03 ~ 2022.01 조약돌소프트\n") == [(kind, line), ("job", "2020.03 ~ 2022.01 조약돌소프트")]


_WEEKS = "\n\n0 ~ 3 주차\n\n- 파이썬 기초\n- 표와 그래프\n\n4 ~ 8 주차\n\n- 회귀 모델\n\n정리\n\n자갈 부트캠프를 마치며 얻은 소중한 배움\n\n1. 함께 배우면 더 멀리 간다.\n2. 모르는 것을 묻는 일이 먼저다.\n"


@pytest.mark.parametrize("line", ["자갈재단이 연 자갈 부트캠프 데이터 과정에 참여했습니다.", "자갈 아카데미 7기 (2024.01 - 2024.05)", "Data course of the Gravel Academy"])
def test_the_weeks_of_a_course_and_what_it_taught_are_parts_of_it(line: str) -> None:
    assert titles(f"{_KOREAN}## 교육\n\n{line}\n\n주차마다 배운 것은 다음과 같습니다.{_WEEKS}", "course") == [line]


def test_each_of_two_courses_keeps_its_weeks() -> None:
    courses = ["자갈 아카데미 7기 (2024.01 - 2024.05)", "물결 부트캠프 2기 (2024.07 - 2024.12)"]
    told = "".join(f"{course}\n\n- 매일 여덟 시간 배웠다.\n\n1주차\n\n- 파이썬 기초\n\n2주차\n\n- 회귀 모델\n\n" for course in courses)
    assert titles(f"{_KOREAN}## 교육\n\n{told}", "course") == courses


def test_weeks_below_no_name_stay() -> None:
    assert titles(f"{_KOREAN}## 교육{_WEEKS}", "course")[:2] == ["0 ~ 3 주차", "4 ~ 8 주차"]
