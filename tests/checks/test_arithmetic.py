"""Arithmetic of statements and tables: what fits within the printed digits stays silent, the rest is found at its number."""

from __future__ import annotations

import pytest

from careerlint.checks.arithmetic import Mismatch, check_statement_arithmetic
from careerlint.checks.arithmetic_tables import CellMismatch, check_table_arithmetic
from careerlint.numbers import changes, read_numbers

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


def _check(text: str) -> tuple[Mismatch, ...]:
    return check_statement_arithmetic(text, read_numbers(text), changes(text))


@pytest.mark.parametrize("text", RIGHT)
def test_right_arithmetic_is_silent(text: str) -> None:
    assert _check(text) == ()


@pytest.mark.parametrize(("text", "words"), WRONG)
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
    assert check_table_arithmetic(("split", "EM", "F1"), (("public", "60.1", "71.2"), ("private", "58.3%", "56.9%"))) == (CellMismatch(1, 1, ()),)


def test_exact_match_row_above_f1() -> None:
    assert check_table_arithmetic(("", "Public", "Private"), (("EM", "45.4%", "58.3%"), ("F1", "46.4%", "56.9%"))) == (CellMismatch(0, 2, ()),)


def test_difference_to_the_first_row_of_an_ablation() -> None:
    rows = (("plain", "0.9495", ""), ("wide", "0.9508", "+0.13"), ("deep", "0.949", "-0.05"), ("linked", "0.9289", "-2.04"))
    assert check_table_arithmetic(("Model", "Dice", "+/-(%)"), rows) == (CellMismatch(3, 2, ("-2.06%p", "-2.17%")),)


def test_difference_to_the_row_above() -> None:
    rows: tuple[tuple[str, ...], ...] = (("base", "0.602", "-"), ("+ crf", "0.622", "+0.020"), ("+ lists", "0.655", "+0.053"))
    assert [found.row for found in check_table_arithmetic(("Model", "F1", "Gain"), rows)] == []
    rows = (("base", "0.602", "-"), ("+ crf", "0.622", "+0.020"), ("+ lists", "0.655", "+0.033"), ("+ more", "0.660", "+0.050"))
    assert [found.row for found in check_table_arithmetic(("Model", "F1", "Gain"), rows)] == [3]


@pytest.mark.parametrize(
    "header", [("a", "b", "c"), ("model", "score", "+/-(%)"), ("기존", "기존", "변화"), ("before", "after", "note"), ("날짜", "기존", "차이")]
)
def test_uncertain_headers_are_silent(header: tuple[str, ...]) -> None:
    assert check_table_arithmetic(header, (("1", "2", "99"), ("3", "4", "98"))) == ()
