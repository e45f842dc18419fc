"""The GitHub report: annotations for the lines of a pull request, worst first, and every finding in the log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from careerlint.model.document import TEXT_FORMATS
from careerlint.model.finding import LEVELS, Finding, Level, Report, Run, Unreadable
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.gaps import GapBlock, shown_items, told_names
from careerlint.reporters.look import Look
from careerlint.reporters.paths import shown_path
from careerlint.reporters.phrases import PHRASES, run_summary
from careerlint.reporters.places import Lines, place_in_file, placed_message, source_lines, where
from careerlint.reporters.remark_notices import notice_line, remark_notices
from careerlint.reporters.workflow_commands import fenced, workflow_command

MOST_OF_A_LEVEL = 10
"""The runner drops what comes after so many errors, warnings or notices of one step, and says nothing."""
_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}
# A statement may be a page long, and a box beside a line holds no page.
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Annotation:
    """What stands beside one line, or beside the file where `lines` is None; `count` findings are told by it. A column of 0 is the whole line."""

    level: Level
    path: str
    lines: Lines | None
    title: str
    message: str
    count: int = 1

    @property
    def command(self) -> str:
        """The command that makes it; columns only where it stands in one line, as the runner asks."""
        properties: dict[str, str | int] = {"file": self.path}
        if self.lines is not None:
            properties |= {"line": self.lines.line, "endLine": self.lines.end_line}
            if self.lines.line == self.lines.end_line and self.lines.column:
                properties |= {"col": self.lines.column, "endColumn": self.lines.end_column}
        return workflow_command(_COMMANDS[self.level], self.message, {**properties, "title": self.title})


def render_github(run: Run, look: Look) -> str:
    """Annotations as workflow commands, then all that was found as plain lines that cannot command anything."""
    annotations = worst_first(run, look)
    shown = shown_annotations(annotations)
    lines = [annotation.command for annotation in shown]
    hidden = hidden_findings(annotations, shown)
    if hidden:
        lines.append(workflow_command("notice", PHRASES[look.language]["hidden"].format(count=hidden), {"title": "careerlint"}))
    log = "".join(line + "\n" for line in _log(run, look))
    summary = f"careerlint: {run_summary(run, look.language)}"
    if not log:
        return "".join(line + "\n" for line in (*lines, summary))
    return "".join(line + "\n" for line in (*lines, f"::group::{summary}")) + fenced(log) + "::endgroup::\n"


def worst_first(run: Run, look: Look) -> list[Annotation]:
    """Unreadable documents, then by level; inside a level each rule once before any rule again, else in reading order."""
    repeats: Counter[tuple[Level, str]] = Counter()
    keyed: list[tuple[tuple[int, int], Annotation]] = []
    for annotation in _annotations(run, look):
        keyed.append(((LEVELS.index(annotation.level), repeats[annotation.level, annotation.title]), annotation))
        repeats[annotation.level, annotation.title] += 1
    unread = [_unread(outcome, look) for outcome in run.unreadable]
    return unread + [annotation for _, annotation in sorted(keyed, key=lambda item: item[0])]


def shown_annotations(annotations: list[Annotation]) -> list[Annotation]:
    """Those that the runner takes; where it would drop some, one notice is kept free to say so."""
    counts = Counter(annotation.level for annotation in annotations)
    over = any(count > MOST_OF_A_LEVEL for count in counts.values())
    room = {level: MOST_OF_A_LEVEL - (1 if over and level == "note" else 0) for level in LEVELS}
    shown = []
    for annotation in annotations:
        if room[annotation.level] > 0:
            room[annotation.level] -= 1
            shown.append(annotation)
    return shown


def hidden_findings(annotations: list[Annotation], shown: list[Annotation]) -> int:
    """How many findings and unreadable documents have no annotation."""
    return sum(annotation.count for annotation in annotations) - sum(annotation.count for annotation in shown)


def _annotations(run: Run, look: Look) -> Iterator[Annotation]:
    for report in run.reports:
        path = shown_path(report.document.path, look.root)
        for item in shown_items(report, look.notes):
            yield _finding(report, item, path) if isinstance(item, Finding) else _gap(report, item, path)
        for notice in remark_notices(report) if look.notes != "none" else ():
            line = notice_line(report, notice)
            lines = Lines(line, 0, line, 0) if line is not None else None
            yield Annotation("note", path, lines, f"careerlint {notice.name}", _short(notice.message))


def _finding(report: Report, finding: Finding, path: str) -> Annotation:
    words = PHRASES[report.language]
    texts = (placed_message(report, finding), *(f"{words[key]}: {on_one_line(text)}" for key, text in (("rewrite", finding.rewrite), ("question", finding.question)) if text))
    message = "\n".join(map(_short, texts))
    return Annotation(finding.level, path, source_lines(report.document, finding.stands), f"{finding.code} {finding.name}", message)


def _gap(report: Report, block: GapBlock, path: str) -> Annotation:
    words = PHRASES[report.language]
    first = block.findings[0]
    lines = source_lines(report.document, first.span)
    told = words[block.phrase].format(names=told_names(report, block))
    message = told if lines is not None else f"{where(report, first.span)}: {told}"
    asked = f"{words['question']}: {on_one_line(first.question)}"
    return Annotation(block.level, path, lines, block.rules, f"{_short(message)}\n{_short(asked)}", len(block.findings))


def _unread(outcome: Unreadable, look: Look) -> Annotation:
    message = outcome.message_ko if look.language == "ko" else outcome.message
    title = PHRASES[look.language]["unread"]
    return Annotation("error", shown_path(outcome.path, look.root), None, title, _short(on_one_line(message)))


def _log(run: Run, look: Look) -> Iterator[str]:
    """One line for each finding, in reading order, and for each document that could not be read."""
    for report in run.reports:
        path = shown_path(report.document.path, look.root)
        for finding in report.findings:
            if look.notes != "none" or finding.level != "note":
                place = place_in_file(report, finding.stands, path)
                yield f"{place}: {finding.code} {finding.level} {on_one_line(finding.message)}"
        for notice in remark_notices(report) if look.notes != "none" else ():
            yield f"{path}:{notice.line}: careerlint {notice.name}: {notice.message}"
    disagreeing = disagreement(run, look)
    if disagreeing:
        yield disagreeing.format(quote="")
    for outcome in run.unreadable:
        message = outcome.message_ko if look.language == "ko" else outcome.message
        yield f"{shown_path(outcome.path, look.root)}: {on_one_line(message)}"


def disagreement(run: Run, look: Look) -> str:
    """How the gravest finding in a text is accepted and asked about; its blank `{quote}` stands around code. Empty where texts have no finding.

    Whoever reads a log has no page beside it, and a check that cannot be contradicted is switched off.
    """
    found = [(LEVELS.index(finding.level), finding, report) for report in _texts(run) for finding in report.findings if look.notes != "none" or finding.level != "note"]
    if not found:
        return ""
    _, finding, report = min(found, key=lambda each: each[0])
    words, lines = PHRASES[look.language], source_lines(report.document, finding.stands)
    path = shown_path(report.document.path, look.root).replace("{", "{{").replace("}", "}}")
    place = f"{path}:{lines.line}" if lines is not None else path
    comment = "# careerlint: ignore {}" if report.document.format == "txt" else "<!-- careerlint: ignore {} -->"
    remark = comment.format(f"{finding.code} {words['remark-reason']}")
    return words["disagree"].format(remark=f"{{quote}}{remark}{{quote}}", command=f"{{quote}}careerlint why-not {finding.code} {place}{{quote}}")


def _texts(run: Run) -> Iterator[Report]:
    return (report for report in run.reports if report.document.format in TEXT_FORMATS)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
