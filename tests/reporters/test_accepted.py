"""Findings that remarks accept: a report that tells nothing says how many there are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reports import run_on

from careerlint.model.finding import Run
from careerlint.reporters.html import render_html
from careerlint.reporters.look import Look
from careerlint.reporters.markdown import render_markdown
from careerlint.reporters.terminal import render_terminal

TEXT = "# 지도\n\n## 프로젝트\n\n### 발주 예측\n\n<!-- careerlint: ignore -->\n- BERT 모델을 그대로 가져다 썼습니다.\n"


@pytest.mark.parametrize("render", [render_terminal, render_markdown, render_html])
def test_nothing_left_but_what_was_accepted(render: Callable[[Run, Look], str]) -> None:
    run = run_on(TEXT)
    assert len(run.reports[0].accepted) == 1
    told = render(run, Look(language="ko"))
    assert "예외로 받아들인 1가지 말고는" in told
    assert "수고하셨습니다" not in told


def test_the_counts_name_what_was_accepted() -> None:
    assert "오류 0 · 경고 0 · 참고 0 · 받아들임 1" in render_terminal(run_on(TEXT), Look(language="ko"))
    assert "0 notes · 1 accepted" in render_terminal(run_on(TEXT), Look(language="en"))
    assert "받아들임 1" in render_markdown(run_on(TEXT), Look(language="ko"))
    assert "받아들임" not in render_terminal(run_on(TEXT.replace("careerlint", "note")), Look(language="ko"))
