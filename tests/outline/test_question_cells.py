"""Questions of a letter in the cells of a form: each heads the answer below or beside it, which is read as outside of tables."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import docx
import pytest
from form_documents import WRITERS, Rows

import careerlint
from careerlint.config import Config
from careerlint.model.finding import Report

_GOOD = "재고 조사표를 손으로 옮기다 보니 같은 품목이 두 번 적혔습니다. 바코드로 읽어 표에 넣는 도구를 만들었고, 한 달에 31건이던 중복이 2건으로 줄었습니다."
_SOFT = "저는 소통 능력이 뛰어나 누구와도 잘 어울립니다."
_FAILED = "불량 분류에 LSTM을 시도했지만 잘 되지 않았습니다."
_PLEDGE = "위의 모든 기재사항은 사실과 다름없음을 확인합니다.\n2026년 3월 2일\n지원자 : 이하람 (인)"
_ABOVE: Rows = [
    ["인적사항"], ["성명", "이하람", "지원분야", "데이터 분석"],
    ["경력사항"], ["근무기간", "회사명", "직위", "담당업무"], ["2024.03 ~ 2025.02", "노을물류", "사원", "물량 예측 오차를 18%에서 11%로 낮춤"], ["2023.07 ~ 2023.08", "바다통상", "인턴", "거래처 데이터 정리 담당"],
    ["자기소개서"], ["1. 지원 동기를 기술하시오. (150자 이내)"], [_GOOD], ["2. 본인의 장단점을 기술하시오. (100자 이내)"], [_SOFT], ["3. 실패한 경험을 기술하시오. (300자 이내)"], [_FAILED], [_PLEDGE],
]
_BESIDE: Rows = [["번호", "문항", "답변"], ["1", "지원 동기를 서술하시오. (150자 이내)", _GOOD], ["2", "성격의 장단점을 서술하시오. (100자 이내)", _SOFT], ["3", "실패한 경험을 서술하시오. (300자 이내)", _FAILED]]
_UPRIGHT: Rows = [["자\n기\n소\n개\n서", "성장과정", _GOOD], [None, "성격의 장단점", _SOFT], [None, "입사 후 포부", "LSTM을 시도했지만 잘 되지 않았습니다. 다시 해 보겠습니다."]]


def lint(folder: Path, ending: str, title: str, *tables: Rows) -> Report:
    path = folder / f"document.{ending}"
    path.write_bytes(WRITERS[ending](title, tables))
    return careerlint.lint(path, Config())


def told(report: Report, code: str) -> list[str]:
    return [" ".join(report.document.words(finding.span).split()) for finding in report.findings if finding.code == code]


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_question_above_its_answer_in_one_table_for_all(tmp_path: Path, ending: str) -> None:
    report = lint(tmp_path, ending, "입 사 지 원 서", _ABOVE)
    assert [section.kind for section in report.outline.sections].count("prompt") == 3
    assert [words[-24:] for words in told(report, "FMT010")] == ["본인의 장단점을 기술하시오. (100자 이내)"[-24:], "실패한 경험을 기술하시오. (300자 이내)"[-24:]]
    assert told(report, "OWN002") == ["소통 능력이 뛰어나"]
    assert told(report, "RES003") and told(report, "STO001")
    assert not told(report, "FMT005")


@pytest.mark.parametrize("ending", ["md", "docx", "pdf"])
def test_a_question_beside_its_answer(tmp_path: Path, ending: str) -> None:
    report = lint(tmp_path, ending, "대학원 지원서", _BESIDE)
    assert told(report, "FMT010") == ["성격의 장단점을 서술하시오. (100자 이내)", "실패한 경험을 서술하시오. (300자 이내)"]
    assert told(report, "OWN002") == ["소통 능력이 뛰어나"]
    assert told(report, "STO001")
    assert [entry.kind for entry in report.outline.entries] == ["answer"] * 3


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_labels_of_a_letter_beside_an_upright_heading(tmp_path: Path, ending: str) -> None:
    report = lint(tmp_path, ending, "지원서", _UPRIGHT)
    assert [section.heading for section in report.outline.sections if section.kind == "letter"] == ["성장과정", "성격의 장단점", "입사 후 포부"]
    assert told(report, "OWN002") == ["소통 능력이 뛰어나"]


def test_a_table_in_a_cell_is_a_part_of_the_form(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph("이력서")
    outer = document.add_table(2, 2)
    for place, (name, rows) in enumerate((("경력", [["기간", "회사", "업무내용"], ["2025.03~2025.12", "마루데이터", "고객 문의 데이터 전처리 담당"], ["2024.07~2024.08", "은빛", _GOOD]]), ("자기소개서", [["지원동기 (150자 이내)"], [_GOOD], ["장단점 (200자 이내)"], [_SOFT]]))):
        outer.cell(place, 0).text = name
        inner = outer.cell(place, 1).add_table(len(rows), len(rows[0]))
        for row, words in enumerate(rows):
            for column, word in enumerate(words):
                inner.cell(row, column).text = word
    document.save(str(tmp_path / "nested.docx"))
    report = careerlint.lint(tmp_path / "nested.docx", Config())
    assert [section.heading for section in report.outline.sections if section.kind in ("experience", "letter")] == ["경력", "지원동기 (150자 이내)", "장단점 (200자 이내)"]
    assert told(report, "RES003") and told(report, "OWN002") and told(report, "FMT010") == ["장단점 (200자 이내)"]


def test_question_and_answer_in_one_cell(tmp_path: Path) -> None:
    rows: Rows = [["1. 지원동기를 쓰시오. (150자 이내)\n" + _GOOD, ""], ["2. 단점과 극복 노력을 쓰시오. (200자 이내)\n" + _SOFT, ""]]
    report = lint(tmp_path, "docx", "자기소개서", rows)
    assert told(report, "OWN002") == ["소통 능력이 뛰어나"]


@pytest.mark.parametrize("ending", ["md", "docx", "pdf"])
def test_a_table_that_asks_nothing_stays_a_table(tmp_path: Path, ending: str) -> None:
    rows: Rows = [["구분", "내용"], ["목적", "물길의 높이를 재어 둑이 넘치기 전에 알립니다."], ["방법", "높이를 10분마다 읽고 세 번 넘으면 알렸습니다."]]
    report = lint(tmp_path, ending, "물길 지도", rows)
    assert all(section.kind not in ("prompt", "letter") for section in report.outline.sections)


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_result_alone_in_its_cell_is_told_whatever_the_columns_are_called(tmp_path: Path, ending: str) -> None:
    rows: Rows = [["프로젝트"], ["기간", "프로젝트명", "인원", "내용 및 역할", "성과"], ["2024.11 ~ 2024.12", "병변 분류", "3명", "증강 방법 네 가지를 비교해 표로 남겼습니다.", "정확도 대폭 향상"], ["2025.01 ~ 2025.02", "잔반 예측", "4명", "메뉴 이름을 벡터로 바꿔 넣었습니다.", "RMSE 12.4 → 9.1"]]
    report = lint(tmp_path, ending, "이력서", rows)
    assert told(report, "CHG003") == ["정확도 대폭 향상"]


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_limit_in_a_cell_of_its_own_belongs_to_what_is_asked_beside_it(tmp_path: Path, ending: str) -> None:
    rows: Rows = [["항목", "분량", "내용"], ["지원동기", "150자 이내", _GOOD], ["성격의 장단점", "300자 이내", _SOFT]]
    report = lint(tmp_path, ending, "지원서", rows)
    assert told(report, "FMT010") == ["성격의 장단점 300자 이내"]


def test_the_first_question_below_the_name_of_the_letter_is_one(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph().add_run("자기소개서").bold = True
    table = document.add_table(2, 1)
    table.cell(0, 0).text = "1. 지원동기를 기술하시오. (150자 이내)"
    cell = table.cell(1, 0)
    cell.text = "[숫자로 말하는 사람]"
    for words in (_GOOD, _SOFT):
        cell.add_paragraph(words)
    document.save(str(tmp_path / "letter.docx"))
    report = careerlint.lint(tmp_path / "letter.docx", Config())
    assert [section.heading for section in report.outline.sections if section.kind == "prompt"] == ["지원동기를 기술하시오. (150자 이내)"]


@pytest.mark.parametrize("asks", [False, True], ids=["tells", "asks"])
@pytest.mark.parametrize("column", [0, 1, 2])
def test_statements_of_tables_in_cells_stand_in_order_and_apart(tmp_path: Path, asks: bool, column: int) -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for cell, words in zip(table.rows[0].cells, ("기간", "프로젝트명", "내용"), strict=True):
        cell.text = words
    for place, row in enumerate(table.rows[1:], 1):
        for cell, words in zip(row.cells, ("2023.01 ~ 2023.04", f"자갈 지도 {place}", "응답 시간을 300ms에서 120ms로 줄였습니다."), strict=True):
            cell.text = words
        inner = row.cells[column].add_table(2, 2)
        for cell, words in zip((*inner.rows[0].cells, *inner.rows[1].cells), ("1", "지원 동기를 기술하시오. (150자 이내)" if asks else "역할", "2", _GOOD), strict=True):
            cell.text = words
    path = tmp_path / "nested.docx"
    document.save(str(path))
    spans = [statement.span for statement in careerlint.lint(path, Config()).outline.statements]
    assert spans and all(above.end <= below.start for above, below in pairwise(spans))
