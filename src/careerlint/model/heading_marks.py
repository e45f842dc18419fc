"""Heading marks: the ■ and its like that stand before the headings of forms as often as before items."""

from __future__ import annotations

MARKS_OF_LISTS = "●○◉★☆※"
"""Marks that editors put before items by themselves, or that point at a remark."""
HEADING_MARKS = f"■□▣▶▷►◆◇◈◎❖{MARKS_OF_LISTS}"
