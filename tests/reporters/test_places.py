"""Places in words: a paragraph of a form's table is told with the question over it."""

from __future__ import annotations

from pathlib import Path

import docx

import careerlint
from careerlint.config import Config
from careerlint.reporters.places import where
from careerlint.reporters.story import story_matrix


def test_a_paragraph_in_a_cell_is_told_with_the_question_over_it(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("자기소개서")
    document.add_table(1, 2).cell(0, 0).text = "성명"
    table = document.add_table(2, 1)
    table.cell(0, 0).text = "1. 장단점을 기술하시오. (300자 이내)"
    table.cell(1, 0).text = "저는 소통 능력이 뛰어나 누구와도 잘 어울립니다."
    document.save(str(tmp_path / "letter.docx"))
    report = careerlint.lint(tmp_path / "letter.docx", Config())
    (found,) = [finding for finding in report.findings if finding.code == "OWN002"]
    assert where(report, found.span, "ko") == "5번째 문단('1. 장단점을 기술하시오. (300자 이내)')"
    assert where(report, found.span, "en") == "paragraph 5 ('1. 장단점을 기술하시오. (300자 이내)')"


def test_a_row_of_the_matrix_is_called_without_its_period(tmp_path: Path) -> None:
    path = tmp_path / "resume.md"
    path.write_text("# Ada Lind\n\n## Experience\n\n### Tide clerk (team of 4) Sep 2020 – Nov 2021\n\n- Rebuilt the tide table, which cut late boats from 12 to 3 a week.\n\n## Education\n\n- Mere University\n", encoding="utf-8")
    assert [row.title for row in story_matrix(careerlint.lint(path, Config()))] == ["Tide clerk (team of 4)"]
