"""Literals: words that a regular expression cannot match without, so that most expressions need not be tried at all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

# What `re` takes for these letters when it ignores case, besides what lower() changes.
_FOLDED = {"ı": "i", "ſ": "s"}
_FEW = 6
_LONG = 6

Needed = frozenset[str]
"""Literals in lower case of which every match holds at least one."""


def lowered(text: str) -> str:
    """The text as `may_match` wants it."""
    text = text.lower()
    for letter, plain in _FOLDED.items():
        text = text.replace(letter, plain)
    return text


def may_match(expression: str, text: str) -> bool:
    """Whether the literals that the expression needs stand in the lowered text; looking for one is very fast."""
    return all(any(literal in text for literal in needed) for needed in literals(expression))


@lru_cache(maxsize=512)
def literals(expression: str) -> tuple[Needed, ...]:
    """The sets of literals that an expression needs, those that are soonest looked for first."""
    try:
        from re import _parser as parser  # type: ignore[attr-defined]
    except ImportError:
        # The parser is no public module; without it every expression is tried.
        return ()
    return tuple(sorted(set(_needed(parser.parse(expression))), key=lambda needed: (len(needed), sorted(needed))))


def _needed(items: Iterable[tuple[Any, Any]]) -> list[Needed]:
    found: list[Needed] = []
    run = ""
    for operation, argument in items:
        name = str(operation)
        if name == "LITERAL":
            run += chr(argument).lower()
            continue
        if run:
            found.append(frozenset((run,)))
            run = ""
        found += _needed_by(name, argument)
    return [*found, frozenset((run,))] if run else found


def _needed_by(name: str, argument: Any) -> list[Needed]:
    if name == "SUBPATTERN":
        return _needed(argument[3])
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeated(argument[0], _needed(argument[2]), len(argument[2]))
    if name == "ATOMIC_GROUP":
        return _needed(argument)
    if name == "BRANCH":
        branches = [_needed(branch) for branch in argument[1]]
        return [frozenset().union(*(max(branch, key=_selectivity) for branch in branches))] if all(branches) else []
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
        return [frozenset(chr(letter).lower() for _, letter in argument)]
    return []


def _repeated(least: int, found: list[Needed], width: int) -> list[Needed]:
    if least == 0:
        return []
    if least > 1 and width == 1 and len(found) == 1 and len(found[0]) <= _FEW and max(map(len, found[0])) == 1:
        return [frozenset(first + second for first in found[0] for second in found[0])]
    return found


def _selectivity(needed: Needed) -> tuple[int, int]:
    return min(min(len(literal) for literal in needed), _LONG), -len(needed)
