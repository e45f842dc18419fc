"""Résumés that are forms: titles in merged rows, rows of column names, rows that are jobs and projects, labels at the left."""

from __future__ import annotations

from pathlib import Path

import pytest
from form_documents import WRITERS, Rows

import careerlint
from careerlint.config import Config
from careerlint.model.finding import Report

_KOREAN: Rows = [
    ["인 적 사 항"], ["성 명", "이바다", "생년월일", "2000.01.02"],
    ["학 력 사 항"], ["기간", "학교명", "전공", "졸업구분"], ["2016.03 ~ 2020.02", "푸른대학교", "전산학과", "졸업"],
    ["경 력 사 항"], ["근무기간", "회사명", "직위", "담당업무"],
    ["2020.03 ~ 2022.12", "노을소프트", "사원", "데이터 전처리 담당\n추천 모델 개선으로 클릭률 향상"],
    ["2023.01 ~ 2024.06", "은하테크", "대리", "LSTM을 시도했지만 잘 되지 않았다."],
    ["프로젝트 경험"], ["기간", "프로젝트명", "인원", "내용"],
    ["2024.07 ~ 2024.09", "리뷰 감성 분석", "4명", "KoBERT가 유명해서 사용했다."],
    ["자 격 사 항"], ["취득일", "자격증명", "발급기관", "비고"], ["2021.05", "정보처리기사", "산업인력공단", "-"],
]
_ENGLISH: Rows = [
    ["PERSONAL DETAILS"], ["Name", "Ada Lind", "Phone", "555 0100"],
    ["WORK EXPERIENCE"], ["Period", "Company", "Position", "Description"],
    ["Jan 2020 - Dec 2021", "Vell Works", "Analyst", "Responsible for data preprocessing"],
    ["Jan 2022 - Mar 2023", "Tarn Ltd", "Engineer", "Tried an LSTM but it did not work."],
    ["PROJECTS"], ["Date", "Project", "Team size", "Description"], ["2022", "Tide forecast", "3", "Chose BERT because it is popular."],
    ["EDUCATION"], ["Period", "School", "Degree", "GPA"], ["2015 - 2019", "Mere University", "BSc Statistics", "3.8"],
]
_ASIDE: Rows = [
    ["학력", "기간", "학교명", "전공"], [None, "2015.03 ~ 2019.02", "솔대학교", "수학과"],
    ["경력", "근무기간", "회사명", "담당업무"], [None, "2019.03 ~ 2021.02", "바람물산", "재고 데이터 관리 담당"], [None, "2021.03 ~ 2023.02", "돌담", "고객 문의 응대 담당"],
]
_MERGED: Rows = [
    ["경력사항"], ["근무기간", "회사명", "프로젝트명", "담당업무"],
    ["2020.03 ~ 2022.12", "노을소프트", "정산 개편", "배치 처리 담당"], [None, None, "검색 서비스", "Elasticsearch를 도입했지만 잘 안 됐다."],
    ["2023.01 ~ 2024.06", "은하테크", "앱 알림", "요즘 많이 쓰길래 Kafka를 사용했다."],
]
_LABELLED: Rows = [
    ["프로젝트 경험"],
    ["프로젝트명", "도서 추천"], ["기간", "2022.01 ~ 2022.04"], ["사용기술", "Python, LightGBM"], ["내용", "LightGBM이 유명해서 사용했다.\n추천 모델 개선으로 클릭률 향상"],
    ["프로젝트명", "수어 번역"], ["기간", "2022.05 ~ 2022.09"], ["사용기술", "PyTorch"], ["내용", "데이터 전처리 담당\nTransformer를 시도했지만 잘 되지 않았다."],
]
_FORMATS = ("md", "docx", "pdf")


def lint(folder: Path, ending: str, title: str, *tables: Rows) -> Report:
    path = folder / f"document.{ending}"
    path.write_bytes(WRITERS[ending](title, tables))
    return careerlint.lint(path, Config())


def titles(report: Report) -> list[str]:
    return [report.document.words(entry.title) if entry.title is not None else "" for entry in report.outline.entries]


def listed(report: Report) -> list[str]:
    return [report.outline.sections[report.outline.listing(index)].kind for index in range(len(report.outline.entries))]


def told(report: Report) -> set[str]:
    return {finding.code for finding in report.findings if finding.level != "note"}


@pytest.mark.parametrize("ending", _FORMATS)
def test_merged_rows_are_sections_and_rows_are_entries(tmp_path: Path, ending: str) -> None:
    report = lint(tmp_path, ending, "이 력 서", _KOREAN)
    assert report.outline.kind == "resume"
    assert titles(report) == ["푸른대학교", "노을소프트", "은하테크", "리뷰 감성 분석"]
    assert listed(report) == ["education", "experience", "experience", "projects"]
    assert {"RES003", "CHG003", "STO001", "WHY003"} <= told(report)


@pytest.mark.parametrize("ending", _FORMATS)
def test_a_form_in_english(tmp_path: Path, ending: str) -> None:
    report = lint(tmp_path, ending, "CURRICULUM VITAE", _ENGLISH)
    assert titles(report) == ["Vell Works", "Tarn Ltd", "Tide forecast", "Mere University"]
    assert listed(report) == ["experience", "experience", "projects", "education"]
    assert {"RES003", "STO001", "WHY003"} <= told(report)


@pytest.mark.parametrize("ending", _FORMATS)
def test_a_title_at_the_left_goes_on_below_itself(tmp_path: Path, ending: str) -> None:
    report = lint(tmp_path, ending, "이력서", _ASIDE)
    assert titles(report) == ["솔대학교", "바람물산", "돌담"]
    assert listed(report) == ["education", "experience", "experience"]
    assert [finding.code for finding in report.findings].count("RES003") == 2


@pytest.mark.parametrize("ending", _FORMATS)
def test_projects_beside_one_company(tmp_path: Path, ending: str) -> None:
    report = lint(tmp_path, ending, "이력서", _MERGED)
    assert titles(report) == ["정산 개편", "검색 서비스", "앱 알림"]
    assert {"RES003", "STO001", "WHY003"} <= told(report)


@pytest.mark.parametrize("ending", _FORMATS)
def test_a_row_without_a_name_goes_on(tmp_path: Path, ending: str) -> None:
    rows: Rows = [["경력사항"], ["기간", "회사명", "업무 내용"], ["2019.03 ~ 2021.02", "바람물산", "재고 데이터 관리 담당"], [None, None, "추천 모델 개선으로 정확도 향상"], ["2021.03 ~ 2023.02", "돌담", "고객 응대"]]
    report = lint(tmp_path, ending, "이력서", rows)
    assert titles(report) == ["바람물산", "돌담"]
    assert {report.outline.statements[finding.statement].entry for finding in report.findings if finding.code in ("RES003", "CHG003") and finding.statement is not None} == {0}


@pytest.mark.parametrize("ending", ("docx", "pdf"))
def test_labels_at_the_left_that_come_again_begin_the_next_work(tmp_path: Path, ending: str) -> None:
    report = lint(tmp_path, ending, "경력기술서", _LABELLED)
    assert titles(report) == ["도서 추천", "수어 번역"]
    assert {"RES003", "CHG003", "STO001", "WHY003"} <= told(report)
    assert [statement.label for statement in report.outline.statements if statement.label] == ["기간", "사용기술"] * 2


@pytest.mark.parametrize("ending", ("docx", "pdf"))
def test_labels_at_the_left_in_english(tmp_path: Path, ending: str) -> None:
    jobs: Rows = [
        ["Work experience"],
        ["Company", "Vell Works"], ["Period", "Jan 2020 - Dec 2021"], ["Responsibilities", "Maintained the reports.\nChose BERT because it is popular."],
        ["Company", "Tarn Ltd"], ["Period", "Jan 2022 - Mar 2023"], ["Responsibilities", "Tried an LSTM but it did not work."],
    ]
    report = lint(tmp_path, ending, "Curriculum vitae", jobs)
    assert titles(report) == ["Vell Works", "Tarn Ltd"]
    assert {"STO001", "WHY003"} <= told(report)


@pytest.mark.parametrize("ending", ("docx", "pdf"))
def test_the_name_of_a_work_above_its_labels(tmp_path: Path, ending: str) -> None:
    works = [[f"프로젝트 {number}. {name}"] for number, name in ((1, "불량 탐지"), (2, "수요 예측"))]
    rows: Rows = [["프로젝트"], works[0], ["기간", "2021.03 ~ 2021.06"], ["역할", "모델 학습"], ["내용", "YOLO를 시도했지만 잘 되지 않았다."], works[1], ["기간", "2021.07 ~ 2021.09"], ["역할", "수집"], ["내용", "성능을 크게 개선했다."]]
    report = lint(tmp_path, ending, "이력서", rows)
    assert titles(report) == ["프로젝트 1. 불량 탐지", "프로젝트 2. 수요 예측"]
    assert {"STO001", "CHG003"} <= told(report)


@pytest.mark.parametrize("ending", _FORMATS)
def test_each_line_of_a_cell_is_a_statement_with_its_column_above_it(tmp_path: Path, ending: str) -> None:
    report = lint(tmp_path, ending, "이력서", _KOREAN)
    found = {report.document.words(statement.span): statement for statement in report.outline.statements}
    assert found["데이터 전처리 담당"].context[-2:] == found["추천 모델 개선으로 클릭률 향상"].context[-2:] == ("노을소프트", "담당업무")
    assert found["데이터 전처리 담당"].block is not found["추천 모델 개선으로 클릭률 향상"].block
    assert found["4명"].label == "인원"
    # Periods, posts and names are told by no statement, as in a title.
    assert not {"사원", "노을소프트", "2020.03 ~ 2022.12"} & set(found)


@pytest.mark.parametrize("ending", _FORMATS)
@pytest.mark.parametrize("rows", [
    [["모델", "정확도", "F1"], ["LSTM", "0.81", "0.80"], ["BERT", "0.90", "0.89"]],
    [["변수", "설명", "비고"], ["age", "나이", "정수"], ["income", "소득 구간", "범주"]],
    [["분류", "기술", "수준"], ["언어", "Python, R", "상"], ["프레임워크", "PyTorch", "중"]],
    [["Setting", "Accuracy", "Latency"], ["without cache", "0.81", "20 ms"], ["with cache", "0.81", "9 ms"]],
])
def test_other_tables_stay_tables(tmp_path: Path, ending: str, rows: Rows) -> None:
    report = lint(tmp_path, ending, "도서 추천 프로젝트", rows)
    assert len(report.outline.entries) == 1
    assert all(statement.table >= 0 for statement in report.outline.statements if statement.form in ("row", "cell"))
    assert sum(statement.form == "row" for statement in report.outline.statements) == len(rows)


@pytest.mark.parametrize("ending", ("md", "docx"))
def test_a_line_in_brackets_heads_the_rest_of_its_cell(tmp_path: Path, ending: str) -> None:
    report = lint(tmp_path, ending, "이력서", [["경력사항"], ["기간", "회사명", "담당업무"], ["2020.03 ~ 2022.12", "노을소프트", "[운영]\n데이터 전처리 담당\n[성과]\n추천 모델 개선으로 클릭률 향상"]])
    found = {report.document.words(statement.span): statement.context[-2:] for statement in report.outline.statements if not statement.head}
    assert found == {"데이터 전처리 담당": ("담당업무", "운영"), "추천 모델 개선으로 클릭률 향상": ("담당업무", "성과")}


@pytest.mark.parametrize("ending", _FORMATS)
def test_lists_that_tell_no_work_have_no_entries(tmp_path: Path, ending: str) -> None:
    lists = (
        [["어학"], ["시험명", "점수", "취득일"], ["TOEIC", "900", "2019.05"]],
        [["병역사항"], ["군별", "계급", "복무기간"], ["육군", "병장", "2014.01 ~ 2015.10"]],
        [["교육 이수"], ["교육기간", "교육과정명", "교육기관"], ["2019.03 ~ 2019.08", "데이터 분석 과정", "한국원"]],
    )
    report = lint(tmp_path, ending, "이력서", *lists)
    assert [section.kind for section in report.outline.sections if section.kind != "other"] == ["languages", "personal", "training"]
    assert titles(report) == ["데이터 분석 과정"]


def test_figures_of_works_stay_rows(tmp_path: Path) -> None:
    report = lint(tmp_path, "md", "이력서", [["프로젝트 경험"], ["프로젝트", "정확도", "F1"], ["도서 추천", "0.91", "0.90"], ["수어 번역", "0.88", "0.86"]])
    assert titles(report) == ["도서 추천", "수어 번역"]
    assert [statement.form for statement in report.outline.statements] == ["row"] * 3


@pytest.mark.parametrize("rows", [
    [["Backend", ""], ["Django", "API"], ["Languages", ""], ["Python", "scripts"]],
    [["기술 스택", ""], ["언어", "Python"], ["저장소", "PostgreSQL"]],
])
def test_a_table_of_tools_with_groups_is_no_form(tmp_path: Path, rows: Rows) -> None:
    report = lint(tmp_path, "md", "날씨 API", rows)
    assert [section.heading for section in report.outline.sections if section.title is not None] == ["날씨 API"]


def test_a_prize_is_called_by_its_name_and_not_by_who_gave_it(tmp_path: Path) -> None:
    report = lint(tmp_path, "docx", "이력서", [["수상 경력"], ["일자", "기관", "수상명"], ["2020.05", "한국통계회", "상권 분석 대회 장려상"]])
    assert titles(report) == ["상권 분석 대회 장려상"]


def test_a_blank_form_has_no_entries(tmp_path: Path) -> None:
    report = lint(tmp_path, "docx", "이력서", [["인적사항"], ["성명", "", "생년월일", ""], ["주소", "", "연락처", ""]])
    assert report.outline.entries == ()
