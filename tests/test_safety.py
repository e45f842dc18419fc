"""Safety: hostile words, names and consoles never break a report, and nothing that a run reads is changed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from careerlint.reporters.formats import FOR_PEOPLE, FORMATS

HOSTILE = (
    "# \x1b]0;owned\x07 Maps [/nonsense] {0}\n\n## Project [link=file:///etc/passwd]x[/link]\n\n"
    "- We tried \x1b[J\x1b[mGAN [/] [bold]\\[ \u202eabc {match} %s %(x)s but it did not work.\n"
    "- 😀 é – 한글 \ud7a4 \ufffe \u2028 다시 해봤는데 잘 안되더라구요.\n"
)


def careerlint(*arguments: str | bytes | Path, encoding: str = "utf-8", given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "COLUMNS": "100"}
    if arguments[:1] == ("check",) and "--select" not in arguments:
        # Rules about whole stories find much in texts of two lines.
        arguments = (*arguments, "--ignore", "REP,OWN,FOC,WHY,RES002,RES004,STO002,STO005")
    return subprocess.run(
        [sys.executable, "-m", "careerlint", *arguments], capture_output=True, input=given, env=environment, timeout=120, check=False,
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "hostile.md"
    path.write_text(HOSTILE, encoding="utf-8")
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "latin-1", "utf-16"])
@pytest.mark.parametrize("output", FORMATS)
def test_no_console_breaks_a_report(hostile: Path, output: str, encoding: str) -> None:
    done = careerlint("check", hostile, "--format", output, "--color", "never", encoding=encoding)
    assert (done.returncode, done.stderr) == (1, b"")
    if output == "json":
        assert {finding["code"] for finding in json.loads(done.stdout.decode("utf-8"))["documents"][0]["findings"]} >= {"STO001"}
        return
    text = done.stdout.decode(encoding if output in FOR_PEOPLE else "utf-8")
    assert text.count("STO001") >= 2
    for unwanted in ("\x1b", "\x07", "\u202e"):
        assert unwanted not in text


@pytest.mark.parametrize("command", [["why-not", "STO001"], ["check", "--format", "concise"], ["check", "--color", "always"]])
def test_no_control_characters_of_a_document_reach_the_terminal(hostile: Path, command: list[str]) -> None:
    place = f"{hostile}:5" if command[0] == "why-not" else str(hostile)
    text = careerlint(*command, place).stdout.decode()
    assert "did not work" in text
    for unwanted in ("\x1b[2J", "\x1b]0;", "\x07", "\u202e"):
        assert unwanted not in text


@pytest.mark.parametrize("encoding", ["cp949", "latin-1"])
def test_the_underline_stands_right_where_letters_are_lacking(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Maps\n\n## Project\n\n- 😀 Ünïted rösumé – 漢 “GAN” but it did not work.\n", encoding="utf-8")
    lines = careerlint("check", path, encoding=encoding).stdout.decode(encoding).splitlines()
    quoted = next(index for index, line in enumerate(lines) if "GAN" in line and "did not work" in line)
    before = lines[quoted][: lines[quoted].index("did not work")]
    assert cell_len(before) == lines[quoted + 1].index("~")
    assert lines[quoted + 1].count("~") == len("did not work")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse names that are no text")
@pytest.mark.parametrize("output", FORMATS)
def test_a_file_name_that_is_no_text(tmp_path: Path, output: str) -> None:
    folder = os.fsencode(tmp_path)
    for name, content in ((b"caf\xe9.md", b"## Project\n\n- It did not work.\n"), (b"x\xff.pdf", b"no pdf")):
        Path(os.fsdecode(folder + b"/" + name)).write_bytes(content)
    done = careerlint("check", folder + b"/caf\xe9.md", folder + b"/x\xff.pdf", "--format", output)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.decode().splitlines()) == 1
    assert "STO001" in done.stdout.decode("utf-8")


def test_a_file_name_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    name = tmp_path / "a\x1b[31m\u202e\n.md"
    try:
        name.write_text("", encoding="utf-8")
    except OSError:
        pytest.skip("this file system refuses the name")
    done = careerlint("check", name, tmp_path / "gone\x1b[31m.md", "--select", "STO001")
    assert done.returncode == 2
    assert len(done.stderr.decode().splitlines()) == 2
    assert b"\x1b" not in done.stderr + done.stdout


def test_a_run_changes_nothing_beside_the_documents(hostile: Path) -> None:
    before = {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in hostile.parent.iterdir()}
    careerlint("check", hostile.parent)
    assert {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in hostile.parent.iterdir()} == before


@pytest.mark.parametrize(
    "text",
    [
        "- " * 5000 + "It did not work.",
        "> " * 3000 + "It did not work.",
        "<div>" * 3000 + "It did not work.",
        "| a " * 3000 + "|\n" + "|-" * 3000 + "|\n",
        "**" * 20000,
        "[" * 20000,
        "가" * 30_000,
        "did not work " * 500,
        "1,2.3e4%/" * 1000,
    ],
    ids=["bullets", "quotes", "tags", "columns", "stars", "brackets", "one word", "one sentence", "numbers"],
)
def test_odd_shapes_end_soon_and_well(text: str) -> None:
    done = careerlint("check", "-", "--format", "json", "--fail-on", "never", given=text.encode())
    assert b"Traceback" not in done.stderr
    errors = [document["error"] for document in json.loads(done.stdout)["documents"]]
    assert all(error is None or error["kind"] != "internal" for error in errors)
