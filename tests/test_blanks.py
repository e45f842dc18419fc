"""Expressions over blanks: none tries two runs of them in every way they may be cut, and none goes over line ends from each line anew."""

from __future__ import annotations

import gc
import pkgutil
import re
from collections.abc import Iterator, Sequence
from datetime import date
from importlib import import_module
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import careerlint
from careerlint.config import Config
from careerlint.engine import linter
from careerlint.expression import Expression
from careerlint.readers import read_text

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT")


def _passes(part: tuple[Any, Any], letter: str) -> bool:
    """Whether a part without end goes on over this letter."""
    operation, argument = part
    if str(operation) not in _REPEATS or argument[1] is not parser.MAXREPEAT or len(argument[2]) != 1:
        return False
    kind, value = argument[2][0]
    match str(kind):
        case "ANY":
            return letter != "\n"
        case "LITERAL":
            return bool(value == ord(letter))
        case "NOT_LITERAL":
            return bool(value != ord(letter))
        case "IN":
            return _holds(value, letter)
    return False


def _holds(letters: Sequence[tuple[Any, Any]], letter: str) -> bool:
    negated = held = False
    for operation, value in letters:
        match str(operation):
            case "NEGATE":
                negated = True
            case "LITERAL":
                held |= value == ord(letter)
            case "RANGE":
                held |= value[0] <= ord(letter) <= value[1]
            case "CATEGORY":
                # Of a blank it is asked whether it is one; digits and letters of words are none.
                held |= str(value) in ("CATEGORY_SPACE", "CATEGORY_NOT_DIGIT", "CATEGORY_NOT_WORD")
    return held != negated


def _is_line_end(parts: Sequence[tuple[Any, Any]]) -> bool:
    return [(str(operation), value) for operation, value in parts] == [("LITERAL", ord("\n"))]


def _may_be_left(part: tuple[Any, Any]) -> bool:
    operation, argument = part
    match str(operation):
        case "MAX_REPEAT" | "MIN_REPEAT":
            return argument[0] == 0 or all(map(_may_be_left, argument[2]))
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return True
        case "SUBPATTERN":
            return all(map(_may_be_left, argument[3]))
        case "BRANCH":
            return any(all(map(_may_be_left, branch)) for branch in argument[1])
    return False


def _sequences(parts: Any, flags: int) -> Iterator[tuple[list[tuple[Any, Any]], int]]:
    """The parts, and those of every group in them, with the flags that hold there."""
    found = list(parts)
    yield found, flags
    for operation, argument in found:
        match str(operation):
            case "MAX_REPEAT" | "MIN_REPEAT":
                yield from _sequences(argument[2], flags)
            case "SUBPATTERN":
                yield from _sequences(argument[3], (flags | argument[1]) & ~argument[2])
            case "BRANCH":
                for branch in argument[1]:
                    yield from _sequences(branch, flags)
            case "ASSERT" | "ASSERT_NOT":
                yield from _sequences(argument[1], flags)


def _faults(expression: str, flags: int) -> list[str]:
    """What is slow on a run of blanks or of line ends."""
    parsed = parser.parse(expression, flags)
    found = []
    for parts, here in _sequences(parsed, parsed.state.flags):
        for place, part in enumerate(parts):
            opens_line = here & re.MULTILINE and str(part[0]) == "AT" and str(part[1]) == "AT_BEGINNING"
            opens_line = opens_line or (str(part[0]) == "ASSERT" and part[1][0] < 0 and _is_line_end(part[1][1]))
            for after in parts[place + 1 :]:
                if opens_line and _passes(after, "\n"):
                    found.append("from each line over line ends")
                if any(_passes(part, letter) and _passes(after, letter) for letter in " \n"):
                    found.append("two runs of blanks")
                if not _may_be_left(after):
                    break
    return found


@pytest.mark.parametrize(
    ("expression", "slow"),
    [
        (r"\s*\|?\s*rank", True),
        (r"\s*(?:\|\s*)?rank", False),
        (r"(?m)^\s*rank", True),
        (r"^\s*rank", False),
        (r"(?m)^[^\S\n]*rank", False),
        (r"b|(?m:^\s*rank)", True),
        (r"(?<=\n)\s*rank", True),
        (r"a(?:b|\W*(?:c)?\s*$)", True),
        (r"[*_\s]*of\s*", False),
    ],
)
def test_the_slow_are_told(expression: str, slow: bool) -> None:
    assert bool(_faults(expression, 0)) is slow


def test_no_expression_of_the_program_is_slow_on_blanks() -> None:
    for module in pkgutil.walk_packages(careerlint.__path__, "careerlint."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    # Those of the rule files are made when a document is checked.
    linter().lint(read_text("# Work\n\nBuilt it. 만들었다.\n", "README.md"), Config(as_of=date(2026, 1, 1), preview=True))
    expressions = [item for item in gc.get_objects() if isinstance(item, Expression)]
    slow = {expression.pattern[:120]: faults for expression in expressions if (faults := _faults(expression.pattern, expression.flags))}
    assert slow == {}
