"""The terminal report: the writer's own lines with the exact words underlined, and what to do about them."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from careerlint.model.document import TEXT_FORMATS
from careerlint.model.finding import LEVELS, Finding, Report, Run
from careerlint.model.span import Span
from careerlint.reporters.cells import cropped, cropped_left, padded, wrapped
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.gaps import GapBlock, shown_items, stands_for_all, told_names, weighty_findings
from careerlint.reporters.look import Look
from careerlint.reporters.marks import LEVEL_MARKS, STRENGTH_MARK
from careerlint.reporters.matrix import matrix_lines
from careerlint.reporters.phrases import PHRASES, clean_line, counts_by_rule, run_summary
from careerlint.reporters.places import where
from careerlint.reporters.story import entry_title, is_around, most_important, stands_in, strengths

_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
_UNDERLINES = {"error": "red", "warning": "yellow", "note": "cyan"}
# Below this many cells for the text, the labels beside it take a line of their own.
_MOST_ALSO = 5
_NARROW = 28
# More of a statement than any terminal shows; a document may be one statement of a million letters.
_MOST_AROUND = 2000


def render_terminal(run: Run, look: Look) -> str:
    """The whole run for people; quiet leaves out strengths, matrix and summary."""
    if not look.color:
        # Without colours Rich would only copy the letters, which takes it longer than all else that is done for a report out of the cache.
        return "".join(f"{_plain(line)}\n" for line in _lines(run, look))
    buffer = io.StringIO()
    console = Console(
        file=buffer, width=look.width, force_terminal=True, no_color=False, highlight=False, emoji=False, markup=False, color_system="standard", legacy_windows=False,
    )
    for line in _lines(run, look):
        # Every line was fitted before; a soft wrap keeps Rich from folding it once more by its own count.
        console.print(line, soft_wrap=True)
    return buffer.getvalue()


def _plain(line: Text) -> str:
    if "\t" in line.plain:
        line.expand_tabs()
    return line.plain.rstrip()


def _lines(run: Run, look: Look) -> Iterator[Text]:
    for report in run.reports:
        yield from _report(report, look)
    if look.statistics:
        yield from _statistics(run, look)
    if not look.quiet:
        yield from _summary(run, look)


def _report(report: Report, look: Look) -> Iterator[Text]:
    words = PHRASES[report.language]
    items = shown_items(report, look.notes)
    if look.quiet and not items:
        return
    yield _title(report, words, look.width)
    if not items:
        yield from _styled(wrapped(clean_line(report, report.language), look.width - 2), 2, "green")
    if not look.quiet:
        yield from _important(report, words, look)
        yield from _strong(report, words, look.width)
    yield Text("")
    told = ""
    # What is about the whole document stands before what is about its lines.
    for item in sorted(items, key=lambda item: not _is_about_all(item)):
        heading = (words["whole"],) if _is_about_all(item) else _heading(report, item if isinstance(item, Finding) else item.findings[0])
        # What stands above the first heading needs no title of its own.
        path = " > ".join(part for part in heading if part) or (words["whole"] if told else "")
        if path != told:
            told = path
            yield Text(cropped(path, look.width), style="bold")
            yield Text("")
        yield from _finding(report, item, words, look.width) if isinstance(item, Finding) else _gap(report, item, words, look.width)
        yield Text("")
    if not look.quiet:
        yield from matrix_lines(report, words, look.width)


def _title(report: Report, words: dict[str, str], width: int) -> Text:
    kind = f"  ({words[report.outline.kind]}) "
    line = Text(cropped_left(on_one_line(report.document.path), width - cell_len(kind)) + kind, style="bold")
    line.append("─" * max(width - line.cell_len, 0), style="not bold dim")
    return line


def _important(report: Report, words: dict[str, str], look: Look) -> Iterator[Text]:
    width = look.width
    important = most_important(weighty_findings(shown_items(report, look.notes)))
    if len(report.findings) <= 3 or not important:
        return
    yield Text("")
    yield Text(words["first" if len(important) == 3 else "first-few"], style="bold")
    for number, finding in enumerate(important, 1):
        place, rule = where(report, finding.stands), f"{finding.code} {finding.name}"
        room = width - cell_len(place) - len(rule) - 9
        if room < 16:
            rule = finding.code
            room = max(width - cell_len(place) - len(rule) - 9, 8)
        line = Text(f"  {number}. ")
        line.append(f"{place}  ", style="dim")
        line.append(cropped(on_one_line(report.words(finding)), room), style=_STYLES[finding.level])
        line.append(f"  {rule}", style="dim")
        yield line


def _strong(report: Report, words: dict[str, str], width: int) -> Iterator[Text]:
    found = strengths(report)
    if not found:
        return
    yield Text("")
    yield Text(words["strong"], style="bold")
    for strength in found:
        span = report.outline.statements[strength.statement].span
        first, *others = wrapped(f"{words[f'{strength.name}-strength']} ({where(report, span)})", width - 4)
        yield Text.assemble((f"  {STRENGTH_MARK} ", "green"), first)
        yield from _styled(tuple(others), 4, "")
        quote = on_one_line(report.shown(Span(span.start, min(span.end, span.start + _MOST_AROUND))))
        yield Text(f"    “{cropped(quote, max(width - 6, 20))}”", style="dim")


def _heading(report: Report, finding: Finding) -> tuple[str, str]:
    """The titles that the finding stands below, the outer one first."""
    outline = report.outline
    entry, section = stands_in(report, finding)
    title = on_one_line(entry_title(report, entry)) if entry >= 0 else ""
    heading = on_one_line(report.heading(section)) if section >= 0 else ""
    if heading == title or (title and section >= 0 and outline.entries[entry].is_headed_by(outline.sections[section])):
        return title, ""
    return (heading, title) if title and section >= 0 and is_around(outline, section, entry) else (title, heading)


def _is_about_all(item: Finding | GapBlock) -> bool:
    """Whether an item is about the document and not about one place in it."""
    return item.entry is None and (isinstance(item, GapBlock) or (item.scope == "document" and item.statement is None))


def _gap(report: Report, block: GapBlock, words: dict[str, str], width: int) -> Iterator[Text]:
    """The missing elements of one story as one block: their names, the first question, the rules that say so."""
    head = Text("  ")
    for level, count in block.levels:
        head.append(f"{LEVEL_MARKS[level]} {words[level]}{f' ×{count}' if count > 1 else ''} ", style=_STYLES[level])
    first, *others = wrapped(words[block.phrase].format(names=told_names(report, block)), width - head.cell_len)
    yield head.append(first)
    yield from _styled(tuple(others), 4, "")
    yield from _labelled(words["question"], on_one_line(block.findings[0].question), "italic", cell_len(words["question"]), width)
    yield from _styled(wrapped(block.rules, width - 4), 4, "dim")


def _finding(report: Report, finding: Finding, words: dict[str, str], width: int) -> Iterator[Text]:
    head = Text("  ")
    head.append(f"{LEVEL_MARKS[finding.level]} {words[finding.level]} ", style=_STYLES[finding.level])
    place = "" if stands_for_all(report, finding) else where(report, finding.stands)
    if head.cell_len + cell_len(f"{finding.code} {finding.name}  {place}") <= width:
        yield head.append(f"{finding.code} {finding.name}", style="bold").append(f"  {place}" if place else "", style="dim")
    else:
        yield head.append(finding.code, style="bold")
        yield from _styled(wrapped(finding.name, width - 4), 4, "bold")
        yield from _styled(wrapped(place, width - 4) if place else (), 4, "dim")
    yield from _quoted(report, finding, width) if place else ()
    yield from _styled(wrapped(on_one_line(finding.message), width - 4), 4, "")
    yield from _also(report, finding, words, width)
    labels = max(cell_len(words[key]) for key in ("why", "rewrite", "question"))
    for key, text, style in (("why", finding.why, ""), ("rewrite", finding.rewrite, "green"), ("question", finding.question, "italic")):
        yield from _labelled(words[key], on_one_line(text), style, labels, width)


def _also(report: Report, finding: Finding, words: dict[str, str], width: int) -> Iterator[Text]:
    """The other places that a finding is about, the first few of them."""
    here = where(report, finding.stands)
    places = [place for place in dict.fromkeys(where(report, span) for span in finding.related) if place != here]
    if places:
        shown = ", ".join(places[:_MOST_ALSO]) + (" …" if len(places) > _MOST_ALSO else "")
        yield from _styled(wrapped(words["also"].format(places=shown), width - 4), 4, "dim")


def _labelled(label: str, text: str, style: str, label_width: int, width: int) -> Iterator[Text]:
    """A label and its text beside it; on a narrow terminal below it."""
    indent = 4 + label_width + 1
    if width - indent < _NARROW:
        yield Text(f"    {label}", style="dim")
        yield from _styled(wrapped(text, width - 6), 6, style)
        return
    first, *others = wrapped(text, width - indent)
    yield Text.assemble((f"    {padded(label, label_width)} ", "dim"), (first, style))
    yield from _styled(tuple(others), indent, style)


def _styled(lines: tuple[str, ...], indent: int, style: str) -> Iterator[Text]:
    for line in lines:
        yield Text.assemble(" " * indent, (line, style))


def _quoted(report: Report, finding: Finding, width: int) -> Iterator[Text]:
    """The writer's line with the words underlined, cut to the width around the words; a picture by its address."""
    document = report.document
    if finding.source is not None:
        match = cropped(on_one_line(report.words(finding)), max(width - 6, 16))
        yield Text.assemble(("    │ ", "dim"), (match, f"underline {_UNDERLINES[finding.level]}"))
        yield Text.assemble(("    │ ", "dim"), ("~" * max(cell_len(match), 1), _UNDERLINES[finding.level]))
        return
    around = report.outline.statements[finding.statement].span if finding.statement is not None else finding.span
    span = finding.span
    start, end = min(around.start, span.start), max(around.end, span.end)
    before = on_one_line(report.shown(Span(max(start, span.start - _MOST_AROUND), span.start)))
    match = on_one_line(report.shown(Span(span.start, min(span.end, span.start + _MOST_AROUND))))
    after = on_one_line(report.shown(Span(span.end, min(end, span.end + _MOST_AROUND))))
    if before and document.text[span.start - 1 : span.start].isspace():
        before += " "
    if after and document.text[span.end : span.end + 1].isspace():
        after = " " + after
    room = max(width - 6, 16)
    match = cropped(match, room)
    left = max((room - cell_len(match)) // 2, room - cell_len(match) - cell_len(after))
    before = cropped_left(before, left)
    after = cropped(after, room - cell_len(match) - cell_len(before))
    yield Text.assemble(("    │ ", "dim"), before, (match, f"underline {_UNDERLINES[finding.level]}"), after)
    carets = " " * cell_len(before) + "~" * max(cell_len(match), 1)
    yield Text.assemble(("    │ ", "dim"), (carets, _UNDERLINES[finding.level]))


def _statistics(run: Run, look: Look) -> Iterator[Text]:
    yield Text(PHRASES[look.language]["statistics"], style="bold")
    for count, code, name in counts_by_rule(run):
        yield Text(f"{count:>5}  {code}  {name}")
    yield Text("")


def _summary(run: Run, look: Look) -> Iterator[Text]:
    style = "bold red" if run.unreadable else "bold"
    yield from _styled(wrapped(run_summary(run, look.language), look.width), 0, style)
    fixable = sum(finding.fix is not None for report in run.reports if report.document.format in TEXT_FORMATS for finding in report.findings)
    if fixable:
        yield from _styled(wrapped(PHRASES[look.language]["fixable"].format(count=fixable), look.width), 0, "dim")
    worst = next((finding for level in LEVELS for report in run.reports for finding in report.findings if finding.level == level), None)
    if worst is not None:
        yield from _styled(wrapped(PHRASES[look.language]["explain"].format(code=worst.code), look.width), 0, "dim")
