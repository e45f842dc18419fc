"""The rules on form: what counts, what does not, and how much of it a document gets to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hits import findings_on, report_on, words_on
from linting import findings

from careerlint.checks.answer_length import Limit, counts, judge_length, limit_of
from careerlint.checks.long_statements import measure
from careerlint.checks.numbering import number_of
from careerlint.config import Config
from careerlint.engine import linter
from careerlint.readers import read_text


@pytest.mark.parametrize(
    ("prompt", "limit"),
    [
        ("지원동기 (1,000자 이내)", (0, 1000, "letters", True, False)),
        ("지원동기 (최대 1,000자 입력가능)", (0, 1000, "letters", True, False)),
        ("지원동기 (600자 ~ 1000자)", (600, 1000, "letters", True, False)),
        ("지원동기 (300~500자)", (300, 500, "letters", True, False)),
        ("지원동기 (500자 내외)", (0, 500, "letters", True, True)),
        ("지원동기 (500자 이상)", (500, 0, "letters", True, False)),
        ("지원동기 (500자 이상 1,000자 이내)", (500, 1000, "letters", True, False)),
        ("지원동기 (공백 제외 700자)", (0, 700, "letters", False, False)),
        ("지원동기 (2000byte 이내)", (0, 2000, "bytes", True, False)),
        ("Why us? (max. 250 words)", (0, 250, "words", True, False)),
        ("Why us? In no more than 1,500 characters", (0, 1500, "letters", True, False)),
        ("Why us? (200-300 words)", (200, 300, "words", True, False)),
        ("Why us? (at least 100 words)", (100, 0, "words", True, False)),
        ("Why us? (about 200 words)", (0, 200, "words", True, True)),
        ("Why us? Word limit: 250", (0, 250, "words", True, False)),
        ("Why us? (500 characters excluding spaces)", (0, 500, "letters", False, False)),
    ],
)
def test_limit(prompt: str, limit: tuple[int, int, str, bool, bool]) -> None:
    found = limit_of(prompt)
    assert found is not None
    assert (found.least, found.most, found.unit, found.spaces, found.about) == limit


@pytest.mark.parametrize("prompt", ["지원동기", "2023년 지원동기", "3자 대면", "My 100 words of French", "한 문장 (12자)", "500자소서"])
def test_no_limit(prompt: str) -> None:
    assert limit_of(prompt) is None


@pytest.mark.parametrize(
    ("limit", "count"),
    [
        (Limit(0, 50, "letters"), (9, 10)),
        (Limit(0, 50, "letters", spaces=False), (7, 7)),
        (Limit(0, 50, "bytes"), (14, 21)),
        (Limit(0, 50, "words"), (4, 4)),
    ],
)
def test_counts(limit: Limit, count: tuple[int, int]) -> None:
    assert counts("나는  ab 간다\n\n 가 ", limit) == count


@pytest.mark.parametrize(
    ("count", "limit", "verdict"),
    [
        (501, Limit(0, 500, "letters"), "long"),
        (500, Limit(0, 500, "letters"), ""),
        (250, Limit(0, 500, "letters"), ""),
        (249, Limit(0, 500, "letters"), "short"),
        (550, Limit(0, 500, "letters", about=True), ""),
        (551, Limit(0, 500, "letters", about=True), "long"),
        (299, Limit(300, 500, "letters"), "short"),
        (900, Limit(300, 0, "letters"), ""),
    ],
)
def test_verdict(count: int, limit: Limit, verdict: str) -> None:
    assert judge_length(count, count, limit) == verdict


def test_the_count_is_told() -> None:
    (finding,) = findings_on("# 자기소개서\n\n## 지원동기 (공백 제외 30자 이내)\n" + "물길을 재고 둑을 고쳤습니다. " * 4, "FMT010")
    assert "52자(공백 제외)" in finding.message
    assert "30자" in finding.message


def test_a_subtitle_belongs_to_the_answer_and_the_next_prompt_does_not() -> None:
    answer = "물길을 재고 둑을 고쳤습니다. 그 기록이 마을의 근거가 되었습니다."
    text = f"# 자기소개서\n\n## 지원동기 (60자 이내)\n\n### 물길\n\n{answer}\n\n## 포부 (30자 이내)\n\n{answer}\n"
    assert words_on(text, "FMT010") == ["포부 (30자 이내)"]


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("3. 백업", (3,)), ("3) 백업", (3,)), ("[3] 백업", (3,)), ("2-1. 수집", (2, 1)), ("2.1 Soil", (2, 1)), ("Step 3: cast", (3,)), ("제2장 결과", (2,)),
        ("② 결과", (2,)), ("문항 2. 성격", (2,)), ("Project 4 - Stool", (4,)), ("(1) 승강기", (1,)),
    ],
)
def test_number(heading: str, number: tuple[int, ...]) -> None:
    found = number_of(heading)
    assert found is not None
    assert found[1] == number


@pytest.mark.parametrize("heading", ["3D 지도", "2위 수상", "2023.03 ~ 2023.06", "23.03 ~ 23.06", "3 datasets", "2nd place", "206 hatchback", "백업 3", "1.", "5월 기록"])
def test_no_number(heading: str) -> None:
    assert number_of(heading) is None


def test_one_slip_of_numbering_is_told_once() -> None:
    text = "# 가\n\n" + "".join(f"## {number}. 나\n\n다\n\n" for number in (1, 2, 2, 3, 3))
    assert len(findings_on(text, "FMT012")) == 1


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("가" * 200, "ko", 0),
        ("가" * 201, "ko", 201),
        ("가" * 150 + "(" + "나" * 80 + ")", "ko", 0),
        ("가" * 600, "ko", 0),
        ("word " * 45, "en", 0),
        ("word " * 46, "en", 46),
        ("word " * 30 + "; " + "word " * 30, "en", 0),
        ("word " * 40 + "12 34 56 78 90 11", "en", 0),
    ],
)
def test_length_of_a_sentence(text: str, language: str, count: int) -> None:
    assert measure(text, language) == count


def test_a_document_gets_at_most_five_long_sentences() -> None:
    sentence = "저는 {} 물길을 재고 " + "둑의 높이를 적어 두었다가 다시 나가서 " * 12 + "기록을 고쳤습니다."
    text = "# 물길\n\n" + "\n\n".join(sentence.format(number) for number in ("봄에", "여름에", "가을에", "겨울에", "낮에", "밤에", "새벽에"))
    assert len(findings_on(text, "FMT006")) == 5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# 가\n\n## 개요\n\n나\n\n결과\n----\n\n## 한계\n\n다", ["결과"]),
        ("# 가\n\n## 개요\n\n나\n\n## 결과\n\n> \n\n## 한계\n\n다", ["결과"]),
        ("# 가\n\n## 개요\n\n나\n\n## 결과\n\n<br>\n\n## 한계\n\n다", ["결과"]),
        ("# 가\n\n## 개요\n\n나\n\n## 결과\n\n<img src='a.png'>\n\n## 한계\n\n다", []),
        ("# 가\n\n## 개요\n\n나\n\n## 결과 ##\n\n다", []),
        ("# 가\n\n## 개요\n\n나\n\n<h2>결과</h2><p>다</p>\n\n## 한계\n\n라", []),
        ("# 가\n\n## 개요\n\n나\n\n## 결과\n\n$$x^2$$\n\n## 한계\n\n라", []),
        ("# 결과\n\n## 개요\n\n나", []),
        ("# 포트폴리오\n\n## 가온 지도\n\n## 개요\n\n나\n\n## 결과\n\n다\n\n## 나루 지도\n\n## 개요\n\n나\n\n## 결과\n\n다", []),
        # A table of contents set as headings: what they announce stands further down.
        ("# 지도\n\n## 목차\n\n### 결과\n### 회고\n\n## 결과\n\n지도를 만들었습니다.\n\n## 회고\n\n축척을 배웠습니다.\n", []),
    ],
)
def test_what_fills_a_section(text: str, words: list[str]) -> None:
    assert words_on(text, "FMT008") == words


def test_plain_text_has_no_headings_that_could_be_empty() -> None:
    document = read_text("경력\n\n수상\n\n- 2020 가온상\n".encode(), "a.txt")
    assert linter().lint(document, Config(select=("FMT008",))).findings == ()


def test_endings_are_judged_list_by_list_and_told_once_for_a_section() -> None:
    formal, plain = "- 로그를 모았습니다.\n- 표를 만들었습니다.\n- 색인을 바꾸었습니다.\n", "- 경보를 붙였다.\n- 문서를 썼다.\n"
    assert len(findings_on(f"## 한 일\n{formal}{plain}", "FMT004")) == 1
    assert len(findings_on(f"## 한 일\n{formal}{plain}\n로그를 모았습니다. 표를 만들었다. 색인을 바꾸었습니다. 문서를 썼다. 경보를 붙였습니다.", "FMT004")) == 1
    assert findings_on(f"## 한 일\n{formal}{formal}\n## 둘째\n{plain}{plain}{plain}", "FMT004") == ()
    assert findings_on(f"## 한 일\n{formal}- 경보를 붙였다.\n- 이름\n", "FMT004") == ()
    titled = "".join(f"- **{name}** 적용\n  {told}\n" for name, told in (("Flow", "값을 흘려 받습니다."), ("Hilt", "의존성을 넣었습니다."), ("Room", "표를 저장했습니다.")))
    assert findings_on(f"## 한 일\n{titled}", "FMT004") == ()
    named = "".join(f"{number}. {name}를 활용한 화면\n\n화면을 그렸습니다. 값을 {told}.\n\n" for number, name, told in (("①", "표", "모았습니다"), ("②", "지도", "나누었습니다"), ("③", "격자", "세었습니다")))
    assert findings_on(f"## 배운 점\n\n{named}", "FMT004") == ()


def test_the_other_endings_are_related() -> None:
    report = report_on("## 한 일\n- 로그를 모았습니다.\n- 경보를 붙였다.\n- 표를 만들었습니다.\n- 문서를 썼다.\n- 색인을 바꾸었습니다.\n", "FMT004")
    (finding,) = report.findings
    assert [report.document.words(span) for span in finding.related] == ["경보를 붙였다.", "문서를 썼다."]


def test_a_copied_passage_is_told_by_its_first_sentence() -> None:
    passage = "로그를 모아서 시간대별 표로 만들었습니다. 그다음에는 색인을 하나로 합쳤습니다. 마지막으로 경보를 세 단계로 나누었습니다."
    assert words_on(f"# 가\n\n{passage}\n\n## 나\n\n{passage}", "FMT009") == ["로그를 모아서 시간대별 표로 만들었습니다."]


def test_picture_pages_are_told_once_and_the_cover_is_none() -> None:
    document = read_text("# 가온\n\n지도를 만들었습니다.".encode(), "case.md")

    def messages(*pages: int) -> list[tuple[str, str]]:
        report = linter().lint(replace(document, picture_pages=pages), Config(select=("FMT001",), as_of=date(2026, 1, 1)))
        return [(finding.level, finding.message) for finding in report.findings]

    assert messages() == messages(1) == []
    assert messages(1, 3, 4) == [("note", "3, 4쪽은 그림뿐이라 글자를 읽을 수 없습니다.")]


def test_a_comment_that_hides_the_rest_of_the_page_is_told() -> None:
    hidden = "## 경력\n\n누리소프트에서 지도를 만들고 배송 시간을 40분에서 25분으로 줄였습니다."

    def told(source: str) -> list[tuple[str, str, str]]:
        report = linter().lint(read_text(source.encode(), "case.md"), Config(select=("FMT001",), as_of=date(2026, 1, 1)))
        return [(finding.level, report.document.words(finding.span), finding.message) for finding in report.findings]

    (only,) = told(f"# 가온\n\n지도를 만들었습니다.\n\n<!-- 다음에 고칠 것\n\n{hidden}\n")
    assert only == ("error", "지도를 만들었습니다.", "5행에서 연 주석(<!--)이 닫히지 않아 그 뒤의 글이 화면에 나오지 않습니다.")
    assert told(f"# 가온\n\n지도를 만들었습니다.\n\n<!-- 다음에 고칠 것\n\n{hidden}\n-->\n") == []
    assert told("# 가온\n\n지도를 만들었습니다.\n\n<!-- 끝\n") == []
    assert told(f"# 가온\n\n지도를 `<!--` 로 감쌌습니다.\n\n{hidden}\n") == []


@pytest.mark.parametrize(
    ("bullets", "told"),
    [
        (("데이터를 정제했습니다.", "지도를 그렸습니다.", "데이터를 정제했습니다."), ["데이터를 정제했습니다."]),
        (("Cleaned data.", "Drew maps.", "Cleaned data"), ["Cleaned data"]),
        (("API 개발", "지도 제작", "API 개발"), []),
        (("Python", "SQL", "Python"), []),
        (("Cleaned data.", "Drew maps.", "Cleaned dates."), []),
    ],
)
def test_a_short_bullet_twice_in_one_list_is_told(bullets: tuple[str, ...], told: list[str]) -> None:
    text = "# 이력서\n\n## 경력\n\n### 항구상사 (2020.01 ~ 2023.01)\n\n" + "".join(f"- {each}\n" for each in bullets)
    assert [text.splitlines()[-1].removeprefix("- ") for _ in findings("FMT009", text)] == told
    apart = text + "\n### 부두상사 (2018.01 ~ 2020.01)\n\n- 데이터를 정제했습니다.\n- Cleaned data.\n- Weighed 40 ships.\n"
    assert len(findings("FMT009", apart)) == len(told)
