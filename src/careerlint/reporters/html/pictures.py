"""Pictures: the pages of a PDF as they look, with spots on the very boxes of the words."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from careerlint.model.finding import Report
from careerlint.model.page_lines import Box
from careerlint.model.picture import PagePicture, PagePictures
from careerlint.model.place import PagePlace
from careerlint.model.span import Span
from careerlint.reporters.html.anchors import Anchor
from careerlint.reporters.html.sheets import Elements, TextSheet, blocks_by_page
from careerlint.reporters.html.view import Page, Sheet, Spot, Strip
from careerlint.reporters.html.voice import Voice

# Letters end at their box; a spot that touches them looks cut.
_MARGIN = 0.0012


def picture_sheet(report: Report, anchors: Sequence[Anchor], elements: Elements, voice: Voice, drawn: PagePictures) -> Sheet:
    """Every page with its picture and its text; a page that could not be drawn has its text only."""
    pictures = {picture.page: picture for picture in drawn.pages}
    standing = _standing(report, anchors)
    # Under a picture the text is there to be read, not to be led to; a page without one leads to its text.
    plain = TextSheet(report.document, (), Elements("", {}), voice)
    pages = []
    for number, blocks in blocks_by_page(report.document):
        picture = pictures.get(number)
        if picture is None:
            led = TextSheet(report.document, [anchor for held, _ in standing.get(number, ()) for anchor in held], elements, voice)
            pages.append(Page(number, tuple(led.nodes(blocks))))
            continue
        spots = tuple(_spot(held, boxes, elements, voice, picture) for held, boxes in standing.get(number, ()))
        source = f"data:image/{picture.kind};base64," + base64.b64encode(picture.content).decode("ascii")
        pages.append(Page(number, tuple(plain.nodes(blocks)), source, picture.width, picture.height, spots))
    strips = tuple(strip for page in pages for spot in page.spots for strip in spot.strips)
    return Sheet(pages=tuple(pages), covered=bool(report.private), strips=strips)


def _standing(report: Report, anchors: Sequence[Anchor]) -> dict[int, list[tuple[list[Anchor], list[Box]]]]:
    """By page what stands on it, in reading order: the anchors of the same words, and their boxes."""
    together: dict[Span, list[Anchor]] = {}
    for anchor in sorted(anchors, key=lambda anchor: (anchor.span.start, -anchor.span.end)):
        together.setdefault(anchor.span, []).append(anchor)
    standing: dict[int, list[tuple[list[Anchor], list[Box]]]] = {}
    for span, held in together.items():
        boxes: dict[int, list[Box]] = {}
        for place in report.document.places(span):
            if isinstance(place, PagePlace) and place.boxes:
                boxes.setdefault(place.page, []).extend(place.boxes)
        for page, found in boxes.items():
            standing.setdefault(page, []).append((held, found))
    return standing


def _spot(held: Sequence[Anchor], boxes: Sequence[Box], elements: Elements, voice: Voice, picture: PagePicture) -> Spot:
    element, first = elements.name(held)
    cards = tuple(dict.fromkeys(anchor.key for anchor in sorted(held, key=lambda anchor: anchor.kind == "about") if anchor.kind != "told"))
    told = tuple(dict.fromkeys(anchor.key for anchor in held if anchor.kind == "told"))
    exact = [anchor for anchor in held if anchor.kind == "words"]
    levels = [anchor.level for anchor in exact or held if anchor.level is not None]
    strips = tuple(_strip(f"{element}-{index}", picture.shares(box)) for index, box in enumerate(boxes, 1))
    return Spot(
        element, strips, cards, told, min(levels, key=("error", "warning", "note").index) if levels else None, bool(cards) and not exact,
        any(anchor.strong for anchor in held), first, voice.words(held[0].span), elements.numbers(cards),
    )


def _strip(element: str, shares: Box) -> Strip:
    left, top, right, bottom = (min(max(value, 0.0), 1.0) for value in shares)
    left, top, right, bottom = max(left - _MARGIN, 0.0), max(top - _MARGIN, 0.0), min(right + _MARGIN, 1.0), min(bottom + _MARGIN, 1.0)
    return Strip(element, *(round(100 * value, 3) for value in (left, top, right - left, bottom - top)))

