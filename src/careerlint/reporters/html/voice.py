"""Voice: what may be said of a document on the page: its words with private values hidden, or none of them at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol

from careerlint.expression import Expression
from careerlint.model.finding import Finding, Report, Unreadable
from careerlint.model.rule import Rule
from careerlint.model.span import Span
from careerlint.reporters.clean_text import on_one_line, shown
from careerlint.reporters.html.said import Said, phrase
from careerlint.reporters.html.view import Text
from careerlint.reporters.paths import shown_path
from careerlint.reporters.story import entry_title

_LONGEST = 240
# Wide enough to part a company from its dates, and not folded into one space by a browser.
_TAB = "\N{EM SPACE}\N{EM SPACE}"
# Line ends that only some programs see.
_SEPARATORS = Expression("[\u2028\u2029\x85]")
_BLANK = Expression(r"\{\w+\}")
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


class Voice(Protocol):
    """The words of one document and of the findings on it, as the page may tell them."""

    def words(self, span: Span) -> str:
        """The words of the span on one line, cut where they are many."""

    def text(self, span: Span) -> str:
        """All letters of the span with their line ends."""

    def heading(self, section: int) -> Text:
        """The heading of a section."""

    def title(self, entry: int) -> Text:
        """The title of an entry."""

    def message(self, finding: Finding) -> Text:
        """What the finding says."""

    def texts(self, finding: Finding) -> tuple[str, str, str]:
        """Why it matters, the scaffold of a rewrite, and what an interviewer asks."""


@dataclass(frozen=True)
class Open:
    """Everything is told; private values are masked."""

    report: Report

    def words(self, span: Span) -> str:
        """As they may be shown."""
        cut = Span(span.start, min(span.end, span.start + _LONGEST))
        return on_one_line(self.report.shown(cut)) + (_ELLIPSIS if cut.end < span.end else "")

    def text(self, span: Span) -> str:
        """As they may be shown."""
        return _SEPARATORS.sub(" ", shown(self.report.shown(span).replace("\t", _TAB)))

    def heading(self, section: int) -> Text:
        """The document's own words."""
        return on_one_line(self.report.heading(section)) or phrase("untitled")

    def title(self, entry: int) -> Text:
        """The document's own words."""
        return on_one_line(entry_title(self.report, entry)) or phrase("untitled")

    def message(self, finding: Finding) -> Text:
        """With the writer's words in it."""
        return on_one_line(finding.message)

    def texts(self, finding: Finding) -> tuple[str, str, str]:
        """As the finding has them."""
        return on_one_line(finding.why), on_one_line(finding.rewrite), on_one_line(finding.question)


@dataclass(frozen=True)
class Silent:
    """No word of the document is told: numbers stand for names, and the rule's own texts for those that quote it."""

    report: Report
    rules: Mapping[str, Rule]

    def words(self, span: Span) -> str:
        """None."""
        return ""

    def text(self, span: Span) -> str:
        """None."""
        return ""

    def heading(self, section: int) -> Text:
        """Its number."""
        return phrase("section-number").filled(number=section + 1)

    def title(self, entry: int) -> Text:
        """Its number."""
        return phrase("entry-number").filled(number=entry + 1)

    def message(self, finding: Finding) -> Text:
        """What the rule looks for; the name of a rule that is not known here."""
        rule = self.rules.get(finding.code)
        return rule.summary[self.report.language] if rule else finding.name

    def texts(self, finding: Finding) -> tuple[str, str, str]:
        """The rule's texts with its blanks left open."""
        rule = self.rules.get(finding.code)
        if rule is None:
            return "", "", ""
        why, rewrite, question = (_BLANK.sub(_ELLIPSIS, texts[self.report.language]) for texts in (rule.why, rule.rewrite, rule.question))
        return why, "" if rewrite == _ELLIPSIS else rewrite, question


def name_of(path: str, number: int, root: str, redact: bool) -> tuple[Text, str]:
    """The name of a document and the folder in front of it; a redacted one has its number.

    A folder outside of the root is left out: a page is sent to others, and such a path tells whose machine it was made on.
    """
    if redact:
        return phrase("document-number").filled(number=number), ""
    told = PurePath(shown_path(path, root))
    elsewhere = told.is_absolute() or ".." in told.parts or told.parent == PurePath()
    folder = "" if elsewhere else f"{told.parent.as_posix()}/"
    return told.name or str(told), folder


def reason_of(outcome: Unreadable, redact: bool) -> Said:
    """Why a file could not be linted; what a fault of the linter says may hold its words."""
    if redact and outcome.kind == "internal":
        return phrase("internal")
    return Said(on_one_line(outcome.message_ko), on_one_line(outcome.message))
