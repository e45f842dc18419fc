"""The command line: flags, calls, exit code."""

from __future__ import annotations


def main() -> None:
    """Entry point of the `careerlint` command."""
    try:
        from careerlint.cli.application import run

        run()
    except KeyboardInterrupt:
        # It may come while the libraries are still read.
        raise SystemExit(130) from None
