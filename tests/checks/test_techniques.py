"""WHY001 and WHY002: which techniques count as chosen, and what stands for a reason or an alternative."""

from __future__ import annotations

import pytest
from story_texts import evidence_of, report_on, titles

from careerlint.checks.techniques import technique_names


def names(text: str) -> tuple[str, ...]:
    evidence = evidence_of(text)
    return technique_names(evidence, evidence.stories.told[0])


def test_techniques_of_own_statements_count_and_lists_of_tools_do_not() -> None:
    assert names("# 후기 분류\n- KoBERT로 후기를 분류했습니다.\n- Redis에 결과를 저장했습니다.") == ("KoBERT", "Redis")
    assert names("# 후기 분류\n- 사용 기술: KoBERT, Redis, Kafka\n- 후기 기준표를 작성했습니다.") == ()
    assert names("# 후기 분류\n- LightGBM, CatBoost, XGBoost\n- 후기 기준표를 작성했습니다.") == ()
    assert names("# 후기 분류\n- 정확도 0.8, 교차 엔트로피 0.4\n- Adam으로 학습했습니다.") == ()


def test_a_resume_speaks_of_a_technique_without_using_it() -> None:
    head = "# Ada Moss\n## Experience\n### Engineer, Kubus Soft (2020 - 2022)\n"
    assert names(head + "- Built ingestion with Kafka\n- Wrote the tests") == ("Kafka",)
    assert names(head + "- Reduced the transformer memory footprint\n- Wrote the tests") == ()


@pytest.mark.parametrize(
    "text",
    [
        "# 번역기\n- mT5로 번역기를 학습했습니다.\n- 표에 따라 골랐습니다.\n\n| 모델 | BLEU |\n|---|---|\n| mT5 | 31.2 |\n| NLLB | 29.8 |",
        "# 검색\n- 사람 이름을 못 찾는 문제가 있어 BM25 색인을 더했다\n- 문서 9천 건을 색인했다",
        "# 검색\n- 정확한 철자를 찾아야 하는 질의라 BM25를 사용했다\n- 문서 9천 건을 색인했다",
        "# Search\n- BM25 for queries that must match exactly\n- Indexed 9,000 documents",
    ],
)
def test_figures_of_several_and_problems_are_reasons(text: str) -> None:
    assert titles(text, "WHY001") == []


def test_the_message_names_at_most_three_techniques() -> None:
    text = "# 상담 분류\n- KoBERT로 상담을 분류했습니다.\n- Redis, Kafka, MongoDB로 결과를 옮기는 서버를 구현했습니다."
    assert "KoBERT, Redis, Kafka 선택" in report_on(text, "WHY001").findings[0].message


@pytest.mark.parametrize(
    "text",
    [
        "# 잎 분류\n- ResNet-50 0.81, ConvNeXt 0.86을 얻었습니다.\n- 잎 사진을 찍었습니다.",
        "# 잎 분류\n- ResNet-50으로 0.81을 얻었습니다.\n- ConvNeXt로 F1 0.86을 얻었습니다.",
        "# Leaves\n- XGBoost, LightGBM and CatBoost on leaf shapes, F1 0.86\n- Photographed leaves",
    ],
)
def test_techniques_side_by_side_are_alternatives(text: str) -> None:
    assert titles(text, "WHY002") == []


def test_a_lone_technique_has_no_alternative() -> None:
    assert titles("# 잎 분류\n- ResNet-50으로 잎을 분류했습니다.\n- 잎 사진을 찍었습니다.", "WHY002") == ["잎 분류"]


RESUME = "# Ada Moss\n## Experience\n### Engineer, Kubus Soft (2020 - 2022)\n- Wrote the tests\n- "


@pytest.mark.parametrize(
    "line",
    [
        "오라클 → 큐브리드 이관 시 프로시저 63개를 변환했습니다.",
        "오라클 → 티베로 전환 때 쿼리 210개를 다시 작성했습니다.",
        "주문 80만 건을 PostgreSQL에 적재하는 배치를 다시 짰습니다.",
        "센서 값을 BigQuery로 업로드하는 스크립트를 작성했습니다.",
        "SMOTE는 재현율을 떨어뜨려 뺐습니다.",
        "Mixup은 작은 물체에 해로워(0.67에서 0.61) 껐습니다.",
        "모델 파일은 `models/lanewise.onnx`입니다.",
        "`src/lstm/train.py`에서 학습을 시작했습니다.",
    ],
)
def test_what_was_left_dropped_or_only_names_a_file_was_not_chosen(line: str) -> None:
    assert names(f"# 장부\n- 기준표를 작성했습니다.\n- {line}") == ()


@pytest.mark.parametrize(
    "line",
    [
        "Rewrote the nightly invoice load from row-by-row inserts to COPY into PostgreSQL",
        "Loaded 40 million rows into Snowflake in nightly batches",
        "Scripted the export of sensor readings to BigQuery",
        "Oracle → CUBRID migration: converted 63 procedures",
        "Used mosaic augmentation, which hurt small objects (0.67 to 0.61), so it is off",
        "SMOTE lowered recall from 0.71 to 0.66 and was switched off",
        "The model file is `models/lanewise.onnx`",
        "The trained model is in models/lanewise.onnx",
    ],
)
def test_so_it_is_in_english(line: str) -> None:
    assert names(RESUME + line) == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Stored the order history in Cassandra", "Cassandra"),
        ("Exported the network with ONNX for the browser", "ONNX"),
        ("Trained XGBoost on 12 features and removed 3 of them", "XGBoost"),
    ],
)
def test_these_were_chosen(line: str, name: str) -> None:
    assert names(RESUME + line) == (name,)
    assert names("# 장부\n- 기준표를 작성했습니다.\n- XGBoost로 학습하고 중요도가 낮은 변수를 뺐습니다.") == ("XGBoost",)
    assert names("# 장부\n- 기준표를 작성했습니다.\n- XGBoost는 결측을 받아 채운 변수를 뺐습니다.") == ("XGBoost",)
    assert names("# 장부\n- 기준표를 작성했습니다.\n- Kafka → Redis 순서로 처리하는 서비스를 구현했습니다.") == ("Kafka", "Redis")


@pytest.mark.parametrize(
    "line",
    [
        "신경망은 0.74로 같아서 설명하기 쉬운 로지스틱 회귀를 유지했습니다.",
        "신경망도 0.74에 그쳐 로지스틱 회귀로 정했습니다.",
        "LightGBM이 0.75로 비슷해 로지스틱 회귀를 그대로 두었습니다.",
    ],
)
def test_another_one_that_was_no_better_is_an_alternative(line: str) -> None:
    assert titles(f"# 노쇼 예측\n- 예약 기록을 받았습니다.\n- {line}", "WHY002") == []


@pytest.mark.parametrize(
    "line",
    [
        "금융사의 타임아웃을 서킷 브레이커로 관리하여 한 곳의 장애가 전체로 번지지 않게 했습니다.",
        "RabbitMQ로 발송을 떼어 내 화면이 기다리지 않게 했습니다.",
        "Kafka를 두어 결제가 멈춰도 주문을 받을 수 있게 했습니다.",
    ],
)
def test_what_it_keeps_from_happening_is_a_reason(line: str) -> None:
    assert titles(f"# 주문\n- 주문 화면을 구현했습니다.\n- {line}", "WHY001") == []
