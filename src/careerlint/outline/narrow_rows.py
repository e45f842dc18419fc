"""Narrow rows: whether the rows of a paragraph were broken by a margin and not by the writer, however narrow the page is.

Korean takes two cells for a syllable and is broken inside words too, so that the rows of a paragraph in a narrow editor are as
short as the lines of a list. What tells them apart is the margin: each row is as full as the next word allows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from careerlint.dates import has_date
from careerlint.expression import Expression

_FEWEST_ROWS = 3
_NARROWEST, _WIDEST = 16, 100
"""The margins in cells between which rows are looked at: a wider row is wrapped by its length alone."""
_FULL = 0.6
_KOREAN_ROWS = 0.5
_ROOMY = 0.25
"""Rows that may have room for the next word: markup took it, which is no letter of the text."""
_HANGUL = Expression(r"[가-힣]{2}")
_MARKED = Expression(r"[.!?…:][\"'”’)\]]*\s*$")
_UNMARKED = Expression(r"(?:[.!?…:][\"'”’)\]]*|[다요죠음함됨임까])\s*$")
"""How a row ends that ends a sentence: where a paragraph sets full stops, letters alone end none ("갖다" / "썼습니다.")."""
_TOLD = Expression(r"(?:[다요죠]|[가-힣][.!?])[\"'”’)\]]*\s*$|[다요죠음함됨임][.!?]")
_OWN_LINE = Expression(r"\s*(?:(?:[-*>•◦▪■▶●○·ㆍ※✓✔→⇒➔]|\d{1,2}[.)]|[①-⑳]|#{1,6})\s|(?:19|20)\d\d[./-]\d|[^\s:：]{1,12}(?:\s[^\s:：]{1,8})?\s?[:：]\s|\S+@|https?://)")


def narrow_rows(rows: Sequence[str]) -> frozenset[int]:
    """The rows, by place, that go on in the next one since a narrow margin broke them."""
    if len(rows) < _FEWEST_ROWS:
        return frozenset()
    return frozenset(first + place for first, end in _runs(rows) for place in _broken(rows[first:end]))


def _runs(rows: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches that one margin may have broken: a line of its own stands alone, and where a sentence ends with room to spare a paragraph does."""
    widths = list(map(_cells, rows))
    margin = max((width for width in widths if width <= _WIDEST), default=0)
    start = 0
    for place, row in enumerate(rows):
        if not 0 < widths[place] <= _WIDEST or _OWN_LINE.match(row) or has_date(row):
            yield start, place
            start = place + 1
        elif place + 1 < len(rows) and _UNMARKED.search(row) and not _is_full(widths[place], rows[place + 1], margin):
            yield start, place + 1
            start = place + 1
    yield start, len(rows)


def _broken(rows: Sequence[str]) -> tuple[int, ...]:
    """The rows that end inside a sentence, where all are a Korean paragraph at a narrow margin: prose that ends in a sentence, its rows full."""
    if len(rows) < _FEWEST_ROWS or _TOLD.search(rows[-1]) is None:
        return ()
    closed = _MARKED if _MARKED.search(rows[-1]) else _UNMARKED
    places = tuple(place for place, row in enumerate(rows[:-1]) if closed.search(row) is None)
    widths = list(map(_cells, rows))
    margin = max(widths)
    if margin < _NARROWEST or 2 * len(places) < len(rows) - 1 or any(widths[place] < _FULL * margin for place in places):
        return ()
    if sum(_HANGUL.search(row) is not None for row in rows) < _KOREAN_ROWS * len(rows):
        return ()
    roomy = sum(not _is_full(widths[place], rows[place + 1], margin) for place in places)
    return places if roomy <= max(_ROOMY * len(places), int(len(places) >= _FEWEST_ROWS)) else ()


def _is_full(width: int, following: str, margin: int) -> bool:
    """Whether the first word of the next row had no room in a row."""
    words = following.split(maxsplit=1)
    return not words or width + 1 + _cells(words[0]) > margin


def _cells(text: str) -> int:
    """How many cells the letters take on a page of fixed width."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text.rstrip())
