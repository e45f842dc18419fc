"""The error of rule files, apart from what reads them: a command that finds its rules compiled needs no YAML."""

from __future__ import annotations

from pathlib import Path


class RuleFileError(Exception):
    """A mistake in a rule or signal file; the message names file, line (0 where it is about none), column and the way out."""

    def __init__(self, path: Path, line: int, column: int, message: str) -> None:
        super().__init__(f"{path}:{line}:{column}: {message}" if line else f"{path}: {message}")
        self.path = path
        self.line = line
        self.column = column
        self.message = message
