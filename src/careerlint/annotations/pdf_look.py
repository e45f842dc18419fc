"""Look of annotations: the colours of the levels and the appearance streams of highlights and icons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerlint.model.finding import Level
from careerlint.model.page_lines import Box, turned_back, turned_box

Colour = tuple[float, float, float]

FILLS: dict[Level, Colour] = {"error": (1.0, 0.81, 0.78), "warning": (1.0, 0.90, 0.62), "note": (0.80, 0.90, 0.99)}
"""What is laid on the words, to be multiplied with them: black letters stay black."""

TONES: dict[Level, Colour] = {"error": (0.68, 0.14, 0.09), "warning": (0.80, 0.50, 0.0), "note": (0.16, 0.36, 0.55)}
"""The line under the words and the icons."""

_LINE = 0.07
# Half a circle's curve by four Bézier segments.
_ROUND = 0.5523


def quad_points(boxes: Sequence[Box], turn: int) -> list[float]:
    """The corners of each box as Acrobat reads them: upper left, upper right, lower left, lower right of the text.

    ISO 32000 says counterclockwise; every viewer follows Acrobat instead (pdf-association/pdf-issues 68).
    """
    points: list[float] = []
    for box in boxes:
        left, bottom, right, top = turned_box(box, turn)
        for x, y in ((left, top), (right, top), (left, bottom), (right, bottom)):
            points += turned_back((x, y, x, y), turn)[:2]
    return points


def highlight_stream(filled: Sequence[Box], lines: Sequence[Box], level: Level) -> bytes:
    """The drawing of a highlight in the space of its page: what it fills, and the lines under its words."""
    parts: list[str] = []
    # On a dark ground nothing that is multiplied can be seen but the letters; the line is.
    for state, colour, boxes in (("/Multiply", FILLS[level], filled), ("/Normal", TONES[level], lines)):
        if boxes:
            parts += [f"{state} gs {_numbers(colour)} rg", *(f"{_rectangle(box)} re" for box in boxes), "f"]
    return "\n".join(parts).encode("ascii")


def without(boxes: Sequence[Box], others: Sequence[Box], turn: int) -> list[Box]:
    """The stretches of the lines that none of the others (in the reading frame) lies on: no words are filled twice."""
    left_over: list[Box] = []
    for box in boxes:
        left, bottom, right, top = turned_box(box, turn)
        spans = sorted((other[0], other[2]) for other in others if min(top, other[3]) - max(bottom, other[1]) > 0.5 * min(top - bottom, other[3] - other[1]))
        for start, end in [*spans, (right, right)]:
            if start > left:
                left_over.append(turned_back((left, bottom, min(start, right), top), turn))
            left = max(left, end)
            if left >= right:
                break
    return left_over


def underlines(boxes: Sequence[Box], turn: int, depth: int) -> Iterator[Box]:
    """The line under each line of words; `depth` counts the highlights whose lines stand above it."""
    for box in boxes:
        left, bottom, right, top = turned_box(box, turn)
        thick = min(max(_LINE * (top - bottom), 0.5), 2.0)
        upper = bottom + 0.3 * thick - 1.5 * thick * min(depth, 4)
        yield turned_back((left, upper - thick, right, upper), turn)


def icon_stream(level: Level) -> bytes:
    """The drawing of an icon in a square of 14 by 14: a speech bubble with the sign of its level."""
    return "\n".join((f"{_numbers(TONES[level])} rg", _BUBBLE, "1 g 1 G", _SIGNS[level])).encode("ascii")


def _rounded(left: float, bottom: float, right: float, top: float, radius: float) -> str:
    bend = radius * (1 - _ROUND)
    return "\n".join((
        f"{left + radius:g} {bottom:g} m {right - radius:g} {bottom:g} l",
        f"{right - bend:g} {bottom:g} {right:g} {bottom + bend:g} {right:g} {bottom + radius:g} c {right:g} {top - radius:g} l",
        f"{right:g} {top - bend:g} {right - bend:g} {top:g} {right - radius:g} {top:g} c {left + radius:g} {top:g} l",
        f"{left + bend:g} {top:g} {left:g} {top - bend:g} {left:g} {top - radius:g} c {left:g} {bottom + radius:g} l",
        f"{left:g} {bottom + bend:g} {left + bend:g} {bottom:g} {left + radius:g} {bottom:g} c h",
    ))  # fmt: skip


_BUBBLE = f"{_rounded(0.5, 3.5, 13.5, 13.5, 2.5)}\n3 4 m 3 0.5 l 7 4 l h\nf"
_SIGNS: dict[Level, str] = {
    "error": "6.1 7.4 1.8 4.4 re 6.1 5.1 1.8 1.6 re f",
    "warning": "7 11.8 m 3.6 5.4 l 10.4 5.4 l h f",
    "note": "1 w 3.5 10.6 m 10.5 10.6 l 3.5 8.5 m 10.5 8.5 l 3.5 6.4 m 8 6.4 l S",
}


def _rectangle(box: Box) -> str:
    return _numbers((box[0], box[1], box[2] - box[0], box[3] - box[1]))


def _numbers(values: Sequence[float]) -> str:
    return " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in values)
