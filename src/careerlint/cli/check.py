"""`careerlint check`: lint files and folders."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careerlint.cli import options
from careerlint.cli.errors import fail
from careerlint.cli.fixes import change_run
from careerlint.cli.narrowing import NarrowingError, narrow_run
from careerlint.cli.paths import path_of
from careerlint.cli.remarks import remark_lines, unreadable_line

if TYPE_CHECKING:
    from careerlint.cli.configuring import Configuring
    from careerlint.model.finding import Report, Run, Unreadable
    from careerlint.model.picture import PagePictures

_UNNAMED = "stdin.md"
"""What standard input is called where nobody says."""
_MOST_PASSED_OVER = 20


class ColorChoice(StrEnum):
    auto = "auto"
    always = "always"
    never = "never"


def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", metavar="NAME[:FILE]",
            help="rich (default), html (a page with the document and every finding), markdown, concise, json, github, sarif, gitlab, junit or rdjson; repeated with :FILE for several reports.",
        ),
    ] = None,
    output: options.Output = None,
    stdin_name: Annotated[str, typer.Option(metavar="NAME", help="The name that - stands for; its ending tells the format.")] = _UNNAMED,
    kind: options.Kind = None,
    language: options.Language = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    fail_on: options.FailOn = None,
    rules: options.Rules = None,
    notes: Annotated[options.NotesChoice | None, typer.Option(help="Notes one by one, missing elements of a story as one block (default), or no notes.")] = None,
    role: options.Role = None,
    profile: options.Profile = None,
    fix: Annotated[bool, typer.Option("--fix", help="Correct what is safe to correct, in .md and .txt files.")] = False,
    add_ignores: Annotated[bool, typer.Option("--add-ignores", help="Accept what is found: write a remark beside each finding into .md and .txt files.")] = False,
    baseline: Annotated[Path | None, typer.Option("--baseline", metavar="FILE", help="Tell only what is new since this baseline.")] = None,
    diff: Annotated[str | None, typer.Option("--diff", metavar="REV", help="Tell only what is new since a git revision.")] = None,
    preview: options.Preview = None,
    config_file: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    no_cache: options.NoCache = False,
    color: Annotated[ColorChoice, typer.Option(help="Colours in the terminal report.")] = ColorChoice.auto,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Findings only.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings by rule.")] = False,
    redact: Annotated[bool, typer.Option("--redact", help="With --format html: a page without any word of the documents.")] = False,
    as_of: options.AsOf = None,
    max_bytes: options.MaxBytes = None,
    max_pages: options.MaxPages = None,
    max_characters: options.MaxCharacters = None,
    timeout: options.Timeout = None,
) -> None:
    """Lint résumés, cover letters, portfolios and READMEs (.md, .txt, .docx, .pdf).

    Examples:

    \b
      careerlint check resume.docx
      careerlint check resume.pdf --format html:review.html
      careerlint check README.md --fail-on warning
      careerlint check portfolio/ --format json --output report.json
      careerlint check README.md --format github --format sarif:out.sarif
      careerlint check docs/ --format gitlab:gl-code-quality.json --format junit:careerlint.xml
      careerlint check README.md --format rdjson | reviewdog -f=rdjson -reporter=github-pr-review
      cat README.md | careerlint check - --select STO,CHG001
      careerlint check README.md --select FMT013 --fix

    Exit code 0: clean, or only findings below --fail-on; 1: findings; 2: something could not be done.
    """
    from careerlint.cli.outputs import outputs_of, write_outputs
    from careerlint.config import chosen_rules
    from careerlint.reporters.look import Look
    from careerlint.reporters.workflow_commands import without_commands
    from careerlint.rules.rule_set import rule_set_of

    named = [path_of(path) for path in paths if path != "-"]
    outputs = outputs_of(formats or (), output, paths)
    if redact and any(item.format != "html" for item in outputs):
        fail("--redact is for --format html alone; the other formats quote the documents")
    configuring = options.configuring_of(
        as_of=as_of, config_file=config_file, no_config=no_config, no_cache=no_cache,
        select=select, ignore=ignore, rules=rules, fail_on=fail_on, language=language, kind=kind, role=role, profile=profile, notes=notes, preview=preview,
        baseline=str(baseline) if baseline else None, max_bytes=max_bytes, max_pages=max_pages, max_characters=max_characters, timeout=timeout,
    )  # fmt: skip
    configuring.check_flags(path_of(stdin_name) if paths[0] == "-" else named[0])
    if fix and add_ignores:
        fail("--fix and --add-ignores are two steps; correct first, then accept what remains")
    if (fix or add_ignores) and "-" in paths:
        flag = "--fix" if fix else "--add-ignores"
        fail(f"{flag} cannot change standard input; name the file, or leave {flag} out")
    if diff is not None and "-" in paths and stdin_name == _UNNAMED:
        fail("--diff compares with a file of the repository; say which one - stands for with --stdin-name PATH")
    found = configuring.found(named)
    run = _run(found.documents, stdin_name, configuring, piped="-" in paths)
    passed_over = [_unread(path) for path in found.unread[:_MOST_PASSED_OVER]]
    if not run.outcomes:
        for missed in passed_over:
            typer.echo(unreadable_line(missed, "ko" if language == "ko" else "en"), err=True)
        fail("no document found in the given folders; name a .md, .txt, .docx or .pdf file")
    first = configuring.of(Path(run.outcomes[0].path))
    frame = first.config.language if first.config.language != "auto" else _language_of(run)
    fixed = change_run(run, configuring, frame, "--fix" if fix else "--add-ignores") if fix or add_ignores else None
    run = fixed.run if fixed else run
    try:
        run, stale = narrow_run(run, configuring, diff)
    except NarrowingError as error:
        fail(str(error))
    run = _without_unwanted_notes(run, configuring)
    rules_known = rule_set_of(first.config.rule_folders, first.config.use_cache).rules
    ran = chosen_rules(rules_known, first.config)
    look = Look(quiet=quiet, statistics=statistics, language=frame, notes=first.values["notes"], rules=ran, draw=_drawing(configuring), redact=redact)
    write_outputs(run, outputs, look, color.value)
    for outcome in (*run.unreadable, *passed_over):
        typer.echo(unreadable_line(outcome, frame), err=True)
    for line in (*stale, *remark_lines(run, frame)):
        typer.echo(without_commands(line), err=True)
    for line in fixed.lines if fixed else ():
        typer.echo(without_commands(line), err=True)
    raise typer.Exit(2 if run.unreadable or (fixed and fixed.failed) else int(_fails(run, configuring)))


def _run(documents: list[Path], stdin_name: str, configuring: Configuring, *, piped: bool) -> Run:
    from careerlint.checking import check_bytes, check_files, finish_run

    outcomes: list[Report | Unreadable] = []
    if piped:
        config = configuring.of(Path(stdin_name)).config
        outcomes.append(check_bytes(sys.stdin.buffer.read(config.limits.bytes + 1), stdin_name, config))
    configs = {path: configuring.of(path).config for path in documents}
    outcomes += _with_progress(check_files(documents, configs.__getitem__), len(documents))
    return finish_run(outcomes, configuring.of(Path(stdin_name)).config)


def _unread(path: Path) -> Unreadable:
    """What is told of a document in a folder that cannot be read; nobody named it, so that it changes no exit code."""
    from careerlint.model.finding import Unreadable
    from careerlint.readers import unknown_type

    error = unknown_type(path.suffix.lower())
    return Unreadable(str(path), error.kind, error.message, error.message_ko)


def _drawing(configuring: Configuring) -> Callable[[Report], PagePictures | None]:
    """What draws the pages of a document, within the limits of its configuration."""

    def draw(report: Report) -> PagePictures | None:
        # Imported on use: only one format shows pictures.
        from careerlint.drawing import draw_document

        return draw_document(report, configuring.of(Path(report.path)).config.limits)

    return draw


def _with_progress(outcomes: Iterable[Report | Unreadable], count: int) -> Iterator[Report | Unreadable]:
    """The outcomes themselves; on a terminal a bar appears when they take longer than two seconds."""
    if not sys.stderr.isatty() or count < 2:
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import Progress

    started = time.monotonic()
    with Progress(console=Console(stderr=True), transient=True, disable=False) as progress:
        task = progress.add_task("careerlint", total=count, visible=False)
        for outcome in outcomes:
            progress.update(task, advance=1, visible=time.monotonic() - started > 2)
            yield outcome


def _without_unwanted_notes(run: Run, configuring: Configuring) -> Run:
    """The run without the notes of documents that want none, whatever the format; a baseline is compared before, for it knows them."""
    from careerlint.model.finding import Report

    def told(outcome: Report | Unreadable) -> Report | Unreadable:
        if not isinstance(outcome, Report) or configuring.of(Path(outcome.path)).values["notes"] != options.NotesChoice.none:
            return outcome
        return replace(outcome, findings=tuple(finding for finding in outcome.findings if finding.level != "note"))

    return replace(run, outcomes=tuple(told(outcome) for outcome in run.outcomes))


def _language_of(run: Run) -> str:
    """The language that most findings are told in, for the frame around them; of the first document where it is a tie or nothing is found."""
    counts: dict[str, int] = {}
    for report in run.reports:
        counts[report.language] = counts.get(report.language, 0) + len(report.findings)
    return max(counts, key=counts.__getitem__, default="en")


def _fails(run: Run, configuring: Configuring) -> bool:
    """Whether a document has a finding of the level that its configuration fails on, or a graver one."""
    from careerlint.model.finding import LEVELS

    for report in run.reports:
        fail_on = configuring.of(Path(report.path)).values["fail-on"]
        counted = () if fail_on == options.FailOnChoice.never else LEVELS[: LEVELS.index(fail_on) + 1]
        if any(finding.level in counted for finding in report.findings):
            return True
    return False
