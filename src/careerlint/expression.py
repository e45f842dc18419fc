"""Expressions: regular expressions that are compiled when they are first asked, because a document meets half of them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

from careerlint.kept_expressions import compile_expression

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class Expression:
    """A regular expression as `re` has it; a mistake in one shows where it is first used.

    What it is compiled to is kept on the disk (`kept`), but for one that a document or a call decides.
    The methods of the compiled one take the place of these on the first call, so that later calls cost nothing more.
    """

    def __init__(self, pattern: str, flags: int = 0, kept: bool = True) -> None:
        self.pattern = pattern
        # A plain number: Python 3.11.0 to 3.11.3 pickle a flag of re as a call of getattr, which no reader of packed rules builds.
        self.flags = int(flags)
        self._kept = kept

    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled and remembered."""
        compiled = compile_expression(self.pattern, self.flags) if self._kept else re.compile(self.pattern, self.flags)
        vars(self).update({name: getattr(compiled, name) for name in _METHODS}, compiled=lambda: compiled)
        return compiled

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match anywhere."""
        return self.compiled().search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match at the start."""
        return self.compiled().match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match of all of it."""
        return self.compiled().fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match in turn."""
        return self.compiled().finditer(text, start, end)

    def findall(self, text: str, start: int = 0, end: int = sys.maxsize) -> list[Any]:
        """The words of every match, or of its groups."""
        return self.compiled().findall(text, start, end)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with every match replaced."""
        return self.compiled().sub(replacement, text, count)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        """The text between the matches."""
        return self.compiled().split(text, maxsplit)

    def __reduce__(self) -> tuple[type[Expression], tuple[str, int, bool]]:
        return Expression, (self.pattern, self.flags, self._kept)
