"""One run that holds everything a report must survive: a hostile text, a .docx, a .pdf, a clean text and an unreadable file.

The findings are made by hand, so that the reports on them change only when a reporter does. Run this file to write the golden
reports anew, and read the difference.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from careerlint.model.document import Document
from careerlint.model.finding import Finding, Level, Report, Run, Unreadable
from careerlint.model.outline import Outline
from careerlint.model.place import PageRange, Piece, RunRange
from careerlint.model.private import PrivateValue
from careerlint.model.rule import Rule
from careerlint.model.span import Span
from careerlint.readers import read_text
from careerlint.reporters.formats import FORMATS
from careerlint.reporters.github_summary import render_github_summary
from careerlint.reporters.look import Look

GOLDEN = Path(__file__).parent / "golden"
ENDINGS: Mapping[str, str] = {
    "rich": "rich.txt", "concise": "concise.txt", "json": "json", "github": "github.txt", "sarif": "sarif", "gitlab": "gitlab.json",
    "junit": "junit.xml", "rdjson": "rdjson", "markdown": "review.md",
}
"""By format, the ending of the golden report; a page is looked at in a browser (`tests/reporters/html`)."""

NFD = unicodedata.normalize("NFD", "데이터")
SOURCE = (
    "# 😀 지도, 100%: 항구\r\n\r\n"
    "- 😀 **CutMix**를 해봤는데 잘 안되더라구요. 🚀\n"
    f"- {NFD}: 50%, a,b 실험은 {NFD} 탓에 실패했습니다.\n"
    "- \x1b[31m붉은\x07 \u202e모델\u202c \u2028 뒤 OO기업\n"
    "::error file=a.md,line=1::가져라 %0A ##[add-mask]x ]]> <![CDATA[ & \"' <b>\n"
    "- 두 줄에\n  걸친 말 [x](http://a.b) {0} @who | `코드` $x$ :smile: www.a.b\n"
    "- 전화 010-4821-7730으로 알렸지만 잘 안되더라구요.\n"
    "- Tensorflow\n"
)
NAME = "포트폴리오/이력서, 최종: 50%.md"
PHONE = "010-4821-7730"
EMPTY = Outline("project", "ko", (), (), (), ())
RUN_ROOT = str(Path.cwd())

QUOTED: Mapping[str, str] = {
    "STO001": "잘 안되더라구요",
    "STO002": "데이터 탓에 실패했습니다",
    "FMT005": "OO기업",
    "HON001": "::error file=a.md,line=1::가져라 %0A ##[add-mask]x ]]> <![CDATA[ & \"'",
    "REP002": "두 줄에\n걸친 말",
    "PRV003": PHONE,
    "FMT013": "Tensorflow",
}
"""By code, the words of the text that the finding is about."""
LEVEL_OF: Mapping[str, Level] = {"STO001": "error", "HON001": "error", "FMT005": "warning", "FMT013": "note", "REP002": "note"}


def hostile_run(copies: int = 1) -> Run:
    """The run, with every finding of the hostile text `copies` times."""
    text = read_text(SOURCE.encode(), NAME)
    value = PrivateValue("phone", span_of(text, PHONE), "010-****-****", span_of(text, PHONE))
    made = [_finding(text, code, copy) for copy in range(copies) for code in QUOTED]
    hostile = Report(text, EMPTY, (), (), tuple(sorted(made, key=lambda finding: finding.span)), "ko", (value,))
    clean = replace(hostile, document=read_text(b"# Maps\n\nFour cranes.\n", "clean.md"), findings=(), private=())
    outcomes = (hostile, _word_file(), _pdf_file(), clean, Unreadable("잠김 ##[error]::error::.pdf", "encrypted", "It is locked, 100%.", "잠겨 있습니다, 100%."))
    return Run(outcomes, "0.0.0", "0123456789abcdef", date(2026, 1, 1))


def look(language: str = "ko") -> Look:
    """The look of the golden reports: paths as they are given, one rule."""
    return Look(language=language, root=RUN_ROOT, rules=(rule(),))


def rule() -> Rule:
    """A rule as SARIF describes one."""
    def both(text: str) -> dict[str, str]:
        return {"ko": f"{text} 한글, 100%: 😀", "en": f"{text} in English"}

    return Rule(
        "STO001", "bare-failure", "error", "statement", "stable", ("2-2",), "own", (), "", (), (), (), 0,
        both("summary"), both("message"), both("why"), both("rewrite"), both("question"), {},
    )


def span_of(document: Document, words: str) -> Span:
    """Where the words stand first in the text."""
    start = document.text.index(words)
    return Span(start, start + len(words))


def _finding(document: Document, code: str, copy: int) -> Finding:
    span = span_of(document, QUOTED[code])
    words = "010-****-****" if code == "PRV003" else QUOTED[code]
    return Finding(
        code, "some-name", LEVEL_OF.get(code, "warning"), "statement", span,
        f"'{words}': 100%, 이유: 없음 \x1b[0m\u202e[y](1) {{1}}", "왜 ]]> 중요한가", "〈이렇게〉 &lt;", "::warning::묻습니다?", ("2-2",),
        sha256(f"{code}{copy}".encode()).hexdigest()[:20],
        related=(span_of(document, "OO기업"),) if code == "STO001" else (), fix="TensorFlow" if code == "FMT013" else None,
    )


def _placed(document: Document, words: str) -> Report:
    finding = Finding(
        "STO001", "bare-failure", "error", "statement", span_of(document, words), f"'{words}': why?", "why", "rewrite", "ask?", ("2-2",), "f" * 20,
    )
    return Report(document, replace(EMPTY, language="en"), (), (), (finding,), "en")


def _word_file() -> Report:
    text = "Title\nIt did not work."
    pieces = (
        Piece(Span(0, 5), RunRange("word/document.xml", 0, 0, 0, 5)), Piece(Span(5, 6), None),
        Piece(Span(6, 22), RunRange("word/document.xml", 13, 0, 0, 16)),
    )
    return _placed(Document("이력서.docx", "docx", text, pieces, ()), "did not work")


def _pdf_file() -> Report:
    text = "It did not work."
    boxes = tuple((float(index), 0.0, index + 1.0, 10.0) for index in range(len(text)))
    return _placed(Document("cv.pdf", "pdf", text, (Piece(Span(0, len(text)), PageRange(2, boxes)),), (), pages=2), "did not work")


def reports(run: Run, how: Look) -> dict[str, str]:
    """What every format makes of the run, by the ending of its golden report; the job summary too."""
    return {**{ending: FORMATS[name](run, how) for name, ending in ENDINGS.items()}, "summary.md": render_github_summary(run, how)}


if __name__ == "__main__":
    for ending, text in reports(hostile_run(), look()).items():
        (GOLDEN / f"hostile.{ending}").write_text(text, encoding="utf-8", newline="\n")
