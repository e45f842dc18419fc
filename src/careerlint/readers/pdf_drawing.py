"""What is drawn on a PDF page besides letters: ruling lines, small dots, filled areas and pictures."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from careerlint.model.page_lines import Box
from careerlint.readers.pdf_native import native

_MOST_OBJECTS = 60_000
_MOST_EDGES = 3_000
_MOST_DEPTH = 3

_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
_object = native(pdfium.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
_inner = native(pdfium.FPDFFormObj_GetObject, _POINTER, _POINTER, ctypes.c_ulong)
_inner_count = native(pdfium.FPDFFormObj_CountObjects, _INT, _POINTER)
_type = native(pdfium.FPDFPageObj_GetType, _INT, _POINTER)
_bounds = native(pdfium.FPDFPageObj_GetBounds, _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
_fill = native(pdfium.FPDFPageObj_GetFillColor, _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
_draw_mode = native(pdfium.FPDFPath_GetDrawMode, _INT, _POINTER, _POINTER, _POINTER)
_segments = native(pdfium.FPDFPath_CountSegments, _INT, _POINTER)
_segment = native(pdfium.FPDFPath_GetPathSegment, _POINTER, _POINTER, _INT)
_point = native(pdfium.FPDFPathSegment_GetPoint, _INT, _POINTER, _POINTER, _POINTER)
_segment_type = native(pdfium.FPDFPathSegment_GetType, _INT, _POINTER)
_object_matrix = native(pdfium.FPDFPageObj_GetMatrix, _INT, _POINTER, _POINTER)

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Edge(NamedTuple):
    """A straight ruling: at `position` (y of a horizontal one, x of an upright one) from `low` to `high`, in page space."""

    upright: bool
    position: float
    low: float
    high: float


@dataclass(slots=True)
class Drawing:
    """`dots` are small filled shapes (bullets that a browser draws), `areas` pictures and filled shapes behind text.

    `picture` is the share of the page that its largest picture covers, `paths` the number of drawn shapes.
    """

    edges: list[Edge] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    areas: list[Box] = field(default_factory=list)
    picture: float = 0.0
    paths: int = 0
    seen: int = 0


def read_drawing(page: Any, frame: Box) -> Drawing:
    """Read the drawn objects of one `pypdfium2.PdfPage`, those inside of forms too."""
    drawing = Drawing()
    pointer = ctypes.cast(page.raw, ctypes.c_void_p).value or 0
    whole = max((frame[2] - frame[0]) * (frame[3] - frame[1]), 1.0)
    for index in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        _read(_object(pointer, index), _SAME, whole, 0, drawing)
    return drawing


_EDGES = tuple(ctypes.c_float() for _ in range(4))
_EDGES_AT = tuple(ctypes.addressof(value) for value in _EDGES)
_COLOUR = tuple(ctypes.c_uint() for _ in range(4))
_COLOUR_AT = tuple(ctypes.addressof(value) for value in _COLOUR)
_MODE, _STROKE = ctypes.c_int(), ctypes.c_int()
_MODE_AT, _STROKE_AT = ctypes.addressof(_MODE), ctypes.addressof(_STROKE)
_X, _Y = ctypes.c_float(), ctypes.c_float()
_X_AT, _Y_AT = ctypes.addressof(_X), ctypes.addressof(_Y)


def _read(drawn: int, matrix: Matrix, whole: float, depth: int, drawing: Drawing) -> None:
    kind = _type(drawn)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        return
    drawing.seen += 1
    if drawing.seen > _MOST_OBJECTS:
        return
    if kind == pdfium.FPDF_PAGEOBJ_FORM:
        if depth < _MOST_DEPTH:
            inner = _times(_matrix_of(drawn), matrix)
            for index in range(min(_inner_count(drawn), _MOST_OBJECTS)):
                _read(_inner(drawn, index), inner, whole, depth + 1, drawing)
        return
    if not _bounds(drawn, *_EDGES_AT):
        return
    box = _moved((_EDGES[0].value, _EDGES[1].value, _EDGES[2].value, _EDGES[3].value), matrix)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        drawing.paths += 1
        _read_path(drawn, box, matrix, drawing)
        return
    drawing.areas.append(box)
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        drawing.picture = max(drawing.picture, (box[2] - box[0]) * (box[3] - box[1]) / whole)


def _read_path(drawn: int, box: Box, matrix: Matrix, drawing: Drawing) -> None:
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    if height < 2.5 and width > 6:
        _add(drawing, Edge(False, (bottom + top) / 2, left, right))
        return
    if width < 2.5 and height > 6:
        _add(drawing, Edge(True, (left + right) / 2, bottom, top))
        return
    if width < 8 and height < 8:
        if width > 1.2 and height > 1.2 and 0.8 < width / height < 1.25 and len(drawing.dots) < 2000:
            drawing.dots.append(box)
        return
    _draw_mode(drawn, _MODE_AT, _STROKE_AT)
    stroked, filled = _STROKE.value, _MODE.value
    tinted = False
    if filled:
        _fill(drawn, *_COLOUR_AT)
        darkest = min(_COLOUR[0].value, _COLOUR[1].value, _COLOUR[2].value)
        tinted = _COLOUR[3].value > 0 and darkest < 250
        if tinted and darkest < 235:
            drawing.areas.append(box)
    count = _segments(drawn)
    if stroked and 5 < count < 2000:
        _add_segments(drawn, count, matrix, drawing)
    elif (stroked or (tinted and height < 200)) and 4 <= count <= 6:
        _add(drawing, Edge(False, bottom, left, right), Edge(False, top, left, right))
        _add(drawing, Edge(True, left, bottom, top), Edge(True, right, bottom, top))


def _add(drawing: Drawing, *edges: Edge) -> None:
    if len(drawing.edges) < _MOST_EDGES:
        drawing.edges.extend(edges)


def _add_segments(drawn: int, count: int, matrix: Matrix, drawing: Drawing) -> None:
    """Straight parts of a path that draws many lines at once."""
    whole = _times(_matrix_of(drawn), matrix)
    last: tuple[float, float] | None = None
    for index in range(count):
        part = _segment(drawn, index)
        if not _point(part, _X_AT, _Y_AT):
            return
        x, y = _X.value, _Y.value
        here = x * whole[0] + y * whole[2] + whole[4], x * whole[1] + y * whole[3] + whole[5]
        if last is not None and _segment_type(part) == pdfium.FPDF_SEGMENT_LINETO:
            if abs(here[1] - last[1]) < 0.7 and abs(here[0] - last[0]) > 6:
                _add(drawing, Edge(False, here[1], min(here[0], last[0]), max(here[0], last[0])))
            elif abs(here[0] - last[0]) < 0.7 and abs(here[1] - last[1]) > 6:
                _add(drawing, Edge(True, here[0], min(here[1], last[1]), max(here[1], last[1])))
        last = here


def _matrix_of(drawn: int) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not _object_matrix(drawn, ctypes.addressof(matrix)):
        return _SAME
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _moved(box: Box, matrix: Matrix) -> Box:
    if matrix is _SAME:
        return box
    a, b, c, d, e, f = matrix
    xs = [x * a + y * c + e for x in (box[0], box[2]) for y in (box[1], box[3])]
    ys = [x * b + y * d + f for x in (box[0], box[2]) for y in (box[1], box[3])]
    return min(xs), min(ys), max(xs), max(ys)
