"""Rules in SARIF: what each rule that ran asks, and the help that stands beside its findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from careerlint.model.finding import Level
from careerlint.model.rule import Rule
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.phrases import PHRASES

_LONGEST = 1024
"""GitHub takes no longer description."""
_MOST_TAGS = 10
_PROBLEMS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "recommendation"}
_PRECISIONS = {"stable": "high", "trial": "medium"}


def rule_descriptors(rules: Iterable[Rule], language: str) -> list[dict[str, Any]]:
    """Each rule once, by code, in one language."""
    return [_descriptor(rule, language) for rule in sorted(rules, key=lambda rule: rule.code)]


def _descriptor(rule: Rule, language: str) -> dict[str, Any]:
    helping = _help(rule, language)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _described(rule.summary[language])},
        "fullDescription": {"text": _described(rule.why[language])},
        "help": {
            "text": "\n".join(f"{label}: {text}" for label, text in helping),
            "markdown": "\n\n".join(f"**{label}**: {text}" for label, text in helping),
        },
        "defaultConfiguration": {"level": rule.level},
        "properties": {
            "precision": _PRECISIONS[rule.status],
            "problem.severity": _PROBLEMS[rule.level],
            "tags": ["career", rule.family, *(f"talk-{section}" for section in rule.talk)][:_MOST_TAGS],
        },
    }


def _help(rule: Rule, language: str) -> list[tuple[str, str]]:
    words = PHRASES[language]
    return [(words[key], on_one_line(texts[language])) for key, texts in (("why", rule.why), ("rewrite", rule.rewrite), ("question", rule.question))]


def _described(text: str) -> str:
    line = on_one_line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 3] + "..."
