"""The story matrix on a terminal: which element of a good story each entry holds."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from careerlint.model.finding import Report
from careerlint.model.story import ELEMENTS
from careerlint.reporters.cells import cropped, padded, told_apart, wrapped
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.marks import ABSENT, THERE
from careerlint.reporters.story import StoryRow, story_matrix

_MOST_ROWS = 20
_SMALLEST_TITLE, _LARGEST_TITLE = 14, 40
# Stands for the spaces inside one item of the legend, so that a line is never broken there.
_HELD = "\N{NO-BREAK SPACE}"


def matrix_lines(report: Report, words: dict[str, str], width: int) -> Iterator[Text]:
    """The matrix in at most `width` cells: on a narrow terminal the columns are headed by their first letters."""
    every = story_matrix(report)
    # A file that fills the view with rows is read no more: the fullest stories stand for it.
    kept = sorted(every, key=lambda row: -sum(_held(row)))[:_MOST_ROWS]
    rows = tuple(row for row in every if row in kept) if len(every) > _MOST_ROWS else every
    if not rows:
        return
    names = [words.get(f"{name}-short", words[name]) for name, _ in ELEMENTS]
    wide = width >= sum(cell_len(name) + 1 for name in names) + _SMALLEST_TITLE + 1
    heads = names if wide else _heads(names)
    columns = [cell_len(head) for head in heads]
    titles = [on_one_line(row.title) or words["untitled"] for row in rows]
    room = min(width - sum(columns) - len(columns) - 1, _LARGEST_TITLE)
    titles = told_apart(titles, room)
    title_width = min(room, max(map(cell_len, titles)))
    yield Text(words["matrix"], style="bold")
    yield Text(" " * (title_width + 1) + "".join(f" {head}" for head in heads), style="dim")
    for row, title in zip(rows, titles, strict=True):
        line = Text(" " + padded(cropped(title, title_width), title_width))
        for held, column in zip(_held(row), columns, strict=True):
            left = (column - 1) // 2
            line.append(" " * (left + 1) + (THERE if held else ABSENT) + " " * (column - left - 1), style="green" if held else "dim")
        yield line
    if len(rows) < len(every):
        yield Text(" " + words["more-rows"].format(count=len(every) - len(rows)), style="dim")
    if not wide:
        legend = " ".join(f"{head}={name}".replace(" ", _HELD) for head, name in zip(heads, names, strict=True))
        yield from (Text(f" {line}".replace(_HELD, " "), style="dim") for line in wrapped(legend, width - 1))
    yield from (Text(f" {line}", style="dim") for line in wrapped(words["legend"], width - 1))
    yield Text("")


def _held(row: StoryRow) -> tuple[bool, ...]:
    return tuple(cell is not None for cell in row.cells)


def _heads(names: list[str]) -> list[str]:
    """For each name two cells of its letters that no name before it has taken."""
    heads: list[str] = []
    for name in names:
        letters = list(name) if cell_len(name[0]) == 2 else [name[0] + letter for letter in name[1:]]
        heads.append(next((letter for letter in letters if letter not in heads), letters[0]))
    return heads
