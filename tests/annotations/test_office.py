"""Annotated .docx in LibreOffice: it opens them, shows the same text as before, and finds each comment at its words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from hand_reports import read, report_at, span_of
from office import comments_of, converted, text_of
from reading_comments import folded
from word_samples import BESIDE, HARD

from careerlint.annotations.docx import annotate_docx
from careerlint.annotations.remarks import remarks_of
from careerlint.checking import check_files
from careerlint.config import Config
from careerlint.model.finding import Report

EXAMPLES = {f"{path.parent.name}-{path.stem}": path for path in sorted((Path(__file__).parents[2] / "examples").glob("*/*.docx"))}
WORDS = {
    "runs": ("a larger network", "but it", "not.\n\nNext"), "blanks": ("words", "three more"), "whitespace letters": ("one\ttwo", "five\nsix"),
    "decomposed": ("데이터데이터 탓에", "실패"), "link": ("the app that failed", "failed", "app"), "table": ("Harbour maps", "did not work", "Project\tResult"),
    "nested table": ("inner two", "outer two"), "changes": ("inserted words here", "words here", "moved"),
    "smart tag": ("New", "Harbour we", "New Harbour", "More of"), "fields": ("a link that", "link"), "marks": ("wrods",), "people": ("about", "this before"),
    "strict": ("in a link", "failed"),
}  # fmt: skip
"""By hard document, words with a comment each. LibreOffice 7.4 itself loses letters of a
content control around a whole paragraph when a comment stands in it, and shows fields anew."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("office")


def checked(path: Path) -> Report:
    report = next(check_files([path], lambda _: Config(as_of=date(2026, 1, 1))))
    assert isinstance(report, Report)
    return report


def test_comments_of_the_examples_are_found_at_their_words(folder: Path) -> None:
    reports = {name: checked(path) for name, path in EXAMPLES.items()}
    files = converted(folder, "odt", {name: annotate_docx(EXAMPLES[name].read_bytes(), report).content for name, report in reports.items()})
    for name, report in reports.items():
        wanted = sorted((folded(report.document.words(remark.span)), folded(remark.text())) for remark in remarks_of(report))
        assert sorted((folded(words or ""), folded(text)) for words, text in comments_of(files[name])) == wanted


def test_comments_of_hard_documents_are_found_at_their_words_and_no_letter_is_lost(folder: Path) -> None:
    contents = {}
    for name, wanted in WORDS.items():
        document = read(HARD[name])
        contents[name] = annotate_docx(HARD[name], report_at(document, [span_of(document, words) for words in wanted])).content
    files = converted(folder, "odt", contents)
    plain = converted(folder, "odt", {f"plain {name}": HARD[name] for name in WORDS})
    for name, wanted in WORDS.items():
        found = [normalize("NFC", folded(words or "")) for words, text in comments_of(files[name]) if text.startswith("[Error]")]
        assert sorted(found) == sorted(map(folded, wanted)), name
        assert text_of(files[name]) == text_of(plain[f"plain {name}"])


def test_comments_beside_their_words_are_found_in_the_text(folder: Path) -> None:
    contents = {}
    for name, content in BESIDE.items():
        document = read(content)
        contents[f"beside {name}"] = annotate_docx(content, report_at(document, [span_of(document, "failed")])).content
    for path in converted(folder, "odt", contents).values():
        ((_, text),) = comments_of(path)
        assert text.startswith("[Error] failed") and "It is about: “failed" in text


def test_a_copy_becomes_a_pdf_like_its_document(folder: Path) -> None:
    path = EXAMPLES["poor-ko-ml-junior"]
    (pdf,) = converted(folder, "pdf", {"copy": annotate_docx(path.read_bytes(), checked(path)).content}).values()
    assert pdf.read_bytes().startswith(b"%PDF-")
