"""Changes: which numbers belong together, and what only looks like a change."""

from __future__ import annotations

import pytest

from careerlint.numbers.changes import changes
from careerlint.numbers.measures import measure

PAIRS = [
    ("월 30여 만원 정도 나가던 서버 비용을 15만원 이하로 낮췄다", "30여 만원", "15만원", ""),
    ("10여 초 소요되던 조회 시간을 2초 이내로 단축", "10여 초", "2초", ""),
    ("하루 2시간 쓰던 회의를 30분으로 줄였다", "2시간", "30분", ""),
    ("정확도를 0.72에서 0.81으로 올렸다", "0.72", "0.81", ""),
    ("정확도 0.72 → 0.81 (+9%p)", "0.72", "0.81", "+9%p"),
    ("F1이 0.72이던 것이 0.81이 되었다", "0.72", "0.81", ""),
    ("평균 20분에서 평균 3분으로 단축", "20분", "3분", ""),
    ("응답 시간을 240ms에서 60ms로 4배 단축", "240ms", "60ms", "4배"),
    ("Cut the answer time from ~2 minutes → <30 seconds", "2 minutes", "30 seconds", ""),
    ("R@1: ~54% → 61.5% (+7.5%p)", "54%", "61.5%", "+7.5%p"),
    ("6%p 향상 (0.72 → 0.78)", "0.72", "0.78", "6%p"),
    ("기존 0.72 대비 0.78을 기록", "0.72", "0.78", ""),
    ("사용자 130명에서 390명으로 3배 증가", "130명", "390명", "3배"),
    ("파라미터: 838K → 213K (74.6% 감소)", "838K", "213K", "74.6%"),
    ("improved F1 from 0.72 to 0.81", "0.72", "0.81", ""),
    ("grew from 65 to 130 users", "65", "130", ""),
    ("latency went from 9.2s to 5.7s", "9.2s", "5.7s", ""),
    ("deploy time 45m → 14m", "45m", "14m", ""),
    ("ramp-up went from three weeks to eight days", "three weeks", "eight days", ""),
    ("reduced latency by 40% from 200 ms to 120 ms", "200 ms", "120 ms", "40%"),
    ("accuracy 0.81 (baseline 0.72)", "0.72", "0.81", ""),
    ("F1 0.81, up from 0.72", "0.72", "0.81", ""),
    ("accuracy -> raised from 81.5% to 84.0%", "81.5%", "84.0%", ""),
    ("availability from 99.5% to 99.99%", "99.5%", "99.99%", ""),
    ("1,100 events a second before, 4,800 now", "1,100 events a second", "4,800", ""),
    ("waste went from 140 g to 60 g", "140", "60", ""),
    ("60 machines on 9 hosts, power 31 kW to 12 kW", "31", "12", ""),
    ("cut rework 40 hours to 12 hours", "40 hours", "12 hours", ""),
    ("화면을 10프레임 -> 50프레임으로 개선", "10프레임", "50프레임", ""),
    ("메뉴를 12칸막이 -> 3칸막이로 줄임", "12", "3", ""),
    ("가입을 7클릭에서 2클릭으로 줄였다", "7", "2", ""),
]

SIZES = [
    ("기존 대비 12% 향상", "12%"), ("처리 속도 3배 개선", "3배"), ("비용을 절반으로 줄였다", "절반"), ("A보다 3%p 높은 정확도", "3%p"),
    ("30% faster", "30%"), ("reduced by 40%", "40%"), ("halved the build time", "halved"), ("+12%p", "+12%p"), ("tripled throughput", "tripled"),
]

SILENT = [
    "640→1024 해상도 확장 시 성능 향상 검증",
    "입력 크기 224→512 변경으로 정확도 향상",
    "image size 224 → 512 raised, which helped",
    "지연이 0.5에서 1.3 사이", "from 2013 to 2019", "채널 32 -> 128", "픽셀 0~255 → 0~1", "order=3 → 15차원", "True→1, False→0", "Dropout 0.6 (0.5→0.6)",
    "Po(1) → Fa(2) → TA(3)", "2-layer FC (4→2)", "1단계에서 3단계로", "생존율은 여성 74% vs 남성 19%", "Python 3.7에서 3.9로", "2022년에서 2023년으로", "x → 105 - x",
    "page 3 to 5", "F1 0.83을 달성", "10 to 20 people", "parcels of 5 kg to 10 kg", "won 3 to 1", "an 80% to 20% split of data",
]


@pytest.mark.parametrize(("text", "before", "after", "size"), PAIRS)
def test_pairs(text: str, before: str, after: str, size: str) -> None:
    change = next(change for change in changes(text) if change.before is not None)
    assert change.before is not None
    assert change.after is not None
    assert (change.before.text, change.after.text) == (before, after)
    assert (change.size.text if change.size else "") == size
    assert {before, after} <= {number.text for number in measure(text).metrics}


@pytest.mark.parametrize(("text", "size"), SIZES)
def test_sizes_alone(text: str, size: str) -> None:
    assert [change.size.text for change in changes(text) if change.size] == [size]
    assert [text[change.span.start : change.span.end] for change in changes(text)] == [size]


@pytest.mark.parametrize("text", SILENT)
def test_no_change(text: str) -> None:
    assert changes(text) == ()


def test_two_pairs_keep_their_own_sizes() -> None:
    found = changes("정확도 0.71→0.83(+12%p), 처리 시간 200ms→50ms(4배)")
    assert [(change.after.text, change.size.text) for change in found if change.after and change.size] == [("0.83", "+12%p"), ("50ms", "4배")]


def test_a_size_of_another_quantity_is_not_paired() -> None:
    found = changes("정확도를 0.80에서 0.85로 올리고 추론 속도는 30% 개선")
    assert [change.sized_beside for change in found] == [False, False]
