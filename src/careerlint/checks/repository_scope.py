"""Whether a document speaks of the repository that it stands in, and whether that shows its code: else nothing in it is asked for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from careerlint.checks.repository_traces import Traces
from careerlint.checks.repository_words import Knowledge, globs_of, joined
from careerlint.expression import Expression
from careerlint.model.document import Mark
from careerlint.model.evidence import Evidence
from careerlint.model.span import Span

_HOST = Expression(r"https?://(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com)/([\w.~-]+)/([\w.-]+?)(?:\.git)?(?:[/?#].*)?$", re.IGNORECASE)
_DATA = Expression(r"data|dataset|images?|photos?|samples?|corpus|raw|input|train|test|font|gradle|weights?|models?|submission|result", re.IGNORECASE)
_SITE = globs_of(("_config.y*ml", "hugo.*", "astro.config.*", "gatsby-config.*", "_posts/", "docusaurus.config.*", ".hugo_build.lock", "hexo.*", "_config.*.yml"))
_PROFILE = frozenset((".github/profile", "profile"))
_REPORTS = frozenset((".", "docs", "doc", "report", "reports", "document", "documents"))
_SEVERAL = 3
PLACE = "§"
"""Stands for a link to a repository on a code host."""


def path_of(evidence: Evidence) -> str:
    """The path of the document from the top of the repository; empty where it stands in none."""
    around, document = evidence.surroundings, evidence.document
    if not document.folder or not around.in_repository:
        return ""
    folder = Path(document.folder if document.folder == str(around.root) else os.path.realpath(document.folder))
    name = re.split(r"[/\\]", document.path)[-1]
    return (folder / name).relative_to(around.root).as_posix() if folder.is_relative_to(around.root) else ""


def is_asked(evidence: Evidence, path: str, traces: Traces, knowledge: Knowledge) -> bool:
    """Whether what the document claims should be in the repository."""
    around = evidence.surroundings
    if evidence.outline.kind != "project" or evidence.document.format not in ("md", "txt") or not speaks_of_it(path, traces, knowledge):
        return False
    remotes = around.remotes()
    if any(owner == name or name == ".github" for owner, _, name in (remote.partition("/") for remote in remotes)) or str(PurePosixPath(path).parent) in _PROFILE:
        return False
    # What is in a submodule or an archive cannot be known.
    if not traces.sources or around.submodules() or traces.paths.get(".gitmodules") or _has_archive(traces, knowledge):
        return False
    return not _is_elsewhere(evidence, knowledge)


def speaks_of_it(path: str, traces: Traces, knowledge: Knowledge) -> bool:
    """A README wherever it stands, unless it came with the code of others; another document at the top or among the reports."""
    folders = PurePosixPath(path).parts[:-1]
    if any(folder in knowledge.data["foreign"] for folder in folders):
        return False
    if PurePosixPath(path).name.lower().startswith("readme"):
        return not any(folder in ("tests", "test", "fixtures", "_posts", "corpus", "data", "datasets") for folder in folders)
    samples = any(folder in knowledge.data["samples"] for folder in folders)
    return not samples and (folders[:1] or (".",))[0].lower() in _REPORTS and not traces.has(_SITE)


def _has_archive(traces: Traces, knowledge: Knowledge) -> bool:
    archives = globs_of(knowledge.data["archives"])
    return archives is not None and any(archives.search(path) and not _DATA.search(path) for path in traces.paths)


def _is_elsewhere(evidence: Evidence, knowledge: Knowledge) -> bool:
    """Whether the document says that code is closed or stands in other repositories, or is an index of them."""
    closed, elsewhere = knowledge.anywhere("closed"), knowledge.anywhere("elsewhere")
    spans = [statement.span for statement in evidence.outline.statements]
    spans += [section.title for section in evidence.outline.sections if section.title is not None]
    for span in spans:
        words = with_places(evidence, span)
        if any(expression is not None and expression.search(words) for expression in (closed, elsewhere)):
            return True
    hosts, told = joined(knowledge.data["elsewhere"]["hosts"]), joined((knowledge.data["elsewhere"]["links"],))
    others: dict[str, set[str]] = {}
    for mark in evidence.document.marks:
        if mark.kind != "link":
            continue
        if hosts is not None and hosts.search(mark.target):
            return True
        repository = another_repository(evidence, mark)
        if repository:
            owner, _, name = repository.partition("/")
            others.setdefault(owner, set()).add(name)
            words = evidence.document.words(mark.span).strip(" []()🔗:")
            if told is not None and told.fullmatch(words):
                return True
    owners = {remote.partition("/")[0] for remote in evidence.surroundings.remotes()}
    return any(owner in owners or (not owners and len(names) >= _SEVERAL) for owner, names in others.items())


def another_repository(evidence: Evidence, mark: Mark) -> str:
    """Owner and name of the repository that a link leads to, where it is another one; else an empty text."""
    found = _HOST.match(mark.target)
    name = f"{found[1]}/{found[2]}".lower() if found else ""
    return "" if name in evidence.surroundings.remotes() else name


def links_of(evidence: Evidence, span: Span) -> Iterator[Mark]:
    """The links that stand in a span."""
    return (mark for mark in evidence.document.marks if mark.kind == "link" and mark.span.overlaps(span))


def with_places(evidence: Evidence, span: Span) -> str:
    """The words of a span on one line, with a sign where a link leads to another repository."""
    words = evidence.document.line(span)
    for mark in sorted(links_of(evidence, span), key=lambda mark: -mark.span.start):
        if another_repository(evidence, mark):
            start, end = max(mark.span.start - span.start, 0), mark.span.end - span.start
            words = words[:start] + PLACE + words[end:]
    return words
