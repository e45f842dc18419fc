"""Sentences: where English ones end, and which Korean lines may hold more than one."""

from __future__ import annotations

import re

_ENGLISH_END = re.compile(r"[.!?]+[\"'”’)\]]*(\s+)(?=[\"'“‘(\[]?[A-Z0-9가-힣])")
_ABBREVIATION = re.compile(
    r"(?:(?:^|[\s(\"'])(?:e\.g|i\.e|etc|vs|cf|al|dr|mr|mrs|ms|prof|inc|ltd|co|corp|no|fig|figs|eq|approx|st|jr|sr|univ|dept|sec|ver|vol|pp|ch|est|dev|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|u\.s|u\.k|ph\.d|m\.s|b\.s|b\.a|m\.a|a\.m|p\.m)|(?:^|[\s(.])[A-Z]|^\s*\d{1,2})\.$",
    re.IGNORECASE,
)
_KOREAN_MIDDLE = re.compile(r"[.!?…]+[\"'”’)\]]*\s+\S|(?:니다|[았었였했됐겠]다|[아어여해세]요|[았었였했됐]음|[가-힣]함|[가-힣]됨|임)\s+\S|(?:니다|[았었였했됐]다|요)\.(?=[가-힣A-Z])")


def may_hold_more(text: str) -> bool:
    """Whether a Korean line may hold a second sentence."""
    return _KOREAN_MIDDLE.search(text) is not None


def english_sentences(text: str) -> list[tuple[int, int]]:
    """Half-open ranges of the sentences, in order; abbreviations, initials and numbers end none."""
    ranges: list[tuple[int, int]] = []
    start = 0
    for match in _ENGLISH_END.finditer(text):
        end = match.start(1)
        if match.group().startswith(".") and not match.group().startswith("..") and _ABBREVIATION.search(text[max(start, match.start() - 12) : match.start() + 1]):
            continue
        ranges.append((start, end))
        start = match.end()
    ranges.append((start, len(text)))
    return ranges
