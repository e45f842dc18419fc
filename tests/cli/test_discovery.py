"""Discovery: which files of a folder are linted."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from calling import careerlint, check, write

from careerlint.discovery import find_files


def found(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_files([folder])]


def test_documents_come_sorted_and_once(tmp_path: Path) -> None:
    for name in ("b.md", "a.docx", "c/d.pdf", "c/README", "e.txt", "f.markdown"):
        write(tmp_path / name)
    assert found(tmp_path) == ["a.docx", "b.md", "e.txt", "f.markdown", "c/README", "c/d.pdf"]
    assert len(list(find_files([tmp_path, tmp_path / "b.md", tmp_path / "c" / ".." / "b.md"]))) == 6


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.md", ".github/README.md", "node_modules/x/README.md", "third_party/README.md", "venv/README.md", "CHANGELOG.md",
        "Changelog.txt", "LICENSE", "LICENSE.md", "LICENSE.txt", "requirements.txt", "requirements-dev.txt", "poetry.lock", "yarn-lock.txt",
        "main.py", "photo.png", "~$resume.docx", "CMakeLists.txt",
    ],
)
def test_what_is_no_document_of_the_writer_is_skipped(tmp_path: Path, name: str) -> None:
    write(tmp_path / name)
    write(tmp_path / "kept.md")
    assert found(tmp_path) == ["kept.md"]


def test_a_named_file_is_always_taken(tmp_path: Path) -> None:
    path = write(tmp_path / ".hidden" / "CHANGELOG.md")
    write(tmp_path / ".hidden" / ".gitignore", "*")
    assert list(find_files([path])) == [path]


def test_gitignore_is_respected(tmp_path: Path) -> None:
    write(tmp_path / ".gitignore", "drafts/\n*.pdf\n/top.md\n")
    for name in ("drafts/a.md", "b.pdf", "c/b.pdf", "top.md", "c/top.md", "kept.md"):
        write(tmp_path / name)
    assert found(tmp_path) == ["kept.md", "c/top.md"]


def test_the_nearest_gitignore_decides(tmp_path: Path) -> None:
    write(tmp_path / ".gitignore", "*.pdf\n")
    write(tmp_path / "cv" / ".gitignore", "!resume.pdf\nold.md\n")
    for name in ("cv/resume.pdf", "cv/other.pdf", "cv/old.md", "old.md"):
        write(tmp_path / name)
    assert found(tmp_path) == ["old.md", "cv/resume.pdf"]


def test_the_gitignore_of_the_repository_counts_in_a_folder_of_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".gitignore", "docs/drafts/\n")
    write(tmp_path / "docs" / "drafts" / "a.md")
    write(tmp_path / "docs" / "b.md")
    assert found(tmp_path / "docs") == ["b.md"]


def test_a_gitignore_above_that_belongs_to_no_repository_does_not_count(tmp_path: Path) -> None:
    write(tmp_path / ".gitignore", "*.md\n")
    write(tmp_path / "docs" / "b.md")
    assert found(tmp_path / "docs") == ["b.md"]


def test_no_link_out_of_the_folder_is_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "secret.md")
    write(tmp_path / "in" / "own.md")
    (tmp_path / "in" / "file.md").symlink_to(outside)
    (tmp_path / "in" / "folder").symlink_to(outside.parent)
    (tmp_path / "in" / "same.md").symlink_to("own.md")
    (tmp_path / "in" / "nothing.md").symlink_to("gone.md")
    assert found(tmp_path / "in") == ["own.md"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "self.md").symlink_to("self.md")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "up").symlink_to("..")
    write(tmp_path / "a" / "b.md")
    assert found(tmp_path) == ["a/b.md"]
    outcome = check(tmp_path / "self.md")
    assert outcome.code == 2 and len(outcome.complaints) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    write(tmp_path / "kept.md")
    assert found(tmp_path) == ["kept.md"]
    outcome = check(tmp_path / "pipe.md", tmp_path / "kept.md")
    assert outcome.code == 2
    assert "kept.md:5:36" in outcome.out
    assert len(outcome.complaints) == 1 and "pipe.md: This is not a regular file" in outcome.err


def test_nothing_matched_exits_with_2(tmp_path: Path) -> None:
    write(tmp_path / "main.py")
    outcome = check(tmp_path)
    assert outcome.code == 2
    assert outcome.complaints == ["careerlint: no document found in the given folders; name a .md, .txt, .docx or .pdf file"]


def close(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer for a folder as the system does where the user may not open it; who is root may open all."""
    def guarded(name: str, *, itself: bool) -> None:
        real = getattr(os, name)

        def ask(path: Any = ".", *arguments: Any, **options: Any) -> Any:
            asked = Path(os.fsdecode(path)) if isinstance(path, str | bytes | Path) else None
            if asked is not None and (folder in asked.absolute().parents or (itself and asked.absolute() == folder)):
                raise PermissionError(13, "Permission denied", os.fspath(path))
            return real(path, *arguments, **options)

        monkeypatch.setattr(os, name, ask)

    access = os.access
    guarded("stat", itself=False)
    guarded("scandir", itself=True)
    monkeypatch.setattr(os, "access", lambda path, mode, **options: Path(path).absolute() != folder and access(path, mode, **options))


def test_a_closed_folder_is_told_and_the_others_are_linted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "kept.md")
    write(tmp_path / "closed" / "README.md")
    close(tmp_path / "closed", monkeypatch)
    line = f"careerlint: {tmp_path / 'closed'}: The folder cannot be opened, so what lies in it is not known; check its permissions."
    for path in (tmp_path, tmp_path / "closed"):
        outcome = check(path)
        assert outcome.code == 2 and outcome.complaints == [line]
        assert ("kept.md:5:36" in outcome.out) == (path == tmp_path)
    outcome = check(tmp_path / "closed" / "README.md", tmp_path / "kept.md")
    assert outcome.code == 2 and len(outcome.complaints) == 1 and "README.md: The file cannot be opened (Permission denied)" in outcome.err
    assert "kept.md:5:36" in outcome.out


@pytest.mark.parametrize("call", [("config", "README.md"), ("baseline", "write", "."), ("report", "."), ("init", "."), ("annotate", "README.md")], ids=lambda call: call[0])
def test_commands_end_where_a_folder_is_closed(call: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "closed" / "README.md")
    close(tmp_path / "closed", monkeypatch)
    assert careerlint(*call[:-1], tmp_path / "closed" / call[-1]).code in (0, 2)


def test_documents_in_another_format_are_named_where_there_is_nothing_else(tmp_path: Path) -> None:
    write(tmp_path / "이력서.hwp")
    write(tmp_path / "b" / "cv.odt")
    write(tmp_path / "b" / "cv.pages")
    outcome = careerlint("check", tmp_path)
    assert outcome.code == 2
    assert [any(name in line for line in outcome.complaints) for name in ("이력서.hwp", "cv.odt")] == [True, True]
    assert "no document found" in outcome.complaints[-1]


def test_a_document_in_another_format_is_told_once_and_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "kept.md", "# Harbour maps\n")
    (tmp_path / "cv.hwp").touch()
    walked = []
    monkeypatch.setattr(os, "walk", lambda top, *rest, walk=os.walk, **named: walked.append(top) or walk(top, *rest, **named))  # type: ignore[func-returns-value]
    outcome = careerlint("check", tmp_path)
    assert (outcome.code, walked) == (0, [tmp_path])
    assert [line for line in outcome.complaints if "cv.hwp" in line and "Hangul documents cannot be read" in line] == outcome.complaints
    named = careerlint("check", tmp_path, tmp_path / "cv.hwp")
    assert (named.code, sum("cv.hwp" in line for line in named.complaints)) == (2, 1)


@pytest.mark.parametrize("signs", [("store.sqlite", "findings.jsonl"), ("findings.jsonl", "documents.jsonl"), ("groups.csv", "rules.csv")])
def test_the_report_of_a_batch_holds_no_documents(tmp_path: Path, signs: tuple[str, ...]) -> None:
    for name in (*signs, "summary.md", "people/mina/cv.md"):
        write(tmp_path / "report" / name)
    write(tmp_path / "findings.jsonl")
    write(tmp_path / "kept.md")
    assert found(tmp_path) == ["kept.md"]
    assert found(tmp_path / "report") == []


def test_a_store_of_somebody_else_hides_no_documents(tmp_path: Path) -> None:
    write(tmp_path / "store.sqlite")
    write(tmp_path / "README.md")
    assert found(tmp_path) == ["README.md"]
