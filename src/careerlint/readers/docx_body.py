"""From a part of a .docx to paragraphs and tables in reading order, each letter with its paragraph, run and offset."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from careerlint.expression import Expression
from careerlint.readers.docx_nodes import Node, Origin, Paragraph, Stretch, Table
from careerlint.readers.docx_numbering import Marker, Numbering
from careerlint.readers.docx_styles import Look, Styles, is_shaded, left_indent, read_look
from careerlint.readers.docx_xml import (
    Element,
    Relationship,
    attribute,
    child,
    descendants,
    link_attribute,
    name_of,
    number,
    value,
)
from careerlint.readers.limits import UnreadableError
from careerlint.readers.source_map import clean

# What holds content without being content; deleted (w:del) and moved-away (w:moveFrom) text is not among them.
_TRANSPARENT = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "bdo", "dir", "m:oMathPara"}
)
_BREAKS = frozenset({"br", "cr"})
_TABS = frozenset({"tab", "ptab"})
_HARD_HYPHEN = "\u2011"
# Deeper nesting is never meant and would run the program out of stack.
_DEEPEST = 100
_HYPERLINK = Expression(r'^\s*HYPERLINK\s+"([^"]*)"')
_IN_LETTERS = str.maketrans("\n\r\t", "   ")


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction is no text, its result is."""

    instruction: str = ""
    in_result: bool = False

    @property
    def link(self) -> str:
        found = _HYPERLINK.match(self.instruction)
        return found[1] if found else ""


@dataclass
class PartContent:
    """One part (the body, a header, the footnotes) ready to be read; `shaded` says its white letters may be seen."""

    root: Element
    links: dict[str, Relationship]
    styles: Styles
    numbering: Numbering
    _paragraphs: dict[Element, int] = field(init=False)
    _runs: dict[Element, int] = field(init=False)
    _fields: list[_Field] = field(init=False, default_factory=list)
    _backdrop: bool = field(init=False)

    def __post_init__(self) -> None:
        self._paragraphs, self._runs = _numbered(self.root)
        # A shape behind the text or a coloured page can carry white letters; where it lies cannot be known from here.
        self._backdrop = child(self.root, "background") is not None or any(
            each.get("behindDoc") in ("1", "true") for each in self.root.iter() if name_of(each) == "wp:anchor"
        )

    def nodes(self, container: Element, shaded: bool = False, depth: int = 0) -> Iterator[Node]:
        """Paragraphs and tables of a container in reading order; a text box follows the paragraph that anchors it."""
        if depth > _DEEPEST:
            raise UnreadableError("broken")
        for element in container:
            name = name_of(element)
            if name == "p":
                boxes: list[Element] = []
                yield self._paragraph(element, shaded, boxes)
                for box in boxes:
                    yield from self.nodes(box, True, depth + 1)
            elif name == "tbl":
                yield self._table(element, shaded, depth)
            elif name in _TRANSPARENT:
                yield from self.nodes(element, shaded, depth + 1)
            elif name == "mc:AlternateContent":
                chosen = _alternative(element)
                if chosen is not None:
                    yield from self.nodes(chosen, shaded, depth + 1)

    def _table(self, table: Element, shaded: bool, depth: int) -> Table:
        properties = child(table, "tblPr")
        shaded = shaded or is_shaded(properties) or self.styles.shaded(value(properties, "tblStyle") or "")
        rows: list[tuple[tuple[Node, ...], ...]] = []
        head: list[bool] = []
        for row in _inside(table, "tr"):
            row_properties = child(row, "trPr")
            if row_properties is not None and child(row_properties, "del") is not None:
                continue
            header = child(row_properties, "tblHeader")
            head.append(header is not None and attribute(header, "val") not in ("0", "false", "off"))
            cells: list[tuple[Node, ...]] = []
            for cell in _inside(row, "tc"):
                cell_properties = child(cell, "tcPr")
                merge = child(cell_properties, "vMerge")
                continues = merge is not None and attribute(merge, "val") != "restart"
                ground = shaded or is_shaded(cell_properties)
                cells.append(() if continues else tuple(self.nodes(cell, ground, depth + 1)))
            rows.append(tuple(cells))
        return Table(tuple(rows), tuple(head))

    def _paragraph(self, paragraph: Element, shaded: bool, boxes: list[Element]) -> Paragraph:
        properties = child(paragraph, "pPr")
        style = value(properties, "pStyle") or self.styles.default_paragraph
        shaded = shaded or self._backdrop or is_shaded(properties) or self.styles.shaded(style)
        reading = _Reading(self, self._paragraphs[paragraph], style, shaded, boxes)
        stretches = tuple(reading.content(paragraph, "", 0))
        heading = self.styles.heading_level(style, number(value(properties, "outlineLvl")))
        indent = left_indent(properties)
        return Paragraph(
            stretches,
            heading,
            self._marker(properties, style, stretches) if not heading else None,
            self.styles.indent(style) if indent is None else indent,
        )

    def _marker(self, properties: Element | None, style: str, stretches: tuple[Stretch, ...]) -> Marker | None:
        number_id, level = self.styles.numbering(style)
        number_id = value(properties, "numPr", "numId") or number_id
        own_level = number(value(properties, "numPr", "ilvl"))
        # Word numbers empty paragraphs too, but what a reader sees as a list are those with words.
        if number_id is None or not any(stretch.letters.strip() for stretch in stretches):
            return None
        return self.numbering.next_marker(number_id, (own_level if own_level is not None else level) or 0)

    def run_index(self, run: Element) -> int:
        """The run's number inside its paragraph."""
        return self._runs[run]

    @property
    def fields(self) -> list[_Field]:
        """The fields that are open, outermost first; they may begin in one paragraph and end in another."""
        return self._fields


@dataclass
class _Reading:
    """The reading of one paragraph."""

    part: PartContent
    paragraph: int
    style: str
    shaded: bool
    boxes: list[Element]

    def content(self, container: Element, link: str, depth: int) -> Iterator[Stretch]:
        if depth > _DEEPEST:
            raise UnreadableError("broken")
        for element in container:
            name = name_of(element)
            if name == "r":
                yield from self._run(element, link, depth)
            elif name in _TRANSPARENT:
                yield from self.content(element, self._address(element, name) or link, depth + 1)
            elif name == "mc:AlternateContent":
                chosen = _alternative(element)
                if chosen is not None:
                    yield from self.content(chosen, link, depth + 1)
            elif name == "m:oMath":
                letters = "".join(each.text or "" for each in element.iter() if name_of(each) == "m:t")
                if letters.strip():
                    yield Stretch(clean(letters.translate(_IN_LETTERS)), None, math=True, points=self._look(None).points)

    def _address(self, element: Element, name: str) -> str:
        if name == "fldSimple":
            return _Field(attribute(element, "instr") or "").link
        if name != "hyperlink":
            return ""
        identifier = link_attribute(element, "id")
        link = self.part.links.get(identifier) if identifier else None
        anchor = attribute(element, "anchor")
        return (link.target if link else "") + (f"#{anchor}" if anchor else "")

    def _look(self, properties: Element | None) -> Look:
        base = self.part.styles.look(self.style, value(properties, "rStyle") or "")
        return read_look(properties).over(base) if properties is not None else base

    def _run(self, run: Element, link: str, depth: int) -> Iterator[Stretch]:
        look = self._look(child(run, "rPr"))
        hidden = look.hidden(self.shaded)
        index = self.part.run_index(run)
        shape = (bool(look.bold), bool(look.italic), bool(look.struck), hidden, False)
        model = Stretch("", None, *shape, link, "", look.points, bool(look.code))
        offset = 0
        for element in run:
            letters = _letters(element)
            if letters:
                if self._in_result():
                    origin = Origin(self.paragraph, index, offset)
                    yield Stretch(letters, origin, *shape, link or self._field_link(), "", look.points, bool(look.code))
                offset += len(letters)
            else:
                yield from self._special(element, model, link, depth)

    def _special(self, element: Element, model: Stretch, link: str, depth: int) -> Iterator[Stretch]:
        """What a run holds beside letters: fields, symbols, pictures, text boxes, ruby."""
        name = name_of(element)
        if name == "fldChar":
            self._field_character(attribute(element, "fldCharType"))
        elif name == "instrText":
            if self.part.fields and not self.part.fields[-1].in_result:
                self.part.fields[-1].instruction += element.text or ""
        elif name == "sym":
            letter = _symbol(element)
            if letter and self._in_result():
                yield replace(model, letters=letter)
        elif name == "ruby":
            base = child(element, "rubyBase")
            if base is not None:
                yield from self.content(base, link, depth + 1)
        elif name in ("drawing", "pict", "object", "mc:AlternateContent"):
            yield from self._drawn(element, model, depth)

    def _drawn(self, element: Element, model: Stretch, depth: int) -> Iterator[Stretch]:
        """Collect the text boxes of a drawing and yield its pictures; a fallback tells the same again."""
        if depth > _DEEPEST * 2:
            raise UnreadableError("broken")
        name = name_of(element)
        if name == "mc:AlternateContent":
            chosen = _alternative(element)
            if chosen is not None:
                yield from self._drawn(chosen, model, depth + 1)
        elif name == "txbxContent":
            self.boxes.append(element)
        elif name in ("a:blip", "v:imagedata"):
            identifier = link_attribute(element, "embed") or link_attribute(element, "link") or link_attribute(element, "id")
            picture = self.part.links.get(identifier) if identifier else None
            if picture is not None:
                yield replace(model, image=picture.target)
        else:
            for each in element:
                yield from self._drawn(each, model, depth + 1)

    def _field_character(self, kind: str | None) -> None:
        fields = self.part.fields
        if kind == "begin":
            fields.append(_Field())
        elif kind == "separate" and fields:
            fields[-1].in_result = True
        elif kind == "end" and fields:
            fields.pop()

    def _in_result(self) -> bool:
        return all(each.in_result for each in self.part.fields)

    def _field_link(self) -> str:
        return next((each.link for each in reversed(self.part.fields) if each.link), "")


def _letters(element: Element) -> str:
    """The letters of a run's child as `RunRange` counts them."""
    name = name_of(element)
    if name == "t":
        return clean((element.text or "").translate(_IN_LETTERS))
    if name in _TABS:
        return "\t"
    if name in _BREAKS:
        return "\n"
    return _HARD_HYPHEN if name == "noBreakHyphen" else ""


def _symbol(element: Element) -> str:
    """The letter of a w:sym; those of symbol fonts stand in the private use area and mean bullets or arrows."""
    try:
        return clean(chr(int(attribute(element, "char") or "", 16)))
    except (ValueError, OverflowError):
        return ""


def _alternative(element: Element) -> Element | None:
    """The first choice of an mc:AlternateContent, its fallback only where there is no choice."""
    choice = child(element, "mc:Choice")
    return choice if choice is not None else child(element, "mc:Fallback")


def _inside(element: Element, wanted: str, depth: int = 0) -> Iterator[Element]:
    """The rows of a table or cells of a row, also those inside content controls."""
    if depth > _DEEPEST:
        raise UnreadableError("broken")
    for each in element:
        name = name_of(each)
        if name == wanted:
            yield each
        elif name in _TRANSPARENT:
            yield from _inside(each, wanted, depth + 1)


def _numbered(root: Element) -> tuple[dict[Element, int], dict[Element, int]]:
    """Every paragraph's number in the part and every run's number in its nearest paragraph.

    The dictionaries also keep lxml's proxies alive, without which an element would not be found again.
    """
    paragraphs: dict[Element, int] = {each: index for index, each in enumerate(descendants(root, "p"))}
    runs: dict[Element, int] = {}
    open_paragraphs: list[int] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = name_of(element)
        if name == "p":
            if event == "start":
                open_paragraphs.append(0)
            else:
                open_paragraphs.pop()
        elif name == "r" and event == "start" and open_paragraphs:
            runs[element] = open_paragraphs[-1]
            open_paragraphs[-1] += 1
    return paragraphs, runs
