"""The reader of .pdf: pages to letters, letters to lines in reading order, lines to the blocks of one text."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pypdfium2

from careerlint.expression import Expression
from careerlint.model.document import Document
from careerlint.model.page_lines import Box, turned_box
from careerlint.readers.limits import Limits, UnreadableError
from careerlint.readers.pdf_aligned import aligned_cells
from careerlint.readers.pdf_blocks import Draft, blocks_of, drafts_of, furniture_of
from careerlint.readers.pdf_columns import regions_of
from careerlint.readers.pdf_drawing import Drawing
from careerlint.readers.pdf_going_on import highest_of, lowest_of, rows_joined, split_pages
from careerlint.readers.pdf_layout import (
    TOUCHING,
    Chunk,
    Line,
    chunks_of,
    end_at_boxes,
    gap_of_scripts,
    lines_of,
    mirror_margin,
    share_edges,
)
from careerlint.readers.pdf_letters import Letter, PageLetters, Style, read_letters
from careerlint.readers.pdf_tables import Grid, Split, split_tables
from careerlint.readers.pdf_text import HiddenTest, PageFacts, TableRows, TextWriter, without_edge_spaces
from careerlint.readers.pdf_wrap import Wrapping, wrapping_of

_VALUE = Expression(r"[-+±~<>]?\s*\d[\d.,:/\s]*\S{0,3}")
_OFFICE = Expression(r"LibreOffice|OpenOffice")
_BROWSER = Expression(r"Skia/PDF")
_NO_HYPHENS = Expression(r"Skia/PDF|Microsoft")
"""Programs that part no word at the end of a line unless they are told to."""
_FEW_LETTERS = 20
_FILLED = 0.5
_MOST_LINKS = 500
_MOST_AREAS = 400


def read_pdf(data: bytes, path: str, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """Read a PDF; boxes of the pieces are in points of each page's own unrotated space.

    Call it in a child process: a broken file can hang or abort it. Raises `UnreadableError` of the kinds encrypted,
    broken, too-many-pages, too-large and no-text.
    """
    if len(data) > limits.bytes:
        raise UnreadableError("too-large")
    pages, producer = _pages(data, limits)
    _check_text(pages)
    office = _OFFICE.search(producer) is not None
    hyphenates = not office and _NO_HYPHENS.search(producer) is None
    # A browser puts no room of its own between Hangul and Latin.
    wide = TOUCHING if _BROWSER.search(producer) else gap_of_scripts([letter for page in pages for letter in page.letters], office)
    layout = _Layout(wide, office, hyphenates)
    splits, continued = split_pages(pages)
    for place, (page, split) in enumerate(zip(pages, splits, strict=True)):
        layout.add(page, split, place in continued)
    return layout.document(path, pages)


def _pages(data: bytes, limits: Limits) -> tuple[list[PageLetters], str]:
    """The pages, and the program that wrote them."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("encrypted" if "password" in str(error).lower() else "broken") from None
    try:
        if len(pdf) == 0:
            raise UnreadableError("broken")
        if len(pdf) > limits.pages:
            raise UnreadableError("too-many-pages")
        return list(_readable_pages(pdf, limits)), pdf.get_metadata_value("Producer")
    finally:
        pdf.close()


def _readable_pages(pdf: pypdfium2.PdfDocument, limits: Limits) -> Iterator[PageLetters]:
    count = read = 0
    for index in range(len(pdf)):
        try:
            page = pdf[index]
        except pypdfium2.PdfiumError:
            continue
        try:
            letters = read_letters(page, index + 1, limits.characters - count)
            count += len(letters.letters)
            read += 1
            yield letters
        except pypdfium2.PdfiumError:
            continue
        finally:
            page.close()
    if not read:
        raise UnreadableError("broken")


def _check_text(pages: Sequence[PageLetters]) -> None:
    letters = sum(letter.text.isalnum() for page in pages for letter in page.letters)
    drawn = sum(page.drawing.paths for page in pages)
    pictures = any(page.drawing.picture > 0.3 for page in pages)
    if letters == 0 or (letters < _FEW_LETTERS and (pictures or drawn > 200)):
        if drawn > 200 * len(pages) and not pictures:
            raise UnreadableError(
                "no-text",
                "The letters of this file are drawn as outlines; export it with text, or run text recognition.",
                "글자가 도형으로 그려진 파일입니다. 글자를 살려 다시 내보내거나 문자 인식(OCR)을 하세요.",
            )
        raise UnreadableError("no-text")
    unmapped = sum(page.unmapped for page in pages)
    if unmapped > 0.5 * max(sum(len(page.letters) for page in pages), 1):
        raise UnreadableError(
            "no-text",
            "The fonts of this file do not say which letters they hold; export it again with text, or run text recognition.",
            "글꼴에 글자 정보가 없어 읽을 수 없는 파일입니다. 다시 내보내거나 문자 인식(OCR)을 하세요.",
        )


class _Layout:
    """Collects the lines and tables of all pages before blocks are built, since wrapping is judged on the whole file."""

    def __init__(self, wide: float, office: bool, hyphenates: bool) -> None:
        self._wide = wide
        self._office = office
        self._hyphenates = hyphenates
        self._chunks: list[tuple[PageLetters, list[Chunk]]] = []
        self._grids: list[tuple[int, Grid]] = []
        self._continued: dict[int, int] = {}
        self._last = -1
        self._boxes: dict[int, tuple[Box, ...]] = {}
        self._regions = itertools.count()

    def add(self, page: PageLetters, split: Split, goes_on: bool) -> None:
        """Take up a page; `goes_on` says that its highest table goes on with the lowest one of the page before."""
        if goes_on:
            self._continued[len(self._grids) + highest_of(split)] = self._last
        self._last = len(self._grids) + lowest_of(split) if split.grids else -1
        letters, grids = split.letters, split.grids
        self._boxes[page.number] = split.boxes
        on = _on_page(letters, page.frame)
        chunks = chunks_of(list(itertools.compress(letters, on)), self._wide)
        aligned = aligned_cells(chunks) if not page.direction else []
        if aligned:
            found = split_tables(replace(page, letters=letters), aligned, range(len(aligned)))
            letters, grids = found.letters, [*grids, *found.grids]
            on = _on_page(letters, page.frame)
            chunks = chunks_of(list(itertools.compress(letters, on)), self._wide)
        for grid in grids:
            left, bottom, right, top = turned_box(grid.box, page.direction)
            size = sum(letter.text != " " for row in grid.rows for _, cell in row for letter in cell)
            chunks.append(Chunk(left, right, top, 10.0, letters=size, table=len(self._grids), bottom=bottom, top=top))
            self._grids.append((page.number, grid))
        outside = [] if all(on) else [letter for letter, inside in zip(letters, on, strict=True) if not inside]
        self._chunks.append((page, chunks))
        if outside:
            self._chunks.append((replace(page, drawing=Drawing()), chunks_of(outside, self._wide)))

    def document(self, path: str, pages: Sequence[PageLetters]) -> Document:
        lines, furniture = self._lines()
        cells = [[[self._cell_lines(number, *cell) for cell in row] for row in grid.rows] for number, grid in self._grids]
        every = [*lines, *(line for table in cells for row in table for cell in row for line in cell)]
        wrapping = wrapping_of(every, self._office, self._hyphenates)
        self._join(cells)
        lines = [line for line in lines if line.table not in self._continued]
        tables = [_rows(table, wrapping) for table in cells]
        facts = {page.number: PageFacts(page.links, _hidden_test(page)) for page in pages}
        writer = TextWriter(facts, tables)
        drafts = [without_edge_spaces(draft) for draft in [*drafts_of(lines, wrapping), *furniture]]
        writer.write([draft for draft in drafts if draft is not None])
        if not writer.source.length:
            raise UnreadableError("no-text")
        return Document(
            path, "pdf", writer.source.text(), writer.source.pieces(), tuple(writer.blocks), writer.marks(), pages=max(page.number for page in pages),
            picture_pages=tuple(page.number for page in pages if page.drawing.picture > _FILLED and not any(letter.text.isalnum() for letter in page.letters)),
        )

    def _join(self, cells: list[list[list[list[Line]]]]) -> None:
        """Put the rows of tables that go on behind those of the tables that they go on with."""
        roots: dict[int, int] = {}
        for number, before in self._continued.items():
            root = roots[number] = roots.get(before, before)
            joined = rows_joined(self._grids[before][1].rows, self._grids[number][1].rows)
            if joined:
                for upper, lower in zip(cells[root][-1], cells[number][0], strict=True):
                    upper.extend(lower)
            cells[root].extend(cells[number][1 if joined else 0 :])
            cells[number] = []

    def _lines(self) -> tuple[list[Line], list[Draft]]:
        frames = [(page.number, *_heights(page), chunks) for page, chunks in self._chunks]
        running = furniture_of(frames)
        lines: list[Line] = []
        furniture: list[Draft] = []
        for page, chunks in self._chunks:
            regions = regions_of([chunk for chunk in chunks if id(chunk) not in running])
            columns = [lines_of(region, page.number, next(self._regions)) for region in regions]
            share_edges(columns)
            _place_dots([line for found in columns for line in found if line.table < 0], page)
            for found in columns:
                if self._office:
                    mirror_margin(found, turned_box(page.frame, page.direction))
                end_at_boxes(found, self._boxes.get(page.number, ()))
                _mark_links(found, page)
                lines.extend(found)
            for chunk in chunks:
                kind, kept = running.get(id(chunk), ("footer", False))
                if kept:
                    furniture.append(Draft(kind, [(page.number, chunk.glyphs)], page.number, chunk.left, chunk.size))
        return lines, furniture

    def _cell_lines(self, number: int, box: Box, letters: tuple[Letter, ...]) -> list[Line]:
        chunks = chunks_of(letters, self._wide)
        lines = lines_of(chunks, number, next(self._regions)) if chunks else []
        padding = max(min((line.left for line in lines), default=0.0) - box[0], 0.0)
        for line in lines:
            line.edge = max(line.edge, box[2] - min(padding, 12.0))
        return lines


def _rows(table: list[list[list[Line]]], wrapping: Wrapping) -> TableRows:
    rows = [[[draft for draft in map(without_edge_spaces, blocks_of(cell, wrapping)) if draft is not None] for cell in row] for row in table]
    return [(index == 0 and _is_head(row, rows), row) for index, row in enumerate(rows)]


def _is_head(row: Sequence[Sequence[Draft]], rows: Sequence[Sequence[Sequence[Draft]]]) -> bool:
    texts = [" ".join(draft.text for draft in cell) for cell in row]
    if len(rows) < 2 or len(row) < 2 or not all(texts[1:]):
        return False
    bold = all(draft.bold for cell in row for draft in cell)
    others_bold = all(draft.bold for other in rows[1:] for cell in other for draft in cell)
    if bold and not others_bold:
        return True
    values = any(_VALUE.fullmatch(draft.text) for other in rows[1:] for cell in other for draft in cell)
    if any(len(text) > 20 or _VALUE.fullmatch(text) for text in texts):
        return False
    return values or not any(character.isdigit() for text in texts for character in text)


def _heights(page: PageLetters) -> tuple[float, float]:
    frame = turned_box(page.frame, page.direction)
    return frame[1], frame[3]


def _is_on(box: Box, frame: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return frame[0] <= x <= frame[2] and frame[1] <= y <= frame[3]


def _on_page(letters: Sequence[Letter], frame: Box) -> list[bool]:
    """For each letter whether its middle is on the page: `_is_on` of all of them, without a call for each."""
    left, bottom, right, top = frame
    return [left <= (box[0] + box[2]) / 2 <= right and bottom <= (box[1] + box[3]) / 2 <= top for box in [letter.box for letter in letters]]


def _place_dots(lines: Sequence[Line], page: PageLetters) -> None:
    """Bullets that are drawn and not written: a small filled shape shortly before the first letter of a line.

    Behind a line dots mark how well a skill is known; those that stand before a line of another column do not.
    """
    if not 0 < len(page.drawing.dots) < 500:
        return
    dots = [turned_box(dot, page.direction) for dot in page.drawing.dots]
    before = [{index for index, dot in enumerate(dots) if _opens(dot, line)} for line in lines]
    bullets = set().union(*before)
    marks = [dot for index, dot in enumerate(dots) if index not in bullets]
    for line, opening in zip(lines, before, strict=True):
        line.dot = bool(opening) and not any(dot[0] > line.right and abs((dot[1] + dot[3]) / 2 - line.baseline) < line.size for dot in marks)


def _opens(dot: Box, line: Line) -> bool:
    """Whether a dot stands where the bullet of a line does."""
    return (
        0 < line.left - dot[2] < 2.0 * line.size
        and line.baseline - 0.1 * line.size < (dot[1] + dot[3]) / 2 < line.baseline + 0.7 * line.size
        and dot[2] - dot[0] < 0.6 * line.size
    )


def _mark_links(lines: Sequence[Line], page: PageLetters) -> None:
    """Lines most of whose letters lead somewhere: such a line has the colour of links."""
    if not 0 < len(page.links) < _MOST_LINKS:
        return
    for line in lines:
        boxes = [box for _, box, _ in line.glyphs if box is not None]
        inside = sum(any(_is_on(box, area) for area, _ in page.links) for box in boxes)
        line.linked = 2 * inside > len(boxes)


def _hidden_test(page: PageLetters) -> HiddenTest:
    """Hidden by its attributes: invisible ink, under 2 points, off the page, or white on nothing."""
    scanned = page.drawing.picture > 0.5
    areas = page.drawing.areas[:_MOST_AREAS]
    crowded = len(page.drawing.areas) > _MOST_AREAS
    complete = all(_on_page(page.letters, page.frame))

    def is_off(box: Box) -> bool:
        return not _is_on(box, page.frame)

    def is_off_or_on_nothing(box: Box) -> bool:
        return is_off(box) or not any(_is_on(box, area) for area in areas)

    def hidden(style: Style) -> Callable[[Box], bool] | None:
        if (style.invisible and not scanned) or style.size < 2.0:
            return _is_always
        if style.white and not crowded:
            return is_off_or_on_nothing
        return None if complete else is_off

    return hidden


def _is_always(_: Box) -> bool:
    return True
