"""`check`: exit codes and what the options choose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import BARE_FAILURE, CLEAN, DUTY, KOREAN_FAILURE, careerlint, check, write

from careerlint import checking
from careerlint.config import Config
from careerlint.model.document import Document
from careerlint.model.finding import Report

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def failure(tmp_path: Path) -> Path:
    return write(tmp_path / "failure.md")


@pytest.fixture
def duty(tmp_path: Path) -> Path:
    return write(tmp_path / "duty.md", DUTY)


def test_a_finding_exits_with_1_and_names_its_place(failure: Path) -> None:
    outcome = check(failure)
    assert outcome.code == 1
    assert outcome.out.startswith(f"{failure}:5:36: STO001 error ")
    assert len(outcome.out.splitlines()) == 1
    assert outcome.err == ""


def test_a_clean_document_exits_with_0_and_gets_a_kind_sentence(tmp_path: Path) -> None:
    outcome = careerlint("check", write(tmp_path / "clean.md", CLEAN))
    assert outcome.code == 0
    assert "Found nothing to point out. Nicely done." in outcome.out


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on_with_a_warning(duty: Path, level: str, code: int) -> None:
    outcome = check(duty, "--fail-on", level)
    assert (outcome.code, "RES003 warning" in outcome.out) == (code, True)


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on_with_an_error(failure: Path, level: str, code: int) -> None:
    assert check(failure, "--fail-on", level).code == code


@pytest.mark.parametrize("name", ["STO001", "sto001", "bare-failure", "STO", "sto", "HON002,STO001", " STO001 "])
def test_select_takes_codes_names_and_families(failure: Path, duty: Path, name: str) -> None:
    assert [line.split()[1] for line in check(failure, duty, "--select", name).out.splitlines()] == ["STO001"]
    assert [line.split()[1] for line in check(failure, duty, "--ignore", name).out.splitlines()] == ["RES003"]


def test_select_and_ignore_are_repeated(failure: Path, duty: Path) -> None:
    assert len(check(failure, duty, "--select", "STO", "--select", "RES").out.splitlines()) == 2
    assert check(failure, duty, "--select", "STO,RES", "--ignore", "STO001", "--ignore", "duty-only").out == ""


@pytest.mark.parametrize(
    ("name", "hint"), [("STO0001", "did you mean STO001?"), ("bare-failur", "did you mean bare-failure?"), ("STOO", "did you mean STO?")]
)
@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_near_miss_is_told(failure: Path, option: str, name: str, hint: str) -> None:
    outcome = check(failure, option, name)
    assert outcome.code == 2
    assert outcome.complaints == [f"careerlint: there is no rule or family '{name}'; {hint} 'careerlint rules' lists them"]
    assert outcome.out == ""


def test_standard_input_has_the_name_it_is_given() -> None:
    outcome = check("-", "--stdin-name", "Lena.md", given=BARE_FAILURE)
    assert (outcome.code, outcome.out.split(" ")[0]) == (1, "Lena.md:5:36:")
    assert check("-", given=CLEAN).code == 0


def test_the_name_of_standard_input_tells_the_format() -> None:
    formats = {}
    for name in ("a.md", "a.txt"):
        data = json.loads(careerlint("check", "-", "--stdin-name", name, "--format", "json", given=BARE_FAILURE).out)
        formats[name] = data["documents"][0]["format"]
    assert formats == {"a.md": "md", "a.txt": "txt"}


def test_standard_input_is_read_once(failure: Path) -> None:
    outcome = check("-", failure, "-", given=BARE_FAILURE)
    assert [line.split(":")[0] for line in outcome.out.splitlines()] == ["stdin.md", str(failure)]
    assert outcome.err == ""


def test_the_frame_has_the_language_of_most_findings(tmp_path: Path) -> None:
    korean = tmp_path / "MODEL.ko.md"
    korean.write_text("# 항구 지도\n\n항구에는 크레인이 네 대 있습니다.\n", encoding="utf-8")
    english = tmp_path / "README.md"
    english.write_text(BARE_FAILURE, encoding="utf-8")
    assert "2 documents · 1 error" in careerlint("check", korean, english).out
    english.write_text(CLEAN, encoding="utf-8")
    assert "문서 2개" in careerlint("check", korean, english).out


def test_messages_have_the_language_of_the_document_or_the_chosen_one(tmp_path: Path, failure: Path) -> None:
    korean = write(tmp_path / "ko.md", KOREAN_FAILURE)
    assert "왜 안됐는지" in check(korean).out
    assert "neither why nor" in check(korean, "--lang", "en").out
    assert "왜 안됐는지" in check(failure, "--lang", "ko").out
    assert "문서 1개 · 오류 1" in careerlint("check", korean).out
    assert "1 document · 1 error · 0 warnings · 0 notes" in careerlint("check", korean, "--lang", "en").out


def test_as_of_is_in_the_json(failure: Path) -> None:
    outcome = careerlint("check", failure, "--format", "json", "--as-of", "2025-02-28")
    assert json.loads(outcome.out)["tool"]["as_of"] == "2025-02-28"


@pytest.mark.parametrize("day", ["yesterday", "2025-02-30", "28.02.2025"])
def test_a_wrong_day_is_told(failure: Path, day: str) -> None:
    outcome = careerlint("check", failure, "--as-of", day)
    assert outcome.code == 2
    assert outcome.complaints == [f"careerlint: --as-of takes a day like 2026-03-01, not '{day}'"]


def test_kind_overrides_the_guess(duty: Path) -> None:
    data = json.loads(careerlint("check", duty, "--kind", "cover-letter", "--format", "json").out)
    assert data["documents"][0]["kind"] == "cover-letter"


def test_statistics_count_by_rule(failure: Path, duty: Path) -> None:
    out = careerlint("check", failure, duty, "--statistics").out
    assert "    1  RES003  duty-only\n    1  STO001  bare-failure\n" in out


def test_quiet_leaves_the_findings(failure: Path) -> None:
    out = careerlint("check", failure, "--quiet").out
    assert "did not work" in out
    assert "Story matrix" not in out and "1 document" not in out


def test_quiet_says_nothing_about_a_clean_document(tmp_path: Path) -> None:
    assert careerlint("check", "--quiet", write(tmp_path / "clean.md", CLEAN)).out == ""


@pytest.mark.parametrize("arguments", [["--format", "pages"], ["--fail-on", "fatal"], ["--bogus"], ["--max-pages", "0"]])
def test_a_bad_option_exits_with_2(failure: Path, arguments: list[str]) -> None:
    outcome = careerlint("check", failure, *arguments)
    assert outcome.code == 2
    assert arguments[0] in outcome.err


def test_no_path_exits_with_2() -> None:
    assert careerlint("check").code == 2


def test_a_mistake_in_a_folder_of_rules_names_file_line_and_column(tmp_path: Path, failure: Path) -> None:
    rule = write(tmp_path / "mine" / "rule.yml", "code: XYZ001\nnaem: my-rule\n")
    outcome = check(failure, "--rules", tmp_path / "mine")
    assert outcome.code == 2
    assert len(outcome.complaints) == 1
    assert outcome.err.startswith(f"careerlint: {rule}:2:1: unknown key 'naem'")


class TestOutput:
    """`--output` writes the whole report or nothing."""

    def test_the_report_goes_to_the_file(self, tmp_path: Path, failure: Path) -> None:
        outcome = check(failure, "--output", tmp_path / "report.txt")
        assert (outcome.code, outcome.out) == (1, "")
        assert "STO001" in (tmp_path / "report.txt").read_text(encoding="utf-8")
        assert {path.name for path in tmp_path.iterdir()} == {"failure.md", "report.txt"}

    def test_colours_do_not_go_to_a_file(self, tmp_path: Path, failure: Path) -> None:
        careerlint("check", failure, "--output", tmp_path / "report.txt")
        assert "\x1b" not in (tmp_path / "report.txt").read_text(encoding="utf-8")

    def test_a_failure_keeps_the_old_report(self, tmp_path: Path, failure: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        report = write(tmp_path / "report.txt", "the old one")

        def broken(self: Path, target: Path) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "replace", broken)
        outcome = check(failure, "--output", report)
        assert outcome.code == 2
        assert "No space left on device" in outcome.err
        assert report.read_text(encoding="utf-8") == "the old one"
        assert {path.name for path in tmp_path.iterdir()} == {"failure.md", "report.txt"}

    def test_a_folder_that_is_not_there_is_told(self, tmp_path: Path, failure: Path) -> None:
        outcome = check(failure, "--output", tmp_path / "nowhere" / "report.txt")
        assert outcome.code == 2
        assert len(outcome.complaints) == 1 and "choose another place with --output" in outcome.err

    def test_a_folder_is_no_output(self, tmp_path: Path, failure: Path) -> None:
        assert check(failure, "--output", tmp_path).code == 2

    def test_a_document_is_never_replaced_by_its_report(self, failure: Path) -> None:
        outcome = check(failure, "--output", failure)
        assert outcome.code == 2
        assert "is one of the documents" in outcome.err
        assert failure.read_text(encoding="utf-8") == BARE_FAILURE

    def test_a_link_stays_a_link(self, tmp_path: Path, failure: Path) -> None:
        report = write(tmp_path / "real.txt", "old")
        (tmp_path / "link.txt").symlink_to(report)
        check(failure, "--output", tmp_path / "link.txt")
        assert (tmp_path / "link.txt").is_symlink()
        assert "STO001" in report.read_text(encoding="utf-8")


def test_a_fault_in_the_linter_costs_one_document_only(tmp_path: Path, failure: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lint = checking.check_document
    poisoned = write(tmp_path / "poisoned.md")

    def faulty(document: Document, config: Config) -> Report:
        if document.path == str(poisoned):
            raise ZeroDivisionError("division by zero")
        return lint(document, config)

    monkeypatch.setattr(checking, "check_document", faulty)
    outcome = check(poisoned, failure)
    assert outcome.code == 2
    assert outcome.out.startswith(f"{failure}:5:36: STO001")
    assert len(outcome.complaints) == 1
    assert outcome.err.startswith(f"careerlint: {poisoned}: careerlint failed on this document (ZeroDivisionError")


@pytest.mark.parametrize(("slip", "meant"), [("ignore ST0001", "STO001"), ("ignore duty-onli", "duty-only"), ("igore STO001", "ignore")])
def test_a_remark_with_a_slip_is_told_with_what_may_be_meant(tmp_path: Path, slip: str, meant: str) -> None:
    write(tmp_path / "work.md", BARE_FAILURE.replace("- We", f"<!-- careerlint: {slip} -->\n\n- We"))
    outcome = check(tmp_path / "work.md")
    assert (outcome.code, outcome.out.count("STO001")) == (1, 1)
    assert f"work.md:5: the remark names '{slip.split()[-1 if slip.startswith('ignore') else 0]}'" in outcome.err and f"; did you mean {meant}?" in outcome.err
    korean = careerlint("check", tmp_path / "work.md", "--lang", "ko")
    assert f"혹시 {meant}입니까?" in korean.err


def test_messages_fit_what_they_are_about(tmp_path: Path) -> None:
    work = write(tmp_path / "work.md")
    config = write(tmp_path / "set" / "careerlint.toml", "rules = ['nothere']\n")
    nothere = tmp_path / "nothere"
    assert check("--select", "XYZWV", work).complaints == ["careerlint: there is no rule or family 'XYZWV'. 'careerlint rules' lists them"]
    assert check("--config", nothere, work).complaints == [f"careerlint: {nothere}: there is no such configuration file; correct the path, or write one with 'careerlint init'"]
    assert check("--rules", nothere, work).complaints == [f"careerlint: {nothere}: there is no such folder of rules; correct the path"]
    assert check("--config", config, work).complaints == [f"careerlint: {config}:1: {config.parent / 'nothere'}: there is no such folder of rules; correct the path"]
    assert check("-", given="").complaints == ["careerlint: stdin.md: Nothing came on standard input; pipe the text of a document into careerlint, or name a file."]
    write(tmp_path / "rules" / "own.yml", "foo: 1\n")
    assert "unknown key 'foo' in a rule. Allowed: code" in check("--rules", tmp_path / "rules", work).err


@pytest.mark.parametrize("format", ["concise", "json", "sarif", "gitlab", "junit", "rdjson", "github", "rich", "markdown", "html"])
def test_no_notes_are_told_in_any_format_where_none_are_wanted(format: str) -> None:
    arguments = ("check", EXAMPLES / "poor" / "en-portfolio.md", "--as-of", "2026-01-01", "--select", "WHY,STO", "--format", format)
    assert "WHY002" in careerlint(*arguments, "--notes", "all").out
    without = careerlint(*arguments, "--notes", "none").out
    # SARIF describes the rules that ran, whether they found something or not.
    assert ("WHY002" in without) == (format == "sarif") and "STO001" in without
    if format == "rich":
        assert "· 0 notes" in without
    if format == "sarif":
        assert '"level": "note"' not in without.partition('"results"')[2]


def test_notes_that_are_not_told_fail_nothing_and_stay_in_a_baseline(tmp_path: Path) -> None:
    config = write(tmp_path / "careerlint.toml", "notes = 'none'\nselect = ['WHY002']\n")
    write(tmp_path / "work.md", (EXAMPLES / "poor" / "en-portfolio.md").read_bytes())
    arguments = ("check", tmp_path / "work.md", "--config", config, "--fail-on", "note", "--select", "WHY002", "--format", "concise")
    assert careerlint(*arguments).code == 0 and careerlint(*arguments, "--notes", "all").code == 1
    baseline = tmp_path / "careerlint-baseline.json"
    assert careerlint("baseline", "write", tmp_path / "work.md", "--baseline", baseline).code == 0
    assert careerlint(*arguments, "--baseline", baseline).err == ""
