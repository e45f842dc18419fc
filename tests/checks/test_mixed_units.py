"""Mixed units: percents and points, fractions and percents, signs of gains; and what only looks mixed."""

from __future__ import annotations

import pytest
from found_words import findings_of, related_of

from careerlint.checks.metric_names import canonical, metric_in


def _table(header: str, *rows: str, below: str = "") -> str:
    bars = "|".join("---" for _ in header.split("|"))
    body = "\n".join(f"| {row} |" for row in rows)
    return f"# Snow\n\n| {header} |\n|{bars}|\n{body}\n\n{below}\n"


MIXED = [
    (_table("change | gain", "a | +3 pp", "b | +5%"), ["+5%", "+3 pp"]), (_table("시도 | 증감", "가 | 2%p", "나 | 25%"), ["25%", "2%p"]), (_table("model | accuracy", "a | 0.81", "b | 88.2%"), ["0.81", "88.2%"]),
    (_table("지표 | 검증 | 시험", "정확도 | 92.3% | 0.88"), ["0.88", "92.3%"]), (_table("step | RMSE | change", "base | 9.0 | ", "rain | 7.5 | -1.5", "tide | 6.5 | +1.0"), ["+1.0", "-1.5"]),
    (_table("try | gain in RMSE", "a | +0.4", "b | -0.3", below="All of them lowered the RMSE."), ["+0.4", "-0.3"]), ("# Snow\n- old recall 0.66\n- new recall 78%\n", ["0.66", "78%"]),
    ("# Snow\n- recall 78% and precision 71%\n- recall 0.66\n", ["0.66", "78%"]),
    ("# Snow\n- MAE improved by +0.4\n- MAE improved by -0.7\n", ["+0.4", "-0.7"]), ("# Snow\n- CTR: +1.2 percentage points here\n- CTR: +6% there\n", ["+1.2 percentage points", "+6%"]),
]  # fmt: skip
PLAIN = [
    _table("change | points | relative", "a | +3 pp | +4%", "b | +2 pp | +3%"), _table("change | 차이(%p, %)", "a | +3%p", "b | +2%"), _table("removed | MAE change", "rain | +1.8", "flag | -0.2"),
    _table("step | RMSE | change", "base | 9.0 | ", "rain | 7.5 | -1.5", "tide | 8.0 | +0.5"), _table("change | F1 | MAE", "a | +0.04 | -6", "b | +0.02 | -3"), _table("try | gain", "a | +0.4", "b | -0.3", below="The second was dropped."),
    "# Snow\n- recall 0.66 (66%)\n", "# Snow\n- F1 0.71\n- accuracy 88%\n", "# Snow\n- recall rose from 0.55 to 0.73\n- 12% of the data\n", "# Snow\n- From 4.0% to 5.0%, that is +1.0 pp or +25% relative\n- and +1.0 pp again\n",
    "# Snow\n- The authors report an accuracy of 83%\n- accuracy 0.81\n", "# 눈길\n- 종합 점수는 재현율 50%, 정밀도 30%, 속도 20%로 가중합해 정의했다.\n- 재현율 0.71을 얻었다.\n",
    "# Snow\n- The total counts recall 60% and precision 40%, weighted.\n- recall 0.66\n",
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), MIXED)
def test_mixed(text: str, places: list[str]) -> None:
    assert sorted(related_of(text, "HON013")) == sorted(places)


@pytest.mark.parametrize("text", PLAIN)
def test_plain(text: str) -> None:
    assert findings_of(text, "HON013") == []


def test_the_message_names_the_quantity() -> None:
    (finding,) = findings_of("# 보고\n- 기존 재현율 0.66\n- 새 재현율 78%\n", "HON013")
    assert finding.message == "'보고': 'recall' 값이 한 곳에서는 소수, 다른 곳에서는 퍼센트입니다."


@pytest.mark.parametrize(("name", "known"), [("F1-score", "f1"), ("정확도", "accuracy"), ("Recall@10", "recall@10"), ("ROC-AUC", "auc"), ("오류율", "error"), ("users", "")])
def test_names(name: str, known: str) -> None:
    assert canonical(name) == known


@pytest.mark.parametrize(("header", "known"), [("RMSE (cm)", "rmse"), ("시험 정확도", "accuracy"), ("F1 / accuracy", ""), ("note", "")])
def test_metric_of_a_header(header: str, known: str) -> None:
    assert metric_in(header) == known
