"""What runs, at which level: the choices of one call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from careerlint.model.finding import Level
from careerlint.model.outline import Kind
from careerlint.model.rule import Rule
from careerlint.readers.limits import Limits

MessageLanguage = Literal["auto", "ko", "en"]
Profile = Literal["auto", "private", "public-blind", "global"]

GENERALIST = "generalist"
"""The role that asks for nothing of its own; every other one is in `roles.yml`, ours or of a folder of rules."""

RULESET = "2026.12"
"""The rules of this release. Rules that a later release adds carry its name in `since`; a correction of careerlint adds none."""


@dataclass(frozen=True, slots=True)
class Config:
    """Choices of one call; the defaults lint with every stable rule.

    `select` and `ignore` hold codes, names or families; `kind` overrides detection; `language` is that of the messages
    (`auto`: the document's own); `preview` admits trial rules; `as_of` is the day that counts as today. `role` is the
    kind of work applied for, by its name in the vocabulary, or `GENERALIST`; `profile` says who will read the document (`auto`: private for Korean documents, else global).
    `levels` are pairs of a code, name or family and the level that its findings get, the last one that fits decides;
    `ruleset` leaves out the rules that came later than it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: tuple[tuple[str, Level], ...] = ()
    ruleset: str = RULESET
    kind: Kind | None = None
    language: MessageLanguage = "auto"
    preview: bool = False
    role: str = ""
    profile: Profile = "auto"
    as_of: date = field(default_factory=date.today)
    rule_folders: tuple[Path, ...] = ()
    limits: Limits = field(default_factory=Limits)
    use_cache: bool = True


def chosen_rules(rules: Iterable[Rule], config: Config) -> tuple[Rule, ...]:
    """The rules that run under this configuration."""
    newest = order_of_ruleset(config.ruleset)
    return tuple(
        rule
        for rule in rules
        if (config.preview or rule.status == "stable" or _named(rule, config.select, exactly=True))
        and (not config.select or _named(rule, config.select))
        and not _named(rule, config.ignore)
        and order_of_ruleset(rule.since) <= newest
    )


def level_under(rule: Rule, level: Level, config: Config) -> Level:
    """The level of a finding of the rule: the one that the configuration gives, else its own."""
    given = [wanted for name, wanted in config.levels if _named(rule, (name,))]
    return given[-1] if given else level


@cache
def order_of_ruleset(name: str) -> tuple[int, ...]:
    """What sorts rulesets by age: ("2026.12" is 2026, 12); raises ValueError for other names."""
    return tuple(int(part) for part in name.split("."))


def _named(rule: Rule, names: tuple[str, ...], *, exactly: bool = False) -> bool:
    if not names:
        return False
    own = {rule.code.lower(), rule.name} if exactly else {rule.code.lower(), rule.name, rule.family.lower()}
    return any(name.strip().lower() in own for name in names)
