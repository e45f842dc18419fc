"""No output repeats a private value: every report, every message, `why-not` and the fingerprints."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from careerlint.cli.application import application
from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.private import Masking
from careerlint.readers import read_text
from careerlint.reporters.formats import FORMATS

ID, PHONE, CARD, PASSPORT, BORN, HOME = (
    "900412-1234562", "010-4821-7730", "4539-8012-0037-1147", "M48213907", "1990년 4월 12일", "서울특별시 은평구 나무로12길 8, 103동 1204호",
)
RAW = (ID, PHONE, CARD, PASSPORT, BORN, "나무로12길", "1204호", "900412", "1234562", "4821", "7730", "0037", "48213907", "천주교")
DOCUMENT = f"""# 나무리 이력서 {PHONE}

나무리 | {BORN}생 | 남 | {PHONE}
주소: {HOME}

## 인적사항 {ID}

- 주민등록번호: {ID}
- 여권번호: {PASSPORT}
- 종교: 천주교

| 이름 | 주민번호 |
|---|---|
| 나무리 | {ID} |

## 프로젝트

### 지도 {PHONE}

- {PHONE}으로 알림을 보내 봤는데 잘 안되더라구요.
- 카드 {CARD} 결제를 붙여 봤지만 실패했다.
- OO기업에 {ID}를 냈습니다.
- 세계 최고의 지도({PHONE})를 만들었습니다.

```
phone = "{PHONE}"
```
"""
GENERIC = f"# Map\n\n## Project {PHONE}\n\n- Ask [Your Name] at {PHONE} with {ID}\n- We tried to call but it did not work.\n- Phone: {PHONE}\n"


FINGERPRINT = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")


def run(*arguments: str) -> str:
    outcome = CliRunner().invoke(application, list(arguments))
    assert outcome.exception is None or isinstance(outcome.exception, SystemExit)
    return outcome.output


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a.md"
    file.write_text(DOCUMENT, encoding="utf-8")
    return file


def assert_clean(text: str) -> None:
    # The digits of a fingerprint may be those of a card by chance.
    text = FINGERPRINT.sub("", text)
    joined = "".join(text.split())
    for value in RAW:
        assert value not in text
        # A narrow report cuts a value over two lines.
        assert "".join(value.split()) not in joined


@pytest.mark.parametrize("width", ["40", "60", "80", "100", "200"])
@pytest.mark.parametrize("notes", ["all", "grouped"])
def test_terminal(path: Path, width: str, notes: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    text = run("check", str(path), "--preview", "--notes", notes, "--as-of", "2026-01-01")
    assert "PRV001" in text
    assert_clean(text)


@pytest.mark.parametrize("output", sorted(set(FORMATS) - {"rich"}))
@pytest.mark.parametrize("language", ["ko", "en"])
def test_other_reports(path: Path, output: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = path.with_name("summary.md")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    text = run("check", str(path), "--preview", "--format", output, "--lang", language, "--as-of", "2026-01-01")
    assert "PRV001" in text
    assert "FMT005" in text
    assert_clean(text)
    assert summary.exists() == (output == "github")
    if summary.exists():
        assert_clean(summary.read_text(encoding="utf-8").replace("&#42;", "*"))


def test_a_readme(tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.write_text(GENERIC, encoding="utf-8")
    for output in FORMATS:
        text = run("check", str(file), "--format", output)
        assert "STO001" in text
        assert "FMT005" in text
        assert "PRV003" in text
        assert_clean(text)


@pytest.mark.parametrize("code", ["PRV001", "PRV002", "STO001", "HON001", "FMT005"])
def test_why_not(path: Path, code: str) -> None:
    texts = [run("why-not", code, f"{path}:{line}") for line in range(1, DOCUMENT.count("\n") + 1)]
    # What says nothing repeats nothing either.
    assert all(texts) and any(code in text for text in texts)
    for text in texts:
        assert_clean(text)


def test_the_quoted_words_are_as_long_as_the_value(path: Path) -> None:
    data: dict[str, Any] = json.loads(run("check", str(path), "--format", "json", "--select", "PRV001"))
    texts = {finding["text"] for finding in data["documents"][0]["findings"]}
    assert texts == {"9004**-*******", "M********", "4539-****-****-****"}


def test_a_fault_of_the_linter_repeats_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError(f"'{ID}' {PHONE}")

    monkeypatch.setattr("careerlint.engine.Linter.examine", fail)
    text = run("check", str(path))
    assert "KeyError" in text
    assert_clean(text)


def fingerprints(text: str) -> list[tuple[str, str]]:
    document = read_text(text.encode(), "a.md")
    report = linter().lint(document, Config(preview=True, as_of=date(2026, 1, 1)))
    return [(finding.code, finding.fingerprint) for finding in report.findings]


@pytest.mark.parametrize(
    ("old", "new"), [(ID, "850723-2456786"), (PHONE, "010-5937-8841"), (CARD, "5271-8300-4419-0024"), (PASSPORT, "M59378841"), (BORN, "1991년 5월 23일")]
)
def test_a_fingerprint_knows_nothing_of_the_value(old: str, new: str) -> None:
    assert fingerprints(DOCUMENT) == fingerprints(DOCUMENT.replace(old, new))
    assert fingerprints(GENERIC) == fingerprints(GENERIC.replace(old, new))


def test_pieces_of_a_value_are_masked_in_words_without_a_place() -> None:
    document = read_text(DOCUMENT.encode(), "a.md")
    masking = linter().examine(document, Config(as_of=date(2026, 1, 1))).masking
    assert masking.mask(f"before {ID[:11]}… after") == "before 9004**-****… after"
    assert masking.mask(f"{PHONE} and 010-9999-9999") == "010-****-**** and 010-9999-9999"


def test_nothing_is_hidden_where_nothing_is_private() -> None:
    text = "지도를 만들었습니다."
    assert Masking(text).mask(text) == text


SOURCE = Path(__file__).parent.parent / "src" / "careerlint"


@pytest.mark.parametrize("path", [*sorted((SOURCE / "reporters").glob("*.py")), SOURCE / "silence.py", SOURCE / "fingerprints.py"], ids=lambda path: path.name)
def test_what_is_shown_or_kept_never_comes_from_the_text_itself(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "document.words(" in line or "document.text" in line or "source[" in line]
    # Whether a space stands there may be looked at.
    assert [line.strip() for line in lines if not line.rstrip(":").endswith(".isspace()")] == []
