"""What a single line of plain text is, judged by its look and its neighbours."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace

from careerlint.expression import Expression
from careerlint.model.heading_marks import HEADING_MARKS
from careerlint.model.remark_words import slip_of
from careerlint.readers.bullets import marker_length

_HEADING_LETTERS = 30
_SMALL_GLYPHS = "•◦▪▫·ㆍ‣⁃✓✔✅☑➤➔"
_RULE = Expression(r"[=\-_~*#─━═—–⸻·.\s]*$")
_TREE = Expression(r"[│|\s]*(?:├|└|│)")
_BRACKETED = Expression(r"(?:【.+】|\[[^\[\]]+\]|<[^<>]+>|〈.+〉|《.+》|「.+」|［.+］|〔.+〕)[ \t]*:?$")
_BLANK_OF_LETTER = Expression(r"\[[A-Za-z][A-Za-z '’/.-]{1,40}\]$")
"""What was to be filled in, right below another line: "[Company Name]" in the address of a letter."""
_SPACED = Expression(r"[가-힣](?:[ \u3000]{1,3}[가-힣]){1,7}$")
_CAPITALS = Expression(r"[A-Z][A-Z &/'’-]+$")
_REMARK = Expression(r"#+[ \t]*careerlint:", re.IGNORECASE)
_HASHES = Expression(r"(#{1,6})[ \t]+")
_GLYPH_BEFORE = Expression(rf"[{HEADING_MARKS}]\ufe0f?[ \t\u00a0\u3000]*")
_SENTENCE_END = Expression(r"[.!?。…,;][\"'”’)\]]*$")
_CLAUSE_END = Expression(r"(?:니다|어요|해요|에요|예요|았다|었다|였다|했다|한다|된다|이다|있다|없다|하며|하고|지만)$")
# An address, a table row or a labelled value is content, not what stands above content.
_CONTENT = Expression(r"@|://|www\.|\||\t|\d{3,4}[-.)]\d{3,4}|[:：]\s*\S")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: letters `start` to `end` of the source without its line end; `indent` and `width` in columns.

    `letters_start` is where its first letter stands, `marker_length` counts the marker and the white space after it;
    `rank` orders markers that people nest without indentation (numbers and big glyphs, small glyphs, dashes).
    """

    source: str = field(repr=False)
    start: int
    end: int
    previous_end: int
    letters_start: int
    indent: int
    marker: str = ""
    marker_length: int = 0
    rank: int = 0

    @property
    def words(self) -> str:
        """The letters of the line without white space around them."""
        return self.source[self.letters_start : self.end].rstrip()

    @property
    def blank(self) -> bool:
        """Whether there is no letter on the line."""
        return self.letters_start >= self.end

    @property
    def width(self) -> int:
        """Columns of a terminal: two for a wide letter."""
        return self.indent + sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in self.words)

    @property
    def ends_sentence(self) -> bool:
        """Whether the line ends with the punctuation or the verb ending of a sentence."""
        return bool(_SENTENCE_END.search(self.words) or _CLAUSE_END.search(self.words))


@dataclass(frozen=True, slots=True)
class HeadingMarker:
    """A heading's level (0 where only the look says it) and how many letters of marker come before its words."""

    level: int
    length: int


def as_lines(source: str) -> list[Line]:
    """The lines of a source; `\\n` and `\\r\\n` end them."""
    lines: list[Line] = []
    start = previous_end = 0
    for raw in source.split("\n"):
        letters = raw.rstrip()
        end = start + len(letters)
        stripped = letters.lstrip()
        letters_start = end - len(stripped)
        marker, length = marker_length(stripped) if stripped else ("", 0)
        indent = sum(4 if letter == "\t" else 1 for letter in letters[: len(letters) - len(stripped)])
        lines.append(Line(source, start, end, previous_end, letters_start, indent, marker, length, _rank(marker)))
        previous_end = end
        start += len(raw) + 1
    return lines


def is_remark(line: Line) -> bool:
    """Whether a line is a remark to careerlint ("# careerlint: ignore STO001"), or was meant to be one, and no text."""
    words = line.words
    return words.startswith("#") and (_REMARK.match(words) is not None or slip_of(words) != "")


def without_remarks(lines: list[Line]) -> list[Line]:
    """The lines that are text; the line end before each is that of the line right above it in the source."""
    return [
        replace(line, previous_end=line.start - 1) if index and is_remark(lines[index - 1]) else line
        for index, line in enumerate(lines)
        if not is_remark(line)
    ]


def is_rule(line: Line) -> bool:
    """Whether a line is only drawn (`=====`, `-----`)."""
    words = line.words
    return (len(words) >= 3 and _RULE.match(words) is not None) or words == "⸻"


def is_tree(line: Line) -> bool:
    """Whether a line belongs to a file tree."""
    return _TREE.match(line.words) is not None


def heading_marker(lines: list[Line], index: int) -> HeadingMarker | None:
    """Whether the line is a heading, by its own look or by what stands around it; None if it is not."""
    line = lines[index]
    words = line.words
    hashes = _HASHES.match(words)
    if hashes and len(words) <= 2 * _HEADING_LETTERS:
        return HeadingMarker(len(hashes[1]), hashes.end())
    glyph = _GLYPH_BEFORE.match(words)
    length = glyph.end() if glyph else 0
    bare = words[length:]
    if not bare or len(bare) > _HEADING_LETTERS or not any(letter.isalpha() for letter in bare):
        return None
    if (_BRACKETED.match(bare) and not (_BLANK_OF_LETTER.match(bare) and _neighbour(lines, index, -1) is not None)) or _SPACED.match(bare):
        return HeadingMarker(0, length)
    if line.ends_sentence:
        return None
    if _is_underlined(lines, index):
        return HeadingMarker(0, length)
    return HeadingMarker(0, length) if _looks_above(lines, index, glyph is not None) else None


def _looks_above(lines: list[Line], index: int, has_glyph: bool) -> bool:
    """Whether a short line stands above content as a heading does."""
    line = lines[index]
    before, after = _neighbour(lines, index, -1), _neighbour(lines, index, 1)
    following = _following(lines, index)
    if following is None:
        return False
    if has_glyph:
        alike = [each for each in (before, following) if each is not None and each.marker == line.marker]
        return not alike and not _CONTENT.search(line.words)
    if line.marker:
        return _is_numbered_heading(line, before, after, following)
    if _CAPITALS.match(line.words) and before is None and sum(letter.isalpha() for letter in line.words) >= 4:
        return True
    if line.words.endswith((":", "：")):
        return before is None or (after is not None and (after.indent > line.indent or bool(after.marker)))
    if _CONTENT.search(line.words):
        return False
    return before is None and after is None


def _is_numbered_heading(line: Line, before: Line | None, after: Line | None, following: Line) -> bool:
    """ "1. 지원 동기" above an answer; not an item of a list."""
    if line.rank or line.marker[0] in HEADING_MARKS or before is not None or _CONTENT.search(line.words):
        return False
    if following.marker and following.rank == 0:
        return False
    return after is None or (after.indent == line.indent and (after.ends_sentence or after.width > 2 * _HEADING_LETTERS))


def _is_underlined(lines: list[Line], index: int) -> bool:
    after, before = _neighbour(lines, index, 1), _neighbour(lines, index, -1)
    return after is not None and is_rule(after) and (before is None or is_rule(before) or bool(before.marker))


def _neighbour(lines: list[Line], index: int, step: int) -> Line | None:
    """The line right above or below; None where that is blank or the end."""
    other = index + step
    if not 0 <= other < len(lines) or lines[other].blank:
        return None
    return lines[other]


def _following(lines: list[Line], index: int) -> Line | None:
    """The next line that is not blank, at most a few lines further on."""
    for line in lines[index + 1 : index + 6]:
        if not line.blank:
            return line
    return None


def _rank(marker: str) -> int:
    if not marker or marker[0] in HEADING_MARKS or marker[0].isalnum() or marker[0] in "(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return 0
    return 1 if marker in _SMALL_GLYPHS else 2
