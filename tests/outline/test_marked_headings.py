"""Headings behind a mark: "■ 학력사항" heads what follows in every format, and a list whose items have marks stays one."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import careerlint
from careerlint.config import Config
from careerlint.model.finding import Report

_KOREAN = "HYSMyeongJo-Medium"
pdfmetrics.registerFont(UnicodeCIDFont(_KOREAN))
_SECTIONS = (
    ("학력사항", ("2017.03 ~ 2023.02 물결대학교 식품공학과",)),
    ("경력사항", ("잔디식품 (2023.04 ~ 2024.08)", "- 검사표를 표로 옮겨 주간 보고 시간을 50분에서 8분으로 단축", "- 설문 데이터 입력 담당")),
    ("프로젝트", ("급식 잔반 예측 (2025.01 ~ 2025.03)", "- LightGBM으로 잔반을 예측해 RMSE를 12.4에서 9.1로 낮춤", "- 데이터 전처리 담당")),
    ("보유기술", ("Python, Docker, Airflow",)),
    ("자격증", ("2025.06 빅데이터분석기사",)),
)


def _rows(mark: str) -> list[str]:
    end = "】" if mark == "【" else ""
    return ["박서윤", *(row for name, told in _SECTIONS for row in (f"{mark}{name}{end}", *told))]


def _as_word(rows: list[str]) -> bytes:
    document = docx.Document()
    for row in rows:
        document.add_paragraph(row)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _as_pdf(rows: list[str]) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setFont(_KOREAN, 10)
    for place, row in enumerate(rows):
        canvas.drawString(60, 780 - 18 * place, row)
    canvas.save()
    return buffer.getvalue()


def _lint(folder: Path, ending: str, rows: list[str]) -> Report:
    path = folder / f"document.{ending}"
    content = {"md": lambda: "\n\n".join(rows).encode(), "txt": lambda: "\n".join(rows).encode(), "docx": lambda: _as_word(rows), "pdf": lambda: _as_pdf(rows)}
    path.write_bytes(content[ending]())
    return careerlint.lint(path, Config())


def _kinds(report: Report) -> list[str]:
    return [section.kind for section in report.outline.sections if section.title is not None and section.kind != "other"]


@pytest.mark.parametrize("mark", ["■ ", "■", "□ ", "▶ ", "◆ ", "● ", "○ ", "▣ ", "◎ ", "★ ", "※ ", "◉ ", "► ", "❖ ", "【"])
@pytest.mark.parametrize("ending", ["md", "txt", "docx", "pdf"])
def test_a_mark_before_every_heading_heads_what_follows(tmp_path: Path, ending: str, mark: str) -> None:
    report = _lint(tmp_path, ending, _rows(mark))
    assert report.outline.kind == "resume"
    assert _kinds(report) == ["education", "experience", "projects", "skills", "certificates"]
    assert [finding.code for finding in report.findings].count("RES003") == 2


def test_a_marked_heading_in_the_middle_of_a_list_of_markdown(tmp_path: Path) -> None:
    rows = ["■ 경력사항\n잔디식품 (2023.04 ~ 2024.08)\n- 설문 데이터 입력 담당\n■ 프로젝트\n급식 잔반 예측 (2025.01 ~ 2025.03)\n- 데이터 전처리 담당\n■ 자격증\n빅데이터분석기사"]
    assert _kinds(_lint(tmp_path, "md", rows)) == ["experience", "projects", "certificates"]


def test_items_with_marks_stay_a_list(tmp_path: Path) -> None:
    rows = ["# 산책 지도", "## 역할", "● 데이터\n● 모델\n● 결과", "## 결과", "● 오차를 12에서 9로 줄였습니다."]
    report = _lint(tmp_path, "md", rows)
    assert [section.heading for section in report.outline.sections if section.title is not None] == ["산책 지도", "역할", "결과"]


def test_labels_below_real_headings_stay_items(tmp_path: Path) -> None:
    rows = ["# 이력서", "## 경력", "### 잔디식품 (2023.04 ~ 2024.08)", "● 담당 업무", "검사표를 옮겼습니다.", "● 성과", "시간을 줄였습니다.", "## 학력", "물결대학교", "## 자격증", "빅데이터분석기사"]
    report = _lint(tmp_path, "md", rows)
    assert "성과" not in [section.heading for section in report.outline.sections]
