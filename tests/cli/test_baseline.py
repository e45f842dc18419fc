"""Baselines: accepted findings are known again when text moves, is reformatted or changes its format; new ones are told."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from calling import careerlint

from careerlint.baseline import Accepted, BaselineError, read_baseline, write_baseline

FAILED = "We tried a larger network but it did not work."
KOREAN = "그냥 모델 갖다 썼습니다."
README = f"# Harbour maps\n\n## Project\n\n- {FAILED}\n\n## 작업\n\n{KOREAN}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "README.md").write_text(README, encoding="utf-8")
    assert careerlint("baseline", "write", "README.md").code == 0
    return tmp_path


def check(*paths: str, level: str = "note") -> tuple[int, str, str]:
    outcome = careerlint("baseline", "check", *paths, "--fail-on", level)
    return outcome.code, outcome.out, outcome.err


def test_what_was_accepted_is_silent(folder: Path) -> None:
    assert check("README.md") == (0, "", "")
    assert careerlint("check", "README.md").code == 1


def test_moved_and_reformatted_text_is_known_again(folder: Path) -> None:
    wrapped = FAILED.replace("larger network", "larger\nnetwork")
    text = f"# Harbour maps\n\nA map of 4 cranes.\n\n## 작업\n\n* **{KOREAN[:-1]}**.\n\n## Project\n\n{wrapped}\n"
    (folder / "README.md").write_text(text, encoding="utf-8")
    code, out, err = check("README.md", level="warning")
    assert (code, [line for line in out.splitlines() if "STO001" in line or "CHG001" in line], "STO001" in err) == (0, [], False)


def test_another_format_or_place_is_known_again(folder: Path) -> None:
    made = docx.Document()
    made.add_heading("Harbour maps", 1)
    made.add_heading("Project", 2)
    made.add_paragraph(FAILED, style="List Bullet")
    made.add_heading("작업", 2)
    made.add_paragraph(KOREAN)
    made.save(str(folder / "README.docx"))
    (folder / "README.md").unlink()
    code, out, _ = check("README.docx", level="warning")
    assert (code, out) == (0, "")


def test_a_second_copy_of_an_accepted_sentence_is_new(folder: Path) -> None:
    (folder / "README.md").write_text(README.replace(f"- {FAILED}\n", f"- {FAILED}\n- There were 4 cranes.\n- {FAILED}\n"), encoding="utf-8")
    code, out, _ = check("README.md", level="error")
    assert (code, out.count("STO001")) == (1, 1)
    (folder / "README.md").write_text(README, encoding="utf-8")
    (folder / "COPY.md").write_text(README, encoding="utf-8")
    code, out, _ = check("README.md", "COPY.md", level="error")
    assert (code, {line.split(":")[0] for line in out.splitlines()}) == (1, {"COPY.md"})


def test_another_address_behind_accepted_words_is_new(folder: Path) -> None:
    (folder / "other.md").touch()
    linked = README + "\n[자료](other.md)와 [표](old.md)를 보세요.\n"
    (folder / "README.md").write_text(linked, encoding="utf-8")
    assert careerlint("baseline", "write", "README.md").code == 0
    assert check("README.md") == (0, "", "")
    (folder / "README.md").write_text(linked.replace("old.md", "new.md"), encoding="utf-8")
    code, out, _ = check("README.md", level="warning")
    assert (code, out.count("FMT007")) == (1, 1)


def test_a_new_finding_is_told_and_fails(folder: Path) -> None:
    (folder / "README.md").write_text(README + "\n더 큰 모델도 써 봤는데 잘 안되더라구요.\n", encoding="utf-8")
    code, out, _ = check("README.md", level="error")
    assert code == 1
    assert out.count("STO001") == 1 and "README.md:11" in out


def test_stale_entries_are_told_and_taken_out(folder: Path) -> None:
    (folder / "README.md").write_text(README.replace(FAILED, "There were 4 cranes."), encoding="utf-8")
    code, out, err = check("README.md", level="error")
    assert (code, out) == (0, "")
    assert "README.md: STO001 of the baseline is gone" in err
    careerlint("baseline", "write", "README.md")
    assert "STO001" not in (folder / "careerlint-baseline.json").read_text(encoding="utf-8")
    assert "gone" not in check("README.md")[2]


def test_files_that_were_not_linted_keep_their_entries(folder: Path) -> None:
    (folder / "other.md").write_text("# Other\n\nThere were 4 cranes.\n", encoding="utf-8")
    assert "gone" not in check("other.md", level="never")[2]


def test_the_configured_baseline_applies_to_check(folder: Path) -> None:
    (folder / "careerlint.toml").write_text('baseline = "careerlint-baseline.json"\n', encoding="utf-8")
    assert careerlint("check", "README.md", "--format", "concise").out == ""


def test_the_file_holds_no_words_of_the_document(folder: Path) -> None:
    text = (folder / "careerlint-baseline.json").read_text(encoding="utf-8")
    assert "network" not in text and "모델" not in text
    rows = json.loads(text)["findings"]
    assert rows == sorted(rows)


@pytest.mark.parametrize("content", ["", "[]", '{"version": 2, "findings": []}', '{"version": 1, "findings": [["a"]]}', '{"version": 1, "findings": [[1, 2, 3]]}', "[" * 100_000])
def test_a_file_that_is_no_baseline_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "careerlint-baseline.json"
    with pytest.raises(BaselineError, match="there is no baseline"):
        read_baseline(path)
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BaselineError, match="is no baseline of this careerlint"):
        read_baseline(path)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "careerlint-baseline.json"
    for accepted in ((), (Accepted("한글 %.md", "STO001", "ab"), Accepted("b.md", "CHG001", "cd"))):
        path.write_text(write_baseline(accepted), encoding="utf-8")
        assert read_baseline(path) == accepted


def test_an_unreadable_file_leaves_the_old_baseline(folder: Path) -> None:
    before = (folder / "careerlint-baseline.json").read_bytes()
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    outcome = careerlint("baseline", "write", "README.md", "broken.pdf")
    assert outcome.code == 2 and "broken.pdf" in outcome.err
    assert (folder / "careerlint-baseline.json").read_bytes() == before


def test_a_place_that_cannot_be_written_is_told_with_the_flag_of_this_command(folder: Path) -> None:
    for place in ("none/accepted.json", "README.md"):
        outcome = careerlint("baseline", "write", "README.md", "--baseline", place)
        assert outcome.code == 2 and outcome.err.endswith("with --baseline FILE\n") and "--output" not in outcome.err


def test_the_options_of_check_apply_to_both_commands(folder: Path) -> None:
    chosen = ("--select", "STO", "--no-cache", "--as-of", "2026-01-01", "--kind", "project", "--profile", "global")
    assert careerlint("baseline", "write", "README.md", *chosen).code == 0
    rows = json.loads((folder / "careerlint-baseline.json").read_text(encoding="utf-8"))["findings"]
    assert rows and {code[:3] for _, code, _ in rows} == {"STO"}
    assert careerlint("baseline", "check", "README.md", *chosen, "--fail-on", "note").out == ""
    outcome = careerlint("baseline", "check", "README.md", "--ignore", "STO", "--fail-on", "note", "--lang", "en")
    assert outcome.code == 1 and "CHG001 warning" in outcome.out and "STO" not in outcome.out + outcome.err
    wrong = careerlint("baseline", "write", "README.md", "--select", "STO01")
    assert wrong.code == 2 and "did you mean" in wrong.err


def test_what_was_not_asked_is_not_gone(folder: Path) -> None:
    outcome = careerlint("baseline", "check", "README.md", "--select", "CHG001", "--fail-on", "note")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    (folder / "README.md").write_text(README.replace(KOREAN, "크레인은 4대입니다."), encoding="utf-8")
    assert "CHG001 of the baseline is gone" in careerlint("baseline", "check", "README.md", "--select", "CHG").err


def test_rules_and_roles_of_ones_own_apply_to_a_baseline(folder: Path) -> None:
    (folder / "own").mkdir()
    outcome = careerlint("baseline", "write", "README.md", "--role", "mlopss")
    assert outcome.code == 2 and "did you mean mlops" in outcome.err
    assert careerlint("baseline", "write", "README.md", "--role", "mlops", "--config", "none.toml").code == 2
