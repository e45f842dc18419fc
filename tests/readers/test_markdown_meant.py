"""Markdown that says something else than its author means: fences around plain text, underlined numbers, comments that stay open."""

from __future__ import annotations

import pytest
from contract import check_contract

from careerlint.model.document import Document
from careerlint.readers import read_text

SENTENCES = "\n".join((
    "배포를 자동으로 바꾸어 한 주에 네 번 내보냈습니다.",
    "경보를 세 단계로 나누어 새벽 호출을 아홉 건에서 두 건으로 줄였습니다.",
    "색인을 하나로 합쳐 검색이 네 배 빨라졌고 회원 문의가 줄었습니다.",
    "신입 두 사람을 반년 동안 가르쳤고 둘 다 혼자 배포를 맡게 되었습니다.",
    "로그를 모아 시간대별 표로 만들고 매주 회의에서 함께 보며 고칠 곳을 정했습니다.",
    "느린 화면 열두 개를 골라 원인을 찾고 여섯 주에 걸쳐 하나씩 고쳤습니다.",
))


def markdown(source: str) -> Document:
    document = read_text(source, "sample.md")
    check_contract(document)
    return document


def kinds(document: Document) -> list[str]:
    return [block.kind for block in document.blocks]


@pytest.mark.parametrize(
    "words",
    [
        "개발언어 : Kotlin\n개발기간 : 3달\n개발인원 : 1명",
        "사용언어 : Java\n아키텍처패턴 : MVP\n사용기술\n  retrofit2\n  room\n개발기간: 2달\n개발인원: 4명",
        "- 역할: 서버 개발\n- 기간: 2023.03 ~ 2023.06\n- 기술 스택: Spring, Redis",
        "Period: March to June 2023\nTeam: 4\nMy role: server\nStack: Go, Redis",
        "Role: Android developer\nDuration: 4 months\nTools: Kotlin",
    ],
)
def test_a_card_of_a_work_in_a_fence_is_read(words: str) -> None:
    document = markdown(f"# 지도\n\n## 길찾기\n```\n{words}\n```\n\n```bash\nnpm start\n```\n")
    assert "code" not in kinds(document)[:-1] and kinds(document)[-1] == "code"
    assert all(row.strip(" -") in document.text for row in words.split("\n"))


@pytest.mark.parametrize(
    "words",
    [
        "Server:  UnKnown\nAddress: 10.10.10.10",
        "language: python\nduration: 3\nrole: admin",
        "LSTM: 0.471\nTransformer: 0.257",
        "Epoch 1: loss 0.93\nEpoch 2: loss 0.71",
        "2023-04-01 10:00:01 Period: 3\n2023-04-01 10:00:02 Team: 4",
        "여성: 233명 생존\n남성: 109명 생존\n비율: 약 4배 차이",
        "CPU: Intel i5\nGPU: none\nMemory: 8GB\nDuration of training: 26 mins",
        "$ python train.py\n기간: 3\n인원: 4",
        "기간 -> 인원\n├── 기간: 3\n└── 인원: 4",
        "pip install -r requirements.txt",
        "기간: 어느 기간의 자료인지 고른다",
    ],
)
def test_output_settings_and_drawings_in_a_fence_stay_code(words: str) -> None:
    document = markdown(f"# 지도\n\n지도를 만들었습니다.\n\n```\n{words}\n```\n")
    assert kinds(document) == ["heading", "paragraph", "code"]


def test_a_fence_with_a_language_stays_code() -> None:
    assert kinds(markdown("# 지도\n\n```yaml\n기간: 3달\n인원: 2명\n```\n")) == ["heading", "code"]


def test_a_page_that_is_one_fence_is_plain_text() -> None:
    document = markdown(f"```\n홍길동 이력서\n\n경력\n누리소프트 (2019.03 ~ 2022.02)\n{SENTENCES}\n```\n")
    assert document.plain and "code" not in kinds(document) and "```" not in document.text
    start = document.text.index("색인을")
    assert document.line_column(start) == (8, 1)


def test_markdown_inside_the_only_fence_of_a_page_is_read() -> None:
    document = markdown(f"```markdown\n# 홍길동\n\n## 경력\n\n{SENTENCES}\n```\n")
    assert kinds(document) == ["heading", "heading", "paragraph"]
    assert document.line_column(document.text.index("경력"))[0] == 4


@pytest.mark.parametrize(
    ("above", "words"),
    [
        (SENTENCES, SENTENCES),
        ("", "당신은 여행 안내원입니다.\n" + SENTENCES),
        ("", "You are a guide for travellers in this town.\n" + SENTENCES),
        ("", "\n".join(f"2023-04-01 10:00:0{number} {row}" for number, row in enumerate(SENTENCES.split("\n")))),
        ("", "def sum(a, b):\n    return a + b\n" * 8),
    ],
)
def test_sentences_in_a_fence_stay_code_where_the_page_tells_outside_or_nobody_tells(above: str, words: str) -> None:
    assert "code" in kinds(markdown(f"# 지도\n\n{above}\n\n```\n{words}\n```\n"))


@pytest.mark.parametrize("line", ["-----------", "==========="])
def test_numbers_above_drawn_lines_are_headings(line: str) -> None:
    document = markdown(f"1. 지원 동기\n{line}\n\n물을 아끼고 싶습니다.\n\n2. **직무** 역량\n{line}\n\n둑을 고쳤습니다.\n")
    assert kinds(document) == ["heading", "paragraph", "heading", "paragraph"]
    assert [document.words(block.span) for block in document.blocks if block.kind == "heading"] == ["1. 지원 동기", "2. 직무 역량"]


@pytest.mark.parametrize(
    "source",
    [
        "1. 지원 동기\n-----------\n\n물을 아끼고 싶습니다.\n",
        "1. 받기\n2. 풀기\n---\n\n1. 켜기\n2. 보기\n---\n",
        "1. 받기\n\n---\n\n2. 풀기\n\n---\n",
        "1. 먼저 저장소를 받아 풀어 둡니다.\n---\n\n2. 그다음에 켭니다.\n---\n",
        "2. 받기\n---\n\n1. 풀기\n---\n",
        "- 받기\n---\n\n- 풀기\n---\n",
    ],
)
def test_lists_above_drawn_lines_are_lists(source: str) -> None:
    assert "list" in kinds(markdown(source))


def test_a_year_before_its_month_is_no_number_of_an_item() -> None:
    document = markdown("# 경력\n\n2023. 05 ~ 2024. 07\n물결기계\n- 둑을 고침\n\n2021. 01 ~ 2023. 03 등대상사\n\n- 밧줄\n- 계기\n")
    assert document.text == "경력\n\n2023. 05 ~ 2024. 07\n물결기계\n\n둑을 고침\n\n2021. 01 ~ 2023. 03 등대상사\n\n밧줄\n계기"
    assert kinds(document) == ["heading", "paragraph", "list", "paragraph", "list"]
    assert kinds(markdown("# 목록\n\n2023. 밧줄\n2024. 계기\n")) == ["heading", "list"]
    assert markdown("- 2023. 05 물결기계\n- 2024. 07 등대상사\n").text == "2023. 05 물결기계\n2024. 07 등대상사"


def test_a_break_right_above_a_heading_does_not_swallow_it() -> None:
    document = markdown("# Mira\n\nWeigher.\n\n<br><br/>\n## Work\n\nWeighed ships.\n")
    assert [document.words(block.span) for block in document.blocks if block.kind == "heading"] == ["Mira", "Work"]
