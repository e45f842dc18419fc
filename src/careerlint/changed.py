"""What has changed since a revision: leaves only findings that the text at that revision did not give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from careerlint.config import Config
from careerlint.model.finding import Finding, Report
from careerlint.model.span import Span
from careerlint.model.suppression import Suppression
from careerlint.readers import read_bytes
from careerlint.readers.limits import UnreadableError
from careerlint.repository import GitError, Revision, repository_of


def only_changed(report: Report, revision: Revision, config: Config) -> Report:
    """The report with the findings that are new since the revision, where git may know the file by another name; all of them where the file is new. Raises GitError.

    A finding on a statement is new where the statement is: statements are compared by their words, so that moved and reformatted
    ones have not changed. One on the address of a link is new where that is, too. Every other finding is new where the text at the revision, linted too, does not give it.
    """
    path = Path(report.path)
    repository = repository_of(path)
    if repository is None:
        raise GitError(f"{path} stands in no git repository; leave --diff out")
    revision.check(repository)
    if not (report.findings or report.suppressions):
        return report
    content = revision.content(repository, path, config.limits.bytes)
    if content is None:
        return report
    try:
        before = report if sha256(content).hexdigest() == report.document.digest else _linted(content, report, config)
    except UnreadableError:
        return report
    changed = _changed_statements(report, Counter(_statements(before)))
    beyond = [finding for finding in report.findings if _is_wide(finding) or finding.about]
    new = _not_among(beyond, [finding for finding in before.findings if _is_wide(finding) or finding.about], _Versions(before, report))
    findings = tuple(each for each in report.findings if each in new or (not _is_wide(each) and each.statement in changed))
    return replace(report, findings=findings, suppressions=_without_old_faults(report, before))


def _linted(content: bytes, report: Report, config: Config) -> Report:
    """The report on what the document was, among the files that stand around it now; raises UnreadableError."""
    # Imported on use: most documents of a run are what they were.
    from careerlint.engine import linter

    old = read_bytes(content, report.path, report.document.format, config.limits)
    return linter(config.rule_folders, config.use_cache).lint(replace(old, folder=report.document.folder), config)


def _without_old_faults(report: Report, before: Report) -> tuple[Suppression, ...]:
    """The remarks without those that did nothing at the revision either: a change is told what it did."""
    idle, idle_before = frozenset(report.unused), frozenset(before.unused)
    known = Counter(_remark(each) for each in before.suppressions if each in idle_before or each.unknown or each.slip)
    kept = []
    for each in report.suppressions:
        if (each in idle or each.unknown or each.slip) and known[_remark(each)] > 0:
            known[_remark(each)] -= 1
        else:
            kept.append(each)
    return tuple(kept)


def _remark(suppression: Suppression) -> tuple[object, ...]:
    """A remark without its place."""
    return suppression.verb, suppression.names, suppression.unknown, suppression.slip, suppression.reason


def _is_wide(finding: Finding) -> bool:
    """Whether a finding is about more than the words of one statement: what is said elsewhere can give or take it."""
    return finding.scope != "statement" or finding.statement is None


@dataclass(frozen=True)
class _Versions:
    """The reports on a document before and now."""

    before: Report
    now: Report

    def same_words(self, old: Finding, new: Finding) -> bool:
        """Whether both stand at the same words and speak of the same address; headings may have got another number."""
        return old.about == new.about and _letters(self.before, old.span) == _letters(self.now, new.span)

    def same_place(self, old: Finding, new: Finding) -> bool:
        """Whether both are about the same whole: the document, or an entry whose title was changed."""
        if old.statement is not None or new.statement is not None or old.scope != new.scope:
            return False
        if new.scope == "document":
            return True
        return _is_at_title(self.before, old) and _is_at_title(self.now, new) and self._is_same_entry(old.entry, new.entry)

    def _is_same_entry(self, old: int | None, new: int | None) -> bool:
        """Whether an entry has kept half of its statements."""
        if old is None or new is None:
            return False
        theirs = Counter(self._old_statements[slice(*self.before.outline.entries[old].statements)])
        ours = Counter(self._new_statements[slice(*self.now.outline.entries[new].statements)])
        kept = (ours & theirs).total()
        return kept > 0 and 2 * kept >= min(ours.total(), theirs.total())

    @cached_property
    def _old_statements(self) -> list[str]:
        return _statements(self.before)

    @cached_property
    def _new_statements(self) -> list[str]:
        return _statements(self.now)


def _not_among(findings: Sequence[Finding], known: Sequence[Finding], versions: _Versions) -> list[Finding]:
    """The findings to which none of the known ones answers; each answers once, and first to the one at its own words."""
    steps: tuple[Callable[[Finding, Finding], bool], ...] = (versions.same_words, versions.same_place)
    left, new = list(known), list(findings)
    for is_same in steps:
        pending, new = new, []
        for finding in pending:
            answer = next((old for old in left if old.code == finding.code and is_same(old, finding)), None)
            if answer is None:
                new.append(finding)
            else:
                left.remove(answer)
    return new


def _is_at_title(report: Report, finding: Finding) -> bool:
    return finding.entry is not None and report.outline.entries[finding.entry].title == finding.span


def _letters(report: Report, span: Span) -> str:
    words = report.document.words(span)
    return "".join(filter(str.isalpha, words)).casefold() or words


def _statements(report: Report) -> list[str]:
    return ["".join(report.document.words(statement.span).split()).casefold() for statement in report.outline.statements]


def _changed_statements(report: Report, known: Counter[str]) -> set[int]:
    """Indices of the statements that the old text does not have, or not so often."""
    changed = set()
    for index, words in enumerate(_statements(report)):
        if known[words] > 0:
            known[words] -= 1
        else:
            changed.add(index)
    return changed
