"""What stands inside a Markdown paragraph: words, code, formulas, and what writers mean that Markdown does not know."""

from __future__ import annotations

import re

from careerlint.expression import Expression
from careerlint.readers.block_writer import BlockWriter
from careerlint.readers.bullets import glyph_length

_MONEY = Expression(r"\d")


class Inline:
    """Writes the inline content of one source; `start` and `end` are code points of it."""

    def __init__(self, source: str, writer: BlockWriter) -> None:
        self._source = source
        self._writer = writer
        self._list_depth = 0
        self._bold_by_hand = False

    def begin(self) -> None:
        """A new leaf begins."""
        self._list_depth = 0
        self._bold_by_hand = False

    def end(self) -> None:
        """The leaf ends; `**` that nothing closed marks nothing."""
        if self._bold_by_hand:
            self._writer.drop_mark("strong")
            self._bold_by_hand = False

    def text(self, value: str, start: int, end: int, *, in_table: bool) -> None:
        """Write words; a typed bullet at the beginning of a line opens an item."""
        writer = self._writer
        if writer.at_line_start and not in_table and writer.leaf in (None, "paragraph"):
            taken = self._typed_bullet(value)
            value, start = value[taken:], start + taken
        if self._source[start:end] == value:
            writer.letters(value, start)
        else:
            writer.unit(value, start, end)

    def code_text(self, value: str, start: int, end: int) -> None:
        """Write lines of a code block."""
        if self._source[start:end] == value:
            for line in value.splitlines(keepends=True):
                self._code_line(line, start)
                start += len(line)
        else:
            self._writer.unit(value.rstrip("\n"), start, end)
            if value.endswith("\n"):
                self._writer.line_end(end, end)

    def _code_line(self, line: str, start: int) -> None:
        letters = line.rstrip("\n")
        if letters:
            self._writer.letters(letters, start)
        if len(letters) < len(line):
            self._writer.line_end(start + len(letters), start + len(line))

    def literal_bold(self, end: int) -> bool:
        """Take the two stars around `end` as bold and return True, unless they stand between words.

        Markdown leaves `**` alone where a Korean particle follows the closing one ("**'말'**은"); it is meant all the same.
        """
        before, after = self._source[max(end - 2, 0) : end - 1], self._source[end + 1 : end + 2]
        if (before.isascii() and before.isalnum() and after.isascii() and after.isalnum()) or after == "*":
            return False
        if self._bold_by_hand:
            self._writer.close_mark("strong")
        else:
            self._writer.open_mark("strong")
        self._bold_by_hand = not self._bold_by_hand
        return True

    def _typed_bullet(self, value: str) -> int:
        """Open an item where a line begins with a bullet glyph that Markdown does not know; how many letters it takes."""
        glyph, length = glyph_length(value)
        if not length or length == len(value):
            return 0
        writer = self._writer
        if self._list_depth:
            writer.close_to(self._list_depth)
        elif not writer.leaf_started and writer.container == "item":
            return 0
        else:
            writer.close_leaf()
            writer.open("list", markdown=True)
            self._list_depth = writer.depth
        writer.open("item", markdown=True, marker=glyph, level=writer.item_depth + 1)
        writer.open("paragraph", markdown=True)
        return length

    def inline_code(self, value: str, start: int, end: int) -> None:
        """Write code between back-ticks, which `start` and `end` include."""
        ticks = len(self._source[start:end]) - len(self._source[start:end].lstrip("`"))
        inner_start, inner = start + ticks, self._source[start + ticks : end - ticks]
        if len(inner) == len(value) + 2 and inner[0] == inner[-1] == " ":
            inner_start, inner = inner_start + 1, inner[1:-1]
        self._writer.open_mark("code")
        if inner == value:
            self._writer.letters(value, inner_start)
        elif inner.replace("\\|", "|") == value:
            # In a table cell a pipe must be escaped, inside of code too.
            for part in re.finditer(r"(?:(?!\\\|).)+|(?<=\\)\|", inner, re.DOTALL):
                self._writer.letters(part[0], inner_start + part.start())
        elif " ".join(re.split(r"\r?\n", inner)) == value:
            for line in re.finditer(r"[^\r\n]+|\r?\n", inner):
                if line[0][-1] == "\n":
                    self._writer.line_end(inner_start + line.start(), inner_start + line.end())
                else:
                    self._writer.letters(line[0], inner_start + line.start())
        else:
            self._writer.unit(value, start, end)
        self._writer.close_mark("code")

    def math(self, value: str, start: int, end: int) -> None:
        """Write a formula, or what stands between two sums of money."""
        if _MONEY.match(value) or self._source[end : end + 1].isdigit():
            # "from $200 to$50": two sums of money, not a formula.
            self._writer.letters(self._source[start:end], start)
            return
        dollars = (end - start - len(value)) // 2
        self._writer.open_mark("math")
        if self._source[start + dollars : end - dollars] == value and "\n" not in value:
            self._writer.letters(value, start + dollars)
        else:
            self._writer.unit(value, start, end)
        self._writer.close_mark("math")
