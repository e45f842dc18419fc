"""The columns of a page in reading order: sidebars, label rails, and text that runs over all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace

from careerlint.readers.pdf_layout import Chunk, rows_of
from careerlint.readers.pdf_rails import is_rail, rail_rows, whole_points

_FEWEST, _FEW = 20, 40
"""Letters of a right column: of the fewest it may hold, and those from which on it may share the height of the lines at its left."""
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
    if is_rail(left, right):
        return _rail_regions(left, right, crossing, cut + 3, depth)
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


def _rail_regions(left: list[Chunk], right: list[Chunk], crossing: list[Chunk], cut: float, depth: int) -> list[list[Chunk]]:
    """The rows of a rail in reading order; a label with a number shares a region with what stands at its right, so that they are one line."""
    ordered: list[list[Chunk]] = []
    for label, beside in rail_rows(left, right, crossing):
        regions = regions_of(beside, depth + 1) if beside else []
        numbered = len(label) == 1 and label[0].right <= cut and any("0" <= glyph[0] <= "9" for glyph in label[0].glyphs)
        if regions and numbered:
            regions[0] = [*label, *regions[0]]
        elif label:
            ordered.append(label)
        ordered.extend(regions)
    return ordered


def _cut(chunks: list[Chunk]) -> float | None:
    """The left edge of the right column, or None where the text stands in one."""
    chunks = _with_bullets(chunks)
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


def _with_bullets(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks with a bullet and the text behind it as one: both begin where the bullet stands."""
    bullets = sorted((chunk for chunk in chunks if chunk.letters == 1 and chunk.table < 0 and not chunk.glyphs[0][0].isalnum()), key=lambda chunk: chunk.baseline)
    if not bullets:
        return chunks
    bases = [bullet.baseline for bullet in bullets]
    used: set[int] = set()
    found: list[Chunk] = []
    for chunk in chunks:
        reach = 0.3 * chunk.size
        near = bullets[bisect_left(bases, chunk.baseline - reach) : bisect_right(bases, chunk.baseline + reach)]
        bullet = next((each for each in near if 0 < chunk.left - each.right < 3 * chunk.size and id(each) not in used), None)
        if bullet is None or chunk.table >= 0:
            found.append(chunk)
        else:
            used.add(id(bullet))
            found.append(replace(chunk, left=bullet.left, letters=chunk.letters + 1))
    return [chunk for chunk in found if id(chunk) not in used]


def _score(chunks: list[Chunk], x: float, total: int) -> float | None:
    left = [chunk for chunk in chunks if chunk.right <= x + 2]
    right = [chunk for chunk in chunks if chunk.right > x + 2 and chunk.left >= x - 4]
    if len(left) < 3 or len(right) < 3:
        return None
    left_letters, right_letters = sum(c.letters for c in left), sum(c.letters for c in right)
    crossing = total - left_letters - right_letters
    if crossing >= 0.4 * total or right_letters < max(_FEWEST, 0.05 * total):
        return None
    if right_letters < max(_FEW, 0.1 * total) and (crossing or _share_level(left, right) > 0.5):
        return None
    rail = left_letters < 0.25 * total and is_rail(left, right)
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
    # What stands above or below the other column does not stand beside it.
    beside = [sum(c.letters for c in side if bottom - c.size <= c.baseline <= top + c.size) for side in (left, right)]
    if not rail and beside[0] < 0.1 * beside[1]:
        return None
    if _are_tails(left, right) and not (stepped and _ends_ragged(right)):
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
    starts = [row[0] for row in rows_of(text)]
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


def _are_tails(left: list[Chunk], right: list[Chunk]) -> bool:
    """Whether the right column only ends rows of the left one: flush-right dates and places, short and never wrapped."""
    words = sum(chunk.letters for chunk in right) / len(right)
    return _share_level(left, right) >= 0.85 and words < 26 and len(right) <= len(left)


def _ends_ragged(right: list[Chunk]) -> bool:
    """Whether the right column is no row of dates at the right edge, which end together: cards side by side share the heights of their lines."""
    ends = Counter(round(chunk.right / 4) for chunk in right)
    return ends.most_common(1)[0][1] < 0.5 * len(right)


def _share_level(left: list[Chunk], right: list[Chunk]) -> float:
    """The share of the right chunks that stand on the height of a left one."""
    bases = whole_points(left)
    return sum(round(chunk.baseline) in bases for chunk in right) / len(right)


def _largest(chunks: list[Chunk]) -> float:
    """The largest letters; a column that holds the page's title is read first."""
    return max((chunk.size for chunk in chunks if chunk.table < 0), default=1.0)


def _height(chunks: list[Chunk]) -> float:
    return max(chunk.baseline for chunk in chunks) - min(chunk.baseline for chunk in chunks)
