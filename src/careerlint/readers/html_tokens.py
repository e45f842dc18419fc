"""A tolerant, linear tokeniser for the HTML inside Markdown: tags, comments, text, never an error."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from careerlint.expression import Expression

# Possessive, and never across a "<": each character is looked at once or twice, whatever the input.
_TAG = Expression(
    r"""<(?P<slash>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*+)(?P<attributes>(?:[^<>"']|"[^"<]*"|'[^'<]*')*+|[^<>]*+)>"""
)
_LOOSE_TAG = Expression(r"<(?P<slash>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*+)(?P<attributes>[^<>]*+)>")
_DECLARATION = Expression(r"<[!?/][^<>]*+>")
_ATTRIBUTE = Expression(r"""([a-zA-Z_:@][\w:.-]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""")
_SILENT_END = Expression(r"</(script|style|svg|template)\s*>", re.IGNORECASE)
_SILENT = frozenset({"script", "style", "svg", "template"})


@dataclass(frozen=True, slots=True)
class HtmlToken:
    """A stretch `start` to `end` of the HTML; `name` in lower case, `attributes` as written, for tags."""

    kind: Literal["text", "open", "close", "comment"]
    start: int
    end: int
    name: str = ""
    attributes: str = ""

    def attribute(self, name: str) -> str:
        """The value of an attribute, entities decoded; empty where it is missing."""
        for found in _ATTRIBUTE.finditer(self.attributes):
            if found[1].lower() == name:
                return html.unescape(found[2] or found[3] or found[4] or "")
        return ""

    def has(self, name: str) -> bool:
        """Whether the attribute is written, if only without a value."""
        return any(found[1].lower() == name for found in _ATTRIBUTE.finditer(self.attributes))


def html_tokens(text: str) -> Iterator[HtmlToken]:
    """Cut HTML into tokens in order; declarations and the content of scripts and styles are left out.

    A comment that does not end goes to the end of the text; a "<" that begins nothing is text.
    """
    position = begin = 0
    while True:
        found = text.find("<", position)
        if found < 0:
            break
        token = _token_at(text, found)
        if token is None:
            position = found + 1
            continue
        if begin < found:
            yield HtmlToken("text", begin, found)
        if token.kind != "text":
            yield token
        position = token.end
        if token.kind == "open" and token.name in _SILENT and not token.attributes.rstrip().endswith("/"):
            end = _SILENT_END.search(text, position)
            position = end.end() if end else len(text)
        begin = position
    if begin < len(text):
        yield HtmlToken("text", begin, len(text))


def _token_at(text: str, start: int) -> HtmlToken | None:
    """The token at a "<"; kind "text" for what is skipped, None for a "<" that is only a letter."""
    if text.startswith("<!--", start):
        end = text.find("-->", start + 4)
        return HtmlToken("comment", start, end + 3 if end >= 0 else len(text))
    if text.startswith(("<!", "<?"), start):
        skipped = _DECLARATION.match(text, start)
        return HtmlToken("text", start, skipped.end()) if skipped else None
    tag = _TAG.match(text, start) or _LOOSE_TAG.match(text, start)
    if tag is None:
        return None
    return HtmlToken("close" if tag["slash"] else "open", start, tag.end(), tag["name"].lower(), tag["attributes"])
