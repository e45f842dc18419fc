"""Fingerprints: names of findings that stay the same when lines move or the format changes."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from careerlint.model.document import Document
from careerlint.model.finding import Finding
from careerlint.model.outline import Outline

_PRIVATE_FAMILY = "PRV"
_SPACE = re.compile(r"\s+")
_DIGIT = re.compile(r"\d")


def fingerprint_findings(findings: Sequence[Finding], document: Document, outline: Outline) -> tuple[Finding, ...]:
    """The findings with their fingerprints: rule, section, normalised words and occurrence, hashed."""
    seen: Counter[str] = Counter()
    named = []
    for finding in findings:
        key = "\0".join((finding.code, _section(finding, outline), _words(finding, document, outline)))
        digest = hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest()[:20]
        seen[key] += 1
        named.append(replace(finding, fingerprint=digest))
    return tuple(named)


def _section(finding: Finding, outline: Outline) -> str:
    if finding.statement < 0:
        return ""
    return _normal(outline.sections[outline.statements[finding.statement].section].heading)


def _words(finding: Finding, document: Document, outline: Outline) -> str:
    if finding.scope == "entry" and finding.entry >= 0:
        title = outline.entries[finding.entry].title
        return _normal(document.words(title)) if title else ""
    if finding.scope == "document" and finding.statement < 0:
        return ""
    words = _normal(document.words(finding.span))
    # A hash of few digits can be guessed, so private values are left out altogether.
    return _DIGIT.sub("", words) if finding.code.startswith(_PRIVATE_FAMILY) else words


def _normal(text: str) -> str:
    return _SPACE.sub("", text).lower()
