"""The reader for plain text: blank lines, typed bullets, numbers and the look of short lines become blocks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from careerlint.dates import has_date_range
from careerlint.model.document import Document
from careerlint.model.place import SourceRange
from careerlint.readers.block_writer import BlockWriter
from careerlint.readers.encoding import decode
from careerlint.readers.limits import Limits, UnreadableError
from careerlint.readers.links import with_bare_links
from careerlint.readers.plain_lines import Line, as_lines, heading_marker, is_remark, is_rule, is_tree, without_remarks

# A line this wide was broken by the margin, not by the writer; a Hangul letter is two columns wide.
_WIDE = 60
_DEEPEST_LISTS = 8
_NEVER_BROKEN = 120
"""A margin wider than this breaks no lines: each of them is what its writer set in one."""
_TITLE_ROWS = 3
"""A post, who employed or where, and the period."""
_ROOM_ASKED = 2
"""The row whose period may belong to a title below the wrapped end of a bullet."""


@dataclass(frozen=True, slots=True)
class _OpenList:
    """A list that is being written: where its markers stand, their rank, and how deep the writer was before it."""

    indent: int
    rank: int
    depth: int


def read_plain(data: bytes, path: str, limits: Limits) -> Document:
    """Read plain text; raises `UnreadableError` for undecodable, too long or blank text."""
    source = decode(data)
    if len(source) > limits.characters:
        raise UnreadableError("too-large")
    if not source.strip():
        raise UnreadableError("empty")
    return plain_document(source, path)


def plain_document(source: str, path: str) -> Document:
    """The document whose words stand in this source, line by line."""
    lines = as_lines(source)
    written = _Walk(without_remarks(lines)).walk().finish()
    return Document(
        path=path,
        format="txt",
        text=written.text,
        pieces=written.pieces,
        blocks=written.blocks,
        marks=with_bare_links(written.text, written.marks),
        comments=tuple((SourceRange(line.letters_start, line.end), line.words[1:].strip()) for line in lines if is_remark(line)),
        source=source,
        plain=True,
    )


class _Walk:
    """One pass over the lines."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = lines
        self._writer = BlockWriter()
        self._lists: list[_OpenList] = []
        self._gap = 0
        # One line may stick out of it: an address, a list of skills.
        self._margin = max(sorted(line.width for line in lines)[:-1], default=0)

    def walk(self) -> BlockWriter:
        """Write every line; returns the writer."""
        index = 0
        while index < len(self._lines):
            index = self._line(index)
        return self._writer

    def _line(self, index: int) -> int:
        """Write what begins at a line; returns the line after it."""
        line = self._lines[index]
        if line.blank:
            self._writer.close_leaf()
            self._gap += 1
            return index + 1
        if is_rule(line):
            self._close_lists()
            return index + 1
        end = self._end_of_tree(index)
        if end > index:
            self._close_lists()
            self._writer.open("code", gap=float(self._gap))
            for each in self._lines[index:end]:
                self._write(each, 0)
            self._writer.close_leaf()
        else:
            self._text_line(index)
            end = index + 1
        self._gap = 0
        return end

    def _end_of_tree(self, index: int) -> int:
        end = index
        trees = 0
        while end < len(self._lines) and not self._lines[end].blank:
            if not is_tree(self._lines[end]):
                # Only the folder that a tree hangs from stands above it.
                if end > index or not (end + 1 < len(self._lines) and is_tree(self._lines[end + 1])):
                    break
            else:
                trees += 1
            end += 1
        return end if trees else index

    def _text_line(self, index: int) -> None:
        line = self._lines[index]
        heading = heading_marker(self._lines, index)
        if heading is not None:
            self._close_lists()
            self._writer.open("heading", level=heading.level, gap=float(self._gap))
            self._write(line, heading.length)
            self._writer.close_leaf()
        elif line.marker:
            self._item(line)
        else:
            self._prose(index)

    def _item(self, line: Line) -> None:
        writer, lists = self._writer, self._lists
        left = False
        while lists and (line.indent < lists[-1].indent or (line.indent == lists[-1].indent and line.rank < lists[-1].rank)):
            if len(lists) == 1 or line.indent > lists[-2].indent:
                break
            left = lists[-1].indent > line.indent
            writer.close_to(lists.pop().depth)
        deeper = bool(lists) and (line.indent > lists[-1].indent + 1 or line.rank > lists[-1].rank)
        # Behind a blank line no bullet stands below a number under which others are indented.
        if lists and (line.indent < lists[-1].indent or (left and self._gap and line.indent == lists[-1].indent)):
            deeper = False
        if not lists or (deeper and len(lists) < _DEEPEST_LISTS):
            writer.close_leaf()
            lists.append(_OpenList(line.indent, line.rank, writer.depth))
            writer.open("list", gap=float(self._gap))
        else:
            writer.close_to(lists[-1].depth + 1)
        writer.open("item", marker=line.marker, level=len(lists), gap=float(self._gap))
        self._write(line, line.marker_length)

    def _prose(self, index: int) -> None:
        line, writer = self._lines[index], self._writer
        above = self._lines[index - 1] if index else None
        if self._lists and (not self._continues(line, above) or (above is not None and self._is_title(index, above))):
            self._close_lists()
        if writer.leaf is None:
            writer.open("paragraph", gap=float(self._gap))
        self._write(line, 0)

    def _continues(self, line: Line, above: Line | None) -> bool:
        """Whether a line without a marker belongs to the item above it."""
        while self._lists and line.indent <= self._lists[-1].indent and len(self._lists) > 1 and self._gap:
            self._writer.close_to(self._lists.pop().depth)
        if line.indent > self._lists[-1].indent:
            return True
        return self._gap == 0 and above is not None and above.width >= _WIDE and not above.ends_sentence

    def _is_title(self, index: int, above: Line) -> bool:
        """Whether a line right behind a bullet heads what follows: a period stands in it or right below, or its first word had room in the bullet and its period is at hand or bullets of its own follow."""
        line, below = self._lines[index], self._lines[index + 1 : index + _TITLE_ROWS]
        words = line.words
        rows = [line, *takewhile(lambda row: not row.blank and not row.marker, below)]
        if not above.marker or line.indent > above.indent or words[0].islower() or any(row.ends_sentence for row in rows):
            return False
        dated = next((place for place, row in enumerate(rows) if has_date_range(row.words)), _TITLE_ROWS)
        if dated < _ROOM_ASKED:
            return True
        if above.width + 1 + len(words.split()[0]) > self._margin:
            return False
        return dated < _TITLE_ROWS or (self._margin > _NEVER_BROKEN and above.width + 1 + line.width <= self._margin and below[:1] != [] and below[0].marker == above.marker)

    def _close_lists(self) -> None:
        self._writer.close_leaf()
        self._writer.close_to(1)
        self._lists.clear()

    def _write(self, line: Line, skipped: int) -> None:
        self._writer.line_end(line.previous_end, line.start)
        start = line.letters_start + skipped if self._writer.leaf != "code" else line.start
        self._writer.letters(line.source[start : line.end], start)
