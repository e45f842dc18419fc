"""`careerlint baseline`: accept what is there now, and later tell only what is new."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from careerlint.cli import options
from careerlint.cli.check import check
from careerlint.cli.commands import PlainCommand, PlainGroup
from careerlint.cli.configuring import Configuring
from careerlint.cli.errors import fail
from careerlint.cli.outputs import refuse_documents, save_text
from careerlint.cli.paths import path_of
from careerlint.cli.plurals import counted

baseline_application = typer.Typer(cls=PlainGroup, help="Accept what is there now; tell later what is new.", no_args_is_help=True, rich_markup_mode=None)

_PATHS = typer.Argument(metavar="PATH...", help="Files and folders.")
_FILE = typer.Option("--baseline", metavar="FILE", help="The baseline (default: the configured one, else careerlint-baseline.json).")


@baseline_application.command("write", cls=PlainCommand)
def write(
    paths: Annotated[list[str], _PATHS],
    baseline: Annotated[Path | None, _FILE] = None,
    kind: options.Kind = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    rules: options.Rules = None,
    role: options.Role = None,
    profile: options.Profile = None,
    preview: options.Preview = None,
    config_file: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    no_cache: options.NoCache = False,
    as_of: options.AsOf = None,
    max_bytes: options.MaxBytes = None,
    max_pages: options.MaxPages = None,
    max_characters: options.MaxCharacters = None,
    timeout: options.Timeout = None,
) -> None:
    """Write every finding of the files into the baseline, in place of what it held.

    Examples:

    \b
      careerlint baseline write README.md docs/
      careerlint baseline write README.md --select STO,CHG001
    """
    from careerlint.baseline import accepted_of, write_baseline
    from careerlint.checking import check_files, finish_run
    from careerlint.cli.remarks import unreadable_line

    configuring = options.configuring_of(
        as_of=as_of, config_file=config_file, no_config=no_config, no_cache=no_cache,
        select=select, ignore=ignore, rules=rules, kind=kind, role=role, profile=profile, preview=preview,
        max_bytes=max_bytes, max_pages=max_pages, max_characters=max_characters, timeout=timeout,
    )  # fmt: skip
    named = [path_of(path) for path in paths]
    configuring.check_flags(named[0])
    target = _target(named, baseline, configuring)
    found = configuring.found(named).documents
    run = finish_run(check_files(found, lambda path: configuring.of(path).config), configuring.of(named[0]).config)
    for outcome in run.unreadable:
        typer.echo(unreadable_line(outcome, "en"), err=True)
    if run.unreadable or not run.outcomes:
        fail(f"the baseline was not written: {'some files could not be read' if run.outcomes else 'no document was found'}")
    refuse_documents(target, (str(path) for path in found), "--baseline FILE")
    accepted = accepted_of(run, target.parent)
    save_text(write_baseline(accepted), target, "--baseline FILE")
    typer.echo(f"{target}: {counted(len(accepted), 'finding')} in {counted(len(run.outcomes), 'document')} accepted")


@baseline_application.command("check", cls=PlainCommand)
def check_baseline(
    paths: Annotated[list[str], _PATHS],
    baseline: Annotated[Path | None, _FILE] = None,
    formats: Annotated[list[str] | None, typer.Option("--format", metavar="NAME[:FILE]", help="As in check; default: concise.")] = None,
    output: options.Output = None,
    fail_on: options.FailOn = None,
    kind: options.Kind = None,
    language: options.Language = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    rules: options.Rules = None,
    notes: Annotated[options.NotesChoice | None, typer.Option(help="As in check.")] = None,
    role: options.Role = None,
    profile: options.Profile = None,
    diff: Annotated[str | None, typer.Option("--diff", metavar="REV", help="Tell only what is new since a git revision too.")] = None,
    preview: options.Preview = None,
    config_file: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    no_cache: options.NoCache = False,
    as_of: options.AsOf = None,
    max_bytes: options.MaxBytes = None,
    max_pages: options.MaxPages = None,
    max_characters: options.MaxCharacters = None,
    timeout: options.Timeout = None,
) -> None:
    """Tell only what is new since the baseline; accepted findings that are gone are told on standard error.

    Example: careerlint baseline check README.md --fail-on warning
    """
    day = options.day_of(as_of)
    target = _target([path_of(path) for path in paths], baseline, Configuring({}, day, file=config_file, search=not no_config, use_cache=not no_cache))
    check(
        paths, formats=formats or ["concise"], output=output, baseline=target, fail_on=fail_on, quiet=True, kind=kind, language=language, select=select, ignore=ignore,
        rules=rules, notes=notes, role=role, profile=profile, diff=diff, preview=preview, config_file=config_file, no_config=no_config, no_cache=no_cache,
        as_of=as_of, max_bytes=max_bytes, max_pages=max_pages, max_characters=max_characters, timeout=timeout,
    )  # fmt: skip


def _target(paths: list[Path], baseline: Path | None, configuring: Configuring) -> Path:
    from careerlint.baseline import DEFAULT_NAME

    return baseline or configuring.of(paths[0]).baseline or Path(DEFAULT_NAME)
