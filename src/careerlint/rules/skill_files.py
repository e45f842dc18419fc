"""Vocabulary files of skills, fields and roles: checked when they are read, with file and line of the first mistake."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from careerlint.model.outline import LANGUAGES
from careerlint.rules.yaml_source import Source

SKILL_KINDS = ("language", "library", "model", "method", "store", "service", "tool", "concept", "everyday")
FIELDS = ("cv", "nlp", "recsys", "speech", "generative", "rl", "tabular")
_SKILL_KEYS = ("kind", "technique", "strict", "exact", "alone", "product", "also", "wrong", "fields", "part_of")
_SWITCHES = ("technique", "strict", "exact", "alone", "product")


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
            source.flag((name, key), item.get(key, False), f"'{key}'")
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


def check_fields(source: Source) -> dict[str, Any]:
    """The fields of machine learning: their names, words and metrics."""
    source.check_keys((), source.data, FIELDS, "the fields")
    for field, item in source.data.items():
        source.check_keys((field,), item, ("name", "words", "metrics"), f"the field '{field}'")
        for key in ("name", "words"):
            source.check_keys((field, key), item.get(key), LANGUAGES, f"'{key}'")
            for language in LANGUAGES:
                source.text((field, key, language), item[key].get(language), f"'{key}.{language}'")
        source.texts((field, "metrics"), item.get("metrics"), "'metrics'")
    return dict(source.data)


def check_roles(source: Source, skills: Mapping[str, Any]) -> dict[str, Any]:
    """The roles with what each asks for; every skill named there must be known."""
    if not isinstance(source.data, dict):
        raise source.error((), "a file of roles maps names to what they ask for")
    for role, item in source.data.items():
        source.check_keys((role,), item, ("name", "needs"), f"the role '{role}'")
        source.check_keys((role, "name"), item.get("name"), LANGUAGES, "'name'")
        if not isinstance(item.get("needs"), list):
            raise source.error((role, "needs"), "'needs' must be a list")
        for index, need in enumerate(item["needs"]):
            _check_need(source, (role, "needs", index), need, skills)
    return dict(source.data)


def _check_need(source: Source, keys: tuple[str | int, ...], need: Any, skills: Mapping[str, Any]) -> None:
    source.check_keys(keys, need, ("name", "any", "words"), "a need")
    source.check_keys((*keys, "name"), need.get("name"), LANGUAGES, "'name'")
    for place, name in enumerate(source.texts((*keys, "any"), need.get("any"), "'any'")):
        if name not in skills:
            near = get_close_matches(name, list(skills), 1)
            raise source.error((*keys, "any", place), f"there is no skill '{name}'" + (f"; did you mean '{near[0]}'?" if near else ""))
    words = need.get("words", {})
    source.check_keys((*keys, "words"), words, LANGUAGES, "'words'")
    for language, value in words.items():
        for place, word in enumerate(source.texts((*keys, "words", language), value, "'words'")):
            source.expression((*keys, "words", language, place), word)


def _spellings(name: str, item: Any) -> tuple[str, ...]:
    return (name, *item.get("also", ()), *item.get("wrong", ()))


def _compared(text: str) -> str:
    """Exact spellings ("=LORA") are their own; the others are compared without case and what joins words."""
    return text if text.startswith("=") else "".join(letter for letter in text.lower() if letter.isalnum() or letter in "+#*")
