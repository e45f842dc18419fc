"""What people get back: a page and annotated copies, made from the store alone, with nothing private in the store."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from cohort_folders import docx_of, write_text

from careerlint.annotations import ANNOTATORS, Annotated
from careerlint.cohort.contents import Kept
from careerlint.cohort.handing import HandBack, hand_back, remove_old
from careerlint.cohort.linting import Order, lint_file, lint_order
from careerlint.cohort.recording import Record, in_recorded_order, report_of
from careerlint.config import Config
from careerlint.model.finding import Report, Run, Unreadable
from careerlint.readers.limits import Limits
from careerlint.reporters.formats import FORMATS
from careerlint.reporters.json_report import render_json
from careerlint.reporters.look import Look, Notes

PRIVATE = "# Lena Ferrer\n\n- Phone: 010-2345-6789\n- Mail <lena@example.org>\n\n## Project 010-2345-6789\n\n- We tried a larger network but it did not work.\n"
SECRET = "2345-6789"
CONFIG = Config(as_of=date(2026, 1, 1))


def linted(path: Path, *, whole: bool = True) -> tuple[Report, Record]:
    order = Order(1, str(path), str(path), "", CONFIG, whole)
    report, _ = lint_file(order)
    assert isinstance(report, Report)
    return report, lint_order(order)


def kept_of(path: Path) -> Kept:
    record = linted(path)[1]
    return Kept(str(path), str(path), "", record.content, record.format, record.report)


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., HandBack]:
    """A task, with a page that is the JSON of the run and an annotator of .docx that appends what was found."""

    def annotate(content: bytes, report: Report) -> Annotated:
        return Annotated(content + "".join(f"{finding.code} {finding.gap};" for finding in report.findings).encode(), len(report.findings))

    module = ModuleType("cohort_annotator")
    module.annotate = annotate  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "cohort_annotator", module)
    monkeypatch.setitem(ANNOTATORS, "docx", "cohort_annotator:annotate")
    monkeypatch.setitem(FORMATS, "html", lambda run, look: render_json(run))

    def task(folder: Path, *kept: Kept, unread: tuple[Unreadable, ...] = (), notes: Notes = "grouped") -> HandBack:
        return HandBack("mina", folder, kept, unread, Look(notes=notes), "1", "rules", date(2026, 1, 1), Limits())

    return task


def test_a_kept_report_says_the_same_and_holds_nothing_private(tmp_path: Path) -> None:
    report, record = linted(write_text(tmp_path / "a.md", PRIVATE))
    again = report_of(record.report)
    assert SECRET in report.document.text
    assert SECRET not in repr(again)
    assert "lena" not in again.document.source
    one, other = (render_json(Run((replace(each, suppressions=()),), "1", "rules", date(2026, 1, 1))) for each in (report, again))
    assert one == other
    assert report.findings


def test_a_record_holds_nothing_private(tmp_path: Path) -> None:
    _, record = linted(write_text(tmp_path / "a.md", PRIVATE), whole=False)
    assert record.statements
    assert SECRET not in repr(record)
    assert record.report == b""


@pytest.mark.parametrize("content", [b"", b"no report", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_bytes_that_are_no_report_are_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="no report"):
        report_of(content)


def test_a_person_gets_a_page_and_annotated_copies(handed: Callable[..., HandBack], tmp_path: Path) -> None:
    text = write_text(tmp_path / "a.md", PRIVATE)
    (tmp_path / "x").mkdir()
    words = [tmp_path / "b.docx", tmp_path / "x" / "b.docx"]
    for path in words:
        path.write_bytes(docx_of("Harbour maps", "We tried a larger network but it did not work.", path.parent.name))
    unread = Unreadable("c.pdf", "encrypted", "closed", "닫힘")
    outcome = hand_back(handed(tmp_path / "people" / "mina", kept_of(text), *map(kept_of, words), unread=(unread,)))
    assert outcome.files == ("index.html", "a.careerlint.md", "b.careerlint.docx", "b (2).careerlint.docx")
    assert outcome.failed == ()
    page = (tmp_path / "people" / "mina" / "index.html").read_text(encoding="utf-8")
    assert page.count("STO001") == 3
    assert "c.pdf" in page
    assert SECRET not in page
    copy = (tmp_path / "people" / "mina" / "b.careerlint.docx").read_bytes()
    assert copy.startswith(words[0].read_bytes())
    assert b"STO001" in copy


@pytest.mark.parametrize(("notes", "gap"), [("grouped", "a reason"), ("all", ""), ("none", None)])
def test_a_copy_holds_the_notes_that_are_wanted(handed: Callable[..., HandBack], tmp_path: Path, notes: Notes, gap: str | None) -> None:
    path = tmp_path / "b.docx"
    path.write_bytes(docx_of("Projects", "Harbour crane scheduling", "We tried a larger network but it did not work.", "Used a random forest to predict the arrival of ships."))
    hand_back(handed(tmp_path / "mina", kept_of(path), notes=notes))
    written = (tmp_path / "mina" / "b.careerlint.docx").read_bytes().removeprefix(path.read_bytes()).decode()
    found = dict(each.split(" ", 1) for each in written.split(";")[:-1])
    assert (found["STO001"], found.get("WHY001")) == ("", gap)


def test_a_text_is_handed_back_as_a_review(handed: Callable[..., HandBack], tmp_path: Path) -> None:
    outcome = hand_back(handed(tmp_path / "mina", kept_of(write_text(tmp_path / "letter.txt", PRIVATE))))
    assert outcome.files == ("index.html", "letter.careerlint.md")
    review = (tmp_path / "mina" / "letter.careerlint.md").read_text(encoding="utf-8")
    assert "STO001" in review
    assert SECRET not in review


def test_who_handed_in_only_unreadable_files_gets_a_page(handed: Callable[..., HandBack], tmp_path: Path) -> None:
    outcome = hand_back(handed(tmp_path / "mina", unread=(Unreadable("cv.pages", "unknown-type", "export it as PDF", "PDF로 내보내세요"),)))
    assert outcome.files == ("index.html",)
    assert "export it as PDF" in (tmp_path / "mina" / "index.html").read_text(encoding="utf-8")


def test_a_document_that_lies_there_three_times_is_told_once(handed: Callable[..., HandBack], tmp_path: Path) -> None:
    content = docx_of("Harbour maps", "We tried a larger network but it did not work.")
    paths = [tmp_path / name for name in ("cv (1).docx", "cv.docx", "cv copy.docx")]
    for path in paths:
        path.write_bytes(content)
    outcome = hand_back(handed(tmp_path / "mina", *map(kept_of, paths)))
    assert outcome.files == ("index.html", "cv.careerlint.docx")
    page = (tmp_path / "mina" / "index.html").read_text(encoding="utf-8")
    assert page.count("STO001") == 1


def test_the_report_of_a_copy_names_nobody_else(handed: Callable[..., HandBack], tmp_path: Path) -> None:
    first, own = (write_text(tmp_path / person / "notes.md", PRIVATE) for person in ("Ava Rossi", "mina"))
    kept = replace(kept_of(first), path=str(own), file=str(own))
    hand_back(handed(tmp_path / "people" / "mina", kept))
    made = [path.read_text(encoding="utf-8") for path in (tmp_path / "people" / "mina").iterdir()]
    assert any("mina/notes.md" in text for text in made)
    assert not any("Ava Rossi" in text for text in made)


def test_what_stands_on_shared_text_is_left_out_of_a_person_s_page_and_said_so(tmp_path: Path) -> None:
    kept = kept_of(write_text(tmp_path / "a.md", PRIVATE))
    findings = in_recorded_order(report_of(kept.report))
    place = next(number for number, finding in enumerate(findings) if finding.code == "STO001")
    task = HandBack("Mina Kim", tmp_path / "people" / "mina", (replace(kept, shared=frozenset((place,))),), (), Look(), "1", "rules", date(2026, 1, 1), Limits())
    hand_back(task)
    page = (tmp_path / "people" / "mina" / "index.html").read_text(encoding="utf-8")
    assert "Mina Kim" in page.split("<h1>")[1].split("</h1>")[0]
    assert "STO001" not in page
    assert "1 on sentences that many people share" in page
    assert "STO001" not in (tmp_path / "people" / "mina" / "a.careerlint.md").read_text(encoding="utf-8")


def test_a_document_that_has_changed_is_not_annotated(handed: Callable[..., HandBack], tmp_path: Path) -> None:
    path = tmp_path / "b.docx"
    path.write_bytes(docx_of("Harbour maps", "We tried a larger network but it did not work."))
    kept = kept_of(path)
    path.write_bytes(docx_of("Another text"))
    outcome = hand_back(handed(tmp_path / "mina", kept))
    assert outcome.files == ("index.html",)
    [(name, why)] = outcome.failed
    assert name == str(path)
    assert "has changed" in why


def test_what_is_made_no_more_is_removed_and_nothing_else(tmp_path: Path) -> None:
    old = write_text(tmp_path / "people" / "mina" / "index.html", "old")
    new = write_text(tmp_path / "people" / "june" / "index.html", "new")
    own = write_text(tmp_path / "people" / "june" / "own.txt", "of the mentor")
    outside = write_text(tmp_path / "summary.md", "outside")
    remove_old(tmp_path, {"people/mina/index.html", "people/june/index.html", "people/../summary.md"}, {"people/june/index.html"})
    assert not old.parent.exists()
    assert all(path.exists() for path in (new, own, outside))
