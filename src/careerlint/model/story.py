"""The elements of a good project story, as reports show them for each entry."""

from __future__ import annotations

ELEMENTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("goal", ("goal",)),
    ("reason", ("reason",)),
    ("alternative", ("alternative",)),
    ("change", ("change",)),
    ("measure", ("metric", "before-after")),
    ("adversity", ("failure", "difficulty")),
    ("cause", ("cause",)),
    ("remedy", ("remedy",)),
    ("lesson", ("lesson",)),
    ("role", ("role",)),
)
"""The columns of the story matrix, each with the signals that fill it; a rule `denies` those that the words of its finding do not tell."""
