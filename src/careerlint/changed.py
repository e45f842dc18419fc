"""What has changed since a revision: leaves only findings on statements that the revision did not have."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from careerlint.config import Config
from careerlint.engine import linter
from careerlint.model.document import Document
from careerlint.model.finding import Finding, Report
from careerlint.model.outline import Outline
from careerlint.readers import read_bytes
from careerlint.readers.limits import UnreadableError
from careerlint.repository import GitError, file_at, repository_of, revision_of


def only_changed(report: Report, revision: str, config: Config) -> Report:
    """The report with the findings on statements, entries and titles that are new or other words than at the revision.

    Statements are compared by their words, so that moved and reformatted ones have not changed. A finding on an entry stays when a
    statement of the entry has changed, one on the whole document when the file is new. Raises GitError.
    """
    path = Path(report.path)
    repository = repository_of(path)
    if repository is None:
        raise GitError(f"{path} stands in no git repository; leave --diff out")
    content = file_at(repository, revision_of(repository, revision), path)
    if content is None:
        return report
    try:
        old = read_bytes(content, report.path, report.document.format, config.limits)
    except UnreadableError:
        return report
    outline = linter(config.rule_folders, config.use_cache).outline(old, config)
    changed = _changed_statements(report, Counter(_statements(old, outline)))
    return replace(report, findings=tuple(finding for finding in report.findings if _is_new(finding, report, changed)))


def _statements(document: Document, outline: Outline) -> list[str]:
    return ["".join(document.words(statement.span).split()).casefold() for statement in outline.statements]


def _changed_statements(report: Report, known: Counter[str]) -> set[int]:
    """Indices of the statements that the old text does not have, or not so often."""
    changed = set()
    for index, words in enumerate(_statements(report.document, report.outline)):
        if known[words] > 0:
            known[words] -= 1
        else:
            changed.add(index)
    return changed


def _is_new(finding: Finding, report: Report, changed: set[int]) -> bool:
    if finding.statement >= 0:
        return finding.statement in changed
    if finding.entry >= 0:
        first, last = report.outline.entries[finding.entry].statements
        return any(index in changed for index in range(first, last))
    return any(statement.span.overlaps(finding.span) and index in changed for index, statement in enumerate(report.outline.statements))
