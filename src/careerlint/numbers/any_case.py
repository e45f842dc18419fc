"""Any case: regular expressions that ignore case, made faster by spelling out the first letters of alternatives.

Python rejects an alternative at its first letter at once where that is `[aA]`; where case is ignored it tries each in full.
"""

from __future__ import annotations

from collections.abc import Iterator

from careerlint.expression import Expression

_OPEN = "(?i:"
_QUANTIFIERS = ("?", "*", "+", "{")


def compile_quick(expression: str) -> Expression:
    """Compile an expression, every `(?i:ab|ac|d)` in it rewritten as `(?:[aA](?i:b|c)|[dD])`."""
    return Expression(_rewritten(expression))


def _rewritten(expression: str) -> str:
    start = expression.find(_OPEN)
    if start < 0:
        return expression
    alternatives, end = _alternatives(expression, start + len(_OPEN))
    inside = expression[start : end + 1] if len(alternatives) == 1 else f"(?:{'|'.join(_spelled(alternatives))})"
    return expression[:start] + inside + _rewritten(expression[end + 1 :])


def _alternatives(expression: str, start: int) -> tuple[list[str], int]:
    """The alternatives of the group whose inside starts at `start`, and where its closing bracket stands."""
    found: list[str] = []
    depth, position, begin = 0, start, start
    while depth or expression[position] != ")":
        letter = expression[position]
        if letter == "\\":
            position += 1
        elif letter == "[":
            # A bracket right at the start of a class is one of its letters.
            position = expression.index("]", position + (3 if expression[position + 1] == "^" else 2))
        elif letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
        elif letter == "|" and not depth:
            found.append(expression[begin:position])
            begin = position + 1
        position += 1
    return [*found, expression[begin:position]], position


def _spelled(alternatives: list[str]) -> Iterator[str]:
    """The alternatives, neighbours that begin with the same letter as one; the first that matches stays the first."""
    rests: dict[str, list[str]] = {}
    for alternative in alternatives:
        first, rest = alternative[:1].lower(), alternative[1:]
        if first.isascii() and first.isalpha() and rest[:1] not in _QUANTIFIERS:
            rests.setdefault(first, []).append(rest)
        else:
            # It may match what begins with any letter, so none of the others may pass it.
            yield from _by_letter(rests)
            rests = {}
            yield f"(?i:{alternative})"
    yield from _by_letter(rests)


def _by_letter(rests: dict[str, list[str]]) -> Iterator[str]:
    for letter, endings in rests.items():
        yield f"[{letter}{letter.upper()}](?i:{'|'.join(endings)})" if any(endings) else f"[{letter}{letter.upper()}]"
