"""Line bound: how many lines a match of an expression can touch, so that few lines need be searched for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_LINE_END = ord("\n")
_WITH_LINE_END = ("CATEGORY_SPACE", "CATEGORY_NOT_DIGIT", "CATEGORY_NOT_WORD")
_OF_LINES = ("AT_BEGINNING", "AT_END", "AT_BOUNDARY", "AT_NON_BOUNDARY")
_FURTHEST = 6
"""Lines on each side, beyond which all of the text may as well be searched."""

Items = Sequence[tuple[Any, Any]]
"""Parts of an expression that follow each other, as Python's parser gives them."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Where a match stands: `together` says that the letters that every match holds stand in one line, `reach` how many lines with
    words before and behind that line a match can hold or look at (none is known to be the limit where it is negative)."""

    together: bool
    reach: int


_NOWHERE = Bound(False, -1)
_REMEMBERED: dict[tuple[str, int], Bound] = {}


def remember_bounds(bounds: Mapping[tuple[str, int], Bound]) -> None:
    """Take what was worked out before."""
    _REMEMBERED.update(bounds)


def bound_of(expression: str, flags: int = 0) -> Bound:
    """Where the matches of an expression with these flags stand; blanks in it may stand for several."""
    return _REMEMBERED.get((expression, flags)) or _worked_out(expression, flags)


@lru_cache(maxsize=1024)
def _worked_out(expression: str, flags: int) -> Bound:
    try:
        from re import _parser as parser  # type: ignore[attr-defined]
    except ImportError:
        # The parser is no public module; without it the whole text is searched.
        return _NOWHERE
    found = parser.parse(expression, flags)
    if found.state.flags & re.DOTALL or (not found.state.flags & re.MULTILINE and _looks_at_ends(list(found))):
        return _NOWHERE
    passed = _passed(list(found))
    return Bound(_are_together(list(found)), -1 if passed is None or passed > _FURTHEST else passed)


def _looks_at_ends(items: Items) -> bool:
    """Whether the parts ask where the text begins or ends."""
    return any(
        (str(operation) == "AT" and str(argument) in ("AT_BEGINNING", "AT_END"))
        or any(_looks_at_ends(inside) for inside in _inside(str(operation), argument) or ())
        for operation, argument in items
    )


def _passed(items: Items) -> int | None:
    """How many lines with words the parts can go on to, one after the other; None where there is no limit."""
    total = 0
    for operation, argument in items:
        passed = _passed_by(str(operation), argument)
        if passed is None:
            return None
        total += passed
    return total


def _passed_by(name: str, argument: Any) -> int | None:
    if name == "LITERAL":
        return int(argument == _LINE_END)
    if name == "NOT_LITERAL":
        return int(argument != _LINE_END)
    if name == "IN":
        return int(_holds_line_end(argument))
    if name == "AT":
        # The ends of the text are no ends of a line.
        return 0 if str(argument) in _OF_LINES else None
    inside = _inside(name, argument)
    if inside is None:
        return None
    found = [_passed(items) for items in inside]
    known = [passed for passed in found if passed is not None]
    if len(known) < len(found):
        return None
    most = max(known, default=0)
    return _repeated(argument, most) if most and name in _REPEATS else most


def _repeated(argument: Any, once: int) -> int | None:
    """How many lines with words a repeated part can go on to."""
    _, most, items = argument
    if len(items) == 1 and _is_wordless(*items[0]):
        # A run of blanks and marks ends at the next line with words.
        return 1
    return once * most if most <= _FURTHEST else None


def _is_wordless(operation: Any, argument: Any) -> bool:
    """Whether one letter is matched that stands in no word: a line end, any blank, a mark."""
    name = str(operation)
    if name == "LITERAL":
        return not chr(argument).isalnum()
    return name == "IN" and all(
        (str(kind) == "LITERAL" and not chr(value).isalnum()) or (str(kind) == "CATEGORY" and str(value) == "CATEGORY_SPACE") for kind, value in argument
    )


def _holds_line_end(argument: Iterable[tuple[Any, Any]]) -> bool:
    """Whether a class of letters holds the line end."""
    negated = held = False
    for operation, value in argument:
        name = str(operation)
        negated = negated or name == "NEGATE"
        held = held or (
            (name == "LITERAL" and value == _LINE_END)
            or (name == "RANGE" and value[0] <= _LINE_END <= value[1])
            or (name == "CATEGORY" and str(value) in _WITH_LINE_END)
        )
    return held != negated


def _inside(name: str, argument: Any) -> list[Items] | None:
    """The parts inside a part; None where it is of another sort."""
    if name == "ANY":
        return []
    if name == "SUBPATTERN":
        # Flags of its own may let a point match a line end, or anchors mean something else.
        return None if argument[1] & re.DOTALL or argument[2] & re.MULTILINE else [argument[3]]
    if name == "BRANCH":
        return list(argument[1])
    if name in _REPEATS:
        return [argument[2]]
    if name == "ATOMIC_GROUP":
        return [argument]
    return [argument[1]] if name in ("ASSERT", "ASSERT_NOT") else None


def _are_together(items: Items) -> bool:
    """Whether no line end can stand between the first and the last letters that every match holds."""
    places = [place for place, (operation, argument) in enumerate(items) if _holds_letters(str(operation), argument)]
    if len(places) > 1:
        return _passed(list(items)[places[0] : places[-1] + 1]) == 0
    if not places:
        return True
    operation, argument = list(items)[places[0]]
    if str(operation) in ("SUBPATTERN", "BRANCH", "ASSERT"):
        inside = _inside(str(operation), argument)
        return inside is not None and all(_are_together(part) for part in inside)
    return _passed_by(str(operation), argument) == 0


def _holds_letters(name: str, argument: Any) -> bool:
    """Whether something may be known of the letters that a part matches."""
    if name in ("LITERAL", "IN"):
        return True
    if name in ("NOT_LITERAL", "ANY", "AT", "ASSERT_NOT") or (name in _REPEATS and not argument[0]):
        return False
    inside = _inside(name, argument)
    if inside is None:
        return True
    held = (any(_holds_letters(str(operation), value) for operation, value in items) for items in inside)
    # Where one way holds none, nothing is known of all of them.
    return all(held) if name == "BRANCH" else any(held)
