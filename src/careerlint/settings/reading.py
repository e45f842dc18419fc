"""Reading a configuration file; a mistake in it names file, line and the nearest key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from careerlint.expression import Expression
from careerlint.settings.keys import KEYS

_TABLE = ("tool", "careerlint")
_LARGEST = 1_000_000
_HEADER = Expression(r"\s*\[{1,2}\s*([^\]]+?)\s*\]{1,2}\s*(?:#.*)?$")
_TOOL = Expression(r"^[ \t]*\[tool\.([\w-]+)", re.MULTILINE)
_SLIP = 0.85
"""How near to the name of the table another must be to be a slip of it; "linter" or "career" are others."""
_NEAREST = 0.5
"""Values are short: "kr" is half of "ko"."""
_PLACE = Expression(r"\(at line (\d+), column \d+\)")


class SettingsError(Exception):
    """A mistake in a configuration file: what is wrong, where (line 0: in no line of it), and what is allowed."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")


@dataclass(frozen=True, slots=True)
class Settings:
    """What one file says: checked values by key, and the line (from 1) on which each stands."""

    path: Path
    values: Mapping[str, Any]
    lines: Mapping[str, int]

    @property
    def folder(self) -> Path:
        """Where the file stands: its paths and patterns count from here."""
        return self.path.parent

    def error(self, key: str, message: str, inner: str = "") -> SettingsError:
        """A mistake in the value of a key, or in one name inside it."""
        return SettingsError(self.path, self.lines.get(f"{key}.{inner}", self.lines.get(key, 1)), message)


def read_settings(path: Path) -> Settings | None:
    """The settings of a careerlint.toml or pyproject.toml; None for a pyproject.toml that has none. Raises SettingsError."""
    text = _text_of(path)
    shared = path.name == "pyproject.toml"
    if shared and _TABLE[1] not in text:
        _refuse_slip(path, text)
        return None
    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise SettingsError(path, line, f"this is not valid TOML: {_PLACE.sub('', str(error)).strip()}") from None
    if shared:
        for name in _TABLE:
            data = data.get(name) if isinstance(data, dict) else None
        if data is None:
            return None
    lines = _lines(text, _TABLE if shared else ())
    if not isinstance(data, dict):
        raise SettingsError(path, 1, "[tool.careerlint] must be a table")
    values = {}
    for key, value in data.items():
        line = lines.get(key, 1)
        if key not in KEYS:
            near = get_close_matches(key, KEYS, 1) or get_close_matches(key.replace("_", "-"), KEYS, 1)
            hint = f"; did you mean '{near[0]}'?" if near else "; in careerlint.toml the keys stand without a [tool.careerlint] above them." if key == _TABLE[0] else "."
            raise SettingsError(path, line, f"unknown key '{key}'{hint} Allowed: {', '.join(KEYS)}")
        try:
            values[key] = KEYS[key].check(value)
        except ValueError as error:
            raise SettingsError(path, line, f"'{key}' takes {error}{_near(key, value)}") from None
    return Settings(path, values, lines)


def _refuse_slip(path: Path, text: str) -> None:
    """Raise SettingsError where a table of a pyproject.toml is nearly called [tool.careerlint]: nothing in it would hold."""
    for match in _TOOL.finditer(text):
        if get_close_matches(match[1], _TABLE[1:], 1, _SLIP):
            raise SettingsError(path, text.count("\n", 0, match.start(1)) + 1, f"[tool.{match[1]}] is read by nobody; did you mean [tool.careerlint]?")


def _near(key: str, value: object) -> str:
    """A near miss among the values that a key takes."""
    if not isinstance(value, str):
        return ""
    try:
        KEYS[key].check("\0")
    except ValueError as error:
        told = str(error)
        near = get_close_matches(value, told.removeprefix("one of ").split(", "), 1, _NEAREST) if told.startswith("one of ") else []
        return f"; did you mean '{near[0]}'?" if near else f", not '{value}'"
    return f", not '{value}'"


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except FileNotFoundError:
        raise SettingsError(path, 0, "there is no such configuration file; correct the path, or write one with 'careerlint init'") from None
    except OSError as error:
        raise SettingsError(path, 0, f"the configuration file cannot be read ({error.strerror}); correct it, or name another one with --config") from None
    if len(data) > _LARGEST:
        raise SettingsError(path, 0, "the configuration file is larger than 1 MB, which no configuration is")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise SettingsError(path, data[: error.start].count(b"\n") + 1, "it is not UTF-8, as TOML must be") from None


def _lines(text: str, table: tuple[str, ...]) -> dict[str, int]:
    """The line of each key of the table, and of the keys of its own tables as "levels.CHG001".

    The TOML library of Python gives no places, so that they are looked up in the text; a text of many lines that looks like a
    table would mislead this, and then a message names a wrong line.
    """
    lines: dict[str, int] = {}
    current: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        header = _HEADER.match(line)
        if header:
            current = _parts(header[1])
            if current[: len(table)] == table and len(current) > len(table):
                lines.setdefault(current[len(table)], number)
            continue
        name, equals, value = line.partition("=")
        if not equals or name.lstrip().startswith("#"):
            continue
        path = (*current, *_parts(name))
        if path[: len(table)] == table and len(path) > len(table):
            own = path[len(table) :]
            lines.setdefault(own[0], number)
            lines.setdefault(".".join(own), number)
            for inner in re.findall(r"[\"']?([\w.*/-]+)[\"']?\s*=", value) if "{" in value else ():
                lines.setdefault(f"{own[0]}.{inner}", number)
    return lines


def _parts(name: str) -> tuple[str, ...]:
    """The parts of a dotted key; quoted parts may hold dots."""
    found = re.findall(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)", name)
    return tuple(next(part for part in each if part) for each in found if any(each))
