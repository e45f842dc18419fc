"""Ratios, second sizes and ranks told beside two values: any common reading that fits stays silent."""

from __future__ import annotations

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text

_WRONG = [
    ("Cleaning takes 50 minutes instead of 80, so it is twice as fast.", "twice", "1.6x"),
    ("Rendering went from 900 ms to 300 ms, so the new version is six times as fast.", "six times", "3x"),
    ("Our tests took 40 minutes, now 25, so the wait was halved.", "halved", "1.6x"),
    ("The sensor draws 3 mA rather than 12, so the battery lasts twice as long.", "twice", "4x"),
    ("Error was 12 cm, now 10. So the error went down by a third.", "by a third", "17%"),
    ("Complaints dropped from 90 to 60, i.e. to a third.", "to a third", "67%"),
    ("Deduplication left a quarter of the volume: 80 GB became 40 GB.", "a quarter", "50%"),
    ("F1 0.61 -> 0.70, up 12 points.", "12 points", "+9 points"),
    ("Conversion 4.0% -> 5.0%, up 1 point (20%).", "20%", "+25%"),
    ("Churn went from 8% to 6%, down 4 points (25%).", "4 points", "-2 points"),
    ("Of 800 people reached, 200 joined again, a return of 40%.", "40%", "25%"),
    ("300 runners, we came 30th (top 2%).", "top 2%", "10.0%"),
    ("평균 응답 840ms → 210ms (3배 빨라짐)", "3배", "4.0배"),
    ("변환이 60분에서 20분이 되어 처리 속도가 두 배로 뛰었다.", "두 배", "3.0배"),
    ("전류를 12mA에서 3mA로 줄여 배터리 수명이 2배로 늘어남", "2배", "4.0배"),
    ("평균 오차 180g에서 120g으로 절반 넘게 줄었음", "절반", "33%"),
    ("오차는 12cm에서 9cm로 3분의 1이 줄었다.", "3분의 1", "25%"),
    ("오류율은 24%에서 18%로 4분의 1로 줄었다.", "4분의 1", "75%"),
    ("F1 0.61 -> 0.70, 기준 대비 12%p 올랐다.", "12%p", "9%p"),
    ("기준 모델 F1 0.62, CatBoost F1 0.68. 기준 대비 F1이 12%p 올랐다.", "12%p", "6%p"),
    ("오차가 12cm였는데 지금은 10cm이다. 오차가 3분의 1 줄어든 셈이다.", "3분의 1", "17%"),
    ("구매 전환율 4.0% → 5.0%, 1%p(20%) 상승", "20%", "+25%"),
    ("참가 250팀, 최종 20위 (하위 8%)", "하위 8%", "92.4%"),
    ("90명 신청, 60명 수료(80%)", "80%", "67%"),
]
_RIGHT = [
    # Three times faster may count from the old time on.
    "Mean response went from 840 ms to 210 ms (3x faster).",
    "Cleaning takes 40 minutes instead of 80, so it is twice as fast.",
    "Scans took 45 minutes, now 30, so scanning is 1.5x faster.",
    "Complaints dropped from 90 to 60, by a third.",
    "Complaints dropped from 90 to 30, i.e. to a third.",
    "Error was 12 cm, now 8. So the error went down by a third.",
    # Another quantity.
    "Error was 12 cm, now 10. So the budget went down by a third.",
    "Latency fell from 300 ms to 200 ms, so we could serve twice as many users.",
    "Errors fell from 90 to 60. So we cut the review team by half.",
    "Traffic doubled while latency fell from 300 ms to 280 ms.",
    # A condition.
    "Recall at 95% precision went from 0.44 to 0.69 on 2,000 pairs.",
    "Precision at 80% recall: 0.44 → 0.69",
    "Hit rate within 5% (from 0.52 to 0.71).",
    "Precision for the top 20% customers rose from 0.44 to 0.69.",
    "With half the labels the score fell from 0.81 to 0.78.",
    "In half a year the backlog fell from 90 to 60 tickets.",
    "Weather forecasts took five-fold MAE from 31.0 to 27.2 hours.",
    "Retention rose from 40% to 50%, up 10 points (25% relative).",
    "Of 800 people reached, 200 joined again, an increase of 40% on last year.",
    "300 runners, we came 30th (top 10%).",
    "평균 응답 840ms → 210ms (4배 빨라짐)",
    "결산 준비가 3시간에서 1시간 반으로 줄었다.",
    "개발 기간을 5달에서 두 달 반으로 줄였다.",
    "오류율은 24%에서 18%로 4분의 1이 줄었다.",
    "오류는 24건에서 6건으로 4분의 1로 줄었다.",
    "20명에서 30명으로 절반이 늘었다.",
    "평균 오차 180g에서 80g으로 절반 넘게 줄었음",
    "오차 10% 이내 비율이 0.52에서 0.71로 올랐다.",
    "상위 20%에서 적중률이 0.44에서 0.69로 올랐다.",
    "기준 모델 F1 0.62, CatBoost F1 0.68. 기준 대비 재현율이 12%p 올랐다.",
    "구매 전환율 4.0% → 5.0%, 1%p(25%) 상승",
    "참가 250팀, 최종 20위 (상위 8%)",
    "60명 중 45명이 참석했고 지난해(85%)보다 줄었다.",
    "문의가 90건에서 60건으로 줄어 상담 인력을 절반으로 줄였다.",
]


def _found(text: str) -> list[tuple[str, str]]:
    document = read_text(f"# Thing\n\n- {text}\n".encode(), "case.md", Config().limits)
    report = linter().lint(document, Config(select=("HON004",)))
    return [(document.words(finding.span), finding.message) for finding in report.findings]


@pytest.mark.parametrize(("text", "words", "right"), _WRONG)
def test_wrong_is_found_once_with_what_is_right(text: str, words: str, right: str) -> None:
    found = _found(text)
    assert len(found) == 1
    assert found[0][0].startswith(words)
    assert right in found[0][1]


@pytest.mark.parametrize("text", _RIGHT)
def test_right_stays_silent(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(("f1", "found"), [("0.91", ["0.91"]), ("0.81", []), ("0.86", [])])
def test_f1_of_a_table_above_precision_and_recall(f1: str, found: list[str]) -> None:
    document = read_text(f"# 분류\n\n| 지표 | 값 |\n|---|---|\n| 정밀도 | 0.84 |\n| 재현율 | 0.79 |\n| F1 | {f1} |\n".encode(), "case.md", Config().limits)
    report = linter().lint(document, Config(select=("HON004",)))
    assert [document.words(finding.span).strip() for finding in report.findings] == found
