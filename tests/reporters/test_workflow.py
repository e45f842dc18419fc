"""A run inside a workflow: whatever a document or its name holds, the runner carries out annotations of ours and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from runner import Command, carried_out

from careerlint.reporters.formats import FOR_PEOPLE, FORMATS

HOSTILE = (
    "# ::error::x ##[error]y\n\n## Project\n\n::error file=a,line=1::We tried a network but it did not work.\n"
    "- TODO: ::add-mask::a ##[add-path]b %0A::error::c\n- [insert ##[warning]d] ]]> <![CDATA[ but it did not work.\n"
)


def commands_of(folder: Path, name: str, in_workflow: str) -> list[Command]:
    """What the runner carries out of both streams of a call in this format."""
    document = folder / "##[error]a.md"
    document.write_text(HOSTILE, encoding="utf-8")
    environment = {**os.environ, "GITHUB_ACTIONS": in_workflow, "PYTHONIOENCODING": "utf-8", "COLUMNS": "40"}
    environment.pop("GITHUB_STEP_SUMMARY", None)
    call = [sys.executable, "-m", "careerlint", "check", str(document), str(folder / "##[error]gone.md"), "--format", name, "--preview", "--notes", "all"]
    done = subprocess.run(call, capture_output=True, env=environment, timeout=120, check=False)
    assert done.returncode == 2
    return carried_out(done.stdout.decode()) + carried_out(done.stderr.decode())


@pytest.mark.parametrize("name", FORMATS)
def test_a_hostile_document_commands_nothing_in_a_workflow(tmp_path: Path, name: str) -> None:
    found = commands_of(tmp_path, name, "true")
    if name != "github":
        assert found == []
        return
    assert [command.name for command in found[-2:]] == ["group", "endgroup"]
    for command in found[:-2]:
        assert command.name in ("error", "warning", "notice")
        assert command.properties["file"].endswith(("##[error]a.md", "##[error]gone.md"))
        assert command.properties["title"]


@pytest.mark.parametrize("name", sorted(FOR_PEOPLE))
def test_the_document_would_command_something(tmp_path: Path, name: str) -> None:
    """Outside a workflow the reports for people are as they always were; this shows that the test above has teeth."""
    assert commands_of(tmp_path, name, "")
