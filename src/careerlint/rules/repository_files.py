"""The vocabulary of repositories: checked when it is read, with file and line of the first mistake."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from careerlint.model.outline import LANGUAGES
from careerlint.rules.yaml_source import Source

_KEYS = (
    "things", "named", "closed", "elsewhere", "used", "unused", "unclaimed", "stack", "apart", "installed", "foreign", "samples", "sources", "dependencies", "locks", "settings",
    "archives", "languages", "libraries", "results", "runs", "manuals", "credits",
)
_THING = ("name", "skills", "claims", "invites", "files", "words", "links", "looked", "unread")
_BY_LANGUAGE = ("closed", "used", "unused", "unclaimed")
_LISTS = ("installed", "foreign", "samples", "sources", "dependencies", "settings", "archives", "results", "runs", "manuals", "credits")

Keys = tuple[str | int, ...]


def check_repository(source: Source, known: Mapping[str, Any], skills: Mapping[str, Any]) -> dict[str, Any]:
    """The vocabulary of one file added to what files before it said; raises RuleFileError."""
    data = source.data
    source.check_keys((), data, _KEYS, "the vocabulary of repositories")
    for name, thing in source.mapping(("things",), data.get("things", {}), "'things'").items():
        _check_thing(source, ("things", name), thing, skills)
    for key in _LISTS:
        source.texts((key,), data.get(key, []), f"'{key}'")
    for key in _BY_LANGUAGE:
        _check_expressions_by_language(source, (key,), data.get(key, {}))
    for key in ("libraries", "languages"):
        for name, words in source.mapping((key,), data.get(key, {}), f"'{key}'").items():
            _check_skill(source, (key, name), name, skills)
            for place, word in enumerate(source.texts((key, name), words, f"'{name}'")):
                if key == "libraries" and not word.startswith("*."):
                    source.expression((key, name, place), word.removeprefix("="))
    merged = {**known}
    for key, value in data.items():
        old = merged.get(key)
        merged[key] = {**old, **value} if isinstance(old, dict) else [*old, *value] if isinstance(old, list) else value
    return merged


def _check_thing(source: Source, keys: Keys, thing: Any, skills: Mapping[str, Any]) -> None:
    source.check_keys(keys, thing, _THING, "what a README claims")
    for key in ("name", "looked"):
        source.check_keys((*keys, key), thing.get(key), LANGUAGES, f"'{key}'")
        for language in LANGUAGES:
            source.text((*keys, key, language), thing[key].get(language), f"'{key}.{language}'")
    for place, name in enumerate(source.texts((*keys, "skills"), thing.get("skills", []), "'skills'")):
        _check_skill(source, (*keys, "skills", place), name, skills)
    source.texts((*keys, "files"), thing.get("files", []), "'files'")
    for key in ("words", "links"):
        for place, word in enumerate(source.texts((*keys, key), thing.get(key, []), f"'{key}'")):
            source.expression((*keys, key, place), word)
    for key in ("claims", "invites"):
        _check_expressions_by_language(source, (*keys, key), thing.get(key, {}))
    source.flag((*keys, "unread"), thing.get("unread", False), "'unread'")


def _check_expressions_by_language(source: Source, keys: Keys, value: Any) -> None:
    source.check_keys(keys, value, LANGUAGES, f"'{keys[-1]}'")
    for language, words in value.items():
        for place, word in enumerate(source.texts((*keys, language), words, f"'{keys[-1]}.{language}'")):
            source.expression((*keys, language, place), word)


def _check_skill(source: Source, keys: Keys, name: str, skills: Mapping[str, Any]) -> None:
    if name not in skills:
        near = get_close_matches(str(name), list(skills), 1)
        raise source.error(keys, f"there is no skill '{name}'" + (f"; did you mean '{near[0]}'?" if near else ""), at_key=isinstance(keys[-1], str))
