"""The command line: flags, calls, exit code."""

from __future__ import annotations

import gc

_OBJECTS_BEFORE_COLLECTION = 1_000_000


def main() -> None:
    """Entry point of the `careerlint` command."""
    # A call makes many frozen objects, few cycles, and ends soon: Python's collector would look through all of them again and again,
    # and through the libraries while they are read. So many are more than one document and all rules need, and a hundred megabytes at most.
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTION)
    try:
        from careerlint.cli.application import run

        run()
    except KeyboardInterrupt:
        # It may come while the libraries are still read.
        raise SystemExit(130) from None
