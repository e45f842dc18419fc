"""Headings as they are compared: without emoji, numbering, brackets and the spaces of spread syllables."""

from __future__ import annotations

import re
import unicodedata

_SHORTCODE = re.compile(r":[a-z0-9_+-]+:")
_NUMBERING = re.compile(
    r"^(?:(?:step|part|phase|chapter|section)\s*\d{1,2}\s*[.):-]?\s+|제\s?\d{1,2}\s?[장절]\s*[.:]?\s*"
    r"|[\[(]?\d{1,2}(?:[-.]\d{1,2})*(?:[\])][.:]?\s*|[.)](?:\s+|(?=[^\d\s]))|\s*[-–:|/]\s+|\s+(?=\D))"
    r"|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+\s*[.):-]?\s*|[IVX]{1,4}[.)]\s*|[가나다라마바사아자차][.)]\s*|[①-⑳❶-❿]\s*|[A-Z][.)]\s+|q\d{0,2}[.):]\s*)",
    re.IGNORECASE,
)
_ENDS = " \t:：.,;-–—*_~|#>\"'’“”‘`=·•"
_BRACKETS = {"[": "]", "【": "】", "<": ">", "〈": "〉", "《": "》", "「": "」", "『": "』", "(": ")", "{": "}", "〔": "〕"}
_SPREAD = re.compile(r"(?<![가-힣A-Za-z])(?:[가-힣A-Z]\s{1,4})+[가-힣A-Z](?![가-힣A-Za-z])")
_SPREAD_TWO = re.compile(r"[가-힣]\s{1,8}[가-힣]")
_KEPT_SYMBOLS = frozenset("+&|/<>=~%$#")


def heading_words(heading: str) -> str:
    """The heading without emoji, shortcodes, marks, numbering and brackets; spread syllables closed up; case is kept."""
    text = heading
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        text = "".join(character if _is_kept(character) else " " for character in text)
    if ":" in text:
        text = _SHORTCODE.sub(" ", text)
    text = _closed_up(" ".join(text.split()).strip(_ENDS))
    # Numbering may be doubled, as in "1. 1) 개요".
    for _ in range(2):
        stripped = _NUMBERING.sub("", text).strip(_ENDS)
        if stripped == text or not stripped:
            break
        text = stripped
    closing = _BRACKETS.get(text[:1])
    if closing is not None and text.endswith(closing) and text.count(closing) == 1:
        text = _NUMBERING.sub("", text[1:-1].strip(_ENDS)) or text
    return _closed_up(text)


def heading_key(words: str) -> str:
    """Letters and digits in lower case: how headings are looked up."""
    return "".join(character for character in words.lower() if character.isalnum() or character == "+")


def is_capitals(text: str) -> bool:
    """Whether the text is a short line of Latin capitals."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= 4 and all(character.isascii() and character.isupper() for character in letters)


def _is_kept(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNPZ" or character in _KEPT_SYMBOLS


def _closed_up(text: str) -> str:
    if _SPREAD_TWO.fullmatch(text):
        return text[0] + text[-1]
    found = _SPREAD.fullmatch(text)
    return "".join(text.split()) if found is not None and len(text.split()) >= 3 else text
