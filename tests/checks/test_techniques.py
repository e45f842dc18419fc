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
