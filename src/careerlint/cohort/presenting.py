"""Presenting: the numbers of what a store holds, counted once, and what its page and summary tell beside them."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from careerlint.cohort.contents import Contents
from careerlint.cohort.counting import Tally, count_rows
from careerlint.cohort.dashboard import Beside
from careerlint.cohort.examples import Sentence
from careerlint.cohort.rows import Cohort
from careerlint.cohort.teaching import sentences_to_teach
from careerlint.model.rule import Rule


class Presented:
    """What a store holds, ready to be shown: rows are read as they are counted and not kept."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents

    @cached_property
    def tally(self) -> Tally:
        """All numbers."""
        contents = self.contents
        return count_rows(contents.documents(), contents.findings(), contents.entries(), contents.language)

    @cached_property
    def frame(self) -> Cohort:
        """The cohort without the rows that are only counted: of the documents those that could not be read."""
        contents, facts = self.contents, self.contents.facts
        unread = tuple(row for row in contents.documents() if row.error)
        return Cohort(unread, (), (), facts.version, facts.ruleset, facts.as_of, contents.language)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that ran; only those that come along where the folders of others are gone."""
        from careerlint.rules.rule_error import RuleFileError
        from careerlint.rules.rule_set import rule_set_of

        try:
            return rule_set_of(_folders(self.contents.facts.options)).rules
        except RuleFileError:
            return rule_set_of().rules

    @cached_property
    def _sentences(self) -> dict[str, Sentence]:
        return sentences_to_teach(self.tally, self.contents.statements())

    def beside(self, pages: Mapping[str, str]) -> Beside:
        """What is told beside the rows; `pages` holds the address of each person's page where there is one."""
        contents = self.contents
        return Beside(
            self.rules,
            pages,
            tuple(contents.shared()),
            contents.count_silenced(),
            self._sentences,
            contents.changes() or None,
            contents.same_rules(),
            loose=contents.loose(),
            reasons=contents.reasons(),
        )


def _folders(options: str) -> tuple[Path, ...]:
    """The folders of rules that a run was called with."""
    try:
        held = ast.literal_eval(options)
        return tuple(Path(folder) for folder in held.get("rules", ()) or ())
    except (ValueError, SyntaxError, AttributeError, TypeError):
        return ()
