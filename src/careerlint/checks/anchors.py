"""Anchors of a Markdown document: what GitHub makes of its headings, and what the writer named."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from urllib.parse import quote, unquote

from careerlint.expression import Expression
from careerlint.model.document import Document

_NAMED = Expression(r"<[a-zA-Z][^<>]*?\s(?:id|name)\s*=\s*(?:\"([^\"<>]+)\"|'([^'<>]+)'|([^\s\"'<>]+))")
_GIVEN = Expression(r"\{:?\s*#([^\s}]+)[^}]*\}")
_HEADING = Expression(r"^ {0,3}#{1,6}([^\n]*)$|^ {0,3}([^\n]+)\n {0,3}(?:=+|-+)[ \t]*$|<h[1-6][^>]*>(.*?)</h[1-6]>", re.MULTILINE | re.IGNORECASE)
_LINK = Expression(r"!?\[([^\]]*)\]\([^)]*\)")
_TAG = Expression(r"<[^>]{1,300}>")
_MARKS = Expression(r"[*`~]|(?<!\w)_|_(?!\w)|\\")
_EMOJI_NAME = Expression(r":([a-z0-9_+-]+):")
_JOINERS = "\u200c\u200d"
_UNSEEN = "\ufe0e\ufe0f\u200d"
"""What makes a sign an emoji, and one emoji of several: nobody sees it, and GitHub leaves it in an anchor."""
_LETTERS_IN_RINGS = Expression("[\u24b6-\u24e9]")


def anchors_of(document: Document) -> Mapping[str, str]:
    """Every anchor that a link of the document may name, in one spelling (see `spelled`), with the one that opens it."""
    found = {spelled(name): name for groups in _NAMED.findall(document.source) for name in groups if name}
    found |= {spelled(name): name for name in _GIVEN.findall(document.source)}
    seen: Counter[str] = Counter()
    for block in document.walk():
        if block.kind != "heading":
            continue
        words = document.words(block.span)
        name = slug(words)
        for one in (name, slug(_GIVEN.sub("", words).strip()), slug(_EMOJI_NAME.sub("", words)), *([f"{name}-{seen[name]}"] if seen[name] else [])):
            found.setdefault(spelled(one), one)
        seen[name] += 1
    return found


def anchors_in(source: str) -> frozenset[str]:
    """Every anchor of a Markdown text that was not read as a document: rather one too many than one too few."""
    found = {spelled(name) for groups in _NAMED.findall(source) for name in groups if name} | {spelled(name) for name in _GIVEN.findall(source)}
    seen: Counter[str] = Counter()
    for match in _HEADING.finditer(source):
        words = _LINK.sub(r"\1", _TAG.sub("", _written(match[1]) if match[1] is not None else match[2] or match[3]))
        for text in (words, _MARKS.sub("", words), _GIVEN.sub("", words).strip(), _EMOJI_NAME.sub("", _MARKS.sub("", words))):
            name = slug(text.strip())
            found |= {spelled(one) for one in (name, slug(text), f"{name}-{seen[name]}")}
        seen[slug(_MARKS.sub("", words).strip())] += 1
    return frozenset(found)


def slug(heading: str) -> str:
    """GitHub's anchor of a heading: lower case, letters, digits, marks, joiners, `_` and `-` stay, each space becomes `-`."""
    kept = (character for character in unicodedata.normalize("NFC", heading).lower() if character in " -_" or _is_kept(character))
    return "".join(kept).replace(" ", "-")


def _is_kept(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LM" or category in ("Nd", "Nl", "Pc") or character in _JOINERS or _LETTERS_IN_RINGS.fullmatch(character) is not None


def spelled(anchor: str) -> str:
    """An anchor in one spelling: decoded, composed, lower case, without the marks that make a sign an emoji."""
    text = unicodedata.normalize("NFC", unquote(anchor)).lower().removeprefix("user-content-")
    return "".join(character for character in text if character not in _UNSEEN)


def as_written(anchor: str) -> str:
    """An anchor as one can read and type it: what cannot be seen in it by its code."""
    return "".join(quote(character) if character in _UNSEEN else character for character in anchor)


def anchors_by_letters(anchors: Mapping[str, str]) -> Mapping[str, str]:
    """The anchors that open by their letters and digits alone, by which a target that is none may still be known: "Setup Guide" means "setup-guide"; without those that share them."""
    found: dict[str, str] = {}
    for anchor, opens in anchors.items():
        letters = letters_of(anchor)
        found[letters] = "" if letters in found else as_written(opens)
    return {letters: anchor for letters, anchor in found.items() if letters and anchor}


def letters_of(anchor: str) -> str:
    """The letters and digits of an anchor in one spelling."""
    return "".join(character for character in spelled(anchor) if character.isalnum())


def _written(heading: str) -> str:
    """The words of a heading without the blanks around them and the marks that may close it."""
    return heading.strip(" \t").rstrip("#").rstrip(" \t")
