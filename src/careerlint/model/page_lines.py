"""Page lines: letters of a page joined to the boxes of its lines, whichever way its text runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points of the page's own (unrotated) user space, as annotations need them."""

# So many steps from letter to letter tell which way the text of a page runs.
_ENOUGH_STEPS = 60


def turned_box(box: Box, turn: int) -> Box:
    """A box of page space in the reading frame of text that is turned by `turn` quarters to the left."""
    left, bottom, right, top = box
    if turn == 1:
        return bottom, -right, top, -left
    if turn == 2:
        return -right, -top, -left, -bottom
    if turn == 3:
        return -top, left, -bottom, right
    return box


def turned_back(box: Box, turn: int) -> Box:
    """A box of the reading frame in page space."""
    return turned_box(box, -turn % 4)


def turn_of(runs: Iterable[Sequence[Box]]) -> int:
    """By how many quarters to the left text is turned, told by the steps from each letter to the next of its run."""
    steps = [0, 0, 0, 0]
    for boxes in runs:
        for first, second in pairwise(boxes):
            across = second[0] + second[2] - first[0] - first[2]
            up = second[1] + second[3] - first[1] - first[3]
            if abs(across) >= abs(up):
                steps[0 if across >= 0 else 2] += 1
            else:
                steps[1 if up > 0 else 3] += 1
        if sum(steps) >= _ENOUGH_STEPS:
            break
    return steps.index(max(steps))


def lines_of(boxes: Iterable[Box], turn: int = 0) -> tuple[Box, ...]:
    """Join boxes that stand on one line and near each other, so that a line is one box; those without area are left out."""
    lines: list[Box] = []
    for box in boxes:
        if box[2] <= box[0] or box[3] <= box[1]:
            continue
        last = lines[-1] if lines else None
        if last and (_are_on_one_line(turned_box(last, turn), turned_box(box, turn)) if turn else _are_on_one_line(last, box)):
            lines[-1] = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        else:
            lines.append(box)
    return tuple(lines)


def _are_on_one_line(first: Box, second: Box) -> bool:
    height = min(first[3] - first[1], second[3] - second[1])
    overlap = min(first[3], second[3]) - max(first[1], second[1])
    gap = max(first[0], second[0]) - min(first[2], second[2])
    return overlap > 0.5 * height and gap < 2.0 * max(first[3] - first[1], second[3] - second[1])
