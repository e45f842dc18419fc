"""Workflow commands: lines that the runner of GitHub Actions carries out, and text that it must not take for one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping


def workflow_command(name: str, message: str, properties: Mapping[str, str | int]) -> str:
    """One command without a line end; properties in their order, empty ones left out."""
    given = ",".join(f"{key}={_escaped_property(str(value))}" for key, value in properties.items() if value != "")
    return f"::{name}{' ' if given else ''}{given}::{_escaped(message)}"


def fenced(text: str) -> str:
    """The text between two lines that stop and resume commands; it ends with a line end.

    The word that resumes them is a hash of the text, so that equal runs give equal bytes and no text can hold it.
    """
    token = "careerlint-" + hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:40]
    return f"::stop-commands::{token}\n{text}{'' if text.endswith(chr(10)) else chr(10)}::{token}::\n"


def without_commands(line: str) -> str:
    """One line that starts with words of ours, without the mark that opens a command in the middle of a line."""
    return line.replace("##[", "# #[")


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
