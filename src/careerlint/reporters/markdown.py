"""The Markdown review: each remark under the writer's own line, ready to be pasted into a pull request or a mail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from careerlint.model.finding import LEVELS, Finding, Report, Run
from careerlint.model.span import Span
from careerlint.model.story import ELEMENTS
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.gaps import GapBlock, shown_items, stands_for_all, told_names, weighty_findings
from careerlint.reporters.look import Look
from careerlint.reporters.markdown_letters import escaped, strong
from careerlint.reporters.paths import shown_path
from careerlint.reporters.phrases import PHRASES, capital, clean_line, counts_by_rule, run_summary, summary_line
from careerlint.reporters.places import where
from careerlint.reporters.remark_notices import remark_notices
from careerlint.reporters.story import entry_title, most_important, stands_in, story_matrix, strengths

_MARKS = {"error": "●", "warning": "▲", "note": "·"}
_THERE, _ABSENT = "●", "·"
_MOST_ROWS = 20
# Letters of a line that stand around the words, and of the words themselves.
_MOST_BESIDE, _MOST_WORDS = 160, 400
_MOST_SHORT = 80


def render_markdown(run: Run, look: Look) -> str:
    """The whole run; quiet leaves out strengths, matrix and summary. Words of the documents make no markup, link or mention."""
    blocks: list[str] = []
    words = PHRASES[look.language]
    if not look.quiet and len(run.outcomes) != 1:
        blocks.append(f"**{run_summary(run, look.language)}**")
    for report in run.reports:
        blocks += _document(report, look)
    if run.unreadable:
        blocks.append(f"## {capital(words['unread'])}")
        lines = (f"- {escaped(shown_path(each.path, look.root))}: {escaped(each.message_ko if look.language == 'ko' else each.message)}" for each in run.unreadable)
        blocks.append("\n".join(lines))
    if look.statistics:
        blocks.append(_statistics(run, words))
    return "\n\n".join(block for block in blocks if block) + "\n" if blocks else ""


def _document(report: Report, look: Look) -> Iterator[str]:
    words = PHRASES[report.language]
    items = shown_items(report, look.notes)
    if look.quiet and not items:
        return
    yield f"## {escaped(shown_path(report.path, look.root))}"
    counts = Counter(finding.level for finding in report.findings)
    told = {level: counts[level] for level in LEVELS} | ({"accepted": len(report.accepted)} if report.accepted else {})
    yield f"{words[report.outline.kind]} · {summary_line(told, report.language)}"
    if not items:
        yield clean_line(report, report.language)
    if not look.quiet:
        yield from _important(report, look)
        yield from _strong(report)
    heading = ""
    # What is about the whole document stands before what is about its lines.
    for item in sorted(items, key=lambda item: not _is_about_all(item)):
        above = words["whole"] if _is_about_all(item) else _heading(report, item if isinstance(item, Finding) else item.findings[0])
        if above != heading:
            heading = above
            yield f"### {escaped(above, _MOST_SHORT)}"
        yield from _finding(report, item) if isinstance(item, Finding) else _gaps(report, item)
    notices = [f"- {words['line'].format(line=notice.line)}: {escaped(notice.message)}" for notice in remark_notices(report)]
    if notices:
        yield f"### {capital(words['remarks'])}"
        yield "\n".join(notices)
    if not look.quiet:
        yield from _matrix(report)


def _important(report: Report, look: Look) -> Iterator[str]:
    words = PHRASES[report.language]
    important = most_important(weighty_findings(shown_items(report, look.notes)))
    if len(report.findings) <= 3 or not important:
        return
    yield f"**{words['first' if len(important) == 3 else 'first-few']}**"
    yield "\n".join(
        f"{number}. {where(report, finding.stands)}: “{escaped(report.words(finding), _MOST_SHORT)}” ({finding.code} {finding.name})"
        for number, finding in enumerate(important, 1)
    )


def _strong(report: Report) -> Iterator[str]:
    words = PHRASES[report.language]
    found = [(strength.name, report.outline.statements[strength.statement].span) for strength in strengths(report)]
    if found:
        yield f"**{words['strong']}**"
        yield "\n".join(f"- {words[f'{name}-strength']} ({where(report, span)}): “{escaped(report.shown(span), 2 * _MOST_SHORT)}”" for name, span in found)


def _is_about_all(item: Finding | GapBlock) -> bool:
    return item.entry is None and (isinstance(item, GapBlock) or (item.scope == "document" and item.statement is None))


def _heading(report: Report, finding: Finding) -> str:
    """The title of the entry that the finding stands in, else the heading of its section."""
    entry, section = stands_in(report, finding)
    title = entry_title(report, entry) if entry >= 0 else ""
    if not title and section >= 0:
        title = report.heading(section)
    return on_one_line(title) or PHRASES[report.language]["whole"]


def _finding(report: Report, finding: Finding) -> Iterator[str]:
    words = PHRASES[report.language]
    for_all = stands_for_all(report, finding)
    if not for_all:
        yield f"> {_quoted(report, finding)}"
    place = "" if for_all else f" · {where(report, finding.stands)}"
    yield f"{_MARKS[finding.level]} **{words[finding.level]}**{place} · `{finding.code} {finding.name}`"
    yield escaped(finding.message)
    texts = (("why", finding.why), ("rewrite", finding.rewrite), ("question", finding.question))
    yield "\n".join(_labelled(words[key], text) for key, text in texts if text)


def _gaps(report: Report, block: GapBlock) -> Iterator[str]:
    """The missing elements of one story: the titles that lack them, their names, the scaffold of each, the first question, the rules that say so."""
    words = PHRASES[report.language]
    titles = dict.fromkeys(on_one_line(report.shown(finding.span)) for finding in block.findings)
    yield f"> {escaped(' · '.join(titles), _MOST_WORDS)}"
    place = f" · {where(report, block.findings[0].span)}" if block.entry is not None else ""
    levels = " ".join(f"{_MARKS[level]} **{words[level]}**{f' ×{count}' if count > 1 else ''}" for level, count in block.levels)
    yield f"{levels}{place} · `{block.rules}`"
    yield escaped(capital(words[block.phrase].format(names=told_names(report, block))))
    scaffolds = [_labelled(name, next(finding.rewrite for finding in block.findings if finding.gap == name)) for name in block.names]
    yield "\n".join((*scaffolds, _labelled(words["question"], block.findings[0].question)))


def _labelled(label: str, text: str) -> str:
    return f"- **{escaped(capital(label))}**: {escaped(text)}"


def _quoted(report: Report, finding: Finding) -> str:
    """The writer's line with the words in bold, cut around them; a picture by its address."""
    if finding.source is not None:
        return strong("", _one_line(report.words(finding))[:_MOST_WORDS], "")
    span = finding.span
    around = report.outline.statements[finding.statement].span if finding.statement is not None else span
    start, end = min(around.start, span.start), max(around.end, span.end)
    before = _one_line(report.shown(Span(max(start, span.start - _MOST_BESIDE), span.start)))
    after = _one_line(report.shown(Span(span.end, min(end, span.end + _MOST_BESIDE))))
    match = _one_line(report.shown(Span(span.start, min(span.end, span.start + _MOST_WORDS))))
    before = f"... {before.lstrip()}" if start < span.start - _MOST_BESIDE else before.lstrip()
    match = f"{match.rstrip()}..." if len(span) > _MOST_WORDS else match
    after = f"{after.rstrip()} ..." if end > span.end + _MOST_BESIDE else after.rstrip()
    return strong(before, match, after)


def _one_line(text: str) -> str:
    """The text as one line; a blank at either end stays one."""
    line = on_one_line(text)
    if not line:
        return " " if text else ""
    return f"{' ' if text[:1].isspace() else ''}{line}{' ' if text[-1:].isspace() else ''}"


def _matrix(report: Report) -> Iterator[str]:
    words = PHRASES[report.language]
    every = story_matrix(report)
    # As on a terminal, the fullest stories stand for a file that is full of them.
    kept = sorted(every, key=lambda row: -sum(cell is not None for cell in row.cells))[:_MOST_ROWS]
    if not every:
        return
    names = [escaped(capital(words[name])) for name, _ in ELEMENTS]
    lines = [f"|  | {' | '.join(names)} |", f"| --- |{' :---: |' * len(names)}"]
    for row in every:
        if row in kept:
            cells = " | ".join(_THERE if cell is not None else _ABSENT for cell in row.cells)
            lines.append(f"| {escaped(row.title, _MOST_SHORT) or words['untitled']} | {cells} |")
    yield f"### {capital(words['matrix'])}"
    yield "\n".join(lines)
    if len(kept) < len(every):
        yield words["more-rows"].format(count=len(every) - len(kept))
    yield words["legend"]


def _statistics(run: Run, words: dict[str, str]) -> str:
    lines = [f"- {count} × {code} {name}" for count, code, name in counts_by_rule(run)]
    return "\n".join((f"**{words['statistics']}**", "", *lines))
