"""`careerlint baseline`: accept what is there now, and later tell only what is new."""

from __future__ import annotations

from datetime import date
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
) -> None:
    """Write every finding of the files into the baseline, in place of what it held.

    Example: careerlint baseline write README.md docs/
    """
    from careerlint.baseline import accepted_of, write_baseline
    from careerlint.checking import check_files, finish_run
    from careerlint.cli.remarks import unreadable_line

    configuring = Configuring({}, date.today())
    named = [path_of(path) for path in paths]
    target = _target(named, baseline, configuring)
    found = list(configuring.documents(named))
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
    fail_on: options.FailOn = None,
) -> None:
    """Tell only what is new since the baseline; accepted findings that are gone are told on standard error.

    Example: careerlint baseline check README.md --fail-on warning
    """
    target = _target([path_of(path) for path in paths], baseline, Configuring({}, date.today()))
    check(paths, formats=formats or ["concise"], baseline=target, fail_on=fail_on, quiet=True)


def _target(paths: list[Path], baseline: Path | None, configuring: Configuring) -> Path:
    from careerlint.baseline import DEFAULT_NAME

    return baseline or configuring.of(paths[0]).baseline or Path(DEFAULT_NAME)
