"""The rooms: imports point inwards, rooms on one level do not import each other, and no two modules need each other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "careerlint"
LEVELS = {
    "cache_folder": -5, "collector": -5, "files": -5, "standing": -5,
    "packing": -4, "kept_expressions": -3, "expression": -2,
    "model": -1, "dates": -1,
    "entries": 0,
    "readers": 1, "outline": 1, "languages": 1, "numbers": 1, "terms": 1, "privacy": 1, "repository": 1, "claims": 1, "rules": 1, "checks": 1, "weighing": 1, "reporters": 1,
    "config": 2, "messages": 2, "fingerprints": 2, "discovery": 2, "suppressions": 2,
    "engine": 3, "settings": 3,
    "checking": 5, "proof": 4, "explaining": 4, "silence": 4, "fixing": 4, "drawing": 4, "ignoring": 5, "baseline": 4, "changed": 4, "results": 4, "annotations": 4,
    "annotating": 5, "cohort": 6, "__init__": 7, "cli": 7, "__main__": 8,
}  # fmt: skip
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}


PATHS = sorted(SOURCE.rglob("*.py"))
IMPORTED_ON_USE = re.compile(r"(careerlint(?:\.\w+)*):\w+")
"""How tables name a function whose module is imported when it is asked."""


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_of(path): path for path in PATHS}


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    """The modules of ours that a module imports, wherever in it, and for types too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "name the room: a relative import hides from where it comes"
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            # What is no module is a name in the one that it is imported from.
            yield from MODULES.keys() & {name if name in MODULES else str(node.module) for name in names}


def named(tree: ast.AST) -> Iterator[str]:
    """The modules of ours that a module names in a string, to be imported on use."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and (found := IMPORTED_ON_USE.fullmatch(node.value)):
            assert found[1] in MODULES, f"there is no {found[1]}"
            yield found[1]


def rooms_reached(code: str) -> set[str]:
    tree = ast.parse(code)
    return {room_of(MODULES[module]) for module in (*imported(tree), *named(tree))}


@pytest.mark.parametrize(
    ("code", "room"),
    [
        ("import careerlint", "__init__"), ("from careerlint import lint", "__init__"), ("from careerlint import cohort", "cohort"),
        ("from careerlint.cohort.store import Store", "cohort"), ("from careerlint.cohort import store", "cohort"), ("def f():\n    import careerlint.engine", "engine"),
        ("X = {'a': 'careerlint.cohort.store:Store'}", "cohort"), ("if TYPE_CHECKING:\n    from careerlint.config import Config", "config"),
    ],
)  # fmt: skip
def test_every_way_to_import_is_seen(code: str, room: str) -> None:
    assert rooms_reached(code) == {room}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_imports_point_inwards(path: Path) -> None:
    room = room_of(path)
    assert room in LEVELS, f"{room} is a new room: give it a level here and a line in ARCHITECTURE.md"
    outward = {other for other in rooms_reached(path.read_text(encoding="utf-8")) if other != room and LEVELS.get(other, 9) >= LEVELS[room]}
    # Rooms of level 2 are the engine's own parts and may use each other.
    if LEVELS[room] == 2:
        outward = {other for other in outward if LEVELS.get(other, 9) > 2}
    assert not outward, f"{path.name} imports {', '.join(sorted(outward))}, which is not further in"


def test_no_two_modules_need_each_other() -> None:
    """Imports make no circle, those for types included: each module can be read, moved and tested after those it imports."""
    graph = {module: set(imported(ast.parse(path.read_text(encoding="utf-8")))) for module, path in MODULES.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle: {' needs '.join(reversed(error.args[1]))}")


def test_no_room_has_an_empty_name() -> None:
    found = [path for path in PATHS if path.stem in FORBIDDEN_NAMES]
    assert not found


def test_every_module_says_what_is_in_it() -> None:
    silent = [path.name for path in PATHS if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert not silent
