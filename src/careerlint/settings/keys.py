"""The keys of a configuration file: what each takes, its default, and how a value is checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, get_args

from careerlint.config import RULESET, Profile, order_of_ruleset
from careerlint.model.finding import LEVELS
from careerlint.model.outline import Kind
from careerlint.model.rule import FIRST_RULESET
from careerlint.readers.limits import Limits

Check = Callable[[object], Any]
"""Gives the value as it is used, or raises ValueError with what the key takes."""

FAIL_ON = (*LEVELS, "never")
NOTES = ("all", "grouped", "none")
LANGUAGES = ("auto", "ko", "en")


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the file. `about` is the comment above it in a file that `careerlint init` writes, `example` its value there."""

    default: Any
    check: Check
    about: str
    example: str


def _names(value: object) -> tuple[str, ...]:
    """A list of texts; one text alone, with or without commas, is a list too."""
    texts = value.split(",") if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip() for text in texts):
        raise ValueError('a list of texts, like ["STO", "CHG001"]')
    return tuple(text.strip() for text in texts)


def _choice(*allowed: str) -> Check:
    def check(value: object) -> str:
        if value not in allowed:
            raise ValueError(f"one of {', '.join(allowed)}")
        return str(value)

    return check


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError("a whole number from 1 on")
    return value


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0.1:
        raise ValueError("a number of seconds from 0.1 on")
    return float(value)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError('a path, like "careerlint-baseline.json"')
    return value


def _role(value: object) -> str:
    """A name alone: which roles there are is known when the rules are read."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError('the name of a role, like "data-engineer"')
    return value


def _ruleset(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}\.\d{2}", value):
        raise ValueError(f'year and month of a ruleset, like "{RULESET}"')
    if order_of_ruleset(value) > order_of_ruleset(RULESET):
        raise ValueError(f'a ruleset up to "{RULESET}"; a newer careerlint is needed for others')
    if order_of_ruleset(value) < order_of_ruleset(FIRST_RULESET):
        raise ValueError(f'a ruleset from "{FIRST_RULESET}" on; there was no rule before')
    return value


def _ignores(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        raise ValueError('a table from file patterns to rules, like "drafts/*" = ["STO"]')
    return tuple((str(glob), _names(names)) for glob, names in value.items())


_LEVELS_TAKE = f"a table from rules to one of {', '.join(LEVELS)}, like CHG001 = \"error\""


_OFF = frozenset(("off", "none", "no", "never", "ignore", "ignored", "disable", "disabled", "silent", "false", "0"))
"""What other linters call a rule that is not asked."""


def _levels(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise ValueError(_LEVELS_TAKE)
    for name, level in value.items():
        if str(level).lower() in _OFF:
            raise ValueError(f"{_LEVELS_TAKE}; '{level}' is none, a rule is switched off by ignore = [\"{name}\"]")
        if level not in LEVELS:
            near = get_close_matches(str(level), LEVELS, 1)
            raise ValueError(f"{_LEVELS_TAKE}; '{level}' is none" + (f", did you mean '{near[0]}'?" if near else ""))
    return tuple((str(name), str(level)) for name, level in value.items())


_LIMITS = Limits()

KEYS: dict[str, Key] = {
    "select": Key((), _names, "Only these rules: codes, names or families. Empty: all.", '["STO", "CHG001"]'),
    "ignore": Key((), _names, "Not these rules.", '["FMT009"]'),
    "exclude": Key((), _names, "Files that a search of folders leaves out, as in a .gitignore.", '["drafts/"]'),
    "fail-on": Key("error", _choice(*FAIL_ON), "From this level on the exit code is 1.", '"error"'),
    "language": Key("auto", _choice(*LANGUAGES), "Language of the messages; auto is that of the document.", '"auto"'),
    "kind": Key(None, _choice(*get_args(Kind)), "What the documents are, if the guess is wrong.", '"project"'),
    "role": Key("", _role, "The work applied for: what it asks for is looked for.", '"data-engineer"'),
    "profile": Key("auto", _choice(*get_args(Profile)), "Who reads it: decides about birth date, photo and the like.", '"auto"'),
    "notes": Key("grouped", _choice(*NOTES), "Notes one by one, missing elements of a story as one block, or none.", '"grouped"'),
    "preview": Key(False, _yes_or_no, "Trial rules too.", "false"),
    "rules": Key((), _names, "Folders with signals and rules of your own.", '["my-rules"]'),
    "ruleset": Key(RULESET, _ruleset, "No rule that is newer than this.", f'"{RULESET}"'),
    "baseline": Key(None, _text, "Findings that were accepted before; only new ones are told.", '"careerlint-baseline.json"'),
    "max-bytes": Key(_LIMITS.bytes, _count, "Largest file, in bytes.", str(_LIMITS.bytes)),
    "max-pages": Key(_LIMITS.pages, _count, "Most pages of a PDF.", str(_LIMITS.pages)),
    "max-characters": Key(_LIMITS.characters, _count, "Most characters of a document.", str(_LIMITS.characters)),
    "timeout": Key(_LIMITS.seconds, _seconds, "Seconds that reading one file may take.", str(_LIMITS.seconds)),
    "per-file-ignores": Key((), _ignores, "Rules that files of these names are spared.", '{ "blog/*.md" = ["STO"] }'),
    "levels": Key((), _levels, "Other levels for rules.", '{ CHG001 = "error", FMT = "note" }'),
}
"""Every key, in the order in which they are told and written."""
