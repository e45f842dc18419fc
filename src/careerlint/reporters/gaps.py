"""Gaps: the notes on what a story does not tell yet, gathered so that one gap is told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from careerlint.expression import Expression
from careerlint.model.finding import LEVELS, Finding, Level, Report
from careerlint.reporters.cells import cropped
from careerlint.reporters.clean_text import on_one_line
from careerlint.reporters.look import Notes
from careerlint.reporters.phrases import PHRASES
from careerlint.reporters.story import entry_title, told_entries

_LONGEST_TITLE = 28
_SEPARATOR = Expression(r"\s+[|·•/–—-]\s+|,\s|:\s|\s*[(（\[]")
"""What parts a name from the place, the post or the remark behind it."""


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
    def levels(self) -> tuple[tuple[Level, int], ...]:
        """How many findings of each level it stands for, the gravest first: whoever counts what is shown gets the sum that is told."""
        counts = Counter(finding.level for finding in self.findings)
        return tuple((level, counts[level]) for level in LEVELS if counts[level])

    @property
    def rules(self) -> str:
        """The codes of the rules, a single one with its name."""
        codes = dict.fromkeys(finding.code for finding in self.findings)
        return " ".join(codes) if len(codes) > 1 else f"{self.findings[0].code} {self.findings[0].name}"

    @property
    def names(self) -> tuple[str, ...]:
        """What is missing, each once, in the order of the findings."""
        return tuple(dict.fromkeys(finding.gap for finding in self.findings))


def told_names(report: Report, block: GapBlock, title: Callable[[int], str] | None = None) -> str:
    """What is missing, in one line; of a résumé whose other entries may tell it, each with the entry that does not.

    One block speaks for all entries there: that a result is missing would be untrue beside the entry that gives its numbers.
    """
    titled = title or (lambda entry: on_one_line(entry_title(report, entry)))
    every = set(told_entries(report)) if block.of_resume else set()
    worded = {found.gap: found.gap_told for found in block.findings if found.gap_told}
    lacking = {name: tuple(dict.fromkeys(found.entry for found in block.findings if found.gap == name and found.entry is not None)) for name in block.names}
    places = {name: _entries(report, entries, titled) if every - set(entries) and name not in worded else "" for name, entries in lacking.items()}
    if len(set(places.values())) == 1:
        return " · ".join(worded.get(name, name) for name in block.names) + places[block.names[0]]
    return " · ".join(worded.get(name, name) + place for name, place in places.items())


def _entries(report: Report, entries: Sequence[int], title: Callable[[int], str]) -> str:
    """In brackets the first of these entries and how many there are beside it; nothing where it has no title."""
    first = title(entries[0]) if entries else ""
    others = PHRASES[report.language]["gap-others"].format(count=len(entries) - 1) if len(entries) > 1 else ""
    return f" ({_short(first)}{others})" if first else ""


def _short(title: str) -> str:
    """The title in a length that fits a line: its name alone, where what follows it is too long, or its beginning."""
    name = _SEPARATOR.split(title, maxsplit=1)[0]
    return name if cell_len(title) > _LONGEST_TITLE >= cell_len(name) > 0 else cropped(title, _LONGEST_TITLE)


def stands_for_all(report: Report, finding: Finding) -> bool:
    """Whether a finding is about the whole document and points at its title for want of a place: those words are not what is remarked."""
    if finding.entry is not None or finding.statement is not None or finding.scope != "document" or finding.source is not None:
        return False
    outline = report.outline
    heading = next((section.title for section in outline.sections if section.title is not None), None)
    return finding.span == (heading or (outline.statements[0].span if outline.statements else finding.span))


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
    alone = (item for item in items if isinstance(item, Finding))
    return tuple(sorted((*alone, *graver), key=lambda found: found.span))
