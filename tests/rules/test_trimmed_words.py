"""The words of a finding: whole ones, without what hangs over at their ends."""

from __future__ import annotations

from datetime import date

import pytest

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.evidence import Hit
from careerlint.model.outline import Language
from careerlint.model.span import Span
from careerlint.readers import read_text
from careerlint.rules.trimming import trimmed


@pytest.mark.parametrize(
    ("marked", "language", "expected"),
    [
        ("[[Significantly improved the]] speed", "en", "Significantly improved"),
        ("It was moved [[and significantly improved]].", "en", "significantly improved"),
        ("[[I'm not a real programmer,]] but I learn", "en", "I'm not a real programmer"),
        ("The rack[[, but no joy -]] and so on", "en", "no joy"),
        ("We saw [[Vitamin A]] fall", "en", "Vitamin A"),
        ("It was [[the best]] of all", "en", "the best"),
        ("[[Responsible for]] filing", "en", "Responsible for"),
        ("기획[[팀이 늦게 줘서 밀렸습니다]]", "ko", "기획팀이 늦게 줘서 밀렸습니다"),
        ("챗[[GPT가 시킨 대로]] 했다", "ko", "챗GPT가 시킨 대로"),
        ("속도를 올렸고 [[그리고 크게 향상,]] 끝", "ko", "크게 향상"),
        ("(주)한빛[[에서 배움]]", "ko", "한빛에서 배움"),
        ("GPU[[가 없어서]] 못 했다", "ko", "GPU가 없어서"),
    ],
)
def test_a_span_without_what_hangs_over(marked: str, language: Language, expected: str) -> None:
    start, end = marked.index("[["), marked.index("]]") - 2
    document = read_text(marked.replace("[[", "").replace("]]", ""), "a.txt")
    words = document.text[start:end]
    found = trimmed(Hit(Span(start, end), 0, values={"match": words}), language, document, 0)
    assert document.words(found.span) == expected == found.values["match"]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("## Work\n\n### Maps, 2020\n\n- Significantly improved the experience of all readers", "CHG003", "Significantly improved"),
        ("## Summary\n\nExcellent communication skills.", "OWN002", "Excellent communication skills"),
        ("## Work\n\n### Clerk, Novo, 2020 - 2022\n\n- Helped with audits and reports", "RES003", "Helped with"),
        ("## 회고\n\n기계학습에 대해 아무것도 모르는 초보자의 입장에서는 어려웠다.", "ATT002", "아무것도 모르는 초보자의 입장에서는"),
        ("## 자기소개서\n\n기획팀이 요구사항을 늦게 줘서 일정이 밀렸습니다.", "ATT001", "기획팀이 요구사항을 늦게 줘서 일정이 밀렸습니다"),
    ],
)
def test_a_finding_quotes_whole_words(text: str, code: str, expected: str) -> None:
    report = linter().lint(read_text(text, "a.md"), Config(select=(code,), as_of=date(2026, 1, 1)))
    [finding] = report.findings
    assert report.document.words(finding.span) == expected
    assert expected in finding.message
