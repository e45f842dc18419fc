"""Views: the visible part of a page as a person sees it, and where a popup or an icon finds room there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from careerlint.annotations.pdf_bands import Bands
from careerlint.model.page_lines import Box

_ICON = 14.0
_POPUP = (230.0, 150.0)
_STEP = 18.0
_AIR = 3.0


@dataclass(frozen=True, slots=True)
class View:
    """The visible `box` of a page in its own space, shown turned by `quarters` to the right; `unit` is points by unit of that space.

    A seen point is counted from the lower left corner of the page as it is shown.
    """

    box: Box
    quarters: int
    unit: float

    @property
    def width(self) -> float:
        """The width of the page as it is shown."""
        return self.box[3] - self.box[1] if self.quarters & 1 else self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        """The height of the page as it is shown."""
        return self.box[2] - self.box[0] if self.quarters & 1 else self.box[3] - self.box[1]

    def icon(self, title: Box) -> float:
        """The side of an icon at a title: as high as its letters, neither large nor, in points, small."""
        side = max(_ICON / self.unit, min(title[3] - title[1], _ICON))
        return min(side, self.width / 4, self.height / 4)

    def seen(self, box: Box) -> Box:
        """A box of the page's own space as it is seen."""
        left, bottom, right, top = box
        own_left, own_bottom, own_right, own_top = self.box
        if self.quarters == 1:
            return bottom - own_bottom, own_right - right, top - own_bottom, own_right - left
        if self.quarters == 2:
            return own_right - right, own_top - top, own_right - left, own_top - bottom
        if self.quarters == 3:
            return own_top - top, left - own_left, own_top - bottom, right - own_left
        return left - own_left, bottom - own_bottom, right - own_left, top - own_bottom

    def own(self, seen: Box) -> Box:
        """A seen box in the page's own space."""
        left, bottom, right, top = seen
        own_left, own_bottom, own_right, own_top = self.box
        if self.quarters == 1:
            return own_right - top, left + own_bottom, own_right - bottom, right + own_bottom
        if self.quarters == 2:
            return own_right - right, own_top - top, own_right - left, own_top - bottom
        if self.quarters == 3:
            return bottom + own_left, own_top - right, top + own_left, own_top - left
        return left + own_left, bottom + own_bottom, right + own_left, top + own_bottom

    def shows(self, box: Box) -> bool:
        """Whether any of the box is visible."""
        return overlap(box, self.box) > 0


def overlap(first: Box, second: Box) -> float:
    """The area that two boxes share."""
    across = min(first[2], second[2]) - max(first[0], second[0])
    up = min(first[3], second[3]) - max(first[1], second[1])
    return across * up if across > 0 and up > 0 else 0.0


def icon_place(view: View, title: Box, taken: Bands) -> Box:
    """The seen box of an icon at a title (both as seen): in the margin before it, else behind it, on nothing that is taken."""
    side = view.icon(title)
    spots = [_inside(view, spot) for spot in _spots(title, side, _AIR / view.unit)]
    free = (spot for spot in spots if not any(overlap(spot, other) for _, other in taken.near(spot)))
    return next(free, spots[0])


def _spots(title: Box, side: float, air: float) -> Iterator[Box]:
    top = (title[1] + title[3] + side) / 2
    for count in range(1, 4):
        left = title[0] - count * (side + air)
        yield left, top - side, left + side, top
    for count in range(12):
        left = title[2] + air + count * (side + air)
        yield left, top - side, left + side, top
    for count in range(12):
        upper = title[1] - count * side / 2
        yield title[0] - side - air, upper - side, title[0] - air, upper


def _inside(view: View, spot: Box) -> Box:
    """The spot moved into the page, with room for the box that a viewer without upright icons draws it in."""
    side = spot[3] - spot[1]
    edge = _AIR / view.unit
    before = edge + (side if view.quarters in (1, 2) else 0.0)
    above = edge + (side if view.quarters in (2, 3) else 0.0)
    left = min(max(spot[0], before), view.width - side - edge)
    top = min(max(spot[3], side + edge), view.height - above)
    return left, top - side, left + side, top


def upright(view: View, spot: Box) -> Box:
    """The box in the page's own space that an icon which does not turn with the page has to have to be seen at `spot`.

    Viewers keep its upper left corner in that space where it is and turn the icon about it.
    """
    left, bottom, _, top = spot
    x, y, _, _ = view.own((left, top, left, top))
    return x, y - (top - bottom), x + (top - bottom), y


def popup_place(view: View, words: Box, used: set[tuple[int, int]]) -> Box:
    """The seen box of a popup for words as seen: at the right edge, beside them, each a bit lower than the one before it.

    `used` are the rows and columns of popups that have their place; the new one is put in.
    """
    width = min(_POPUP[0] / view.unit, 0.45 * view.width)
    height = min(_POPUP[1] / view.unit, 0.45 * view.height)
    step = min(_STEP / view.unit, height / 4)
    rows, columns = int((view.height - height) / step) + 1, int((view.width - width) / step) + 1
    first = min(max(int((view.height - words[3]) / step), 0), rows - 1)
    spots = (((first + count) % rows, (first + count) // rows) for count in range(rows * columns))
    row, column = next((spot for spot in spots if spot not in used), (first, 0))
    used.add((row, column))
    right, top = view.width - column * step, view.height - row * step
    return right - width, top - height, right, top
