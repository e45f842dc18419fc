"""YAML with places: reads a file into plain data and remembers the line and column of every key and value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from careerlint.expression import Expression
from careerlint.rules.rule_error import RuleFileError

Keys = tuple[str | int, ...]
"""The path of keys and list places that leads to a value."""


@dataclass(frozen=True, slots=True)
class Source:
    """The parsed data of one file and the place (line and column from 1) of every node, by its path of keys."""

    path: Path
    data: Any
    places: Mapping[Keys, tuple[int, int]]
    key_places: Mapping[Keys, tuple[int, int]]

    def error(self, keys: Iterable[str | int], message: str, *, at_key: bool = False) -> RuleFileError:
        """An error at the value under `keys` (at the key itself with `at_key`)."""
        path = tuple(keys)
        places = self.key_places if at_key else self.places
        while path and path not in places:
            path = path[:-1]
        line, column = places.get(path, (1, 1))
        return RuleFileError(self.path, line, column, message)

    def check_keys(self, keys: Keys, value: Any, allowed: Iterable[str], what: str) -> None:
        """Raise unless `value` is a mapping whose keys are all in `allowed`."""
        names = tuple(allowed)
        if not isinstance(value, dict):
            raise self.error(keys, f"{what} must be a mapping with some of the keys {', '.join(names)}")
        for key in value:
            if key not in names:
                near = get_close_matches(str(key), names, 1)
                hint = f"; did you mean '{near[0]}'?" if near else "."
                raise self.error((*keys, key), f"unknown key '{key}' in {what}{hint} Allowed: {', '.join(names)}", at_key=True)

    def text(self, keys: Keys, value: Any, what: str) -> str:
        """`value` as text, or an error that says what was expected."""
        if not isinstance(value, str) or not value.strip():
            raise self.error(keys, f"{what} must be a text")
        return value

    def texts(self, keys: Keys, value: Any, what: str) -> tuple[str, ...]:
        """`value` as a list of texts; one text alone is a list of one."""
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(keys, f"{what} must be a text or a list of texts")
        return tuple(value)

    def flag(self, keys: Keys, value: Any, what: str) -> bool:
        """`value` as true or false, or an error: "no" between quotation marks is a text."""
        if not isinstance(value, bool):
            raise self.error(keys, f"{what} must be true or false, without quotation marks")
        return value

    def number(self, keys: Keys, value: Any) -> int:
        """`value` as a whole number from 0 on, or an error."""
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.error(keys, f"'{value}' is no number; write 0, 1, 2 ...")
        return value

    def choice(self, keys: Keys, value: Any, allowed: tuple[str, ...]) -> Any:
        """`value`, or an error that names what is allowed."""
        if value not in allowed:
            near = get_close_matches(str(value), allowed, 1)
            raise self.error(keys, f"'{value}' is not allowed here{f'; did you mean {near[0]!r}?' if near else ';'} choose one of {', '.join(allowed)}")
        return value

    def expression(self, keys: Keys, value: str) -> str:
        """`value` where it is a regular expression, or an error that says what is wrong in it."""
        try:
            Expression(value).compiled()
        except re.error as error:
            raise self.error(keys, f"this is no regular expression: {error}") from None
        return value

    def mapping(self, keys: Keys, value: Any, what: str) -> dict[Any, Any]:
        """`value` as a mapping with any keys, or an error."""
        if not isinstance(value, dict):
            raise self.error(keys, f"{what} must be a mapping")
        return value


def read_source(path: Path) -> Source:
    """Parse one YAML file; a syntax error, or text that is no UTF-8, becomes a `RuleFileError` with its place."""
    places: dict[Keys, tuple[int, int]] = {}
    key_places: dict[Keys, tuple[int, int]] = {}
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(path.read_text(encoding="utf-8"))
        try:
            node = loader.get_single_node()
            data = _plain(loader, node, (), places, key_places) if node is not None else None
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise RuleFileError(path, line, column, f"this is not valid YAML: {error.problem or error.context}") from error
    except UnicodeDecodeError as error:
        raise RuleFileError(path, 1, 1, "this file is not UTF-8; save it as UTF-8") from error
    except yaml.YAMLError as error:
        # A control letter: the library says which one, but not where.
        raise RuleFileError(path, 1, 1, f"this is not valid YAML: {' '.join(str(error).split())}") from error
    return Source(path, data, places, key_places)


def _plain(
    loader: Any,
    node: yaml.Node,
    keys: Keys,
    places: dict[Keys, tuple[int, int]],
    key_places: dict[Keys, tuple[int, int]],
) -> Any:
    # In a block text (`|`) the first line of the value stands one line below the mark.
    offset = 2 if isinstance(node, yaml.ScalarNode) and node.style == "|" else 1
    places[keys] = (node.start_mark.line + offset, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        result: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node, deep=True)
            if key in result:
                raise yaml.MarkedYAMLError(problem=f"the key '{key}' stands twice", problem_mark=key_node.start_mark)
            path = (*keys, key)
            key_places[path] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            result[key] = _plain(loader, value_node, path, places, key_places)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_plain(loader, item, (*keys, index), places, key_places) for index, item in enumerate(node.value)]
    return loader.construct_object(node, deep=True)
