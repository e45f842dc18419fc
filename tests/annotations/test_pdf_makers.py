"""Annotated PDFs: those that LibreOffice and Chromium make of the examples, and the examples themselves."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pdf_pages import bare, shown

from careerlint.annotations.pdf import annotate_pdf
from careerlint.annotations.pdf_placing import page_remarks
from careerlint.annotations.remarks import remarks_of
from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.finding import Report
from careerlint.readers import read_bytes

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "poor"


def program(name: str) -> str:
    """The path of a program; a test that needs it is skipped where it is missing, but not in continuous integration."""
    found = shutil.which(name)
    if not found:
        message = f"{name} is not installed, and this test needs it to make a PDF"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return found


def from_libreoffice(source: Path, folder: Path) -> bytes:
    command = [program("soffice"), f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (folder / f"{source.stem}.pdf").read_bytes()


def from_chromium(source: Path, folder: Path) -> bytes:
    text = source.with_suffix(".md").read_text(encoding="utf-8")
    lines = [f"<h{len(line) - len(line.lstrip('#'))}>{line.lstrip('# ')}</h1>" if line.startswith("#") else f"<p>{line}</p>" for line in text.splitlines()]
    page = folder / "page.html"
    page.write_text("<meta charset='utf-8'><body style='font: 11pt NanumGothic, sans-serif'>" + "\n".join(lines), encoding="utf-8")
    output = folder / "page.pdf"
    command = [program("chromium"), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/browser", f"--print-to-pdf={output}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return output.read_bytes()


def as_it_is(source: Path, folder: Path) -> bytes:
    return source.with_suffix(".pdf").read_bytes()


def report_of(data: bytes) -> Report:
    return linter().lint(read_bytes(data, "resume.pdf", "pdf"), Config(as_of=date(2026, 1, 1)))


@pytest.mark.parametrize("name", ["ko-ml-junior", "en-new-graduate"])
@pytest.mark.parametrize("make", [as_it_is, from_libreoffice, from_chromium])
def test_every_highlight_gives_back_its_words(make: Callable[[Path, Path], bytes], name: str, tmp_path: Path) -> None:
    data = make(EXAMPLES / f"{name}.docx", tmp_path)
    report = report_of(data)
    remarks = remarks_of(report)
    made = annotate_pdf(data, report)
    assert made.remarks == len(remarks) > 10
    letters: Counter[str] = Counter()
    for one in shown(made.content, "Highlight"):
        letters[bare(one.letters)] += 1
    single = Counter(row.rule + row.text for row in page_remarks(report, remarks) if not row.icon)
    whole = [remark for remark in remarks if single[remark.rule + remark.text()] == 1]
    assert len(whole) > 10
    for remark in whole:
        assert letters[bare(report.document.words(remark.span))] > 0, report.document.words(remark.span)
    assert sum(letters.values()) == sum(single.values())
    again = report_of(made.content)
    assert [(finding.code, finding.span) for finding in again.findings] == [(finding.code, finding.span) for finding in report.findings]
