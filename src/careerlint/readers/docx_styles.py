"""How a .docx says that letters look and that a paragraph is a heading: direct formatting, styles, defaults."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from careerlint.expression import Expression
from careerlint.readers.docx_xml import Element, attribute, child, name_of, number, switch, value

# Names are English in every language version of Word; Hangul's and older Korean exports write 제목.
_HEADING_NAME = Expression(r"^(?:heading|제목|개요)\s*([1-9])$", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "제목"})
_BODY_LEVEL = 9
_CODE_NAMES = frozenset({"preformatted text", "html preformatted", "source code", "source text", "html code", "code"})
_CODE_FONTS = frozenset(
    ["consolas", "courier", "courier new", "menlo", "monaco", "d2coding", "source code pro", "fira code", "jetbrains mono", "roboto mono", "cascadia code", "cascadia mono", "liberation mono", "dejavu sans mono", "noto sans mono", "noto sans mono cjk kr", "nanumgothiccoding", "나눔고딕코딩"]
)
# ECMA-376: without any w:sz letters are 10 points.
_DEFAULT_HALF_POINTS = 20
# Letters of 2 points and less cannot be read.
_INVISIBLE_HALF_POINTS = 4


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; None says that this level does not say. `size` is in half-points."""

    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    vanish: bool | None = None
    size: int | None = None
    white: bool | None = None
    shaded: bool | None = None
    code: bool | None = None

    def over(self, other: Look) -> Look:
        """This look where it says something, else the other."""
        return Look(
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
            other.struck if self.struck is None else self.struck,
            other.vanish if self.vanish is None else self.vanish,
            other.size if self.size is None else self.size,
            other.white if self.white is None else self.white,
            other.shaded if self.shaded is None else self.shaded,
            other.code if self.code is None else self.code,
        )

    @property
    def points(self) -> float:
        """The font size in points."""
        return (_DEFAULT_HALF_POINTS if self.size is None else self.size) / 2

    def hidden(self, shaded_around: bool) -> bool:
        """Whether a reader of the printed page cannot see the letters; `shaded_around` says that the ground is not white."""
        if self.vanish or (self.size is not None and self.size <= _INVISIBLE_HALF_POINTS):
            return True
        return bool(self.white) and not self.shaded and not shaded_around


@dataclass(frozen=True, slots=True)
class Style:
    """One style as far as it matters here, without what it takes from the style it is based on."""

    name: str = ""
    base: str = ""
    look: Look = Look()
    outline_level: int | None = None
    numbering: tuple[str | None, int | None] = (None, None)
    indent: int | None = None
    shaded: bool = False


@dataclass(frozen=True)
class Styles:
    """The styles of a document, by their id."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default_paragraph: str = ""
    defaults: Look = Look()
    _looks: dict[tuple[str, str], Look] = field(default_factory=dict)

    def chain(self, style_id: str) -> list[Style]:
        """The style and those it is based on, nearest first; loops end."""
        found: list[Style] = []
        visited: set[str] = set()
        while style_id in self.by_id and style_id not in visited:
            visited.add(style_id)
            found.append(self.by_id[style_id])
            style_id = self.by_id[style_id].base
        return found

    def look(self, paragraph_style: str, run_style: str) -> Look:
        """How letters look that carry no formatting of their own."""
        key = (paragraph_style, run_style)
        if key not in self._looks:
            look = Look()
            for style in (*self.chain(run_style), *self.chain(paragraph_style)):
                look = look.over(style.look)
            self._looks[key] = look.over(self.defaults)
        return self._looks[key]

    def heading_level(self, style_id: str, own_level: int | None) -> int:
        """1 to 9 for a heading, else 0; `own_level` is the paragraph's own w:outlineLvl."""
        if own_level is not None:
            return own_level + 1 if 0 <= own_level < _BODY_LEVEL else 0
        for style in self.chain(style_id):
            named = _HEADING_NAME.match(style.name)
            if named:
                return int(named[1])
            if style.outline_level is not None:
                return style.outline_level + 1 if 0 <= style.outline_level < _BODY_LEVEL else 0
            if style.name.casefold() in _TITLE_NAMES:
                return 1
        return 0

    def numbering(self, style_id: str) -> tuple[str | None, int | None]:
        """Number id and level that the style gives its paragraphs."""
        number_id: str | None = None
        level: int | None = None
        for style in self.chain(style_id):
            number_id = style.numbering[0] if number_id is None else number_id
            level = style.numbering[1] if level is None else level
        return number_id, level

    def indent(self, style_id: str) -> int:
        """The left indent in twentieths of a point."""
        return next((style.indent for style in self.chain(style_id) if style.indent is not None), 0)

    def shaded(self, style_id: str) -> bool:
        """Whether the style puts a ground behind its paragraph or, for a table style, behind any of its cells."""
        return any(style.shaded for style in self.chain(style_id))


def read_styles(root: Element | None) -> Styles:
    """The styles of the part word/styles.xml; none where there is no such part."""
    if root is None:
        return Styles()
    by_id: dict[str, Style] = {}
    default_paragraph = ""
    for element in root:
        identifier = attribute(element, "styleId")
        if name_of(element) != "style" or identifier is None:
            continue
        by_id[identifier] = _style(element)
        if attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true", "on"):
            default_paragraph = identifier
    defaults = read_look(child(root, "docDefaults", "rPrDefault", "rPr"))
    return Styles(by_id, default_paragraph, defaults)


def _style(element: Element) -> Style:
    properties = child(element, "pPr")
    is_table = attribute(element, "type") == "table"
    name = value(element, "name") or ""
    look = Look() if is_table else read_look(child(element, "rPr"))
    return Style(
        name=name,
        base=value(element, "basedOn") or "",
        look=Look(code=True).over(look) if name.casefold() in _CODE_NAMES else look,
        outline_level=number(value(properties, "outlineLvl")),
        numbering=(value(properties, "numPr", "numId"), number(value(properties, "numPr", "ilvl"))),
        indent=left_indent(properties),
        shaded=_any_shade(element) if is_table else is_shaded(properties),
    )


def _any_shade(element: Element) -> bool:
    return any(name_of(each) == "shd" and _has_fill(each) for each in element.iter())


def left_indent(properties: Element | None) -> int | None:
    """The left indent that paragraph properties give, in twentieths of a point."""
    indent = child(properties, "ind")
    if indent is None:
        return None
    return number(attribute(indent, "left") or attribute(indent, "start"))


def is_shaded(properties: Element | None) -> bool:
    """Whether paragraph or cell properties put a ground behind their letters."""
    shade = child(properties, "shd")
    return shade is not None and _has_fill(shade)


def _has_fill(shade: Element) -> bool:
    fill = (attribute(shade, "fill") or "auto").upper()
    return attribute(shade, "themeFill") is not None or fill not in ("AUTO", "FFFFFF")


def read_look(properties: Element | None) -> Look:
    """What run properties say themselves."""
    if properties is None:
        return Look()
    switches: dict[str, bool] = {}
    size: int | None = None
    white: bool | None = None
    shaded: bool | None = None
    code: bool | None = None
    for element in properties:
        name = name_of(element)
        if name in ("b", "i", "strike", "dstrike", "vanish", "specVanish"):
            switches[name] = switch(element)
        elif name == "sz":
            size = number(attribute(element, "val"))
        elif name == "rFonts":
            font = attribute(element, "ascii")
            code = font.casefold() in _CODE_FONTS if font else None
        elif name == "color":
            white = (attribute(element, "val") or "").upper() == "FFFFFF"
        elif name == "shd":
            shaded = _has_fill(element) or bool(shaded)
        elif name == "highlight":
            shaded = attribute(element, "val") not in ("none", "white") or bool(shaded)
    return Look(
        switches.get("b"),
        switches.get("i"),
        switches.get("strike", switches.get("dstrike")),
        switches.get("vanish", switches.get("specVanish")),
        size,
        white,
        shaded,
        code,
    )
