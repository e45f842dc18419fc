"""Placing: the pages and boxes at which each remark of a report stands in a PDF, as plain data for the process that writes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from careerlint.annotations.pdf_row import IDENTITY, PageRemark
from careerlint.annotations.remarks import Remark, title_of
from careerlint.model.document import Document
from careerlint.model.finding import Report
from careerlint.model.page_lines import Box, lines_of
from careerlint.model.place import PagePlace, PageRange
from careerlint.model.span import Span

# Ten times the largest page that the standard allows.
_FAR = 144_000.0


def page_remarks(report: Report, remarks: Sequence[Remark]) -> tuple[PageRemark, ...]:
    """Each remark on each page that its words stand on, in the order of `remarks`."""
    titles = {entry.title for entry in report.outline.entries} | {title_of(report)}
    seen: Counter[str] = Counter()
    placed: list[PageRemark] = []
    for remark in remarks:
        places = _by_page(_on_pages(report.document, remark.span), report.document)
        icon = remark.elsewhere or remark.span in titles or not places
        places = places or _next_to(report.document, remark.span)
        for place in places[:1] if icon else places:
            key = f"{remark.code}\n{report.document.words(remark.span)}\n{place.page}"
            seen[key] += 1
            identity = IDENTITY + sha256(f"{key}\n{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:20]
            placed.append(
                PageRemark(place.page, place.boxes, report.document.turn(place.page), icon, remark.level, remark.text(), remark.rule, identity)
            )
    return tuple(placed)


def lines_beside(document: Document, placed: Sequence[PageRemark]) -> dict[int, tuple[Box, ...]]:
    """The boxes of all lines of those pages that get an icon: it should stand on no letter."""
    boxes: dict[int, list[Box]] = {remark.page: [] for remark in placed if remark.icon}
    for piece in document.pieces if boxes else ():
        if isinstance(piece.origin, PageRange) and piece.origin.page in boxes:
            boxes[piece.origin.page].extend(box for box in piece.origin.boxes if _is_drawable(box))
    return {page: lines_of(found, document.turn(page)) for page, found in boxes.items()}


def _next_to(document: Document, span: Span) -> list[PagePlace]:
    """The place of the letters next to words that have none, since the reader put them in."""
    following = _on_pages(document, Span(span.start, len(document.text)))
    nearest = next(following, None) or next(_on_pages(document, Span(0, len(document.text))), None)
    return [nearest] if nearest else []


def _on_pages(document: Document, span: Span) -> Iterator[PagePlace]:
    for place in document.places(span):
        boxes = tuple(box for box in place.boxes if _is_drawable(box)) if isinstance(place, PagePlace) else ()
        if isinstance(place, PagePlace) and boxes:
            yield PagePlace(place.page, boxes)


def _is_drawable(box: Box) -> bool:
    """Whether numbers of a file are such that a viewer can draw with them."""
    return all(-_FAR < side < _FAR for side in box)


def _by_page(places: Iterable[PagePlace], document: Document) -> list[PagePlace]:
    """One place for each page: words that go over to the next page and come back are two places there."""
    boxes: dict[int, tuple[Box, ...]] = {}
    for place in places:
        boxes[place.page] = boxes.get(place.page, ()) + place.boxes
    return [PagePlace(page, lines_of(found, document.turn(page))) for page, found in boxes.items()]
