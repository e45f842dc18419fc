"""From HTML tokens to blocks and marks: what each element means for a document's text."""

from __future__ import annotations

import html
from collections.abc import Callable

from careerlint.expression import Expression
from careerlint.model.document import MarkKind
from careerlint.model.place import SourceRange
from careerlint.model.span import Span
from careerlint.readers.block_writer import BlockWriter
from careerlint.readers.html_tokens import HtmlToken, html_tokens

Place = Callable[[int], int]
"""From an offset of the HTML text to one of the source."""

_MARKS: dict[str, MarkKind] = {
    "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "s": "struck", "del": "struck",
    "strike": "struck", "code": "code", "kbd": "code", "samp": "code", "tt": "code", "a": "link",
}  # fmt: skip
_PARAGRAPHS = frozenset(
    "p div section center article header footer main nav aside figure details address form fieldset dl dt dd hr".split()  # noqa: SIM905
)
# Elements that change nothing here. What looks like a tag and is none ("<company>", "Vec<String>") is text.
_KNOWN = frozenset(
    "abbr acronym address area audio base basefont bdi bdo big blink body button canvas cite col colgroup data datalist dfn "  # noqa: SIM905
    "dialog embed fieldset font frame frameset g head hgroup html iframe input ins keygen label legend link map mark "
    "marquee math menu menuitem meta meter nobr noframes noscript object optgroup option output param path picture "
    "progress q rp rt ruby script search select slot small source span style sub sup svg tbody template textarea tfoot "
    "thead time title track u var video wbr".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_KEPT_LEAVES = frozenset({"heading", "caption"})
_ENTITY = Expression(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_LINE_END = Expression(r"[ \t]*\r?\n[ \t]*")


_ON_CLICK = ("onclick", "data-toggle", "data-bs-toggle", "data-target", "data-bs-target", "aria-controls", "aria-expanded", "@click", "v-on:click", "ng-click")


def _is_button(token: HtmlToken) -> bool:
    """Whether an anchor with no address of its own is a button: `<a href="#" onclick="window.print()">`."""
    return token.attribute("href").strip() in ("", "#") and (token.attribute("role") == "button" or any(token.has(name) for name in _ON_CLICK))


class HtmlBlocks:
    """Feeds HTML to a writer; keeps nothing but the comments and what is folded, since other open elements are the writer's open blocks."""

    def __init__(self, writer: BlockWriter) -> None:
        self._writer = writer
        self._breaks = 0
        self._folded: list[int] = []
        self.comments: list[tuple[SourceRange, str]] = []
        self.folds: list[Span] = []

    def feed(self, text: str, place: Place) -> None:
        """Write the elements and letters of `text`; comments are kept aside."""
        for token in html_tokens(text):
            if token.kind == "text":
                self._breaks = 0
                self._text(text[token.start : token.end], token.start, place)
            elif token.kind == "comment":
                body = text[token.start : token.end].removeprefix("<!--").removesuffix("-->").strip()
                self.comments.append((SourceRange(place(token.start), place(token.end - 1) + 1), body))
            elif token.kind == "open" or token.name == "br":
                if not self._open(token, place) and token.name not in _KNOWN:
                    self._text(text[token.start : token.end], token.start, place)
            else:
                self._close(token.name)

    def paragraph_break(self) -> None:
        """Forget line breaks that were seen: other letters came between."""
        self._breaks = 0

    def _open(self, token: HtmlToken, place: Place) -> bool:
        """Do what the element asks for; False where it is none that means something here."""
        writer, name = self._writer, token.name
        if name == "br":
            self._break(token, place)
        elif name == "img":
            writer.image(token.attribute("src"), SourceRange(place(token.start), place(token.end - 1) + 1))
        elif name in _MARKS:
            # An anchor without an address is a jump mark, not a link; with an empty one it is a link that leads nowhere, unless a script answers the click.
            if name != "a" or (token.has("href") and not _is_button(token)):
                writer.open_mark(_MARKS[name], token.attribute("href"))
        elif name in _PARAGRAPHS:
            if writer.leaf not in _KEPT_LEAVES:
                writer.close_leaf()
            if name == "details":
                self._folded.append(writer.length)
        else:
            return self._open_block(token)
        return True

    def _open_block(self, token: HtmlToken) -> bool:
        writer, name = self._writer, token.name
        if name in _HEADINGS:
            writer.open("heading", level=int(name[1]))
        elif name == "summary":
            writer.open("paragraph")
            writer.open_mark("strong")
        elif name == "pre":
            writer.open("code", info=token.attribute("lang"))
        elif name in ("caption", "figcaption"):
            # A caption inside a table element stands before its rows and belongs to no cell.
            if writer.container not in ("table", "row"):
                writer.open("caption")
        elif name == "blockquote":
            writer.open("quote", tag=name)
        elif name in ("ul", "ol"):
            writer.open("list", tag=name)
        elif name == "li":
            self._open_item()
        elif name in ("table", "tr") or name in _CELLS:
            self._open_table_part(name)
        else:
            return False
        return True

    def _open_item(self) -> None:
        writer = self._writer
        depth = writer.find(frozenset({"list"}), stop=frozenset({"cell", "quote"}))
        ordered = bool(depth) and writer.find(frozenset({"list"}), tag="ol") == depth
        if depth:
            writer.close_to(depth + 1)
        writer.open("item", tag="li", marker="1." if ordered else "•", level=writer.item_depth + 1)

    def _open_table_part(self, name: str) -> None:
        writer = self._writer
        if name == "table":
            writer.open("table", tag=name)
            return
        wanted = frozenset({"table"}) if name == "tr" else frozenset({"row"})
        depth = writer.find(wanted, stop=frozenset({"table"}))
        if depth:
            writer.close_to(depth + 1)
        if name == "tr":
            writer.open("row", tag=name)
            return
        if not depth and writer.find(frozenset({"table"})):
            writer.open("row")
        writer.open("cell", tag=name)

    def _close(self, name: str) -> None:
        writer = self._writer
        if name in _MARKS:
            writer.close_mark(_MARKS[name])
        elif name in _HEADINGS or name in ("summary", "pre", "caption", "figcaption"):
            writer.close_leaf()
        elif name in ("ul", "ol"):
            self._close_to(frozenset({"list"}))
        elif name == "li":
            self._close_to(frozenset({"item"}), stop=frozenset({"list"}))
        elif name == "blockquote":
            self._close_to(frozenset({"quote"}))
        elif name == "table":
            self._close_to(frozenset({"table"}))
        elif name == "tr":
            self._close_to(frozenset({"row"}), stop=frozenset({"table"}))
        elif name in _CELLS:
            self._close_to(frozenset({"cell"}), stop=frozenset({"table"}))
        elif name in _PARAGRAPHS:
            if writer.leaf not in _KEPT_LEAVES:
                writer.close_leaf()
            if name == "details" and self._folded:
                self.folds.append(Span(self._folded.pop(), writer.length))

    def _close_to(self, kinds: frozenset[str], stop: frozenset[str] = frozenset()) -> None:
        depth = self._writer.find(kinds, stop)
        if depth:
            self._writer.close_to(depth)

    def _break(self, token: HtmlToken, place: Place) -> None:
        """One `<br>` ends a line, two in a row a paragraph."""
        self._breaks += 1
        writer = self._writer
        if self._breaks > 1 and writer.leaf == "paragraph" and writer.container != "cell":
            writer.close_leaf()
        else:
            writer.line_end(place(token.start), place(token.end - 1) + 1)

    def _text(self, text: str, offset: int, place: Place) -> None:
        position = 0
        if self._writer.leaf == "code":
            self._letters(text, offset, place)
            return
        for found in _LINE_END.finditer(text):
            self._letters(text[position : found.start()], offset + position, place)
            self._writer.line_end(place(offset + found.start()), place(offset + found.end() - 1) + 1)
            position = found.end()
        self._letters(text[position:], offset + position, place)

    def _letters(self, text: str, offset: int, place: Place) -> None:
        position = 0
        for found in _ENTITY.finditer(text):
            letters = html.unescape(found[0])
            if letters == found[0]:
                continue
            self._plain(text[position : found.start()], offset + position, place)
            self._writer.unit(letters, place(offset + found.start()), place(offset + found.end() - 1) + 1)
            position = found.end()
        self._plain(text[position:], offset + position, place)

    def _plain(self, text: str, offset: int, place: Place) -> None:
        """Letters one to one; lines are written apart, since in a quote they do not follow each other in the source."""
        for line in text.splitlines(keepends=True):
            letters = line.rstrip("\r\n")
            if letters:
                self._writer.letters(letters, place(offset))
            if len(letters) < len(line):
                self._writer.line_end(place(offset + len(letters)), place(offset + len(line) - 1) + 1)
            offset += len(line)
