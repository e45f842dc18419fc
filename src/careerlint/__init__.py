"""careerlint: the linter for résumés and portfolios, in Korean and English."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from careerlint.model.document import Document
from careerlint.model.finding import Finding, Report

if TYPE_CHECKING:
    from careerlint.config import Config

__all__ = ["Document", "Finding", "Report", "lint", "read"]


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
