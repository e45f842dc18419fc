"""Writing: remarks put into a copy of a PDF with qpdf, in the child process; what others noted there stays."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pikepdf
import pypdfium2

from careerlint.annotations.pdf_objects import Drawn, clear_page, drawing_states, drawn_remarks
from careerlint.annotations.pdf_row import PageRemark
from careerlint.annotations.pdf_view import View
from careerlint.model.page_lines import Box
from careerlint.readers.limits import Limits, UnreadableError

_LETTER: Box = (0.0, 0.0, 612.0, 792.0)
# A form with more fields than this is searched no further for a signature.
_MOST_FIELDS = 20_000


def write_remarks(
    data: bytes, name: str, limits: Limits, rows: Sequence[tuple[Any, ...]], lines: Mapping[int, tuple[Box, ...]]
) -> tuple[bytes, tuple[str, ...]]:
    """The copy with `rows` (`PageRemark`s as plain tuples) on its pages, and what is to be told of it: "restricted", "signed".

    `lines` are the boxes of the text of pages with icons. Where there is nothing to write and nothing of ours to take out, the
    copy is the file itself. Raises `UnreadableError`.
    """
    remarks: dict[int, list[PageRemark]] = {}
    for row in rows:
        remark = PageRemark(*row)
        remarks.setdefault(remark.page, []).append(remark)
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            facts = tuple(_facts(pdf))
            if not _write_pages(pdf, remarks, lines):
                return data, ()
            buffer = io.BytesIO()
            # Streams stay as they are, byte for byte; without a time and with an /ID made of the content, so does the whole.
            pdf.save(buffer, deterministic_id=True, min_version="1.4", stream_decode_level=pikepdf.StreamDecodeLevel.none)
        copy = buffer.getvalue()
        _check_copy(data, copy)
    except pikepdf.PasswordError:
        raise UnreadableError("encrypted") from None
    except (pikepdf.PdfError, RuntimeError):
        # What qpdf finds wrong with its own work and all that PDFium says is a RuntimeError.
        raise _unwritable() from None
    return copy, facts


def _write_pages(pdf: pikepdf.Pdf, remarks: Mapping[int, list[PageRemark]], lines: Mapping[int, tuple[Box, ...]]) -> bool:
    """Put the remarks on their pages in place of earlier ones of ours; says whether there was anything to do."""
    if remarks and max(remarks) > len(pdf.pages):
        raise _unwritable()
    states = drawing_states(pdf)
    changed = False
    for number, page in enumerate(pdf.pages, 1):
        here = remarks.get(number, ())
        kept, own = clear_page(page.obj, {remark.identity for remark in here})
        if not here and not own:
            continue
        changed = True
        view = _view(page.obj)
        drawn = drawn_remarks(here, view, lines.get(number, ()))
        page.obj.Annots = pdf.make_indirect(pikepdf.Array([*kept, *_annotations(pdf, page.obj, drawn, own, states)]))
    return changed


def _annotations(
    pdf: pikepdf.Pdf, page: pikepdf.Object, drawn: Sequence[Drawn], own: Mapping[str, pikepdf.Object], states: pikepdf.Object
) -> Iterator[pikepdf.Object]:
    """Each annotation and its popup; one that was there before keeps its object, since replies of people point to it."""
    for one in drawn:
        values = one.annotation(pdf, states)
        before = own.get(one.remark.identity)
        if before is not None and before.is_indirect and before.get("/Subtype") == values["/Subtype"]:
            for key in list(before.keys()):
                del before[key]
            annotation = before
        else:
            annotation = pdf.make_indirect(pikepdf.Dictionary())
        for key, value in values.items():
            annotation[key] = value
        popup = pdf.make_indirect(one.popup())
        annotation.P = popup.P = page
        annotation.Popup, popup.Parent = popup, annotation
        yield annotation
        yield popup


def _view(page: pikepdf.Object) -> View:
    media = _box(page.get("/MediaBox")) or _LETTER
    crop = _box(page.get("/CropBox")) or media
    visible = max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3])
    if visible[2] <= visible[0] or visible[3] <= visible[1]:
        visible = media
    turned, unit = _number(page.get("/Rotate"), 0.0), _number(page.get("/UserUnit"), 1.0)
    return View(visible, round(turned / 90) % 4, unit if 0.01 <= unit <= 1000 else 1.0)


def _box(value: Any) -> Box | None:
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    try:
        x, y, other_x, other_y = (float(number) for number in list(value))
    except (TypeError, ValueError):
        return None
    box = min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)
    return box if box[2] > box[0] and box[3] > box[1] else None


def _number(value: Any, usual: float) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return usual


def _facts(pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.is_encrypted:
        yield "restricted"
    if _is_signed(pdf):
        yield "signed"


def _is_signed(pdf: pikepdf.Pdf) -> bool:
    """Whether somebody has signed the file (an empty field for a signature is none), or its maker has for a viewer."""
    permissions = pdf.Root.get("/Perms")
    if isinstance(permissions, pikepdf.Dictionary) and any(key in permissions for key in ("/DocMDP", "/UR", "/UR3")):
        return True
    form = pdf.Root.get("/AcroForm")
    fields = _children(form, "/Fields")
    seen: set[tuple[int, int]] = set()
    while fields and len(seen) < _MOST_FIELDS:
        field = fields.pop()
        if field.objgen in seen and field.is_indirect:
            continue
        seen.add(field.objgen if field.is_indirect else (-len(seen) - 1, 0))
        value = field.get("/V")
        if isinstance(value, pikepdf.Dictionary) and "/ByteRange" in value:
            return True
        fields += _children(field, "/Kids")
    return False


def _children(parent: Any, key: str) -> list[pikepdf.Object]:
    children = parent.get(key) if isinstance(parent, pikepdf.Dictionary) else None
    return [child for child in children if isinstance(child, pikepdf.Dictionary)] if isinstance(children, pikepdf.Array) else []


def _check_copy(data: bytes, copy: bytes) -> None:
    """Refuse a copy that reads differently: qpdf and PDFium may repair a damaged file in two ways."""
    first, second = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument(copy)
    try:
        if len(first) != len(second) or any(_letters(first, index) != _letters(second, index) for index in range(len(first))):
            raise _unwritable()
    finally:
        second.close()
        first.close()


def _letters(pdf: pypdfium2.PdfDocument, index: int) -> str | None:
    """The letters of a page (from 0); None where it cannot be read."""
    try:
        page = pdf[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return None
    letters = str(text.get_text_range())
    text.close()
    page.close()
    return letters


def _unwritable() -> UnreadableError:
    return UnreadableError(
        "broken",
        "The file can be read, but it is too damaged to write remarks into a copy; open it in a viewer and print it as a new PDF.",
        "읽을 수는 있지만 파일이 손상되어 사본에 메모를 달 수 없습니다. 뷰어에서 열어 PDF로 다시 인쇄한 뒤 시도하세요.",
    )
