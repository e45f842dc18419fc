"""Errors of a call: one clear line on standard error, and exit code 2."""

from __future__ import annotations

from typing import NoReturn

import typer


def fail(message: str) -> NoReturn:
    """Say what is wrong and what to do, and leave with exit code 2."""
    typer.echo(f"careerlint: {message}", err=True)
    raise typer.Exit(2)
