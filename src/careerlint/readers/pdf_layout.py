"""From letters to lines: words by gaps, chunks of one baseline, columns in reading order, lines of each column."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from careerlint.model.page_lines import Box
from careerlint.readers.pdf_letters import Letter, Style

SPACE = " "
TAB = "\t"

Glyph = tuple[str, Box | None, Style]
"""A character (or a ligature's characters) with its box; None as the box where a gap only implies the space."""


_WIDEST_PADDING = 12.0
"""Points between a ruling and the text beside it."""


@dataclass(slots=True)
class Chunk:
    """Letters on one baseline without a wide gap, or (`table` >= 0) a whole table that takes part in the order of reading.

    All measures are in the reading frame. `letters` counts the visible ones; `trailing` says that a space glyph follows.
    """

    left: float
    right: float
    baseline: float
    size: float
    glyphs: list[Glyph] = field(default_factory=list)
    letters: int = 0
    trailing: bool = False
    table: int = -1
    bottom: float = 0.0
    top: float = 0.0


@dataclass
class Line:
    """One line of one column; `edge` is the right edge its text may run to, `start` the left edge of its column.

    `text_edge` is how far the lines without a flush-right part (a date) run: templates often give bullets less room.
    `dot` says that a bullet is drawn before it, `linked` that most of it leads somewhere.
    """

    chunks: list[Chunk]
    glyphs: list[Glyph]
    left: float
    right: float
    baseline: float
    size: float
    page: int
    region: int
    edge: float = 0.0
    start: float = 0.0
    text_edge: float = 0.0
    trailing: bool = False
    dot: bool = False
    linked: bool = False
    table: int = -1

    @cached_property
    def text(self) -> str:
        """The words of the line as it stands on the page, whatever is joined to its glyphs later."""
        return "".join(glyph[0] for glyph in self.glyphs)


def is_cjk(character: str) -> bool:
    """Hangul, Hanja or kana."""
    return "\u1100" <= character <= "\u11ff" or "\u3040" <= character <= "\ud7ff" or "\uf900" <= character <= "\ufaff"


def is_hangul(character: str) -> bool:
    """A composed Hangul syllable."""
    return "\uac00" <= character <= "\ud7a3"


TOUCHING = 0.15
"""From which gap on, in em, a space stands between letters of two scripts that otherwise touch each other."""


def gap_of_scripts(letters: Sequence[Letter], office: bool) -> float:
    """From which gap on, in em, an unwritten space stands between Latin and the Hangul after it.

    Word and Quartz put up to a quarter em there without a space, LibreOffice (`office`) always a fifth; it also leaves
    out the glyph of a space with which a run begins.
    """
    if not _keeps_scripts_apart(letters):
        return TOUCHING
    return 0.265 if office else 0.30


def _keeps_scripts_apart(letters: Sequence[Letter]) -> bool:
    """Whether the program put room between Hangul and Latin without a space."""
    touching = pairs = 0
    cjk = [is_cjk(letter.text[0]) for letter in letters]
    if not any(cjk):
        return True
    for (first, second), (before, after) in zip(itertools.pairwise(letters), itertools.pairwise(cjk), strict=True):
        if before != after and first.text.isalnum() and second.text.isalnum() and abs(first.baseline - second.baseline) < 1:
            gap = (second.left - first.right) / max(second.style.size, 1.0)
            pairs += -0.3 < gap < 1.0
            touching += -0.3 < gap < 0.08
    return touching < 4 or touching < 0.25 * pairs


def chunks_of(letters: Sequence[Letter], wide: float = 0.30) -> list[Chunk]:
    """Group letters in the order of the content stream; text drawn twice at one place (fake bold) is kept once.

    `wide` is the answer of `gap_of_scripts` for the whole file.
    """
    chunks: list[Chunk] = []
    current: Chunk | None = None
    right = baseline = size = 0.0
    space: Letter | None = None
    tracking = 0.0
    for letter in letters:
        text, left, letter_right, letter_base, style, box, _, hinted = letter
        if text == SPACE:
            # LibreOffice draws the spaces of a line in another font together: one that stands far away parts other words.
            if current is not None and abs(letter_base - baseline) < 0.3 * size and abs(left - right) < 2.0 * max(size, 1.0):
                space = letter
                current.trailing = True
            continue
        if current is not None:
            em = max(style.size, size, 1.0)
            gap = left - right
            shift = abs(letter_base - baseline)
            small = 0.85 * max(style.size, current.size) > min(style.size, current.size)
            near = shift < 0.2 * em or (small and shift < 0.6 * em)
            if near and -0.5 * em < gap < 1.0 * em:
                if space is not None:
                    current.glyphs.append((SPACE, space.box, space.style))
                elif _is_implied(current.glyphs[-1][0][-1], text[0], gap - tracking, em, hinted, wide):
                    current.glyphs.append((SPACE, None, style))
                else:
                    tracking = gap if gap < -0.03 * em and (is_cjk(text[0]) or tracking < 0) else 0.0
                current.glyphs.append((text, box, style))
                current.letters += 1
                current.trailing = False
                space = None
                right = letter_right if gap > -0.5 * em else max(right, letter_right)
                current.right = max(current.right, letter_right)
                if style.size > current.size:
                    current.size, current.baseline = style.size, letter_base
                baseline, size = current.baseline, style.size
                continue
        current = Chunk(left, letter_right, letter_base, style.size, [(text, box, style)], 1, False, -1, letter_base, letter_base + style.size)
        chunks.append(current)
        tracking = 0.0
        space, right, baseline, size = None, letter_right, letter_base, style.size
    return _without_doubles([_without_tracking(chunk) for chunk in chunks])


def _is_implied(before: str, after: str, gap: float, em: float, hinted: bool, wide: float) -> bool:
    """Whether a space without a glyph stands between two letters; PDFium's own guess counts for Latin ones."""
    if gap <= 0.05 * em:
        return False
    return (hinted and not is_cjk(after) and not is_cjk(before)) or _is_gap(before, after, gap / em, wide)


def _is_gap(before: str, after: str, ems: float, wide: float = 0.30) -> bool:
    """Whether a gap is a space; where a particle may follow a Latin word or a number it must be `wide`."""
    mixed = is_cjk(after) and not is_cjk(before) and (before.isalnum() or before in ")%+")
    if after == "(" and is_cjk(before):
        mixed = True
    if before == "(" or (after in ").,:;!?%" and ems < 0.3):
        return False
    return ems > (wide if mixed else 0.15)


def _without_tracking(chunk: Chunk) -> Chunk:
    """Take the spaces out of a letter-spaced word ("P R O F I L E"); wider gaps stay spaces."""
    boxes = [(text, box) for text, box, _ in chunk.glyphs if text != SPACE and box is not None]
    spaces = len(chunk.glyphs) - len(boxes)
    if len(boxes) < 4 or spaces < 0.75 * (len(boxes) - 1) or not all(text.isalpha() for text, _ in boxes):
        return chunk
    gaps = [second[1][0] - first[1][2] for first, second in itertools.pairwise(boxes)]
    usual = sorted(gaps)[len(gaps) // 2]
    kept: list[Glyph] = []
    index = 0
    for position, glyph in enumerate(chunk.glyphs):
        if glyph[0] == SPACE:
            following = index < len(boxes) and gaps[index - 1] > 1.5 * max(usual, 0.1) and chunk.glyphs[position - 1][0] != SPACE
            if following:
                kept.append(glyph)
            continue
        kept.append(glyph)
        index += 1
    chunk.glyphs = kept
    return chunk


def _without_doubles(chunks: list[Chunk]) -> list[Chunk]:
    seen: dict[tuple[str, int], list[tuple[float, float]]] = {}
    kept: list[Chunk] = []
    for chunk in chunks:
        key = ("".join(glyph[0] for glyph in chunk.glyphs), round(chunk.size))
        places = seen.setdefault(key, [])
        if chunk.letters > 1 and any(abs(left - chunk.left) < 1.0 and abs(base - chunk.baseline) < 1.0 for left, base in places[-20:]):
            continue
        places.append((chunk.left, chunk.baseline))
        kept.append(chunk)
    return kept


def rows_of(chunks: Sequence[Chunk]) -> list[list[Chunk]]:
    """The chunks of each row from the top, a row from the left; what stands in the cell of a table is a row by itself."""
    rows: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=lambda chunk: -chunk.baseline):
        first = rows[-1][0] if rows else None
        if first is not None and max(chunk.table, first.table) < 0 and first.baseline - chunk.baseline < 0.3 * max(min(chunk.size, first.size), 3.0):
            rows[-1].append(chunk)
        else:
            rows.append([chunk])
    return [sorted(row, key=lambda chunk: chunk.left) for row in rows]


def lines_of(region: list[Chunk], page: int, number: int) -> list[Line]:
    """The lines of one column from the top, with the column's edges."""
    lines = [_line(row, page, number) for row in rows_of(region)]
    edge, start = _right_edge(lines), min((line.left for line in lines), default=0.0)
    prose = [line.right for line in lines if line.table < 0 and all(glyph[0] != TAB for glyph in line.glyphs)]
    text_edge = max(prose) if len(prose) >= 5 else edge
    for line in lines:
        line.text_edge = min(text_edge, edge)
        line.edge, line.start = max(edge, line.right if line.right < edge + 3 else edge), start
    return lines


def share_edges(columns: Sequence[list[Line]]) -> None:
    """Give a region of few lines the right edge of the longest region that starts at the same left edge on its page."""
    for lines in columns:
        if not 0 < len(lines) < 4:
            continue
        near = [other for other in columns if len(other) >= 4 and abs(other[0].start - lines[0].start) < 12]
        if near:
            edge = max(near, key=len)[0].edge
            for line in lines:
                line.edge = max(line.edge, edge)


def mirror_margin(lines: Sequence[Line], frame: Box) -> None:
    """Let the lines of one column run as far from the right edge of the page as it starts from the left one.

    `frame` is the page in the reading frame. It counts only where a line comes near: where syllables fill the lines the
    longest ends less than one em before the margin, and ever nearer the more lines there are.
    """
    prose = [line for line in lines if line.table < 0]
    if not prose:
        return
    longest = max(prose, key=lambda line: line.right)
    edge = frame[2] - (min(line.left for line in prose) - frame[0])
    wide = sum(longest.right - line.right < longest.size for line in prose)
    if -0.5 < edge - longest.right < longest.size * min(1.0, 3.0 / wide):
        for line in prose:
            line.edge = max(line.edge, edge)


def end_at_boxes(lines: Sequence[Line], boxes: Sequence[Box]) -> None:
    """Let the lines in a ruled box run up to its right side, less the room that they leave at its left: an answer in a form's only column."""
    for box in boxes:
        inside = [line for line in lines if line.table < 0 and box[0] <= line.left and line.right <= box[2] and box[1] <= line.baseline < box[3]]
        if len(inside) < 2:
            continue
        start = min(line.left for line in inside)
        edge = max(box[2] - min(start - box[0], _WIDEST_PADDING), max(line.right for line in inside))
        for line in inside:
            line.start, line.edge, line.text_edge = start, edge, edge


def _right_edge(lines: list[Line]) -> float:
    rights = sorted((line.right for line in lines if line.table < 0), reverse=True)
    if len(rights) >= 10 and rights[0] - rights[1] > 10.0:
        rights.pop(0)
    for index, right in enumerate(rights[:-1]):
        if right - rights[index + 1] < 3 * 10.0:
            return right
    return rights[0] if rights else 0.0


def _line(row: list[Chunk], page: int, number: int) -> Line:
    glyphs: list[Glyph] = []
    right = 0.0
    for index, chunk in enumerate(row):
        if index and chunk.glyphs and glyphs:
            em = max(min(chunk.size, row[index - 1].size), 1.0)
            ems = (chunk.left - right) / em
            if ems > 2.5:
                glyphs.append((TAB, None, chunk.glyphs[0][2]))
            elif row[index - 1].trailing or ems >= 0.95 or _is_gap(glyphs[-1][0][-1], chunk.glyphs[0][0][0], ems):
                glyphs.append((SPACE, None, chunk.glyphs[0][2]))
        glyphs.extend(chunk.glyphs)
        right = max(right, chunk.right) if index else chunk.right
    main = max(row, key=lambda chunk: chunk.letters)
    sizes = Counter(style.size for _, _, style in glyphs)
    size = sizes.most_common(1)[0][0] if sizes else main.size
    return Line(row, glyphs, row[0].left, right, main.baseline, size, page, number, trailing=row[-1].trailing, table=row[0].table)
