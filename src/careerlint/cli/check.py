"""`careerlint check`: lint files and folders."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careerlint.cli.errors import fail
from careerlint.cli.fixes import fix_run

if TYPE_CHECKING:
    from careerlint.config import Config
    from careerlint.model.finding import Report, Run, Unreadable


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
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", metavar="NAME[:FILE]",
            help="rich (default), concise, json, github, sarif, gitlab, junit or rdjson; repeated with :FILE for several reports.",
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write the report of a single format to this file.")] = None,
    stdin_name: Annotated[str, typer.Option(help="The name that - stands for; its ending tells the format.")] = "stdin.md",
    kind: Annotated[KindChoice | None, typer.Option(help="What the documents are, if the guess is wrong.")] = None,
    language: Annotated[LanguageChoice, typer.Option("--lang", help="Language of the messages; auto is the document's.")] = LanguageChoice.auto,
    select: Annotated[list[str] | None, typer.Option(help="Only these rules: code, name or family; commas or repeated.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Not these rules: code, name or family; commas or repeated.")] = None,
    fail_on: Annotated[FailOn, typer.Option(help="Exit 1 from this level on.")] = FailOn.error,
    rules: Annotated[list[Path] | None, typer.Option(help="A folder with signals and rules of your own.")] = None,
    notes: Annotated[NotesChoice, typer.Option(help="Notes one by one, missing elements of a story as one block, or no notes.")] = NotesChoice.grouped,
    role: Annotated[RoleChoice | None, typer.Option(help="The kind of work applied for: what it asks for is looked for.")] = None,
    profile: Annotated[ProfileChoice, typer.Option(help="Who reads it: decides about birth date, photo and the like.")] = ProfileChoice.auto,
    fix: Annotated[bool, typer.Option("--fix", help="Correct what is safe to correct, in .md and .txt files.")] = False,
    preview: Annotated[bool, typer.Option("--preview", help="Run trial rules too.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read the rules afresh.")] = False,
    color: Annotated[ColorChoice, typer.Option(help="Colours in the terminal report.")] = ColorChoice.auto,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Findings only.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings by rule.")] = False,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="The day that counts as today, YYYY-MM-DD.")] = None,
    max_bytes: Annotated[int, typer.Option(help="Largest file, in bytes.", min=1)] = 50_000_000,
    max_pages: Annotated[int, typer.Option(help="Most pages of a PDF.", min=1)] = 300,
    max_characters: Annotated[int, typer.Option(help="Most characters of a document.", min=1)] = 2_000_000,
    timeout: Annotated[float, typer.Option(help="Seconds that reading one file may take.", min=0.1)] = 60.0,
) -> None:
    """Lint résumés, cover letters, portfolios and READMEs (.md, .txt, .docx, .pdf).

    Examples:

      careerlint check resume.docx
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
    from careerlint.config import Config, chosen_rules
    from careerlint.engine import linter
    from careerlint.readers.limits import Limits
    from careerlint.reporters.look import Look
    from careerlint.reporters.workflow_commands import without_commands

    outputs = outputs_of(formats or (), output, paths)
    config = Config(
        select=_names(select),
        ignore=_names(ignore),
        kind=kind.value if kind else None,
        language=language.value,
        preview=preview,
        role=role.value if role else "",
        profile=profile.value,
        as_of=_day(as_of),
        rule_folders=tuple(rules or ()),
        limits=Limits(bytes=max_bytes, pages=max_pages, characters=max_characters, seconds=timeout),
        use_cache=not no_cache,
    )
    _check_names(config)
    if fix and "-" in paths:
        fail("--fix cannot correct standard input; name the file, or leave --fix out")
    run = _run(paths, stdin_name, config)
    if not run.outcomes:
        fail("no document found in the given folders; name a .md, .txt, .docx or .pdf file")
    frame = language.value if language is not LanguageChoice.auto else next((report.language for report in run.reports), "en")
    fixed = fix_run(run, config, frame) if fix else None
    run = fixed.run if fixed else run
    ran = chosen_rules(linter(config.rule_folders, config.use_cache).rule_set.rules, config)
    look = Look(quiet=quiet, statistics=statistics, language=frame, notes=notes.value, rules=ran)
    write_outputs(run, outputs, look, color.value)
    for outcome in run.unreadable:
        typer.echo(_unreadable_line(outcome, frame), err=True)
    for line in fixed.lines if fixed else ():
        typer.echo(without_commands(line), err=True)
    raise typer.Exit(2 if run.unreadable or (fixed and fixed.failed) else int(_fails(run, fail_on)))


def _run(paths: list[str], stdin_name: str, config: Config) -> Run:
    from careerlint.checking import check_bytes, check_files, finish_run
    from careerlint.discovery import find_files

    outcomes: list[Report | Unreadable] = []
    if "-" in paths:
        outcomes.append(check_bytes(sys.stdin.buffer.read(config.limits.bytes + 1), stdin_name, config))
    found = list(find_files([Path(path) for path in paths if path != "-"]))
    outcomes += _with_progress(check_files(found, config), len(found))
    return finish_run(outcomes, config)


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


def _unreadable_line(outcome: Unreadable, language: str) -> str:
    from careerlint.reporters.clean_text import on_one_line
    from careerlint.reporters.workflow_commands import without_commands

    message = outcome.message_ko if language == "ko" else outcome.message
    return without_commands(f"careerlint: {on_one_line(outcome.path)}: {on_one_line(message)}")


def _fails(run: Run, fail_on: FailOn) -> bool:
    from careerlint.model.finding import LEVELS

    if fail_on is FailOn.never:
        return False
    counted = LEVELS[: LEVELS.index(fail_on.value) + 1]
    return any(finding.level in counted for report in run.reports for finding in report.findings)


def _names(values: list[str] | None) -> tuple[str, ...]:
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())


def _check_names(config: Config) -> None:
    from difflib import get_close_matches

    from careerlint.engine import linter
    from careerlint.rules.rule_error import RuleFileError

    try:
        rules = linter(config.rule_folders, config.use_cache).rule_set.rules
    except RuleFileError as error:
        fail(str(error))
    known = {name for rule in rules for name in (rule.code.lower(), rule.name, rule.family.lower())}
    for name in (*config.select, *config.ignore):
        if name.lower() not in known:
            near = get_close_matches(name.lower(), sorted(known), 1)
            hint = f"; did you mean {near[0].upper() if near[0].isalnum() else near[0]}?" if near else ""
            fail(f"there is no rule or family '{name}'{hint} 'careerlint rules' lists them")


def _day(value: str | None) -> date:
    if value is None:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError:
        fail(f"--as-of takes a day like 2026-03-01, not '{value}'")
