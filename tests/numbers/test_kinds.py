"""Every kind of number, in both languages: what is a measured outcome and what only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from careerlint.numbers.measures import measure
from careerlint.numbers.reading import read_numbers

OUTCOMES = [
    ("Twenty-first of 88 teams", "Twenty-first of 88 teams", "rank"),
    ("1초당 500건의 요청을 처리", "500건", "count-of-effect"),
    ("F1 0.79를 달성했다", "0.79", "metric"),
    ("정확도 91%를 기록", "91%", "metric"),
    ("AUC: 0.8135", "0.8135", "metric"),
    ("RMSE는 0.21이었다", "0.21", "metric"),
    ("mAP@50 0.58", "0.58", "metric"),
    ("Increased mAP to 0.74 by these steps", "0.74", "metric"),
    ("BLEU 26.4", "26.4", "metric"),
    ("EM 44.1300%", "44.1300%", "metric"),
    ("재현율이 0.88까지", "0.88", "metric"),
    ("R@10: 93.1%", "93.1%", "metric"),
    ("MRR 0.412", "0.412", "metric"),
    ("ROUGE-L 0.34", "0.34", "metric"),
    ("R-squared 0.53", "0.53", "metric"),
    ("an r-squared of .61", ".61", "metric"),
    ("The adjusted R squared is 0.53", "0.53", "metric"),
    ("rsquared: 0.53", "0.53", "metric"),
    ("가동률 99.9%를 유지", "99.9%", "metric"),
    ("전환율 4.2%", "4.2%", "metric"),
    ("macro F1 0.77", "0.77", "metric"),
    ("The tagger improved and reached 88% accuracy", "88%", "metric"),
    ("최종 점수 0.24587", "0.24587", "metric"),
    ("public 7위 (AUC: 0.7911)", "0.7911", "metric"),
    ("88.8% 정확도", "88.8%", "metric"),
    ("F1을 12%p 올렸다", "12%p", "point"),
    ("Used by 340 students", "340", "count-of-effect"),
    ("340 students used it", "340", "count-of-effect"),
    ("Used by 40 pharmacies", "40", "count-of-effect"),
    ("used by 12 banks in the north", "12", "count-of-effect"),
    ("adopted by 25 farms", "25", "count-of-effect"),
    ("used daily by 30 residents", "30", "count-of-effect"),
    ("Played by about 30 kids", "30", "count-of-effect"),
    ("Used by 2 museums", "2", "count-of-effect"),
    ("used by 40 test engineers", "40", "count-of-effect"),
    ("used by over 1,000 people", "1,000 people", "count-of-effect"),
    ("used by 10 marketing people", "10", "count-of-effect"),
    ("25 farms now use it", "25", "count-of-effect"),
    ("Adopted by more than 12 clinics", "12", "count-of-effect"),
    ("교내 경진대회에서 3등을 했습니다", "3등", "rank"),
    ("4.5%포인트 상승", "4.5%포인트", "point"),
    ("성능이 3pp 올랐다", "3pp", "point"),
    ("오류율을 12% 낮췄다", "12%", "delta"),
    ("비용 30% 절감", "30%", "delta"),
    ("기존 대비 18% 향상", "18%", "delta"),
    ("LB +0.012 상승", "+0.012", "delta"),
    ("RMSE -0.07", "-0.07", "metric"),
    ("3배 빨라졌다", "3배", "multiple"),
    ("처리량이 두 배로 늘었다", "두 배", "multiple"),
    ("시간을 절반으로 줄였다", "절반", "multiple"),
    ("3분의 1로 줄였다", "3분의 1", "multiple"),
    ("응답 시간 180ms", "180ms", "duration"),
    ("처리 시간을 10분으로 단축", "10분", "duration"),
    ("작업에 2시간 소요", "2시간", "duration"),
    ("배포까지 5일 소요", "5일", "duration"),
    ("추론 속도 0.4초", "0.4초", "duration"),
    ("이틀 걸리던 작업", "이틀", "duration"),
    ("사흘에서 하루로 단축", "사흘", "duration"),
    ("Latency under the 30 s timeout went from 12 s to 4 s", "4 s", "duration"),
    ("Deploys took us 2 hours; now they take 10 minutes", "2 hours", "duration"),
    ("DAU 1.2만", "1.2만", "count-of-effect"),
    ("용량을 1/4로 줄였다", "1/4", "multiple"),
    ("월 3만 건 처리", "3만 건", "count-of-effect"),
    ("사용자 500명을 모았다", "500명", "count-of-effect"),
    ("누적 다운로드 1,200건", "1,200건", "count-of-effect"),
    ("하루 200건의 문의", "200건", "count-of-effect"),
    ("고객 1만 명이 사용", "1만 명", "count-of-effect"),
    ("초당 300건", "300건", "count-of-effect"),
    ("회원 2만 명에게 서비스를 제공", "2만 명", "count-of-effect"),
    ("120팀 중 3등", "120팀 중 3등", "rank"),
    ("76팀 가운데 여섯 번째", "76팀 가운데 여섯 번째", "rank"),
    ("6등/20팀", "6등/20팀", "rank"),
    ("13등/480", "13등/480", "rank"),
    ("241/1006위", "241/1006위", "rank"),
    ("상위 5% 입상", "상위 5%", "rank"),
    ("최종 4위를 했다", "4위", "rank"),
    ("리더보드 3 위", "3 위", "rank"),
    ("1억 2천만 원의 비용 절감", "1억 2천만 원", "money"),
    ("비용을 월 300달러 줄였다", "300달러", "money"),
    ("We reached 0.83 F1", "0.83", "metric"),
    ("92% accuracy on the test set", "92%", "metric"),
    ("accuracy of 0.91", "0.91", "metric"),
    ("99.7% precision", "99.7%", "metric"),
    ("gained 12 points of recall", "12 points", "point"),
    ("improved by 4 percentage points", "4 percentage points", "point"),
    ("30% faster than before", "30%", "delta"),
    ("reduced the bill by 40%", "40%", "delta"),
    ("a 25% increase in conversion", "25%", "delta"),
    ("3x faster", "3x", "multiple"),
    ("4-fold increase", "4-fold", "multiple"),
    ("ten times faster", "ten times", "multiple"),
    ("halved the build time", "halved", "multiple"),
    ("throughput doubled", "doubled", "multiple"),
    ("cut latency in half", "half", "multiple"),
    ("twice as fast", "twice", "multiple"),
    ("p95 latency 200 ms", "200 ms", "duration"),
    ("builds took 3 days", "3 days", "duration"),
    ("saved 20 hours per week", "20 hours", "duration"),
    ("500 users signed up", "500", "count-of-effect"),
    ("2.4K stars on GitHub", "2.4K", "count-of-effect"),
    ("handles 4M+ requests", "4M+", "count-of-effect"),
    ("1,800 docs/min", "1,800 docs/min", "rate"),
    ("served 350 req/s", "350 req/s", "rate"),
    ("runs at 30 fps", "30 fps", "rate"),
    ("1200 TPS를 견뎠다", "1200 TPS", "rate"),
    ("3rd of 120 teams", "3rd of 120 teams", "rank"),
    ("ranked 7 of 150", "ranked 7 of 150", "rank"),
    ("top 5% on the leaderboard", "top 5%", "rank"),
    ("won second place", "second place", "rank"),
    ("cut cost by $1,200", "$1,200", "money"),
]

OTHERS = [
    ("분석 플랫폼 2.0/Pro 버전 UI 개발", "2.0", "version"),
    ("마이그레이션(2.0→3.0)을 주도", "3.0", "version"),
    ("Vue 2.7에서 3.4로 업그레이드", "2.7", "version"),
    ("1초당 수신되는 메시지", "1초", "other"),
    ("5초에 한 번씩 갱신", "5초", "other"),
    ("초당 20건 들어오는 값", "20건", "other"),
    ("YOLOv8을 썼다", "YOLOv8", "model-name"),
    ("Tern Data Science School 17th", "17th", "other"),
    ("GPT-4로 요약", "GPT-4", "model-name"),
    ("ResNet-50을 학습", "ResNet-50", "model-name"),
    ("BERT4Rec 모델", "BERT4Rec", "model-name"),
    ("EC2에 배포", "EC2", "model-name"),
    ("S3에 저장", "S3", "model-name"),
    ("XLM-R2base model", "XLM-R2base", "model-name"),
    ("Conv1D 층", "Conv1D", "model-name"),
    ("Python 3.9에서", "3.9", "version"),
    ("Python 3 기반", "3", "version"),
    ("CUDA 11.3 설치", "11.3", "version"),
    ("lightgbm 3.3.0", "3.3.0", "version"),
    ("v2로 배포", "v2", "version"),
    ("Ubuntu 20.04", "20.04", "version"),
    ("4인 팀으로", "4인", "head-count"),
    ("팀원 3명", "3명", "head-count"),
    ("5명이 함께", "5명", "head-count"),
    ("led 4 engineers", "4 engineers", "head-count"),
    ("with 3 members", "3 members", "head-count"),
    ("10만 장의 이미지로 학습", "10만 장", "dataset-size"),
    ("리뷰 3,000건을 수집", "3,000건", "dataset-size"),
    ("문장 2만 개", "2만 개", "dataset-size"),
    ("데이터 1,500개", "1,500개", "dataset-size"),
    ("trained on 1.2M rows", "1.2M", "dataset-size"),
    ("3,000 images were labelled", "3,000", "dataset-size"),
    ("12 features", "12", "dataset-size"),
    ("lr 1e-4", "1e-4", "hyper-parameter"),
    ("learning rate 0.001", "0.001", "hyper-parameter"),
    ("batch size 32", "32", "hyper-parameter"),
    ("epoch 50", "50", "hyper-parameter"),
    ("k=5로 설정", "5", "hyper-parameter"),
    ("threshold 0.75", "0.75", "hyper-parameter"),
    ("dropout 0.3", "0.3", "hyper-parameter"),
    ("학습률 0.001", "0.001", "hyper-parameter"),
    ("임계값을 0.6으로", "0.6", "hyper-parameter"),
    ("배치 사이즈 64", "64", "hyper-parameter"),
    ("max_depth=7", "7", "hyper-parameter"),
    ("20 epochs", "20", "hyper-parameter"),
    ("8:2로 나눴다", "8:2", "split"),
    ("0.75:0.15:0.10 split", "0.75:0.15:0.10", "split"),
    ("32GB 메모리", "32GB", "hardware"),
    ("RTX 3090에서", "3090", "hardware"),
    ("V100 서버", "V100", "hardware"),
    ("16 GB RAM", "16 GB", "hardware"),
    ("서버 3대", "3대", "hardware"),
    ("7B 모델", "7B 모델", "model-size"),
    ("110M parameters", "110M parameters", "model-size"),
    ("2023년 3월에 시작", "2023년 3월", "date"),
    ("2021.07.19 발표", "2021.07.19", "date"),
    ("Sept 2021 graduated", "Sept 2021", "date"),
    ("10월 12일", "10월 12일", "date"),
    ("'23년", "'23", "date"),
    ("2013~2019", "2013~2019", "period"),
    ("2022.03 ~ 2022.06", "2022.03 ~ 2022.06", "period"),
    ("from 2013 to 2019", "2013 to 2019", "period"),
    ("3개월 프로젝트", "3개월", "period"),
    ("2주간 진행", "2주", "period"),
    ("총 5주 소요", "5주", "period"),
    ("약 2개월 정도 걸렸습니다.", "2개월", "period"),
    ("6 months internship", "6 months", "period"),
    ("5 years of experience", "5 years", "period"),
    ("5분 발표", "5분", "other"),
    ("매 10분 단위로", "10분", "other"),
    ("224x224로 조정", "224x224", "resolution"),
    ("1920×1080 화면", "1920×1080", "resolution"),
    ("768차원", "768차원", "resolution"),
    ("기여도 40%", "40%", "contribution"),
    ("40% 기여", "40%", "contribution"),
    ("만 25세", "25세", "age"),
    ("GPA 3.8", "3.8", "grade"),
    ("학점 4.1", "4.1", "grade"),
    ("TOEIC 900", "900", "test-score"),
    ("토익 870점", "870점", "test-score"),
    ("010-1234-5678", "010-1234-5678", "identifier"),
    ("me7@example.com", "me7@example.com", "identifier"),
    ("https://example.com/a/123", "https://example.com/a/123", "identifier"),
    ("3. 결과", "3.", "section"),
    ("1-2 데이터", "1-2", "section"),
    ("Figure 3 shows", "3", "section"),
    ("표 2 참고", "2", "section"),
    ("결측치가 35%", "35%", "percent"),
    ("여성 51.6%", "51.6%", "percent"),
    ("데이터의 20%", "20%", "percent"),
    ("3가지 방법", "3가지", "other"),
    ("서점 3개 서비스를 옮겨 여는 속도 개선", "3개", "other"),
    ("2번 반복", "2번", "other"),
    ("3학년", "3학년", "other"),
    ("1등석 승객", "1", "other"),
    ("0.5에서 1 사이", "0.5", "other"),
]

SILENT = [
    "top-k 탐색", "Top-5 후보를 고른다", "2023 캡스톤 디자인", "5-fold cross validation", "Five-fold cross validation", "배치 정규화",
    "절반의 데이터를 버렸다", "half-precision 학습", "두 가지 방법", "the first model", "반복 학습", "세 명이 함께", "4주차 과제", "2단계 모델",
    "Ryzen 5 5600X", "16:20에 시작", "12:43:48", "seed 42", "GPU 2개", "13개 데이터", "3층 구조", "ICML 2020", "BM25와 결합", "3x3 커널",
    "I changed the channel timeout duration to 30s, which fixed it", "a 30-second timer", "Requests time out after 30 s", "The polling interval was set to 10 min",
    "This app took me roughly 2 months to make", "It took us 3 weeks to develop", "I spent 40 hours debugging", "We needed 30 hours to build it",
    "Used by 3 microservices", "used by 3 dashboards", "read by 4 consumers of the queue", "12 notebooks use it", "12 notebooks now use it", "used by 3 of the 4 pipelines", "used by 6 React components", "imported and used by 9 packages", "4 services rely on it", "visited by 5 pm", "read by 12 March", "The helper is used by 12 of the scripts and 4 modules", "A class of 30 students", "파이썬 3등을 사용했다",
    "window 30초", "timeout 5s", "sleep 500ms every", "level 3", "### 6.3 Recall 측정", "성능 지표 [11]를 최소화", "+14155550123", "+1 (555) 123-4567", "coordinates -117.911367 34.149445",
]


@pytest.mark.parametrize(("text", "words", "kind"), OUTCOMES)
def test_outcomes_are_metrics(text: str, words: str, kind: str) -> None:
    assert (words, kind) in [(number.text, number.kind) for number in measure(text).metrics]


@pytest.mark.parametrize(("text", "words", "kind"), OTHERS)
def test_other_numbers_have_their_kind_and_are_no_metrics(text: str, words: str, kind: str) -> None:
    assert (words, kind) in [(number.text, number.kind) for number in read_numbers(text)]
    assert measure(text).metrics == ()


@pytest.mark.parametrize("text", SILENT)
def test_no_metric(text: str) -> None:
    assert [number.text for number in measure(text).metrics] == []


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("3만 건 처리", 30000.0, 10000.0), ("1억 2천만 원", 120000000.0, 10000000.0), ("1.5천 명", 1500.0, 100.0), ("2만 5천 명", 25000.0, 1000.0),
        ("1,200명", 1200.0, 1.0), ("1.2M users", 1200000.0, 100000.0), ("10k users", 10000.0, 1000.0), ("F1 0.83", 0.83, 0.01),
        ("EM 45.4200%", 45.42, 0.0001), ("lr 1e-4", 0.0001, 0.0001), ("1만 5천으로", 15000.0, 1000.0), ("2 million users", 2000000.0, 1000000.0), ("5만여 명", 50000.0, 10000.0), ("20여 분", 20.0, 10.0), ("30여 만원", 300000.0, 100000.0),
    ],
)
def test_values_and_steps(text: str, value: float, step: float) -> None:
    number = read_numbers(text)[0] if not text.startswith("F1") else read_numbers(text)[-1]
    assert number.value == pytest.approx(value)
    assert number.step == pytest.approx(step)


@pytest.mark.parametrize("text", ["약 30% 향상", "about 30% faster", "~30% 향상", "30% 정도 향상", "10~20% 향상"])
def test_approximate(text: str) -> None:
    assert measure(text).metrics[0].approximate


@pytest.mark.parametrize("text", [case[0] for case in (*OUTCOMES, *OTHERS)])
def test_spans_are_ordered_and_hold_their_text(text: str) -> None:
    numbers = read_numbers(text)
    assert all(text[number.span.start : number.span.end] == number.text for number in numbers)
    assert all(first.span.end <= second.span.start for first, second in pairwise(numbers))


def test_rank_knows_its_total() -> None:
    rank = read_numbers("120팀 중 3등")[0]
    assert (rank.value, rank.total) == (3.0, 120.0)


def test_a_group_of_a_uuid_is_no_power_of_ten() -> None:
    assert all(number.value < 1e9 for number in read_numbers("id 550e8400-e29b-4539-8012-003711470000"))


@pytest.mark.parametrize("text", ["Streamlit 1.28로 화면을 붙임", "녹음 40시간으로 미세조정", "파이썬 3.11로 작성"])
def test_versions_and_hours_of_recordings_measure_nothing(text: str) -> None:
    assert not measure(text).metrics
@pytest.mark.parametrize(("text", "value", "total"), [("Twelfth of 60 teams, top 10 %.", 12, 60), ("Fourth of 37.", 4, 37), ("came seventh out of 41 entries", 7, 41)])
def test_a_place_in_words_knows_its_total(text: str, value: float, total: float) -> None:
    rank = read_numbers(text)[0]
    assert (rank.kind, rank.value, rank.total) == ("rank", value, total)


@pytest.mark.parametrize("text", ["the second of 12 chapters was rewritten", "on the third of 30 days", "first of 3 releases shipped in May"])
def test_an_ordinal_of_things_is_no_place(text: str) -> None:
    assert all(number.kind != "rank" for number in read_numbers(text))


@pytest.mark.parametrize(("text", "words"), [("F1 on the validation set 0.93.", "0.93"), ("Accuracy on 150 held-out pictures: 0.84", "0.84")])
def test_what_was_measured_may_stand_between_name_and_value(text: str, words: str) -> None:
    assert words in [text[number.span.start : number.span.end] for number in read_numbers(text) if number.kind == "metric"]
