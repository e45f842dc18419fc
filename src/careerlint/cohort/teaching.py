"""Teaching: which rules a mentor should talk about first, and with which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from careerlint.cohort.counting import RuleCount, Tally
from careerlint.cohort.examples import Sentence, example_sentences
from careerlint.cohort.rows import StatementRow
from careerlint.model.rule import Rule

FEWEST, MOST = 3, 5
"""A mentor remembers three things; two more where many people meet them."""
_MANY = 0.2
"""The share of people from which a fourth and fifth rule are named."""
_LONGEST, _LINES = 200, 4
"""An example that is read at a glance."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A rule to teach and how many meet it; `example` is a sentence of the cohort, or `None` where only the rule has one to show."""

    count: RuleCount
    rule: Rule | None
    example: Sentence | None


def lessons(tally: Tally) -> tuple[RuleCount, ...]:
    """The rules that most people meet, the graver first among equals; nothing that one person of several does alone."""
    together = [count for count in tally.rules if count.people > 1 or tally.people_read == 1]
    return tuple(together[:FEWEST] + [count for count in together[FEWEST:MOST] if count.people >= _MANY * tally.people_read])


def teach_first(tally: Tally, rules: Mapping[str, Rule], sentences: Mapping[str, Sentence]) -> tuple[Lesson, ...]:
    """What to teach; `sentences` are those of `sentences_to_teach`, and where one is missing the words of the finding stand alone."""
    return tuple(_lesson(count, rules.get(count.code), sentences) for count in lessons(tally))


def sentences_to_teach(tally: Tally, statements: Iterable[StatementRow]) -> dict[str, Sentence]:
    """By code, the statement that the example of each rule to teach stands in; the statements are read once."""
    return example_sentences({count.code: count.example for count in lessons(tally) if count.example is not None}, statements)


def bad_example(rule: Rule, language: str) -> str:
    """Words that the rule fires on, the shortest of them where they are a whole document."""
    examples = rule.shown(language)
    return _glance(examples.bad) if examples is not None else ""


def good_example(rule: Rule, language: str) -> str:
    """Words that the rule stays silent on."""
    examples = rule.shown(language)
    return _glance(examples.good) if examples is not None else ""


def _lesson(count: RuleCount, rule: Rule | None, sentences: Mapping[str, Sentence]) -> Lesson:
    """The words of a finding are an example where they are a sentence; a title, a name or a private value is nobody's."""
    if count.example is None or (rule is not None and (rule.scope != "statement" or rule.family == "PRV")):
        return Lesson(count, rule, None)
    return Lesson(count, rule, sentences.get(count.code, Sentence("", count.example.text, "")))


def _glance(texts: Sequence[str]) -> str:
    """The first of the texts that is one line, else the shortest, cut where it is long; without the marks around what is found."""
    if not texts:
        return ""
    chosen = next((text for text in texts if "\n" not in text.strip()), min(texts, key=len))
    lines = chosen.replace("[[", "").replace("]]", "").strip().removeprefix("- ").split("\n")
    lines = [line for line in lines if line.strip() and not line.startswith("#")] or lines
    short = "\n".join(lines[:_LINES])[:_LONGEST]
    return short if len(lines) <= _LINES and len(short) < _LONGEST else f"{short.rstrip()} …"
