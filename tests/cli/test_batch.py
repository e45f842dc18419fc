"""`careerlint batch` and `careerlint report`, as they are called."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet
import pytest
from calling import careerlint

sys.path.insert(0, str(Path(__file__).parent.parent / "cohort"))
from cohort_folders import KOREAN, make_bad, make_class, write_text, zip_of

DAY = ("--as-of", "2026-01-01", "--no-config")
COLUMNS = ["path", "person", "group", "code", "name", "level", "message", "text", "start", "end", "fingerprint"]
FORMULA = "# =cmd|' /C calc'!A0\n\n## Project\n\n- =HYPERLINK(\"http://x\") did not work.\n"


def rows(report: Path, name: str = "findings.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in (report / name).read_text(encoding="utf-8").splitlines()]


def kept(report: Path) -> dict[str, bytes]:
    """The bytes of every file of a report but those of its store, by their place in it."""
    files = (path for path in sorted(report.rglob("*")) if path.is_file() and not path.name.startswith("store"))
    return {path.relative_to(report).as_posix(): path.read_bytes() for path in files}


def start(*arguments: str | Path, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "careerlint", *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


def _hear_control_c() -> None:
    # A shell starts what it runs in the background deaf to Ctrl-C, and so the tests and what they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A class with everything bad in one folder, and the report on it."""
    root = tmp_path_factory.mktemp("batch")
    here = Path.cwd()
    # A socket's path may be no longer than 108 bytes.
    os.chdir(root)
    try:
        folder = make_class(root / "class", 4)
        expected = make_bad(folder / "hostile")
    finally:
        os.chdir(here)
    write_text(folder / "formula" / "resume.md", FORMULA)
    outcome = careerlint("batch", folder, "--out", root / "report", "--jobs", "2", "--timeout", "20", *DAY)
    assert outcome.code == 2, outcome.err
    assert outcome.err == ""
    assert "documents of 6 people" in outcome.out
    (root / "expected.json").write_text(json.dumps(expected), encoding="utf-8")
    return folder, root / "report"


def test_every_bad_file_is_one_row_and_every_good_one_is_linted(made: tuple[Path, Path]) -> None:
    folder, report = made
    expected = json.loads((report.parent / "expected.json").read_text(encoding="utf-8"))
    found = {row["path"].removeprefix(f"{folder}/hostile/"): row["error"] for row in rows(report, "documents.jsonl") if row["person"] == "hostile"}
    assert found == expected
    assert all(row["reason"] for row in rows(report, "documents.jsonl") if row["error"])
    assert not [row for row in rows(report, "documents.jsonl") if row["person"] != "hostile" and row["error"]]


def test_the_numbers_are_those_of_check(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, report = made
    careerlint("check", folder, "--format", "json", "--output", tmp_path / "check.json", "--select", "STO,RES,FMT,HON,CHG,PRV,REP,OWN,WHY,FOC,ATT", *DAY)
    run = json.loads((tmp_path / "check.json").read_text(encoding="utf-8"))
    told = Counter((finding["code"], finding["fingerprint"], finding["text"], finding["message"]) for document in run["documents"] for finding in document["findings"])
    assert told
    assert told == Counter((row["code"], row["fingerprint"], row["text"], row["message"]) for row in rows(report))
    levels = Counter(row["level"] for row in rows(report))
    documents = rows(report, "documents.jsonl")
    assert [sum(row[f"{level}s"] for row in documents) for level in ("error", "warning", "note")] == [levels[level] for level in ("error", "warning", "note")]


def test_rows_have_the_promised_columns_in_order(made: tuple[Path, Path]) -> None:
    _, report = made
    found = rows(report)
    assert all(list(row) == COLUMNS for row in found)
    assert found == sorted(found, key=lambda row: (row["path"], row["start"], row["code"]))


def test_every_table_holds_the_same_and_no_formula(made: tuple[Path, Path]) -> None:
    _, report = made
    wanted = [[str(value) for value in row.values()] for row in rows(report)]
    assert (report / "findings.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (report / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = list(csv.reader(file))
    assert cells[0] == COLUMNS
    assert [[cell.removeprefix("'") if cell.startswith("'=") else cell for cell in row] for row in cells[1:]] == wanted
    assert any(cell.startswith("'=") for row in cells[1:] for cell in row)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in cells for cell in row)
    sheet = openpyxl.load_workbook(report / "findings.xlsx")["findings"]
    assert [[str(cell.value if cell.value is not None else "") for cell in row] for row in sheet.iter_rows(min_row=2)] == wanted
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    table = pyarrow.parquet.read_table(report / "findings.parquet")
    assert table.column_names == COLUMNS
    assert [[str(value) for value in row.values()] for row in table.to_pylist()] == wanted


def test_the_summary_says_what_to_teach_and_what_could_not_be_read(made: tuple[Path, Path]) -> None:
    _, report = made
    text = (report / "summary.md").read_text(encoding="utf-8")
    people = {row["person"] for row in rows(report) if row["code"] == "STO001"}
    line = next(line for line in text.splitlines() if line.startswith("| STO001 bare-failure |"))
    assert [cell.strip() for cell in line.split("|")][3:5] == [str(len(people)), f"{round(100 * len(people) / 6)}%"]
    assert text.count("encrypted.pdf") == 1
    assert "\x1b" not in text
    assert "<" not in text.replace("&#60;", "")


def test_a_second_call_lints_nothing_and_changes_nothing(made: tuple[Path, Path]) -> None:
    folder, report = made
    before = kept(report)
    outcome = careerlint("batch", folder, "--out", report, "--timeout", "20", "--progress", "jsonl", *DAY)
    events = [json.loads(line) for line in outcome.out.splitlines()]
    assert [event["event"] for event in events] == ["begin", "end"]
    assert events[0]["waiting"] == 0
    assert kept(report) == before


def test_a_report_is_made_again_without_the_documents(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, report = made
    folder.rename(tmp_path / "moved")
    try:
        outcome = careerlint("report", report, "--out", tmp_path / "again")
    finally:
        (tmp_path / "moved").rename(folder)
    assert outcome.code == 2, outcome.err
    again, before = kept(tmp_path / "again"), kept(report)
    tables = [name for name in before if not name.startswith("people/") and not name.endswith(".html")]
    assert len(tables) > 6
    assert {name: again[name] for name in tables} == {name: before[name] for name in tables}


def test_a_report_in_the_other_language(made: tuple[Path, Path], tmp_path: Path) -> None:
    assert careerlint("report", made[1] / "store.sqlite", "--out", tmp_path / "ko", "--lang", "ko").code == 2
    assert "먼저 가르칠 것" in (tmp_path / "ko" / "summary.md").read_text(encoding="utf-8")
    assert any("암호" in row["reason"] for row in rows(tmp_path / "ko", "documents.jsonl"))


def test_a_run_that_was_killed_goes_on(tmp_path: Path) -> None:
    folder, report = make_class(tmp_path / "class", 6), tmp_path / "report"
    program = start("batch", folder, "--out", report, "--progress", "jsonl", *DAY)
    assert program.stdout is not None
    lines = [program.stdout.readline() for _ in range(4)]
    program.send_signal(signal.SIGKILL)
    program.communicate()
    assert json.loads(lines[0]) == {"event": "begin", "documents": 12, "waiting": 12}
    outcome = careerlint("batch", folder, "--out", report, "--progress", "jsonl", *DAY)
    assert json.loads(outcome.out.splitlines()[0])["waiting"] <= 9
    assert careerlint("batch", folder, "--out", tmp_path / "calm", *DAY).code == 0
    for name in ("findings.jsonl", "findings.csv"):
        assert (report / name).read_bytes() == (tmp_path / "calm" / name).read_bytes()


def test_control_c_says_how_to_go_on(tmp_path: Path) -> None:
    folder = make_class(tmp_path / "class", 20)
    program = start("batch", folder, "--out", tmp_path / "report", "--progress", "jsonl", *DAY, start_new_session=True, preexec_fn=_hear_control_c)
    assert program.stdout is not None
    for _ in range(3):
        program.stdout.readline()
    os.killpg(program.pid, signal.SIGINT)
    _, told = program.communicate(timeout=60)
    assert program.returncode == 130
    [line] = told.decode().splitlines()
    assert line.startswith("careerlint: stopped; ")
    assert "of 40 documents" in line
    assert "again to go on" in line


def test_a_second_call_at_the_same_time_is_refused(tmp_path: Path) -> None:
    folder = make_class(tmp_path / "class", 20)
    program = start("batch", folder, "--out", tmp_path / "report", "--progress", "jsonl", *DAY)
    assert program.stdout is not None
    program.stdout.readline()
    outcome = careerlint("batch", folder, "--out", tmp_path / "report", *DAY)
    program.send_signal(signal.SIGTERM)
    program.communicate()
    assert outcome.code == 2
    assert outcome.complaints == [f"careerlint: another careerlint is working on {tmp_path}/report/store.sqlite; wait until it has ended, or use another folder with --out"]


def test_a_report_is_made_elsewhere_while_a_batch_runs(tmp_path: Path) -> None:
    folder = make_class(tmp_path / "class", 40)
    program = start("batch", folder, "--out", tmp_path / "report", "--progress", "jsonl", *DAY)
    assert program.stdout is not None
    for _ in range(4):
        program.stdout.readline()
    # Stopped, it holds the store and goes no further.
    program.send_signal(signal.SIGSTOP)
    outcome = careerlint("report", tmp_path / "report", "--out", tmp_path / "elsewhere", "--people", "never", "--lang", "en")
    same = careerlint("report", tmp_path / "report")
    program.send_signal(signal.SIGKILL)
    program.communicate()
    assert outcome.code == 0, outcome.err
    assert any("the batch has not ended; " in line and "of 80 documents are linted so far" in line for line in outcome.err.splitlines())
    assert 0 < len(rows(tmp_path / "elsewhere", "documents.jsonl")) < 80
    assert all(row["format"] for row in rows(tmp_path / "elsewhere", "documents.jsonl"))
    assert same.code == 2 and "use another folder with --out" in same.err
    after = careerlint("report", tmp_path / "report", "--lang", "en")
    assert after.code == 0 and "the batch has not ended" in after.err


def test_an_archive_of_korean_names(tmp_path: Path) -> None:
    (tmp_path / "제출.zip").write_bytes(zip_of({"홍길동_이력서.md": KOREAN.format(number=1), "홍길동_포트폴리오.md": KOREAN.format(number=2), "이준_이력서.md": KOREAN.format(number=3)}))
    outcome = careerlint("batch", tmp_path / "제출.zip", "--out", tmp_path / "report", "--person-from", "name", *DAY)
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith(f"{tmp_path}/report: 2명의 문서 3개, 발견 ")
    assert Counter(row["person"] for row in rows(tmp_path / "report", "documents.jsonl")) == {"홍길동": 2, "이준": 1}
    assert {row["path"] for row in rows(tmp_path / "report")} <= {f"{tmp_path}/제출.zip/{name}.md" for name in ("홍길동_이력서", "홍길동_포트폴리오", "이준_이력서")}
    assert "먼저 가르칠 것" in (tmp_path / "report" / "summary.md").read_text(encoding="utf-8")


def test_a_mistake_in_the_settings_of_one_costs_only_theirs(tmp_path: Path) -> None:
    folder = make_class(tmp_path / "class", 2)
    write_text(folder / "person000" / "careerlint.toml", 'ignore = ["NOPE"]\n')
    outcome = careerlint("batch", folder, "--out", tmp_path / "report", "--as-of", "2026-01-01")
    assert outcome.code == 2
    documents = rows(tmp_path / "report", "documents.jsonl")
    assert Counter((row["person"], row["error"]) for row in documents) == {("person000", "settings"): 2, ("person001", ""): 2}
    assert "NOPE" in documents[0]["reason"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nothing/"], "careerlint: no document found (not there: nothing/); name folders or files that are there"),
        (["-"], "careerlint: batch takes files and folders"),
        ([".", "--person-from", "("], "careerlint: --person-from takes a regular expression or 'name'"),
        ([".", "--select", "NOPE"], "careerlint: there is no rule or family 'NOPE'"),
    ],
)
def test_a_slip_is_told_in_one_line(arguments: list[str], told: str, tmp_path: Path) -> None:
    outcome = careerlint("batch", *arguments, "--out", tmp_path / "report")
    assert outcome.code == 2
    [line] = outcome.complaints
    assert line.startswith(told)


def test_what_leads_to_no_document_leaves_nothing(tmp_path: Path) -> None:
    flat = make_class(tmp_path / "flat", 1)
    held = sorted(flat.rglob("*"))
    assert careerlint("batch", tmp_path / "nope", "--out", tmp_path / "new" / "er").code == 2
    assert careerlint("batch", tmp_path / "nope", "--out", tmp_path / "new", "--redact").code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["flat"]
    for out in (flat, tmp_path, flat / ".." / "flat"):
        outcome = careerlint("batch", flat, "--out", out)
        assert (outcome.code, outcome.complaints) == (2, [f"careerlint: {flat} is in the folder of the report ({out}), where no document is looked for; name another folder with --out"])
    assert sorted(flat.rglob("*")) == held
    report = tmp_path / "report"
    assert careerlint("batch", flat, "--out", report, *DAY).code == 0
    assert careerlint("batch", tmp_path / "nope", "--out", report, *DAY).code == 2
    assert len(rows(report, "documents.jsonl")) == 2 and (report / "store.sqlite").exists()


def test_a_list_without_files_is_told_and_one_of_each_is_one(tmp_path: Path) -> None:
    write_text(tmp_path / "a.md", KOREAN)
    listed = write_text(tmp_path / "people.csv", "document,person\na.md,Ann\n")
    outcome = careerlint("batch", listed, "--out", tmp_path / "report")
    assert (outcome.code, outcome.err.count("\n")) == (2, 1) and "people.csv: The manifest has no column 'path'; name the column" in outcome.err
    write_text(listed, "path,person\na.md,Ann\n")
    outcome = careerlint("batch", listed, "--out", tmp_path / "report", "--lang", "en", *DAY)
    assert outcome.out.startswith(f"{tmp_path}/report: 1 document of 1 person, ")


def test_the_page_gives_the_reason_of_the_summary_in_both_languages(tmp_path: Path) -> None:
    folder = make_class(tmp_path / "class", 1)
    (folder / "outer.zip").write_bytes(zip_of({"inner.zip": zip_of({"a.md": KOREAN})}))
    careerlint("batch", folder, "--out", tmp_path / "report", "--people", "never", "--lang", "en", *DAY)
    reason = "An archive inside an archive is not opened; unpack it."
    assert reason in (tmp_path / "report" / "summary.md").read_text(encoding="utf-8")
    page = (tmp_path / "report" / "index.html").read_text(encoding="utf-8")
    assert reason in page and "압축 파일 안의 압축 파일은 열지 않습니다. 풀어서 주세요." in page and "type is not supported" not in page


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    write_text(tmp_path / "file", "no folder")
    outcome = careerlint("batch", tmp_path, "--out", tmp_path / "file" / "report")
    assert outcome.code == 2
    assert outcome.complaints == [f"careerlint: cannot work in the folder {tmp_path}/file/report: Not a directory; choose another one with --out"]


def test_a_closed_pipe_is_quiet_and_costs_nothing(tmp_path: Path) -> None:
    program = start("batch", make_class(tmp_path / "class", 2), "--out", tmp_path / "report", "--progress", "jsonl", *DAY)
    assert program.stdout is not None
    program.stdout.readline()
    program.stdout.close()
    assert program.stderr is not None
    assert program.stderr.read() == b""
    program.wait()
    assert careerlint("batch", tmp_path / "class", "--out", tmp_path / "report", *DAY).code == 0


def test_a_report_without_a_store_is_told(tmp_path: Path) -> None:
    outcome = careerlint("report", tmp_path)
    assert outcome.code == 2
    assert outcome.complaints == [f"careerlint: there is no store {tmp_path}/store.sqlite; 'careerlint batch PATH --out FOLDER' makes one"]


def test_a_call_that_finds_nothing_leaves_the_report_finished(tmp_path: Path) -> None:
    write_text(tmp_path / "class" / "Ada_cv.md", KOREAN)
    (tmp_path / "none").mkdir()
    assert careerlint("batch", tmp_path / "class", "--out", tmp_path / "report", "--jobs", "1", *DAY).code == 0
    assert careerlint("batch", tmp_path / "none", "--out", tmp_path / "report", "--jobs", "1", *DAY).code == 2
    assert "not ended" not in careerlint("report", tmp_path / "report", "--out", tmp_path / "again").err


def test_a_pattern_that_finds_nobody_is_told(tmp_path: Path) -> None:
    write_text(tmp_path / "class" / "Ada_cv.md", KOREAN)
    call = ("batch", tmp_path / "class", "--jobs", "1", "--lang", "en", *DAY)
    assert "--person-from finds a person" in careerlint(*call, "--out", tmp_path / "one", "--person-from", "zzz").err
    assert "--person-from" not in careerlint(*call, "--out", tmp_path / "other", "--person-from", "name").err
