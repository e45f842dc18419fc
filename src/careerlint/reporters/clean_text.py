"""Clean text: words of strangers made safe to show on a terminal."""

from __future__ import annotations

import unicodedata

_KEPT = "\n"


def shown(text: str) -> str:
    """The text without control characters, bidirectional overrides and lone surrogates; other characters stay."""
    return "".join(character if _is_safe(character) else "\N{REPLACEMENT CHARACTER}" for character in text)


def on_one_line(text: str) -> str:
    """The text as one line, white space folded, safe to show."""
    return shown(" ".join(text.split()))


def _is_safe(character: str) -> bool:
    if character.isascii():
        return character.isprintable() or character in _KEPT
    # Cf holds the joiners that emoji need as well as the overrides that reorder a line.
    category = unicodedata.category(character)
    return category not in ("Cc", "Cs") and character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
