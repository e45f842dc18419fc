"""Teaching: which rules a mentor should talk about first, and with which words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careerlint.cohort.counting import RuleCount, Tally
from careerlint.model.rule import Rule

FEWEST, MOST = 3, 5
"""A mentor remembers three things; two more where many people meet them."""
_MANY = 0.2
"""The share of people from which a fourth and fifth rule are named."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A rule to teach, how many meet it, and words that show it: `own` says that they come from the cohort and not from the rule.

    `example` is Korean and English: the same words twice where they are somebody's own, and empty where there are none.
    """

    count: RuleCount
    rule: Rule | None
    example: tuple[str, str]
    own: bool


def teach_first(tally: Tally, rules: Mapping[str, Rule]) -> tuple[Lesson, ...]:
    """The rules that most people meet; notes only where there are too few others, and nothing that one person alone does."""
    together = [count for count in tally.rules if count.people > 1 or tally.people_read == 1]
    grave = [count for count in together if count.level != "note"]
    mild = [count for count in together if count.level == "note"]
    chosen = (grave + mild)[:FEWEST] + [count for count in grave[FEWEST:MOST] if count.people >= _MANY * tally.people_read]
    return tuple(_lesson(count, rules.get(count.code)) for count in chosen)


def bad_example(rule: Rule, language: str) -> str:
    """The first words that a rule about statements fires on; a whole document is no example at a glance."""
    return _line(rule.examples[language].bad) if rule.scope == "statement" and language in rule.examples else ""


def good_example(rule: Rule, language: str) -> str:
    """The first words that a rule about statements stays silent on."""
    return _line(rule.examples[language].good) if rule.scope == "statement" and language in rule.examples else ""


def _lesson(count: RuleCount, rule: Rule | None) -> Lesson:
    """The words of a finding where it is a sentence; a title, a name or a private value is nobody's example."""
    if count.example is not None and (rule is None or (rule.scope == "statement" and rule.family != "PRV")):
        return Lesson(count, rule, (count.example.text, count.example.text), True)
    return Lesson(count, rule, (bad_example(rule, "ko"), bad_example(rule, "en")) if rule else ("", ""), False)


def _line(texts: Sequence[str]) -> str:
    """The first of the texts that is one line, without the marks around what is found."""
    return next((text.replace("[[", "").replace("]]", "").removeprefix("- ") for text in texts if "\n" not in text), "")
