"""The walk over Markdown: pulldown-cmark's events, each with its place in the source, become text and blocks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Any

from careerlint.expression import Expression
from careerlint.model.document import Document, MarkKind
from careerlint.model.place import SourceRange
from careerlint.readers.block_writer import BlockWriter
from careerlint.readers.html_blocks import HtmlBlocks
from careerlint.readers.links import with_bare_links
from careerlint.readers.markdown_events import Event, ended, is_first_heading, mail_of, markdown_events
from careerlint.readers.markdown_inline import Inline
from careerlint.readers.markdown_lenient import (
    front_title,
    is_console_comment,
    is_empty_bullet,
    is_indented_prose,
    is_tree,
    marker_of,
    tight_heading,
)
from careerlint.readers.markdown_source import Lines, Places, front_matter_end

_REMARK = Expression(r"^ {0,3}\[(?://|comment)\]:[ \t]*(?:#|<>)[ \t]*[(\"'](.*)[)\"'][ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_MARKER = Expression(r"[-*+•]|\d{1,9}[.)]")
_DATED_MARKER = Expression(r"(?:19|20)\d\d\.[ \t]{1,2}(?=(?:0?[1-9]|1[0-2])(?!\d))")
"""A year before its month, "2023. 05", which Markdown takes for a number before an item."""
_BLANK = " \t\r>"
# More blank lines than this say nothing new.
_WIDEST_GAP = 9

_MARKS: dict[str, MarkKind] = {"Emphasis": "emphasis", "Strong": "strong", "Strikethrough": "struck"}


class Walk:
    """One pass over the events of one source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._front = front_matter_end(source)
        self._place = Places(source, self._front)
        self._writer = BlockWriter()
        self._html = HtmlBlocks(self._writer)
        self._lines = Lines(source)
        self._depths: list[int] = []
        self._tables = 0
        self._images = 0
        self._code = False
        self._hashes = 0
        self._inline = Inline(source, self._writer)
        self._position = 0
        self._events: list[Event] = []
        self._has_tree = any(letter in source for letter in "├└│")
        self._lowest = 0
        self._dated = False

    def document(self, path: str) -> Document:
        """The document, after the walk."""
        self._events = markdown_events(self._place.text)
        self._front_heading()
        while self._position < len(self._events):
            event, around = self._events[self._position]
            self._position += 1
            if isinstance(event, str):
                self._rule_or_break(event, around)
                continue
            ((kind, value),) = event.items()
            if kind == "Start":
                self._start(value, around)
            elif kind == "End":
                self._end(value)
            else:
                self._content(kind, value, around)
        written = self._writer.finish()
        return Document(
            path=path,
            format="md",
            text=written.text,
            pieces=written.pieces,
            blocks=written.blocks,
            marks=with_bare_links(written.text, written.marks),
            comments=self._comments(),
            source=self._source,
            folds=tuple(self._html.folds),
        )

    def _front_heading(self) -> None:
        """The title in the front matter heads a page that has no heading of the first level."""
        start, words = front_title(self._source, self._front) if self._front else (0, "")
        if words and not any(isinstance(event, dict) and is_first_heading(event) for event, _ in self._events):
            self._writer.open("heading", markdown=True, level=1, gap=0.0)
            self._writer.letters(words, start)
            self._writer.close_leaf()

    def _comments(self) -> tuple[tuple[SourceRange, str], ...]:
        remarks = [(SourceRange(found.start(), found.end()), found[1].strip()) for found in _REMARK.finditer(self._source)]
        return tuple(sorted([*self._html.comments, *remarks], key=lambda comment: comment[0].start))

    def _gap(self, start: int) -> float:
        line = self._lines.number(start)
        blank = 0
        while blank < line and blank < _WIDEST_GAP and not self._lines[line - blank - 1].strip(_BLANK):
            blank += 1
        return float(blank)

    def _rule_or_break(self, event: str, around: Mapping[str, int]) -> None:
        if self._images:
            return
        if event == "Rule":
            self._writer.close_leaf()
            return
        start, end = self._place(around["start"]), self._place(around["end"])
        if self._hashes:
            # A heading without a space ends with its line.
            self._hashes = 0
            self._writer.close_to(self._depths[-1])
            self._open_words(end)
        else:
            self._writer.line_end(start, end)
            self._open_tight(end)
        self._html.paragraph_break()

    def _start(self, tag: Any, around: Mapping[str, int]) -> None:
        name: str
        value: Any
        name, value = (tag, None) if isinstance(tag, str) else next(iter(tag.items()))
        writer = self._writer
        if name in _MARKS:
            writer.open_mark(_MARKS[name])
            return
        if name == "Link":
            writer.open_mark("link", mail_of(value))
            return
        if name == "Image":
            self._images += 1
            if self._images == 1:
                writer.image(value["dest_url"], SourceRange(self._place(around["start"]), self._place(around["end"])))
            return
        if name == "HtmlBlock":
            self._html_block()
            return
        start = self._place(around["start"])
        if name != "Paragraph":
            writer.close_leaf()
        self._depths.append(writer.depth)
        self._html.paragraph_break()
        opener = _OPENERS.get(name)
        if opener is not None:
            opener(self, value, start, around)

    def _open_paragraph(self, value: Any, start: int, around: Mapping[str, int]) -> None:
        writer = self._writer
        if self._has_tree:
            end = self._place(around["end"])
            self._place(around["start"])
            if is_tree(self._source[start:end]):
                self._write_tree(start, end)
                return
        if writer.leaf == "caption" or self._dated:
            self._dated = False
            return
        self._open_words(start)

    def _open_words(self, start: int) -> None:
        """Open a paragraph, or the heading that its first line is meant as."""
        level, hashes = tight_heading(self._lines.rest(start)) if self._writer.container is None else (0, 0)
        self._inline.begin()
        if level:
            self._writer.open("heading", markdown=True, level=level, gap=self._gap(start))
        else:
            self._writer.open("paragraph", markdown=True, gap=self._gap(start))
        self._hashes = hashes

    def _open_tight(self, start: int) -> None:
        """Begin a new block where a line inside a paragraph is meant as a heading."""
        if self._writer.leaf == "paragraph" and self._writer.container is None and tight_heading(self._lines.rest(start))[1]:
            self._writer.close_leaf()
            self._open_words(start)

    def _write_tree(self, start: int, end: int) -> None:
        """A file tree outside a fence is code; the line's indentation, which Markdown drops, belongs to it."""
        begin = self._source.rfind("\n", 0, start) + 1
        if not self._source[begin:start].strip():
            start = begin
        self._writer.open("code", markdown=True, gap=self._gap(start))
        self._write_lines(start, end)
        while "Paragraph" not in ended(self._events[self._position][0]):
            self._position += 1

    def _write_lines(self, start: int, end: int) -> None:
        for line in self._source[start:end].splitlines(keepends=True):
            letters = line.rstrip("\r\n")
            self._writer.letters(letters, start)
            if len(letters) < len(line):
                self._writer.line_end(start + len(letters), start + len(line))
            start += len(line)

    def _open_heading(self, value: Any, start: int, around: Mapping[str, int]) -> None:
        self._inline.begin()
        level = int(value["level"][1])
        if is_empty_bullet(self._source[start : self._place(around["end"])]):
            self._writer.open("paragraph", markdown=True, gap=self._gap(start))
            return
        if level == 1 and self._is_comment(start):
            self._writer.open("code", markdown=True, gap=self._gap(start))
            return
        self._lowest = max(self._lowest, level)
        self._writer.open("heading", markdown=True, level=level, gap=self._gap(start))

    def _is_comment(self, start: int) -> bool:
        """Whether the heading here is a comment of the commands around it, which no fence holds."""
        line = self._lines.number(start)
        above, own, below = (self._lines[number] for number in (line - 1, line, line + 1))
        return is_console_comment(above, own, below, self._lowest > 1)

    def _open_code(self, value: Any, start: int, around: Mapping[str, int]) -> None:
        if not isinstance(value, Mapping):
            end = self._place(around["end"])
            if is_indented_prose(self._source[start:end]):
                self._write_indented(start, end)
                return
        info = value["Fenced"].split(maxsplit=1)[0] if isinstance(value, Mapping) and value["Fenced"].strip() else ""
        self._writer.open("code", markdown=True, info=info, gap=self._gap(start))
        self._code = True

    def _write_indented(self, start: int, end: int) -> None:
        """Prose that is indented, as paragraphs and bullets."""
        writer, depth = self._writer, self._writer.depth
        for line in self._source[start:end].splitlines(keepends=True):
            letters = line.rstrip()
            marker, taken = marker_of(letters)
            if marker:
                writer.close_to(depth)
                writer.open("list", markdown=True, gap=0.0)
                writer.open("item", markdown=True, level=writer.item_depth + 1, marker=marker, gap=0.0)
            elif not letters:
                writer.close_to(depth)
            elif not writer.leaf_started:
                writer.open("paragraph", markdown=True, gap=1.0)
            if letters:
                writer.letters(letters[taken:], start + taken)
                writer.line_end(start + len(letters), start + len(line))
            start += len(line)
        writer.close_to(depth)
        while ended(self._events[self._position][0]) != "CodeBlock":
            self._position += 1

    def _open_quote(self, value: Any, start: int, around: Mapping[str, int]) -> None:
        self._writer.open("quote", markdown=True, gap=self._gap(start))

    def _open_note(self, value: Any, start: int, around: Mapping[str, int]) -> None:
        self._writer.open("note", markdown=True, marker=str(value), gap=self._gap(start))

    def _open_list(self, value: Any, start: int, around: Mapping[str, int]) -> None:
        if _DATED_MARKER.match(self._source, start):
            return
        self._writer.open("list", markdown=True, gap=self._gap(start))

    def _open_item(self, value: Any, start: int, around: Mapping[str, int]) -> None:
        if (dated := _DATED_MARKER.match(self._source, start)) is not None:
            if self._writer.container != "item" or self._writer.leaf_started:
                self._writer.close_to(self._depths[-2])
                self._open_words(start)
                self._dated = True
            self._writer.letters(dated[0], start)
            return
        marker = _MARKER.match(self._source, start)
        level = self._writer.item_depth + 1
        self._writer.open("item", markdown=True, level=level, marker=marker[0] if marker else "-", gap=self._gap(start))
        self._inline.begin()

    def _open_table(self, value: Any, start: int, around: Mapping[str, int]) -> None:
        self._tables += 1
        self._writer.open("table", markdown=True, gap=self._gap(start))

    def _open_head(self, value: Any, start: int, around: Mapping[str, int]) -> None:
        self._writer.open("row", markdown=True, head=True)

    def _open_row(self, value: Any, start: int, around: Mapping[str, int]) -> None:
        self._writer.open("row", markdown=True)

    def _open_cell(self, value: Any, start: int, around: Mapping[str, int]) -> None:
        self._inline.begin()
        self._writer.open("cell", markdown=True)

    def _end(self, tag: Any) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        writer = self._writer
        if name in _MARKS:
            writer.close_mark(_MARKS[name])
        elif name == "Link":
            writer.close_mark("link")
        elif name == "Image":
            self._images -= 1
        elif name != "HtmlBlock":
            self._inline.end()
            self._dated = False
            if name == "Table":
                self._tables -= 1
            self._code = False
            writer.close_to(self._depths.pop())

    def _content(self, kind: str, value: Any, around: Mapping[str, int]) -> None:
        if self._images:
            return
        start, end = self._place(around["start"]), self._place(around["end"])
        if kind == "Text":
            self._text(value, start, end)
        elif kind == "Code":
            self._inline.inline_code(value, start, end)
        elif kind == "InlineHtml":
            self._html.feed(self._source[start:end], lambda offset: start + offset)
        elif kind in ("InlineMath", "DisplayMath"):
            self._inline.math(value, start, end)
        elif kind == "TaskListMarker":
            self._writer.change_marker(f"- {self._source[start:end]}")

    def _text(self, value: str, start: int, end: int) -> None:
        self._html.paragraph_break()
        if self._hashes and not self._writer.leaf_started:
            taken = len(value) - len(value.lstrip("#"))
            value, start = value[taken:], start + taken
        if self._code:
            self._inline.code_text(value, start, end)
        elif value == "*" and self._star_follows(end) and self._inline.literal_bold(end):
            self._position += 1
        else:
            self._inline.text(value, start, end, in_table=self._tables > 0)

    def _star_follows(self, end: int) -> bool:
        """Whether the next event is one more literal star."""
        if self._position >= len(self._events):
            return False
        event, around = self._events[self._position]
        return event == {"Text": "*"} and self._place(around["start"]) == end

    def _html_block(self) -> None:
        """Join the lines of an HTML block; in a quote or a list they do not follow each other in the source."""
        parts: list[str] = []
        offsets: list[int] = []
        places: list[int] = []
        length = 0
        while self._position < len(self._events):
            event, around = self._events[self._position]
            self._position += 1
            if ended(event):
                break
            start, end = self._place(around["start"]), self._place(around["end"])
            parts.append(self._source[start:end])
            offsets.append(length)
            places.append(start)
            length += end - start

        def place(offset: int) -> int:
            index = bisect_right(offsets, offset) - 1
            return places[index] + offset - offsets[index]

        if parts:
            self._html.feed("".join(parts), place)


_OPENERS: dict[str, Callable[[Walk, Any, int, Mapping[str, int]], None]] = {
    "Paragraph": Walk._open_paragraph,
    "Heading": Walk._open_heading,
    "CodeBlock": Walk._open_code,
    "BlockQuote": Walk._open_quote,
    "FootnoteDefinition": Walk._open_note,
    "List": Walk._open_list,
    "Item": Walk._open_item,
    "Table": Walk._open_table,
    "TableHead": Walk._open_head,
    "TableRow": Walk._open_row,
    "TableCell": Walk._open_cell,
}
