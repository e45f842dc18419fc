"""Arithmetic of statements and tables: what fits within the printed digits stays silent, the rest is found at its number."""

from __future__ import annotations

import pytest

from careerlint.checks.arithmetic import check_statement_arithmetic
from careerlint.checks.arithmetic_tables import CellMismatch, check_table_arithmetic
from careerlint.checks.mismatches import Mismatch
from careerlint.numbers.changes import changes
from careerlint.numbers.reading import read_numbers

RIGHT = [
    "정확도를 0.80에서 0.85로 5%p 향상", "정확도를 0.80에서 0.85로 6.25% 향상", "정확도를 0.80에서 0.85로 6% 향상", "정확도를 0.80에서 0.85로 5% 향상",
    "F1 0.71 → 0.83 (+12%p)", "F1 0.71 → 0.83 (+0.12)", "F1 0.71 → 0.83 (16.9% 향상)", "F1 0.71 → 0.83 (16% 향상)", "F1 72.1% → 74.3% (+2.2%p)",
    "F1 72.1% → 74.3% (+3.0%)", "F1 72.1 → 74.3 (+2.2)", "F1 72.1 → 74.3 (2.2점 상승)", "응답 시간 200ms → 50ms (4배 단축)", "응답 시간 200ms → 50ms (75% 단축)",
    "응답 시간을 200ms에서 50ms로 150ms 단축", "응답 시간 200ms → 50ms (4x faster)", "latency 200 ms → 50 ms (300% faster)", "latency 200 ms → 50 ms (400% faster)",
    "latency 200 ms -> 50 ms (75% reduction)", "latency 200 ms → 100 ms (2x faster)", "빌드 시간을 30분에서 10분으로 66.7% 단축", "빌드 시간을 30분에서 10분으로 66% 단축",
    "빌드 시간을 30분에서 10분으로 67% 단축", "빌드 시간을 30분에서 10분으로 3배 단축", "작업을 2시간에서 30분으로 75% 단축", "처리 시간이 1분에서 20초로 3배 빨라짐",
    "사용자 120명에서 360명으로 3배 증가", "사용자 120명에서 360명으로 200% 증가", "사용자 120명에서 240명으로 두 배 증가", "비용을 100만원에서 50만원으로 절반으로 절감",
    "비용을 100만원에서 50만원으로 50% 절감", "비용을 100만원에서 50만원으로 2배 감소", "R@1: ~55% → 62.5% (+7.5%p)", "Gap: 6.90 → 2.93 (57% 감소)",
    "파라미터: 838K → 213K (74.6% 감소)", "12%p 향상 (0.71 → 0.83)", "improved accuracy by 12 points (0.71 → 0.83)", "reduced latency by 40% from 200 ms to 120 ms",
    "accuracy improved from 0.80 to 0.85 (6.25% improvement)", "grew from 65 to 130 users", "accuracy from 80% to 84%, a 5% increase", "약 30분에서 10분으로 약 65% 단축",
    "RMSE 0.50 → 0.45 (10% 감소)", "RMSE 0.50 → 0.45 (-0.05)", "RMSE 0.50 → 0.45 (+0.05 개선)", "Public 17.29 → 17.44 (+0.15, 악화)", "정확도 0.80 → 0.85, 속도 30% 개선",
    "재현율 0.62 → 0.70, 추론 속도는 30% 개선", "정확도를 0.80에서 0.85로 올리고 비용을 40% 절감", "13등/480 (상위 2.7%)", "120팀 중 3등(상위 2.5%)", "120팀 중 3등 (상위 3%)",
    "120팀 중 3등, 상위 5%", "121st / 1,782 teams (top 6.8%)", "121st / 1,782 teams (top 6.7%)", "74등/301팀 (24.5%)", "241/1006위 (상위 24%)", "EM 58.35 / F1 66.97",
    "EM: 45.4200%, F1: 58.31%", "accuracy 1.0", "accuracy 100%", "accuracy 1.2%p 향상", "F1 1.2 향상", "매출이 150% 증가", "목표의 120%를 달성", "비용 100% 절감",
    "The load took 90 s before, 30 s now, 3 times as fast", "storage went from 1.2 TB to 300 GB, 75% less", "now 15 minutes instead of 90 (6x faster)", "1시간 20분에서 20분으로 75% 단축",
    "2 h 30 min down to 30 min (80% shorter)", "hit rate from 0.70 to 0.90 (30% better)", "48 of the 64 tests pass, 75%.", "Gap +0.03 (16.34 → 16.36)", "halved the render time: 90 s became 46 s",
    "loss 1.2", "AUC 0.98", "CatBoost 12.15 → 18.79 (Gap +6.64)", "0.5에서 1.3초 사이", "정확도 0.71→0.83(+12%p), 처리 시간 200ms→50ms(4배)", "3위 (상위 10%)",
]

WRONG = [
    ("정확도를 0.80에서 0.85로 10% 향상", "10%"), ("정확도를 0.80에서 0.85로 10%p 향상", "10%p"), ("정확도 0.80 → 0.85 (+8%p)", "+8%p"), ("F1 0.71 → 0.83 (+10%p)", "+10%p"),
    ("F1 0.71 → 0.83 (+0.15)", "+0.15"), ("F1 0.71 → 0.83 (25% 향상)", "25%"), ("F1 72.1% → 74.3% (+3.2%p)", "+3.2%p"), ("F1 72.1% → 74.3% (+5%)", "+5%"),
    ("F1 72.1 → 74.3 (+1.2)", "+1.2"), ("응답 시간 200ms → 50ms (2배 단축)", "2배"), ("latency 200 ms → 50 ms (2x faster)", "2x"), ("latency 200 ms → 50 ms (50% faster)", "50%"),
    ("latency 200 ms → 50 ms (25% reduction)", "25%"), ("latency 200 ms → 50 ms (75%p 감소)", "75%p"), ("응답 시간을 200ms에서 50ms로 100ms 단축", "100ms"),
    ("빌드 시간을 30분에서 10분으로 50% 단축", "50%"), ("빌드 시간을 30분에서 10분으로 33% 단축", "33%"), ("빌드 시간을 30분에서 10분으로 5배 단축", "5배"),
    ("작업을 2시간에서 30분으로 50% 단축", "50%"), ("사용자 120명에서 360명으로 5배 증가", "5배"), ("사용자 120명에서 360명으로 150% 증가", "150%"),
    ("사용자 120명에서 480명으로 두 배 증가", "두 배"), ("비용을 100만원에서 50만원으로 30% 절감", "30%"), ("비용을 100만원에서 80만원으로 절반으로 절감", "절반"),
    ("R@1: 55.0% → 62.5% (+9.5%p)", "+9.5%p"), ("Gap: 6.90 → 2.93 (67% 감소)", "67%"), ("파라미터: 838K → 213K (64.6% 감소)", "64.6%"), ("15%p 향상 (0.71 → 0.83)", "15%p"),
    ("improved accuracy by 15 points (0.71 → 0.83)", "15 points"), ("reduced latency by 60% from 200 ms to 120 ms", "60%"), ("accuracy improved from 0.80 to 0.85 (10% improvement)", "10%"),
    ("accuracy from 80% to 84%, a 9% increase", "9%"), ("RMSE 0.50 → 0.45 (20% 감소)", "20%"), ("약 30분에서 10분으로 약 30% 단축", "30%"),
    ("정확도 0.71→0.83(+12%p), 처리 시간 200ms→50ms(8배)", "8배"), ("74등/301팀 (29.8%)", "29.8%"), ("13등/480 (상위 0.5%)", "상위 0.5%"), ("120팀 중 30등(상위 5%)", "상위 5%"),
    ("90th of 120 teams (top 5%)", "top 5%"), ("241/1006위, 하위 76%", "하위 76%"), ("7등/1443 (상위 0.05%)", "상위 0.05%"), ("accuracy 1.2를 달성", "1.2"), ("정확도: 104%", "104%"),
    ("The load took 90 s before, 30 s now, 5 times as fast", "5 times"), ("cut storage 60%, from 1.2 TB to 300 GB", "60%"), ("now 15 minutes instead of 90 (3x faster)", "3x"),
    ("1시간 20분에서 20분으로 60% 단축", "60%"), ("2 h 30 min down to 30 min (95% shorter)", "95%"), ("48 of the 64 tests pass, 80%.", "80%"), ("Error fell from 8% to 6%, a relative reduction of 33%", "33%"),
    ("halved the render time: 90 s became 60 s", "halved"), ("Recall on the test set: 1.08", "1.08"), ("2,048 MB down to 512 MB, eight times smaller", "eight times"),
    ("AUC = 1.12", "1.12"), ("EM 58.35 / F1 56.97", "58.35"), ("F1: 61.2%, EM: 64.9%", "64.9%"), ("비용을 120% 절감했다", "120%"), ("reduced errors by 150%", "150%"), ("a 130% reduction", "130%"),
]

RIGHT_ENGLISH = [
    "The error rate is now 4%, down from 8%, a drop of 50%.",
    "Load time fell by 50% to 1.2 s from 2.4 s.",
    "Sign-ups rose 50% to 300 from 200.",
    "Revenue was up 12.5% to $90k from $80k.",
    "We cut costs by a third, from $900 to $600.",
    "Costs were cut by a third from $900 to $600 a month.",
    "Traffic tripled from 2,000 to 6,000 visits.",
    "Visits doubled from 1,000 to 2,000.",
    "Visits more than doubled from 1,000 to 2,800.",
    "Visits nearly doubled from 1,000 to 1,900.",
    "Latency was halved from 200 ms to 100 ms.",
    "Improved accuracy 6.25% (0.80 → 0.85).",
    "Improved recall by 10% (from 0.50 to 0.55).",
    "From 40 to 160 users, i.e. four times as many.",
    "30 of 40 students (75%) passed.",
    "30 out of 40 students, or 75%, passed.",
    "12 out of 48 (25%) bugs were critical.",
    "Placed 5th out of 100 teams (top 5%).",
    "Ranked 30th of 200 (top 15%).",
    "Finished 12th among 60 teams, top 20%.",
    "The job takes 3 minutes where it took 12 before, a 75% reduction.",
    "15 s vs 60 s, a 4x speedup.",
    "Recall went from 0.60 to 0.75, up 25%.",
    "Response time dropped from 800 ms to 200 ms (75% less).",
    "Cut build time from 20 to 5 minutes, a 75% reduction.",
    "Raised conversion from 2.0% to 3.0%, a 50% lift.",
    "Grew the club from 20 to 60 members, a 200% increase.",
    "Increased sales by 20% from $50,000 to $60,000.",
    "The model is 2x smaller: 100 MB to 50 MB.",
    "Accuracy rose from 72% to 81%, an improvement of 9 percentage points.",
    "Accuracy rose from 72% to 81%, up 9 points.",
    "Two thirds of the 90 respondents (60) agreed.",
    "A quarter of the 80 devices (20) failed.",
    "Half of the 60 students (30) stayed.",
    "Inference dropped from 120 ms to 40 ms, making it 3 times faster.",
    "The queue shrank by 75%, from 120 to 30 tickets.",
    "Accuracy rose from 0.80 to 0.85.",
    "Latency fell from 200 ms to 120 ms.",
    "Increased accuracy from 0.80 to 0.85.",
    "Reduced latency from 200 ms to 120 ms.",
    "The dataset has 1,100 images: 700 train, 200 validation and 200 test.",
    "Saved 30 minutes per run, from 60 to 30 minutes.",
    "The score went up 0.10, from 0.80 to 0.90.",
    "Throughput quadrupled from 100 to 400 requests per second.",
    "85% accuracy compared with 80% before, an improvement of 5 points.",
    "It now takes 10 minutes instead of 40, a saving of 75%.",
    "Costs went from 100 to 80 euros, 20% lower.",
    "The new index answers in 20 ms; the old one needed 80 ms, so it is four times as fast.",
    "Cut the bill in half, from $900 to $450.",
    "Downtime: 10 h → 2 h (-80%)",
    "40% fewer errors (50 to 30).",
    "A 2x increase in traffic (from 1,000 to 2,000).",
    "We got 100% more orders (200 instead of 100).",
    "Of the 200 emails, 50 (25%) were opened.",
    "80 of our 120 users answered, that is 67%.",
    "The response rate was 67% (80 of 120).",
    "We reached 87% accuracy, 5 points above the baseline of 82%.",
    "MAE 4.0 against 5.0 for the baseline, 20% lower.",
    "MAE of 4.0, 20% below the baseline of 5.0.",
    "Two of the three graders agreed on 90% of 300 answers.",
    "Half of the 60 students (24 women) stayed.",
    "A third of the 90 reports (2023) were old.",
    "Reduced the range from 3 to 5 minutes of noise.",
    "Increased the threshold from 0.5 to 0.4 of false alarms cut by half.",
    "Cut the price by a third and went from 40 to 90 orders.",
    "The share of late orders rose from week 12 to week 3.",
    "The batch was reduced from 32 to 16, accuracy rose from 0.70 to 0.72.",
    "Doubled the team and cut the time from 60 to 20 minutes.",
    "We tripled the data, from which accuracy rose from 0.70 to 0.75.",
]

WRONG_ENGLISH = [
    ("The error rate is now 4%, down from 8%, a drop of 70%.", "70%"),
    ("Load time fell by 80% to 1.2 s from 2.4 s.", "80%"),
    ("Sign-ups rose 20% to 300 from 200.", "20%"),
    ("Revenue was up 50% to $90k from $80k.", "50%"),
    ("We cut costs by a third, from $900 to $450.", "by a third"),
    ("Costs were cut by a third from $900 to $450 a month.", "by a third"),
    ("Traffic tripled from 2,000 to 4,000 visits.", "tripled"),
    ("Visits doubled from 1,000 to 3,000.", "doubled"),
    ("Latency was halved from 200 ms to 150 ms.", "halved"),
    ("Improved accuracy 12% (0.80 → 0.85).", "12%"),
    ("Improved recall by 20% (from 0.50 to 0.55).", "20%"),
    ("From 40 to 80 users, i.e. four times as many.", "four times"),
    ("30 of 40 students (60%) passed.", "60%"),
    ("30 out of 40 students, or 60%, passed.", "60%"),
    ("45 of 60 tickets were closed (80%).", "80%"),
    ("12 out of 48 (30%) bugs were critical.", "30%"),
    ("Placed 5th out of 100 teams (top 1%).", "top 1%"),
    ("Ranked 30th of 200 (top 5%).", "top 5%"),
    ("Finished 12th among 60 teams, top 10%.", "top 10%"),
    ("The job takes 3 minutes where it took 12 before, a 90% reduction.", "90%"),
    ("15 s vs 60 s, a 2x speedup.", "2x"),
    ("Accuracy 0.91 vs 0.85, a gain of 10 points.", "10 points"),
    ("Recall went from 0.60 to 0.75, up 30%.", "30%"),
    ("Response time dropped from 800 ms to 200 ms (60% less).", "60%"),
    ("Cut build time from 20 to 5 minutes, a 50% reduction.", "50%"),
    ("Reduced the error rate from 12% to 3%, a 50% decrease.", "50%"),
    ("Raised conversion from 2.0% to 3.0%, a 20% lift.", "20%"),
    ("Increased the number of followers from 500 to 1,500 (+100%).", "+100%"),
    ("Memory dropped 50%, from 8 GB to 2 GB.", "50%"),
    ("Grew the club from 20 to 60 members, a 150% increase.", "150%"),
    ("Increased sales by 40% from $50,000 to $60,000.", "40%"),
    ("The model is 5x smaller: 100 MB to 50 MB.", "5x"),
    ("Reduced processing time from 3 hours to 30 minutes (a 50% reduction).", "50%"),
    ("Accuracy rose from 72% to 81%, an improvement of 12 percentage points.", "12 percentage points"),
    ("Accuracy improved by 12 percentage points, from 72% to 81%.", "12 percentage points"),
    ("Two thirds of the 90 respondents (45) agreed.", "Two thirds"),
    ("A quarter of the 80 devices (40) failed.", "A quarter"),
    ("Half of the 60 students (40) stayed.", "Half"),
    ("Query time fell from 4.0 s to 1.0 s: 60% faster.", "60%"),
    ("Inference dropped from 120 ms to 40 ms, making it 5 times faster.", "5 times"),
    ("Inference dropped from 120 ms to 40 ms, five times faster.", "five times"),
    ("The queue shrank by 50%, from 120 to 30 tickets.", "50%"),
    ("Accuracy fell from 0.80 to 0.85.", "fell"),
    ("Latency rose from 200 ms to 120 ms.", "rose"),
    ("Increased accuracy from 0.85 to 0.80.", "Increased"),
    ("Reduced latency from 120 ms to 200 ms.", "Reduced"),
    ("Attendance increased from 80 to 60.", "increased"),
    ("Precision of 0.80 and recall of 0.70 give an F1 of 0.90.", "0.90"),
    ("The score went up 0.05, from 0.80 to 0.90.", "0.05"),
    ("Word error rate went from 20% to 15%, a relative reduction of 40%.", "40%"),
    ("Sales rose 25 percent from 200 to 300 units.", "25 percent"),
    ("Throughput quadrupled from 100 to 200 requests per second.", "quadrupled"),
    ("85% accuracy compared with 80% before, an improvement of 10 points.", "10 points"),
    ("It now takes 10 minutes instead of 40, a saving of 50%.", "50%"),
    ("It now takes 10 minutes rather than 40, 50% less.", "50%"),
    ("Costs went from 100 to 80 euros, 40% lower.", "40%"),
    ("Before: 80 s. After: 20 s. That is 2 times faster.", "2 times"),
    ("Cut the bill in half, from $900 to $600.", "half"),
    ("Cut in half the render time from 90 s to 60 s.", "half"),
    ("Downtime: 10 h → 2 h (-50%)", "-50%"),
    ("20% fewer errors (50 to 30).", "20%"),
    ("20% fewer errors (50 → 30).", "20%"),
    ("A 3x increase in traffic (from 1,000 to 2,000).", "3x"),
    ("We got 50% more orders (200 instead of 100).", "50%"),
    ("It raised the score by 0.2 from 0.61 to 0.71.", "0.2"),
    ("Of the 200 emails, 50 (35%) were opened.", "35%"),
    ("Out of 200 emails sent, 50 were opened (35%).", "35%"),
    ("80 of our 120 users answered, that is 75%.", "75%"),
    ("The response rate was 75% (80 of 120).", "75%"),
    ("75% of users (80 of 120) answered.", "75%"),
    ("We reached 92% accuracy, 5 points above the baseline of 82%.", "5 points"),
    ("Accuracy 92% (baseline 82%, +5 points)", "+5 points"),
    ("MAE 4.0 against 5.0 for the baseline, 40% lower.", "40%"),
    ("MAE 4.0 against a baseline of 5.0, 40% lower.", "40%"),
    ("MAE of 4.0, 40% below the baseline of 5.0.", "40%"),
    ("Trained on 80% of 1,000 images (900).", "80%"),
]


def _check(text: str) -> tuple[Mismatch, ...]:
    return check_statement_arithmetic(text, read_numbers(text), changes(text))


@pytest.mark.parametrize("text", [*RIGHT, *RIGHT_ENGLISH])
def test_right_arithmetic_is_silent(text: str) -> None:
    assert _check(text) == ()


@pytest.mark.parametrize(("text", "words"), [*WRONG, *WRONG_ENGLISH])
def test_wrong_arithmetic_is_found_at_its_number(text: str, words: str) -> None:
    assert [text[found.span.start : found.span.end] for found in _check(text)] == [words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("정확도를 0.80에서 0.85로 10% 향상", ("+5%p", "+6.25%")), ("latency 200 ms → 50 ms (2x faster)", ("4x",)), ("빌드 시간을 30분에서 10분으로 50% 단축", ("-66.67%",)),
        ("74등/301팀 (29.8%)", ("24.6%",)), ("241/1006위, 하위 76%", ("상위 24.0%", "top 24.0%")), ("응답 시간을 200ms에서 50ms로 100ms 단축", ("-150 ms",)), ("F1 72.1 → 74.3 (+1.2)", ("+2.2",)),
    ],
)
def test_what_it_should_be(text: str, expected: tuple[str, ...]) -> None:
    assert _check(text)[0].expected == expected


def test_related_spans_are_the_two_values() -> None:
    text = "정확도를 0.80에서 0.85로 10% 향상"
    assert [text[span.start : span.end] for span in _check(text)[0].related] == ["0.80", "0.85"]


def test_table_columns() -> None:
    header = ("지표", "기존", "개선 후", "변화율(%)")
    rows = (("정확도", "0.80", "0.85", "6.25"), ("F1", "0.70", "0.77", "+20"), ("메모", "-", "0.77", "20"))
    assert check_table_arithmetic(header, rows) == (CellMismatch(1, 3, ("+7%p", "+10%")),)


def test_table_of_times_and_factors() -> None:
    header = ("Job", "Before", "After", "Speedup")
    rows = (("a", "200 ms", "50 ms", "4x"), ("b", "10 s", "500 ms", "20x"), ("c", "300 ms", "100 ms", "9x"))
    assert check_table_arithmetic(header, rows) == (CellMismatch(2, 3, ("3x",)),)


def test_exact_match_column_above_f1() -> None:
    assert check_table_arithmetic(("split", "EM", "F1"), (("public", "60.1", "71.2"), ("private", "58.3%", "56.9%"))) == (CellMismatch(1, 1, (), (1, 2)),)


def test_exact_match_row_above_f1() -> None:
    assert check_table_arithmetic(("", "Public", "Private"), (("EM", "45.4%", "58.3%"), ("F1", "46.4%", "56.9%"))) == (CellMismatch(0, 2, (), (1, 2)),)


def test_difference_to_the_first_row_of_an_ablation() -> None:
    rows = (("plain", "0.9495", ""), ("wide", "0.9508", "+0.13"), ("deep", "0.949", "-0.05"), ("linked", "0.9289", "-2.04"))
    assert check_table_arithmetic(("Model", "Dice", "+/-(%)"), rows) == (CellMismatch(3, 2, ("-2.06%p", "-2.17%")),)


def test_difference_to_the_row_above() -> None:
    rows: tuple[tuple[str, ...], ...] = (("base", "0.602", "-"), ("+ crf", "0.622", "+0.020"), ("+ lists", "0.655", "+0.053"))
    assert [found.row for found in check_table_arithmetic(("Model", "F1", "Gain"), rows)] == []
    rows = (("base", "0.602", "-"), ("+ crf", "0.622", "+0.020"), ("+ lists", "0.655", "+0.033"), ("+ more", "0.660", "+0.050"))
    assert [found.row for found in check_table_arithmetic(("Model", "F1", "Gain"), rows)] == [3]


def test_a_step_against_any_row_above_is_a_branch() -> None:
    rows: tuple[tuple[str, ...], ...] = (("als", "0.100", "-"), ("wide", "0.110", "+10%"), ("slow", "0.120", "+9.1%"), ("slower", "0.121", "+10%"))
    assert check_table_arithmetic(("Model", "Recall", "Gain"), rows) == ()


@pytest.mark.parametrize(
    "header", [("a", "b", "c"), ("model", "score", "+/-(%)"), ("기존", "기존", "변화"), ("before", "after", "note"), ("날짜", "기존", "차이")]
)
def test_uncertain_headers_are_silent(header: tuple[str, ...]) -> None:
    assert check_table_arithmetic(header, (("1", "2", "99"), ("3", "4", "98"))) == ()


def test_an_f1_of_nothing_found_is_compared_with_nothing() -> None:
    """Precision and recall of zero give no F1, and a division by zero must not cost the other findings."""
    assert _check("precision 0.0, recall 0.0, F1 0.5") == ()
