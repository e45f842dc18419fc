"""Typed bullets and numbers at the beginning of a line, as people write them where no list is at hand."""

from __future__ import annotations

from careerlint.expression import Expression
from careerlint.model.heading_marks import HEADING_MARKS

_GLYPHS = f"{HEADING_MARKS}•◦▪▫✓✔✅☑·ㆍ‣⁃–—→➤➔❍"
_HANGUL = "\uac00-\ud7a3\u3131-\u318e"

# U+FE0F makes an emoji of a sign. Glyphs other than ASCII may stand right before Hangul, and those that are nothing but bullets before any letter, as text
# copied from a PDF has them; "-" and "*" need a space.
GLYPH = Expression(rf"([{_GLYPHS}])\ufe0f?(?:[ \t\u00a0\u3000]+|(?=[{_HANGUL}])(?<![–—→])|(?<=[•◦▪‣⁃])(?=[^\W\d_])|(?<=[▪•]\ufe0f)(?=[^\W\d_]))")
DASH = Expression(r"([-*+>])[ \t\u00a0]+")
NUMBER = Expression(
    r"(\d{1,2}[.)]|\(\d{1,2}\)|[①-⑳]|[가나다라마바사아자차카타파하][.)]|\([가나다라마바사아자차카타파하]\)|[a-z]\)|[ivx]{1,4}\))"
    rf"(?:[ \t\u00a0]+|(?<=[①-⑳)])(?=[{_HANGUL}])|(?<=\.)(?=[{_HANGUL}]))"
)
EMPTY = Expression(r"([-*•·○●◦▪])[ \t]*$")


def glyph_length(line: str) -> tuple[str, int]:
    """The bullet glyph that begins a line, and how many letters it takes with its white space; "" and 0 for none."""
    found = GLYPH.match(line)
    return (found[1], found.end()) if found else ("", 0)


def marker_length(line: str) -> tuple[str, int]:
    """Like `glyph_length`, for any marker: glyph, dash, number."""
    for pattern in (GLYPH, DASH, NUMBER, EMPTY):
        found = pattern.match(line)
        if found:
            return found[1], found.end()
    return "", 0
