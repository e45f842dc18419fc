"""Bands: boxes of a page by the heights they stand at, so that only neighbours are compared on a page full of them."""

from __future__ import annotations

from collections.abc import Iterator

from careerlint.model.page_lines import Box

_HEIGHT = 24.0
# A box over more bands than this stands in all of them.
_MOST = 64


class Bands:
    """Boxes with the number of whom they belong to; boxes that overlap are always near each other."""

    def __init__(self) -> None:
        self._bands: dict[int, list[tuple[int, Box]]] = {}
        self._tall: list[tuple[int, Box]] = []

    def add(self, owner: int, box: Box) -> None:
        """Put a box in."""
        numbers = _numbers(box)
        if len(numbers) > _MOST:
            self._tall.append((owner, box))
            return
        for number in numbers:
            self._bands.setdefault(number, []).append((owner, box))

    def near(self, box: Box) -> Iterator[tuple[int, Box]]:
        """Owners and boxes at the heights of the box; one may come more than once."""
        numbers = _numbers(box)
        yield from self._tall
        if len(numbers) > _MOST:
            for band in self._bands.values():
                yield from band
        else:
            for number in numbers:
                yield from self._bands.get(number, ())


def _numbers(box: Box) -> range:
    return range(int(box[1] // _HEIGHT), int(box[3] // _HEIGHT) + 1)
