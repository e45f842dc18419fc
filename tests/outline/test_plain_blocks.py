"""Plain blocks: titles that are plain lines over bullets or a paragraph, and lines near them that are none."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.outline import Outline
from careerlint.readers import read_text


def outlined(text: str, name: str = "case.md") -> tuple[Outline, list[tuple[str, str]]]:
    """The outline of a document, and the kinds and titles of its entries."""
    document = read_text(text.encode(), name, Config().limits)
    outline = linter().outline(document, Config())
    return outline, [(entry.kind, document.words(entry.title) if entry.title is not None else "") for entry in outline.entries]


def entries(text: str) -> list[tuple[str, str]]:
    return outlined(text)[1]


_JOBS = "Tide clerk, Vell Works, Sorrel\n- Cut the error of the tables from 12 cm to 5 cm.\n\nBuoy engineer, Tern Harbour, Sorrel\n- Told of faults a day before.\n\n"
_PROSE = "Rope tester, Gull Mill, Weir\n\nTested four hundred ropes a month, and wrote the rules by which they are tested today.\n\n"
_KOREAN = "둑 지도 - 전국 둑의 지도\n- 둑 300개를 그렸다.\n\n물때 종 - 물때에 울리는 종\n- 하루 네 번 울린다.\n\n조명 시험대\n\n조명 마흔 개를 만 번 켜고 끄며, 어느 것이 먼저 고장 나는지 적는다.\n\n"
_LIFE = "## Education\n\nGull College, 2008 - 2012\n"


def test_plain_lines_in_one_form_are_jobs() -> None:
    found = entries(f"# Ada Lind\n\n## Experience\n\n{_JOBS}{_PROSE}{_LIFE}")
    assert found[:-1] == [("job", "Tide clerk, Vell Works, Sorrel"), ("job", "Buoy engineer, Tern Harbour, Sorrel"), ("job", "Rope tester, Gull Mill, Weir")]


def test_plain_lines_in_korean_are_works() -> None:
    found = entries(f"# 도하늘 이력서\n\n## 프로젝트\n\n{_KOREAN}## 학력\n\n가온대학교 (2008 - 2012)\n")
    assert [title.split(" - ")[0] for kind, title in found if kind == "project"] == ["둑 지도", "물때 종", "조명 시험대"]


def test_the_parts_of_one_job_are_none() -> None:
    text = f"# Ada Lind\n\n## Experience\n\nI have worked with water for ten years.\n\nResponsibilities\n- Cut the error.\n\nTools\n- Python\n\nResults\n- Fewer faults.\n\n{_LIFE}"
    assert entries(text)[:-1] == [("job", "")]


_HISTORY = (
    "Vell Ltd\n\nTide tables\n- Cut the error from 12 cm to 5 cm.\n\nBuoy map\n- Told of faults a day before.\n\n"
    "Tern Harbour\n\nRope tests\n\nTested four hundred ropes a month, and wrote the rules by which they are tested today.\n\n"
)


@pytest.mark.parametrize("name", ["experience.md", "work_experience.md", "Employment-History.md", "02_jobs.md", "employment.md", "Ada-Lind-career.md", "ada-lind-career.md", "Ada-Lind-experience.md", "경력.md", "도하늘_경력.md", "주요-이력.md"])
@pytest.mark.parametrize("end", ["", "Education\n"])
def test_a_file_of_jobs_without_headings_is_a_history(name: str, end: str) -> None:
    outline, found = outlined(_HISTORY + end, name)
    assert outline.kind == "career"
    assert [title for _, title in found] == ["Tide tables", "Buoy map", "Rope tests"]


@pytest.mark.parametrize("part", ["What I did", "Takeaways", "Results", "Challenges", "회고"])
def test_parts_inside_the_jobs_of_a_file_make_no_other_kind_of_it(part: str) -> None:
    job = "## {0}\n*Engineer | 2019 - 2021*\n- Cut the error of the tide table\n\n#### {1}\n- The buoy comes before its map\n\n"
    text = "# Work experience\n\n" + job.format("Vell Ltd", part) + job.format("Tern Harbour", part)
    assert outlined(text, "work-experience.md")[0].kind == "career"
    assert outlined(f"{text}## Education\n\nGull College, 2012 - 2016\n", "work-experience.md")[0].kind == "resume"


@pytest.mark.parametrize("name", ["user-experience.md", "guest-experience.md", "shopping-experience.md", "night-museum-experience.md", "nightly-batch-jobs.md", "seoul-youth-employment.md", "stations.md", "work.md", "appointments.md", "companies.md", "teaching.md", "leadership.md", "README.md"])
def test_other_files_are_none(name: str) -> None:
    assert outlined(_HISTORY, name)[0].kind != "career"


def test_a_page_of_jobs_told_work_by_work_is_a_history() -> None:
    job = "### {}\n\n#### {}\n- Cut the error from 12 cm to 5 cm.\n\n#### {}\n- Told of faults a day before.\n\n"
    jobs = job.format("물결기계 (2019.03 – 현재)", "조석 예측", "부표 추적") + job.format("갈매기항만 (2015.01 – 2019.02)", "밧줄 시험", "물때 종")
    posts = job.format("Vell Works (2019 – now)", "Senior engineer", "Engineer")
    assert outlined(f"# 도하늘\n\n## 경력\n\n{jobs}")[0].kind == "career"
    assert outlined(f"# 도하늘\n\nharbour@lind.example\n\n## 경력\n\n{jobs}")[0].kind == "resume"
    assert outlined(f"# Ada Lind\n\n## Experience\n\n{posts}")[0].kind == "resume"


@pytest.mark.parametrize(("label", "other"), [("Portfolio Project", "Coming Soon"), ("Project", "planned"), ("프로젝트", "예정"), ("개인 프로젝트", "개발 예정")])
def test_numbered_lines_that_end_in_a_colon_are_works(label: str, other: str) -> None:
    text = (
        f"# My portfolio\n\n{label} 1 - Weir gauges in the Tableau program:\n - Read 300 gauges a day.\n\n{label} 2 - Tides, and the harbour they fill, in SQL:\n - Cut the error to 5 cm.\n\n"
        f"{label} 3 - Scraping the prices of ropes ({other})\n"
    )
    assert [title.split(" - ")[0] for _, title in entries(text)] == [f"{label} 1", f"{label} 2"]


@pytest.mark.parametrize("drawn", ["." * 60, "─" * 20])
def test_a_name_above_a_drawn_line_is_a_heading(drawn: str) -> None:
    text = (
        f"WORK EXPERIENCE\n{drawn}\n\n* 4 years as tide clerk at Vell Works from 2015 to 2019\n* 3 years as buoy engineer at Tern Harbour from 2012 to 2015\n\n"
        f"TEN YEARS OF PROGRAMS\n(more below)\n{drawn}\n\n1. Languages\n\n* Python\n* SQL\n\n2. Environment\n\n* Linux\n* Emacs\n\nEDUCATION\n{drawn}\n\nGull College, 2008 - 2012\n"
    )
    outline, found = outlined(text)
    assert [section.heading for section in outline.sections[1:]] == ["WORK EXPERIENCE", "TEN YEARS OF PROGRAMS", "EDUCATION"]
    assert [kind for kind, _ in found] == ["job", "job", "course"]


@pytest.mark.parametrize("skills", [
    "1. Languages\n\n* Python\n* SQL\n\n2. Environment\n\n* Linux\n* Emacs\n",
    "Source control\n\n* Git, Mercurial\n\nWorking environment\n\n* Linux, Emacs\n",
])
def test_lists_of_names_below_jobs_are_none(skills: str) -> None:
    text = f"# Ada Lind\n\n## Work experience\n\n* Tide clerk at Vell Works from 2015 to 2019\n* Buoy engineer at Tern Harbour from 2012 to 2015\n\n{skills}\n{_LIFE}"
    assert [title.split(" at ")[0] for kind, title in entries(text) if kind == "job"] == ["Tide clerk", "Buoy engineer"]


@pytest.mark.parametrize("told", ["- Counted parcels\n- Wrote the page\n", "- Served guests, and kept the books of the house\n"])
def test_a_job_without_a_period_among_others_is_one_where_it_tells(told: str) -> None:
    text = f"# Ada Lind\n\n## Work experience\n\nTide clerk, Vell Ltd (2015 - 2019)\n- Cut the error of the tables.\n\n**Waiter, Gull House**\n{told}\n{_LIFE}"
    assert [title.split(",")[0] for kind, title in entries(text) if kind == "job"] == ["Tide clerk", "Waiter"]


def test_a_label_with_names_behind_it_is_no_job() -> None:
    text = f"# Ada Lind\n\n## Work experience\n\n- **Programming languages:** Python, SQL, R\n- **Source code management:** Git, SVN\n- **Working environment:** Linux, Emacs\n\n{_LIFE}"
    assert [title for kind, title in entries(text) if kind == "job" and title] == []


def test_korean_names_below_a_job_are_none() -> None:
    text = "# 이력서\n\n## 경력\n\n물결기계 (2015.03 ~ 2019.02)\n- 조석표를 맡아 오차를 절반으로 줄였다.\n\n개발 환경\n- Linux, Docker\n\n형상 관리\n- Git, SVN\n\n## 학력\n\n가온대학교 (2008 - 2012)\n"
    assert [title for kind, title in entries(text) if kind == "job"] == ["물결기계 (2015.03 ~ 2019.02)"]


def test_facts_about_a_person_are_no_job() -> None:
    text = "## 경력기술서\n\n**이름:** 도하늘  \n**소속:** 물결기계 (2018.04 ~ 현재, 9년차)  \n**GitHub:** https://example.org/haneul  \n**블로그:** https://example.org/blog\n\n### 주요 프로젝트\n\n#### 1. 둑 지도\n\n- 둑 300개를 그렸다.\n\n#### 2. 물때 종\n\n- 하루 네 번 울린다.\n"
    assert [title for _, title in entries(text)] == ["1. 둑 지도", "2. 물때 종"]


_DATED_WORKS = (
    "Tide map (Aug 2025) – Python, Gradio\nDraws the tides of a bay from forty gauges.\n\nBuoy bells (Jul – Aug 2025) – Rust\n{long}\n\n"
    "Gull: a map of rope walks (Aug 2024 – Mar 2025) – Hackathon\nFinds the shortest of them. 3rd place.\n\nRope tests (Design) (Sep 2024) – Figma\nA page for the people who test ropes.\n\n"
)
_DATED_TITLES = ["Tide map", "Buoy bells", "Gull: a map of rope walks", "Rope tests (Design)"]
_LONG = "Rings when the water comes, when it goes, and whenever somebody asks for it; told of faults in the gauges a day before anybody had looked at them."


@pytest.mark.parametrize("name", ["case.md", "case.txt"])
def test_names_with_their_years_in_brackets_are_a_work_each(name: str) -> None:
    _, found = outlined(f"Ada Lind\n\nWork Experience\n\nTide clerk, Vell Works\n2019 - 2022\n\nCut the error of the tables.\n\nKey Projects\n\n{_DATED_WORKS.format(long=_LONG)}Certifications\n\nTide tables, Gull College\n", name)
    assert [title.split(" (2")[0].rsplit(" (", 1)[0] for kind, title in found if kind != "job"] == _DATED_TITLES


def test_names_with_their_years_in_korean_are_a_work_each() -> None:
    found = entries("# 도하늘 이력서\n\n## 프로젝트\n\n둑 지도 (2023.03 ~ 2023.06) - Python\n전국의 둑을 그렸다.\n\n물때 종 (2024년 5월) - Rust\n하루 네 번 울린다.\n\n## 학력\n\n가온대학교 (2008 - 2012)\n")
    assert [title.split(" (")[0] for kind, title in found if kind == "project"] == ["둑 지도", "물때 종"]


def test_a_paragraph_without_years_is_told_of_the_work_above() -> None:
    found = entries(f"# Ada Lind\n\n## Projects\n\nTide map (2024 – 2025) – Python\nDraws the tides of a bay.\n\nThe gauges came from the harbour.\nNobody had read them before.\n\n{_LIFE}")
    assert [title for kind, title in found if kind == "project"] == ["Tide map (2024 – 2025) – Python"]


def test_a_degree_ends_where_a_row_announces_what_follows() -> None:
    outline, found = outlined(
        "Summary\nI have worked with water for ten years.\n\nEducation\nB.Sc. Hydrology, Gull College (2008 – 2012)\n\nSkills\nProgramming & Core\n\nPython, SQL\n\nWork Experience\n\n"
        "Tide clerk, Vell Works\n2019 - 2022\n\nCut the error of the tables.\n\nAchievements\nRows of the harbour, 3rd place (2020)\n"
    )
    degree = next(entry for entry in outline.entries if entry.kind == "course")
    assert degree.span == degree.title
    assert [section.kind for section in outline.sections if section.heading in ("Summary", "Education", "Skills")] == ["summary", "education", "skills"]
    assert found[0] == ("course", "B.Sc. Hydrology, Gull College (2008 – 2012)")
