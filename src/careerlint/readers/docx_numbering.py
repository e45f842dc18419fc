"""The numbers and bullets that Word writes before paragraphs: they stand in no run and are counted while reading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from careerlint.expression import Expression
from careerlint.readers.docx_xml import Element, attribute, child, name_of, number, value

_LEVELS = 9
_LONGEST_MARKER = 20
_PLACEHOLDER = Expression(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_GANADA = "가나다라마바사아자차카타파하"
_CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `format` is ECMA's ST_NumberFormat, `text` holds %1 to %9 for the levels' numbers."""

    format: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before an item: its bullet or number, and the depth from 0."""

    text: str
    level: int
    ordered: bool


@dataclass
class Numbering:
    """The lists of one document and how far each has been counted: ask for paragraphs in their order."""

    _lists: dict[str, tuple[str, dict[int, Level]]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next_marker(self, number_id: str, level: int) -> Marker | None:
        """The marker of the next paragraph of that list; None where the list marks nothing."""
        if number_id not in self._lists:
            return None
        identity, levels = self._lists[number_id]
        level = min(max(level, 0), _LEVELS - 1)
        own = levels.get(level, Level())
        if own.format == "none" or not own.text:
            return None
        if own.format == "bullet":
            return Marker("•", level, False)
        counts = self._counts.setdefault(identity, {})
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]

        def written(found: re.Match[str]) -> str:
            index = int(found[1]) - 1
            other = levels.get(index, Level())
            return _written(counts.get(index, other.start), other.format)

        return Marker(_PLACEHOLDER.sub(written, own.text)[:_LONGEST_MARKER].strip(), level, True)


def read_numbering(root: Element | None) -> Numbering:
    """The lists of the part word/numbering.xml; none where there is no such part."""
    if root is None:
        return Numbering()
    abstract: dict[str, Element] = {}
    lists: dict[str, tuple[str, dict[int, Level]]] = {}
    for element in root:
        identifier = attribute(element, "abstractNumId")
        if name_of(element) == "abstractNum" and identifier is not None:
            abstract[identifier] = element
    linked = {value(element, "styleLink"): key for key, element in abstract.items() if child(element, "styleLink") is not None}
    for element in root:
        identifier = attribute(element, "numId")
        base = value(element, "abstractNumId")
        # Word takes number 0 for "no list".
        if name_of(element) != "num" or identifier in (None, "0") or base not in abstract:
            continue
        style = value(abstract[base], "numStyleLink")
        base = linked.get(style, base) if style else base
        levels = _levels(abstract[base])
        identity = base
        for override in element:
            index = number(attribute(override, "ilvl"))
            if name_of(override) == "lvlOverride" and index is not None:
                # An override starts a count of its own.
                identity = f"{base}/{identifier}"
                levels |= _levels(override)
                start = number(value(override, "startOverride"))
                if start is not None:
                    own = levels.get(index, Level())
                    levels[index] = Level(own.format, own.text, start)
        lists[str(identifier)] = (identity, levels)
    return Numbering(lists)


def _levels(element: Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for each in element:
        index = number(attribute(each, "ilvl"))
        if name_of(each) == "lvl" and index is not None:
            start = number(value(each, "start"))
            found[index] = Level(value(each, "numFmt") or "decimal", value(each, "lvlText") or "", 1 if start is None else start)
    return found


def _written(count: int, format: str) -> str:
    if format in ("lowerLetter", "upperLetter") and count >= 1:
        letters = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 5)
        return letters if format == "lowerLetter" else letters.upper()
    if format in ("lowerRoman", "upperRoman") and 1 <= count < 4000:
        return _roman(count) if format == "lowerRoman" else _roman(count).upper()
    if format == "ganada" and count >= 1:
        return _GANADA[(count - 1) % len(_GANADA)]
    if format == "chosung" and count >= 1:
        return _CHOSUNG[(count - 1) % len(_CHOSUNG)]
    if format.startswith("decimalEnclosedCircle") and 1 <= count <= 20:
        return chr(ord("①") + count - 1)
    if format == "decimalZero":
        return f"{count:02d}"
    return str(count)


def _roman(count: int) -> str:
    written = ""
    for size, letters in _ROMAN:
        written += letters * (count // size)
        count %= size
    return written
