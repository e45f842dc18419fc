"""What is linted stays linted: runs that are killed go on, changed documents are done again, vanished ones leave."""

from __future__ import annotations

import json
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cohort_folders import ENGLISH, make_class, write_text
from cohort_orders import misbehave, note
from cohort_program import FACTS, PLAN, run

from careerlint.cohort.contents import Contents
from careerlint.cohort.dashboard import render_dashboard
from careerlint.cohort.gathering import Found
from careerlint.cohort.linting import lint_order
from careerlint.cohort.presenting import Presented
from careerlint.cohort.recording import Record
from careerlint.cohort.rows import Change
from careerlint.cohort.schema import NAME, StoreError, connect, leave_out_waiting
from careerlint.cohort.store import Store

PROGRAM = Path(__file__).parent / "cohort_program.py"
FILES = ("findings.jsonl", "findings.csv", "documents.jsonl", "documents.csv", "findings.xlsx", "findings.parquet", "summary.md")


def start(folder: Path, report: Path, **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, str(PROGRAM), str(folder), str(report)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


def rows(report: Path, name: str = "documents.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in (report / name).read_text(encoding="utf-8").splitlines()]


def test_a_run_that_is_killed_ten_times_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = make_class(tmp_path / "class", 60)
    calm, harried = tmp_path / "calm", tmp_path / "harried"
    run(folder, calm)
    chance = random.Random(20_26)
    for _ in range(10):
        program = start(folder, harried)
        time.sleep(chance.uniform(0.1, 1.6))
        program.send_signal(signal.SIGKILL)
        program.communicate()
    run(folder, harried)
    assert len(rows(calm)) == 120
    for name in FILES:
        assert (harried / name).read_bytes() == (calm / name).read_bytes(), name


def test_a_killed_run_keeps_what_was_done(tmp_path: Path) -> None:
    folder, report = make_class(tmp_path / "class", 100), tmp_path / "report"
    program = start(folder, report)
    assert program.stdout is not None
    told = [program.stdout.readline() for _ in range(20)]
    program.send_signal(signal.SIGKILL)
    program.communicate()
    with Store(report / NAME) as store:
        before, count = store.count_done()
    watcher = run(folder, report)
    assert all(told)
    assert 20 <= before < count == 200
    assert len(watcher.linted) == count - before


def test_what_is_counted_as_done_is_the_same_where_the_rest_is_left_out(tmp_path: Path) -> None:
    with Store(tmp_path / NAME) as store:
        store.begin(FACTS)
        store.gather(iter([(Found(name, name, ""), name, "") for name in ("a.md", "b.md")]))
        store.save(1, Record("a.md"))
        assert store.count_done() == (1, 2)
        leave_out_waiting(store.connection)
        assert store.count_done() == (1, 2)


def test_only_what_is_new_or_changed_is_linted(tmp_path: Path) -> None:
    folder, report = make_class(tmp_path / "class", 3), tmp_path / "report"
    assert len(run(folder, report).linted) == 6
    assert run(folder, report).linted == []
    write_text(folder / "person000" / "resume.md", ENGLISH.format(number="changed"))
    write_text(folder / "person009" / "new.md", ENGLISH.format(number="new"))
    shutil.rmtree(folder / "person001")
    assert sorted(Path(path).name for path in run(folder, report).linted) == ["new.md", "resume.md"]
    assert sorted({row["person"] for row in rows(report)}) == ["person000", "person002", "person009"]


def test_other_options_lint_anew(tmp_path: Path) -> None:
    folder, report = make_class(tmp_path / "class", 1), tmp_path / "report"
    run(folder, report)
    other = replace(PLAN, config_of=lambda path: replace(PLAN.config_of(path), select=("STO",)))
    assert len(run(folder, report, plan=other).linted) == 2
    assert run(folder, report, plan=other).linted == []


def test_copies_are_listed_and_take_the_outcome_of_the_first(tmp_path: Path) -> None:
    folder, report = tmp_path / "class", tmp_path / "report"
    people = ("june", "mina", "sora")
    for person in people:
        write_text(folder / person / "resume.md", ENGLISH.format(number=0))
    assert len(run(folder, report, plan=replace(PLAN, lint=note)).linted) == 3
    assert (folder / "linted.log").read_text(encoding="utf-8").splitlines() == ["june/resume.md"]
    first = rows(report)[0]["path"]
    assert [row["duplicate_of"] for row in rows(report)] == ["", first, first]
    findings = rows(report, "findings.jsonl")
    told = [[row["fingerprint"] for row in findings if row["person"] == person] for person in people]
    assert told[0]
    assert told == [told[0]] * 3
    (folder / "june" / "resume.md").unlink()
    run(folder, report)
    assert [row["duplicate_of"] for row in rows(report)] == ["", rows(report)[0]["path"]]


def test_a_failure_that_may_pass_is_tried_again_in_the_next_run(tmp_path: Path) -> None:
    folder, report = tmp_path / "class", tmp_path / "report"
    write_text(folder / "mina" / "exit.md", ENGLISH)
    write_text(folder / "mina" / "empty.md", "")
    assert len(run(folder, report, plan=replace(PLAN, lint=misbehave)).linted) == 1
    assert [row["error"] for row in rows(report)] == ["empty", "crashed"]
    assert len(run(folder, report).linted) == 1
    assert [row["error"] for row in rows(report)] == ["empty", ""]


# Runs compared


def changes(report: Path) -> tuple[Change, ...]:
    connection = connect(report / NAME, writing=False)
    try:
        return Contents(connection).changes()
    finally:
        connection.close()


def test_what_changed_between_runs_is_told_by_person(tmp_path: Path) -> None:
    folder, report = tmp_path / "class", tmp_path / "report"
    texts = {number: ENGLISH.format(number=number) for number in range(40)}
    found = {}
    for number, text in texts.items():
        write_text(folder / "mina" / "a.md", text)
        write_text(folder / "june" / "b.md", "# Nothing changes here")
        run(folder, tmp_path / f"probe{number}")
        found[number] = {row["fingerprint"] for row in rows(tmp_path / f"probe{number}", "findings.jsonl") if row["person"] == "mina"}
        if len({len(each) for each in found.values()} - {0}) > 1:
            break
    first, second = (next(number for number, each in found.items() if len(each) == size) for size in sorted({len(each) for each in found.values()} - {0})[:2])
    told = []
    for number in (first, second, first):
        write_text(folder / "mina" / "a.md", texts[number])
        run(folder, report)
        told.append(changes(report))
    assert told[0] == ()
    assert told[1] == (Change("mina", cured=len(found[first]), new=len(found[second]), returned=0),)
    assert told[2] == (Change("mina", cured=len(found[second]), new=0, returned=len(found[first])),)
    assert "june" not in (report / "summary.md").read_text(encoding="utf-8").split("What changed")[1].split("##")[0]


def test_a_document_that_cannot_be_read_any_more_has_cured_nothing(tmp_path: Path) -> None:
    folder, report = make_class(tmp_path / "class", 3), tmp_path / "report"
    run(folder, report)
    for path in folder.glob("*/*.md"):
        path.write_bytes(b"")
    run(folder, report)
    assert {row["error"] for row in rows(report)} == {"empty"}
    assert changes(report) == ()


def test_a_cure_is_told_of_somebody_whose_other_file_was_never_readable(tmp_path: Path) -> None:
    folder, report = tmp_path / "class", tmp_path / "report"
    plan = replace(PLAN, lint=lint_order)
    write_text(folder / "mina" / "resume.hwp", "closed")
    write_text(folder / "mina" / "lost.md", ENGLISH.format(number=1))
    write_text(folder / "mina" / "resume.md", "# Harbour maps\n\n## Project\n\n### Tide tables, 2022\n\n- The smaller net did not converge.\n")
    run(folder, report, plan=plan)
    assert {row["error"] for row in rows(report)} == {"", "unknown-type"}
    write_text(folder / "mina" / "resume.md", "# Harbour maps\n\n## Project\n\n### Tide tables, 2022\n\n- Drew 40 maps.\n")
    write_text(folder / "mina" / "lost.md", "")
    run(folder, report, plan=plan)
    told = changes(report)
    assert [change.person for change in told] == ["mina"]
    gone = {row["code"] for row in rows(report, "findings.jsonl")}
    assert "STO001" not in gone
    cured = told[0].cured
    write_text(folder / "mina" / "lost.md", ENGLISH.format(number=1))
    run(folder, report, plan=plan)
    # What could not be read in between was never cured, so nothing of it comes back.
    assert cured > 0
    assert all(change.returned == 0 for change in changes(report))


def test_files_beside_the_folders_of_people_are_told(tmp_path: Path) -> None:
    folder, report = make_class(tmp_path / "class", 3), tmp_path / "report"
    run(folder, report)
    assert "count as a person each" not in (report / "summary.md").read_text(encoding="utf-8")
    write_text(folder / "news <b>.md", ENGLISH.format(number=7))
    write_text(folder / "links.md", ENGLISH.format(number=8))
    run(folder, report)
    connection = connect(report / NAME, writing=False)
    with closing(connection):
        presented = Presented(Contents(connection))
        assert presented.contents.loose() == ("links", "news <b>")
        page = render_dashboard(presented.frame, presented.beside({}), presented.tally)
    assert "count as a person each: links, news &lt;b&gt;." in page
    assert "count as a person each: links, news" in (report / "summary.md").read_text(encoding="utf-8")
    flat = tmp_path / "flat"
    for name in ("mina.md", "june.md"):
        write_text(flat / name, ENGLISH.format(number=name))
    run(flat, tmp_path / "other")
    assert "count as a person each" not in (tmp_path / "other" / "summary.md").read_text(encoding="utf-8")


# What else may happen to a store


def test_two_calls_do_not_share_a_store(tmp_path: Path) -> None:
    report = tmp_path / "report"
    report.mkdir()
    with Store(report / NAME), pytest.raises(StoreError, match="another careerlint is working"):
        Store(report / NAME)
    Store(report / NAME).close()


def test_readers_see_one_state_while_a_run_writes(tmp_path: Path) -> None:
    folder, report = make_class(tmp_path / "class", 100), tmp_path / "report"
    program = start(folder, report)
    assert program.stdout is not None
    for _ in range(20):
        program.stdout.readline()
    connection = connect(report / NAME, writing=False)
    contents = Contents(connection)
    state = contents.unfinished()
    first = [row.path for row in contents.documents()]
    for _ in range(20):
        program.stdout.readline()
    assert state is not None and 20 <= state[0] < state[1] == 200
    assert [row.path for row in contents.documents()] == first and len(first) == state[0]
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM findings")
    connection.close()
    later = connect(report / NAME, writing=False)
    assert Contents(later).count() > len(first)
    later.close()
    assert program.wait(timeout=120) == 0
    program.communicate()
    assert len(rows(report)) == 200


def test_a_store_on_a_medium_that_cannot_be_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, report = make_class(tmp_path / "class", 1), tmp_path / "report"
    run(folder, report)
    monkeypatch.setattr("os.access", lambda *_: False)
    with closing(connect(report / NAME, writing=False)) as connection:
        assert Contents(connection).count() == 2
    assert [path.name for path in report.glob("store.sqlite-*")] == []


@pytest.mark.parametrize("content", [b"no database at all, but some text", b"SQLite format 3\0" + b"\1" * 4000])
def test_a_file_that_is_no_store_is_left_alone(content: bytes, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(StoreError, match=r"move it away|no store"):
        Store(tmp_path / NAME)
    assert (tmp_path / NAME).read_bytes() == content


def test_a_database_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / NAME) as connection:
        connection.execute("CREATE TABLE documents(id)")
    connection.close()
    with pytest.raises(StoreError, match="no store of careerlint"):
        Store(tmp_path / NAME)


def test_a_slip_in_a_path_costs_nothing_that_is_known(tmp_path: Path) -> None:
    folder, report = make_class(tmp_path / "class", 1), tmp_path / "report"
    run(folder, report)
    with pytest.raises(StoreError, match="no document found"):
        run(tmp_path / "clas", report)
    assert run(folder, report).linted == []


def test_a_full_disk_is_told_and_what_was_linted_is_kept(tmp_path: Path) -> None:
    folder, report = make_class(tmp_path / "class", 100), tmp_path / "report"

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, resource.RLIM_INFINITY))

    program = start(folder, report, preexec_fn=small_files)
    told = program.communicate()[1].decode()
    assert program.returncode == 1
    assert "StoreError" in told.splitlines()[-1]
    assert "what was linted is kept" in told.splitlines()[-1]
    with Store(report / NAME) as store:
        before, count = store.count_done()
    assert 0 < before < count
    assert len(run(folder, report).linted) == count - before


def test_an_output_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, report = make_class(tmp_path / "class", 1), tmp_path / "report"
    run(folder, report)
    before = {name: (report / name).read_bytes() for name in FILES}
    write_text(folder / "person000" / "resume.md", ENGLISH.format(number="changed"))

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("careerlint.cohort.writing.write_json_lines", full)
    with pytest.raises(StoreError, match=r"cannot write .*findings\.jsonl: No space left on device"):
        run(folder, report)
    monkeypatch.undo()
    assert {name: (report / name).read_bytes() for name in FILES} == before
    assert not list(report.glob("*.draft"))
    assert run(folder, report).linted == []
