"""Remarks: which findings become one, at which words it stands, and what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from careerlint.annotations.remarks import Remark, remarks_of, title_of
from careerlint.checking import check_document, check_files
from careerlint.config import Config
from careerlint.model.finding import Report
from careerlint.readers import read_text

CONFIG = Config(as_of=date(2026, 1, 1))
EXAMPLES = Path(__file__).parents[2] / "examples" / "poor"


def example(name: str, **choices: object) -> Report:
    report = next(check_files([EXAMPLES / name], lambda _: replace(CONFIG, **choices)))  # type: ignore[arg-type]
    assert isinstance(report, Report)
    return report


def gathered(report: Report) -> list[tuple[str, Remark]]:
    return [(report.document.words(remark.span), remark) for remark in remarks_of(report) if remark.elsewhere]


def test_gaps_of_an_entry_stand_at_its_title_as_one_remark() -> None:
    found = {words: remark.code for words, remark in gathered(example("en-portfolio.md"))}
    assert found["Project 3: Museum Visitor Survey"] == "STO002 WHY002"
    assert "House Price Challenge" in found and "Portfolio of Ines Halvorsen" not in found


def test_gaps_of_a_resume_stand_at_its_first_heading_as_one_remark() -> None:
    ((words, remark),) = gathered(example("ko-ml-junior.docx"))
    assert (words, remark.code, remark.name) == ("한서윤", "WHY001 WHY002", "")
    message, *scaffolds, question = remark.parts
    assert message == ("", "이 이력서의 이야기에서 아직 찾지 못한 것: 선택 이유 · 비교한 대안 (중고책 상태 분류기)")
    assert [label for label, _ in scaffolds] == ["선택 이유", "비교한 대안"] and question[0] == "면접 질문"


@pytest.mark.parametrize("notes", ["all", "grouped", "none"])
def test_each_other_finding_is_a_remark_at_its_own_words(notes: str) -> None:
    report = example("en-new-graduate.md")
    told = [finding for finding in report.findings if notes == "all" or (not finding.gap and (notes == "grouped" or finding.level != "note"))]
    own = [remark for remark in remarks_of(report, notes) if not remark.elsewhere]  # type: ignore[arg-type]
    assert sorted((remark.span, remark.code, remark.name) for remark in own) == sorted((finding.span, finding.code, finding.name) for finding in told)


def test_remarks_come_in_the_order_of_their_words_the_longer_first() -> None:
    places = [(remark.span.start, -remark.span.end) for remark in remarks_of(example("en-new-graduate.md"))]
    assert places == sorted(places) and len(set(places)) < len(places)


@pytest.mark.parametrize(("language", "first", "labels"), [("ko", "[오류] ", ("왜: ", "이렇게: ", "면접 질문: ")), ("en", "[Error] ", ("Why: ", "Try: ", "They will ask: "))])
def test_a_remark_reads_in_the_language_of_the_report(language: str, first: str, labels: tuple[str, ...]) -> None:
    remark = next(remark for remark in remarks_of(example("ko-ml-junior.md", language=language)) if remark.code == "STO001")
    lines = remark.text().split("\n")
    assert lines[0].startswith(first) and lines[-1] == "STO001 bare-failure"
    assert all(line.startswith(label) for line, label in zip(lines[1:-1], labels, strict=True))


def test_private_values_are_masked_in_what_is_said() -> None:
    report = example("en-portfolio.md")
    assert report.private
    told = "\n".join(remark.text() for remark in remarks_of(report))
    assert not [value for value in report.private if report.document.words(value.span) in told]


@pytest.mark.parametrize(("text", "words"), [("intro\n\n# Title here\n\ntext\n", "Title here"), ("\n\nFirst line\nsecond\n\nthird\n", "First line"), ("one", "one")])
def test_the_title_of_a_document_is_its_first_heading_or_line(text: str, words: str) -> None:
    report = check_document(read_text(text), CONFIG)
    assert report.document.words(title_of(report)).splitlines()[0] == words
