"""A cohort of forty, made by linting sentences of the rules' examples. Run this file with a folder to write its pages there and look at them."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from careerlint.cohort.rows import Cohort, DocumentRow, EntryRow, FindingRow, StatementRow
from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.finding import Report
from careerlint.model.rule import Rule
from careerlint.readers import read_text
from careerlint.reporters.story import story_matrix, strengths

PEOPLE = ["김민준", "이서연", "박도윤", "최지우", "정하준", "강서윤", "조은우", "윤하은", "장시우", "임수아", "한지호", "오예린", "서준서", "신지민", "권유준", "황채원", "안건우", "송다은", "류현우", "홍서현", "Emma_Clarke", "Noah_Patel", "Olivia_Novak", "Liam_Okafor", "Ava_Lindqvist", "Mason_Rivera", "Sophia_Brandt", "Lucas_Moreau", "Mia_Tanaka", "Ethan_Kowalski", "배주원", "남궁소율", "문태오", "양하린", "손이안", "백시아", "허도현", "노아인", "하윤재", "곽나은"]
GROUPS = ("데이터 분석 1반", "데이터 분석 2반", "ML engineering")
TEMPLATE = {
    "ko": "- 본 교육 과정에서 배운 내용을 바탕으로 다양한 프로젝트를 성공적으로 수행하였습니다.",
    "en": "- Successfully carried out various projects on the basis of what was taught in this course.",
}
FAILURES = ("encrypted", "no-text", "timeout")


@dataclass(frozen=True, slots=True)
class Linted:
    """A cohort and its statements."""

    cohort: Cohort
    statements: tuple[StatementRow, ...]


def linted_cohort(language: str = "ko", people: int = len(PEOPLE), seed: int = 7) -> Linted:
    """One or two documents for each person: sentences of the examples, and for every second person a line that they all copied."""
    chance = random.Random(seed)
    made = linter()
    texts = {code: _examples(made.rule_set.rules, code) for code in ("ko", "en")}
    config = Config(as_of=date(2026, 1, 1), language=language)  # type: ignore[arg-type]
    reports: list[tuple[DocumentRow, Report]] = []
    documents: list[DocumentRow] = []
    for number, person in enumerate(PEOPLE[:people]):
        code = "en" if person.isascii() else "ko"
        group = GROUPS[number % 3] if number % 7 else ""
        for part in range(chance.choice((1, 2, 2))):
            path = f"{person}/{('resume', 'portfolio')[part]}.md"
            text = _document_text(code, texts[code], chance, TEMPLATE[code] if number % 2 else "")
            content = sha256(text.encode()).hexdigest()
            if chance.random() < 0.07:
                kind = chance.choice(FAILURES)
                documents.append(DocumentRow(path, person, group, content, error=kind, reason=kind))
                continue
            report = made.lint(read_text(text.encode(), path), config)
            row = _document(report, person, group, content)
            documents.append(row)
            reports.append((row, report))
    documents.sort(key=lambda row: row.path)
    reports.sort(key=lambda pair: pair[0].path)
    cohort = Cohort(
        tuple(documents), tuple(_findings(reports)), tuple(_entries(reports)), "0.1.0", made.rule_set.identity, "2026-01-01", language
    )
    return Linted(cohort, tuple(_statements(reports)))


HEADINGS = {"ko": ("프로젝트", "경력", "회고"), "en": ("Projects", "Experience", "Retrospective")}
TITLES = {"ko": ("수요 예측", "리뷰 분류", "추천 개선", "결제 서버", "재고 화면"), "en": ("Demand forecast", "Review sorting", "Ticket search", "Billing", "Stock page")}


def _document_text(code: str, examples: Sequence[str], chance: random.Random, copied: str) -> str:
    """Entries of a few sentences each, taken from the examples of the rules, good ones and bad ones."""
    lines = []
    for heading in HEADINGS[code]:
        lines += [f"# {heading}", ""]
        for title in chance.sample(TITLES[code], 2):
            lines += [f"## {title}", "", *(f"- {text.removeprefix('- ')}" for text in chance.sample(examples, 4)), ""]
    return "\n".join([*lines, copied])


def _examples(rules: Sequence[Rule], code: str) -> list[str]:
    """The examples of one line, without marks; twice as many good ones."""
    found: list[str] = []
    for rule in rules:
        held = rule.examples.get(code)
        if held and rule.scope == "statement" and rule.family != "PRV":
            found += [text.replace("[[", "").replace("]]", "") for text in (*held.bad[:4], *held.good[:8]) if "\n" not in text]
    return found


def _document(report: Report, person: str, group: str, content: str) -> DocumentRow:
    levels = [finding.level for finding in report.findings]
    return DocumentRow(
        report.path, person, group, content, "markdown", report.outline.kind, report.outline.language, None, len(report.outline.statements),
        levels.count("error"), levels.count("warning"), levels.count("note"), tuple(strength.name for strength in strengths(report)),
    )


def _findings(reports: Iterable[tuple[DocumentRow, Report]]) -> Iterator[FindingRow]:
    for row, report in reports:
        for finding in report.findings:
            yield FindingRow(
                row.path, row.person, row.group, finding.code, finding.name, finding.level, finding.message, report.shown(finding.span),
                finding.span.start, finding.span.end, finding.fingerprint,
            )


def _entries(reports: Iterable[tuple[DocumentRow, Report]]) -> Iterator[EntryRow]:
    for row, report in reports:
        for entry in story_matrix(report):
            yield EntryRow(row.path, row.person, row.group, entry.title, tuple(cell is not None for cell in entry.cells))


def _statements(reports: Iterable[tuple[DocumentRow, Report]]) -> Iterator[StatementRow]:
    for row, report in reports:
        for statement in report.outline.statements:
            yield StatementRow(row.path, row.person, report.shown(statement.span), statement.span.start, statement.span.end)


def write_pages(folder: Path) -> None:
    """Writes the page of the cohort in both languages, whole, redacted and by group."""
    from dataclasses import replace

    from sketched import sketch_rows

    from careerlint.cohort.counting import count_cohort
    from careerlint.cohort.dashboard import Beside, render_dashboard
    from careerlint.cohort.group_page import render_group_tables
    from careerlint.cohort.grouping import tables_of_groups
    from careerlint.cohort.insight import find_shared_text, silence_findings
    from careerlint.cohort.overview import render_group_overview, render_overview
    from careerlint.cohort.redacting import redact_cohort, redact_shared
    from careerlint.cohort.rows import Change
    from careerlint.cohort.teaching import sentences_to_teach

    folder.mkdir(parents=True, exist_ok=True)
    rules = linter().rule_set.rules
    for language in ("ko", "en"):
        linted = linted_cohort(language)
        insight = find_shared_text(lambda linted=linted: linted.statements, lambda linted=linted: sketch_rows(linted.statements))  # type: ignore[misc]
        told = list(silence_findings(linted.cohort.findings, lambda linted=linted: linted.statements, insight))  # type: ignore[misc]
        kept = tuple(row for row, place in told if place < 0)
        cohort = replace(linted.cohort, findings=kept)
        pages = {person: f"people/{person}/index.html" for person in PEOPLE}
        changes = tuple(Change(person, index % 4, index % 3, index % 5 == 0) for index, person in enumerate(PEOPLE[:12]))
        beside = Beside(rules, pages, insight.shared, len(told) - len(kept), sentences_to_teach(count_cohort(cohort), linted.statements), changes if language == "en" else None)
        (folder / f"dashboard-{language}.html").write_text(render_dashboard(cohort, beside), encoding="utf-8")
        (folder / f"summary-{language}.md").write_text(render_overview(cohort, beside), encoding="utf-8")
        bare = replace(beside, pages={}, shared=redact_shared(beside.shared), sentences={}, changes=None, redacted=True)
        redacted = redact_cohort(cohort, {rule.code: rule for rule in rules})
        (folder / f"redacted-{language}.html").write_text(render_dashboard(redacted, bare), encoding="utf-8")
        tables = tables_of_groups(cohort)
        (folder / f"groups-{language}.html").write_text(render_group_tables(tables, rules), encoding="utf-8")
        (folder / f"groups-{language}.md").write_text(render_group_overview(tables, rules), encoding="utf-8")


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
