"""Errors of a call: one clear line on standard error, and exit code 2."""

from __future__ import annotations

import errno
from typing import NoReturn

import typer

from careerlint.reporters.clean_text import shown
from careerlint.reporters.workflow_commands import without_commands

USED_UP = frozenset((errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM))
"""Why the system opens no file and starts no process more."""


def fail(message: str) -> NoReturn:
    """Say what is wrong and what to do, and leave with exit code 2."""
    complain(message)
    raise typer.Exit(2)


def complain(message: str) -> None:
    """Say what is wrong and what to do; what a document or a file name puts into it is made safe to show."""
    typer.echo(f"careerlint: {without_commands(shown(message))}", err=True)
