"""Clean text: nothing in a document can speak to the terminal."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from careerlint.reporters.clean_text import on_one_line, shown

MARK = "\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred\x1b[0m", f"{MARK}[31mred{MARK}[0m"),
        ("\x9b31mred", f"{MARK}31mred"),
        ("bell\x07 back\x08 null\x00", f"bell{MARK} back{MARK} null{MARK}"),
        ("\u202egnp.exe", f"{MARK}gnp.exe"),
        ("\u2066a\u2069\u200f", f"{MARK}a{MARK}{MARK}"),
        ("lone \udcff", f"lone {MARK}"),
        ("so\u00adft\u200b\ufeff", "soft"),
        ("[/nonsense] [bold]", "[/nonsense] [bold]"),
        ("한글 résumé 👩\u200d💻 \U0001f44d\U0001f3fd", "한글 résumé 👩\u200d💻 \U0001f44d\U0001f3fd"),
        ("a\nb", "a\nb"),
    ],
)
def test_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_every_character_is_safe() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    left = set(shown(everything)) - {"\n", "\u200c", "\u200d"}
    assert not [character for character in left if unicodedata.category(character) in ("Cc", "Cs", "Cf")]
    shown(everything).encode("utf-8")


def test_on_one_line_folds_every_white_space() -> None:
    assert on_one_line(" a\r\n\tb\u2028c\u3000d \x85") == "a b c d"
