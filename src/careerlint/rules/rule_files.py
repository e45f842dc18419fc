"""Rule files: reads and checks one rule from YAML; a mistake names its line, column and the allowed keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from careerlint.model import story
from careerlint.model.finding import LEVELS
from careerlint.model.rule import ELEMENTS, FIRST_RULESET, Condition, Examples, LevelChange, Rule, Wording
from careerlint.rules.condition_keys import read_condition
from careerlint.rules.yaml_source import Keys, Source, read_source

MESSAGE_LANGUAGES = ("ko", "en")
_KEYS = (
    "code", "name", "level", "status", "talk", "scope", "claim", "fires", "check", "needs", "unless", "levels", "levels-told", "specificity",
    "summary", "message", "why", "rewrite", "question", "typical", "examples", "words", "gap", "most", "every", "gather", "covers", "words-alone", "heard-with", "told-as",
    "denies", "since", "variants", "wordings",
)
_SCOPES = ("statement", "entry", "document")
_TEXTS = ("summary", "message", "why", "rewrite", "question")
_WORDED = ("message", "why", "rewrite", "question", "gap")


def read_rule(path: Path) -> Rule:
    """Read one rule file; raises RuleFileError for the first mistake."""
    source = read_source(path)
    data = source.data
    source.check_keys((), data, _KEYS, "a rule")
    code = source.text(("code",), data.get("code"), "'code'")
    if not re.fullmatch(r"[A-Z]{3}\d{3}", code):
        raise source.error(("code",), f"'{code}' is no code; write three capitals and three digits, like STO001")
    name = source.text(("name",), data.get("name"), "'name'")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise source.error(("name",), f"'{name}' is no rule name; write words in kebab-case, like bare-failure")
    fires = _fires(source, data.get("fires"))
    check = data.get("check", "")
    scope = source.choice(("scope",), data.get("scope", "statement"), _SCOPES)
    if (fires and check) or (scope == "statement" and not fires and not check):
        raise source.error(("fires",), "a rule needs either 'fires: {signal: ...}' or 'check: NAME'")
    gap = _by_language(source, ("gap",), data["gap"], "gap") if "gap" in data else {}
    texts = {key: _by_language(source, (key,), data.get(key), key) for key in _TEXTS}
    words = data.get("words", {})
    source.check_keys(("words",), words, MESSAGE_LANGUAGES, "'words'")
    return Rule(
        code=code,
        name=name,
        level=source.choice(("level",), data.get("level"), LEVELS),
        scope=scope,
        status=source.choice(("status",), data.get("status", "stable"), ("stable", "trial")),
        talk=source.texts(("talk",), data.get("talk", []), "'talk'"),
        claim=source.choice(("claim",), data.get("claim", "own"), ("own", "author", "any")),
        fires=fires,
        check=check,
        needs=_conditions(source, ("needs",), data.get("needs", []), scope),
        unless=_conditions(source, ("unless",), data.get("unless", []), scope),
        levels=_levels(source, data.get("levels", []), scope),
        specificity=source.number(("specificity",), data.get("specificity", 0)),
        typical=_examples(source, data.get("typical", {}), "typical"),
        examples=_examples(source, data.get("examples", {}), "examples"),
        words={language: source.texts(("words", language), value, "'words'") for language, value in words.items()},
        gap=gap,
        levels_told=_by_language(source, ("levels-told",), data["levels-told"], "levels-told") if "levels-told" in data else {},
        most=source.number(("most",), data.get("most", 0)),
        every=source.flag(("every",), data.get("every", False), "'every'"),
        gather=source.flag(("gather",), data.get("gather", False), "'gather'"),
        covers=source.flag(("covers",), data.get("covers", False), "'covers'"),
        words_alone=_words_alone(source, data["words-alone"]) if "words-alone" in data else 0.0,
        heard_with=_conditions(source, ("heard-with",), data.get("heard-with", []), scope),
        told_as=_elements(source, data, "told-as", ELEMENTS),
        denies=_elements(source, data, "denies", tuple(name for name, _ in story.ELEMENTS)),
        variants=_variants(source, data),
        wordings=_wordings(source, data),
        since=_ruleset(source, data.get("since", FIRST_RULESET)),
        path=str(path),
        **texts,
    )


def _elements(source: Source, data: Mapping[str, Any], key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(source.choice((key,), element, known) for element in source.texts((key,), data.get(key, []), f"'{key}'"))


def _ruleset(source: Source, value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}\.\d{2}", value):
        raise source.error(("since",), f"'{value}' names no ruleset; write year and month between quotation marks, like \"{FIRST_RULESET}\"")
    return value


def _by_language(source: Source, keys: Keys, value: Any, what: str) -> dict[str, str]:
    if value is None:
        raise source.error((), f"the rule has no '{what}'; give it in both languages, {{ko: ..., en: ...}}")
    source.check_keys(keys, value, MESSAGE_LANGUAGES, f"'{what}'")
    return {
        language: source.text((*keys, language), value.get(language), f"'{what}.{language}'").strip()
        for language in MESSAGE_LANGUAGES
    }


def _variants(source: Source, data: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    value = data.get("variants", {})
    if not isinstance(value, dict):
        raise source.error(("variants",), "'variants' maps the names that the check gives to texts, {NAME: {ko: ..., en: ...}}")
    if value and not data.get("check"):
        raise source.error(("variants",), "'variants' says nothing without 'check'; give both, or leave it out", at_key=True)
    found = {str(name): _by_language(source, ("variants", name), texts, f"variants.{name}") for name, texts in value.items()}
    if any("{variant}" in text for texts in found.values() for text in texts.values()):
        raise source.error(("variants",), "a variant cannot hold {variant}; write its text")
    return found


def _wordings(source: Source, data: Mapping[str, Any]) -> tuple[Wording, ...]:
    value = data.get("wordings", [])
    if not isinstance(value, list):
        raise source.error(("wordings",), "'wordings' is a list of {when: {words: [...]}, question: {ko: ..., en: ...}}")
    return tuple(_wording(source, ("wordings", index), item, bool(data.get("check"))) for index, item in enumerate(value))


def _wording(source: Source, keys: Keys, item: Any, checked: bool) -> Wording:
    source.check_keys(keys, item, ("when", *_WORDED), "a wording")
    when = item.get("when", {})
    source.check_keys((*keys, "when"), when, ("words", "variant", "level"), "'when'")
    if len(when) != 1 or len(item) == 1:
        raise source.error(keys, "a wording has a 'when' with 'words', 'variant' or 'level', and texts for it")
    if "variant" in when and not checked:
        raise source.error((*keys, "when", "variant"), "'variant' says nothing without 'check'; give both, or leave it out", at_key=True)
    return Wording(
        tuple(word.lower() for word in source.texts((*keys, "when", "words"), when.get("words", []), "'words'")),
        source.texts((*keys, "when", "variant"), when.get("variant", []), "'variant'"),
        {key: _by_language(source, (*keys, key), item[key], key) for key in _WORDED if key in item},
        source.choice((*keys, "when", "level"), when["level"], LEVELS) if "level" in when else None,
    )


def _fires(source: Source, value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    source.check_keys(("fires",), value, ("signal",), "'fires'")
    return source.texts(("fires", "signal"), value.get("signal"), "'fires.signal'")


def _conditions(source: Source, keys: Keys, value: Any, scope: str) -> tuple[Condition, ...]:
    if not isinstance(value, list):
        raise source.error(keys, "conditions are a list; begin each with '- '")
    found = tuple(read_condition(source, (*keys, index), item) for index, item in enumerate(value))
    for index, condition in enumerate(found):
        if condition.free_of and scope != "statement":
            raise source.error((*keys, index, "free-of"), f"'free-of' is asked around a statement only, and this rule is about the {scope}; write 'without', or 'scope: statement'", at_key=True)
    return found


def _words_alone(source: Source, value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or value <= 0:
        raise source.error(("words-alone",), f"'{value}' is no weight; write a number above 0, like 2.5")
    return float(value)


def _levels(source: Source, value: Any, scope: str) -> tuple[LevelChange, ...]:
    if not isinstance(value, list):
        raise source.error(("levels",), "'levels' is a list of {level: ..., when: [...]}")
    changes = []
    for index, item in enumerate(value):
        source.check_keys(("levels", index), item, ("level", "when", "once"), "a level change")
        level = source.choice(("levels", index, "level"), item.get("level"), LEVELS)
        when = _conditions(source, ("levels", index, "when"), item.get("when", []), scope)
        changes.append(LevelChange(level, when, source.flag(("levels", index, "once"), item.get("once", False), "'once'")))
    return tuple(changes)


def _examples(source: Source, value: Any, key: str) -> dict[str, Examples]:
    source.check_keys((key,), value, MESSAGE_LANGUAGES, f"'{key}'")
    examples = {}
    for language, item in value.items():
        keys = (key, language)
        source.check_keys(keys, item, ("bad", "good"), f"{key} in '{language}'")
        bad = source.texts((*keys, "bad"), item.get("bad", []), "'bad'")
        for index, text in enumerate(bad):
            if text.count("[[") != 1 or text.count("]]") != 1:
                raise source.error((*keys, "bad", index), "mark the words of the finding once, between [[ and ]]")
        examples[language] = Examples(bad, source.texts((*keys, "good"), item.get("good", []), "'good'"))
    return examples
