"""`careerlint annotate`: which files it writes, which it never touches, and what it says."""

from __future__ import annotations

import io
import os
import stat
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from calling import BARE_FAILURE, CLEAN, KOREAN_FAILURE, LARGE_RULES, Outcome, careerlint, write

PARAGRAPH = "We tried a larger network but it did not work."


def annotate(*arguments: str | Path) -> Outcome:
    return careerlint("annotate", "--as-of", "2026-01-01", "--ignore", LARGE_RULES, *arguments)


def word_file(path: Path, *lines: str) -> Path:
    document = docx.Document()
    document.add_heading("Harbour maps", 1)
    for line in lines or (PARAGRAPH,):
        document.add_paragraph(line)
    document.save(str(path))
    return path


def comments(path: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as file:
        return file.read("word/comments.xml").decode() if "word/comments.xml" in file.namelist() else ""


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_copy_stands_beside_the_document_and_the_document_stays(tmp_path: Path) -> None:
    source = word_file(tmp_path / "resume.docx")
    before = source.read_bytes()
    outcome = annotate(source)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"{tmp_path / 'resume.careerlint.docx'}: 1 remark\n"
    assert names(tmp_path) == ["resume.careerlint.docx", "resume.docx"]
    assert source.read_bytes() == before
    assert "STO001 bare-failure" in comments(tmp_path / "resume.careerlint.docx")


def test_equal_calls_write_equal_bytes(tmp_path: Path) -> None:
    source = word_file(tmp_path / "resume.docx")
    contents = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        assert annotate(source, "-o", tmp_path / folder).code == 0
        contents.append((tmp_path / folder / "resume.careerlint.docx").read_bytes())
    assert contents[0] == contents[1]


def test_a_copy_that_is_there_is_replaced_only_by_force(tmp_path: Path) -> None:
    source = word_file(tmp_path / "resume.docx")
    target = write(tmp_path / "resume.careerlint.docx", b"mine")
    outcome = annotate(source)
    assert outcome.code == 2 and target.read_bytes() == b"mine"
    assert outcome.complaints == [f"careerlint: {source}: {target} is there already; --force replaces it, -o names another file"]
    assert annotate(source, "--force").code == 0 and comments(target)


@pytest.mark.parametrize("name", ["resume.docx", "./resume.docx", "linked.docx", "hard.docx"])
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_the_document_is_never_replaced_by_whatever_name(tmp_path: Path, name: str, force: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    source = word_file(tmp_path / "resume.docx")
    (tmp_path / "linked.docx").symlink_to(source)
    os.link(source, tmp_path / "hard.docx")
    before = source.read_bytes()
    outcome = annotate("resume.docx", "-o", name, *force)
    assert outcome.code == 2 and "is one of the documents" in outcome.err
    assert source.read_bytes() == before and (tmp_path / "linked.docx").is_symlink()


def test_another_document_of_the_call_is_never_replaced(tmp_path: Path) -> None:
    one, two = word_file(tmp_path / "cv.docx"), word_file(tmp_path / "cv.careerlint.docx", "It failed.")
    before = two.read_bytes()
    outcome = annotate(one, two)
    assert outcome.code == 2 and two.read_bytes() == before
    outcome = annotate(one, two, "--force")
    assert outcome.code == 2 and len(outcome.complaints) == 1
    assert "is one of the documents" in outcome.complaints[0]


def test_by_force_a_link_is_replaced_and_not_what_it_points_at(tmp_path: Path) -> None:
    source = word_file(tmp_path / "resume.docx")
    elsewhere = write(tmp_path / "elsewhere" / "other.docx", b"somebody's")
    (tmp_path / "resume.careerlint.docx").symlink_to(elsewhere)
    assert annotate(source).code == 2
    assert annotate(source, "--force").code == 0
    assert elsewhere.read_bytes() == b"somebody's" and not (tmp_path / "resume.careerlint.docx").is_symlink()


def test_a_copy_is_annotated_again_in_place_by_force_only(tmp_path: Path) -> None:
    annotate(word_file(tmp_path / "resume.docx"))
    copy = tmp_path / "resume.careerlint.docx"
    before = copy.read_bytes()
    outcome = annotate(copy)
    assert outcome.code == 2 and "is there already" in outcome.err
    outcome = annotate(copy, "--force")
    assert (outcome.code, outcome.out) == (0, f"{copy}: 1 remark\n")
    assert names(tmp_path) == ["resume.careerlint.docx", "resume.docx"] and copy.read_bytes() == before


def test_remarks_go_from_a_copy_that_has_nothing_left_to_remark_on(tmp_path: Path) -> None:
    annotate(word_file(tmp_path / "resume.docx"))
    copy = tmp_path / "resume.careerlint.docx"
    outcome = annotate(copy, "--force", "--select", "HON001")
    assert outcome.out == f"{copy}: nothing found; the remarks of an earlier run are taken out\n"
    assert "STO001" not in comments(copy)


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_clean_document_gets_a_kind_sentence_and_no_copy(tmp_path: Path, force: tuple[str, ...]) -> None:
    source = word_file(tmp_path / "resume.docx", "The harbour has four cranes.")
    outcome = annotate(source, *force)
    assert (outcome.code, names(tmp_path)) == (0, ["resume.docx"])
    assert outcome.out == f"{source}: found nothing to point out, so there is no copy to write.\n"


def test_an_old_copy_of_a_document_that_is_clean_now_is_told(tmp_path: Path) -> None:
    source = word_file(tmp_path / "resume.docx")
    annotate(source)
    word_file(source, "The harbour has four cranes.")
    assert annotate(source).out.splitlines()[1] == f"  {tmp_path / 'resume.careerlint.docx'} is from an earlier run and out of date."


@pytest.mark.parametrize("name", ["letter.md", "letter.txt"])
def test_a_text_gets_a_review_in_markdown(tmp_path: Path, name: str) -> None:
    source = write(tmp_path / name, KOREAN_FAILURE)
    outcome = annotate(source)
    assert outcome.out == f"{tmp_path / 'letter.careerlint.md'}: 메모 1개\n"
    text = (tmp_path / "letter.careerlint.md").read_text(encoding="utf-8")
    assert text.startswith(f"## {name}\n") and "`STO001 bare-failure`" in text
    assert source.read_text(encoding="utf-8") == KOREAN_FAILURE


def test_two_documents_never_share_a_review(tmp_path: Path) -> None:
    one, two = write(tmp_path / "letter.md"), write(tmp_path / "letter.txt")
    outcome = annotate(one, two, "--force")
    assert outcome.code == 2 and "was just written for another document" in outcome.err
    assert (tmp_path / "letter.careerlint.md").read_text(encoding="utf-8").startswith("## letter.md\n")


def test_a_review_is_not_reviewed_and_a_folder_is_checked_without_copies(tmp_path: Path) -> None:
    source = write(tmp_path / "letter.md")
    annotate(source)
    annotate(word_file(tmp_path / "resume.docx"))
    outcome = annotate(tmp_path / "letter.careerlint.md", "--force")
    assert outcome.code == 2 and "name the document that it is about" in outcome.err
    listed = careerlint("check", "--format", "concise", tmp_path).out
    assert "letter.md:" in listed and "resume.docx" in listed and "careerlint." not in listed


def test_the_others_go_on_and_each_failure_is_one_line(tmp_path: Path) -> None:
    good = word_file(tmp_path / "good.docx")
    broken = write(tmp_path / "broken.docx", b"PK\x03\x04 no archive")
    locked = write(tmp_path / "locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    outcome = annotate(broken, tmp_path / "missing.docx", good, locked, tmp_path)
    assert outcome.code == 2
    assert outcome.out == f"{tmp_path / 'good.careerlint.docx'}: 1 remark\n"
    assert [line.split(": ")[1] for line in outcome.complaints] == [str(broken), str(tmp_path / "missing.docx"), str(locked), str(tmp_path)]
    assert "Traceback" not in outcome.err


def test_a_fault_in_one_document_does_not_cost_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "careerlint.annotations.docx", None)
    outcome = annotate(word_file(tmp_path / "resume.docx"), write(tmp_path / "letter.md"))
    assert outcome.code == 2 and len(outcome.complaints) == 1 and "careerlint failed on this document (ModuleNotFoundError" in outcome.err
    assert (tmp_path / "letter.careerlint.md").exists()


def test_output_is_a_file_for_one_and_a_folder_for_several(tmp_path: Path) -> None:
    one, two = word_file(tmp_path / "one.docx"), write(tmp_path / "two.md")
    assert annotate(one, "-o", tmp_path / "for mina.docx").out == f"{tmp_path / 'for mina.docx'}: 1 remark\n"
    for file in (two, tmp_path / "all.docx"):
        outcome = annotate(one, two, "-o", file)
        assert outcome.code == 2 and f"{file} is no folder; name one with -o" in outcome.err
    for folder in (tmp_path / "all", tmp_path / "all", tmp_path / "new" / "er"):
        assert annotate(one, two, "-o", folder, "--force").code == 0
        assert names(folder) == ["one.careerlint.docx", "two.careerlint.md"]


def test_a_folder_that_is_named_as_one_is_made_with_the_first_copy(tmp_path: Path) -> None:
    one, clean = word_file(tmp_path / "one.docx"), write(tmp_path / "clean.md", CLEAN)
    assert annotate(clean, "-o", f"{tmp_path}/out/").code == 0 and not (tmp_path / "out").exists()
    assert annotate(one, "-o", f"{tmp_path}/out/").out == f"{tmp_path / 'out' / 'one.careerlint.docx'}: 1 remark\n"
    outcome = annotate(one, "-o", f"{one}/")
    assert outcome.code == 2 and "is no folder; name one with -o" in outcome.err


@pytest.mark.parametrize(("name", "said"), [("copy.pdf", "the copy is a .docx file"), ("copy.docm", "the copy is a .docx file"), ("none/copy.docx", "cannot be written (No such file")])
def test_an_output_that_cannot_be_is_told_with_the_way_out(tmp_path: Path, name: str, said: str) -> None:
    outcome = annotate(word_file(tmp_path / "one.docx"), "-o", tmp_path / name)
    assert outcome.code == 2 and said in outcome.err and "-o" in outcome.err and names(tmp_path) == ["one.docx"]


def test_a_document_with_macros_stays_one(tmp_path: Path) -> None:
    source = word_file(tmp_path / "Resume.DOCM")
    assert annotate(source).out == f"{tmp_path / 'Resume.careerlint.DOCM'}: 1 remark\n"


def test_a_copy_is_as_private_as_its_document_and_can_be_changed(tmp_path: Path) -> None:
    source = word_file(tmp_path / "resume.docx")
    source.chmod(0o400)
    annotate(source)
    assert stat.S_IMODE((tmp_path / "resume.careerlint.docx").stat().st_mode) == 0o600


def test_options_of_check_decide_what_is_remarked_on(tmp_path: Path) -> None:
    source = word_file(tmp_path / "resume.docx")
    target = tmp_path / "resume.careerlint.docx"
    annotate(source, "--lang", "ko")
    assert "[오류]" in comments(target)
    write(tmp_path / "careerlint.toml", 'ignore = ["STO001"]\n')
    assert "found nothing" in careerlint("annotate", "--force", "--select", "STO001", source).out
    assert "1 remark" in careerlint("annotate", "--force", "--no-config", "--select", "STO001", source).out
    outcome = careerlint("annotate", "--select", "STO999", source)
    assert outcome.code == 2 and "there is no rule or family 'STO999'" in outcome.err


def test_notes_are_grouped_told_one_by_one_or_left_out(tmp_path: Path) -> None:
    source = Path(__file__).parents[2] / "examples" / "poor" / "ko-ml-junior.docx"
    counts = {}
    for notes in ("grouped", "all", "none"):
        outcome = careerlint("annotate", source, "--as-of", "2026-01-01", "--notes", notes, "-o", tmp_path / f"{notes}.docx")
        counts[notes] = int(outcome.out.rpartition("메모 ")[2].rstrip("개\n"))
    told = comments(tmp_path / "all.docx")
    assert counts["none"] < counts["grouped"] < counts["all"]
    assert told.count("WHY002 no-alternative") == 1 and "[참고]" not in comments(tmp_path / "none.docx")


def test_standard_input_is_no_file(tmp_path: Path) -> None:
    outcome = annotate("-")
    assert outcome.code == 2 and "annotate needs a file" in outcome.err


def test_a_file_is_named_once(tmp_path: Path) -> None:
    source = word_file(tmp_path / "resume.docx")
    assert annotate(source, source, tmp_path / "." / "resume.docx").out.count("1 remark") == 1


def test_names_of_files_command_no_terminal(tmp_path: Path) -> None:
    source = write(tmp_path / "a\x1b[31mb.md", BARE_FAILURE)
    outcome = annotate(source, tmp_path / "no\x1b[31m.docx")
    assert "\x1b" not in outcome.out + outcome.err and outcome.code == 2


def test_what_word_takes_no_comments_for_is_told_below_the_line(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Harbour maps", 1)
    document.sections[0].header.paragraphs[0].text = "[insert your name here]"
    document.save(str(tmp_path / "cv.docx"))
    outcome = annotate(tmp_path / "cv.docx")
    assert outcome.out.splitlines()[1:] == ["  comments that stand near their words, because Word takes none there: 1 (headers); each says which words it is about"]


def test_clean_text_writes_no_review(tmp_path: Path) -> None:
    assert "found nothing" in annotate(write(tmp_path / "a.md", CLEAN)).out and names(tmp_path) == ["a.md"]
