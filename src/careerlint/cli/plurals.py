"""Plurals: a count with its noun, in English."""

from __future__ import annotations

_IRREGULAR = {"person": "people"}


def counted(count: int, noun: str) -> str:
    """The count with the noun in the form that it asks for; the last word of the noun is the one that changes."""
    return f"{count} {noun if count == 1 else _IRREGULAR.get(noun, f'{noun}s')}"
