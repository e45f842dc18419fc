"""Gaps: the notes on what a story does not tell yet, gathered so that one gap is told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from careerlint.model.finding import LEVELS, Finding, Level, Report

Notes = Literal["all", "grouped", "none"]
"""How notes are shown: each by itself, the missing elements of an entry as one block, or no notes at all."""


@dataclass(frozen=True, slots=True)
class GapBlock:
    """The missing elements of one entry, or of the document where `entry` is None; findings in the order of their codes.

    `of_resume` says that it stands for all entries of a résumé.
    """

    entry: int | None
    findings: tuple[Finding, ...]
    of_resume: bool = False

    @property
    def phrase(self) -> str:
        """The key of the words that its names stand in."""
        return "gap-resume" if self.of_resume else "gap" if self.entry is not None else "gap-document"

    @property
    def level(self) -> Level:
        """The gravest level among them."""
        return min((finding.level for finding in self.findings), key=LEVELS.index)

    @property
    def rules(self) -> str:
        """The codes of the rules, a single one with its name."""
        codes = dict.fromkeys(finding.code for finding in self.findings)
        return " ".join(codes) if len(codes) > 1 else f"{self.findings[0].code} {self.findings[0].name}"

    @property
    def names(self) -> tuple[str, ...]:
        """What is missing, each once, in the order of the findings."""
        return tuple(dict.fromkeys(finding.gap for finding in self.findings))


def shown_items(report: Report, notes: Notes) -> tuple[Finding | GapBlock, ...]:
    """What a person sees, in reading order; a résumé has one block for all of its entries, because its lines state results."""
    findings = [finding for finding in report.findings if notes != "none" or finding.level != "note"]
    if notes != "grouped":
        return tuple(findings)
    of_resume = report.outline.kind == "resume"
    blocks: dict[int | None, list[Finding]] = {}
    for finding in findings:
        if finding.gap:
            blocks.setdefault(None if of_resume else finding.entry, []).append(finding)
    items: list[Finding | GapBlock] = []
    opened: set[int | None] = set()
    for finding in findings:
        if not finding.gap:
            items.append(finding)
            continue
        entry = None if of_resume else finding.entry
        if entry not in opened:
            opened.add(entry)
            items.append(GapBlock(entry, tuple(sorted(blocks[entry], key=lambda found: found.code)), of_resume))
    return tuple(items)


def weighty_findings(items: Sequence[Finding | GapBlock]) -> tuple[Finding, ...]:
    """The items as findings, the most important of which stand first in a report: of a block the gravest, unless it only notes what is missing."""
    graver = tuple(min(item.findings, key=lambda found: LEVELS.index(found.level)) for item in items if isinstance(item, GapBlock) and item.level != "note")
    return tuple(sorted((*lone_findings(items), *graver), key=lambda found: found.span))


def lone_findings(items: Sequence[Finding | GapBlock]) -> tuple[Finding, ...]:
    """The items that are findings by themselves."""
    return tuple(item for item in items if isinstance(item, Finding))
