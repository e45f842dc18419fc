"""`careerlint check`: lint files and folders."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careerlint.cli.configuring import Configuring
from careerlint.cli.console import write_for_programs
from careerlint.cli.errors import fail
from careerlint.cli.fixes import change_run
from careerlint.cli.narrowing import NarrowingError, narrow_run
from careerlint.cli.remarks import remark_lines, unreadable_line

if TYPE_CHECKING:
    from careerlint.model.finding import Report, Run, Unreadable
    from careerlint.reporters.gaps import Notes


class OutputFormat(StrEnum):
    rich = "rich"
    concise = "concise"
    json = "json"


class FailOn(StrEnum):
    error = "error"
    warning = "warning"
    note = "note"
    never = "never"


class KindChoice(StrEnum):
    resume = "resume"
    cover_letter = "cover-letter"
    career = "career"
    portfolio = "portfolio"
    project = "project"


class LanguageChoice(StrEnum):
    auto = "auto"
    ko = "ko"
    en = "en"


class NotesChoice(StrEnum):
    all = "all"
    grouped = "grouped"
    none = "none"


class RoleChoice(StrEnum):
    data_engineer = "data-engineer"
    data_analyst = "data-analyst"
    data_scientist = "data-scientist"
    ml_engineer = "ml-engineer"
    mlops = "mlops"
    generalist = "generalist"


class ProfileChoice(StrEnum):
    auto = "auto"
    private = "private"
    public_blind = "public-blind"
    global_ = "global"


class ColorChoice(StrEnum):
    auto = "auto"
    always = "always"
    never = "never"


def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    output_format: Annotated[OutputFormat, typer.Option("--format", help="How to print the report.")] = OutputFormat.rich,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the report to this file.")] = None,
    stdin_name: Annotated[str, typer.Option(help="The name that - stands for; its ending tells the format.")] = "stdin.md",
    kind: Annotated[KindChoice | None, typer.Option(help="What the documents are, if the guess is wrong.")] = None,
    language: Annotated[LanguageChoice | None, typer.Option("--lang", help="Language of the messages; auto (default) is the document's.")] = None,
    select: Annotated[list[str] | None, typer.Option(help="Only these rules: code, name or family; commas or repeated.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Not these rules: code, name or family; commas or repeated.")] = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="Exit 1 from this level on (default: error).")] = None,
    rules: Annotated[list[Path] | None, typer.Option(help="A folder with signals and rules of your own.")] = None,
    notes: Annotated[NotesChoice | None, typer.Option(help="Notes one by one, missing elements of a story as one block (default), or no notes.")] = None,
    role: Annotated[RoleChoice | None, typer.Option(help="The kind of work applied for: what it asks for is looked for.")] = None,
    profile: Annotated[ProfileChoice | None, typer.Option(help="Who reads it: decides about birth date, photo and the like.")] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Correct what is safe to correct, in .md and .txt files.")] = False,
    add_ignores: Annotated[bool, typer.Option("--add-ignores", help="Accept what is found: write a remark beside each finding into .md and .txt files.")] = False,
    baseline: Annotated[Path | None, typer.Option("--baseline", metavar="FILE", help="Tell only what is new since this baseline.")] = None,
    diff: Annotated[str | None, typer.Option("--diff", metavar="REV", help="Tell only what stands in statements changed since a git revision.")] = None,
    preview: Annotated[bool | None, typer.Option("--preview", help="Run trial rules too.")] = None,
    config_file: Annotated[Path | None, typer.Option("--config", metavar="FILE", help="This configuration file for every document.")] = None,
    no_config: Annotated[bool, typer.Option("--no-config", help="No configuration file: flags and defaults only.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Keep nothing: read the rules afresh, and lint unchanged files again.")] = False,
    color: Annotated[ColorChoice, typer.Option(help="Colours in the terminal report.")] = ColorChoice.auto,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Findings only.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings by rule.")] = False,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="The day that counts as today, YYYY-MM-DD.")] = None,
    max_bytes: Annotated[int | None, typer.Option(help="Largest file, in bytes (default: 50000000).", min=1)] = None,
    max_pages: Annotated[int | None, typer.Option(help="Most pages of a PDF (default: 300).", min=1)] = None,
    max_characters: Annotated[int | None, typer.Option(help="Most characters of a document (default: 2000000).", min=1)] = None,
    timeout: Annotated[float | None, typer.Option(help="Seconds that reading one file may take (default: 60).", min=0.1)] = None,
) -> None:
    """Lint résumés, cover letters, portfolios and READMEs (.md, .txt, .docx, .pdf).

    Examples:

      careerlint check resume.docx
      careerlint check README.md --fail-on warning
      careerlint check portfolio/ --format json --output report.json
      cat README.md | careerlint check - --select STO,CHG001
      careerlint check README.md --select FMT013 --fix

    Exit code 0: clean, or only findings below --fail-on; 1: findings; 2: something could not be done.
    """
    given = {
        "select": _names(select), "ignore": _names(ignore), "fail-on": fail_on, "language": language, "kind": kind, "role": role,
        "profile": profile, "notes": notes, "baseline": str(baseline) if baseline else None, "preview": preview, "rules": tuple(str(folder) for folder in rules or ()),
        "max-bytes": max_bytes, "max-pages": max_pages, "max-characters": max_characters, "timeout": timeout,
    }  # fmt: skip
    flags = {key: value.value if isinstance(value, StrEnum) else value for key, value in given.items() if value not in (None, ())}
    configuring = Configuring(flags, _day(as_of), file=config_file, search=not no_config, use_cache=not no_cache)
    configuring.check_flags(Path(stdin_name if paths[0] == "-" else paths[0]))
    if fix and add_ignores:
        fail("--fix and --add-ignores are two steps; correct first, then accept what remains")
    if (fix or add_ignores) and "-" in paths:
        flag = "--fix" if fix else "--add-ignores"
        fail(f"{flag} cannot change standard input; name the file, or leave {flag} out")
    if output is not None:
        _check_output(output, paths)
    run = _run(paths, stdin_name, configuring)
    if not run.outcomes:
        fail("no document found in the given folders; name a .md, .txt, .docx or .pdf file")
    first = configuring.of(Path(run.outcomes[0].path))
    frame = first.config.language if first.config.language != "auto" else next((report.language for report in run.reports), "en")
    fixed = change_run(run, configuring, frame, "--fix" if fix else "--add-ignores") if fix or add_ignores else None
    run = fixed.run if fixed else run
    try:
        run, stale = narrow_run(run, configuring, diff)
    except NarrowingError as error:
        fail(str(error))
    text = _render(run, output_format, color, quiet, statistics, frame, output, first.values["notes"])
    if output is not None:
        save_text(text, output)
    elif output_format is OutputFormat.json:
        write_for_programs(text)
    else:
        typer.echo(text, nl=False, color=True)
    for outcome in run.unreadable:
        typer.echo(unreadable_line(outcome, frame), err=True)
    for line in (*stale, *remark_lines(run, frame)):
        typer.echo(line, err=True)
    for line in fixed.lines if fixed else ():
        typer.echo(line, err=True)
    raise typer.Exit(2 if run.unreadable or (fixed and fixed.failed) else int(_fails(run, configuring)))


def _run(paths: list[str], stdin_name: str, configuring: Configuring) -> Run:
    from careerlint.checking import check_bytes, check_files, finish_run

    outcomes: list[Report | Unreadable] = []
    if "-" in paths:
        config = configuring.of(Path(stdin_name)).config
        outcomes.append(check_bytes(sys.stdin.buffer.read(config.limits.bytes + 1), stdin_name, config))
    found = list(configuring.documents([Path(path) for path in paths if path != "-"]))
    configs = {path: configuring.of(path).config for path in found}
    outcomes += _with_progress(check_files(found, configs.__getitem__), len(found))
    return finish_run(outcomes, configuring.of(Path(stdin_name)).config)


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


def _render(
    run: Run, output_format: OutputFormat, color: ColorChoice, quiet: bool, statistics: bool, language: str, output: Path | None,
    notes: Notes,
) -> str:
    if output_format is OutputFormat.json:
        from careerlint.reporters.json_report import render_json

        return render_json(run)
    if output_format is OutputFormat.concise:
        from careerlint.reporters.concise import render_concise

        return render_concise(run)
    from careerlint.reporters.terminal import Look, render_terminal

    terminal = output is None and sys.stdout.isatty()
    colored = color is ColorChoice.always or (color is ColorChoice.auto and terminal and not os.environ.get("NO_COLOR"))
    width = shutil.get_terminal_size((100, 24)).columns if terminal or "COLUMNS" in os.environ else 100
    return render_terminal(run, Look(max(width, 30), colored, quiet, statistics, language, notes))


def _check_output(output: Path, paths: list[str]) -> None:
    """Refuse what could only be a slip before any work is done."""
    if output.is_dir():
        fail(f"cannot write {output}: it is a folder; name a file with --output")
    if any(path != "-" and Path(path).is_file() and output.exists() and output.samefile(path) for path in paths):
        fail(f"{output} is one of the documents; the report would replace it. Name another file with --output")


def save_text(text: str, output: Path) -> None:
    """Write the whole report or nothing: a reader never sees half of one, and a failure leaves the old one in place."""
    target = Path(os.path.realpath(output))
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        if target.exists() and not target.is_file():
            # A pipe or a device is written to; replacing it would remove it.
            target.write_text(text, encoding="utf-8", newline="\n")
            return
        try:
            draft.write_text(text, encoding="utf-8", newline="\n")
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        fail(f"cannot write {output}: {error.strerror}; choose another place with --output")


def _fails(run: Run, configuring: Configuring) -> bool:
    """Whether a document has a finding of the level that its configuration fails on, or a graver one."""
    from careerlint.model.finding import LEVELS

    for report in run.reports:
        fail_on = configuring.of(Path(report.path)).values["fail-on"]
        counted = () if fail_on == FailOn.never else LEVELS[: LEVELS.index(fail_on) + 1]
        if any(finding.level in counted for finding in report.findings):
            return True
    return False


def _names(values: list[str] | None) -> tuple[str, ...]:
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())


def _day(value: str | None) -> date:
    if value is None:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError:
        fail(f"--as-of takes a day like 2026-03-01, not '{value}'")
