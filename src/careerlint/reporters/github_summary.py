"""The job summary of GitHub Actions: every finding of a run as Markdown tables, in the size that GitHub takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerlint.expression import Expression
from careerlint.model.finding import LEVELS, Finding, Report, Run
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.github import disagreement, hidden_findings, shown_annotations, worst_first
from careerlint.reporters.look import Look
from careerlint.reporters.paths import shown_path
from careerlint.reporters.phrases import PHRASES, run_summary
from careerlint.reporters.places import where
from careerlint.reporters.remark_notices import remark_notices

MOST_BYTES = 1_000_000
"""GitHub drops a whole summary near 1 MiB, without a word when it is just below."""
# What Markdown, HTML, tables, mathematics, mentions, references, emoji names or bare links begin with.
_SPECIAL = Expression(r"[\\`*_\[\]<>#|~&@$]|:(?=//|[\w+-]+:)|(?<=www)\.|^[-+=]", re.IGNORECASE)
_LONGEST = 1000


def render_github_summary(run: Run, look: Look, most_bytes: int = MOST_BYTES) -> str:
    """Markdown in at most `most_bytes` bytes of UTF-8: the counts, then a table for each document, the gravest findings first.

    Rows that do not fit are left out and counted in a last line; empty where not even that fits.
    """
    blocks = list(_blocks(run, look))
    left = sum(is_row for _, is_row in blocks)
    cut = "\n" + PHRASES[look.language]["cut"]
    room = most_bytes - len(cut.format(count=left).encode("utf-8")) - 1
    taken: list[str] = []
    for block, is_row in blocks:
        room -= len(block.encode("utf-8"))
        if room < 0:
            return "".join((*taken, cut.format(count=left), "\n")) if taken else ""
        taken.append(block)
        left -= is_row
    return "".join(taken)


def markdown_text(text: str) -> str:
    """The text on one line with every letter that Markdown would read written as a character reference."""
    line = on_one_line(text)
    cut = line if len(line) <= _LONGEST else line[: _LONGEST - 3] + "..."
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", cut)


def _code(text: str) -> str:
    line = on_one_line(text)
    return markdown_text(line) if "`" in line else f"`{line}`"


def _blocks(run: Run, look: Look) -> Iterator[tuple[str, bool]]:
    """Pieces of the summary, and whether each is the row of a table."""
    words = PHRASES[look.language]
    yield f"## careerlint\n\n**{run_summary(run, look.language)}**\n", False
    annotations = worst_first(run, look)
    hidden = hidden_findings(annotations, shown_annotations(annotations))
    if hidden:
        yield f"\n{words['hidden'].format(count=hidden)}\n", False
    if run.unreadable:
        yield f"\n### {words['unread']}\n\n| {words['document']} | {words['reason-unread']} |\n| --- | --- |\n", False
        for outcome in run.unreadable:
            message = outcome.message_ko if look.language == "ko" else outcome.message
            yield f"| {markdown_text(shown_path(outcome.path, look.root))} | {markdown_text(message)} |\n", True
    for report in run.reports:
        yield from _document(report, look)
    disagreeing = disagreement(run, look)
    if disagreeing:
        # Code keeps every letter but its own end.
        yield "\n" + "".join(_code(part) if index % 2 else part for index, part in enumerate(disagreeing.format(quote="\0").split("\0"))) + "\n", False


def _document(report: Report, look: Look) -> Iterator[tuple[str, bool]]:
    findings = sorted(
        (finding for finding in report.findings if look.notes != "none" or finding.level != "note"),
        key=lambda finding: LEVELS.index(finding.level),
    )
    notices = list(remark_notices(report)) if look.notes != "none" else []
    if not findings and not notices:
        return
    words = PHRASES[look.language]
    path = markdown_text(shown_path(report.document.path, look.root))
    head = f"| {words['level']} | {words['place']} | {words['rule']} | {words['finding']} |\n| --- | --- | --- | --- |\n"
    yield f"\n### {path}\n\n{head}", False
    for finding in findings:
        yield _row(report, finding, words), True
    for notice in notices:
        yield f"| {words['note']} | {words['line'].format(line=notice.line)} | {notice.name} | {markdown_text(notice.message)} |\n", True


def _row(report: Report, finding: Finding, words: dict[str, str]) -> str:
    rewrite = f"<br>{words['rewrite']}: {markdown_text(finding.rewrite)}" if finding.rewrite else ""
    told = f"{markdown_text(finding.message)}{rewrite}<br>*{markdown_text(finding.question)}*"
    return f"| {words[finding.level]} | {where(report, finding.stands)} | {finding.code} {finding.name} | {told} |\n"
