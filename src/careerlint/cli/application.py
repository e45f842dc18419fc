"""The application: the commands and what they share, from arguments to exit code."""

from __future__ import annotations

import gc
import sys
from typing import Annotated

import typer

from careerlint.cli.annotate import annotate
from careerlint.cli.baseline import baseline_application
from careerlint.cli.batch import batch, report
from careerlint.cli.check import check
from careerlint.cli.console import show_closest_letters
from careerlint.cli.rules import explain, rules_application, why_not
from careerlint.cli.settings import clear_cache, show_config, write_settings

_OBJECTS_BEFORE_COLLECTION = 50_000

application = typer.Typer(
    name="careerlint",
    help="The linter for résumés and portfolios, in Korean and English. Everything runs on this machine.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
application.command()(check)
application.command()(annotate)
application.command()(batch)
application.command()(report)
application.add_typer(rules_application, name="rules")
application.command()(explain)
application.command("why-not")(why_not)
application.add_typer(baseline_application, name="baseline")
application.command("config")(show_config)
application.command("init")(write_settings)
_cache = typer.Typer(help="What is kept between runs.", no_args_is_help=True, rich_markup_mode=None)
_cache.command("clear")(clear_cache)
application.add_typer(_cache, name="cache")


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"careerlint {version('careerlint')}")
        raise typer.Exit


@application.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Options of every command."""


def run() -> None:
    """Run the command line; a closed pipe is quiet, an interruption exits with 130."""
    show_closest_letters(sys.stdout, sys.stderr)
    # A call makes many frozen objects, few cycles, and ends soon: Python's collector would look through all of them again and again.
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)
    try:
        application()
    except BrokenPipeError:
        # Python would complain once more when it flushes a pipe that nobody reads.
        import os

        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
