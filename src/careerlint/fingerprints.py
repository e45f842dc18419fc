"""Fingerprints: names of findings that stay the same when lines move or the format changes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from careerlint.expression import Expression
from careerlint.model.finding import Finding
from careerlint.model.outline import Outline, Statement
from careerlint.model.private import Masking

_SPACE = Expression(r"\s+")


def fingerprint_findings(findings: Sequence[Finding], masking: Masking, outline: Outline) -> tuple[Finding, ...]:
    """The findings with their fingerprints: rule, section, normalised words and occurrence, hashed.

    A hash of few digits can be guessed, so private values are left out altogether.
    """
    seen: Counter[str] = Counter()
    named = []
    for finding in findings:
        key = "\0".join((finding.code, _section(finding, masking, outline), _words(finding, masking, outline)))
        digest = hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest()[:20]
        seen[key] += 1
        named.append(replace(finding, fingerprint=digest))
    return tuple(named)


def _section(finding: Finding, masking: Masking, outline: Outline) -> str:
    """The heading that a finding stands under; inside an entry that of the list, for titles of works are headings in one format and lines in another."""
    if finding.statement is None:
        return ""
    place = _place(outline, outline.statements[finding.statement])
    if place < 0:
        return ""
    section = outline.sections[place]
    held = section.title is not None and masking.words(section.title) != masking.text[section.title.start : section.title.end]
    return _normal(masking.without(section.title) if held and section.title else section.heading)


def _place(outline: Outline, statement: Statement) -> int:
    """The section that names the place of a statement: its own, or for that of a listed entry the nearest whose heading is known, -1 where none is."""
    listing = outline.listing(statement.entry) if statement.entry >= 0 else -1
    if listing < 0:
        return statement.section
    return next((place for place in outline.above(listing) if outline.sections[place].kind != "other"), -1)


def _words(finding: Finding, masking: Masking, outline: Outline) -> str:
    if finding.scope == "entry" and finding.entry is not None:
        title = outline.entries[finding.entry].title
        return _normal(masking.without(title)) if title else ""
    if finding.scope == "document" and finding.statement is None:
        return ""
    return _normal(masking.without(finding.span)) + (f"\0{finding.about}" if finding.about else "")


def _normal(text: str) -> str:
    return _SPACE.sub("", text).lower()
