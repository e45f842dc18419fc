"""careerlint: the linter for résumés and portfolios, in Korean and English."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from careerlint.model.document import Document
from careerlint.model.finding import Finding, Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from careerlint.config import Config
    from careerlint.model.finding import Unreadable

__all__ = ["Document", "Finding", "Report", "batch", "lint", "read"]


def read(path: str | Path) -> Document:
    """Read one file (.md, .txt, .docx, .pdf); raises readers.limits.UnreadableError."""
    # Imported on call so that `import careerlint` stays light.
    from careerlint.readers import read as read_file

    return read_file(Path(path))


def lint(document: str | Path | Document, config: Config | None = None) -> Report:
    """Lint a file or a document that was read before."""
    from careerlint.config import Config
    from careerlint.engine import linter
    from careerlint.readers import read as read_file

    config = config or Config()
    if not isinstance(document, Document):
        document = read_file(Path(document), config.limits)
    return linter(config.rule_folders, config.use_cache).lint(document, config)


def batch(
    paths: str | Path | Iterable[str | Path], config: Config | None = None, *, jobs: int | None = None, on_unreadable: Callable[[Unreadable], object] | None = None
) -> Iterator[Report]:
    """Lint the documents of files, folders, patterns, archives and manifests; yields each report as it is done, in no order.

    Every document is linted in a worker process (`jobs`, one for each processor): whatever one of them does, the others are
    linted. What cannot be linted is given to `on_unreadable`; without it, a warning tells. Processes are spawned and import
    nothing of the caller's script.
    """
    from careerlint.cohort.streaming import stream_reports, warn_of
    from careerlint.config import Config

    # The letters of one path would be paths too, and its slash the whole machine.
    named = [paths] if isinstance(paths, str | Path) else paths
    return stream_reports(named, config or Config(), jobs, on_unreadable or warn_of)
