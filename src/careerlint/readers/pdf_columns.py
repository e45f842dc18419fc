"""The columns of a page in reading order: sidebars, label rails, and text that runs over all of them."""

from __future__ import annotations

from collections import Counter

from careerlint.readers.pdf_layout import Chunk

_STEPPED = 0.8
"""The share of a column's letters that stand in rows which begin at an indent of several rows."""
_DEEPEST_INDENT = 100.0
"""In points: how far the bullets of a column stand in from its headings at most."""

def regions_of(chunks: list[Chunk], depth: int = 0) -> list[list[Chunk]]:
    """Chunks of a page as columns and bands in reading order."""
    if not chunks:
        return []
    cut = _cut(chunks) if depth < 3 and len(chunks) < 5000 else None
    if cut is None:
        return [chunks]
    left = [chunk for chunk in chunks if chunk.right <= cut + 3]
    right = [chunk for chunk in chunks if chunk.right > cut + 3 and chunk.left >= cut - 3]
    crossing = [chunk for chunk in chunks if chunk.right > cut + 3 and chunk.left < cut - 3]
    if _is_rail(left, right):
        return _rail_regions(left, right, crossing, depth)
    ordered: list[list[Chunk]] = []
    ceiling = float("inf")
    walls = _walls(crossing, left)
    order = (right, left) if _largest(right) >= 1.3 * _largest(left) else (left, right)
    taken = {id(chunk) for wall in walls for chunk in wall}
    for wall in [*walls, []]:
        limit = wall[0].baseline if wall else float("-inf")
        for side in order:
            inside = [chunk for chunk in side if limit < chunk.baseline <= ceiling and id(chunk) not in taken]
            ordered.extend(regions_of(inside, depth + 1))
        if wall:
            ordered.append(wall)
            ceiling = wall[0].baseline
    return ordered


def _walls(crossing: list[Chunk], left: list[Chunk]) -> list[list[Chunk]]:
    """Chunks that run over both columns, from the top, neighbours together, with the short last line of a paragraph."""
    walls: list[list[Chunk]] = []
    for chunk in sorted(crossing, key=lambda chunk: -chunk.baseline):
        last = walls[-1][-1] if walls else None
        if last is not None and last.baseline - chunk.baseline < 2.0 * max(chunk.size, 1.0) and chunk.table < 0 and last.table < 0:
            walls[-1].append(chunk)
        else:
            walls.append([chunk])
    for wall in walls:
        last = wall[-1]
        if last.table < 0:
            wall.extend(
                chunk
                for chunk in left
                if abs(chunk.left - last.left) < 2 and abs(chunk.size - last.size) < 0.3 and 0 < last.baseline - chunk.baseline < 1.6 * chunk.size
            )
    return walls


def _is_rail(left: list[Chunk], right: list[Chunk]) -> bool:
    """Whether the left column holds labels (dates, names of sections) of the rows at its right."""
    bases = _rounded(right)
    groups = _labels(left)
    level = sum(round(group[0].baseline) in bases for group in groups)
    short = sum(len(group) for group in groups if len(group) <= 2)
    words = sum(chunk.letters for chunk in left) / len(left)
    few = len(left) < 0.67 * len(right) and all(chunk.letters > 1 for chunk in left)
    return 3 <= words < 22 and few and len(groups) >= 2 and level >= 0.8 * len(groups) and short >= 0.7 * len(left)


def _rounded(chunks: list[Chunk]) -> set[int]:
    """Whole points within 2 points of a baseline."""
    return {round(chunk.baseline) + shift for chunk in chunks for shift in (-2, -1, 0, 1, 2)}


def _labels(left: list[Chunk]) -> list[list[Chunk]]:
    groups: list[list[Chunk]] = []
    for chunk in sorted(left, key=lambda chunk: -chunk.baseline):
        last = groups[-1][-1] if groups else None
        if last is not None and last.baseline - chunk.baseline < 2.2 * chunk.size and abs(groups[-1][0].left - chunk.left) < 2 * chunk.size:
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    return groups


def _rail_regions(left: list[Chunk], right: list[Chunk], crossing: list[Chunk], depth: int) -> list[list[Chunk]]:
    """Rows of labels: each label, then what stands at its right down to the next label."""
    tops = _labels(left)
    walls = [[chunk] for chunk in crossing]
    starts = sorted([*tops, *walls], key=lambda group: -group[0].baseline)
    ordered: list[list[Chunk]] = []
    ceiling = float("inf")
    for group in starts:
        limit = group[0].baseline + 0.6 * group[0].size
        above = [chunk for chunk in right if limit < chunk.baseline <= ceiling]
        if above:
            ordered.extend(regions_of(above, depth + 1))
        ordered.append(group)
        ceiling = limit
    rest = [chunk for chunk in right if chunk.baseline <= ceiling]
    if rest:
        ordered.extend(regions_of(rest, depth + 1))
    merged: list[list[Chunk]] = []
    for region in ordered:
        one = merged[-1] if merged else None
        if one is not None and len(one) == 1 and one[0] in left and any("0" <= glyph[0] <= "9" for glyph in one[0].glyphs):
            one.extend(region)
        else:
            merged.append(list(region))
    return merged


def _cut(chunks: list[Chunk]) -> float | None:
    """The left edge of the right column, or None where the text stands in one."""
    total = sum(chunk.letters for chunk in chunks)
    if len(chunks) < 6 or total < 60:
        return None
    counts = Counter(round(chunk.left / 2) for chunk in chunks if chunk.table < 0)
    leftmost = min(chunk.left for chunk in chunks)
    best: tuple[float, float] | None = None
    for key, count in counts.most_common(12):
        count += counts[key - 1] + counts[key + 1]
        x = key * 2.0
        if count < 3 or x < leftmost + 40:
            continue
        score = _score(chunks, x, total)
        if score is not None and (best is None or score > best[0]):
            wall = max(chunk.right for chunk in chunks if chunk.right <= x + 2)
            best = (score, min(chunk.left for chunk in chunks if wall - 2 < chunk.left < x + 4))
    return None if best is None else best[1] - 1.0


def _score(chunks: list[Chunk], x: float, total: int) -> float | None:
    left = [chunk for chunk in chunks if chunk.right <= x + 2]
    right = [chunk for chunk in chunks if chunk.right > x + 2 and chunk.left >= x - 4]
    if len(left) < 3 or len(right) < 3:
        return None
    left_letters, right_letters = sum(c.letters for c in left), sum(c.letters for c in right)
    crossing = total - left_letters - right_letters
    if crossing >= 0.4 * total or right_letters < max(40, 0.1 * total):
        return None
    rail = left_letters < 0.25 * total and _is_rail(left, right)
    if left_letters < 0.1 * total and not rail:
        return None
    flush = sum(c.letters for c in right if abs(c.left - x) < 4)
    stepped = _stepped(left, right, x)
    if flush < 0.4 * sum(c.letters for c in right if c.left > x - 4) and not rail and not stepped:
        return None
    top = min(max(c.baseline for c in left), max(c.baseline for c in right))
    bottom = max(min(c.baseline for c in left), min(c.baseline for c in right))
    span = min(_height(left), _height(right))
    if span <= 0 or (top - bottom) < 0.4 * span:
        return None
    if _are_tails(left, right):
        return None
    inside = sum(c.letters for c in chunks if bottom - 2 <= c.baseline <= top + 2 and c.left < x - 4 and c.right > x + 2)
    if inside >= 0.25 * total:
        return None
    return max(flush, stepped) / total - 2.0 * crossing / total


def _stepped(left: list[Chunk], right: list[Chunk], x: float) -> int:
    """Letters of a right column whose rows begin at a few indents, as headings and the bullets below them do; 0 where that does not make a column.

    At one indent alone the cells of a table begin too. Behind the first letters of a row a date at the right edge tells nothing.
    """
    text = [chunk for chunk in right if chunk.table < 0]
    wall = max(chunk.right for chunk in left)
    starts = _row_starts(text)
    counts = Counter(round(chunk.left / 2) for chunk in starts)

    def rows_at(chunk: Chunk) -> int:
        key = round(chunk.left / 2)
        return counts[key - 1] + counts[key] + counts[key + 1]

    shared = [chunk for chunk in starts if rows_at(chunk) > 1]
    outer = [chunk for chunk in shared if abs(chunk.left - x) < 4]
    inner = [chunk for chunk in shared if x + 4 <= chunk.left < x + _DEEPEST_INDENT]
    if len(outer) < 2 or len(inner) < 2 or x - wall < 0.4 * starts[0].size:
        return 0
    letters = sum(chunk.letters for chunk in (*outer, *inner))
    return letters if letters >= _STEPPED * sum(chunk.letters for chunk in starts) else 0


def _row_starts(chunks: list[Chunk]) -> list[Chunk]:
    """The leftmost chunk of each row, from the top."""
    starts: list[Chunk] = []
    for chunk in sorted(chunks, key=lambda chunk: (-chunk.baseline, chunk.left)):
        last = starts[-1] if starts else None
        if last is not None and last.baseline - chunk.baseline < 0.3 * max(min(chunk.size, last.size), 3.0):
            if chunk.left < last.left:
                starts[-1] = chunk
        else:
            starts.append(chunk)
    return starts


def _are_tails(left: list[Chunk], right: list[Chunk]) -> bool:
    """Whether the right column only ends rows of the left one: flush-right dates and places, short and never wrapped."""
    bases = _rounded(left)
    level = sum(round(chunk.baseline) in bases for chunk in right)
    words = sum(chunk.letters for chunk in right) / len(right)
    return level >= 0.85 * len(right) and words < 26 and len(right) <= len(left)


def _largest(chunks: list[Chunk]) -> float:
    """The largest letters; a column that holds the page's title is read first."""
    return max((chunk.size for chunk in chunks if chunk.table < 0), default=1.0)


def _height(chunks: list[Chunk]) -> float:
    return max(chunk.baseline for chunk in chunks) - min(chunk.baseline for chunk in chunks)
