"""The terminal report: the writer's own lines with the exact words underlined, and what to do about them."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.table import Table
from rich.text import Text

from careerlint.model.document import PagePlace, RunPlace
from careerlint.model.finding import LEVELS, Finding, Report, Run
from careerlint.model.span import Span
from careerlint.reporters.clean_text import on_one_line, shown
from careerlint.reporters.phrases import PHRASES
from careerlint.reporters.story import ELEMENTS, entry_title, most_important, story_matrix, strengths

_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
_MARKS = {"error": "●", "warning": "▲", "note": "·"}
_UNDERLINES = {"error": "red", "warning": "yellow", "note": "cyan"}


@dataclass(frozen=True, slots=True)
class Look:
    """How the report is drawn: `width` in cells, `language` of the frame around the documents ("ko" or "en")."""

    width: int = 80
    color: bool = False
    quiet: bool = False
    statistics: bool = False
    language: str = "en"


def render_terminal(run: Run, look: Look) -> str:
    """The whole run for people; quiet leaves out strengths, matrix and summary."""
    buffer = io.StringIO()
    console = Console(
        file=buffer, width=look.width, force_terminal=look.color, no_color=not look.color, highlight=False, emoji=False,
        color_system="standard" if look.color else None, legacy_windows=False,
    )
    for report in run.reports:
        for part in _report(report, look):
            console.print(part)
    if not look.quiet:
        if look.statistics:
            console.print(_statistics(run, look))
        console.print(_summary(run, look))
    return "\n".join(line.rstrip() for line in buffer.getvalue().split("\n")) if not look.color else buffer.getvalue()


def _report(report: Report, look: Look) -> Iterator[RenderableType]:
    words = PHRASES[report.language]
    if look.quiet and not report.findings:
        return
    kind = words[report.outline.kind]
    yield Line(Text(f"{on_one_line(report.document.path)}  ({kind})", style="bold"), style="dim", align="left", characters="─")
    if not report.findings:
        yield Text(f"  {words['clean']}", style="green")
    if not look.quiet:
        yield from _overview(report, words, look)
    yield Text("")
    place = ("", "")
    for finding in report.findings:
        heading = _heading(report, finding)
        if heading != place:
            place = heading
            yield Text(" › ".join(part for part in heading if part) or words["untitled"], style="bold")
            yield Text("")
        yield Padding(_finding(report, finding, words, look.width - 2), (0, 0, 1, 2))
    if not look.quiet:
        yield from _matrix(report, words, look.width)


def _overview(report: Report, words: dict[str, str], look: Look) -> Iterator[RenderableType]:
    important = most_important(report)
    if len(report.findings) > 3 and important:
        yield Text(f"\n{words['first']}", style="bold")
        for number, finding in enumerate(important, 1):
            line = Text(f"  {number}. ")
            line.append(f"{_where(report, finding.span, words)}  ", style="dim")
            line.append(on_one_line(report.document.words(finding.span)), style=_STYLES[finding.level])
            line.append(f"  {finding.code} {finding.name}", style="dim")
            yield line
    found = strengths(report)
    if found:
        yield Text(f"\n{words['strong']}", style="bold")
        for strength in found:
            span = report.outline.statements[strength.statement].span
            line = Text("  + ", style="green")
            line.append(words[f"{strength.name}-strength"])
            line.append(f" ({_where(report, span, words)})", style="dim")
            yield line
            quote = on_one_line(report.document.words(span))
            yield Padding(Text(f"“{_cropped(quote, max(look.width - 8, 20))}”", style="dim"), (0, 0, 0, 4))


def _heading(report: Report, finding: Finding) -> tuple[str, str]:
    outline = report.outline
    if finding.statement >= 0:
        statement = outline.statements[finding.statement]
        section = on_one_line(outline.sections[statement.section].heading)
        entry = on_one_line(entry_title(report, statement.entry)) if statement.entry >= 0 else ""
        return (entry, section) if section != entry else (entry, "")
    entry = on_one_line(entry_title(report, finding.entry)) if finding.entry >= 0 else ""
    return entry, ""


def _finding(report: Report, finding: Finding, words: dict[str, str], width: int) -> Group:
    head = Text()
    head.append(f"{_MARKS[finding.level]} {words[finding.level]} ", style=_STYLES[finding.level])
    head.append(f"{finding.code} {finding.name}", style="bold")
    head.append(f"  {_where(report, finding.span, words)}", style="dim")
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(ratio=1)
    table.add_row(words["why"], Text(shown(finding.why)))
    table.add_row(words["rewrite"], Text(shown(finding.rewrite), style="green"))
    table.add_row(words["question"], Text(shown(finding.question), style="italic"))
    return Group(head, *_quoted(report, finding, width - 2), Padding(Text(shown(finding.message)), (0, 0, 0, 2)), Padding(table, (0, 0, 0, 2)))


def _quoted(report: Report, finding: Finding, width: int) -> list[RenderableType]:
    """The writer's line with the words underlined, cut to the width around the words."""
    document = report.document
    around = report.outline.statements[finding.statement].span if finding.statement >= 0 else finding.span
    around = Span(min(around.start, finding.span.start), max(around.end, finding.span.end))
    before = on_one_line(document.text[around.start : finding.span.start])
    match = on_one_line(document.words(finding.span))
    after = on_one_line(document.text[finding.span.end : around.end])
    if before and document.text[finding.span.start - 1 : finding.span.start].isspace():
        before += " "
    if after and document.text[finding.span.end : finding.span.end + 1].isspace():
        after = " " + after
    room = max(width - 4, 16)
    match = _cropped(match, room)
    left = max((room - cell_len(match)) // 2, room - cell_len(match) - cell_len(after))
    before = _cropped_left(before, left)
    after = _cropped(after, room - cell_len(match) - cell_len(before))
    line = Text("  │ ", style="dim")
    line.append(before, style="default")
    line.append(match, style=f"underline {_UNDERLINES[finding.level]}")
    line.append(after, style="default")
    carets = Text("  │ ", style="dim")
    carets.append(" " * cell_len(before) + "~" * max(cell_len(match), 1), style=_UNDERLINES[finding.level])
    return [line, carets]


def _cropped(text: str, width: int) -> str:
    """The beginning of the text in at most `width` cells, with an ellipsis where something is cut."""
    if cell_len(text) <= width:
        return text
    kept = ""
    for character in text:
        if cell_len(kept) + cell_len(character) > width - 3:
            break
        kept += character
    return kept + "..." if width > 3 else ""


def _cropped_left(text: str, width: int) -> str:
    return _cropped(text[::-1], width)[::-1]


def _where(report: Report, span: Span, words: dict[str, str]) -> str:
    places = report.document.places(span)
    if places and isinstance(places[0], PagePlace):
        return words["page"].format(page=places[0].page)
    if places and isinstance(places[0], RunPlace):
        return words["paragraph"].format(paragraph=places[0].paragraph + 1)
    line, _ = report.document.line_column(span.start)
    return words["line"].format(line=line)


def _matrix(report: Report, words: dict[str, str], width: int) -> Iterator[RenderableType]:
    rows = story_matrix(report)
    if not rows:
        return
    names = [words[name] for name, _ in ELEMENTS]
    needed = sum(cell_len(name) + 1 for name in names)
    title_width = max(min(width - needed - 2, 40), 12)
    yield Text(words["matrix"], style="bold")
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True, width=title_width)
    for name in names:
        table.add_column(justify="center", no_wrap=True, width=cell_len(name) if width >= needed + 14 else 2)
    heads = names if width >= needed + 14 else [_head(name) for name in names]
    table.add_row("", *(Text(head, style="dim") for head in heads))
    for row in rows:
        title = _cropped(on_one_line(row.title) or words["untitled"], title_width)
        cells = [Text("●", style="green") if cell is not None else Text("·", style="dim") for cell in row.cells]
        table.add_row(Text(title), *cells)
    yield Padding(table, (0, 0, 0, 1))
    if heads != names:
        legend = "  ".join(f"{head} {name}" for head, name in zip(heads, names, strict=True))
        yield Padding(Text(legend, style="dim"), (0, 0, 0, 1))
    yield Padding(Text(words["legend"], style="dim"), (0, 0, 1, 1))


def _head(name: str) -> str:
    return name[:1] if cell_len(name[:1]) == 2 else name[:2]


def _statistics(run: Run, look: Look) -> RenderableType:
    counts = Counter((finding.code, finding.name) for report in run.reports for finding in report.findings)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        table.add_row(str(count), code, name)
    return Group(Text(PHRASES[look.language]["statistics"], style="bold"), table, Text(""))


def _summary(run: Run, look: Look) -> Text:
    words = PHRASES[look.language]
    levels = Counter(finding.level for report in run.reports for finding in report.findings)
    counts = {level: levels[level] for level in LEVELS}
    line = Text(words["summary"].format(documents=len(run.outcomes), **counts), style="bold")
    if run.unreadable:
        line.append(words["unreadable"].format(unreadable=len(run.unreadable)), style="bold red")
    worst = next((finding for level in LEVELS for report in run.reports for finding in report.findings if finding.level == level), None)
    if worst is not None:
        line.append(f"\n{words['explain'].format(code=worst.code)}", style="dim")
    return line
