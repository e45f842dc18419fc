"""Kept expressions: what `re` made of a regular expression, kept in the user's cache, because to compile those that one document meets takes a tenth of a cold start."""

from __future__ import annotations

import re
import sys
from array import array
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from careerlint.cache_folder import cache_folder

_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, number of groups, and the groups by name and by number, as `_sre.compile` takes them."""

_MOST = 4000
"""Expressions of a file; where there are more, those go that this run did not ask for."""
_CODE = "I"
_made: dict[tuple[str, int], _Made] = {}
_asked: set[tuple[str, int]] = set()
_read: dict[Path, frozenset[tuple[str, int]]] = {}
"""The expressions of each file as it was read."""


def compile_expression(pattern: str, flags: int) -> re.Pattern[str]:
    """The expression as `re.compile` makes it, from what was kept if it was; raises re.error for a mistake in it."""
    try:
        key = (pattern, int(flags))
        if key not in _made:
            _made[key] = _make(pattern, flags)
        _asked.add(key)
        return _build(pattern, _made[key])
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
        # The parts of `re` are no public modules, and what they are is said nowhere.
        return re.compile(pattern, flags)


def read_expressions() -> None:
    """Take what an earlier run kept, once; what cannot be read is compiled anew."""
    path = _file()
    if path is not None and path not in _read:
        content = _content(path)
        _read[path] = frozenset(content)
        _made.update(content)


def keep_expressions() -> None:
    """Keep for the next run what was compiled in this one, beside what others kept meanwhile."""
    path = _file()
    if path is None or _asked <= _read.get(path, frozenset()):
        return
    from careerlint.files import keep_file
    from careerlint.packing import pack

    own = {key: _made[key] for key in _asked}
    content = _content(path) | own
    with suppress(OSError):
        keep_file(path, pack(content if len(content) <= _MOST else own))
    _read[path] = frozenset(content)


def _file() -> Path | None:
    folder = cache_folder()
    # The code is of one release of Python.
    return folder and folder / f"expressions-{sys.implementation.name}-{sys.hexversion:x}.pickle"


def _content(path: Path) -> dict[tuple[str, int], _Made]:
    # Imported on use: most calls print help, or take what was linted before.
    from pickle import UnpicklingError

    from careerlint.packing import unpack

    with suppress(OSError, UnpicklingError):
        found = unpack(path.read_bytes(), lambda module, name: None)
        if isinstance(found, dict):
            return found
    return {}


def _make(pattern: str, flags: int) -> _Made:
    parser, compiler = import_module("re._parser"), import_module("re._compiler")
    parsed = parser.parse(pattern, flags)
    groups: dict[str, int] = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    code = array(_CODE, compiler._code(parsed, flags))
    return int(flags | parsed.state.flags), code.tobytes(), parsed.state.groups - 1, groups, tuple(names)


def _build(pattern: str, made: _Made) -> re.Pattern[str]:
    flags, content, groups, by_name, names = made
    code = array(_CODE)
    code.frombytes(content)
    built = import_module("_sre").compile(pattern, flags, code.tolist(), groups, by_name, names)
    assert isinstance(built, re.Pattern)
    return built
