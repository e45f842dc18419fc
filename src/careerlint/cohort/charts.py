"""Charts: bars drawn by pygal as plain SVG without script or style; the style sheet of the page colours and hatches them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pygal
from lxml import etree
from markupsafe import Markup
from pygal.style import Style
from rich.cells import cell_len

from careerlint.reporters.cells import cropped
from careerlint.reporters.clean_text import on_one_line

WIDTHS = {"wide": 560, "narrow": 286}
"""The page shows one or the other, so that letters are never scaled down to fit."""
_LETTER = 13
_CELL = _LETTER * 0.58
_NAMES = {"wide": 0.4, "narrow": 0.36}
"""The share of the width that names may take."""
_ROW, _THIN_ROW = 34, 20
_INNER = 0.06
"""A number is written into a part of a bar that is at least this share of the longest bar."""
_PLACES = ("x", "y", "width", "height")
_UNUSED = ("style", "rx", "ry", "text-anchor")


@dataclass(frozen=True, slots=True)
class Series:
    """The bars of one kind: a value for each name, what is written at it, and the class that colours it."""

    mark: str
    values: tuple[float, ...]
    written: tuple[str, ...]


def stacked_bars(names: Sequence[str], series: Sequence[Series]) -> Markup:
    """Horizontal bars, the first name on top, the series behind each other; each number stands in its part where there is room."""
    longest = max((sum(values) for values in zip(*(one.values for one in series), strict=True)), default=0) or 1
    fitting = [
        Series(one.mark, one.values, tuple(text if value >= longest * _INNER else "" for value, text in zip(one.values, one.written, strict=True)))
        for one in series
    ]
    return _in_both_widths(pygal.HorizontalStackedBar, names, fitting, _ROW, {"range": (0, longest), "print_values_position": "center"})


def bars(names: Sequence[str], series: Sequence[Series], most: float) -> Markup:
    """Horizontal bars, the first name on top, the series under each other; `most` is the value of a bar of full length."""
    row = _ROW if len(series) == 1 else _THIN_ROW * len(series) + 8
    # What is written behind the end of a bar needs room there.
    beyond = max((cell_len(text) for one in series for text in one.written), default=0) * _CELL + 12
    return _in_both_widths(pygal.HorizontalBar, names, series, row, {"range": (0, most or 1), "print_values_position": "top", "margin_right": beyond})


def _in_both_widths(kind: Any, names: Sequence[str], series: Sequence[Series], row: int, options: dict[str, Any]) -> Markup:
    return Markup("").join(_drawn(kind, names, series, row, options, width) for width in WIDTHS if names)


def _drawn(kind: Any, names: Sequence[str], series: Sequence[Series], row: int, options: dict[str, Any], width: str) -> Markup:
    labels = [cropped(on_one_line(name), int(WIDTHS[width] * _NAMES[width] / _CELL)) or " " for name in names]
    # pygal makes room for Latin letters; Hangul is nearly twice as wide.
    more = max(0.0, max(cell_len(label) for label in labels) * _CELL - max(map(len, labels)) * _LETTER * 0.6) + 8
    height = row * len(labels) + 8
    chart = kind(
        style=Style(value_font_size=_LETTER, label_font_size=_LETTER), js=[], show_legend=False, spacing=4, margin=2, margin_left=more,
        width=WIDTHS[width], height=height, show_x_labels=False, show_x_guides=False, show_y_guides=False, truncate_label=-1,
        print_values=True, print_zeroes=True, **options,
    )  # fmt: skip
    # pygal draws from the bottom up.
    chart.x_labels = labels[::-1]
    for one in series:
        pairs = zip(one.values[::-1], one.written[::-1], strict=True)
        chart.add(one.mark, [{"value": value, "formatter": lambda _, text=text: text} for value, text in pairs])
    return _plain(chart.render_tree(), [one.mark for one in series], WIDTHS[width], height)


def _plain(root: Any, marks: Sequence[str], width: int, height: int) -> Markup:
    """The drawing without what the page may not hold (script, style, dates) or does not need, its parts under the names of the page."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in ("defs", "desc", "title") or element.get("class") in ("background", "tooltip", "titles"):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        known = element.get("class", "").split()
        for index, mark in enumerate(marks):
            if f"serie-{index}" in known:
                element.set("class", f"series {mark}")
        for name in _UNUSED:
            element.attrib.pop(name, None)
        for name in _PLACES:
            if name in element.attrib:
                element.set(name, f"{float(element.get(name)):.1f}")
    for name in ("id", "viewBox"):
        root.attrib.pop(name, None)
    root.set("class", "chart wide" if width == WIDTHS["wide"] else "chart narrow")
    root.set("width", str(width))
    root.set("height", str(height))
    root.set("aria-hidden", "true")
    etree.cleanup_namespaces(root)
    return Markup(etree.tostring(root, encoding="unicode"))
