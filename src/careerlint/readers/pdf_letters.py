"""The letters of a PDF page as PDFium sees them: text, box, baseline, size, weight and colour, read through raw ctypes."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from careerlint.expression import Expression
from careerlint.model.page_lines import Box, turned_box
from careerlint.readers.limits import UnreadableError
from careerlint.readers.pdf_drawing import Drawing, read_drawing
from careerlint.readers.pdf_native import native

SPACE = " "
BULLET_CODES = frozenset((0xF0B7, 0xF0A7, 0xF0A8, 0xF0D8, 0xF0FC, 0xF076, 0xF06E, 0xF06C, 0xF071))
"""Private-use letters with which Word and LibreOffice write the bullets of the Symbol and Wingdings fonts (icon fonts use others)."""

_COLOURED = 40
"""How far apart red, green and blue are, of 255, where a colour is seen."""
_HYPHEN_CODES = frozenset((0x0002, 0xFFFE))
_BOLD_NAME = Expression(r"bold|black|heavy|demi|[-_ ](?:b|eb|xb|hv)$|볼드|roundeb|roundb|squareb|squareeb|gothicb|cmbx|sfbx|-bd", re.IGNORECASE)
_PLAIN_NAME = Expression(r"regular|light|book|roman|medium|thin", re.IGNORECASE)
_FIXED_NAME = Expression(r"mono|courier|consol|menlo|coding|typewriter|cmtt|sftt|inconsolata|firacode", re.IGNORECASE)


class Style(NamedTuple):
    """What a run of letters looks like; `size` is in points of the page, `direction` 0 to 3 quarter turns to the left.

    `tint` tells colours apart: 0 is black, grey or white, any other number one colour.
    """

    size: float
    bold: bool
    fixed: bool
    white: bool
    invisible: bool
    direction: int
    tint: int = 0


class Letter(NamedTuple):
    """One letter: `left`, `right` and `baseline` are in the reading frame (text runs to the right), `box` in page space.

    `text` holds more than one character where the PDF has one glyph for several (a ligature). `soft` says that PDFium
    takes it for the hyphen of a word broken at the line's end, `hinted` that it sees a space before it that is not written.
    """

    text: str
    left: float
    right: float
    baseline: float
    style: Style
    box: Box
    soft: bool = False
    hinted: bool = False


@dataclass(frozen=True, slots=True)
class PageLetters:
    """A page: its letters in the order of the content stream and the drawn things that tell about them.

    `unmapped` counts letters without a known Unicode value; `frame` is the page's crop box in its own space.
    """

    number: int
    frame: Box
    direction: int
    letters: list[Letter]
    unmapped: int
    drawing: Drawing
    links: tuple[tuple[Box, str], ...]


_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
_unicode = native(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _POINTER, _INT)
_object = native(pdfium.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
_loose = native(pdfium.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
_tight = native(pdfium.FPDFText_GetCharBox, _INT, _POINTER, _INT, _POINTER, _POINTER, _POINTER, _POINTER)
_origin = native(pdfium.FPDFText_GetCharOrigin, _INT, _POINTER, _INT, _POINTER, _POINTER)
_matrix = native(pdfium.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
_size = native(pdfium.FPDFText_GetFontSize, ctypes.c_double, _POINTER, _INT)
_weight = native(pdfium.FPDFText_GetFontWeight, _INT, _POINTER, _INT)
_info = native(pdfium.FPDFText_GetFontInfo, ctypes.c_ulong, _POINTER, _INT, _POINTER, ctypes.c_ulong, _POINTER)
_error = native(pdfium.FPDFText_HasUnicodeMapError, _INT, _POINTER, _INT)
_font = native(pdfium.FPDFTextObj_GetFont, _POINTER, _POINTER)
_mode = native(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
_fill = native(pdfium.FPDFPageObj_GetFillColor, _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)


def read_letters(page: Any, number: int, most: int = 2_000_000) -> PageLetters:
    """Read one `pypdfium2.PdfPage`; `number` counts from 1. Raises `UnreadableError` (too-large) past `most` characters."""
    textpage = page.get_textpage()
    try:
        if textpage.count_chars() > most:
            raise UnreadableError("too-large")
        letters, unmapped = _letters(ctypes.cast(textpage.raw, ctypes.c_void_p).value or 0, textpage.count_chars())
    finally:
        textpage.close()
    frame: Box = tuple(page.get_bbox())
    direction = _main_direction(letters)
    letters = [letter for letter in letters if letter.style.direction == direction]
    if direction:
        letters = [_turned(letter, direction) for letter in letters]
    return PageLetters(number, frame, direction, letters, unmapped, read_drawing(page, frame), _links(page))


def _turned(letter: Letter, direction: int) -> Letter:
    """`baseline` holds y, and for turned text x (see `_letters`)."""
    left, _, right, _ = turned_box(letter.box, direction)
    baseline = letter.baseline if direction == 3 else -letter.baseline
    return letter._replace(left=left, right=right, baseline=baseline)


def _main_direction(letters: list[Letter]) -> int:
    counts = [0, 0, 0, 0]
    for letter in letters:
        counts[letter.style.direction] += 1
    return counts.index(max(counts))


def _letters(textpage: int, count: int) -> tuple[list[Letter], int]:
    box = pdfium.FS_RECTF()
    box_at = ctypes.addressof(box)
    x, y = ctypes.c_double(), ctypes.c_double()
    x_at, y_at = ctypes.addressof(x), ctypes.addressof(y)
    fonts: dict[int, tuple[bool, bool]] = {}
    letters: list[Letter] = []
    unmapped = 0
    last_object = -1
    style = Style(0.0, False, False, False, False, 0)
    baseline = 0.0
    high = 0
    hinted = False
    unicode_of, object_of, loose_of, error_of, plain, add = _unicode, _object, _loose, _error, _PLAIN, letters.append
    for index in range(count):
        code = unicode_of(textpage, index)
        if code == 0x0D or code == 0x0A:
            continue
        text_object = object_of(textpage, index)
        if not text_object:  # PDFium put this space or line end in by itself
            hinted = code == 0x20
            continue
        if text_object != last_object:
            last_object = text_object
            style = _style(textpage, index, text_object, fonts)
            _origin(textpage, index, x_at, y_at)
            baseline = x.value if style.direction & 1 else y.value
        if error_of(textpage, index) == 1:
            unmapped += 1
        loose_of(textpage, index, box_at)
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        text = plain.get(code)
        if text is None:
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000 and high:
                code, high = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00), 0
            text = plain[code] = _clean(code) if code not in _HYPHEN_CODES else "-"
        if not text:
            continue
        if right - left < 0.01 or top - bottom < 0.01:
            left, bottom, right, top = _tight_box(textpage, index, (left, bottom, right, top))
        soft = code in _HYPHEN_CODES
        if letters and _composes(code):
            previous = letters[-1]
            if len(previous.text) > 8:
                continue
            union = (min(previous.box[0], left), min(previous.box[1], bottom), max(previous.box[2], right), max(previous.box[3], top))
            joined = unicodedata.normalize("NFC", previous.text + text)
            letters[-1] = previous._replace(text=joined, left=union[0], right=union[2], box=union)
            continue
        add(Letter(text, left, right, baseline, style, (left, bottom, right, top), soft, hinted))
        hinted = False
    return letters, unmapped


_PLAIN: dict[int, str] = {code: chr(code) for code in range(0x21, 0x7F)}
"""What each code becomes; filled as codes are met. An empty text is left out."""


def _clean(code: int) -> str:
    if code <= 0x20 or code == 0xA0 or code == 0x3000 or 0x2000 <= code <= 0x200A or code == 0x202F or code == 0x7F:
        return SPACE  # NUL and C0 controls stand where Quartz and Skia wrote the glyph of a space
    if code in BULLET_CODES:
        return "•"
    if code == 0xAD:
        return "-"  # a glyph that is drawn is a dash whatever its code: fonts share the glyph of U+002D and U+00AD
    if 0x80 <= code < 0xA0 or 0xE000 <= code < 0xF900 or code >= 0xF0000 or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return ""
    if 0xD800 <= code < 0xE000:
        return "\ufffd"
    if 0x200B <= code <= 0x200F or 0x202A <= code <= 0x202E or 0x2060 <= code <= 0x2069 or code == 0xFEFF or 0xFE00 <= code <= 0xFE0F:
        return ""
    text = chr(code)
    if 0xFB00 <= code <= 0xFB06:
        return unicodedata.normalize("NFKC", text)
    return unicodedata.normalize("NFC", text)


def _composes(code: int) -> bool:
    """Whether the letter joins the one before it: a medial or final jamo, or a combining mark."""
    if code < 0x300:
        return False
    return 0x1160 <= code <= 0x11FF or (not 0x3040 <= code <= 0xFAFF and unicodedata.combining(chr(code)) != 0)


def _style(textpage: int, index: int, text_object: int, fonts: dict[int, tuple[bool, bool]]) -> Style:
    matrix = _MATRIX
    _matrix(textpage, index, ctypes.addressof(matrix))
    a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
    size = _size(textpage, index) * math.hypot(c, d)
    direction = (0 if a >= 0 else 2) if abs(a) >= abs(b) else (1 if b > 0 else 3)
    font = _font(text_object) or 0
    if font not in fonts:
        fonts[font] = _font_look(textpage, index)
    bold, fixed = fonts[font]
    mode = _mode(text_object)
    _fill(text_object, *_COLOUR_AT)
    red, green, blue = (_COLOUR[place].value for place in range(3))
    white = min(red, green, blue) >= 250
    tint = red << 16 | green << 8 | blue if max(red, green, blue) - min(red, green, blue) >= _COLOURED else 0
    return Style(round(size, 2), bold or mode == 2, fixed, white and mode != 1, mode in (3, 7) or _COLOUR[3].value == 0, direction, tint)


_MATRIX = pdfium.FS_MATRIX()
_COLOUR = tuple(ctypes.c_uint() for _ in range(4))
_COLOUR_AT = tuple(ctypes.addressof(value) for value in _COLOUR)


def _font_look(textpage: int, index: int) -> tuple[bool, bool]:
    """Bold and fixed pitch, by the name first: PDFium derives the weight from the stem width, which many producers guess."""
    buffer = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    length = _info(textpage, index, ctypes.addressof(buffer), 256, ctypes.addressof(flags))
    name = buffer.raw[: max(min(length, 256) - 1, 0)].decode("utf-8", "replace")
    bold = _BOLD_NAME.search(name) is not None or (not _PLAIN_NAME.search(name) and _weight(textpage, index) >= 700)
    return bold, _FIXED_NAME.search(name) is not None


def _tight_box(textpage: int, index: int, loose: Box) -> Box:
    edges = [ctypes.c_double() for _ in range(4)]
    _tight(textpage, index, *(ctypes.addressof(edge) for edge in edges))
    left, right, bottom, top = (edge.value for edge in edges)
    if right > left and top > bottom:
        return left, bottom, right, top
    return loose


def _links(page: Any) -> tuple[tuple[Box, str], ...]:
    """Boxes and addresses of the link annotations with an address; never raises, at most 500 for one page."""
    document = page.pdf.raw
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    rectangle = pdfium.FS_RECTF()
    found: list[tuple[Box, str]] = []
    for _ in range(500):
        if not pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
            break
        action = pdfium.FPDFLink_GetAction(link)
        if not action or not pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rectangle)):
            continue
        length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        if not 1 < length < 4096:
            continue
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
        target = "".join(character for character in buffer.value.decode("utf-8", "replace") if character.isprintable())
        found.append(((rectangle.left, min(rectangle.bottom, rectangle.top), rectangle.right, max(rectangle.bottom, rectangle.top)), target))
    return tuple(found)
