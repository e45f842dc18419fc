"""Packed rules: reads what was compiled of the rules from bytes, building nothing but types of the rules."""

from __future__ import annotations

from typing import Any

from careerlint.packing import dataclass_in, unpack

_ROOMS = ("careerlint.model.", "careerlint.rules.", "careerlint.expression.")
_OTHERS = {("builtins", "frozenset"): frozenset}


def unpack_rules(content: bytes) -> Any:
    """What was packed; raises `pickle.UnpicklingError` for anything that is no part of rules. Packed parts inside stay bytes."""
    return unpack(content, _part_of_rules)


def _part_of_rules(module: str, name: str) -> Any:
    return _OTHERS.get((module, name)) or dataclass_in(_ROOMS, module, name)
