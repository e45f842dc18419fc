"""Clean text: words of strangers made safe to show on a terminal."""

from __future__ import annotations

import unicodedata

_KEPT = "\n"
# Emoji of several parts are joined by these; they take no cell and move nothing.
_JOINERS = "\u200c\u200d"
_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


def shown(text: str) -> str:
    """The text without control characters, bidirectional controls, lone surrogates and invisible marks; other characters stay."""
    return text if text.isascii() and text.isprintable() else "".join(map(_shown_as, text))


def on_one_line(text: str) -> str:
    """The text as one line, white space folded, safe to show."""
    return shown(" ".join(text.split()))


def _shown_as(character: str) -> str:
    if character.isascii():
        return character if character.isprintable() or character in _KEPT else "\N{REPLACEMENT CHARACTER}"
    category = unicodedata.category(character)
    if category in ("Cc", "Cs") or character in _OVERRIDES:
        return "\N{REPLACEMENT CHARACTER}"
    # Other format characters (soft hyphen, byte order mark, zero width space) are invisible, and terminals disagree on their width.
    return "" if category == "Cf" and character not in _JOINERS else character
