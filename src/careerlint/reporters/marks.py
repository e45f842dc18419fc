"""Marks: the signs that levels and the cells of a story matrix have in every report for people, readable without colour."""

from __future__ import annotations

from collections.abc import Mapping

from careerlint.model.finding import Level

LEVEL_MARKS: Mapping[Level, str] = {"error": "●", "warning": "▲", "note": "·"}
STRENGTH_MARK = "+"
THERE, ABSENT = "●", "·"
"""An element of a story that an entry holds, and one that was not found in it."""
