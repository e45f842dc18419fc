"""Signal files: which words say what, in each language, read from YAML into typed patterns."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from careerlint.model.number import NUMBER_SIGNALS
from careerlint.model.outline import LANGUAGES
from careerlint.rules.inflection import inflect
from careerlint.rules.rule_error import RuleFileError
from careerlint.rules.shorthand import Pattern, ShorthandLineError, parse_block
from careerlint.rules.signal_patterns import SignalFile, SignalPattern, normalise_label
from careerlint.rules.yaml_source import Source, read_source

_FILE_KEYS = ("signal", "summary", "sections", "numbers", "terms", *LANGUAGES)
_LANGUAGE_KEYS = ("mood", "lists", "patterns", "sure", "weak", "except", "labels", "spacy")
_MOODS = ("fact", "any")
_TERMS = ("techniques",)


def read_signal(path: Path, shared_lists: Mapping[str, Mapping[str, tuple[str, ...]]]) -> SignalFile:
    """Read and check one signal file; raises RuleFileError for the first mistake."""
    source = read_source(path)
    data = source.data
    source.check_keys((), data, _FILE_KEYS, "a signal file")
    name = source.text(("signal",), data.get("signal"), "'signal'")
    sections = frozenset(source.texts(("sections",), data.get("sections", []), "'sections'"))
    numbers = data.get("numbers", "")
    if numbers and numbers not in NUMBER_SIGNALS:
        raise source.error(("numbers",), f"'numbers' must be one of {', '.join(NUMBER_SIGNALS)}")
    terms = data.get("terms", "")
    if terms and terms not in _TERMS:
        raise source.error(("terms",), f"'terms' must be one of {', '.join(_TERMS)}")
    patterns: list[SignalPattern] = []
    labels: set[str] = set()
    for language in LANGUAGES:
        if language in data:
            found, names = _read_language(source, name, language, data[language], shared_lists.get(language, {}))
            patterns += found
            labels |= names
    return SignalFile(name, tuple(patterns), frozenset(labels), sections, numbers, terms)


def read_lists(source: Source, keys: tuple[str | int, ...], data: Any) -> dict[str, tuple[str, ...]]:
    """A mapping of list names to words; a value is a list, or one text of words between spaces."""
    if not isinstance(data, dict):
        raise source.error(keys, "'lists' must map a name to its words")
    lists: dict[str, tuple[str, ...]] = {}
    for name, value in data.items():
        words = value.split() if isinstance(value, str) else source.texts((*keys, name), value, f"list '{name}'")
        lists[name] = tuple(words)
    return lists


def _read_language(
    source: Source, name: str, language: str, data: Any, shared: Mapping[str, tuple[str, ...]]
) -> tuple[list[SignalPattern], set[str]]:
    source.check_keys((language,), data, _LANGUAGE_KEYS, f"'{language}' of a signal")
    mood = data.get("mood", "any")
    if mood not in _MOODS:
        raise source.error((language, "mood"), f"'mood' must be one of {', '.join(_MOODS)}")
    lists = {**shared, **read_lists(source, (language, "lists"), data.get("lists", {}))}
    patterns: list[SignalPattern] = []
    for key, strength in (("patterns", "strong"), ("sure", "strong"), ("weak", "weak"), ("except", "except")):
        if key not in data:
            continue
        block = data[key]
        if not isinstance(block, str):
            raise source.error((language, key), f"'{key}' must be a block of lines (write '{key}: |')")
        first_line, _ = source.places[(language, key)]
        try:
            parsed = parse_block(block, lists, inflect, first_line)
        except ShorthandLineError as error:
            line = source.path.read_text(encoding="utf-8").splitlines()[error.line - 1]
            indent = len(line) - len(line.lstrip())
            raise RuleFileError(source.path, error.line, indent + error.column, str(error)) from error
        patterns += [SignalPattern(name, language, strength, mood == "fact", pattern, sure=key == "sure") for pattern in parsed]
    patterns += _read_raw(source, name, language, mood == "fact", data.get("spacy", []))
    labels = set(source.texts((language, "labels"), data.get("labels", []), "'labels'"))
    return patterns, {normalise_label(label) for label in labels}


def _read_raw(source: Source, name: str, language: str, fact: bool, data: Any) -> list[SignalPattern]:
    if not isinstance(data, list):
        raise source.error((language, "spacy"), "'spacy' must be a list of spaCy token patterns")
    # Imported here because only compiling needs it.
    import json

    found = []
    for index, tokens in enumerate(data):
        if not isinstance(tokens, list) or not all(isinstance(token, dict) for token in tokens):
            raise source.error((language, "spacy", index), "a spaCy pattern is a list of mappings, one for each token")
        line = source.places[(language, "spacy", index)][0]
        found.append(SignalPattern(name, language, "strong", fact, Pattern((), f"spacy {index + 1}", line), json.dumps(tokens)))
    return found
