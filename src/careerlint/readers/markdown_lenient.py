"""What people mean where Markdown reads something else: a title in the front matter, prose that is indented, headings without a space."""

from __future__ import annotations

import re

from careerlint.expression import Expression

_TITLE = Expression(r"^title[ \t]*:[ \t]*(?P<quote>[\"']?)(?P<words>[^\n]*?)(?P=quote)[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_LONGEST_TITLE = 120
_CODE = Expression(r"[{};<>\\|$=]|\(\)|->|::|^\s*(?:[-+*]\s)?(?:import|from|def|class|return|public|select|function|const|let|var|sudo|pip|npm|git|docker|python3?|cd|ls|mkdir|echo|export)\b|^\s*#|^\s*[\w.-]+:\s*[\w./\"'-]*$|\w+\.\w+\(", re.IGNORECASE)
"""What a line of code, of settings or of a console holds and prose seldom."""
_LINK = Expression(r"\[[^\]\n]*\]\([^)\n]*\)|https?://\S+")
_MARKED = Expression(r"\s*(?P<marker>[-+*•]|\d{1,2}[.)])\s+(?=\S)")
_HANGUL = Expression(r"[가-힣]")
_WORD = Expression(r"[A-Za-z][a-z'’]*[,.!?:)]?")
_KOREAN_LETTERS = 5
_ENGLISH_WORDS = 6
_FEWEST_LETTERS = 30
_TIGHT = Expression(r"(?P<hashes>#{2,6})(?=[^\s#!\d])(?P<words>[^\n]*)")
_LONGEST_TIGHT = 30
_LOWEST_TIGHT = 4
"""More hashes than these stand for a bullet or for a size of letters."""


def front_title(source: str, end: int) -> tuple[int, str]:
    """The title that the front matter gives, and where it stands; an empty one where there is none."""
    found = _TITLE.search(source[:end])
    words = found["words"].strip() if found else ""
    if not found or not words or len(words) > _LONGEST_TITLE or "{{" in words or "\\" in words:
        return 0, ""
    return found.start("words") + found["words"].index(words), words


def is_indented_prose(block: str) -> bool:
    """Whether an indented block, which Markdown shows as code, is what somebody tells: most of its lines are sentences or bullets."""
    told = other = letters = 0
    for line in block.splitlines():
        words = _LINK.sub("x", line).strip()
        if not words:
            continue
        if not _CODE.search(words) and _is_told(words):
            told += 1
            letters += len(words)
        elif not (_MARKED.match(words) and len(words) < _LONGEST_TIGHT and not _CODE.search(words)):
            other += 1
    return letters >= _FEWEST_LETTERS and 3 * told >= 2 * (told + other)


def _is_told(words: str) -> bool:
    if sum(1 for _ in _HANGUL.finditer(words)) >= _KOREAN_LETTERS:
        return True
    english = words.split()
    return len(english) >= _ENGLISH_WORDS and 5 * sum(_WORD.fullmatch(word) is not None for word in english) >= 4 * len(english)


def marker_of(line: str) -> tuple[str, int]:
    """The typed marker of a line and how many letters it takes with the blanks around it."""
    found = _MARKED.match(line)
    return (found["marker"], found.end()) if found else ("", len(line) - len(line.lstrip()))


def tight_heading(line: str) -> tuple[int, int]:
    """The level of a heading without a space behind its hashes ("##학력"), and how many hashes there are; level 0 where it is text."""
    found = _TIGHT.match(line)
    if not found:
        return 0, 0
    hashes, words = len(found["hashes"]), found["words"].strip(" #\r")
    return (hashes if hashes <= _LOWEST_TIGHT and 0 < len(words) <= _LONGEST_TIGHT else 0), hashes
