"""Vocabulary files of skills and roles: their shape is checked when they are read, with file and line of the first mistake."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from careerlint.rules.yaml_source import Source

SKILL_KINDS = ("language", "library", "model", "method", "store", "service", "tool", "concept", "everyday")
FIELDS = ("cv", "nlp", "recsys", "speech", "generative", "rl", "tabular")
_SKILL_KEYS = ("kind", "technique", "strict", "exact", "alone", "also", "wrong", "fields", "part_of")
_SWITCHES = ("technique", "strict", "exact", "alone")


def check_skills(source: Source, known: Mapping[str, Any]) -> dict[str, Any]:
    """The skills of one file; `known` are those of files before it, which it may add to. Raises RuleFileError."""
    if not isinstance(source.data, dict):
        raise source.error((), "a file of skills maps names to what they are")
    everything = {**known, **source.data}
    taken = {_compared(text): name for name, item in known.items() for text in _spellings(name, item)}
    for name, item in source.data.items():
        if not isinstance(name, str):
            raise source.error((name,), f"the name '{name}' must be a text; put it between quotation marks", at_key=True)
        source.check_keys((name,), item, _SKILL_KEYS, f"the skill '{name}'")
        if item.get("kind") not in SKILL_KINDS:
            raise source.error((name, "kind"), f"'kind' must be one of {', '.join(SKILL_KINDS)}")
        for key in _SWITCHES:
            if not isinstance(item.get(key, False), bool):
                raise source.error((name, key), f"'{key}' must be true or false")
        for key in ("also", "wrong", "fields", "part_of"):
            source.texts((name, key), item.get(key, []), f"'{key}'")
        for index, field in enumerate(item.get("fields", ())):
            if field not in FIELDS:
                raise source.error((name, "fields", index), f"there is no field '{field}'. Known: {', '.join(FIELDS)}")
        for index, other in enumerate(item.get("part_of", ())):
            if other not in everything:
                near = get_close_matches(other, list(everything), 1)
                hint = f"; did you mean '{near[0]}'?" if near else ""
                raise source.error((name, "part_of", index), f"there is no skill '{other}'{hint}")
        for text in _spellings(name, item):
            holder = taken.setdefault(_compared(text), name)
            if holder != name:
                raise source.error((name,), f"the spelling '{text.removeprefix('=')}' names '{holder}' already", at_key=True)
    return everything


def _spellings(name: str, item: Any) -> tuple[str, ...]:
    return (name, *item.get("also", ()), *item.get("wrong", ()))


def _compared(text: str) -> str:
    """Exact spellings ("=LORA") are their own; the others are compared without case and what joins words."""
    return text if text.startswith("=") else "".join(letter for letter in text.lower() if letter.isalnum() or letter in "+#*")
