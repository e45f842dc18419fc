"""Vocabulary files: by the name of the file what reads it and adds it to what the files before it say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from careerlint.model.outline import LANGUAGES, Kind, SectionKind
from careerlint.rules.repository_files import check_repository
from careerlint.rules.rule_error import RuleFileError
from careerlint.rules.signal_files import read_lists
from careerlint.rules.skill_files import check_fields, check_roles, check_skills
from careerlint.rules.yaml_source import Source, read_source

Reader = Callable[[Source, Mapping[str, Any], Mapping[str, Any]], dict[str, Any]]
"""Of the source, what files of this name said before, and the whole vocabulary so far it makes what this one adds to."""


def read_vocabulary(files: Sequence[Path]) -> dict[str, Any]:
    """The vocabulary by the name of its files, in the order of the table, for roles name skills; raises RuleFileError."""
    for path in files:
        if path.stem not in READERS:
            near = get_close_matches(path.stem, READERS, 1)
            hint = f"; did you mean '{near[0]}.yml'?" if near else "."
            raise RuleFileError(path, 1, 1, f"there is no vocabulary '{path.stem}'{hint} Known: {', '.join(READERS)}")
    vocabulary: dict[str, Any] = {}
    for name, read in READERS.items():
        for path in (path for path in files if path.stem == name):
            vocabulary[name] = read(read_source(path), vocabulary.get(name, {}), vocabulary)
    return vocabulary


def _lists(source: Source, known: Mapping[str, Any], _: Mapping[str, Any]) -> dict[str, Any]:
    source.check_keys((), source.data, LANGUAGES, "the shared lists")
    return {language: {**known.get(language, {}), **read_lists(source, (language,), source.data.get(language, {}))} for language in LANGUAGES}


def _headings(source: Source, known: Mapping[str, Any], _: Mapping[str, Any]) -> dict[str, Any]:
    """Headings by what they announce; each language is a text of headings between commas."""
    source.check_keys((), source.data, get_args(SectionKind), "the headings")
    merged = {kind: dict(words) for kind, words in known.items()}
    for kind, by_language in source.data.items():
        source.check_keys((kind,), by_language, (*LANGUAGES, "last"), f"'{kind}'")
        for language, words in by_language.items():
            text = source.text((kind, language), words, f"'{kind}.{language}'")
            before = merged.setdefault(kind, {}).get(language, "")
            merged[kind][language] = f"{before}, {text}" if before else text
    return merged


def _titles(source: Source, known: Mapping[str, Any], _: Mapping[str, Any]) -> dict[str, Any]:
    """What titles of documents say, by the kind of the document; each language has a list of expressions."""
    source.check_keys((), source.data, get_args(Kind), "the titles")
    merged = {kind: dict(by_language) for kind, by_language in known.items()}
    for kind, by_language in source.data.items():
        source.check_keys((kind,), by_language, LANGUAGES, f"'{kind}'")
        for language, given in by_language.items():
            found = source.texts((kind, language), given, f"'{kind}.{language}'")
            for index, one in enumerate(found):
                source.expression((kind, language, index), one)
            before = merged.setdefault(kind, {}).get(language, ())
            merged[kind][language] = (*before, *found)
    return merged


def _motivation(source: Source, known: Mapping[str, Any], _: Mapping[str, Any]) -> dict[str, Any]:
    """What asks for a motive, as expressions, and the words that say nothing special."""
    source.check_keys((), source.data, ("asks", "prompts", "common"), "the words of motivation")
    merged = {key: dict(by_language) for key, by_language in known.items()}
    for key, by_language in source.data.items():
        source.check_keys((key,), by_language, LANGUAGES, f"'{key}'")
        for language, words in by_language.items():
            text = source.text((key, language), words, f"'{key}.{language}'")
            if key != "common":
                source.expression((key, language), text)
            before = merged.setdefault(key, {}).get(language, "")
            merged[key][language] = f"{before}{' ' if key == 'common' else '|'}{text}" if before else text
    return merged


READERS: Mapping[str, Reader] = {
    "lists": _lists,
    "skills": lambda source, known, _: check_skills(source, known),
    "fields": lambda source, known, _: {**known, **check_fields(source)},
    "headings": _headings,
    "titles": _titles,
    "motivation": _motivation,
    "roles": lambda source, known, vocabulary: {**known, **check_roles(source, vocabulary.get("skills", {}))},
    "repository": lambda source, known, vocabulary: check_repository(source, known, vocabulary.get("skills", {})),
}
