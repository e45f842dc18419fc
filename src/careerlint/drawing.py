"""Drawing: the pages of a document that was linted, as pictures, from the file that it was read from."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from careerlint.model.finding import Report
from careerlint.model.page_lines import Box
from careerlint.model.picture import PagePicture, PagePictures
from careerlint.model.place import PagePlace
from careerlint.readers import Limits, UnreadableError, bytes_of
from careerlint.readers.isolation import work_isolated

_DRAWER = "careerlint.readers.pdf_pictures:draw_pages"


def draw_document(report: Report, limits: Limits | None = None) -> PagePictures | None:
    """The pages of a PDF with private values painted over, drawn in a child process.

    None where the document is no PDF file, or the file is gone, is another one by now, or cannot be drawn.
    """
    document = report.document
    if document.format != "pdf" or not document.folder:
        return None
    path = Path(document.folder, Path(document.path).name)
    limits = limits or Limits()
    try:
        data = bytes_of(path, limits)
        if sha256(data).hexdigest() != document.digest:
            return None
        drawn = work_isolated(_DRAWER, document.path, data, limits, private_boxes(report))
    except UnreadableError:
        return None
    return PagePictures(tuple(PagePicture(*fields) for fields in drawn))


def private_boxes(report: Report) -> tuple[tuple[int, Box], ...]:
    """Where private values stand, as page and box for each line of them."""
    places = (place for value in report.private for place in report.document.places(value.span))
    return tuple((place.page, box) for place in places if isinstance(place, PagePlace) for box in place.boxes)
