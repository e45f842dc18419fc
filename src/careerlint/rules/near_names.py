"""Near names: what somebody may have meant who wrote a name that no rule has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from careerlint.model.rule import Rule


def names_of_rules(rules: Iterable[Rule]) -> dict[str, str]:
    """Every name that a rule goes by in lower case, with how it is written: codes, names and families."""
    return {name.lower(): name for rule in rules for name in (rule.code, rule.name, rule.family)}


def nearest_rule(name: str, known: Mapping[str, str]) -> str:
    """The code, name or family, of those that `names_of_rules` gives, that is nearest to a name; empty where none is near."""
    near = get_close_matches(name.lower(), sorted(known), 1)
    return known[near[0]] if near else ""


def unknown_role(name: str, roles: Iterable[str]) -> str:
    """What is said about a role that neither the vocabulary nor the folders of rules define."""
    known = list(roles)
    near = get_close_matches(name.lower(), known, 1)
    return f"there is no role '{name}'{f'; did you mean {near[0]}?' if near else '.'} There are {', '.join(known)}; roles of your own stand in vocabulary/roles.yml of a folder of rules"


def unknown_rule(name: str, kind: str, rules: Iterable[Rule]) -> str:
    """What is said about a name that no rule has; `kind` is what was looked for."""
    near = nearest_rule(name, names_of_rules(rules))
    return f"there is no {kind} '{name}'{f'; did you mean {near}?' if near else '.'} 'careerlint rules' lists them"
