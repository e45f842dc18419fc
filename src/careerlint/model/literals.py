"""Literals: what a text must hold for a regular expression to match, so that most expressions need not be tried at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import add
from typing import Any

from careerlint.model.letters import half_width

# The first two are what `re` takes for these letters when it ignores case, besides what lower() changes; apostrophes come in both forms.
_FOLDED = {"ı": "i", "ſ": "s", "’": "'"}
"""Letters and the plain ones that are looked for in their place."""
_FEW = 6
_MOST_REPEATED = 8
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_PART = 3


@dataclass(frozen=True, slots=True)
class Needed:
    """What every match of an expression holds: all `literals`, and one need of each of the `choices`; `parts` are what the literals
    are made of (up to three letters each)."""

    parts: frozenset[str]
    choices: tuple[tuple[Needed, ...], ...]
    literals: frozenset[str] = frozenset()


def parts_of(text: str) -> frozenset[str]:
    """Every letter, pair and three letters of a text, in lower case and half width with single blanks, as `may_match` looks them up."""
    plain = plain_letters(text)
    pairs = list(map(add, plain, plain[1:]))
    return frozenset(plain).union(pairs, map(add, pairs, plain[2:]))


def plain_letters(text: str) -> str:
    """A text as literals are looked for in it: in lower case and half width, with single blanks for all white space of a line."""
    return _single_blanks(lowered(half_width(text)))


def may_match(expression: str, parts: frozenset[str]) -> bool:
    """Whether a text of these parts may hold what the expression needs; a blank of either stands for any number of them."""
    return holds(needed(expression), parts)


_REMEMBERED: dict[str, Needed] = {}


def remember(needs: Mapping[str, Needed]) -> None:
    """Take what was worked out before: reading the expressions of all rules anew takes as long as linting a page."""
    _REMEMBERED.update(needs)


def needed(expression: str) -> Needed:
    """What every match of the expression holds."""
    return _REMEMBERED.get(expression) or _worked_out(expression)


@lru_cache(maxsize=1024)
def _worked_out(expression: str) -> Needed:
    try:
        from re import _parser as parser  # type: ignore[attr-defined]
    except ImportError:
        # The parser is no public module; without it every expression is tried.
        return _ANYTHING
    return _all(_needs(parser.parse(expression)))


_ANYTHING = Needed(frozenset(), ())


def holds(need: Needed, parts: frozenset[str]) -> bool:
    """Whether a text of these parts may hold what is needed."""
    if not need.parts <= parts:
        return False
    for choice in need.choices:
        for one in choice:
            # Most needs have no choices; not to call for them takes half the time.
            if one.parts <= parts and (not one.choices or holds(one, parts)):
                break
        else:
            return False
    return True


def lowered(text: str) -> str:
    """The text in the letters that an expression which ignores case compares."""
    text = text.lower()
    for letter, plain in _FOLDED.items():
        text = text.replace(letter, plain)
    return text


def _single_blanks(text: str) -> str:
    # Replacing is faster than an expression, and each turn halves a run of blanks.
    text = text.replace("\n", " ").replace("\t", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _threes(text: str) -> Iterator[str]:
    return map("".join, zip(text, text[1:], text[2:], strict=False))


def _literal(text: str) -> Needed:
    plain = plain_letters(text)
    return Needed(frozenset(_threes(plain) if len(plain) >= _PART else (plain,)), (), frozenset((plain,)))


def _all(needs: Iterable[Needed]) -> Needed:
    """One need for all of them."""
    found = list(needs)
    return Needed(
        frozenset().union(*(need.parts for need in found)),
        tuple(choice for need in found for choice in need.choices),
        frozenset().union(*(need.literals for need in found)),
    )


def _one_of(needs: Iterable[Needed]) -> Iterator[Needed]:
    """A need of any of them; none where one asks for nothing."""
    found = tuple(dict.fromkeys(needs))
    if _ANYTHING not in found:
        yield Needed(frozenset(), (found,))


def _needs(items: Iterable[tuple[Any, Any]]) -> Iterator[Needed]:
    run = ""
    for operation, argument in items:
        name = str(operation)
        letter = _only_letter(name, argument)
        if letter:
            run += letter
            continue
        letter, least, most = _repeated_letter(name, argument)
        if letter and 0 < least <= _MOST_REPEATED:
            # The first of them stand right behind the letters so far, the last right before those that follow.
            run += letter * least
            if most != least:
                yield _literal(run)
                run = letter * least
            continue
        if run:
            yield _literal(run)
            run = ""
        yield from _needs_of(name, argument)
    if run:
        yield _literal(run)


def _only_letter(name: str, argument: Any) -> str:
    """The letter that a literal stands for, or a class of one letter in both cases."""
    if name == "LITERAL":
        return chr(argument)
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
        found = {lowered(chr(letter)) for _, letter in argument}
        return found.pop() if len(found) == 1 else ""
    return ""


def _repeated_letter(name: str, argument: Any) -> tuple[str, int, int]:
    """The one letter that is repeated, how often at least and at most; an empty text where it is anything else."""
    if name not in _REPEATS or len(argument[2]) != 1:
        return "", 0, 0
    operation, repeated = argument[2][0]
    return _only_letter(str(operation), repeated), int(argument[0]), int(argument[1])


def _needs_of(name: str, argument: Any) -> Iterator[Needed]:
    if name == "SUBPATTERN":
        yield from _needs(argument[3])
    elif name in _REPEATS:
        yield from _repeated(argument[0], argument[2])
    elif name == "ATOMIC_GROUP":
        yield from _needs(argument)
    elif name == "ASSERT":
        yield from _needs(argument[1])
    elif name == "BRANCH":
        yield from _one_of(_all(_needs(branch)) for branch in argument[1])
    elif name == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
        yield from _one_of(_literal(chr(letter)) for _, letter in argument)


def _repeated(least: int, items: Any) -> Iterator[Needed]:
    """What comes once comes at least once; of one letter out of few that comes twice every pair is known."""
    if least == 0:
        return
    letters = _choice(items) if least > 1 and len(items) == 1 else []
    if letters and len(letters) <= _FEW:
        yield from _one_of(_literal(first + second) for first in letters for second in letters)
    else:
        yield from _needs(items)


def _choice(items: Any) -> list[str]:
    """The letters of a literal or a class of literals alone."""
    operation, argument = items[0]
    if str(operation) == "LITERAL":
        return [chr(argument)]
    if str(operation) == "IN" and all(str(kind) == "LITERAL" for kind, _ in argument):
        return sorted({lowered(chr(letter)) for _, letter in argument})
    return []
