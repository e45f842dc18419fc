"""Pictures of a PDF's pages, small enough that a portfolio of fifty fits into one file that people send."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence

import pypdfium2
from PIL import Image, ImageDraw

from careerlint.model.page_lines import Box
from careerlint.model.picture import shares_of
from careerlint.readers.limits import Limits, UnreadableError

Cover = tuple[int, Box]
"""A page (from 1) and a box on it that must not be seen."""
Drawn = tuple[int, int, int, Box, int, str, bytes]
"""The fields of a `PagePicture`: plain data, since it leaves a child process."""

# Pixels of one page by the number of pages: A4 at 2 dots a point, at 1.6, at 1.25.
_PIXELS = ((20, 2_000_000), (60, 1_280_000), (300, 780_000))
_MOST_SCALE = 4.0
_LONGEST_SIDE = 8_000
# All pages of a file, and one of few pages; text and a photograph on a page of A4 take 100,000 to 400,000.
_BYTES, _BYTES_OF_A_PAGE = 9_500_000, 600_000
# Format, quality, and the share of the size; the next is tried where a page is larger than its part of all bytes. JPEG takes a tenth of
# the time of WebP and half as many bytes more: a résumé of three pages has room for them.
_STEPS = (("JPEG", 85, 1.0), ("WEBP", 84, 1.0), ("WEBP", 70, 1.0), ("WEBP", 55, 0.8), ("WEBP", 45, 0.6))
# Of JPEG all colours are kept (thin coloured letters blur without); of WebP the fastest method, for a fifth more bytes.
_WITH = {"JPEG": {"subsampling": 0}, "WEBP": {"method": 0}}
_COVER = (138, 142, 148)


def draw_pages(data: bytes, path: str, limits: Limits, covers: Sequence[Cover] = ()) -> tuple[Drawn, ...]:
    """Every page that PDFium can draw, with the boxes of `covers` painted over.

    Call it in a child process: a broken file can hang or abort it. Raises `UnreadableError`.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("encrypted" if "password" in str(error).lower() else "broken") from None
    try:
        if len(pdf) > limits.pages:
            raise UnreadableError("too-many-pages")
        hidden: dict[int, list[Box]] = {}
        for page, box in covers:
            hidden.setdefault(page, []).append(box)
        return tuple(_pictures(pdf, hidden))
    finally:
        pdf.close()


def _pictures(pdf: pypdfium2.PdfDocument, hidden: dict[int, list[Box]]) -> Iterator[Drawn]:
    count = len(pdf)
    pixels = next((pixels for most, pixels in _PIXELS if count <= most), _PIXELS[-1][1])
    room = min(_BYTES // max(count, 1), _BYTES_OF_A_PAGE)
    for index in range(count):
        try:
            page = pdf[index]
        except pypdfium2.PdfiumError:
            continue
        try:
            yield _picture(page, index + 1, pixels, room, hidden.get(index + 1, []))
        except (pypdfium2.PdfiumError, ValueError):
            continue
        finally:
            page.close()


def _picture(page: pypdfium2.PdfPage, number: int, pixels: int, room: int, hidden: Sequence[Box]) -> Drawn:
    frame: Box = tuple(page.get_bbox())
    turned = page.get_rotation() % 360
    width, height = page.get_size()
    scale = min(math.sqrt(pixels / max(width * height, 1.0)), _MOST_SCALE, _LONGEST_SIDE / max(width, height, 1.0))
    image = page.render(scale=scale).to_pil().convert("RGB")
    pen = ImageDraw.Draw(image)
    for box in hidden:
        left, top, right, bottom = shares_of(box, frame, turned)
        pen.rectangle((left * image.width, top * image.height, right * image.width, bottom * image.height), fill=_COVER)
    image, kind, content = _encoded(image, room)
    return number, image.width, image.height, frame, turned, kind, content


def _encoded(image: Image.Image, room: int) -> tuple[Image.Image, str, bytes]:
    """The picture, its format and its bytes, coarser where it takes more than its room; the last step is taken whatever its size is."""
    shrunk, kind, content = image, "", b""
    for kind, quality, share in _STEPS:
        shrunk = image if share == 1.0 else image.resize((max(round(image.width * share), 1), max(round(image.height * share), 1)))
        buffer = io.BytesIO()
        shrunk.save(buffer, kind, quality=quality, **_WITH[kind])
        content = buffer.getvalue()
        if len(content) <= room:
            break
    return shrunk, kind.lower(), content
