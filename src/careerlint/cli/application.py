"""The application: the commands and what they share, from arguments to exit code."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from careerlint.cli.annotate import annotate
from careerlint.cli.baseline import baseline_application
from careerlint.cli.batch import batch, report
from careerlint.cli.check import check
from careerlint.cli.commands import PlainCommand, PlainGroup
from careerlint.cli.console import show_closest_letters
from careerlint.cli.errors import USED_UP, complain
from careerlint.cli.rules import explain, rules_application, why_not
from careerlint.cli.settings import clear_cache, show_config, write_settings

_UNWRITABLE = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF))
application = typer.Typer(
    name="careerlint",
    cls=PlainGroup,
    help="The linter for résumés and portfolios, in Korean and English. Everything runs on this machine.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
application.command(cls=PlainCommand)(check)
application.command(cls=PlainCommand)(annotate)
application.command(cls=PlainCommand)(batch)
application.command(cls=PlainCommand)(report)
application.add_typer(rules_application, name="rules")
application.command(cls=PlainCommand)(explain)
application.command("why-not", cls=PlainCommand)(why_not)
application.add_typer(baseline_application, name="baseline")
application.command("config", cls=PlainCommand)(show_config)
application.command("init", cls=PlainCommand)(write_settings)
_cache = typer.Typer(help="What is kept between runs.", no_args_is_help=True, rich_markup_mode=None)
_cache.command("clear", cls=PlainCommand)(clear_cache)
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
    """Run the command line; a closed pipe is quiet, a full one is told."""
    _open_closed_streams()
    show_closest_letters(sys.stdout, sys.stderr)
    try:
        application()
    except BrokenPipeError:
        _drop_output()
        raise SystemExit(0) from None
    except PermissionError as error:
        if error.filename is None:
            raise
        complain(f"{os.fsdecode(error.filename)}: it cannot be opened ({error.strerror}); check the path and the permissions")
        raise SystemExit(2) from None
    except OSError as error:
        # What is written to files is told where it is written; what has no name is standard output.
        if error.filename is None and (error.errno in _UNWRITABLE or hasattr(error, "characters_written")):
            _drop_output()
            complain(f"standard output cannot be written: {error.strerror}; send it to another place")
        elif error.errno in USED_UP:
            complain(f"the system gives no more: {error.strerror}; close other programs or raise its limits (ulimit -a), and call again")
        elif error.errno == errno.ENOENT and _is_nowhere():
            complain("the current folder is not there any more; change to another one (cd) and call again")
        else:
            raise
        raise SystemExit(2) from None
    except MemoryError:
        complain("the system gives no more memory; close other programs or raise its limits (ulimit -a), and call again")
        raise SystemExit(2) from None


def _is_nowhere() -> bool:
    """Whether the current folder has been removed."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def _open_closed_streams() -> None:
    """Streams that the caller has closed give nothing, take everything and keep nothing. In this order each gets its own number back, which else the next file would have."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115


def _drop_output() -> None:
    """Python would complain once more when it flushes what nobody takes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
