"""PRV001, PRV002, PRV003: levels by reader, one finding for a statement, and where each rule speaks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from hits import findings_on, report_on, words_on

from careerlint.config import Config, Profile
from careerlint.engine import linter
from careerlint.readers import read_text

KOREAN = "# 이력서\n\n## 인적사항\n- 생년월일: 1996.03.14\n- 성별: 여\n\n## 경력\n- 지도를 만들었습니다."
ENGLISH = "# Resume\n\n## Personal details\n- Date of birth: 14 March 1996\n- Gender: Female\n\n## Experience\n- Drew maps of the harbour"


@pytest.mark.parametrize(
    ("text", "profile", "levels"),
    [
        (KOREAN, "auto", ["note", "warning"]),
        (KOREAN, "private", ["note", "warning"]),
        (KOREAN, "public-blind", ["warning", "warning"]),
        (KOREAN, "global", ["warning", "warning"]),
        (ENGLISH, "auto", ["warning", "warning"]),
        (ENGLISH, "private", ["note", "warning"]),
    ],
)
def test_the_level_depends_on_who_reads(text: str, profile: Profile, levels: list[str]) -> None:
    document = read_text(text.encode(), "case.md")
    report = linter().lint(document, Config(select=("PRV002",), profile=profile, as_of=date(2026, 1, 1)))
    assert [finding.level for finding in report.findings] == levels


def test_a_photo_is_a_note_in_korea() -> None:
    (finding,) = findings_on("# 이력서\n\n나무리\n\n![](증명사진.jpg)\n\n## 경력\n- 지도를 만들었습니다.", "PRV002")
    assert (finding.level, finding.message[:2]) == ("note", "사진")


def test_attributes_of_one_line_are_one_finding_that_names_them() -> None:
    (finding,) = findings_on("# 이력서\n\n나무리 | 1996.03.14 (만 29세) | 여\n\n## 경력\n- 지도를 만들었습니다.", "PRV002")
    assert finding.message.startswith("생년월일, 나이, 성별:")
    assert finding.level == "warning"


def test_a_message_is_in_the_language_that_was_asked_for() -> None:
    document = read_text(KOREAN.encode(), "case.md")
    report = linter().lint(document, Config(select=("PRV002",), language="en", as_of=date(2026, 1, 1)))
    assert "date of birth" in report.findings[0].message


@pytest.mark.parametrize(("name", "count"), [("README.md", 1), ("a.txt", 0)])
def test_a_contact_is_public_in_markdown(name: str, count: int) -> None:
    document = read_text("# 지도\n\n연락처: 010-4821-7730\n".encode(), name)
    assert len(linter().lint(document, Config(select=("PRV003",))).findings) == count


def test_a_resume_may_carry_a_phone_number() -> None:
    assert words_on("# 이력서\n\n연락처: 010-4821-7730\n\n## 경력\n- 지도를 만들었습니다.", "PRV003") == []
    assert words_on("# Mira Vale\nPhone +48 600 555 123\n\n## Experience\nPump fitter, 2014 to 2020", "PRV003") == []


def test_numbers_in_headers_and_tables_of_word_files(tmp_path: Path) -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "900412-1234562"
    made.add_heading("나무리 이력서", 1)
    made.add_paragraph("지도를 그리고 물길을 재는 일을 했습니다.")
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "주민등록번호", "850723-2456786"
    path = tmp_path / "a.docx"
    made.save(str(path))
    assert sorted(words_on(path, "PRV001")) == ["850723-2456786", "900412-1234562"]


def test_every_private_value_of_a_statement_is_told() -> None:
    """Who strikes out the one that is told must not leave another behind it in the line."""
    report = report_on("# 이력서\n\n## 인적사항\n- 생년월일: 1990.04.12, 주민등록번호: 900412-1234562", "PRV")
    assert sorted(finding.code for finding in report.findings) == ["PRV001", "PRV002"]
    numbers = report_on("# 이력서\n\n- 주민번호 900101-1234568, 카드 4539 1488 0343 6467, 여권번호 M12345678\n", "PRV")
    assert [finding.code for finding in numbers.findings] == ["PRV001"] * 3
    assert len({finding.fingerprint for finding in numbers.findings}) == 3
