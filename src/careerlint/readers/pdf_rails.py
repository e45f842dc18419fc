"""A narrow left column of labels: the names of sections, or the periods of what stands at their right, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from careerlint.dates import is_period, is_when
from careerlint.readers.pdf_layout import SPACE, Chunk

_LARGER = 1.15
_NEAR = 1.8
"""How far, in sizes of its letters, a label stands above or below the first line of its row where the cells have margins of their own."""
_APART = 1.25
"""Of the usual distance of two baselines: from which distance on a row begins a block of its own."""


def is_rail(left: list[Chunk], right: list[Chunk]) -> bool:
    """Whether the left column holds labels (dates, names of sections) of the rows at its right."""
    if _is_time_line(left, right):
        return True
    bases = whole_points(right)
    groups = _labels(left)
    level = sum(round(group[0].baseline) in bases for group in groups)
    short = sum(len(group) for group in groups if len(group) <= 2)
    words = sum(chunk.letters for chunk in left) / len(left)
    few = len(left) < 0.67 * len(right) and all(chunk.letters > 1 for chunk in left)
    return 3 <= words < 22 and few and len(groups) >= 2 and level >= 0.8 * len(groups) and short >= 0.7 * len(left)


def rail_rows(left: list[Chunk], right: list[Chunk], crossing: list[Chunk]) -> list[tuple[list[Chunk], list[Chunk]]]:
    """Each label, or what runs over both columns, from the top, with what stands at its right down to the next one; the first label may be empty."""
    tops = _block_tops(right)
    starts = [(_limit(group[0], tops), _levelled(group, tops)) for group in _labels(left)]
    starts += [(chunk.baseline + 0.6 * chunk.size, [chunk]) for chunk in crossing]
    starts.sort(key=lambda start: (-start[0], -start[1][0].baseline))
    rows: list[tuple[list[Chunk], list[Chunk]]] = []
    label: list[Chunk] = []
    ceiling = float("inf")
    for limit, group in [*starts, (float("-inf"), [])]:
        beside = [chunk for chunk in right if limit < chunk.baseline <= ceiling]
        if label or beside:
            rows.append((label, beside))
        label, ceiling = group, min(limit, ceiling)
    return rows


def whole_points(chunks: Sequence[Chunk]) -> set[int]:
    """Whole points within 2 points of a baseline."""
    return {round(chunk.baseline) + shift for chunk in chunks for shift in (-2, -1, 0, 1, 2)}


def _labels(left: Sequence[Chunk]) -> list[list[Chunk]]:
    groups: list[list[Chunk]] = []
    for chunk in sorted(left, key=lambda chunk: -chunk.baseline):
        last = groups[-1][-1] if groups else None
        near = last is not None and last.baseline - chunk.baseline < 2.2 * chunk.size and abs(groups[-1][0].left - chunk.left) < 2 * chunk.size
        if last is not None and near and not _begins_label(last, chunk):
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    return groups


def _begins_label(last: Chunk, chunk: Chunk) -> bool:
    """Whether a period opens a label of its own: behind another period, or below a larger title."""
    return is_period(_text([chunk])) and (last.size >= _LARGER * chunk.size or is_period(_text([last])))


def _text(chunks: Sequence[Chunk]) -> str:
    return " ".join("".join(glyph[0] for glyph in chunk.glyphs) for chunk in chunks)


def _is_time_line(left: list[Chunk], right: list[Chunk]) -> bool:
    """Whether beside the right column there are only periods and titles, large or bold, at the left, each at the beginning of a block.

    What stands at the left above or below it is no part of the rail: the rest of the page has one column.
    """
    text = [chunk for chunk in right if chunk.table < 0]
    if not text or any(chunk.table >= 0 for chunk in left):
        return False
    usual = _usual_size(text)
    plain = sum(chunk.letters for chunk in text if not _is_bold(chunk)) > 0.5 * sum(chunk.letters for chunk in text)
    high, low = max(chunk.baseline for chunk in text) + _NEAR * usual, min(chunk.baseline for chunk in text) - usual
    groups = [group for group in _labels(left) if low <= group[0].baseline <= high]
    dated = [group for group in groups if _is_when(group)]
    titles = [group for group in groups if len(group) <= 2 and all(chunk.size >= _LARGER * usual or (plain and _is_bold(chunk)) for chunk in group)]
    if len(groups) < 2 or len(dated) + len(titles) < len(groups):
        return False
    tops, bases = _block_tops(text), whole_points(text)
    telling = dated or titles
    begun = sum(round(group[0].baseline) in bases or _nearest(group[0], tops) is not None for group in telling)
    return begun >= 0.8 * len(telling)


def _usual_size(chunks: Sequence[Chunk]) -> float:
    sizes: Counter[float] = Counter()
    for chunk in chunks:
        sizes[round(chunk.size * 2) / 2] += chunk.letters
    return sizes.most_common(1)[0][0]


def _is_bold(chunk: Chunk) -> bool:
    return all(style.bold for text, _, style in chunk.glyphs if text != SPACE)


def _is_when(group: Sequence[Chunk]) -> bool:
    return is_when(_text(group))


def _block_tops(right: Sequence[Chunk]) -> list[Chunk]:
    """The chunks of the right column that begin a block: the first, and those further below the last one than usual."""
    ordered = sorted(right, key=lambda chunk: -chunk.baseline)
    rows = [chunk for index, chunk in enumerate(ordered) if not index or ordered[index - 1].baseline - chunk.baseline > 2]
    gaps = sorted(above.baseline - chunk.baseline for above, chunk in pairwise(rows))
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    return rows[:1] + [chunk for above, chunk in pairwise(rows) if above.baseline - chunk.baseline > _APART * usual]


def _nearest(label: Chunk, tops: Sequence[Chunk]) -> Chunk | None:
    near = [top for top in tops if abs(top.baseline - label.baseline) < _NEAR * max(label.size, top.size)]
    return min(near, key=lambda top: abs(top.baseline - label.baseline), default=None)


def _limit(label: Chunk, tops: Sequence[Chunk]) -> float:
    """The height above which nothing belongs to the row of a label."""
    top = _nearest(label, tops)
    own = label.baseline + 0.6 * label.size
    return own if top is None or top.baseline <= own else top.baseline + 0.6 * top.size


def _levelled(group: list[Chunk], tops: Sequence[Chunk]) -> list[Chunk]:
    """The label; a period on the height of what it dates, so that both are one line."""
    top = _nearest(group[0], tops)
    return [replace(group[0], baseline=top.baseline)] if top is not None and len(group) == 1 and _is_when(group) else group
