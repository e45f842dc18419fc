"""The start: what a command imports, and what the help says."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from importlib.metadata import version
from pathlib import Path

import pytest
from calling import BARE_FAILURE, KOREAN_FAILURE, careerlint, in_child, write

from careerlint.cli.application import run
from careerlint.rules.rule_set import rule_set_of

HEAVY = ("spacy", "kiwipiepy", "pypdfium2", "pdfplumber", "lxml", "docx", "lemminflect", "numpy", "dask", "distributed", "fsspec")
DRAWN = ("rich", "careerlint.dates", *(f"careerlint.reporters.{name}" for name in ("cells", "credit", "gaps", "overcoming", "story")))
"""What only a report for people needs."""
CALL = """
import sys
from careerlint.cli import main
sys.argv[1:] = {arguments!r}
try:
    main()
except SystemExit:
    pass
print("IMPORTED", *sorted(set({libraries!r}) & set(sys.modules)), file=sys.stderr)
"""


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """The first call on a machine compiles the rules of a checkout and needs libraries for it; these tests are about every other call."""
    rule_set_of()


def imported(*arguments: str, among: tuple[str, ...] = HEAVY) -> set[str]:
    """Which of these libraries and modules a call of the command has imported in its own process."""
    call = CALL.format(arguments=list(arguments), libraries=among)
    # Python's own view of the environment: readline, which pytest imports, puts a width into the one behind it.
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    done = subprocess.run([sys.executable, "-c", call], env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)
    return set(done.stderr.rpartition("IMPORTED")[2].split())


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["check", "--help"], ["rules"], ["rules", "--format", "json"], ["explain", "STO001"], ["check", "-", "--select", "nothing"], ["check", "gone.md", "--format", "concise"]],
    ids=" ".join,
)
def test_nothing_heavy_is_imported(arguments: list[str]) -> None:
    assert imported(*arguments, among=(*HEAVY, *DRAWN)) == set()


def test_a_report_in_the_terminal_needs_what_draws_it_and_no_library_of_documents() -> None:
    assert imported("check", "gone.md", among=(*HEAVY, *DRAWN)) == set(DRAWN)


def test_dask_is_for_a_cluster_only(tmp_path: Path) -> None:
    write(tmp_path / "class" / "mina" / "en.md", BARE_FAILURE)
    call = ("batch", str(tmp_path / "class"), "--out", str(tmp_path / "report"), "--people", "never")
    assert imported(*call).isdisjoint({"dask", "distributed", "fsspec"})


def test_kiwi_is_for_korean_only(tmp_path: Path) -> None:
    assert "kiwipiepy" not in imported("check", str(write(tmp_path / "en.md", BARE_FAILURE)))
    assert "kiwipiepy" in imported("check", str(write(tmp_path / "ko.md", KOREAN_FAILURE)))


def test_linting_needs_none_of_what_compiling_the_rules_needs() -> None:
    # spaCy is imported where a pattern can be read in more than one way, which most documents do not hold.
    call = "import sys, careerlint.engine as engine; engine.linter(); print(*sorted(set(sys.modules) & {'spacy', 'lemminflect', 'numpy', 'yaml'}))"
    compiled = [sys.executable, "-c", call]
    subprocess.run(compiled, capture_output=True, timeout=120, check=True)
    assert subprocess.run(compiled, capture_output=True, text=True, timeout=120, check=True).stdout.strip() == ""


def test_libraries_of_other_formats_are_not_imported(tmp_path: Path) -> None:
    assert imported("check", str(write(tmp_path / "en.md", BARE_FAILURE))).isdisjoint({"pypdfium2", "pdfplumber", "lxml", "docx"})


@pytest.mark.parametrize("command", ["check", "rules", "explain", "why-not"])
def test_help_has_every_command(command: str) -> None:
    assert command in careerlint("--help").out
    assert careerlint(command, "--help").code == 0


@pytest.mark.parametrize("example", ["careerlint check resume.docx", "--stdin-name", "--as-of", "--fail-on"])
def test_help_of_check_has_examples_and_options(example: str) -> None:
    assert example in careerlint("check", "--help").out


def test_version() -> None:
    assert careerlint("--version").out == f"careerlint {version('careerlint')}\n"


@pytest.mark.parametrize("command", ["check", "annotate", "batch", "report"])
def test_each_example_of_the_help_has_a_line_of_its_own(command: str) -> None:
    lines = careerlint(command, "--help").out.splitlines()
    examples = lines[lines.index("  Examples:") + 2 :]
    examples = examples[: examples.index("")]
    assert len(examples) > 1
    assert all(f"careerlint {command}" in line for line in examples)


def test_no_command_shows_the_help() -> None:
    assert "Commands" in in_child().stdout.decode() + in_child().stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is another error on Windows")
def test_a_closed_pipe_is_quiet() -> None:
    call = f"{sys.executable} -m careerlint rules --format json | head -c 1"
    done = subprocess.run(call, shell=True, capture_output=True, timeout=60, check=True)
    assert (done.stdout, done.stderr) == (b"[", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("command", ["rules", "rules --format json", "explain STO001", "--help", "check {file}", "check {file} --format json"])
def test_output_that_cannot_be_written_is_one_line(tmp_path: Path, command: str) -> None:
    file = write(tmp_path / "work.md")
    call = f"{sys.executable} -m careerlint {command.format(file=file)} > /dev/full"
    done = subprocess.run(call, shell=True, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (2, b"careerlint: standard output cannot be written: No space left on device; send it to another place\n")


@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed in another way on Windows")
def test_closed_streams_take_nothing_and_the_exit_code_stays(tmp_path: Path) -> None:
    file = write(tmp_path / "work.md")
    done = subprocess.run(f"{sys.executable} -m careerlint check {file} >&- 2>&-", shell=True, timeout=60, check=False)
    assert done.returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed in another way on Windows")
def test_a_closed_standard_input_gives_nothing() -> None:
    done = subprocess.run(f"{sys.executable} -m careerlint check - <&-", shell=True, capture_output=True, timeout=60, check=False)
    said = "careerlint: stdin.md: Nothing came on standard input; pipe the text of a document into careerlint, or name a file.\n"
    assert (done.returncode, done.stderr.decode()) == (2, said)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows removes no folder that somebody is in")
@pytest.mark.parametrize("command", ["check {file} --no-cache", "check .", "rules", "config", "init", "batch {file} --out {file}.report"])
def test_a_current_folder_that_is_gone_is_one_line(tmp_path: Path, command: str) -> None:
    file = write(tmp_path / "work.md")
    gone = tmp_path / "gone"
    gone.mkdir()
    call = f"cd {gone} && rmdir {gone} && {sys.executable} -P -m careerlint {command.format(file=file)}"
    done = subprocess.run(call, shell=True, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (2, b"careerlint: the current folder is not there any more; change to another one (cd) and call again\n")


USED_UP = "careerlint: the system gives no more: {reason}; close other programs or raise its limits (ulimit -a), and call again\n"


@pytest.mark.parametrize("reason", ["Too many open files", "can't start new thread"])
def test_workers_that_the_system_does_not_start_are_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], reason: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        if "thread" in reason:
            raise RuntimeError(reason)
        raise BrokenProcessPool from OSError(errno.EMFILE, reason)

    monkeypatch.setattr("pebble.ProcessPool.schedule", refuse)
    monkeypatch.setattr(sys, "argv", ["careerlint", "batch", str(write(tmp_path / "work.md")), "--out", str(tmp_path / "report")])
    with pytest.raises(SystemExit) as left:
        run()
    assert (left.value.code, capsys.readouterr().err) == (2, USED_UP.format(reason=reason))


def test_memory_that_is_over_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("careerlint.rules.rule_set.load_rule_set", refuse)
    monkeypatch.setattr(sys, "argv", ["careerlint", "rules"])
    rule_set_of.cache_clear()
    with pytest.raises(SystemExit) as left:
        run()
    assert (left.value.code, capsys.readouterr().err) == (2, "careerlint: the system gives no more memory; close other programs or raise its limits (ulimit -a), and call again\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", ""], ["check", "work.md", ""], ["annotate", ""], ["batch", "", "--out", "report"], ["batch", "work.md", "--out", ""], ["report", ""],
        ["rules", "test", ""], ["rules", "pages", ""], ["config", ""], ["init", ""], ["baseline", "write", ""], ["baseline", "check", ""],
        ["why-not", "STO001", ":4"], ["check", "work.md", "--rules", ""],
    ],
)  # fmt: skip
def test_an_empty_path_is_not_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "work.md")
    outcome = careerlint(*arguments)
    assert (outcome.code, outcome.complaints) == (2, ["careerlint: a path is empty (a variable that is not set?); name a file or a folder"])
    assert outcome.out == "" and [path.name for path in tmp_path.iterdir()] == ["work.md"]


COMMANDS = ["", "check", "annotate", "batch", "report", "rules", "rules test", "rules pages", "explain", "why-not", "config", "init", "baseline write", "baseline check", "cache clear"]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_names_what_to_write_and_no_types(command: str) -> None:
    told = careerlint(*command.split(), "--help").out
    assert not re.search(r"<(?:str|path|int|float|list)|[{}]|\.\.\.\.", told)
    assert command != "check" or "check [OPTIONS] PATH...\n" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "x.md", "--kind", "cv"], "'--kind': 'cv' is not one of 'resume',"), (["check", "x.md", "--max-bytes", "0"], "'--max-bytes': it must be 1 or more"),
        (["check", "x.md", "--max-bytes", "x"], "'--max-bytes': it must be a whole number"), (["check", "x.md", "--timeout", "x"], "'--timeout': it must be a number"),
        (["rules", "--format", "xml"], "'--format': 'xml' is not one of 'table', 'json'"),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_told_in_plain_words(arguments: list[str], said: str) -> None:
    outcome = careerlint(*arguments)
    assert outcome.code == 2 and said in outcome.err
