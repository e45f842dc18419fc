"""From lines to drafts of blocks: paragraphs, items, headings, code, and the furniture that repeats on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from careerlint.dates import is_period
from careerlint.expression import Expression
from careerlint.model.document import BlockKind
from careerlint.model.heading_marks import HEADING_MARKS
from careerlint.readers.pdf_layout import SPACE, TAB, Chunk, Glyph, Line, is_hangul
from careerlint.readers.pdf_wrap import Wrapping, bold_share, continues, has_room, is_full, joint, tint_of

_BULLETS = f"{HEADING_MARKS}•◦▪▸✓✔·ㆍ‣⁃∙⋅・➢➤➔✦⚫⬤"
_BULLET = Expression(rf"[{_BULLETS}](?=\s|\S)|[-–—*→+](?=\s)|[oO](?=\s\S)")
_NUMBER = Expression(r"(?:\d{1,2}[.)](?!\d)|\(\d{1,2}\)|[①-⑳]|[가나다라마바사아자차카타파하][.)]|[a-hA-H][.)])(?=\s|[가-힣])")
_SEQUENCE = "가나다라마바사아자차카타파하abcdefghABCDEFGH"
_SENTENCE_END = Expression(r"(?:[.!?。]|니다|[었았했였는한된이]다|[아어해세예에네지]요|[니는]까)[\"'”’)\]]*$")
_CODE = Expression(r"[={};]|\w\(|\w_\w|(?:^|\s)--\w|^\s*(?:\$|#|import|from|def|class|pip|git|npm|cd|conda|python|docker|sudo)\b")
_LONGEST, _LONGEST_KOREAN, _MARKED_LONGER = 70, 45, 1.5
"""Characters of a heading in one weight with the text; where size or colour mark it, it may be so many times longer."""
_LARGER = 1.15
"""From which size on, of that of the text, letters are those of a heading."""
_MOST_TINTED = 0.35
"""The largest share of letters in colours where a colour marks headings."""
_HARDLY_APART = 0.15
_SEVERAL = 2
_WIDE = 0.75
"""Of the size of letters: wider than any space between words that is not stretched."""
_DATE = Expression(r"(?:19|20)\d\d")
_FACT = Expression(r"@|https?:|www\.|\b(?:linkedin|github|gitlab|velog|tistory|notion)\.|\d{3,4}[- )]\s?\d{3,4}|^\W*(?:(?:19|20)\d\d\W*){1,2}$", re.IGNORECASE)
"""Where to find somebody, or when it was: templates set such lines in a colour too."""
_PAGE_NUMBER = Expression(r"(?:page|p\.)?\s*(?:[-–—]\s*)?\d{1,3}\s*(?:(?:/|of)\s*\d{1,3}\s*)?[-–—]?", re.IGNORECASE)


@dataclass(slots=True)
class Draft:
    """A block before its text is written: `runs` are its lines as (page, glyphs), already joined by their spaces."""

    kind: BlockKind
    runs: list[tuple[int, list[Glyph]]]
    page: int
    left: float
    size: float
    bold: bool = False
    tint: int = 0
    marker: str = ""
    level: int = 0
    gap: float | None = None
    lines: int = 1
    table: int = -1
    fixed: bool = False
    first: Line | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """The words of the block."""
        return "".join(glyph[0] for _, glyphs in self.runs for glyph in glyphs)


def drafts_of(lines: Sequence[Line], wrapping: Wrapping) -> list[Draft]:
    """Drafts of all lines of a document outside of tables, given in reading order."""
    drafts = _blocks(lines, wrapping)
    _find_headings(drafts)
    _set_depths(drafts)
    return drafts


def blocks_of(lines: Sequence[Line], wrapping: Wrapping) -> list[Draft]:
    """Drafts of the lines of one table cell: paragraphs, items and code, no headings."""
    drafts = _blocks(lines, wrapping)
    _set_depths(drafts)
    return drafts


def _blocks(lines: Sequence[Line], wrapping: Wrapping) -> list[Draft]:
    drafts: list[Draft] = []
    previous: Line | None = None
    typewritten = _is_typewritten(lines)
    text_left = first_left = 0.0
    pending = ""
    pending_left = 0.0
    for line in lines:
        if line.table >= 0:
            drafts.append(Draft("table", [], line.page, line.left, line.size, table=line.table, gap=_gap(previous, line), first=line))
            previous = line
            continue
        marker, body = _marker(line)
        if marker and previous is not None and drafts and _is_false_marker(marker, previous, line, drafts):
            marker, body = "", line.glyphs
        if marker and not body:
            pending, pending_left = marker, line.left
            continue
        left = line.left
        if pending:
            marker, body, left, pending = pending, line.glyphs, pending_left, ""
        elif line.dot and not marker:
            marker = "•"
        current = drafts[-1] if drafts else None
        fixed = not typewritten and _is_fixed(line) and ((current is not None and current.fixed) or _CODE.search(line.text) is not None)
        if current is not None and previous is not None and not marker and current.table < 0:
            if current.fixed and fixed and previous.region == line.region and previous.baseline - line.baseline < 2.6 * line.size:
                current.runs.append((line.page, [("\n", None, line.glyphs[0][2]), *_indent(line, first_left)]))
                current.lines += 1
                previous = line
                continue
            if not fixed and not current.fixed and continues(previous, line, text_left, first_left, bool(current.marker), current.lines, wrapping):
                _append(current, line, previous, wrapping)
                previous = line
                continue
        text_left = _left_of(body, line)
        first_left = left
        kind: BlockKind = "item" if marker else "code" if fixed else "paragraph"
        drafts.append(
            Draft(kind, [(line.page, body)], line.page, left, line.size, bold_share(line) > 0.9, tint_of(line), marker, 0, _gap(previous, line), 1, -1, fixed and not marker, line)
        )
        previous = line
    return drafts


def _indent(line: Line, left: float) -> list[Glyph]:
    """The glyphs of a line of code with the spaces of its indentation."""
    width = max(0.6 * line.size, 1.0)
    count = min(max(round((line.left - left) / width), 0), 40)
    return [*([(SPACE, None, line.glyphs[0][2])] * count), *line.glyphs]


def _append(draft: Draft, line: Line, previous: Line, wrapping: Wrapping) -> None:
    glyphs = draft.runs[-1][1]
    text = "".join(glyph[0] for glyph in glyphs[-60:])
    # where the look changes, the space may be the first letter of the next run, and such a one is never written
    room = has_room(previous) and glyphs[-1][2] == line.glyphs[0][2]
    between, drop = joint(text, line.text, previous.trailing, False, wrapping, room)
    if drop:
        glyphs.pop()
    if between:
        glyphs.append((between, None, line.glyphs[0][2]))
    draft.runs.append((line.page, list(line.glyphs)))
    draft.lines += 1
    draft.bold = draft.bold and bold_share(line) > 0.9
    draft.tint = draft.tint if tint_of(line) == draft.tint else 0


def _left_of(glyphs: list[Glyph], line: Line) -> float:
    """Where the text of a line starts in the reading frame, behind its marker."""
    skipped = len(line.glyphs) - len(glyphs)
    if not skipped:
        return line.left
    position = 0
    for chunk in line.chunks:
        if position >= skipped:
            return chunk.left
        position += len(chunk.glyphs)
        if position > skipped:
            inside = skipped - (position - len(chunk.glyphs))
            done = sum(box[2] - box[0] for _, box, _ in chunk.glyphs[:inside] if box is not None)
            return chunk.left + done
        position += 1
    return line.left


def _marker(line: Line) -> tuple[str, list[Glyph]]:
    """The bullet or number at the start of a line and the glyphs behind it."""
    text = line.text
    found = _BULLET.match(text) or (text in _BULLETS and re.match(".", text)) or _NUMBER.match(text)
    if not found or (found[0] in "oO" and (line.size < 4 or not text[1:].strip() or not _is_lone_o(line))):
        return "", line.glyphs
    length = position = 0
    for position, glyph in enumerate(line.glyphs):
        if length >= found.end() and glyph[0] not in (SPACE, TAB):
            return found[0], line.glyphs[position:]
        length += len(glyph[0])
    return found[0], []


def _is_false_marker(marker: str, previous: Line, line: Line, drafts: Sequence[Draft]) -> bool:
    """A star, the dash of a period in brackets, or the letters "다." that a wrapped line happens to begin with."""
    letter = marker.strip("().")
    if letter in _SEQUENCE and letter not in "가aA":
        before = _SEQUENCE[_SEQUENCE.index(letter) - 1]
        return not any(draft.marker.strip("().") == before or draft.text.startswith(before + ".") for draft in drafts[-40:])
    if marker in "-–—" and previous.text.count("(") > previous.text.count(")") and is_full(previous, line):
        return True
    if marker in "*+→":
        return not drafts[-1].marker and not previous.text.endswith((".", ":", "!", "?")) and is_full(previous, line)
    return False


def _is_lone_o(line: Line) -> bool:
    """Word's second bullet is the letter o of Courier New, far from its text, or in another font than what stands behind it."""
    apart = len(line.chunks) > 1 and len(line.chunks[0].glyphs) == 1
    (_, box, style), *others = line.glyphs
    behind = next((glyph for glyph in others if glyph[0] not in (SPACE, TAB)), None)
    if behind is None or box is None or behind[1] is None:
        return apart
    return apart or behind[1][0] - box[2] > _WIDE * line.size or (style.fixed and not behind[2].fixed)


def _is_typewritten(lines: Sequence[Line]) -> bool:
    """Whether the whole document is set in a fixed-pitch font, which then says nothing about code."""
    letters = fixed = 0
    for line in lines:
        letters += len(line.glyphs)
        fixed += sum(style.fixed for _, _, style in line.glyphs)
    return fixed > 0.6 * letters


def _is_fixed(line: Line) -> bool:
    fixed = sum(style.fixed for text, box, style in line.glyphs if box is not None)
    return fixed >= 0.9 * sum(box is not None for _, box, _ in line.glyphs) and not any(is_hangul(glyph[0][0]) for glyph in line.glyphs)


def _gap(previous: Line | None, line: Line) -> float | None:
    if previous is None or previous.region != line.region:
        return None
    height = max(1.2 * line.size, 1.0)
    return round(max((previous.baseline - line.baseline - height) / height, 0.0), 2)


def _find_headings(drafts: list[Draft]) -> None:
    letters = sum(len(draft.text) for draft in drafts)
    plain = [draft for draft in drafts if not draft.bold]
    # In a short document the letters of bold headings may outnumber those of what stands under them.
    telling = plain if sum(len(draft.text) for draft in plain) > 0.2 * letters else drafts
    sizes: Counter[float] = Counter()
    for draft in telling:
        sizes[round(draft.size * 2) / 2] += len(draft.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    bold = sum(len(draft.text) for draft in drafts if draft.bold) > 0.5 * letters
    tinted = sum(len(draft.text) for draft in drafts if draft.tint) > _MOST_TINTED * letters
    headings = [draft for index, draft in enumerate(drafts) if _is_heading(draft, drafts[index + 1 : index + 2], body, bold, tinted)]
    marked = [draft for draft in headings if draft.size >= _LARGER * body or draft.tint]
    if len(marked) >= _SEVERAL and {round(draft.size * 2) for draft in marked} - {round(body * 2)}:
        # Beside headings of their own size a bold line without a number is what its words say, which the outline tells as it does in other formats.
        headings = [draft for draft in headings if draft in marked or not draft.bold or draft.marker]
    for draft in headings:
        if draft.marker:
            line = draft.first
            if line is not None:
                draft.runs[0] = (draft.page, line.glyphs)
            draft.marker = ""
        draft.kind = "heading"
    ranks = sorted({_rank(draft) for draft in headings}, reverse=True)
    for draft in headings:
        draft.level = min(ranks.index(_rank(draft)) + 1, 6)


def _rank(draft: Draft) -> tuple[float, bool]:
    """What sorts headings: by size, and the coloured ones of a size before the others."""
    return round(draft.size * 2) / 2, draft.tint != 0


def _is_heading(draft: Draft, after: list[Draft], body: float, all_bold: bool, all_tinted: bool) -> bool:
    if draft.kind not in ("paragraph", "item") or draft.lines > 3 or (not after and draft.size < _LARGER * body):
        return False
    text = draft.text
    korean = any(is_hangul(character) for character in text)
    marked = draft.tint or draft.size >= _LARGER * body
    if len(text) > (_LONGEST_KOREAN if korean else _LONGEST) * (_MARKED_LONGER if marked else 1.0) or not any(character.isalnum() for character in text) or TAB in text:
        return False
    numbered = draft.marker and _NUMBER.match(draft.marker + SPACE) is not None
    if draft.marker and not numbered:
        return False
    # A question of a cover letter may be told as a request: large and bold, it heads what answers it.
    if _SENTENCE_END.search(text) and not text.endswith("?") and not (draft.bold and draft.size >= 1.3 * body):
        return False
    if draft.size >= _LARGER * body:
        return draft.size >= 1.3 * body or draft.bold or draft.tint != 0 or text.count(",") < 2
    if draft.lines > (_SEVERAL if draft.tint else 1):
        return False
    apart = draft.gap is None or draft.gap >= 0.35
    if draft.bold and not all_bold and apart and not _DATE.search(text):
        return True
    if draft.tint and not all_tinted and not _FACT.search(text) and not is_period(text) and (draft.gap is None or draft.gap >= _HARDLY_APART) and after and (not after[0].tint or after[0].size < draft.size):
        return True
    letters = [character for character in text if character.isalpha()]
    capitals = len(letters) >= 4 and all("A" <= character <= "Z" for character in letters)
    return capitals and apart and len(text) <= 40 and not any(character.isdigit() for character in text) and not draft.marker and (draft.bold or draft.gap is None or draft.gap >= 0.6)


def _set_depths(drafts: list[Draft]) -> None:
    """Depths of items by the indentation of their bullets, inside each run of items."""
    stack: list[float] = []
    for draft in drafts:
        if draft.kind != "item":
            stack = []
            continue
        step = 0.45 * max(draft.size, 1.0)
        while stack and draft.left < stack[-1] - step:
            stack.pop()
        if not stack or draft.left > stack[-1] + step:
            stack.append(draft.left)
        draft.level = len(stack)


def furniture_of(pages: Sequence[tuple[int, float, float, Sequence[Chunk]]]) -> dict[int, tuple[BlockKind, bool]]:
    """Which chunks are running headers and footers: id of the chunk -> its kind and whether to keep its text.

    Each page is (number, bottom, top, chunks) in the reading frame. What stands in the outer tenth of the page at one
    height with one text but for its digits, on two thirds of at least two pages, is furniture; so is a lone page number.
    """
    seen: dict[tuple[str, int], list[tuple[int, Chunk, BlockKind]]] = {}
    found: dict[int, tuple[BlockKind, bool]] = {}
    for number, bottom, top, chunks in pages:
        height = top - bottom
        for chunk in chunks:
            if chunk.table >= 0:
                continue
            upper, lower = chunk.baseline > top - 0.1 * height, chunk.baseline < bottom + 0.1 * height
            if not upper and not lower:
                continue
            kind: BlockKind = "header" if upper else "footer"
            text = "".join(glyph[0] for glyph in chunk.glyphs)
            key = re.sub(r"\d+", "#", text), round(chunk.baseline / 4)
            seen.setdefault(key, []).append((number, chunk, kind))
            if len(pages) > 1 and len(chunks) < 2000 and _PAGE_NUMBER.fullmatch(text) and len(text) < 14 and _is_alone(chunk, chunks):
                found[id(chunk)] = (kind, False)
    for (_, _), members in seen.items():
        on = {number for number, _, _ in members}
        if len(pages) > 1 and len(on) >= max(2, -(-2 * len(pages) // 3)):
            first = min(on)
            for number, chunk, kind in members:
                found[id(chunk)] = (kind, number == first)
    return found


def _is_alone(chunk: Chunk, chunks: Sequence[Chunk]) -> bool:
    """Whether nothing else stands on the line and everything else is on one side of it."""
    others = [other.baseline for other in chunks if other is not chunk]
    return all(base > chunk.baseline + 8 for base in others) or all(base < chunk.baseline - 8 for base in others)
