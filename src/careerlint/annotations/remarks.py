"""Remarks: what is written into a document about a finding or about the gaps of a story, and at which words it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from careerlint.model.finding import Finding, Level, Report
from careerlint.model.span import Span
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.gaps import GapBlock, shown_items, told_names
from careerlint.reporters.look import Notes
from careerlint.reporters.phrases import PHRASES, capital


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: `span` are the words it stands at, `parts` its texts in the language of the report, each with its label.

    The first part is what is said and has an empty label. `heading` is the level in that language. `code` and `name` are
    those of the rule; several codes with spaces between them and an empty name where the remark gathers the gaps of a story.
    `elsewhere` says that the words are only the title of what the remark is about.
    """

    span: Span
    level: Level
    heading: str
    code: str
    name: str
    parts: tuple[tuple[str, str], ...]
    elsewhere: bool = False

    @property
    def rule(self) -> str:
        """The rule as it is looked up: code and name."""
        return f"{self.code} {self.name}".rstrip()

    def text(self) -> str:
        """The whole remark as plain text: level and message, a line for each other part, the rule last."""
        (_, message), *others = self.parts
        return "\n".join((f"[{self.heading}] {message}", *(f"{label}: {text}" for label, text in others), self.rule))


def remarks_of(report: Report, notes: Notes = "grouped") -> tuple[Remark, ...]:
    """The remarks of a report by the place of their words; of those that begin together, the one about more words first."""
    made = [_of_gaps(report, item) if isinstance(item, GapBlock) else _of_finding(report, item) for item in shown_items(report, notes)]
    return tuple(sorted(made, key=lambda remark: (remark.span.start, -remark.span.end)))


def title_of(report: Report) -> Span:
    """The words that stand for the whole document: its first heading, else its first line with letters."""
    document = report.document
    first = next((block.span for block in document.walk() if block.kind == "heading" and len(block.span)), None)
    text = document.text
    start = len(text) - len(text.lstrip()) if first is None else first.start
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    return Span(start, max(start, end if first is None else min(first.end, end)))


def _of_finding(report: Report, finding: Finding) -> Remark:
    words = PHRASES[report.language]
    texts = [("", finding.message)]
    texts += [(words[key], text) for key, text in (("why", finding.why), ("rewrite", finding.rewrite), ("question", finding.question)) if text]
    return Remark(finding.span, finding.level, capital(words[finding.level]), finding.code, finding.name, _cleaned(texts))


def _of_gaps(report: Report, block: GapBlock) -> Remark:
    """One remark for all that a story does not tell yet: a scaffold for each missing element, the first question."""
    words = PHRASES[report.language]
    title = report.outline.entries[block.entry].title if block.entry is not None else title_of(report)
    texts = [("", capital(words[block.phrase].format(names=told_names(report, block))))]
    texts += _scaffolds(block)
    texts.append((words["question"], block.findings[0].question))
    return Remark(title or block.findings[0].span, block.level, capital(words[block.level]), block.rules, "", _cleaned(texts), elsewhere=True)


def _scaffolds(block: GapBlock) -> Iterator[tuple[str, str]]:
    for name in block.names:
        yield name, next(finding.rewrite for finding in block.findings if finding.gap == name)


def _cleaned(texts: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((capital(on_one_line(label)), on_one_line(text)) for label, text in texts)
