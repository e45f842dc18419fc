"""Rows: a remark on a page as plain data, the way it travels to the process that writes it."""

from __future__ import annotations

from typing import NamedTuple

from careerlint.model.finding import Level
from careerlint.model.page_lines import Box

IDENTITY = "careerlint-"
"""What the names of our annotations begin with."""


class PageRemark(NamedTuple):
    """A remark on one page: a highlight with a box for each line of the words, or an icon beside the first of the boxes.

    `page` counts from 1, `turn` is that of the page's text. `identity` is the same whenever the same rule remarks the same words.
    """

    page: int
    boxes: tuple[Box, ...]
    turn: int
    icon: bool
    level: Level
    text: str
    rule: str
    identity: str
