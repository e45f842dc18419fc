"""Proof: the examples of every rule are its tests (missing, noisy or misplaced).

An example of a rule that asks for a choice of the call begins with it: `<!-- role: data-analyst -->`. One of a rule that looks
at a repository begins with its files, one on a line with its text: `<!-- repository`, `app.py: import torch` ... `-->`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from careerlint.config import Config
from careerlint.engine import Linter
from careerlint.expression import Expression
from careerlint.model.rule import Rule
from careerlint.model.surroundings import Imagined
from careerlint.readers import read_text

_AS_OF = date(2026, 1, 1)
_FILES = Expression(r"<!-- repository\n(.*?)-->\n", re.DOTALL)
_CHOICE = Expression(r"<!-- (role|profile|kind): ([\w-]+) -->\n")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that its rule does not meet: it did not fire, fired on a good one, or on other words."""

    code: str
    language: str
    fault: Literal["missing", "noisy", "misplaced"]
    example: str
    detail: str


def prove(rule: Rule, linter: Linter) -> Iterator[Failure]:
    """Every example of the rule that fails, in the order of the file."""
    config = Config(select=(rule.code,), preview=True, as_of=_AS_OF)
    for language, examples in (*rule.typical.items(), *rule.examples.items()):
        for bad in examples.bad:
            expected = bad[bad.index("[[") + 2 : bad.rindex("]]")]
            found = _found(bad.replace("[[", "").replace("]]", ""), linter, config)
            if not found:
                yield Failure(rule.code, language, "missing", bad, "the rule did not fire")
            elif " ".join(expected.split()) not in found:
                yield Failure(rule.code, language, "misplaced", bad, f"it fired on {' | '.join(found)}")
        for good in examples.good:
            found = _found(good, linter, config)
            if found:
                yield Failure(rule.code, language, "noisy", good, f"it fired on {' | '.join(found)}")


def _found(text: str, linter: Linter, config: Config) -> list[str]:
    files = _FILES.match(text)
    around = _repository(files[1]) if files is not None else None
    text = text[files.end() :] if files is not None else text
    choice = _CHOICE.match(text)
    if choice is not None:
        named: dict[str, Any] = {choice[1]: choice[2]}
        config = replace(config, **named)
    document = read_text(text.encode(), "README.md" if around else "example.md", config.limits)
    if around is not None:
        document = replace(document, folder=str(around.root))
    return [" ".join(document.words(finding.span).split()) for finding in linter.lint(document, config, around).findings]


def _repository(lines: str) -> Imagined:
    """The repository that an example describes, with the document at its top."""
    files = (line.partition(":") for line in lines.splitlines() if line.strip())
    return Imagined({"README.md": ""} | {path.strip(): text.strip().replace("\\n", "\n") for path, _, text in files})
