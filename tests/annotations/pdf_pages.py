"""PDFs that the tests of annotated copies build anew each time, reports with findings at chosen words, and what a copy shows."""

from __future__ import annotations

import ctypes
import io
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.finding import Finding, Level, Report
from careerlint.model.page_lines import Box
from careerlint.model.span import Span
from careerlint.readers.pdf import read_pdf

KOREAN = "HYSMyeongJo-Medium"
WIDTH, HEIGHT = A4

pdfmetrics.registerFont(UnicodeCIDFont(KOREAN))

TITLE = "Nora Finch"
WRAPPED = "because two vendors sent the same container twice"
KOREAN_WORDS = "행사 변수를 넣은 덕분이다"
BROKEN = "take the cache out of the request path altogether"
FINDINGS: dict[str, Level] = {TITLE: "note", WRAPPED: "error", KOREAN_WORDS: "warning", BROKEN: "note"}
"""A title, words over two lines, Korean words over two lines, words over two pages."""


def drawn(draw: Callable[[Canvas], None], **options: Any) -> bytes:
    """The bytes of a PDF whose pages `draw` puts on a canvas of A4."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def write_lines(canvas: Canvas, y: float, texts: list[str], font: str = "Helvetica", size: float = 10, x: float = 60) -> None:
    """Draw lines downwards from the baseline `y`."""
    canvas.setFont(font, size)
    for index, text in enumerate(texts):
        canvas.drawString(x, y - 14 * index, text)


def resume(**options: Any) -> bytes:
    """Two pages in two languages, with wrapped words; the last sentence of the first page goes on on the second."""

    def draw(canvas: Canvas) -> None:
        write_lines(canvas, 780, [TITLE], "Helvetica-Bold", 20)
        write_lines(canvas, 740, ["Rebuilt the nightly import of all shipments of the harbour because two vendors sent the", "same container twice, which cut duplicate rows from 4.1% to 0.2% in six weeks and let", "the finance team close the month a day earlier."])
        write_lines(canvas, 660, ["기준 모형으로 이동 평균을 두고 LightGBM과 비교하여 오차를 18.2%에서 11.7%로 줄였으며 이는 행사", "변수를 넣은 덕분이다."], KOREAN)
        write_lines(canvas, 90, ["The first service was split because every release of the price list stopped the shop", "for twenty minutes, and the only way to shorten that was to take the cache out of the"])
        canvas.showPage()
        write_lines(canvas, 780, ["request path altogether.", "Afterwards a release took forty seconds."])

    return drawn(draw, **options)


def columns() -> bytes:
    """A sidebar and a main column whose lines stand at the same heights."""

    def draw(canvas: Canvas) -> None:
        write_lines(canvas, 780, [TITLE], "Helvetica-Bold", 20)
        write_lines(canvas, 740, ["SKILLS", "Python and SQL", "Airflow, dbt", "Terraform"])
        write_lines(canvas, 740, ["Wrote a scheduler for the clinic that plans forty nurses in", "under a minute, because the old spreadsheet took a whole", "afternoon and still left two shifts empty every week."], x=230)

    return drawn(draw)


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None], **options: Any) -> bytes:
    """The PDF after a change with pikepdf."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(buffer, static_id=True, **options)
    return buffer.getvalue()


def turned(data: bytes, quarters: int, entries: Mapping[str, Any] | None = None, shift: tuple[float, float] = (0.0, 0.0)) -> bytes:
    """The same pages to the eye, stored turned and with /Rotate, moved in their own space by `shift`; `entries` go into the pages."""
    matrices = {0: (1, 0, 0, 1, 0, 0), 1: (0, 1, -1, 0, HEIGHT, 0), 2: (-1, 0, 0, -1, WIDTH, HEIGHT), 3: (0, -1, 1, 0, 0, WIDTH)}

    def change(pdf: pikepdf.Pdf) -> None:
        a, b, c, d, e, f = matrices[quarters]
        size = (HEIGHT, WIDTH) if quarters & 1 else (WIDTH, HEIGHT)
        for page in pdf.pages:
            page.contents_add(f"q {a} {b} {c} {d} {e + shift[0]} {f + shift[1]} cm\n".encode(), prepend=True)
            page.contents_add(b"\nQ")
            page.obj.MediaBox = pikepdf.Array([shift[0], shift[1], shift[0] + size[0], shift[1] + size[1]])
            page.obj.Rotate = 90 * quarters

    return with_entries(changed(data, change), entries or {})


def with_entries(data: bytes, entries: Mapping[str, Any]) -> bytes:
    """The same pages with more entries."""

    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            for key, value in entries.items():
                page.obj[key] = value

    return changed(data, change)


def report_on(data: bytes, findings: Mapping[str, Level], language: str = "en", message: str = "Say why.") -> Report:
    """A report with a finding at the first place of each of the words."""
    document = read_pdf(data, "resume.pdf")
    found = []
    for words, level in findings.items():
        start = document.text.index(words)
        span = Span(start, start + len(words))
        found.append(Finding("STO900", "made-up", level, "statement", span, message, "It matters.", "Because 〈reason〉.", "Why?", (), "f"))
    outline = linter().outline(document, Config())
    return Report(document, outline, (), (), tuple(sorted(found, key=lambda finding: finding.span)), language)


@dataclass(frozen=True)
class Shown:
    """An annotation of ours as other programs see it: `page` from 0, the boxes of its quads, the letters that PDFium finds in them."""

    page: int
    values: Any
    boxes: tuple[Box, ...]
    letters: str

    @property
    def text(self) -> str:
        """What its popup says."""
        return str(self.values["/Contents"])

    @property
    def kind(self) -> str:
        """The subtype without its slash."""
        return str(self.values["/Subtype"])[1:]

    @property
    def rect(self) -> Box:
        """Its rectangle."""
        left, bottom, right, top = (float(value) for value in self.values["/Rect"])
        return left, bottom, right, top


def shown(copy: bytes, kind: str = "") -> list[Shown]:
    """Our annotations without popups, in the order of the file, opened with pypdf; their letters come from PDFium."""
    return [one for one in _shown(copy) if not kind or one.kind == kind]


def _shown(copy: bytes) -> Iterator[Shown]:
    pdf = pypdfium2.PdfDocument(copy)
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(copy), strict=True).pages):
        text = pdf[number].get_textpage()
        for reference in page.get("/Annots", ()):
            values = reference.get_object()
            if values.get("/T") != "careerlint":
                continue
            boxes = tuple(quads(values))
            yield Shown(number, values, boxes, "".join(_inside(text, box) for box in boxes))


def quads(values: Any) -> Iterator[Box]:
    """The boxes around the quads of an annotation."""
    points = [float(value) for value in values.get("/QuadPoints", ())]
    for index in range(0, len(points), 8):
        xs, ys = points[index : index + 8 : 2], points[index + 1 : index + 8 : 2]
        yield min(xs), min(ys), max(xs), max(ys)


def _inside(text: pypdfium2.PdfTextPage, box: Box) -> str:
    """The letters whose middle stands in the box."""
    found = []
    for index in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(index)
        if box[0] <= (left + right) / 2 <= box[2] and box[1] <= (bottom + top) / 2 <= box[3]:
            found.append(chr(pdfium.FPDFText_GetUnicode(text.raw, index)))
    return "".join(found)


def bare(text: str) -> str:
    """Letters and digits only: spaces at line ends are in no box."""
    return "".join(letter for letter in unicodedata.normalize("NFC", text) if letter.isalnum())


def picture(data: bytes, number: int, scale: float = 2.0, annotations: bool = True) -> Any:
    """The page as PDFium draws it."""
    return pypdfium2.PdfDocument(data)[number].render(scale=scale, may_draw_forms=False, draw_annots=annotations).to_pil().convert("RGB")


def pixels_of(data: bytes, number: int, box: Box, scale: float = 2.0) -> tuple[int, int, int, int]:
    """Where a box of the page's own space is in `picture`: left, upper, right, lower."""
    page = pypdfium2.PdfDocument(data)[number]
    width, height = (round(side * scale) for side in page.get_size())
    corners = []
    for x, y in ((box[0], box[1]), (box[2], box[3])):
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page.raw, 0, 0, width, height, 0, x, y, ctypes.byref(across), ctypes.byref(down))
        corners.append((across.value, down.value))
    (x1, y1), (x2, y2) = corners
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def spots_of(image: Any, colour: tuple[int, ...]) -> list[tuple[int, int]]:
    """Where a picture has exactly that colour: from the left, from the top."""
    content, wanted = image.tobytes(), bytes(colour)
    found, start = [], content.find(wanted)
    while start >= 0:
        if start % 3 == 0:
            found.append(((start // 3) % image.width, start // 3 // image.width))
        start = content.find(wanted, start + 1)
    return found
