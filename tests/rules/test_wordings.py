"""Wordings: the question and the scaffold of a finding fit what the person wrote."""

from __future__ import annotations

from datetime import date

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.finding import Finding
from careerlint.readers import read_text


def _one(code: str, text: str) -> Finding:
    found = linter().lint(read_text(text, "resume.md"), Config(select=(code,), as_of=date(2026, 1, 1))).findings
    assert found, text
    return found[0]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("- 강의에서 배운 XGBoost를 사용했습니다.", "강의나 예제에 나왔다는 것 말고"),
        ("- 선배가 추천해서 PyTorch를 썼습니다.", "남이 권하거나 좋다고 한 것 말고"),
        ("- 유명해서 YOLO를 사용했습니다.", "많이 쓰이거나 유명하다는 것 말고"),
        ("- 익숙해서 Redis를 사용했습니다.", "익숙하다는 것 말고"),
        ("- 써보고 싶어서 Kafka를 도입했습니다.", "써 보고 싶었다는 것 말고"),
        ("- Used Keras because we learned it in the course.", "Apart from having been taught in a course or example"),
        ("- Chose Postgres because a friend recommended it.", "Apart from being recommended by others"),
        ("- Chose BERT because it is popular.", "Apart from being popular"),
    ],
)
def test_the_question_names_the_reason_that_was_given(text: str, asked: str) -> None:
    finding = _one("WHY003", f"# 이력서\n\n## 프로젝트\n\n### 주문 예측\n\n{text}\n")
    assert finding.question.startswith(asked)
    assert "유명" not in finding.message.replace("많이 쓰이거나 유명하다는", "") or "유명" in text


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("- 제공된 예제 코드를 그대로 돌렸습니다.", "이 코드를"),
        ("- 공개된 템플릿을 그대로 사용했습니다.", "이 템플릿을"),
        ("- KoBERT 모델을 그대로 사용했습니다.", "이 모델을"),
        ("- Used the dbt starter template as is.", "this template"),
        ("- Ran the example notebook as it was.", "this code"),
        ("- 강의에 나온 노트북은 한 줄도 건드리지 않고 제출했습니다.", "이 코드를"),
    ],
)
def test_what_was_used_as_it_is_has_its_name(text: str, thing: str) -> None:
    finding = _one("CHG001", f"# 프로젝트\n\n## 주문 예측\n\n{text}\n")
    assert thing in finding.question
    assert ("모델" in finding.rewrite) == (thing == "이 모델을")


def test_only_missing_behaviours_are_asked_for() -> None:
    finding = _one("OWN003", "# 이력서\n## 경력\n### 새길\n- 적재가 멈추는 문제의 원인을 찾아 시간대를 통일해 해결\n- 월 비용 180만 원 절감\n- 요청받지 않은 테스트 코드를 도입\n")
    assert "협업" in finding.message
    assert finding.question.startswith("누구와 함께")
    assert finding.rewrite == "〈누구〉와 〈무엇〉을 정했고, 〈다른 의견〉은 〈방법〉으로 맞췄습니다."


def test_scaffolds_of_several_missing_behaviours_stand_together() -> None:
    finding = _one("OWN003", "# Resume\n## Experience\n### Designer, Havn Hotels (2018–2022)\n- Designed the booking page with two developers\n- Drew 14 icons\n")
    assert finding.question == "Tell me about a problem that you solved to the end."
    assert [finding.rewrite.count(part) for part in ("With 〈whom〉", "I traced", "As a result", "It was not my task")] == [0, 1, 1, 1]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("엄격하신 아버지와 자상하신 어머니 밑에서 자랐습니다.", "그 시절의 어떤 일이"),
        ("끊임없이 배우고 성장하는 사람입니다.", "최근에 무엇을 새로 배웠고"),
        ("성실함과 책임감이 저의 가장 큰 무기입니다.", "그것을 보여 주는 일을"),
        ("I am a fast learner.", "What did you learn last"),
    ],
)
def test_a_phrase_is_asked_about_by_what_it_says(text: str, question: str) -> None:
    finding = _one("ATT005", f"# 자기소개서\n\n{text}\n")
    assert finding.question.startswith(question)
    assert "불린" not in finding.message
    assert "형용사" not in finding.rewrite


@pytest.mark.parametrize(
    ("limit", "told", "question"),
    [
        ("30자 이내", "정해진 30자를 넘습니다.", "한 문장만 남긴다면"),
        ("500자 이내", "정해진 500자의 절반에 못 미칩니다.", "하나 더 든다면"),
        ("800자 이상", "정해진 800자를 채우지 못했습니다.", "하나 더 든다면"),
    ],
)
def test_too_long_and_too_short_answers_have_words_of_their_own(limit: str, told: str, question: str) -> None:
    finding = _one("FMT010", f"# 자기소개서\n\n## 성장과정 ({limit})\n작은 항구에서 배가 들고 나는 시각을 적는 일을 도우며 자랐고 그래서 숫자를 믿게 되었습니다.\n")
    assert finding.message.endswith(told)
    assert question in finding.question
    assert ("빼서" in finding.rewrite) == ("넘습니다" in told)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("비전공자라 많이 부족했지만 노력했습니다.", "예전에 배운 것은"),
        ("졸업 후 2년의 공백이 있지만 열심히 준비했습니다.", "그 기간에 무엇을"),
        ("늦은 나이에 시작했지만 노력하겠습니다.", "전에 하던 일에서"),
        ("I do not have a computer science degree, but I work hard.", "How does what you learned there"),
    ],
)
def test_an_excuse_is_answered_by_what_is_excused(text: str, question: str) -> None:
    finding = _one("ATT004", f"# 자기소개서\n\n{text}\n")
    assert finding.question.startswith(question)
    assert "동안" not in finding.rewrite or "기간" in finding.question


def test_korean_summaries_speak_as_the_other_texts_do() -> None:
    others = [rule.code for rule in linter().rule_set.rules if not rule.summary["ko"].removesuffix("(참고).").rstrip(".").endswith("니다")]
    assert others == []


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("# 포트폴리오\n\n## 갯벌 지도\n{0}\n## 등대 목록\n{0}".format("- 목록 화면을 만들었습니다.\n- 사진을 올리는 기능을 구현했습니다.\n- 검색을 추가했습니다.\n"), "어느 프로젝트에서도", "'등대 목록'"),
        ("# Portfolio\n\n## Mud map\n{0}\n## Lighthouse list\n{0}".format("- Built the list page.\n- Implemented the upload of pictures.\n- Added a search.\n"), "in any of the projects", "'Lighthouse list'"),
    ],
)
@pytest.mark.parametrize("code", ["RES002", "STO002"])
def test_what_no_project_tells_is_said_of_all_of_them(text: str, first: str, second: str, code: str) -> None:
    warning, note = linter().lint(read_text(text, "portfolio.md"), Config(select=(code,), as_of=date(2026, 1, 1))).findings
    assert (warning.level, note.level) == ("warning", "note")
    assert first in warning.message
    assert second in note.message
    assert (warning.gap, note.gap_told) == (note.gap, "")
    assert warning.gap_told.startswith(f"{warning.gap}")
