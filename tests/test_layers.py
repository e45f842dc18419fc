"""The rooms: imports point inwards, and rooms on one level do not import each other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "careerlint"
LEVELS = {
    "expression": -1, "standing": -1,
    "model": 0, "dates": 0,
    "readers": 1, "outline": 1, "languages": 1, "numbers": 1, "terms": 1, "privacy": 1, "repository": 1, "claims": 1, "rules": 1, "checks": 1, "weighing": 1, "reporters": 1,
    "config": 2, "messages": 2, "fingerprints": 2, "discovery": 2, "suppressions": 2,
    "engine": 3, "settings": 3,
    "checking": 5, "proof": 4, "explaining": 4, "silence": 4, "fixing": 4, "drawing": 4, "ignoring": 5, "baseline": 4, "changed": 4, "results": 4, "annotations": 4,
    "annotating": 5, "cohort": 6, "__init__": 7, "cli": 7, "__main__": 8,
}  # fmt: skip
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "careerlint" and len(parts) > 1:
                rooms.add(parts[1])
    return rooms


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_imports_point_inwards(path: Path) -> None:
    room = room_of(path)
    assert room in LEVELS, f"{room} is a new room: give it a level here and a line in ARCHITECTURE.md"
    outward = {other for other in imported_rooms(path) if other != room and LEVELS.get(other, 9) >= LEVELS[room]}
    # Rooms of level 2 are the engine's own parts and may use each other.
    if LEVELS[room] == 2:
        outward = {other for other in outward if LEVELS.get(other, 9) > 2}
    assert not outward, f"{path.name} imports {', '.join(sorted(outward))}, which is not further in"


def test_no_room_has_an_empty_name() -> None:
    found = [path for path in SOURCE.rglob("*.py") if path.stem in FORBIDDEN_NAMES]
    assert not found


def test_every_module_says_what_is_in_it() -> None:
    silent = [path.name for path in SOURCE.rglob("*.py") if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert not silent
