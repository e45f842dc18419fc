"""Keys of conditions: for each one its field, how it is read from a rule file, and how `why-not` tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast, get_args

from careerlint.expression import Expression
from careerlint.model.claim import Author, Modality, Setting
from careerlint.model.outline import EntryKind, Kind, SectionKind
from careerlint.model.rule import Condition, Within

if TYPE_CHECKING:
    # Compiled rules are asked without YAML.
    from careerlint.rules.yaml_source import Keys, Source

_FORMS = ("prose", "bullet", "row", "cell", "heading", "label")
_WITHIN = Expression(r"(next|previous|neighbours)(?: (\d))?(?: statements?)?|(statement|children|parent|announcement|section|entry|later|document)")

_MOST_TOLD = 8
"""Words of a list that are told; the rule file has the others."""


@dataclass(frozen=True, slots=True)
class ConditionKey:
    """One key: the field of `Condition` that it fills, what reads its value, and what tells it (nothing where another key tells it too).

    Keys of the same `part` are told together: `place` asks where a statement stands and whose it is, `signals` and `tables` ask for
    evidence, and `how` says which evidence counts.
    """

    field: str
    part: str
    read: Callable[[Source, Keys, Any], Any]
    tell: Callable[[Any], str]


def read_condition(source: Source, keys: Keys, value: Any) -> Condition:
    """One condition of a rule file; raises RuleFileError for the first mistake."""
    source.check_keys(keys, value, CONDITION_KEYS, "a condition")
    given = {CONDITION_KEYS[key].field: CONDITION_KEYS[key].read(source, (*keys, key), found) for key, found in value.items()}
    if "within" in given:
        given["within"], given["count"] = given["within"]
    for key, other in _ONLY_BESIDE.items():
        if key in value and other not in value:
            raise source.error((*keys, key), f"'{key}' says nothing without '{other}'; give both, or leave it out", at_key=True)
    return Condition(**given)


@lru_cache(maxsize=1024)
def describe(condition: Condition) -> str:
    """The condition in plain words, for `why-not`: every field that is not as it is by default. The few hundred of all rules stop many matches each."""
    how = ", ".join((f"within {condition.within}{f' {condition.count}' if condition.count > 1 else ''}", *_told(condition, "how")))
    places = list(_told(condition, "place"))
    evidence = [f"{told} ({how})" for told in (*_told(condition, "signals"), *_told(condition, "tables"))]
    return " and ".join((*evidence, *places)) or "always"


def _told(condition: Condition, part: str) -> Iterator[str]:
    """What is told of the given fields of one part; a table beside signals is where those stand."""
    for key in CONDITION_KEYS.values():
        beside = "how" if key.field == "tables" and condition.signals else key.part
        value = getattr(condition, key.field)
        if beside == part and value != _DEFAULTS[key.field] and (told := key.tell(value)):
            yield told


def _texts(source: Source, keys: Keys, value: Any) -> tuple[str, ...]:
    return source.texts(keys, value, f"'{keys[-1]}'")


def _flag(source: Source, keys: Keys, value: Any) -> bool:
    return source.flag(keys, value, f"'{keys[-1]}'")


def _number(source: Source, keys: Keys, value: Any) -> int:
    return source.number(keys, value)


def _names(names: object) -> Callable[[Source, Keys, Any], frozenset[str]]:
    """What reads some of the names of a literal type."""
    allowed = cast("tuple[str, ...]", names if isinstance(names, tuple) else get_args(names))

    def read(source: Source, keys: Keys, value: Any) -> frozenset[str]:
        return frozenset(source.choice(keys, name, allowed) for name in _texts(source, keys, value))

    return read


def _only(word: str) -> Callable[[Source, Keys, Any], bool]:
    """What reads a key that has one value and says something by standing there."""

    def read(source: Source, keys: Keys, value: Any) -> bool:
        source.choice(keys, value, (word,))
        return True

    return read


def _within(source: Source, keys: Keys, value: Any) -> tuple[Within, int]:
    match = _WITHIN.fullmatch(str(value))
    if match is None:
        allowed = "statement, next [n], previous [n], neighbours [n], later, children, parent, announcement, section, entry, document"
        raise source.error(keys, f"'{value}' is no scope; write one of {allowed}")
    return cast("Within", match[1] or match[3]), int(match[2] or 1)


def _any_of(name: str) -> Callable[[Any], str]:
    def tell(values: Any) -> str:
        told = sorted(values)
        more = (f"{len(told) - _MOST_TOLD} more",) if len(told) > _MOST_TOLD else ()
        return f"{name} {' or '.join((*told[:_MOST_TOLD], *more))}"

    return tell


def _at_least(what: str) -> Callable[[Any], str]:
    return lambda count: f"at least {count} {what}"


def _words(words: str) -> Callable[[Any], str]:
    return lambda _: words


CONDITION_KEYS: Mapping[str, ConditionKey] = {
    "signal": ConditionKey("signals", "signals", _texts, " or ".join),
    "tables": ConditionKey("tables", "tables", _flag, lambda given: "a row of a table with figures"),
    "within": ConditionKey("within", "how", _within, _words("")),
    "linked": ConditionKey("linked", "how", _flag, _words("linked")),
    "shared": ConditionKey("shared", "how", _number, lambda count: f"with {count} shared nouns"),
    "about": ConditionKey("about_same", "how", _only("same"), _words("about the same thing")),
    "free-of": ConditionKey("free_of", "how", _texts, lambda names: f"where no {' or '.join(names)} stands beside it"),
    "after": ConditionKey("after", "how", _only("match"), _words("after the match")),
    "outside": ConditionKey("outside", "how", _only("match"), _words("outside the match")),
    "clause": ConditionKey("same_clause", "how", _only("match"), _words("in one clause with the match")),
    "labels": ConditionKey("labels", "how", _flag, _words("said by the words, not by a label or heading")),
    "anyone": ConditionKey("anyone", "how", _flag, _words("told as the author's own")),
    "block": ConditionKey("block", "how", _flag, _words("in the same paragraph or bullet")),
    "weak": ConditionKey("weak", "how", _flag, _words("by strong patterns")),
    "below": ConditionKey("below", "how", _flag, _words("below such a heading too")),
    "least": ConditionKey("least", "how", _number, _at_least("statements")),
    "without": ConditionKey("without", "place", _texts, lambda names: f"no {' or '.join(names)} in it"),
    "size": ConditionKey("size", "place", _number, _at_least("statements in the entry")),
    "tells": ConditionKey("tells", "place", _number, _at_least("statements that tell of the author's work")),
    "told": ConditionKey("told", "place", _number, _at_least("told entries")),
    "entry": ConditionKey("entries", "place", _names(EntryKind), _any_of("entry")),
    "section": ConditionKey("sections", "place", _names(SectionKind), _any_of("section")),
    "kind": ConditionKey("kinds", "place", _names(Kind), _any_of("kind")),
    "setting": ConditionKey("settings", "place", _names(Setting), _any_of("setting")),
    "form": ConditionKey("forms", "place", _names(_FORMS), _any_of("form")),
    "author": ConditionKey("authors", "place", _names(Author), _any_of("author")),
    "modality": ConditionKey("modalities", "place", _names(Modality), _any_of("modality")),
    "words": ConditionKey("words", "place", _texts, _any_of("words")),
    "heading": ConditionKey("headings", "place", _texts, _any_of("heading")),
    "topic": ConditionKey("topics", "place", _texts, _any_of("topic")),
    "opening": ConditionKey("opening", "place", _flag, _words("the statement opens its entry")),
    "announces": ConditionKey("announces", "place", _flag, _words("the statement only announces what follows")),
    "preface": ConditionKey("preface", "place", _flag, _words("the statement stands above the headings of its entry")),
    "identified": ConditionKey("identified", "place", _flag, _words("the statement stands under the name of a class")),
    "quoted": ConditionKey("quoted", "place", _flag, _words("the words stand between quotation marks")),
    "named": ConditionKey("named", "place", _flag, _words("the words are a name")),
}
"""By the key as it is written in a rule file."""

_ONLY_BESIDE = {"shared": "linked", "linked": "signal", "least": "signal", "about": "signal", "free-of": "signal", "after": "signal", "outside": "signal", "clause": "signal", "labels": "signal", "anyone": "signal", "weak": "signal", "below": "signal"}
"""Keys that only say which evidence counts, and the key that asks for it."""
_DEFAULTS = {field.name: field.default for field in fields(Condition)}
