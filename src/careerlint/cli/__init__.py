"""The command line: flags, calls, exit code."""

from __future__ import annotations


def main() -> None:
    """Entry point of the `careerlint` command."""
    from careerlint.cli.application import run

    run()
