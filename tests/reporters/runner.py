"""A stand-in for the runner of GitHub Actions: which commands it would carry out when it reads a log.

A command is `::name key=value,...::data` at the beginning of a line, or, as in old logs, `##[name key=value;...]data` anywhere in
one. Between `::stop-commands::WORD` and `::WORD::` nothing is carried out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NAMES = {
    "error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "stop-commands", "set-output", "set-env", "add-path",
    "save-state", "echo", "add-matcher", "remove-matcher",
}
_ESCAPES = (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))


@dataclass(frozen=True)
class Command:
    """One command: its properties and data as they are after unescaping."""

    name: str
    properties: dict[str, str]
    data: str


def carried_out(log: str) -> list[Command]:
    """The commands that the runner takes from a log, in order, those that stop and resume left out."""
    found: list[Command] = []
    resuming = ""
    for line in re.split(r"\r\n|\r|\n", log):
        command = _command(line, NAMES | {resuming})
        if command is None:
            continue
        if resuming:
            resuming = "" if command.name == resuming else resuming
        elif command.name == "stop-commands":
            resuming = command.data.lower()
        else:
            found.append(command)
    assert not resuming, "commands were never resumed"
    return found


def _command(line: str, names: set[str]) -> Command | None:
    new = re.match(r"\s*::(.*?)::(.*)", line)
    if new and new[1].split(" ")[0].lower() in names:
        name, _, given = new[1].partition(" ")
        pairs = (part.split("=", 1) for part in given.strip().split(",") if "=" in part)
        return Command(name.lower(), {key: _unescaped(value) for key, value in pairs}, _unescaped(new[2], 2))
    old = re.search(r"##\[(.*?)\](.*)", line)
    if old and old[1].split(" ")[0].lower() in names:
        return Command(old[1].split(" ")[0].lower(), {}, old[2])
    return None


def _unescaped(text: str, first: int = 0) -> str:
    for code, letter in _ESCAPES[first:]:
        text = text.replace(code, letter)
    return text
