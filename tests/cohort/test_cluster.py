"""A Dask cluster says the same as this machine, whatever becomes of its workers; the parts go on where it was cut off."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import fsspec
import pyarrow.parquet
import pytest
from cohort_folders import ENGLISH, KOREAN, make_class, write_text, zip_of
from cohort_orders import end_everything, note, nothing, seconds_by_name
from cohort_program import FACTS, Silent, config_of
from cohort_storage import register
from dask_processes import Cluster, dask_processes

from careerlint.cohort.chunks import SoftwareError, Work, _folder_of, lint_chunk, own_rules, software
from careerlint.cohort.cluster import ClusterEngine, _bare
from careerlint.cohort.contents import Contents
from careerlint.cohort.dispatch import connected
from careerlint.cohort.engines import Engine, Looked, WorkerEngine
from careerlint.cohort.gathering import Gatherer
from careerlint.cohort.linting import Order, lint_order, load_languages, seconds_of
from careerlint.cohort.parts import Parts
from careerlint.cohort.presenting import Presented
from careerlint.cohort.recording import Record
from careerlint.cohort.running import Plan, run_batch
from careerlint.cohort.schema import NAME
from careerlint.cohort.store import Store
from careerlint.cohort.writing import OUTPUTS, write_outputs
from careerlint.config import Config
from careerlint.model.surroundings import Dependency
from careerlint.rules.rule_set import rule_set_of

sys.path.insert(0, str(Path(__file__).parent.parent / "cli"))
from calling import careerlint

DAY = ("--as-of", "2026-01-01", "--no-config", "--people", "never")
TABLES = ("findings.jsonl", "findings.csv", "documents.jsonl", "documents.csv", "entries.jsonl", "summary.md", "findings.parquet", "findings.xlsx", "index.html")
BAD = {"exit": "crashed", "sleep": "timeout", "spin": "timeout", "raise": "crashed", "parent": "crashed"}

pytestmark = pytest.mark.xdist_group("dask")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with pytest.MonkeyPatch.context() as patch, dask_processes(tmp_path_factory.mktemp("dask")) as made:
        patch.setenv("SHARED_ROOT", str(made.shared))
        yield made


def rows(report: Path, name: str = "documents.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in (report / name).read_text(encoding="utf-8").splitlines()]


def same(one: Path, other: Path, names: tuple[str, ...] = TABLES) -> bool:
    return all((one / name).read_bytes() == (other / name).read_bytes() for name in names)


def run(paths: list[str], report: Path, engine: Engine, config: Any = config_of) -> Silent:
    """One call with an engine."""
    watcher = Silent()
    report.mkdir(exist_ok=True)
    with Store(report / NAME) as store:
        run_batch(store, FACTS, Gatherer().gather(paths), Plan(config, 1, engine=engine), watcher)
        write_outputs(Presented(Contents(store.connection)), report)
    return watcher


def test_a_worker_that_is_killed_half_way_changes_no_row(cluster: Cluster, tmp_path: Path) -> None:
    folder = make_class(tmp_path / "class", 10)
    (folder / "person003" / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / "person004" / "copy").mkdir()
    (folder / "person004" / "copy" / "resume.md").write_bytes((folder / "person005" / "resume.md").read_bytes())
    (folder / "person006" / "more.zip").write_bytes(zip_of({"a.md": ENGLISH.format(number=1), "b.txt": KOREAN.format(number=2)}))
    write_text(folder / "person007" / "~$lock.docx", "lock")
    assert careerlint("batch", folder, "--out", tmp_path / "here", *DAY).code == 2
    command = [sys.executable, "-m", "careerlint", "batch", str(folder), "--out", str(tmp_path / "there"), "--engine", "dask", "--scheduler", cluster.address, "--progress", "jsonl", *DAY]
    before = cluster.workers()
    program = subprocess.Popen(command, bufsize=0, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdout is not None
    lines = [program.stdout.readline() for _ in range(4)]
    os.kill(min(before.values()), signal.SIGKILL)
    told, errors = program.communicate(timeout=300)
    assert (program.returncode, errors) == (2, b"")
    assert json.loads(lines[0]) == {"event": "begin", "documents": 24, "waiting": 24}
    done = [json.loads(line)["path"] for line in (*lines[1:], *told.splitlines()[:-1])]
    assert len(done) == len(set(done)) == 24
    assert same(tmp_path / "here", tmp_path / "there")
    assert len(rows(tmp_path / "there")) == 24
    assert min(before.values()) not in cluster.workers().values()


def test_a_document_that_ends_its_worker_costs_one_row(cluster: Cluster, tmp_path: Path) -> None:
    names = [*BAD, *(f"good{number}" for number in range(4))]
    for number, name in enumerate(names):
        write_text(tmp_path / "all" / f"{name}.md", ENGLISH.format(number=number))
    with connected(cluster.address) as client:
        engine = ClusterEngine(client, str(tmp_path / "parts"), end_everything, seconds_by_name, nothing)
        watcher = run([str(tmp_path / "all")], tmp_path / "report", engine)
    assert sorted(Path(path).stem for path in watcher.linted) == sorted(names)
    assert {row["person"]: row["error"] for row in rows(tmp_path / "report") if row["error"]} == BAD
    assert {row["person"] for row in rows(tmp_path / "report", "findings.jsonl") if row["code"] == "STO001"} == set(names) - BAD.keys()
    reasons = {row["person"]: row["reason"] for row in rows(tmp_path / "report")}
    assert reasons["parent"] == "careerlint ended on this document (it ended every worker of the cluster that had it); please report it with the sentence that causes it."
    assert reasons["sleep"] == "Linting took longer than 3 seconds and was stopped; split the document, or raise the limit with --timeout."


def test_parts_that_are_there_are_not_linted_again(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = make_class(Path("class"), 3)
    log = folder / "linted.log"

    def call(report: Path, config: Any = config_of) -> list[str]:
        """What was linted by one call."""
        log.unlink(missing_ok=True)
        with connected(cluster.address) as client:
            run([str(folder)], report, ClusterEngine(client, "parts", note, seconds_of, nothing), config)
        return sorted(log.read_text(encoding="utf-8").splitlines()) if log.exists() else []

    assert len(call(tmp_path / "first")) == 6
    assert call(tmp_path / "second") == []
    assert same(tmp_path / "first", tmp_path / "second", tuple(OUTPUTS))
    write_text(folder / "person001" / "resume.md", ENGLISH.format(number=7))
    assert call(tmp_path / "second") == ["person001/resume.md"]
    [part] = [part for part in (tmp_path / "parts").iterdir() if "person001/resume.md" not in str(pyarrow.parquet.read_table(part)["path"])][:1]
    lost = pyarrow.parquet.read_table(part).num_rows
    part.write_bytes(part.read_bytes()[:-9])
    assert len(call(tmp_path / "third")) == lost
    # The summary of the second call tells of a change since the one before it.
    assert same(tmp_path / "second", tmp_path / "third", tuple(OUTPUTS.keys() - {"summary.md"}))
    assert len(call(tmp_path / "third", lambda path: replace(config_of(path), select=("STO",)))) == 6
    assert not list((tmp_path / "parts").glob(".*"))


def test_workers_fetch_by_address_and_write_by_address(cluster: Cluster, tmp_path: Path) -> None:
    register()
    folder = make_class(cluster.shared / "class", 2)
    (folder / "person000" / "all.zip").write_bytes(zip_of({"a.md": ENGLISH.format(number=1)}))
    for name in ("~$a.docx", "._a.pdf", "photo.png"):
        write_text(folder / "person000" / name, "x")
    (folder / "person001" / "empty.txt").touch()
    config = Config(as_of=date(2026, 1, 1), select=("STO", "RES"))
    with connected(cluster.address) as client:
        run(["shared://class"], tmp_path / "there", ClusterEngine(client, "shared://parts/deep", lint_order, seconds_of, register), lambda _: config)
    run([str(folder)], tmp_path / "here", WorkerEngine(1, load_languages, lint_order, seconds_of), lambda _: config)
    assert [row["error"] for row in rows(tmp_path / "there")].count("empty") == 1
    for name in ("documents.jsonl", "findings.jsonl", "entries.jsonl"):
        expected = (tmp_path / "here" / name).read_text(encoding="utf-8").replace(str(folder), "shared://class")
        assert (tmp_path / "there" / name).read_text(encoding="utf-8") == expected
    assert len(rows(tmp_path / "there")) == 6
    assert rows(tmp_path / "there", "findings.jsonl")
    assert {path.suffix for path in (cluster.shared / "parts" / "deep").iterdir()} == {".parquet"}


def test_documents_that_workers_do_not_see_are_told(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_text(tmp_path / "class" / "a.md", ENGLISH)
    monkeypatch.setattr("careerlint.cohort.cluster._file_for_others", lambda file: f"{tmp_path}/nowhere{file}")
    outcome = careerlint("batch", tmp_path / "class", "--out", tmp_path / "report", "--engine", "dask", "--scheduler", cluster.address, *DAY)
    assert outcome.code == 2
    [line] = outcome.complaints
    assert line.startswith(f"careerlint: a worker finds no {tmp_path}/class/a.md, which is here; ")


def test_documents_that_only_this_process_sees_are_refused(cluster: Cluster, tmp_path: Path) -> None:
    system = fsspec.filesystem("memory")
    system.pipe_file("/only/a.md", ENGLISH.encode())
    outcome = careerlint("batch", "memory://only", "--out", tmp_path / "report", "--engine", "dask", "--scheduler", cluster.address, *DAY)
    system.rm("/only", recursive=True)
    assert outcome.code == 2
    assert outcome.complaints == ["careerlint: no worker of a cluster can fetch from memory://, which only this process can see; lint it without --engine dask"]


def test_parts_that_do_not_arrive_are_told(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_text(tmp_path / "class" / "a.md", ENGLISH)
    monkeypatch.setattr("careerlint.cohort.parts._SECONDS_BETWEEN", 0.0)
    call = ("batch", tmp_path / "class", "--out", tmp_path / "report", "--engine", "dask", "--scheduler", cluster.address, *DAY)
    outcome = careerlint(*call, "--parts", "memory://parts")
    assert outcome.code == 2
    assert outcome.complaints == ["careerlint: the workers wrote to memory://parts, and nothing arrived here; name storage that all machines share with --parts"]
    write_text(tmp_path / "file", "no folder")
    outcome = careerlint(*call, "--parts", tmp_path / "file")
    assert outcome.code == 2
    assert outcome.complaints[0].startswith(f"careerlint: the parts in {tmp_path}/file cannot be written or read (FileExistsError: ")


def test_a_scheduler_that_ends_is_told_and_what_was_linted_is_kept(tmp_path: Path) -> None:
    (tmp_path / "dask").mkdir()
    folder = make_class(tmp_path / "class", 8)
    with dask_processes(tmp_path / "dask") as lone:
        command = [sys.executable, "-m", "careerlint", "batch", str(folder), "--out", str(tmp_path / "report"), "--engine", "dask", "--scheduler", lone.address, "--progress", "jsonl", *DAY]
        program = subprocess.Popen(command, bufsize=0, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert program.stdout is not None
        for _ in range(3):
            program.stdout.readline()
        lone.end_scheduler()
        _, errors = program.communicate(timeout=300)
    assert program.returncode == 2
    assert errors.decode() == "careerlint: the Dask scheduler does not answer any more; what was linted is kept, call the same command again to go on\n"
    assert careerlint("batch", folder, "--out", tmp_path / "report", *DAY).code == 0
    assert careerlint("batch", folder, "--out", tmp_path / "calm", *DAY).code == 0
    assert same(tmp_path / "report", tmp_path / "calm")


def test_a_cluster_without_workers_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dask").mkdir()
    write_text(tmp_path / "class" / "a.md", ENGLISH)
    monkeypatch.setattr("careerlint.cohort.dispatch._SECONDS_WITHOUT_WORKERS", 0.5)
    monkeypatch.setattr("careerlint.cohort.dispatch._SECONDS_BETWEEN_LOOKS", 0.2)
    with dask_processes(tmp_path / "dask", workers=0) as lone:
        outcome = careerlint("batch", tmp_path / "class", "--out", tmp_path / "report", "--engine", "dask", "--scheduler", lone.address, *DAY)
    assert outcome.code == 2
    assert outcome.complaints == ["careerlint: the cluster has no workers; start some ('dask worker') and call the same command again to go on"]


# Without a cluster


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"], "no Dask scheduler answers at tcp://127.0.0.1:9; start one ('dask scheduler'), or check --scheduler and the network"),
        (["--engine", "dask"], "--engine dask takes the cluster that is running: --scheduler tcp://HOST:PORT"),
        (["--scheduler", "tcp://127.0.0.1:9"], "--scheduler and --parts belong to --engine dask"),
        (["--parts", "somewhere"], "--scheduler and --parts belong to --engine dask"),
    ],
)
def test_a_slip_is_told_in_one_line(arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careerlint.cohort.dispatch._SECONDS_TO_CONNECT", 1)
    write_text(tmp_path / "class" / "a.md", ENGLISH)
    outcome = careerlint("batch", tmp_path / "class", "--out", tmp_path / "report", *arguments, *DAY)
    assert outcome.code == 2
    assert outcome.complaints == [f"careerlint: {told}"]


@pytest.mark.parametrize("address", ["nonsense", "foo://127.0.0.1:9"])
def test_an_address_that_is_none_is_told(address: str, tmp_path: Path) -> None:
    outcome = careerlint("batch", tmp_path, "--out", tmp_path / "report", "--engine", "dask", "--scheduler", address, *DAY)
    assert outcome.code == 2
    [line] = outcome.complaints
    assert line.startswith(f"careerlint: {address} cannot be used as a Dask scheduler (ValueError: ")


def test_what_to_install_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    outcome = careerlint("batch", tmp_path, "--out", tmp_path / "report", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9", *DAY)
    assert outcome.code == 2
    assert outcome.complaints == ["careerlint: --engine dask needs Dask; install it with pip install 'careerlint[dask]'"]


def test_what_travels_is_small_and_tells_nobody_s_name(tmp_path: Path) -> None:
    config = Config(as_of=date(2026, 1, 1))
    found = list(Gatherer().gather([str(make_class(tmp_path / "class", 25))]))
    looked = [_bare(Looked(replace(each, person="somebody"), config)) for each in found]
    orders = [Order(number, each.path, each.file, "", config, True, "c" * 64, "i" * 64) for number, each in enumerate(found)]
    for chunk in (looked, orders):
        sent = pickle.dumps((_work(), chunk))
        assert len(chunk) == 50
        assert len(sent) < 20_000
        assert b"somebody" not in sent
        assert b"did not work" not in sent


def test_a_worker_with_other_software_refuses(tmp_path: Path) -> None:
    order = Order(1, "a.md", str(write_text(tmp_path / "a.md", ENGLISH)), "", Config(as_of=date(2026, 1, 1)))
    with pytest.raises(SoftwareError, match="other software"):
        lint_chunk(replace(_work(), software=("careerlint 0.0.1",)), [order])
    with pytest.raises(SoftwareError, match="other rules"):
        lint_chunk(replace(_work(), rulesets=(((), "0123456789abcdef"),)), [order])


def test_rules_of_the_user_travel_along(tmp_path: Path) -> None:
    rule = (Path(__file__).parents[2] / "rules" / "story" / "bare-failure.yml").read_text(encoding="utf-8")
    write_text(tmp_path / "own" / "story" / "mine.yml", rule.replace("STO001", "STO901").replace("bare-failure", "my-failure"))
    there = _folder_of(own_rules(tmp_path / "own"))
    assert there != tmp_path / "own"
    assert rule_set_of((there,)).identity == rule_set_of((tmp_path / "own",)).identity != rule_set_of(()).identity


def test_a_part_holds_every_outcome_as_it_was(tmp_path: Path) -> None:
    order = Order(1, "a.md", str(write_text(tmp_path / "가.md", ENGLISH)), "", Config(as_of=date(2026, 1, 1)), whole=True, content="c", identity="i")
    dependencies = (Dependency("names", os.fsdecode(b"/\xff\xfe"), (1, 2**62)), Dependency("content", "/가", None))
    records = [replace(lint_order(order), dependencies=dependencies), Record("", error="timeout", reason="why", reason_ko="왜"), Record("d", "pdf", "resume", "ko", 3)]
    parts = Parts(str(tmp_path / "parts"))
    parts.open()
    assert records[0].findings
    name = parts.write([(replace(order, number=number, path=f"{number}.md"), record) for number, record in enumerate(records)])
    assert parts.read(name) == records
    assert [path.name for path in (tmp_path / "parts").iterdir()] == [f"part-{name}.parquet"]


def _work() -> Work:
    return Work(software(), (((), rule_set_of(()).identity),), (), lint_order, seconds_of, load_languages, "/parts")
