"""`--format` and `--output`: several reports in one run, where they go, and what is refused."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from calling import BARE_FAILURE, CLEAN, careerlint, write

from careerlint.cli.outputs import Output, _look_for
from careerlint.reporters.formats import FORMATS
from careerlint.reporters.look import Look


@pytest.fixture
def failure(tmp_path: Path) -> Path:
    return write(tmp_path / "failure.md")


def test_several_formats_in_one_run(tmp_path: Path, failure: Path) -> None:
    files = {name: tmp_path / f"out.{name}" for name in FORMATS}
    outcome = careerlint("check", failure, "--format", "github", *(f"--format={name}:{file}" for name, file in files.items()))
    assert outcome.code == 1
    assert outcome.out.startswith("::error file=")
    assert all("STO001" in file.read_text(encoding="utf-8") for file in files.values())
    assert {path.name for path in tmp_path.iterdir()} == {"failure.md", *(file.name for file in files.values())}


def test_reports_for_files_leave_standard_output_empty(tmp_path: Path, failure: Path) -> None:
    outcome = careerlint("check", failure, "--format", f"sarif:{tmp_path / 'a.sarif'}")
    assert (outcome.code, outcome.out, outcome.err) == (1, "", f"written: {tmp_path / 'a.sarif'}\n")
    assert careerlint("check", failure, "--quiet", "--output", tmp_path / "b.txt").err == ""
    korean = careerlint("check", failure, "--lang", "ko", "--format", f"html:{tmp_path / '가.html'}")
    assert korean.err == f"저장했습니다: {tmp_path / '가.html'}\n"
    assert json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


@pytest.mark.parametrize("name", FORMATS)
def test_output_takes_the_report_of_any_single_format(tmp_path: Path, failure: Path, name: str) -> None:
    assert careerlint("check", failure, "--format", name, "--output", tmp_path / "report").out == ""
    careerlint("check", failure, "--format", f"{name}:{tmp_path / 'same'}")
    assert (tmp_path / "report").read_bytes() == (tmp_path / "same").read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_help_names_every_format(name: str) -> None:
    assert name in careerlint("check", "--help").out


@pytest.mark.parametrize(
    ("formats", "words"),
    [
        (["serif"], "--format knows no 'serif'; did you mean sarif? It takes rich, concise, json, github, sarif"),
        (["JSON"], "did you mean json?"),
        (["pages"], "--format knows no 'pages'. It takes rich"),
        (["sarif:"], "--format sarif: names no file; write sarif:FILE"),
        (["json", "github"], "only one format can go to standard output"),
        (["json", "json"], "only one format can go to standard output"),
        (["json:{}/a", "sarif:{}/../{0}/a"], "two formats would go to the same file"),
        (["json:{}"], "it is a folder"),
        (["json:{}/nowhere/a"], "its folder does not exist"),
        (["json:{}/failure.md"], "is one of the documents"),
        (["json:{}/link.md"], "is one of the documents"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_slip_is_one_line_and_nothing_is_written(tmp_path: Path, failure: Path, formats: list[str], words: str) -> None:
    (tmp_path / "link.md").symlink_to(failure)
    given = [f"--format={value.replace('{}/../{0}', str(tmp_path / '..' / tmp_path.name)).replace('{}', str(tmp_path))}" for value in formats]
    outcome = careerlint("check", failure, *given)
    assert (outcome.code, outcome.out, len(outcome.complaints)) == (2, "", 1)
    assert words in outcome.err
    assert failure.read_text(encoding="utf-8") == BARE_FAILURE
    assert {path.name for path in tmp_path.iterdir()} == {"failure.md", "link.md"}


@pytest.mark.parametrize("formats", [["json:a"], ["json", "sarif:a"]])
def test_output_and_files_of_formats_do_not_mix(tmp_path: Path, failure: Path, formats: list[str]) -> None:
    outcome = careerlint("check", failure, "--output", tmp_path / "b", *(f"--format={value}" for value in formats))
    assert outcome.code == 2
    assert outcome.complaints == ["careerlint: --output takes the report of a single format; name the file in --format NAME:FILE"]


def test_a_document_found_in_a_folder_is_not_replaced(tmp_path: Path, failure: Path) -> None:
    outcome = careerlint("check", tmp_path, "--format", f"json:{failure}", f"--format=sarif:{tmp_path / 'a.sarif'}")
    assert outcome.code == 2 and "is one of the documents" in outcome.err
    assert failure.read_text(encoding="utf-8") == BARE_FAILURE
    assert not (tmp_path / "a.sarif").exists()


def test_a_failure_keeps_the_old_report(tmp_path: Path, failure: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = write(tmp_path / "a.sarif", "the old one")

    def broken(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", broken)
    outcome = careerlint("check", failure, "--format", f"sarif:{report}", "--format", "concise")
    assert (outcome.code, outcome.out, len(outcome.complaints)) == (2, "", 1)
    assert report.read_text(encoding="utf-8") == "the old one"
    assert {path.name for path in tmp_path.iterdir()} == {"failure.md", "a.sarif"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such rights")
def test_a_report_that_others_cannot_read_stays_so(tmp_path: Path, failure: Path) -> None:
    target = write(tmp_path / "report.txt", "old")
    target.chmod(0o600)
    careerlint("check", failure, "--output", target)
    assert target.read_text(encoding="utf-8") != "old" and target.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["github", "sarif", "gitlab", "junit", "rdjson", "json"])
def test_an_unreadable_document_is_in_the_report(tmp_path: Path, name: str) -> None:
    outcome = careerlint("check", tmp_path / "gone.pdf", write(tmp_path / "clean.md", CLEAN), "--format", name)
    assert outcome.code == 2
    assert "gone.pdf" in outcome.out and "does not exist" in outcome.out
    assert len(outcome.complaints) == 1


class TestPaths:
    """Consumers count paths from the top of the repository, wherever the command runs."""

    @pytest.fixture
    def below(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        (tmp_path / "repository" / ".git").mkdir(parents=True)
        below = tmp_path / "repository" / "문서"
        write(below / "이력서.md")
        monkeypatch.chdir(below)
        return below

    @pytest.mark.parametrize("given", ["이력서.md", "./이력서.md", "{}/이력서.md", "link.md"])
    def test_a_path_from_the_repository(self, below: Path, given: str) -> None:
        (below / "link.md").symlink_to("이력서.md")
        report = json.loads(careerlint("check", given.replace("{}", str(below)), "--format", "gitlab").out)
        assert {item["location"]["path"] for item in report} == {"문서/이력서.md"}

    def test_a_path_of_sarif(self, below: Path) -> None:
        run = json.loads(careerlint("check", "이력서.md", "--format", "sarif").out)["runs"][0]
        assert run["artifacts"][0]["location"] == {
            "uri": "%EB%AC%B8%EC%84%9C/%EC%9D%B4%EB%A0%A5%EC%84%9C.md", "uriBaseId": "%SRCROOT%",
        }  # fmt: skip
        assert str(below) not in json.dumps(run)

    def test_a_document_outside_has_an_absolute_uri(self, below: Path, tmp_path: Path) -> None:
        write(tmp_path / "out side.md")
        run = json.loads(careerlint("check", "../../out side.md", "--format", "sarif").out)["runs"][0]
        assert run["artifacts"][0]["location"] == {"uri": (tmp_path / "out side.md").resolve().as_uri()}


class TestSummary:
    """The job summary of GitHub Actions."""

    def test_it_is_added_to_what_is_there(self, tmp_path: Path, failure: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        summary = write(tmp_path / "summary.md", "before\n")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
        careerlint("check", failure, "--format", f"github:{tmp_path / 'log'}")
        text = summary.read_text(encoding="utf-8")
        assert text.startswith("before\n## careerlint\n")
        assert "STO001 bare-failure" in text

    def test_other_formats_write_none(self, tmp_path: Path, failure: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
        careerlint("check", failure, "--format", "sarif")
        assert not (tmp_path / "summary.md").exists()

    def test_a_full_one_is_left(self, tmp_path: Path, failure: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        summary = write(tmp_path / "summary.md", "x" * 1_000_000)
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
        assert careerlint("check", failure, "--format", "github").code == 1
        assert summary.stat().st_size == 1_000_000

    def test_a_place_that_cannot_be_written_is_told(self, tmp_path: Path, failure: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
        outcome = careerlint("check", failure, "--format", "github")
        assert (outcome.code, len(outcome.complaints)) == (2, 1)
        assert outcome.out.startswith("::error ")


class Terminal(io.StringIO):
    """A terminal that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_without_colours_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", Terminal())
    for name, value, colored in (("TERM", "xterm", True), ("TERM", "dumb", False), ("TERM", "xterm", True), ("NO_COLOR", "1", False)):
        monkeypatch.setenv(name, value)
        assert _look_for(Output("rich"), Look(), "auto").color == colored
        assert _look_for(Output("rich"), Look(), "always").color
        assert not _look_for(Output("rich", Path("report.txt")), Look(), "auto").color
