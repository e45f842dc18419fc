"""Keys of conditions: each one fills a field, and `why-not` tells of every field that is not as it is by default."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from careerlint.model.rule import Condition
from careerlint.rules.condition_keys import CONDITION_KEYS, describe

PLAIN = Condition(signals=("cause",))
OTHER: dict[type, Any] = {bool: None, int: 3, tuple: ("lesson",), frozenset: frozenset(("x",))}


def other(value: Any) -> Any:
    """Another value of the same type."""
    return not value if isinstance(value, bool) else OTHER[type(value)]


@pytest.mark.parametrize("name", [field.name for field in fields(Condition)])
def test_every_field_is_told(name: str) -> None:
    value = "later" if name == "within" else other(getattr(PLAIN, name))
    changed: dict[str, Any] = {name: value}
    assert describe(replace(PLAIN, **changed)) != describe(PLAIN)


def test_every_field_has_a_key() -> None:
    assert {key.field for key in CONDITION_KEYS.values()} | {"count"} == {field.name for field in fields(Condition)}


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        (Condition(tables=True), "a row of a table with figures (within statement)"),
        (Condition(signals=("metric",), tables=True), "metric (within statement, a row of a table with figures)"),
        (Condition(signals=("cause", "lesson"), within="next", count=3, linked=True, shared=2), "cause or lesson (within next 3, linked, with 2 shared nouns)"),
        (Condition(signals=("lesson",), within="later", least=3, forms=frozenset(("prose",))), "lesson (within later, at least 3 statements) and form prose"),
        (Condition(without=("blame",)), "no blame in it"),
        (Condition(words=("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")), "words a or b or c or d or e or f or g or h or 2 more"),
    ],
)
def test_what_is_told(condition: Condition, told: str) -> None:
    assert describe(condition) == told
