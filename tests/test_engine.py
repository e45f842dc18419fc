"""The engine: one report from a document, whatever its format, the same each time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import careerlint
from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.finding import Report
from careerlint.readers import read_text

CONFIG = Config(as_of=date(2026, 1, 1), ignore=("REP", "OWN", "FOC", "WHY", "RES002", "RES004", "STO002", "STO005"))
README = """# 리뷰 감성 분류

## 모델
- KoBERT 모델을 그냥 갖다 썼습니다.
- 앙상블을 시도했는데 잘 안되더라구요.

## 트러블슈팅
- 메모리가 부족해 배치 크기를 32에서 8로 줄이고 gradient accumulation을 적용했다.
"""


def lint(text: str, config: Config = CONFIG) -> Report:
    return careerlint.lint(read_text(text.encode(), "README.md"), config)


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def test_the_talks_own_sentences_are_found() -> None:
    report = lint(README)
    assert codes(report) == ["CHG001", "STO001"]
    words = [report.document.words(finding.span) for finding in report.findings]
    assert words[1] == "잘 안되더라구요"
    assert [report.document.line_column(finding.span.start)[0] for finding in report.findings] == [4, 5]


def test_select_ignore_and_names() -> None:
    assert codes(lint(README, replace(CONFIG, select=("bare-failure",)))) == ["STO001"]
    assert codes(lint(README, replace(CONFIG, select=("chg",)))) == ["CHG001"]
    assert codes(lint(README, replace(CONFIG, ignore=(*CONFIG.ignore, "STO")))) == ["CHG001"]


def test_messages_speak_the_documents_language_or_the_one_asked_for() -> None:
    assert "면접" in lint(README).findings[1].question or "왜" in lint(README).findings[1].question
    english = lint(README, replace(CONFIG, language="en")).findings[1]
    assert "Why did it not work" in english.question
    assert "잘 안되더라구요" in english.message


def test_fingerprints_survive_moved_lines() -> None:
    moved = README.replace("# 리뷰 감성 분류", "# 리뷰 감성 분류\n\n데이터는 20만 건이다.")
    before = [finding.fingerprint for finding in lint(README).findings]
    after = [finding.fingerprint for finding in lint(moved).findings]
    assert before == after
    assert len(set(before)) == 2


def test_the_same_words_twice_are_two_findings_with_two_names() -> None:
    text = "# 요약 실험\n\n## 모델\n- LSTM도 써 봤는데 잘 안되더라구요.\n- GRU도 써 봤는데 잘 안되더라구요.\n"
    report = lint(text, replace(CONFIG, select=("STO001",)))
    assert codes(report) == ["STO001", "STO001"]
    assert len({finding.fingerprint for finding in report.findings}) == 2


def test_one_statement_has_one_finding_of_a_family() -> None:
    report = lint("# 이력서\n\n## 소개\n저는 국내 최고의 데이터 전문가입니다.\n")
    assert codes(report) == ["HON002"]


def test_words_of_a_template_are_judged_by_no_other_rule() -> None:
    report = lint("# 냉장고 지도\n\n- **개요:** [어떤 문제를 해결했는지 간단히 기재]\n")
    assert "FMT005" in codes(report)
    assert "HON001" not in codes(report)


def test_a_path_is_read_and_linted(tmp_path: Path) -> None:
    path = tmp_path / "감성 분류.md"
    path.write_text(README, encoding="utf-8")
    report = careerlint.lint(path)
    assert report.document.path == str(path)
    assert report.outline.kind == "project"
    assert careerlint.read(path).text.startswith("리뷰 감성 분류")


def test_an_empty_outline_is_no_error() -> None:
    assert codes(lint("![그림](a.png)\n")) == []


def test_users_rules_run_beside_the_others(tmp_path: Path) -> None:
    signals, rules = tmp_path / "signals", tmp_path / "team"
    signals.mkdir()
    rules.mkdir()
    (signals / "buzz.yml").write_text("signal: buzz\nen:\n  patterns: |\n    =synergy|=synergies\n", encoding="utf-8")
    texts = "".join(f"{key}: {{ko: 시너지라는 말, en: a buzz word}}\n" for key in ("summary", "message", "why", "rewrite", "question"))
    rule = f"code: TEA001\nname: buzz-word\nlevel: warning\nfires: {{signal: buzz}}\n{texts}"
    (rules / "buzz.yml").write_text(rule, encoding="utf-8")
    report = lint("# Notes\n\n- We created synergies across teams.\n", replace(CONFIG, rule_folders=(tmp_path,)))
    assert "TEA001" in codes(report)


def test_an_entry_whose_title_was_never_filled_in_is_told_of_once() -> None:
    def codes(title: str) -> set[str]:
        text = f"# Mira Vale\n\n## Projects\n\n### {title}\n\n- Drew the tides of the bay\n- Printed the map for the pilots\n\n### Bell\n\n- Cast a bell\n- Hung it in the tower\n"
        report = linter().lint(read_text(text.encode(), "resume.md"), Config(as_of=date(2026, 1, 1), language="en"))
        return {finding.code for finding in report.findings if report.document.words(finding.span) == title}

    assert "RES002" in codes("Tide map")
    assert codes("[Project Title]") == {"FMT005"}
