"""Pictures: the pages of a PDF as they look, and where a box of a page lies on its picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from careerlint.model.page_lines import Box


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as a picture of `width` by `height` pixels; `kind` is the second half of its media type.

    `frame` is the part of the page's own unrotated space that is seen, `turned` the degrees that viewers turn it clockwise
    (0, 90, 180 or 270).
    """

    page: int
    width: int
    height: int
    frame: Box
    turned: int
    kind: Literal["jpeg", "webp"]
    content: bytes

    def shares(self, box: Box) -> Box:
        """Left, top, right and bottom of a box of the page as shares (0 to 1) of the picture's width and height."""
        return shares_of(box, self.frame, self.turned)


@dataclass(frozen=True, slots=True)
class PagePictures:
    """The pages that could be drawn, in their order."""

    pages: tuple[PagePicture, ...]


def shares_of(box: Box, frame: Box, turned: int) -> Box:
    """`PagePicture.shares` for a frame and its turn; what stands outside of the frame lies outside of 0 to 1."""
    left, bottom, right, top = box
    start, floor, end, ceiling = frame
    across, up = max(end - start, 1e-6), max(ceiling - floor, 1e-6)
    if turned == 90:
        return (bottom - floor) / up, (left - start) / across, (top - floor) / up, (right - start) / across
    if turned == 180:
        return (end - right) / across, (bottom - floor) / up, (end - left) / across, (top - floor) / up
    if turned == 270:
        return (ceiling - top) / up, (end - right) / across, (ceiling - bottom) / up, (end - left) / across
    return (left - start) / across, (ceiling - top) / up, (right - start) / across, (ceiling - bottom) / up
