"""`check --diff`: only findings on statements that have changed since a revision, whatever else the repository holds."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from calling import careerlint

from careerlint.engine import Linter
from careerlint.repository import GitError, Revision, file_at, repository_of, revision_of, tracked_files
from careerlint.repository.git import moves_since

FAILED = "We tried a larger network but it did not work."
AS_IS = "We used the pretrained model as it is."
README = f"# Harbour maps\n\n## Project\n\n- There were 4 cranes.\n- {FAILED}\n"


def git(folder: Path, *arguments: str) -> None:
    environment = os.environ | {
        "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
    }  # fmt: skip
    subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "저장소"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / "README.md").write_text(README, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "First")
    return folder


def told(repository: Path, revision: str = "HEAD", *paths: str) -> list[str]:
    outcome = careerlint("check", *(repository / path for path in paths or ("README.md",)), "--diff", revision, "--format", "concise")
    assert outcome.code != 2, outcome.err
    return [line.split(" ")[1] for line in outcome.out.splitlines()]


def test_what_the_revision_had_is_silent(repository: Path) -> None:
    assert told(repository) == []
    (repository / "README.md").write_text(f"# Harbour maps\n\n## Project\n\n{FAILED}\n\n* There were\n  4 cranes.\n", encoding="utf-8")
    assert told(repository) == []


def test_what_has_not_changed_is_linted_once(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "README.md").write_text(f"{README}\n<!-- careerlint: ignore CHG001 not yet -->\n", encoding="utf-8")
    (repository / "clean.md").write_text("# Harbour maps\n", encoding="utf-8")
    (repository / "other.md").write_text(README, encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "Second")
    (repository / "clean.md").write_text("# Maps of harbours\n", encoding="utf-8")
    (repository / "other.md").write_text(README.replace("larger", "far larger"), encoding="utf-8")
    linted = []
    monkeypatch.setattr(Linter, "lint", lambda self, document, *rest, lint=Linter.lint: linted.append(Path(document.path).name) or lint(self, document, *rest))  # type: ignore[func-returns-value]
    assert told(repository, "HEAD", "README.md", "clean.md", "other.md") == ["STO001"]
    assert sorted(linted) == ["README.md", "clean.md", "other.md", "other.md"]


def test_before_the_first_commit_everything_is_new(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / "README.md").write_text(README, encoding="utf-8")
    git(folder, "add", ".")
    assert told(folder) == ["STO001"]
    with pytest.raises(GitError, match="no revision 'main'"):
        revision_of(folder, "main")


def test_changed_and_added_statements_are_told(repository: Path) -> None:
    (repository / "README.md").write_text(README.replace("- There", f"- {AS_IS}\n- There"), encoding="utf-8")
    assert told(repository) == ["CHG001"]
    git(repository, "commit", "-qam", "Second")
    assert told(repository) == []
    assert told(repository, "HEAD~1") == ["CHG001"]
    (repository / "README.md").write_text(README.replace("larger", "far larger"), encoding="utf-8")
    assert told(repository, "HEAD~1") == ["STO001"]


def test_a_file_that_was_moved_is_compared_with_what_it_was(repository: Path) -> None:
    (repository / "docs").mkdir()
    git(repository, "mv", "README.md", "docs/지도.md")
    assert told(repository, "HEAD", "docs/지도.md") == []
    (repository / "docs" / "지도.md").write_text(README + f"- {AS_IS}\n", encoding="utf-8")
    assert told(repository, "HEAD", "docs/지도.md") == ["CHG001"]


def test_git_names_the_moved_files_of_a_run_once(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Path] = []

    def once(folder: Path, commit: str) -> Mapping[str, str]:
        calls.append(folder)
        return moves_since(folder, commit)

    monkeypatch.setattr("careerlint.repository.revision.moves_since", once)
    (repository / "docs").mkdir()
    git(repository, "mv", "README.md", "docs/moved.md")
    for name in ("one.md", "two.md"):
        (repository / name).write_text(f"# {name}\n\n- {FAILED}\n", encoding="utf-8")
    assert told(repository, "HEAD", "one.md", "two.md", "docs/moved.md") == ["STO001", "STO001"]
    assert calls == [repository]


def test_standard_input_needs_a_name_to_be_compared() -> None:
    outcome = careerlint("check", "-", "--diff", "HEAD", given=README)
    assert outcome.code == 2 and "--stdin-name" in outcome.err


ENTRY = "# Harbour maps\n\nWe implemented the paper on ferries and trained a network.\n\n## 1. Demo\n\n## 2. Data\n\nThe data are public.\n"


def told_of_all(repository: Path) -> list[str]:
    outcome = careerlint("check", repository / "README.md", "--diff", "HEAD", "--format", "concise", "--select", "REP,FMT")
    return [line.split(" ")[1] for line in outcome.out.splitlines()]


def test_what_an_entry_or_the_document_lacked_before_is_no_news(repository: Path) -> None:
    file = repository / "README.md"
    file.write_text(ENTRY, encoding="utf-8")
    assert {"FMT008", "REP001"} == set(told_of_all(repository))
    git(repository, "commit", "-qam", "An empty section")
    file.write_text(ENTRY + "\nThe harbour has two gates.\n", encoding="utf-8")
    assert told_of_all(repository) == []
    # A new title and other numbers in the headings bring nothing either.
    file.write_text(ENTRY.replace("Harbour", "Ferry").replace("1. Demo", "3. Demo") + "\nThe harbour has two gates.\n", encoding="utf-8")
    assert told_of_all(repository) == []
    file.write_text(ENTRY.replace("1. Demo\n", "1. Demo\n\nA picture.\n") + "\n## 3. Results\n", encoding="utf-8")
    assert told_of_all(repository) == ["FMT008"]


def test_a_rule_about_an_entry_that_begins_to_fire_is_told(repository: Path) -> None:
    file = repository / "README.md"
    file.write_text(ENTRY + "\nThe paper reports an accuracy of 0.81, and we reached 0.79.\n", encoding="utf-8")
    assert "REP001" not in told_of_all(repository)
    git(repository, "commit", "-qam", "A comparison")
    file.write_text(ENTRY, encoding="utf-8")
    assert told_of_all(repository) == ["REP001"]


def test_a_file_that_the_revision_lacks_is_new(repository: Path) -> None:
    (repository / "docs").mkdir()
    (repository / "docs" / "소개.md").write_text(README, encoding="utf-8")
    assert told(repository, "HEAD", "docs/소개.md") == ["STO001"]


def test_a_readme_in_utf_16_is_compared(repository: Path) -> None:
    (repository / "README.md").write_bytes(README.encode("utf-16"))
    assert told(repository) == []


@pytest.mark.parametrize("revision", ["nonsense", "--output=x", "HEAD:README.md", "HEAD~9"])
def test_an_unknown_revision_is_one_line(repository: Path, revision: str) -> None:
    (repository / "clean.md").write_text("# Harbour maps\n", encoding="utf-8")
    for name in ("README.md", "clean.md"):
        outcome = careerlint("check", repository / name, "--diff", revision)
        assert (outcome.code, outcome.err.count("\n")) == (2, 1)
        assert revision in outcome.err


def test_a_shallow_clone_says_so(repository: Path, tmp_path: Path) -> None:
    (repository / "README.md").write_text(README + "\n", encoding="utf-8")
    git(repository, "commit", "-qam", "Second")
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "shallow")
    outcome = careerlint("check", tmp_path / "shallow" / "README.md", "--diff", "HEAD~1")
    assert outcome.code == 2 and "this clone is shallow" in outcome.err


def test_outside_of_a_repository(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(README, encoding="utf-8")
    outcome = careerlint("check", tmp_path / "README.md", "--diff", "HEAD")
    assert outcome.code == 2 and "stands in no git repository" in outcome.err
    assert repository_of(tmp_path) is None


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can give a repository to somebody else")
def test_a_repository_of_somebody_else_names_the_way_out(repository: Path) -> None:
    os.chown(repository, 54321, -1)
    outcome = careerlint("check", repository / "README.md", "--diff", "HEAD")
    told = f"careerlint: detected dubious ownership in repository at '{repository}'; if you trust it: git config --global --add safe.directory '{repository}'"
    assert (outcome.code, outcome.complaints) == (2, [told])


def test_nothing_that_the_repository_configures_is_run(repository: Path) -> None:
    trace = repository.parent / "ran"
    for key in ("core.fsmonitor", "diff.external", "core.pager", "core.sshCommand", "filter.x.smudge", "filter.x.clean"):
        git(repository, "config", key, f"touch {trace}")
    (repository / ".gitattributes").write_text("*.md filter=x diff=x\n", encoding="utf-8")
    git(repository, "config", "diff.x.textconv", f"touch {trace}; cat")
    git(repository, "mv", "README.md", "moved.md")
    (repository / "moved.md").write_text(f"{README}More.\n", encoding="utf-8")
    trace.unlink(missing_ok=True)
    assert file_at(repository, revision_of(repository, "HEAD"), repository / "README.md", 1_000) == README.encode()
    assert tracked_files(repository) == (("moved.md",), ())
    assert Revision("HEAD").content(repository, repository / "moved.md", 1_000) == README.encode()
    assert not trace.exists()


def test_links_and_submodules_have_no_content(repository: Path) -> None:
    (repository / "link.md").symlink_to("README.md")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "Link")
    commit = revision_of(repository, "HEAD")
    assert file_at(repository, commit, repository / "link.md", 1_000) == README.encode()
    assert file_at(repository, commit, repository / "missing.md", 1_000) is None
    assert file_at(repository, commit, repository / "link.md", len(README.encode()) - 1) is None
    with pytest.raises(GitError):
        revision_of(repository.parent, "HEAD")


def test_a_link_or_picture_that_leads_somewhere_else_now_is_told(repository: Path) -> None:
    linked = "# Harbour maps\n\n- There were 4 cranes.\n\n![Cranes](old.png)\n\nThe [table](old.md) holds all.\n"
    (repository / "README.md").write_text(linked, encoding="utf-8")
    git(repository, "commit", "-qam", "Links")
    assert told(repository) == []
    (repository / "README.md").write_text(linked.replace("old.png", "new.png"), encoding="utf-8")
    outcome = careerlint("check", repository / "README.md", "--diff", "HEAD", "--format", "concise")
    assert [line.removeprefix(f"{repository}/") for line in outcome.out.splitlines()] == ["README.md:5:11: FMT007 warning 'new.png' points to a file that is not there."]
    (repository / "README.md").write_text(linked.replace("old.md", "new.md"), encoding="utf-8")
    assert told(repository) == ["FMT007"]
    (repository / "README.md").write_text(linked.replace("The [table]", "## All\n\nThe [table]"), encoding="utf-8")
    assert told(repository) == []
