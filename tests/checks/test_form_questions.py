"""A form's own questions and limits: no placeholder, and each with the length of its own answer."""

from __future__ import annotations

import pytest
from linting import findings

from careerlint.model.pledges import is_pledge, pledge_start

_ANSWER = "재고 도구를 만들어 중복을 31건에서 2건으로 줄였습니다."


@pytest.mark.parametrize("question", [
    "4. 협업 경험과 본인의 역할을 기술해 주십시오. (500자 이내)", "가장 힘들었던 경험과 극복 과정을 서술하시오. (공백 포함 400자)", "본인의 역할을 중심으로 작성하여 주시기 바랍니다. (1000 byte)",
])
def test_a_question_with_its_limit_is_no_placeholder(question: str) -> None:
    for text in (f"# 자기소개서\n\n**{question}**\n\n{_ANSWER}\n", f"# 자기소개서\n\n## {question}\n\n{_ANSWER}\n", f"# 지원서\n\n| 문항 | 답변 |\n| --- | --- |\n| {question} | {_ANSWER} |\n", f"# 지원서\n\n| 문항 | 답변 |\n| --- | --- |\n| {question} | |\n"):
        assert not findings("FMT005", text), text


def test_a_limit_right_below_its_question_is_no_placeholder() -> None:
    assert not findings("FMT005", f"# 자기소개서\n\n## 본인의 강점을 기술하시오.\n\n(공백 포함 400자)\n\n{_ANSWER}\n")


def test_what_was_not_filled_in_is_a_placeholder_in_a_form_too() -> None:
    assert findings("FMT005", "# 프로젝트\n\n## 역할\n\n본인의 역할을 작성해 주세요\n")
    assert findings("FMT005", f"# 자기소개서\n\n## 지원동기\n\n{_ANSWER}\n\n(공백 포함 487자)\n")
    assert findings("FMT005", "# 자기소개서\n\n## 1. [회사명]에 지원한 동기를 기술하시오. (500자 이내)\n\n" + _ANSWER)


@pytest.mark.parametrize("words", [
    "위의 모든 기재사항은 사실과 다름없음을 확인합니다.", "20   년    월    일", "지원자 : 박서윤 (인)", "성 명 :           (서명)", "상기 내용은 허위 사실이 없음을 확인하며, 허위 사실이 있을 경우 합격 취소 등의 불이익을 감수하겠습니다.",
    "위 기재 사항은 사실과 틀림이 없습니다.\n2026년 3월 2일\n지원자 이하람 (인)\n주식회사 한빛 귀하",
])
def test_what_is_signed_at_the_end(words: str) -> None:
    assert is_pledge(words)


@pytest.mark.parametrize("words", ["2026년 3월 2일", "성명 : 박서윤", "사실과 다른 기록을 찾아 고쳤습니다.", "제출 내용을 확인하는 화면을 만들었습니다.", "위 기사 내용이 허위인지 확인하는 분류기를 만들었습니다.", "기술 내용이 사실과 다름을 찾아 고쳤습니다.", _ANSWER])
def test_what_is_told_is_not_signed(words: str) -> None:
    assert not is_pledge(words)


def test_an_answer_ends_where_the_form_is_signed() -> None:
    assert pledge_start(f"{_ANSWER}\n\n위의 모든 기재사항은 사실과 다름없음을 확인합니다.\n") == len(_ANSWER) + 2
    assert pledge_start(f"{_ANSWER}\n2026년 3월 2일\n지원자 : 이하람 (인)\n") == len(_ANSWER) + 1
    text = "# 자기소개서\n\n## 1. 지원동기를 기술하시오. (60자 이상)\n\n" + _ANSWER + "\n\n위의 모든 기재사항은 사실과 다름없음을 확인합니다.\n\n2026년 3월 2일\n\n지원자 : 이하람 (인)\n"
    assert findings("FMT010", text)
