"""Single questions of the outline: headings, labels, wrapped lines, dates, sentences, tables and merged documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from vocabulary_files import heading_vocabulary

from careerlint.dates import has_date, has_date_range
from careerlint.model.document import Document
from careerlint.model.outline import Outline
from careerlint.outline import outline_document
from careerlint.outline.vocabulary import heading_words
from careerlint.readers import read

VOCABULARY = heading_vocabulary()
Outlined = Callable[..., tuple[Document, Outline]]


def by_full_stop(texts: list[str]) -> list[list[tuple[int, int]]]:
    """Stands in for the Korean analyser: a sentence ends behind "다."."""
    found = []
    for text in texts:
        ranges, start = [], 0
        while (end := text.find("다. ", start)) >= 0:
            ranges.append((start, end + 2))
            start = end + 3
        found.append([*ranges, (start, len(text))])
    return found


@pytest.fixture
def outlined(tmp_path: Path) -> Outlined:
    """Outlines a text as the file `name`."""

    def outline(text: str, name: str = "note.md") -> tuple[Document, Outline]:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        document = read(path)
        return document, outline_document(document, VOCABULARY, by_full_stop)

    return outline


@pytest.mark.parametrize(
    ("heading", "words"),
    [("🚀 1. 프로젝트 개요", "프로젝트 개요"), ("■ 결 과 :", "결과"), ("[2] 데이터", "데이터"), ("Step 3. Model", "Model"), ("Step 12 Results", "Results"), ("Step 21 Results", "Results"), ("3.21 Results", "Results"), ("30 days of code", "30 days of code"), (":rocket: Ⅱ. 배경", "배경"), ("【역할】", "역할")],
)
def test_headings_lose_their_decoration(heading: str, words: str) -> None:
    assert heading_words(heading) == words


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("프로필 (Profile)", "summary"), ("Skills / 기술 스택", "skills"), ("목적 및 배경", "goal"), ("## 문제 해결", "troubleshooting"), ("외국어 Languages", "languages"),
        ("데이터 수집 자동화 서비스", None), ("결과를 바꾼 한 줄", None), ("Experience", "experience"),
        ("Languages & Tools", "skills"), ("Languages", "languages"), ("SW 역량", "skills"), ("Tech Stack Matrix", "skills"), ("현재 문제점", "limits"),
    ],
)
def test_headings_announce_by_the_whole_heading(heading: str, kind: str | None) -> None:
    assert VOCABULARY.kind_of(heading) == kind


def test_the_last_word_tells_only_where_asked() -> None:
    assert VOCABULARY.kind_of("YOLO 학습 곡선 결과") is None
    assert VOCABULARY.kind_by_last_word("YOLO 학습 곡선 결과") == "result"
    assert VOCABULARY.kind_by_last_word("결과") is None


@pytest.mark.parametrize("text", ["2023.03 ~ 2023.06", "Jan 2020 - Present", "2021년 3월 ~ 현재", "'22.03 ~ '22.09", "2019 – 2021", "03/2021 – Present"])
def test_periods(text: str) -> None:
    assert has_date_range(f"팀 {text}")


@pytest.mark.parametrize("text", ["정확도 0.71 - 0.83", "3 - 5명", "버전 2.1 ~ 2.4", "10-12 epoch", "오차 41분에서 26분"])
def test_other_ranges_are_no_periods(text: str) -> None:
    assert not has_date_range(text)


def test_a_date_at_the_end_of_a_title() -> None:
    assert has_date("사내 공모전 (2022.11)")
    assert not has_date("모델 4.2")


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        ("- 원인: 라벨이 밀렸다", "원인", "라벨이 밀렸다"), ("- [해결] 라벨을 다시 맞췄다", "해결", "라벨을 다시 맞췄다"), ("- **결과** : 오차가 줄었다", "결과", "오차가 줄었다"),
        ("- 주소는 https://example.com 이다", "", "주소는 https://example.com 이다"),
    ],
)
def test_labels(outlined: Outlined, line: str, label: str, rest: str) -> None:
    document, outline = outlined(f"# 제목\n\n{line}\n")
    statement = outline.statements[-1]
    assert (statement.label, document.words(statement.span)) == (label, rest)


def test_a_short_line_that_ends_in_a_joining_word_goes_on(outlined: Outlined) -> None:
    document, outline = outlined("# Gate\n\n- Contributions to\n  [HAProxy](https://code.example.org/x) and Envoy\n- Port of\n  Hull\n")
    assert [document.words(statement.span) for statement in outline.statements] == ["Contributions to\nHAProxy and Envoy", "Port of\nHull"]


def test_wrapped_prose_is_one_statement_and_short_lines_are_two(outlined: Outlined) -> None:
    wrapped = "The nightly load compared every meter with its two nearest\nneighbours before anything was written to the table."
    document, outline = outlined(f"# Meter Check\n\n{wrapped}\n\n기록을 모았다\n표를 만들었다\n")
    assert [document.words(statement.span) for statement in outline.statements] == [wrapped, "기록을 모았다", "표를 만들었다"]


def test_english_sentences(outlined: Outlined) -> None:
    document, outline = outlined("# Notes\n\nWe used e.g. Random Forest v2.1 for this. Dr. Lee checked it. The error fell to 0.31.\n")
    assert [document.words(statement.span) for statement in outline.statements] == [
        "We used e.g. Random Forest v2.1 for this.", "Dr. Lee checked it.", "The error fell to 0.31.",
    ]


def test_sub_bullets_know_their_parent(outlined: Outlined) -> None:
    document, outline = outlined("# 정리\n\n- 기록이 비었다. 그래서 원인을 찾았다.\n  - 센서가 꺼져 있었다\n- 표를 고쳤다\n")
    texts = [document.words(statement.span) for statement in outline.statements]
    parents = {text: statement.parent for text, statement in zip(texts, outline.statements, strict=True)}
    assert parents["센서가 꺼져 있었다"] in (texts.index("기록이 비었다."), texts.index("그래서 원인을 찾았다."))
    assert parents["표를 고쳤다"] == -1


def test_key_value_tables_give_labelled_cells(outlined: Outlined) -> None:
    document, outline = outlined("# 정리\n\n| 항목 | 내용 |\n|---|---|\n| 문제 | 야간 기록이 자주 비어 있었다 |\n| 해결 | 전원 설정을 바꾸어 밤에도 켜 두었다 |\n")
    cells = {statement.label: document.words(statement.span) for statement in outline.statements if statement.form == "cell"}
    assert cells["문제"] == "야간 기록이 자주 비어 있었다"
    assert cells["해결"] == "전원 설정을 바꾸어 밤에도 켜 두었다"


def test_tables_of_people_are_read_by_column(outlined: Outlined) -> None:
    document, outline = outlined("# 정리\n\n| 김하늘 | 이도윤 |\n|---|---|\n| 수집 도구 제작 | 모델 학습 |\n| 발표 | 오류 분석 |\n")
    by_person: dict[str, list[str]] = {}
    for statement in outline.statements:
        if not statement.head:
            by_person.setdefault(statement.context[-1], []).append(document.words(statement.span))
    assert by_person == {"김하늘": ["수집 도구 제작", "발표"], "이도윤": ["모델 학습", "오류 분석"]}


def test_rows_of_other_tables_are_one_statement(outlined: Outlined) -> None:
    document, outline = outlined("# 정리\n\n| 모델 | 점수 | 비고 |\n|---|---|---|\n| 선형 | 0.61 | 기준 |\n| 트리 | 0.72 | 채택 |\n")
    rows = [statement for statement in outline.statements if statement.form == "row" and not statement.head]
    assert [document.words(row.span).split() for row in rows] == [["선형", "0.61", "기준"], ["트리", "0.72", "채택"]]
    assert rows[0].context[-3:] == ("모델", "점수", "비고")


def test_rows_of_a_typed_table_are_no_headings(outlined: Outlined) -> None:
    _, outline = outlined("이력\n\n기술\n\n분야 | 내용\n언어 | Python, SQL\n도구 | Docker\n\n수상\n\n- 대회 2위\n", "note.txt")
    assert [section.kind for section in outline.sections][-2:] == ["skills", "awards"]


def test_a_merged_document_has_parts(outlined: Outlined) -> None:
    resume = "# 이력서\n\n## 경력\n\n### 가람전자\n2020.01 ~ 2022.03\n\n- 검사 시간을 줄였습니다.\n\n## 학력\n\n- OO대학교 졸업\n\n"
    letter = "# 자기소개서\n\n## 지원 동기\n\n기록을 읽는 일이 좋아 지원했습니다.\n\n## 입사 후 포부\n\n첫해에는 기록부터 고치겠습니다.\n"
    _, outline = outlined(resume + letter)
    assert [part.kind for part in outline.parts] == ["resume", "cover-letter"]
    assert [entry.kind for entry in outline.entries] == ["job", "course", "answer", "answer"]
    assert outline.kind_of(outline.statements[-1]) == "cover-letter"


def test_a_letter_after_an_untitled_resume_is_a_part(outlined: Outlined) -> None:
    resume = "# 김하늘\n\n## 경력\n\n### 가람전자\n2020.01 ~ 2022.03\n\n- 검사 시간을 줄였습니다.\n\n## 학력\n\n- OO대학교 졸업\n\n## 기술\n\n- SQL\n\n"
    letter = "# 자기소개서\n\n## 지원 동기\n\n기록을 읽는 일이 좋아 지원했습니다.\n\n## 입사 후 포부\n\n첫해에는 기록부터 고치겠습니다.\n"
    _, outline = outlined(resume + letter)
    assert [part.kind for part in outline.parts] == ["resume", "cover-letter"]


def test_parts_of_a_project_are_no_entries(outlined: Outlined) -> None:
    text = "# 홍길동 이력서\n\n## 프로젝트\n\n### 물류 지도\n\n#### 문제 정의\n\n- 길이 막혔다\n\n#### 회고\n\n- 더 일찍 물어볼 것\n\n## 학력\n\n- OO대학교\n"
    document, outline = outlined(text)
    assert [document.words(entry.title) for entry in outline.entries if entry.title] == ["물류 지도", "OO대학교"]
    assert outline.section_kinds(outline.statements[0])[0] == "goal"


def test_an_answer_is_no_prompt(outlined: Outlined) -> None:
    text = "## 1. 지원 동기를 500자 이내로 기술해 주세요.\n\n기록을 읽는 일이 좋아 지원했습니다.\n\n## 2. 실패한 경험을 기술해 주세요. (500자 이내)\n\n첫 예측은 장마철에 틀렸습니다.\n"
    document, outline = outlined(text)
    asked = {document.words(statement.span): outline.section_kinds(statement) for statement in outline.statements}
    assert asked["첫 예측은 장마철에 틀렸습니다."] == ("letter",)
    assert asked["1. 지원 동기를 500자 이내로 기술해 주세요."] == ("prompt",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("## What is your greatest weakness?\n\nI check too often, so I now write down what to check.\n", "cover-letter"),
        ("To whom it may concern,\n\nI kept the tide records of a harbour for four years.\n", "cover-letter"),
        ("To the hiring team\n\nI kept the tide records of a harbour for four years.\n\nSincerely\nMina Cole\n", "cover-letter"),
        ("# Employment history\n## Analyst, Rye Bank (2018 - 2021)\n- Counted calls.\n", "career"),
        ("# Mina Cole\n## Experience\n### Analyst, Rye Bank\n- Counted calls.\n", "resume"),
        ("# Sorter\n## Experiment 1\n### Method\n- Mean.\n### Result\n- 0.7\n## Experiment 2\n### Method\n- Net.\n### Result\n- 0.8\n", "project"),
        ("# Things I built\n## Tide Clock\nStack: C\nProof: runs for a year\n## Rain Map\nStack: R\nProof: used by a school\n", "portfolio"),
        ("# rain-map\n\nDraws rain.\n\n## How it works\n\nThe radar is read every minute.\n\n## Licence\n\nMIT\n", "project"),
        ("# 바다윤 — 디자인 엔지니어\n\n## 글꼴 도구\n- 글꼴 크기를 줄임\n- 이름표 74개\n\n## 컴포넌트 표본\n- 예제 74개 작성\n- 이름을 통일\n", "portfolio"),
        ("# 하준의 작업들\n\n## 문양 생성\n\n문양 1,900장으로 학습했다.\n\n## 전세가 예측\n\n실거래가로 학습했다.\n", "portfolio"),
        ("# 장독대 기록기\n\n된장 온도를 잰다.\n\n## 설치\n\n`make flash`\n\n## 연락\n\n- 만든 사람: 배한결\n- 전화: 010-7731-5520\n", "project"),
    ],
)
def test_kinds(outlined: Outlined, text: str, kind: str) -> None:
    assert outlined(text)[1].kind == kind


def test_inside_a_project_training_is_no_course(outlined: Outlined) -> None:
    _, outline = outlined("# Leaf Finder\n\n## Summary\n\nFinds leaves.\n\n## Training\n\n- Ten epochs.\n\n## Results\n\n- 0.91\n")
    assert [section.kind for section in outline.sections[2:]] == ["overview", "method", "result"]


def test_a_job_with_projects_has_them_as_entries(outlined: Outlined) -> None:
    job = "### 가람전자\n2020.01 ~ 현재 / 분석가\n#### 불량 예측\n2021.01 ~ 2021.06\n- 불량을 줄였다\n#### 수율 지도\n2020.03 ~ 2020.09\n- 지도를 그렸다\n"
    document, outline = outlined(f"# 김하늘\n\n## 경력\n{job}\n## 학력\n- OO대학교\n")
    assert [document.words(entry.title) for entry in outline.entries if entry.title] == ["불량 예측", "수율 지도", "OO대학교"]


@pytest.mark.parametrize("name", ["프로젝트명", "작품명", "서비스명"])
def test_a_column_that_is_called_after_works_names_them(outlined: Outlined, name: str) -> None:
    document, outline = outlined(f"# 포트폴리오\n\n## 프로젝트 목록\n\n| 번호 | {name} | 역할 |\n|---|---|---|\n| 1 | 물길 지도 | 수집 |\n| 2 | 소음 지도 | 분석 |\n")
    assert [document.words(entry.title) for entry in outline.entries if entry.title] == ["물길 지도", "소음 지도"]


def test_the_header_of_a_list_of_projects_is_no_form(outlined: Outlined) -> None:
    rows = "| 프로젝트명 | 기간 | 역할 | 결과 |\n|---|---|---|---|\n| 물길 지도 | 2023.01 ~ 2023.04 | 수집 | 품목 210개 |\n| 소음 지도 | 2022.05 ~ 2022.09 | 분석 | 거리 8곳 |\n"
    document, outline = outlined(f"# 포트폴리오\n\n## 프로젝트 목록\n\n{rows}")
    assert [document.words(entry.title) for entry in outline.entries if entry.title] == ["물길 지도", "소음 지도"]


def test_the_kind_can_be_given(outlined: Outlined, tmp_path: Path) -> None:
    document, outline = outlined("# 새 소식\n\n- 표를 고쳤다\n")
    assert outline.kind == "project"
    assert outline_document(document, VOCABULARY, by_full_stop, kind="resume").kind == "resume"


def test_an_empty_text_has_an_outline(outlined: Outlined) -> None:
    _, outline = outlined("제목\n", "note.txt")
    assert outline.parts
    assert outline.language in ("", "ko")


def test_the_name_of_a_logo_is_no_title(outlined: Outlined) -> None:
    text = "# Ana Ruiz\n\n## Experience\n\nQuay Company logo\n\nEngineer · Mar 2019 - May 2021\n\n- Built a loader\n"
    document, outline = outlined(text)
    assert not any("logo" in document.words(statement.span) for statement in outline.statements)
    document, outline = outlined("# Ana\n\nDesigned a new logo\n")
    assert [document.words(statement.span) for statement in outline.statements] == ["Designed a new logo"]


def test_an_entry_is_named_by_its_heading_and_not_by_the_date_below(outlined: Outlined) -> None:
    document, outline = outlined("# Ana Ruiz CV\n\n## Drawing tool\n\nSept 2021\n\n- Built the loader\n- Wrote its tests\n\n## Second tool\n\nJune 2020\n\n- Built the screen\n")
    assert "Sept 2021" not in [document.words(entry.title) for entry in outline.entries if entry.title]


@pytest.mark.parametrize("above", ["", "## Projects\n\n"])
def test_numbered_projects_beside_other_sections_are_entries(outlined: Outlined, above: str) -> None:
    text = (
        f"# Portfolio of Ada\n\nA line about me.\n\n{above}## Project 1: Ferry alerts\n\n- Drew a map.\n\n## Project 2: Recipes\n\n- Sorted food.\n\n"
        "## Competitions\n\n### House prices\n\n- Place 4 of 90\n\n## Publications\n\n- None yet\n\n## Skills\n\n- Python\n\n## Contact\n\n- ada@example.org\n"
    )
    document, outline = outlined(text)
    titles = [document.words(entry.title) for entry in outline.entries if entry.title is not None]
    assert outline.kind == "portfolio"
    assert titles == ["Project 1: Ferry alerts", "Project 2: Recipes", "House prices"]


def test_numbered_lines_above_paragraphs_are_projects(outlined: Outlined) -> None:
    text = "# 포트폴리오\n\n## 프로젝트\n\n1. 창고 지도\n\nRole: 백엔드\nPeriod: 2024.04 ~ 2024.06\n\n선반 위치를 표로 옮겼습니다.\n\n2. 대여 알림\n\nPeriod: 2024.08 ~ 2024.09\n\n반납일 전날 문자를 보냈습니다.\n"
    document, outline = outlined(text)
    assert [document.words(entry.title) for entry in outline.entries if entry.title] == ["창고 지도", "대여 알림"]


def test_headings_that_only_group_hold_the_projects_of_a_portfolio(outlined: Outlined) -> None:
    text = (
        "# Data science portfolio of Mira Sand\n\n## Regression problems\n\n### Prices of boats\n\n- Compared three models by cross-validation.\n\n"
        "### Ferry delays\n\n- Counted delays of two years.\n\n## Classification problems\n\n### Bird calls\n\n- Labelled 900 calls by hand.\n"
    )
    document, outline = outlined(text)
    assert [document.words(entry.title) for entry in outline.entries if entry.title] == ["Prices of boats", "Ferry delays", "Bird calls"]


def test_a_heading_that_is_only_a_period_names_no_job(outlined: Outlined) -> None:
    document, outline = outlined("# 한결\n\n## 경력\n\n### 나루상사\n\n#### 2020.09. ~ 2021.02. (6개월)\n\n* 재고 표를 자동으로 만들었다.\n\n### 가온물산\n\n#### 2021.03 ~ 현재\n\n* 배차 화면을 만들었다.\n")
    assert [document.words(entry.title) for entry in outline.entries if entry.title] == ["나루상사", "가온물산"]


def _titles(outlined: Outlined, text: str) -> list[str]:
    document, outline = outlined(text)
    return [document.words(entry.title) if entry.title else "" for entry in outline.entries]


def test_jobs_under_dated_headings_below_a_name(outlined: Outlined) -> None:
    text = "# Career description: Ada Lind\n\n## Water works, network (2016 – 2024)\n- Found 37 leaks\n\n### Teaching\n- Mentor of eleven students\n\n## Drains, technician (2012 – 2016)\n- Filmed 30 km\n\n## Education\n- BSc, 2012\n"
    assert _titles(outlined, text)[:2] == ["Water works, network (2016 – 2024)", "Drains, technician (2012 – 2016)"]


def test_what_stands_behind_numbered_works_is_none(outlined: Outlined) -> None:
    text = "# 포트폴리오\n\n## 1. 열람실 자리\n- 자리를 세었다.\n\n## 2. 배달 반경\n- 주소를 올렸다.\n\n## 고마운 이웃\n사장님께 감사드린다.\n"
    assert _titles(outlined, text) == ["1. 열람실 자리", "2. 배달 반경"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("From March 2017 to present: Researcher", "Summer 2016: Visiting student"), ("2019-2020: Working student", "2016-2017: Intern"),
        ("2021.03 ~ 2022.02: 가온물산", "2019.01 ~ 2020.12: 나루상사"), ("Since 2018: Head of data", "2015: Trainee"),
    ],
)
def test_bullets_that_open_with_their_period_are_jobs(outlined: Outlined, first: str, second: str) -> None:
    text = f"# Ada Lind\n\n## Education\n\n- BSc, 2014\n\n## Work experience\n\n* {first}\n  * Built the loader\n  * Wrote its tests\n\n* {second}\n  * Counted parcels\n"
    assert _titles(outlined, text)[-2:] == [first, second]


def test_dated_facts_of_one_job_are_no_jobs(outlined: Outlined) -> None:
    text = "# Ada Lind\n\n## Experience\n\n- 2020: built the loader\n- 2021: wrote its tests\n\n## Education\n\n- BSc, 2014\n"
    assert "2020: built the loader" not in _titles(outlined, text)


def test_what_i_built_below_a_title_is_a_part(outlined: Outlined) -> None:
    text = "# Media tracker\n\nA page for films.\n\n## What I built\n\n- A search\n\n## Getting it running\n\n### What you need\n\n- Node\n\n### Steps\n\n- Start it\n\n## If I did it again\n\n- Write tests first\n"
    _, outline = outlined(text, "README.md")
    assert outline.kind == "project"
    assert len(outline.entries) == 1


def test_a_linked_heading_among_linked_projects_is_one(outlined: Outlined) -> None:
    text = (
        "## Data portfolio\n\n### Projects\n\n#### [Clinic visits](https://example.org/a)\n\n- Counted visits.\n\n#### [Words of reviews](https://example.org/b)\n\n- Sorted words.\n\n"
        "#### [Exploratory Data Analysis](https://example.org/c)\n\n- Drew ages.\n"
    )
    assert _titles(outlined, text) == ["Clinic visits", "Words of reviews", "Exploratory Data Analysis"]
    plain = text.replace("[Exploratory Data Analysis](https://example.org/c)", "Exploratory Data Analysis")
    assert _titles(outlined, plain) == ["Clinic visits", "Words of reviews"]


def test_a_dated_heading_among_dated_projects_is_one(outlined: Outlined) -> None:
    text = "# 김하나 이력서\n\n## 프로젝트\n\n### 물류 지도 (2023.01 ~ 2023.03)\n- 지도를 그렸다.\n\n### 좌석 알림 (2023.04 ~ 2023.06)\n- 알림을 보냈다.\n\n### 데이터 분석 (2023.07 ~ 2023.09)\n- 표를 만들었다.\n"
    assert len(_titles(outlined, text)) == 3


def test_jobs_as_headings_of_a_list_in_html(outlined: Outlined) -> None:
    text = (
        "<h1>Resume</h1>\n<h2>Professional & Academic Experience</h2>\n<ul>\n<li>\n<h3>Researcher</h3>\n<p>Period: April 2024 - Present</p>\n<p>Built a package for growth curves.</p>\n</li>\n"
        "<li>\n<h3>Consultant</h3>\n<p>Period: May 2022 - March 2023</p>\n<p>Counted answers of 300 people.</p>\n</li>\n</ul>\n<h2>Educational Background</h2>\n<ul><li><h3>MSc</h3><p>2020 - 2022</p></li></ul>\n"
    )
    document, outline = outlined(text)
    assert [document.words(entry.title) for entry in outline.entries if entry.title and entry.kind == "job"] == ["Researcher", "Consultant"]


def test_works_may_stand_beside_the_title_of_a_portfolio(outlined: Outlined) -> None:
    work = "# {0}. {1}\n\n## {0}.1. 프로젝트 개요\n\n- 기간: 2024.01 ~ 2024.03\n\n## {0}.2. 기획 배경\n\n창고가 멀었다.\n\n"
    text = "# 포트폴리오 - 원하나\n\n> 2024.01 ~ 2025.01에 한 일을 적은 문서입니다.\n\n" + work.format(1, "RentHub") + work.format(2, "여행 지도") + work.format(3, "가격 예측")
    _, outline = outlined(text)
    assert outline.kind == "portfolio"
    assert _titles(outlined, text) == ["1. RentHub", "2. 여행 지도", "3. 가격 예측"]


@pytest.mark.parametrize("days", [("개발 1일차", "개발 2일차", "개발 3-4일차 (2022-02-18)"), ("실습 1주차", "실습 2주차", "실습 3주차")])
def test_days_of_a_log_are_one_project(outlined: Outlined, days: tuple[str, ...]) -> None:
    text = "# 그림 생성 일지\n\n한 달 동안 했다.\n\n" + "".join(f"# {day}\n\n## 모델 구상\n\n- 층을 줄였다.\n\n## 실험 결과\n\n- 흐렸다.\n\n" for day in days)
    _, outline = outlined(text)
    assert outline.kind == "project"
    assert len(outline.entries) == 1


def test_reasons_for_leaving_and_strengths_are_no_jobs(outlined: Outlined) -> None:
    text = "# 경력기술서\n\n## 1. 가온정보\n\n**재직기간** 2021년 7월 ~ 재직 중\n\n### 주요 업무내용\n\n예약 화면을 만들었습니다.\n\n## 2. 나루소프트\n\n**재직기간** 2018년 5월 ~ 2021년 4월\n\n### 주요 업무내용\n\n전표를 옮겼습니다.\n\n## 3. 업무상 강점\n\n맞추는 일을 잘합니다.\n\n## 4. 이직 사유\n\n더 큰 서비스를 맡고 싶습니다.\n"
    assert _titles(outlined, text) == ["1. 가온정보", "2. 나루소프트"]


def test_groups_of_patents_are_no_entries(outlined: Outlined) -> None:
    text = "# 문하나 이력서\n\n## 경력\n\n### 가온로봇 (2020 ~ 2023)\n- 로봇 팔을 설계했다.\n\n## 특허\n\n### 한국 특허\n- 밧줄 보호 장치\n- 벽 청소 장치\n"
    assert _titles(outlined, text) == ["가온로봇 (2020 ~ 2023)"]


def test_under_awards_and_others_only_awards_are_competitions(outlined: Outlined) -> None:
    text = "# 김하나\n\n## 교육\n\n### 가온대학교\n\n> 기간: 2019.03 - 2023.02\n\n전산을 배웠다.\n\n## 수상 및 기타\n\n### 2022.09 - 문서 오류 수정\n\n- 설명을 고쳤다\n\n### 2022.12 - 물류 해커톤\n\n- 2위\n"
    document, outline = outlined(text)
    kinds = {document.words(entry.title): entry.kind for entry in outline.entries if entry.title}
    assert kinds["2022.09 - 문서 오류 수정"] == "other"
    assert kinds["2022.12 - 물류 해커톤"] == "competition"


def test_a_school_before_its_projects_hides_no_list_of_them(outlined: Outlined) -> None:
    text = "# 김하나\n\n## 소개\n\n코드를 씁니다.\n\n## 42 Seoul 팀 프로젝트\n\n### 도서관 화면\n\n> 기간: 2023.02 - 현재\n\n- 목록을 그렸다\n\n### 채팅 화면\n\n> 기간: 2022.04 - 2022.05\n\n- 방을 만들었다\n\n## 교육\n\n### 가온대학교\n\n> 기간: 2021.06 - 현재\n"
    assert _titles(outlined, text)[:2] == ["도서관 화면", "채팅 화면"]


def _rows(outlined: Outlined, text: str) -> list[str]:
    document, outline = outlined(text)
    return [document.words(statement.span) for statement in outline.statements if statement.form == "prose"]


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        (
            "**Data Engineer | Central Quay of Northern Harbours | Dec 2024 – Present**",
            ["Designed and built data pipelines that carry the parcels of forty harbours each night", "Introduced checks of the parcels with rules", "Developed a loader that reduced the time of a night run by 60% through smaller batches"],
        ),
        ("Trainee, Quay", ["Built the table of all boats with their owners and their berths", "Counted the parcels of the year by hand", "Wrote the manual that new colleagues read on their first day here"]),
        ("가온물산 | 개발팀", ["배차 화면을 다시 설계하고 기사별 경로를 지도에 표시하는 기능을 새로 개발하고 배포", "창고 열두 곳의 재고를 한 표로 모으는 일괄 작업을 구축하고 밤마다 스스로 돌게 운영", "반품 사유를 분류하는 규칙을 정리해 상담 팀이 쓰는 화면에 적용하고 문의를 절반으로 단축"]),
    ],
)
def test_rows_that_each_tell_a_deed_are_statements_without_marks(outlined: Outlined, title: str, rows: list[str]) -> None:
    told = _rows(outlined, "# Ada\n\n## Experience\n\n" + "\n".join([title, *rows]) + "\n\n## Education\n\nBSc, 2012\n")
    assert all(row in told for row in rows)


def test_wrapped_prose_stays_one_statement(outlined: Outlined) -> None:
    text = "# Tool\n\nWe built a loader that reads the parcels of forty harbours and\nFerries of all companies in the north, which we\nBuilt ourselves over the course of a long winter\n"
    assert len(_rows(outlined, text)) == 1


def test_counted_questions_head_the_answers_of_a_form(outlined: Outlined) -> None:
    text = (
        'DeltaWorks 자기소개서\n\n지원자: 김하나\n\n---\n\nQ1. 성장 경험\n"가장 큰 변화를 겪은 순간을 자유롭게 이야기해주세요."\n\n전공을 바꾼 일이 가장 컸습니다.\n\n---\n\n'
        'Q4. 문제 해결 경험\n\n"복잡한 문제를 만난 적이 있나요?"\n\n이름이 잘못 나오는 문제를 고쳤습니다.\n'
    )
    document, outline = outlined(text)
    assert outline.kind == "cover-letter"
    assert _titles(outlined, text) == ["Q1. 성장 경험", "Q4. 문제 해결 경험"]
    assert not any("이야기해주세요" in document.words(statement.span) or "있나요" in document.words(statement.span) for statement in outline.statements)


def test_questions_in_quotes_head_the_answers(outlined: Outlined) -> None:
    text = "> 성장과정 및 지원동기\n  저는 시골에서 자랐습니다.\n\n> 박사학위 논문요약\n: 위기를 미리 아는 방법을 찾았습니다.\n\n> 석사학위 논문요약\n: 표를 만들었습니다.\n"
    assert _titles(outlined, text) == ["성장과정 및 지원동기", "박사학위 논문요약", "석사학위 논문요약"]
    assert _titles(outlined, "> 작은 인용 하나\n\n글을 씁니다.\n") in ([], [""])


def test_names_in_brackets_above_a_period_are_projects(outlined: Outlined) -> None:
    work = "[{}]\n\n· 기간 : {}\n\n· 기술 스택 : Python\n\n· 성과 :\n\n- 화면을 다시 그려 여는 시간을 줄였습니다.\n\n"
    text = work.format("물류 지도 구축", "2024.01 ~ 2024.03") + work.format("좌석 알림", "2024.05") + work.format("매출 화면 개발", "2023.01 ~ 2023.05")
    assert _titles(outlined, text) == ["[물류 지도 구축]", "[좌석 알림]", "[매출 화면 개발]"]


def test_a_portfolio_of_one_work_told_by_its_parts_is_one_entry(outlined: Outlined) -> None:
    text = (
        "# Night Tickets - 포트폴리오\n\n> 영화 표 모음\n\n## 프로젝트 개요\n\n표를 모은다.\n\n## 주요 기능\n\n- 별점\n\n## 성능 최적화\n\n### Version 2.1.0\n\n#### 1. 보안 강화\n\n- 비밀번호를 바꾼다\n\n#### 2. 번들\n\n- 234KB에서 88KB로 줄였다\n\n"
        "## 트러블슈팅\n\n### 1. 느린 그림\n\n- 나눠 받았다\n\n## 배운 점\n\n- 먼저 잰다\n"
    )
    assert _titles(outlined, text) == ["Night Tickets - 포트폴리오"]


def test_a_letter_without_a_name_is_known_by_what_it_says(outlined: Outlined) -> None:
    text = "# [직무] 개발자로서의 성장\n안녕하세요. 서버를 오래 만져 왔습니다.\n\n저의 강점은 문제를 다시 만들어 재는 것입니다.\n\n입사 후에는 먼저 서비스를 익히겠습니다.\n"
    _, outline = outlined(text)
    assert outline.kind == "cover-letter"


@pytest.mark.parametrize(("heading", "kind"), [("MODELS USED AND THEIR EVALUATION METRICS", "experiment"), ("모델별 성능과 평가 지표", "experiment"), ("Evaluation metrics", "task"), ("Kaggle evaluation metric", "task")])
def test_metrics_of_models_are_no_task(outlined: Outlined, heading: str, kind: str) -> None:
    _, outline = outlined(f"# Fake news\n\nA model.\n\n## {heading}\n\n| Model | Accuracy |\n|---|---|\n| Forest | 99.7% |\n")
    assert outline.sections[-1].kind == kind


def test_a_page_without_blocks_has_no_titles(outlined: Outlined) -> None:
    _, outline = outlined("**" * 40)
    assert outline.statements == ()


@pytest.mark.parametrize("title", ["설유찬 경력기술서", "경력기술서 설유찬", "Résumé of Ada Lind"])
def test_a_job_stands_right_under_the_title_of_the_document(outlined: Outlined, title: str) -> None:
    text = f"# {title}\n\n## 두레카드 · 2020.02 ~ 2025.01\n\n### 한도 심사 점수\n- 고객군을 여섯으로 나눔\n\n### 분실 신고 응대\n- 말로 번호를 받는 흐름을 설계\n"
    document, outline = outlined(text)
    assert "두레카드 · 2020.02 ~ 2025.01" in [section.heading for section in outline.sections]
    assert [document.words(entry.title) for entry in outline.entries if entry.title] == ["한도 심사 점수", "분실 신고 응대"]


def test_competitions_side_by_side_are_a_collection(outlined: Outlined) -> None:
    _, outline = outlined("# 푸른달\n\n## 한가람 데이터톤\n- 최종 5위\n\n## 윤슬 해커톤 (2024)\n- 밤 버스 기사님의 졸음을 알아채는 과제\n")
    assert outline.kind == "portfolio"
    assert [entry.kind for entry in outline.entries] == ["competition", "competition"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("트러블슈팅 경험", "troubleshooting"), ("개선 및 발전 계획", "plan"), ("개선 및 확장 계획", "plan"), ("인증 및 권한 처리", "other"), ("실무 경험", "experience")],
)
def test_the_last_word_of_a_heading_decides(outlined: Outlined, heading: str, kind: str) -> None:
    _, outline = outlined(f"# 가게\n\n## {heading}\n\n- 주문을 나눴다.\n")
    assert outline.sections[-1].kind == kind


def test_works_that_are_linked_are_told_apart_whatever_their_last_word(outlined: Outlined) -> None:
    works = "".join(f"## [{name}](https://example.org/{place})\n\nA notebook in R on {place}.\n\n" for place, name in enumerate(("Stock picker", "Deque in Java", "Food safety data")))
    document, outline = outlined(f"# Data science portfolio by Ida Lund\n\n{works}## Strategies for trading\n\nFour of them.\n\n### Kinds\n\n#### All weather portfolio\n\nBonds and gold.\n")
    assert [document.words(entry.title) for entry in outline.entries if entry.title] == ["Stock picker", "Deque in Java", "Food safety data", "Strategies for trading"]


def test_bold_names_with_rows_of_their_own_are_entries(outlined: Outlined) -> None:
    works = "".join(f"**{name}**  \nGitHub: https://github.com/ida/{name.lower()}  \nBrief: a page for {name}.\n\n" for name in ("Herons", "Gauges", "Weirs"))
    document, outline = outlined(f"# Ida Lund\n\n## Projects\n\n{works}## Education\n\n- B.Sc., Lund, 2021\n")
    assert [document.words(entry.title) for entry in outline.entries if entry.title][:3] == ["Herons", "Gauges", "Weirs"]


def test_skills_may_stand_in_their_heading(outlined: Outlined) -> None:
    document, outline = outlined("# Data Scientist\n\n#### Technical Skills: Python, SQL, R\n\n## Education\n\n- B.Sc., Lund, 2021\n")
    assert [document.words(statement.span) for statement in outline.statements if outline.sections[statement.section].kind == "skills"] == ["Python, SQL, R"]


def test_a_bold_row_that_is_a_heading_word_heads_the_rows_below_it(outlined: Outlined) -> None:
    _, outline = outlined("# 자세 교정\n\n**목적**  \n운동 효과와 정확성 향상\n")
    assert outline.sections[outline.statements[-1].section].kind == "goal"


@pytest.mark.parametrize(("title", "kind"), [("Hi there, I'm Ida Lund 👋", "portfolio"), ("안녕하세요, 백엔드 개발자 홍길동입니다", "portfolio"), ("안녕하세요, 저희는 3조입니다", "project")])
def test_the_page_of_a_person_is_no_project(outlined: Outlined, title: str, kind: str) -> None:
    _, outline = outlined(f"## {title}\n\n### About\n\n- Writes maps of weirs.\n\n### Tech\n\n- Python\n", "README.md")
    assert outline.kind == kind


def test_posts_make_a_resume_without_a_section_that_lists_them(outlined: Outlined) -> None:
    document, outline = outlined("# About\n\n### iOS Developer, Weir Works\n\nWrote the map.\n\n### Summer Intern, Heron Lab\n\nCounted herons.\n")
    assert outline.kind == "resume"
    assert [document.words(entry.title) for entry in outline.entries if entry.title] == ["iOS Developer, Weir Works", "Summer Intern, Heron Lab"]


@pytest.mark.parametrize("text", ["Bus stops (Feb – Dec 2025)", "Bus stops (Jun -Jul 2026)"])
def test_a_period_names_its_year_once(text: str) -> None:
    assert has_date_range(text)


def test_numbers_name_the_projects_and_labels_between_them_none(outlined: Outlined) -> None:
    told = "".join(f"{number}. {name}\n\n{line}- 만든 까닭\n  - 물때를 몰라 헛걸음을 함\n\n- 쓴 기술\n  - 파이썬\n\n" for number, name, line in ((1, "물때 지도", "어촌의 물때를 알려 주는 지도\n\n"), (2, "조개 도감", "")))
    document, outline = outlined(f"# 홍길동 이력서\n\n## 프로젝트 목록\n\n{told}## 학력\n\n- 한빛대학교, 2021\n")
    assert [document.words(entry.title) for entry in outline.entries if entry.title and entry.kind == "project"] == ["물때 지도", "조개 도감"]


@pytest.mark.parametrize(("heading", "kind"), [("성과 및 한계", "result"), ("결과 및 한계", "result"), ("한계와 아쉬운 점", "limits"), ("배운 점과 느낀 점", "lesson")])
def test_halves_of_a_heading(outlined: Outlined, heading: str, kind: str) -> None:
    _, outline = outlined(f"# 물때 지도\n\n## {heading}\n\n- 헛걸음이 줄었다.\n")
    assert outline.sections[-1].kind == kind


def test_labels_that_name_projects_leave_the_titles_between_them_as_parts(outlined: Outlined) -> None:
    told = "".join(f"프로젝트 명 : {name}\n\n바닷가에서 쓰는 앱\n\n구조의 특징\n\n- 자료를 따로 둠\n- 그림을 미리 그림\n\n" for name in ("물때 지도", "조개 도감"))
    document, outline = outlined(f"# 포트폴리오\n\n## 진행 프로젝트\n\n{told}")
    assert [document.words(entry.title) for entry in outline.entries if entry.title] == ["프로젝트 명 : 물때 지도", "프로젝트 명 : 조개 도감"]


def test_a_heading_inside_may_give_the_name_of_a_project_of_a_resume(outlined: Outlined) -> None:
    told = "".join(f"# {place}과제\n\n#### 프로젝트 명 : {name}\n\n#### 맡은 일\n\n- 자료를 모음\n\n" for place, name in (("중간 ", "물때 지도"), ("마지막 ", "조개 도감")))
    document, outline = outlined(f"## 기본 사항\n\n- 홍길동\n\n## 학력 사항\n\n- 한빛대학교, 2021\n\n{told}", "이력서.md")
    assert [document.words(entry.title) for entry in outline.entries if entry.title and entry.kind == "project"] == ["중간 과제", "마지막 과제"]


def test_a_prize_of_a_team_makes_no_resume(outlined: Outlined) -> None:
    _, outline = outlined("# 물때 놀이\n\n## 개요\n\n#### 팀원\n\n- 그림 : 둘\n\n#### 기술 스택\n\n- 파이썬\n\n#### 수상 내역\n\n- 바다 게임 잔치 은상\n\n## 움직임\n\n- 파도를 식으로 나타냄\n", "README.md")
    assert outline.kind == "project"


def test_works_told_in_the_row_below_their_bold_names_are_entries_each(outlined: Outlined) -> None:
    told = "A map of every weir between the source and the sea, drawn from the tide tables of forty years and kept up to date by hand since the flood of the year before last."
    works = "".join(f"**{name}** — [{name.lower()}.example](https://{name.lower()}.example)\n{told}\n\n" for name in ("Herons", "Gauges"))
    document, outline = outlined(f"# Ida Lund\n\n## Education\n\n- B.Sc., Lund, 2021\n\n## Projects\n\n{works}**Keeper — Weir Works | Lund | Mar 2019 – May 2020**\n\n- Oiled the gates.\n")
    titles = [document.words(entry.title) for entry in outline.entries if entry.title]
    assert [title[:6] for title in titles][1:] == ["Herons", "Gauges", "Keeper"]


def test_columns_of_data_are_no_parts_of_a_life(outlined: Outlined) -> None:
    columns = "".join(f"#### {name}\n\n- Half of the rows.\n\n" for name in ("Marital Status", "Children", "Housing", "Income", "Education"))
    _, outline = outlined(f"# Boat loans\n\n## Steps\n\n### Summary of the rows\n\n{columns}")
    assert outline.kind == "project" and all(section.kind != "education" for section in outline.sections)
    _, outline = outlined("# Ida Lund\n\n## Work\n\n- Weir Works, 2019 – 2021\n\n## Education\n\n- B.Sc., Lund, 2018\n\n## Boats\n\n## Birds\n\n## Bells\n\n## Bread\n")
    assert outline.kind == "resume" and any(section.kind == "education" for section in outline.sections)


def test_a_list_of_skills_holds_no_jobs(outlined: Outlined) -> None:
    sections = "".join(f"## {name}\n\nI know:\n\n- **Weirs**\n- **Gauges**: I read them\n- **Herons**\n\n" for name in ("Readiness", "Mastery", "Growth"))
    _, outline = outlined(f"# Career path\n\n{sections}", "resume.md")
    assert not outline.entries


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Water Data Training Program @ Lund University (May 2021 - July 2021)", "course"), ("Water Data Bootcamp (May 2021 - July 2021)", "course"),
        ("Water Data Immersive Program, Lund Assembly (May 2021 - July 2021)", "course"), ("Weir Engineering Immersive (May 2021 - July 2021)", "course"), ("12-week Water Data Program, Lund Assembly (May 2021 - July 2021)", "course"),
        ("Maker, Immersive Rooms (May 2021 - July 2021)", "job"), ("Instructor, Water Data Immersive (May 2021 - July 2021)", "job"),
        ("Trainer, Water Data Bootcamp (May 2021 - July 2021)", "job"), ("Keeper @ Weir Works (May 2021 - July 2021)", "job"),
        ("수자원 데이터 분석가 양성 과정 (2021.05 - 2021.07)", "course"), ("Water Data Analyst Bootcamp (May 2021 - July 2021)", "course"), ("Secretary of the Water Data Training Programme (May 2021 - July 2021)", "job"),
        ("수자원 데이터 부트캠프 (2021.05 - 2021.07)", "course"), ("수자원 데이터 부트캠프 강사 (2021.05 - 2021.07)", "job"),
    ],
)
def test_a_course_among_the_jobs_is_one(title: str, kind: str, outlined: Outlined) -> None:
    _, outline = outlined(f"# Ida Lund\n\n## Work Experience\n\n**{title}**\n\n- Read the gauges every morning.\n\n**Clerk @ Harbour (January 2019 - May 2020)**\n\n- Wrote the log.\n")
    assert [entry.kind for entry in outline.entries] == [kind, "job"]


def test_what_tells_of_the_author_ends_the_last_work(outlined: Outlined) -> None:
    text = (
        "Hello, welcome to my water data portfolio! Here are two projects.\n\n# Weir map\n\n- **Objective:** Draw the weirs.\n- **Results:** 40 weirs.\n\n## Project Description and Code\n\nhttps://github.com/ida/weirs\n\n"
        "# Heron count\n\n- **Objective:** Count herons.\n- **Results:** 12 herons.\n\n## Project Description and Code\n\nhttps://github.com/ida/herons\n\n## Skills\n\n- Python\n\n## Contact\n\n- ida@example.org\n\n## About Me\n\nI live in Lund.\n"
    )
    document, outline = outlined(text, "README.md")
    assert outline.kind == "portfolio" and len(outline.entries) == 2
    assert "Skills" not in document.words(outline.entries[1].span)


def test_tags_of_a_template_tell_nothing(outlined: Outlined) -> None:
    document, outline = outlined("# Ida Lund\n\n{% include base %}\n\n## Talks\n\n<ul>{% for post in site.talks %}\n  {% include talk.html %}\n{% endfor %}</ul>\n\n## Service\n\n- Keeps the log.\n")
    assert [document.words(statement.span) for statement in outline.statements] == ["Keeps the log."]


def test_a_numbered_question_above_a_list_of_another_sort_heads_it(outlined: Outlined) -> None:
    _, outline = outlined("What five people said of the gorge.\n\n1. What went well?\n- Ida - The gates opened.\n- Per - No leaks.\n\n2. What lessons can we take moving forward?\n- Per - It was hard to hold the pole.\n- Ida - Bring a second pole.\n")
    assert [(section.heading, section.kind) for section in outline.sections if section.title is not None] == [
        ("What went well?", "retrospective"), ("What lessons can we take moving forward?", "lesson"),
    ]
    _, outline = outlined("# Weir\n\n1. What is a weir?\n2. Who builds them?\n\n- Herons like them.\n")
    assert len([section for section in outline.sections if section.title is not None]) == 1


def test_rows_that_each_open_with_a_capital_are_lines_of_their_own(outlined: Outlined) -> None:
    rows = ["Wax from the old hive sealed the lids far better than resin did", "Salt water rusts the hinges", "Oak lids improved the score of the jury again this year", "Rain gauge broke in May and nobody saw why it had"]
    document, outline = outlined("# Hives\n\n" + "\n".join(rows) + "\n")
    assert [document.words(statement.span) for statement in outline.statements] == rows
    wrapped = "We carried all of the forty hives to the Upper\nMeadow in March and counted the bees of\nMaja before the rain came and the lids\nwere wet again"
    _, outline = outlined(f"# Hives\n\n{wrapped}\n")
    assert len(outline.statements) == 1


@pytest.mark.parametrize(("header", "entries"), [("Technology", False), ("Company", True)])
def test_a_table_of_tools_below_experience_is_no_job(header: str, entries: bool, outlined: Outlined) -> None:
    _, outline = outlined(f"# Ida Lund\n\n## Education\n\n- B.Sc., Lund, 2021\n\n## Experience\n\n| {header} | List |\n|---|---|\n| Weirs | oak, steel |\n| Gauges | float, radar |\n")
    assert any(entry.kind == "job" for entry in outline.entries) == entries


def test_a_page_about_a_person_is_a_resume_and_one_about_a_thing_is_none(outlined: Outlined) -> None:
    person = "# About\n\nI am a curious soil scientist with four years in the field. My maps of acid ground are used by two counties.\n"
    thing = "# About\n\nI am a small robot that the engineer of a weir built from a clock. My float tells the level.\n"
    listed = "# About\n\nI am a soil scientist.\n\n## Install\n\nRun it.\n"
    assert outlined(person)[1].kind == "resume"
    assert outlined(thing)[1].kind == "project"
    assert outlined(listed)[1].kind == "project"


def test_a_list_of_contents_above_all_says_nothing_of_the_parts_below_it(outlined: Outlined) -> None:
    document, outline = outlined("# 수문\n\n# 목차\n\n- 소개\n- 후기\n\n## 소개\n\n물의 높이를 재는 앱입니다.\n\n## 후기\n\n시간이 모자라 그래프를 넣지 못했습니다.\n")
    last = outline.statements[-1]
    assert document.words(last.span) == "시간이 모자라 그래프를 넣지 못했습니다."
    assert "structure" not in outline.section_kinds(last)


def test_rows_in_columns_are_statements_each(outlined: Outlined) -> None:
    rows = "Languages  Python, Rust and the shell that came with the machine of the harbour\nPractices  Reading of gauges, counting of ropes, writing of tables for the riggers\n"
    document, outline = outlined(f"# Ida Lund\n\n## Skills\n\n{rows}")
    assert [document.words(statement.span)[:9] for statement in outline.statements] == ["Languages", "Practices"]


def test_a_heading_between_two_levels_of_jobs_ends_the_last_one(outlined: Outlined) -> None:
    jobs = "\n\n".join(f"#### {name} Corp, Engineer ({year}.01 - {year}.12)\n\nBuilt the pipeline of {name}." for name, year in (("Alpha", 2018), ("Beta", 2019), ("Gamma", 2020)))
    document, outline = outlined(f"# Kim Dana\n\n## Experience\n\n{jobs}\n\n### Goals\n\nLearn more about systems.\n")
    assert [document.words(entry.title)[:5] for entry in outline.entries if entry.title is not None] == ["Alpha", "Beta ", "Gamma"]


def test_accomplishments_below_a_job_are_a_part_of_it_and_no_list_of_awards(outlined: Outlined) -> None:
    jobs = "\n\n".join(f"### {name} Ltd ({year})\n\n- Kept the tills.\n\n#### Key accomplishments\n\n- Moved the till.\n- Hired two." for name, year in (("Acme", "2017 - 2020"), ("Blue", "2012 - 2016")))
    document, outline = outlined(f"# Ann Lee\n\n## Experience\n\n{jobs}\n")
    assert [document.words(entry.title)[:4] for entry in outline.entries if entry.title is not None] == ["Acme", "Blue"]
