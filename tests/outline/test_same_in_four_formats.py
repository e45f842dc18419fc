"""One résumé in four formats: each entry stands under the same heading, and findings have the same fingerprints."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from labelled_cases import WRITERS

import careerlint
from careerlint.config import Config
from careerlint.model.finding import Report, Run
from careerlint.reporters.json_report import render_json

_KOREAN = """# 이바다 이력서

## 경력

### 노을소프트 데이터 엔지니어 (2022.03 ~ 2023.08)

- 로그 데이터 전처리 담당
- 검색 모델 개선으로 클릭률 향상

### 은하테크 인턴 (2021.01 ~ 2021.06)

- 리포트 작성 담당

## 프로젝트

### 배달 수요 예측 (2024.03 ~ 2024.05)

- LSTM을 시도했지만 잘 되지 않았다.
- LightGBM이 유명해서 사용했다.

### 리뷰 감성 분석 (2024.06 ~ 2024.07)

- KoBERT를 사용했지만 성능이 나오지 않았다.
- 정확도를 크게 개선했다.

## 학력

- 푸른대학교 통계학과 (2015.03 ~ 2020.02)
"""
_ENGLISH = """# Ada Lind - Résumé

## Experience

### Analyst, Vell Works (Jan 2020 - Dec 2021)

- Responsible for data preprocessing
- Improved the accuracy of the ranking

### Engineer, Tarn Ltd (Jan 2022 - Mar 2023)

- Tried an LSTM but it did not work.

## Projects

### Tide forecast (2023)

- Chose BERT because it is popular.

### Weir map (2024)

- Built a world-class system.
- Improved the speed significantly.

## Education

- BSc Statistics, Mere University (2015 - 2019)
"""
_LISTED = {_KOREAN: ["경력", "경력", "프로젝트", "프로젝트", "학력"], _ENGLISH: ["Experience", "Experience", "Projects", "Projects", "Education"]}


def lint(folder: Path, ending: str, body: str) -> Report:
    path = folder / f"document.{ending}"
    path.write_bytes(WRITERS[ending](body))
    return careerlint.lint(path, Config())


@pytest.mark.parametrize("body", [_KOREAN, _ENGLISH])
@pytest.mark.parametrize("ending", ["md", "txt", "docx", "pdf"])
def test_entries_stand_under_the_heading_that_lists_them(tmp_path: Path, ending: str, body: str) -> None:
    report = lint(tmp_path, ending, body)
    told = json.loads(render_json(Run((report,), "0.0.0", "0123456789abcdef", date(2026, 1, 1))))
    assert [entry["section"] for entry in told["documents"][0]["entries"]] == _LISTED[body]


@pytest.mark.parametrize("body", [_KOREAN, _ENGLISH])
def test_fingerprints_agree_in_all_formats(tmp_path: Path, body: str) -> None:
    found = {ending: {finding.fingerprint for finding in lint(tmp_path, ending, body).findings} for ending in WRITERS}
    assert len(found["md"]) > 8
    assert found["md"] == found["txt"] == found["docx"] == found["pdf"]


def test_a_project_that_is_the_whole_document_stands_under_no_heading(tmp_path: Path) -> None:
    report = lint(tmp_path, "md", "# Tide forecast\n\nForecasts tides.\n\n## Results\n\n- MAE fell from 12.0 to 9.0.\n")
    assert [report.outline.listing(index) for index in range(len(report.outline.entries))] == [-1]
