"""Calls of the command line in tests: in this process where possible, in a child where streams or imports matter."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from careerlint.cli.application import application

BARE_FAILURE = "# Harbour maps\n\n## Project\n\n- We tried a larger network but it did not work.\n"
"""One error (STO001) on line 5, columns 36 to 48."""
DUTY = "# Lena Ferrer\n\n## Experience\n\n### Quayside Ltd, 2021 - 2023\n\n- Responsible for data preprocessing\n"
"""One warning (RES003) on line 7."""
KOREAN_FAILURE = "# 항구 지도\n\n## 프로젝트\n\n- 더 큰 모델을 써 봤는데 잘 안되더라구요.\n"
"""One error (STO001) in a Korean document."""
CLEAN = "# Harbour maps\n\nThe harbour has four cranes and two gates.\n"


@dataclass(frozen=True)
class Outcome:
    """What a call left behind."""

    code: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


LARGE_RULES = "REP,OWN,FOC,WHY,RES002,RES004,STO002,STO005"
"""Rules about whole stories and documents: a text of two lines lacks most of what they ask for."""


def careerlint(*arguments: str | Path, given: str | bytes | None = None) -> Outcome:
    """Call the application in this process; `check` without the rules about whole stories, unless it selects some."""
    if arguments[:1] == ("check",) and len(arguments) > 1 and not {"--select", "--help"} & {str(argument) for argument in arguments}:
        arguments = (*arguments, "--ignore", LARGE_RULES)
    result = CliRunner().invoke(application, [str(argument) for argument in arguments], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)


def check(*arguments: str | Path, given: str | bytes | None = None) -> Outcome:
    """Call `careerlint check --format concise` in this process on a fixed day."""
    return careerlint("check", "--format", "concise", "--as-of", "2026-01-01", *arguments, given=given)


def in_child(
    *arguments: str | bytes | Path, given: bytes = b"", encoding: str = "utf-8", folder: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Call `python -m careerlint` in a child whose streams have this encoding."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "COLUMNS": "90"}
    return subprocess.run(
        [sys.executable, "-m", "careerlint", *arguments], input=given, capture_output=True, env=environment, timeout=120, cwd=folder, check=False,
    )


def write(path: Path, text: str | bytes = BARE_FAILURE) -> Path:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path
