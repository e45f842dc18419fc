"""What comments of a .docx stand at, read from its XML without the code that wrote them."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from dataclasses import dataclass

from lxml import etree

_LETTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_UNSEEN = {"del", "moveFrom", "instrText", "delText", "txbxContent", "oMath", "rt"}


@dataclass(frozen=True)
class Found:
    """A comment: the words of its range, its author and text, and the names of the elements around its two marks."""

    identifier: str
    words: str
    author: str
    text: str
    around: tuple[str, ...]


def comments_of(content: bytes) -> tuple[Found, ...]:
    """The comments in the order in which their ranges begin."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        main = etree.fromstring(file.read("word/document.xml"))
        part = etree.fromstring(file.read("word/comments.xml")) if "word/comments.xml" in file.namelist() else None
    told = {} if part is None else {_attribute(each, "id"): each for each in part}
    words: dict[str, list[str]] = {}
    open_ranges: set[str] = set()
    around: dict[str, tuple[str, ...]] = {}
    shown: set[str] = set()
    for element in main.iter(etree.Element):
        name, identifier = _name(element), _attribute(element, "id")
        if name == "commentRangeStart":
            assert identifier not in words
            words[identifier] = []
            open_ranges.add(identifier)
            around[identifier] = _around(element)
        elif name == "commentRangeEnd":
            open_ranges.remove(identifier)
            around[identifier] += _around(element)
        elif name == "commentReference":
            assert identifier not in shown and identifier not in open_ranges
            shown.add(identifier)
        elif not _UNSEEN & set(_around(element)):
            letters = (element.text or "") if name == "t" else _LETTERS.get(name, "") if _around(element)[:1] == ("r",) else ""
            for each in open_ranges:
                words[each].append(letters)
    assert not open_ranges and shown == set(words) == set(told)
    return tuple(
        Found(each, unicodedata.normalize("NFC", "".join(letters)), _attribute(told[each], "author"), _text(told[each]), around[each])
        for each, letters in words.items()
    )


def ours(content: bytes) -> tuple[Found, ...]:
    """Those of careerlint."""
    return tuple(each for each in comments_of(content) if each.author == "careerlint")


def folded(text: str) -> str:
    """The letters without any white space, which readers put in and take away between blocks."""
    return "".join(text.split())


def _text(comment: etree._Element) -> str:
    lines = [each for each in comment if _name(each) == "p"]
    return "\n".join("".join(inner.text or "" for inner in line.iter(etree.Element) if _name(inner) == "t") for line in lines)


def _around(element: etree._Element) -> tuple[str, ...]:
    return tuple(_name(each) for each in element.iterancestors())


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(text) for key, text in element.attrib.items() if etree.QName(key).localname == name), "")
