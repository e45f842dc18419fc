"""Cells: text cut and wrapped by the width it takes on a terminal, where a Korean letter takes two cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.cells import cell_len

ELLIPSIS = "..."
_ROOM_FOR_FRONT, _FRONT_SHARE = 24, 3
"""From how many cells on a third of them may say what texts begin with that differ only behind it."""


def cropped(text: str, width: int) -> str:
    """The beginning of the text in at most `width` cells, with an ellipsis where something is cut."""
    return text if cell_len(text) <= width else _within(text, width - len(ELLIPSIS)) + ELLIPSIS[: max(width, 0)]


def cropped_left(text: str, width: int) -> str:
    """The end of the text in at most `width` cells, with an ellipsis where something is cut."""
    return text if cell_len(text) <= width else ELLIPSIS[: max(width, 0)] + _within(text[::-1], width - len(ELLIPSIS))[::-1]


def told_apart(texts: Sequence[str], width: int) -> list[str]:
    """The texts as they are where they differ in `width` cells, else with the words that those which look the same begin with shortened, or left out where there is no room for these."""
    seen = Counter(cropped(text, width) for text in texts)
    alike = [text for text in texts if seen[cropped(text, width)] > 1]
    start = next((place for place, letters in enumerate(zip(*alike, strict=False)) if len(set(letters)) > 1), 0)
    # Names are cut between words only, and never to nothing.
    start = max((end for text in alike[:1] for end in range(start + 1) if end and text[end - 1] == " "), default=0)
    if len(set(alike)) < 2 or not start:
        return list(texts)
    front = cropped(alike[0][:start].rstrip(), width // _FRONT_SHARE)
    short = {text: f"{front} {text[start:]}" for text in alike}
    if width < _ROOM_FOR_FRONT or len({cropped(text, width) for text in short.values()}) < len(short):
        short = {text: text[start:] or text for text in alike}
    return [short.get(text, text) for text in texts]


def padded(text: str, width: int) -> str:
    """The text filled with spaces to `width` cells."""
    return text + " " * (width - cell_len(text))


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """The words of the text as lines of at most `width` cells; only a word that is wider than a line is broken.

    Rich counts a trailing space by characters and cuts lines of double-width letters with an ellipsis.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        if line and cell_len(line) + 1 + cell_len(word) <= width:
            line += f" {word}"
            continue
        if line:
            lines.append(line)
        while cell_len(word) > width:
            part = _within(word, width) or word[0]
            lines.append(part)
            word = word[len(part) :]
        line = word
    return (*lines, line) if line or not lines else tuple(lines)


def _within(text: str, width: int) -> str:
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return text[:index]
    return text
